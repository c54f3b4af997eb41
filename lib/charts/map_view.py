"""Where the map looks: a centre with a zoom, in web mercator."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]

TILE: Final = 512  # pixels that the world is wide at zoom 0, as deck.gl counts
CLOSE: Final = 2.3  # zoom from which a country is large enough for words and fine outlines
NAMED: Final = 5.0  # zoom from which places have room for their names
CLOSEST: Final = 7.0  # outlines at 1:50 million are not made for more
AROUND, AFAR = 5.0, 15.0  # degrees around the marks of a country that a frame shows of it
APART: Final = 150.0  # degrees from west to east from which on it shows more (``AFAR``)

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class View:
    """A centre in degrees with a deck.gl zoom; each whole zoom doubles the scale.

    ``width``, ``height``: pixels of the map where known, so that no word is placed outside.
    """

    longitude: float
    latitude: float
    zoom: float
    width: float = math.inf
    height: float = math.inf

    @property
    def is_close(self) -> bool:
        """Is one country large enough for words beside its marks?"""
        return self.zoom >= CLOSE

    @property
    def has_names(self) -> bool:
        """Is there room for the names of places?"""
        return self.zoom >= NAMED

    @property
    def scale(self) -> float:
        """Pixels that the whole world is wide."""
        return TILE * 2**self.zoom

    def pixel(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point falls: pixels right of and below the centre."""
        left, top = mercator(self.longitude, self.latitude)
        x, y = mercator(longitude, latitude)
        return (x - left) * self.scale, (y - top) * self.scale


VIEWS: Final[dict[str, View]] = {
    "world": View(14.0, 20.0, 0.8),  # 891 pixels wide, from Tierra del Fuego to Lapland
}
TALL: Final = 0.52  # height of that part of the world against its width


def mercator(longitude: float, latitude: float) -> tuple[float, float]:
    """Web mercator (EPSG:3857) as shares of the world's width, from its upper left corner."""
    sine = math.sin(math.radians(max(-85.0511, min(85.0511, latitude))))
    return longitude / 360 + 0.5, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def pixels(view: View, longitudes: Floats, latitudes: Floats) -> tuple[Floats, Floats]:
    """:meth:`View.pixel` for many points at once (degrees in, pixels from the centre out)."""
    left, top = mercator(view.longitude, view.latitude)
    sine = np.sin(np.radians(np.clip(latitudes, -85.0511, 85.0511)))
    down = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return (longitudes / 360 + 0.5 - left) * view.scale, (down - top) * view.scale


def degrees(view: View, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """The longitudes and latitudes of points in pixels from the centre: :func:`pixels` undone."""
    left, top = mercator(view.longitude, view.latitude)
    north = np.arctan(np.sinh(math.pi * (1 - 2 * (y / view.scale + top))))
    return 360 * (x / view.scale + left - 0.5), np.degrees(north)


def nearest(view: View, longitudes: Floats) -> Floats:
    """Longitudes (degrees) by a whole turn nearer to the centre, where that is nearer."""
    return longitudes - 360 * np.round((longitudes - view.longitude) / 360)


def view_for(bounds: Bounds, width: int = 860, height: int = 560, margin: int = 28) -> View:
    """The closest view that shows bounds (west, south, east, north; degrees) whole.

    ``width``, ``height``: size of the map in pixels, of which ``margin`` stays free on each side.
    Raises ``ValueError`` for bounds that are the wrong way round.
    """
    west, south, east, north = bounds
    if west > east or south > north:
        raise ValueError(f"bounds {bounds} must be west, south, east, north")
    left, bottom = mercator(west, south)
    right, top = mercator(east, north)
    across = max(width - 2 * margin, 1) / max(right - left, 1e-9)
    down = max(height - 2 * margin, 1) / max(bottom - top, 1e-9)
    zoom = min(math.log2(min(across, down) / TILE), CLOSEST)
    middle = math.sinh(math.pi * (1 - top - bottom))
    return View((west + east) / 2, math.degrees(math.atan(middle)), round(zoom, 3), width, height)


def filled(bounds: Bounds, width: int, least: int, most: int, margin: int = 16) -> View:
    """The closest view of bounds in a width, as high as they ask for within two heights.

    Pixels; the bounds and errors are those of :func:`view_for`.
    """
    view = view_for(bounds, width, most, margin)
    _left, bottom = mercator(bounds[0], bounds[1])
    _right, top = mercator(bounds[2], bounds[3])
    height = min(max((bottom - top) * view.scale + 2 * margin, least), most)
    return replace(view, height=round(height))


def world_view(width: int, least: int) -> View:
    """The inhabited world in a width, at least so high (pixels)."""
    world = VIEWS["world"]
    zoom = math.log2(width / TILE)
    return replace(world, zoom=zoom, width=width, height=max(least, round(TALL * width)))


def framed_bounds(
    outlines: Mapping[str, Mapping[str, Any]], country_codes: Iterable[str], marks: pd.DataFrame
) -> Bounds | None:
    """Bounds of countries with what is drawn in them; None when none has an outline.

    In: ``marks`` (country_code, longitude, latitude in degrees). Of each country that is shown
    which lies around its marks (``AROUND``), of one without marks what lies around its label:
    small ones are seen whole, a large one does not make the marks of all others specks.
    """
    known = [code for code in dict.fromkeys(country_codes) if code in outlines]
    drawn = marks[["country_code", "longitude", "latitude"]].dropna()
    points = {
        str(code): rows[["longitude", "latitude"]].to_numpy(float)
        for code, rows in drawn[drawn["country_code"].isin(known)].groupby("country_code")
    }
    if not known:
        return None

    def together(around: float) -> Bounds:
        frames = (_framed(outlines[code]["properties"], points.get(code), around) for code in known)
        west, south, east, north = zip(*frames, strict=True)
        return min(west), min(south), max(east), max(north)

    bounds = together(AROUND)
    return bounds if bounds[2] - bounds[0] < APART else together(AFAR)


def _framed(about: Mapping[str, Any], points: Floats | None, around: float) -> Bounds:
    """What a frame shows of one country: what lies around its points, no more than all of it."""
    west, south, east, north = map(float, about["frame"])
    low, high = np.array([west, south]), np.array([east, north])
    found = np.array([]) if points is None else points[((points >= low) & (points <= high)).all(1)]
    if not len(found):
        found = np.array([[about["label_longitude"], about["label_latitude"]]], dtype=float)
    left, bottom = np.maximum(found.min(axis=0) - around, low)
    right, top = np.minimum(found.max(axis=0) + around, high)
    return float(left), float(bottom), float(right), float(top)


def country_bounds(
    outlines: Mapping[str, Mapping[str, Any]], country_codes: Iterable[str]
) -> Bounds | None:
    """Bounds of countries together, without far overseas parts; None when none has an outline."""
    frames = [outlines[code]["properties"]["frame"] for code in country_codes if code in outlines]
    if not frames:
        return None
    west, south, east, north = zip(*frames, strict=True)
    return min(west), min(south), max(east), max(north)


def mark_bounds(*marks: pd.DataFrame, span: float = 10.0) -> Bounds | None:
    """Bounds of located marks, at least ``span`` degrees; None for no marks.

    In: frames with ``longitude``, ``latitude`` (degrees).
    """
    points = pd.concat([rows[["longitude", "latitude"]] for rows in marks]).dropna()
    if points.empty:
        return None
    west, south = map(float, points.min())
    east, north = map(float, points.max())
    right, up = (max(span - (high - low), 0) / 2 for low, high in ((west, east), (south, north)))
    return west - right, south - up, east + right, north + up
