"""Country outlines: where a country lies, and where its name is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from shapely import STRtree, points
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
