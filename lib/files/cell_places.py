"""Places of cells: what the markup of a sheet says of rows and cells, found without a parser.

A parser takes ten times as long; whatever is found here, it is asked only where something is odd.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

_PLACE: Final = re.compile(rb'\sr\s*=\s*["\']\s*([A-Za-z]{0,3})([0-9]{1,7})')
_ROW_END: Final = re.compile(rb"</(?:\w+:)?row\s*>")
_HIDDEN: Final = re.compile(
    rb'<(?:\w+:)?row(?=[^<>]*\shidden\s*=\s*["\'](?:1|true)["\'])[^<>]*\sr\s*=\s*["\']([0-9]{1,7})'
)
_COLUMN: Final = re.compile(rb"<(?:\w+:)?col\s[^<>]*>")
_NOT_SHOWN: Final = re.compile(
    rb'\s(?:hidden\s*=\s*["\'](?:1|true)|width\s*=\s*["\']0(?:\.0*)?)["\']'
)
_ENDS: Final = re.compile(rb'\s(min|max)\s*=\s*["\']([0-9]{1,5})["\']')
_CELL: Final = (
    rb'<(?:\w+:)?c(?=[^<>]*\ss\s*=\s*["\'](%s)["\'])[^<>]*\sr\s*=\s*["\']([A-Z]{1,3})([0-9]{1,7})'
)


class Spread(NamedTuple):
    """How far cells reach: the last row, the columns by their letters.

    ``is_in_order``: no place is said twice, as far as can be seen from rows that follow each other.
    """

    lowest: int
    columns: Collection[str]
    is_in_order: bool


def spread(part: bytes) -> Spread:
    """How far the cells of a sheet reach, row by row, so that no list of all of them is made."""
    lowest = 0
    columns: set[bytes] = set()
    is_in_order = True
    for start, end in _rows(part):
        places = _PLACE.findall(part, start, end)
        if not places:
            continue
        numbers = {int(digits) for _letters, digits in places}
        is_in_order &= len({*places}) == len(places) and min(numbers) > lowest
        lowest = max(lowest, *numbers)
        columns.update(letters for letters, _digits in places)
    return Spread(lowest, [one.decode() for one in columns - {b""}], is_in_order)


def hidden_rows(part: bytes) -> list[int]:
    """The numbers of the rows that a sheet does not show."""
    return [int(found[1]) for found in _HIDDEN.finditer(part)] if b"hidden" in part else []


def hidden_columns(part: bytes) -> list[range]:
    """The numbers, from 1, of the columns that a sheet does not show."""
    found = []
    for column in _COLUMN.finditer(part, 0, max(part.find(b"sheetData"), 0)):
        ends = dict(_ENDS.findall(column[0]))
        if _NOT_SHOWN.search(column[0]) and len(ends) == 2:
            found.append(range(int(ends[b"min"]), int(ends[b"max"]) + 1))
    return found


def with_styles(part: bytes, styles: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
    """Row, letters of the column and what ``styles`` says, of every cell that has one of these."""
    if styles:
        numbers = b"|".join(re.escape(style.encode()) for style in styles)
        for found in re.finditer(_CELL % numbers, part):
            yield int(found[3]), found[2].decode(), styles[found[1].decode()]


def _rows(part: bytes) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _ROW_END.finditer(part):
        yield start, end.start()
        start = end.end()
    yield start, len(part)
