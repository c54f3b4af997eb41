"""The map: where the programme works, with only what sources name drawn as a place.

The one that moves is in :mod:`lib.charts.map_deck`.
"""

from __future__ import annotations

from lib.charts.map_groups import grouped_count
from lib.charts.map_legend import disc, legend
from lib.charts.map_picks import picked
from lib.charts.map_still import DISCS, discs, still
from lib.charts.map_view import VIEWS, View, country_bounds, framed_bounds, mark_bounds, view_for

__all__ = [
    "DISCS",
    "VIEWS",
    "View",
    "country_bounds",
    "disc",
    "discs",
    "framed_bounds",
    "grouped_count",
    "legend",
    "mark_bounds",
    "picked",
    "still",
    "view_for",
]
