"""What of a printed table stays on one page: all of a short one, the last rows of any other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from lib.exports.columns import ROOM

MOST_WHOLE: Final = 6  # rows of a table that no page parts
TALLEST: Final = 48  # lines of what is kept together: not much more than half a page
LAST: Final = 3  # rows that no page holds fewer of at the end of a table


class Kept(NamedTuple):
    """Whether a table is on one page, and how many of its last rows are."""

    is_whole: bool
    last: int


def kept(columns: Sequence[Mapping[str, Any]], rows: Sequence[Sequence[str]]) -> Kept:
    """What stays together of a table with these columns, as :func:`columns` gives them."""
    shares = [0.0 if column["is_below"] else float(column["share"]) for column in columns]
    letters = [ROOM * share / (sum(shares) or 1.0) or ROOM for share in shares]
    lines = [_lines(row, letters) for row in rows]
    is_whole = len(rows) <= MOST_WHOLE and sum(lines) <= TALLEST
    last = next(
        (count for count in range(LAST, 0, -1) if 2 * count <= len(rows)
         and sum(lines[-count:]) <= TALLEST), 0,
    )  # fmt: skip
    return Kept(is_whole, 0 if is_whole else last)


def _lines(row: Sequence[str], letters: Sequence[float]) -> float:
    """The lines that a row takes, with the space around it; what is below it has its own."""
    cells = [math.ceil(len(text) * 1.15 / room) for text, room in zip(row, letters, strict=True)]
    beside = max(
        (count for count, room in zip(cells, letters, strict=True) if room < ROOM), default=1
    )
    below = sum(count for count, room in zip(cells, letters, strict=True) if room >= ROOM)
    return beside + below + 0.8
