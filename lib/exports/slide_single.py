"""A table of a single row on a slide of its own: each heading beside what the row says of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from lib.exports.slide_table import Grid

SIZES: Final = (20, 18, 16, 14)  # points: a row that stands alone is read from afar
LEAST: Final = 3  # columns: fewer fill a slide as a row does


class Single:
    """One row, turned: as :class:`lib.exports.slide_table.Grid`, whose slides it shares."""

    def __init__(self, texts: pd.DataFrame, room: int) -> None:
        (row,) = texts.itertuples(index=False)
        (first, *names), (name, *cells) = texts.columns, map(str, row)
        said = [(own, cell) for own, cell in zip(names, cells, strict=True) if cell]
        self._grid = Grid(pd.DataFrame(said, columns=[str(first), name]), room, SIZES, usual=1)
        self._grid.is_right = [False, False]
        self.room, self.is_roomy = room, self._grid.is_roomy
        self.head_high, self.high = self._grid.head_high, [sum(self._grid.high)]

    @property
    def tall(self) -> int:
        """EMU of all that it says."""
        return self._grid.tall

    def pages(self) -> list[slice]:
        """The one slide that it has."""
        return [slice(0, 1)]

    def add(self, slide: Any, part: slice, top: int, alt: str, language: Any) -> None:
        """Put it on a slide; ``part`` is the row that it is."""
        self._grid.add(slide, slice(None), top, alt, language)


def single(held: Sequence[pd.DataFrame], room: int) -> Single | None:
    """The only table of its slides turned, where it has one row that says enough and fits one."""
    if len(held) != 1 or len(held[0]) != 1 or len(held[0].columns) < LEAST:
        return None
    found = Single(held[0], room)
    return found if found.is_roomy and found.tall <= room else None
