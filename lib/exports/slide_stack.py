"""Slides of short tables: those that follow one another share one where all of them are whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import pandas as pd

from lib.exports.exhibits import Listing
from lib.exports.slide_table import SIZES, Grid, held
from lib.exports.slide_text import GAP, HEADING, POINT, ROOM_WIDE, Said, tall

MOST_ROWS: Final = 14  # of tables that share a slide: no more have room, however short
HEADED: Final = 6 * POINT  # between a heading and its table


def heading(title: str) -> Said:
    """What stands above a table that shares a slide."""
    return Said(title, 18, font=HEADING)


def headed(title: str) -> int:
    """EMU that a heading takes with what is between it and its table."""
    return tall([heading(title)], ROOM_WIDE) + HEADED


Stack = Sequence[tuple[Listing, Grid]]


def stacks(tables: Sequence[Listing], room: int) -> list[Listing | Stack]:
    """Tables in their order: those that share a slide with their grids, any other by itself.

    ``room`` is that of a slide in EMU.
    """

    @cache
    def texts(place: int) -> pd.DataFrame:
        return held(tables[place].texts())

    @cache
    def grid(place: int, size: int) -> Grid:
        return Grid(texts(place), room, (size,))

    def whole(places: Sequence[int]) -> Stack:
        """Some tables in the largest letters with which they fit a slide; nothing where none do."""
        if sum(len(tables[place].frame) for place in places) > MOST_ROWS:
            return []
        for size in SIZES:
            grids = [grid(place, size) for place in places]
            high = sum(headed(tables[place].title) + GAP for place in places) - GAP
            if high + sum(one.tall for one in grids) <= room and all(
                one.is_roomy or size == SIZES[-1] for one in grids
            ):
                return [(tables[place], own) for place, own in zip(places, grids, strict=True)]
        return []

    found: list[list[int]] = []
    for place in range(len(tables)):
        if found and whole([*found[-1], place]):
            found[-1].append(place)
        else:
            found.append([place])
    return [whole(places) if len(places) > 1 else tables[places[0]] for places in found]
