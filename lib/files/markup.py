"""Markup: what the XML of a workbook says of its sheets, whatever way it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import IO, Final, NamedTuple
from xml.parsers import expat

from lib.files.faults import Tally

MarkupError: Final = expat.ExpatError
_DEEPEST: Final = 100
_LETTERS: Final = 200  # of a formula that are told
_DIGITS: Final = "0123456789"
_CAPITALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Merged(NamedTuple):
    """Cells that are shown as one: rows and columns from 1, the last ones included."""

    ref: str
    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Looks:
    """What was seen of a sheet: formulas, errors and numbers that are shown as others.

    They are by the letters of their columns. ``hidden`` are the numbers of rows that are not shown,
    ``hidden_columns`` those of columns, ``signs`` those of money that formats show: by column and
    sign the rows of the cells.
    """

    unsure: Tally
    merged: list[Merged] = field(default_factory=list)
    hidden: Sequence[int] = ()
    hidden_columns: Sequence[range] = ()
    signs: Mapping[tuple[str, str], Sequence[int]] = field(default_factory=dict)


def elements(source: IO[bytes], started: Callable[[str, Mapping[str, str]], None]) -> None:
    """Tell the start of every element, its name without a prefix.

    Raises ``MarkupError``, and ValueError for elements in elements without end, each of which a
    parser has to remember.
    """
    parser = expat.ParserCreate()
    depth = 0

    def begun(name: str, about: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ValueError("XML: too deep")
        started(name.rpartition(":")[2], about)

    def ended(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = begun, ended
    parser.ParseFile(source)


def looked_at(source: IO[bytes], file: str, formats: Mapping[str, str]) -> Looks:
    """Look through a sheet, as ``file`` in its faults; raises ``MarkupError``.

    ``formats``: those that show another number than a cell holds, by the style of the cell.
    """
    looks = Looks(Tally(file))
    parser = expat.ParserCreate()
    parser.buffer_text = True
    place, after = "A0", 0  # the last place that was said, and how many cells came since
    is_error, shown_as = False, ""
    heard: list[str] = []
    lines, columns = set[int](), set[int]()  # of rows; of cells in the row that is open

    def started(name: str, about: Mapping[str, str]) -> None:
        nonlocal place, after, is_error, shown_as
        tag = name.rpartition(":")[2] if ":" in name else name
        if tag == "c":
            if "r" in about:
                place, after = about["r"], 0
            else:
                after += 1
            row, column = _cell(place)
            if column + after in columns:
                looks.unsure.add(row, letters_of(column + after), place, "cell_twice")
            columns.add(column + after)
            is_error = about.get("t") == "e"
            shown_as = formats.get(about.get("s", ""), "") if about.get("t", "n") == "n" else ""
        elif tag == "f" or (tag == "v" and (is_error or shown_as)):
            heard.clear()
            parser.CharacterDataHandler = heard.append
            parser.EndElementHandler = ended
        elif tag == "row":
            above = int(place.lstrip(_CAPITALS)) if "r" not in about else int(about["r"]) - 1
            place, after = f"A{above + 1}", -1
            if above in lines:
                looks.unsure.add(above + 1, "", str(above + 1), "cell_twice")
            lines.add(above)
            columns.clear()
        elif tag == "mergeCell":
            first, _, last = about.get("ref", "").partition(":")
            if last and first != last:
                looks.merged.append(Merged(f"{first}:{last}", *_cell(first), *_cell(last)))

    def ended(name: str) -> None:
        nonlocal is_error, shown_as
        parser.CharacterDataHandler = parser.EndElementHandler = None
        text = "".join(heard)
        row, column = _cell(place)
        letters = letters_of(column + after)
        if name.rpartition(":")[2] == "f":
            looks.unsure.add(row, letters, f"={text}"[:_LETTERS], "formula")
            is_error, shown_as = False, ""  # of the formula, which is told
        elif shown_as:
            looks.unsure.add(row, letters, text[:_LETTERS], "shown_otherwise", shown_as[:_LETTERS])
        else:
            looks.unsure.add(row, letters, text[:_LETTERS], "cell_error")

    parser.StartElementHandler = started
    parser.ParseFile(source)
    return looks


def extent(source: IO[bytes]) -> tuple[int, int]:
    """The last row and the last column in which a cell of a sheet holds anything.

    Raises as :func:`elements` does.
    """
    row = column = lowest = rightmost = 0

    def started(tag: str, about: Mapping[str, str]) -> None:
        nonlocal row, column, lowest, rightmost
        if tag == "row":
            row, column = int(about["r"]) if "r" in about else row + 1, 0
        elif tag == "c":
            row, column = _cell(about["r"]) if "r" in about else (row, column + 1)
        elif tag in ("v", "is", "f"):
            lowest, rightmost = max(lowest, row), max(rightmost, column)

    elements(source, started)
    return lowest, rightmost


@cache
def number(letters: str) -> int:
    """The number of a column: A is 1, AA is 27. Raises ValueError for what is none."""
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
        raise ValueError(f"{letters[:10]!r} is no column")
    found = 0
    for letter in letters.upper():
        found = 26 * found + ord(letter) - ord("A") + 1
    return found


@cache
def letters_of(column: int) -> str:
    """The letters of a column by its number."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _cell(place: str) -> tuple[int, int]:
    letters = place.rstrip(_DIGITS)
    return int(place[len(letters) :]), number(letters)
