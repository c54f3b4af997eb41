"""Which part of the world a map shows, for each width that its place may have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import pandas as pd

from lib.charts.map_view import VIEWS, Bounds, View, filled, framed_bounds, world_view
from lib.figures import places
from lib.figures.continents import continents
from lib.view.kept import kept
from lib.view.visit import Visit


class Size(NamedTuple):
    """The least width of a place, and between which heights its map may be; pixels."""

    width: int
    least: int
    most: int


# How wide a map turns out is not known: each fits the least that its place can be.
ROOMS: Final = (Size(300, 220, 380), Size(560, 380, 500), Size(880, 420, 640))


def views_of(visit: Visit, name: str) -> list[View]:
    """The world, a continent by its name, else the selection: a view for each of ``ROOMS``."""
    if name in VIEWS:
        return [world_view(room.width, room.least) for room in ROOMS]
    codes: Iterable[str] = visit.portfolio.project_countries["country_code"]
    return views_in(visit, continents(codes).get(name, codes))


def views_in(visit: Visit, codes: Iterable[str], rooms: Sequence[Size] = ROOMS) -> list[View]:
    """The views that frame what is drawn in countries, one for each of some ``ROOMS``."""
    codes = list(codes)

    def framed() -> list[View]:
        bounds = _bounds(visit, codes)
        return [_view(bounds, *room) for room in rooms]

    return kept(visit, ("rooms", len(rooms), *codes), framed)


def narrow(visit: Visit, codes: Iterable[str], count: int = 2) -> list[View]:
    """The same for a map beside other things, which is never as wide as a page."""
    return views_in(visit, codes, ROOMS[:count])


def frame_of(
    visit: Visit, codes: Iterable[str], width: int, least: int, most: int | None = None
) -> View:
    """The view that frames what is drawn in countries, ``width`` wide and ``least`` high.

    Pixels; up to ``most`` high where the countries ask for it. The world without any of them.
    """
    return _view(_bounds(visit, codes), width, least, most or least)


def _bounds(visit: Visit, codes: Iterable[str]) -> Bounds | None:
    return framed_bounds(visit.portfolio.outlines, codes, marks(visit))


def _view(bounds: Bounds | None, width: int, least: int, most: int) -> View:
    return filled(bounds, width, least, most) if bounds else world_view(width, least)


def marks(visit: Visit) -> pd.DataFrame:
    """Where something is drawn: country_code, longitude, latitude (degrees)."""
    columns = ["country_code", "longitude", "latitude"]
    frames = (places.sites(visit.portfolio), places.unnamed(visit.portfolio))
    return pd.concat([frame[columns].dropna() for frame in frames])
