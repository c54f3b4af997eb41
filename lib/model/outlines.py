"""Country outlines: where a country lies, and where its name is written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from shapely import STRtree, bounds, points
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

GEO = Path(__file__).parents[2] / "data" / "geo"

# The files of outlines, from the coarsest to the finest, with the detail each has (degrees).
SCALES: Final = {"110m": 0.25, "50m-simplified": 0.08, "50m": 0.01}
COARSE, CLOSE, FINEST = SCALES


class Land(NamedTuple):
    """Countries of the world: codes ("" where there is none), shapes, bounds, in one order."""

    codes: tuple[str, ...]
    shapes: npt.NDArray[Any]
    bounds: npt.NDArray[np.float64]

    def within(self, box: tuple[float, float, float, float]) -> Land:
        """Those that may reach into a box (west, south, east, north; degrees)."""
        west, south, east, north = box
        left, bottom, right, top = self.bounds.T
        near = np.flatnonzero((right > west) & (left < east) & (top > south) & (bottom < north))
        return Land(tuple(self.codes[one] for one in near), self.shapes[near], self.bounds[near])


@cache
def features() -> dict[str, dict[str, Any]]:
    """What is known of a country's outline, by ISO 3166-1 alpha-2 code.

    ``properties``: ``country_code``, ``label_longitude``, ``label_latitude``, ``frame`` (west,
    south, east, north, without far overseas parts; all in degrees). :func:`geometry` has the rest.
    """
    return {
        _code(feature): {"properties": feature["properties"]}
        for feature in _read(CLOSE)
        if _code(feature)
    }


def geometry(code: str, *, is_close: bool) -> dict[str, Any]:
    """A country's outline as a GeoJSON geometry, for one seen from near or from afar.

    Small countries are not among the coarse ones; they have the finer outline there too. Made when
    asked for: as Python's numbers the outlines of the world would take eight megabytes.
    """
    coarse = {} if is_close else shapes(COARSE)
    found: dict[str, Any] = mapping(coarse[code] if code in coarse else shapes(CLOSE)[code])
    return found


@cache
def land(scale: str) -> Land:
    """Every country of the world at one of ``SCALES``."""
    found = [(_code(feature), shape(feature["geometry"])) for feature in _read(scale)]
    codes, shapes = zip(*found, strict=True)
    every = np.array(shapes, dtype=object)
    return Land(codes, every, bounds(every))


@cache
def shapes(scale: str = FINEST) -> dict[str, BaseGeometry]:
    """The outlines by code; the finest ones say whether a point lies in a country."""
    every = land(scale)
    return {code: one for code, one in zip(every.codes, every.shapes, strict=True) if code}


def _read(scale: str) -> Iterator[dict[str, Any]]:
    """The features of a file one by one, each in a line of its own.

    Whole, the numbers of the finest file would take forty megabytes, of which a process keeps many.
    """
    with (GEO / f"countries-{scale}.geojson").open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith('{"type":"Feature",'):
                yield json.loads(line.rstrip(",\n"))


def _code(feature: dict[str, Any]) -> str:
    return str(feature["properties"]["country_code"])


def are_outside(
    places: pd.DataFrame, outlines: Mapping[str, BaseGeometry], tolerance: float
) -> npt.NDArray[np.bool_]:
    """Which places are farther from their country than ``tolerance`` (degrees).

    In: ``latitude``, ``longitude`` (degrees, none missing), ``country_code``; ``outlines`` by code.
    Out: one bool a place, in their order; of a country without outline no place is outside.

    All places are asked in one go. The tree prepares an outline for itself and forgets it: one that
    is prepared once for all would be written to by whoever asks first, on any thread.
    """
    codes = places["country_code"].to_numpy(dtype=object)
    known = [code for code in dict.fromkeys(codes) if code in outlines]
    shapes = np.array([outlines[code] for code in known], dtype=object)
    spots: Any = points(places[["longitude", "latitude"]].to_numpy())
    outline, place = STRtree(spots).query(shapes, predicate="dwithin", distance=tolerance)
    is_own = np.array(known, dtype=object)[outline] == codes[place]
    is_inside = np.zeros(len(places), dtype=np.bool_)
    is_inside[place[is_own]] = True
    is_known: npt.NDArray[np.bool_] = places["country_code"].isin(known).to_numpy()
    return is_known & ~is_inside
