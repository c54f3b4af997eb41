"""Rows of a text: which sign parts its fields is seen from its header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from lib.files.faults import Fault, Refused
from lib.files.limits import Meter

DELIMITERS: Final = ",;\t|"
_PIECE: Final = 1 << 16  # letters


def rows(
    text: str, file: str, meter: Meter, delimiter: str = ""
) -> Iterator[tuple[int, list[str]]]:
    """Every row of a text with the line it begins in.

    ``delimiter`` is what parts fields where somebody has declared it. A first line ``sep=;``, which
    spreadsheets write and read, declares it too. Raises :class:`Refused` for a text that is no
    table, when the row is reached that shows it.
    """
    lines = _lines(text)
    before = 0
    if text[:4].lower() == "sep=":
        delimiter, before = text[4:5], 1
        next(lines)
    found = csv.reader(lines, strict=True, delimiter=delimiter or _delimiter(text))
    start = before + 1
    try:
        for row in found:
            meter.add(file, start, row)
            yield start, row
            start = before + found.line_num + 1
    except csv.Error as error:
        line = before + found.line_num
        if "field limit" in str(error):
            raise Refused(Fault(file, line, "", "", "too_large", str(error))) from None
        raise Refused(Fault(file, line, "", "", "unreadable", str(error))) from None


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, of which never more than a piece is copied: a copy takes four times."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PIECE) + 1 or len(text)
        yield from io.StringIO(text[start:end], newline="")
        start = end


def _delimiter(text: str) -> str:
    """The sign that parts the header into most names."""
    lines = _lines(text)
    header = next((line for line in lines if line.strip() and line.lstrip('"')[0] != "#"), "")
    return max(DELIMITERS, key=lambda one: _field_count(header, one))


def _field_count(line: str, delimiter: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=delimiter), []))
    except csv.Error:
        return 0
