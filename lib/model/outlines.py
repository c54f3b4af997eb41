"""Country outlines: where a country lies, and where its name is written."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

GEO = Path(__file__).parents[2] / "data" / "geo"


@cache
def features() -> dict[str, dict[str, Any]]:
    """GeoJSON features at 1:50 million by ISO 3166-1 alpha-2 code.

    Properties: ``country_code``, ``label_longitude``, ``label_latitude`` (degrees). Beside
    ``geometry`` stands ``coarse``, the outline at 1:110 million for a country seen from afar; small
    countries, which that scale leaves out, have the finer one there too.
    """
    fine, coarse = _by_code("countries-50m.geojson"), _by_code("countries-110m.geojson")
    return {
        code: feature | {"coarse": coarse.get(code, feature)["geometry"]}
        for code, feature in fine.items()
    }


def _by_code(file: str) -> dict[str, dict[str, Any]]:
    collection = json.loads((GEO / file).read_text(encoding="utf-8"))
    return {
        feature["properties"]["country_code"]: feature
        for feature in collection["features"]
        if feature["properties"]["country_code"]
    }


@cache
def shapes() -> dict[str, BaseGeometry]:
    """The same outlines as shapes, for asking whether a point lies in a country."""
    return {code: shape(feature["geometry"]) for code, feature in features().items()}
