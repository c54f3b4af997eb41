"""What maps of a pack are drawn of, and the parts of the world that they show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from lib.charts.map_view import View
from lib.charts.map_words import Names


class Window(NamedTuple):
    """A part of the world to show, of a size in pixels; ``names``: of what.

    ``narrow`` shows the same where there is no room for ``width``, in the size that it says.
    ``codes``: the countries whose marks are drawn; () for all, also those that lie beside them.
    ``source_ids`` are the documents behind a part; those of the map where it shows all.
    """

    name: str
    title: str
    label: str
    view: View
    width: int
    height: int
    names: Names = "countries"
    narrow: View | None = None
    codes: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()


class Ground(NamedTuple):
    """The frames that every map is drawn of (as :func:`lib.charts.map_deck.world` takes them)."""

    countries: pd.DataFrame
    sites: pd.DataFrame
    unnamed: pd.DataFrame
    arcs: pd.DataFrame
    outlines: Mapping[str, dict[str, Any]]

    def within(self, codes: tuple[str, ...]) -> Ground:
        """The marks of some countries, () for all, on the same land."""
        if not codes:
            return self
        sites, unnamed = (
            frame[frame["country_code"].isin(codes)] for frame in (self.sites, self.unnamed)
        )
        return self._replace(sites=sites, unnamed=unnamed)
