"""Country outlines for the map, from Natural Earth GeoJSON with ISO 3166-1 numeric ids.

usage: python scripts/outlines.py SOURCE.geojson TARGET.geojson
       python scripts/outlines.py --simplify DEGREES OUTLINES.geojson TARGET.geojson

The source must already be cut at the antimeridian. Needs shapely, pycountry. The second form makes
outlines of its own simpler: what is smaller than so many degrees is left out, and neighbours keep
the border they share.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pycountry
import shapely
from shapely.geometry import MultiPolygon, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry

GRID = 0.01  # degrees, about one kilometre
LABEL_TOLERANCE = 0.1  # degrees
FRAME_SHARE = 0.01  # parts below this share of the largest part do not widen the frame
FRAME_REACH = 8.0  # degrees; parts further away (French Guiana from France) do not widen it


def country_code(numeric: str | None) -> str:
    """ISO 3166-1 alpha-2 code of a numeric code as text; empty where none exists."""
    country = pycountry.countries.get(numeric=numeric) if numeric else None
    return country.alpha_2 if country else ""


def polygons(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons of a geometry, valid, on the grid, without slivers, largest first."""
    snapped = shapely.set_precision(shapely.make_valid(geometry), GRID)
    parts = [part for part in shapely.get_parts(snapped) if part.geom_type == "Polygon"]
    return sorted((part for part in parts if part.area), key=lambda part: -part.area)


def frame(parts: list[Polygon]) -> list[float]:
    """West, south, east, north in degrees of the largest part with the parts that belong to it."""
    main = parts[0]
    near = [
        part
        for part in parts
        if part.area >= FRAME_SHARE * main.area and part.distance(main) <= FRAME_REACH
    ]
    return [round(edge, 2) for edge in MultiPolygon(near).bounds]


def feature(code: str, geometries: list[BaseGeometry]) -> dict[str, Any] | None:
    """One outline with its code, label point and frame; None when nothing is left on the grid."""
    parts = polygons(shapely.union_all([shapely.make_valid(geometry) for geometry in geometries]))
    if not parts:
        return None
    radius = shapely.maximum_inscribed_circle(parts[0], LABEL_TOLERANCE)
    label = shapely.get_point(radius, 0)
    return {
        "type": "Feature",
        "properties": {
            "country_code": code,
            "label_longitude": round(label.x, 2),
            "label_latitude": round(label.y, 2),
            "frame": frame(parts),
        },
        "geometry": rounded(mapping(MultiPolygon(parts) if len(parts) > 1 else parts[0])),
    }


def rounded(geometry: dict[str, Any]) -> dict[str, Any]:
    """The geometry with two decimals, so that 0.1 + 0.2 is not written with seventeen."""
    text = json.dumps(geometry)
    rounded_geometry: dict[str, Any] = json.loads(
        text, parse_float=lambda number: round(float(number), 2)
    )
    return rounded_geometry


def by_country(sources: list[dict[str, Any]]) -> list[tuple[str, list[BaseGeometry]]]:
    """Outlines with one code belong together; each outline without a code stays alone."""
    coded: dict[str, list[BaseGeometry]] = {}
    alone: list[tuple[str, list[BaseGeometry]]] = []
    for source in sources:
        code, geometry = country_code(source.get("id")), shape(source["geometry"])
        if code:
            coded.setdefault(code, []).append(geometry)
        else:
            alone.append(("", [geometry]))
    return alone + sorted(coded.items())


def simplified(outlines: list[dict[str, Any]], degrees: float) -> list[dict[str, Any]]:
    """The same outlines with fewer points; of a country of many specks the largest one stays.

    Method: Visvalingam and Whyatt (1993), as GEOS applies it to borders that are shared.
    """
    shapes = shapely.coverage_simplify([shape(one["geometry"]) for one in outlines], degrees)
    found = []
    for one, simple in zip(outlines, shapes, strict=True):
        parts = sorted(shapely.get_parts(simple), key=lambda part: -part.area)
        kept = [part for part in parts[1:] if part.area > degrees**2]
        found.append(one | {"geometry": rounded(mapping(MultiPolygon([parts[0], *kept])))})
    return found


def main(source: Path, target: Path, degrees: float = 0) -> None:
    """Write the outlines of one source file, one feature a line."""
    collection = json.loads(source.read_text(encoding="utf-8"))
    if degrees:
        found: list[dict[str, Any] | None] = [*simplified(collection["features"], degrees)]
    else:
        found = [feature(*group) for group in by_country(collection["features"])]
    lines = [json.dumps(outline, separators=(",", ":")) for outline in found if outline]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "--simplify":
        main(Path(sys.argv[3]), Path(sys.argv[4]), float(sys.argv[2]))
    else:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
