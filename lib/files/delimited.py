"""Rows of a text: which sign parts its fields is seen from its header."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lib.files.faults import Fault, Refused
from lib.files.limits import CELLS, FIELD, ROWS, Meter

DELIMITERS: Final = ",;\t|"
_PIECE: Final = 1 << 16  # letters
_SHOWN: Final = 60  # letters of a field that are told
_LINE_END: Final = re.compile("\r\n|\r|\n")


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
    sign = delimiter or _delimiter(text)
    _refuse_far_too_many(text, file, sign)
    found = csv.reader(lines, strict=True, delimiter=sign)
    start, header = before + 1, list[str]()
    try:
        for row in found:
            header = header or ([] if "".join(row[:1]).startswith("#") else row)
            meter.add(file, start, row)
            yield start, row
            start = before + found.line_num + 1
    except csv.Error as error:
        if "field limit" in str(error):
            line = before + found.line_num
            raise Refused(Fault(file, line, "", "", "too_large", f"{FIELD:,} letters")) from None
        raise Refused(_open_quote(text, file, start, header, sign)) from None


def parts(text: str, delimiter: str) -> bool:
    """Whether a declared sign parts the header of a text, or at least no other one does."""
    if text[:4].lower() == "sep=":  # which counts more
        return True
    header = _header(text)
    fields = (_field_count(header, one) for one in DELIMITERS)
    return _field_count(header, delimiter) > 1 or max(fields) <= 1


def _refuse_far_too_many(text: str, file: str, delimiter: str) -> None:
    """Refuse at once what is seen to hold too much without reading it, which takes seconds."""
    if '"' in text:  # within quotes the signs part nothing
        return
    for sign, most, unit in (("\n", ROWS, "rows"), (delimiter, CELLS, "cells")):
        if text.count(sign) <= most:
            continue
        low, high = 0, len(text)  # the sign that is one too many lies between them
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if text.count(sign, 0, middle) > most else (middle, high)
        line = text.count("\n", 0, low) + 1
        raise Refused(Fault(file, line, "", "", "too_large", f"{most:,} {unit}"))


def _open_quote(text: str, file: str, start: int, header: list[str], delimiter: str) -> Fault:
    """Where the field begins whose quotation marks do not pair up, in the row of line ``start``."""
    at = 0
    for end in islice(_LINE_END.finditer(text), start - 1):
        at = end.end()
    field = re.compile(rf'(?:"(?:[^"]++|"")*+"|(?!")[^{re.escape(delimiter)}\r\n]*+)')
    line, number = start, 0
    while (whole := field.match(text, at)) and text[whole.end() : whole.end() + 1] == delimiter:
        line += len(_LINE_END.findall(whole[0]))
        at, number = whole.end() + 1, number + 1
    column = header[number].strip() if number < len(header) else ""
    rest = _LINE_END.split(text[at : at + _SHOWN], maxsplit=1)[0]
    return Fault(file, line, column, rest, "quotes")


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, of which never more than a piece is copied: a copy takes four times."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PIECE) + 1 or len(text)
        yield from io.StringIO(text[start:end], newline="")
        start = end


def _delimiter(text: str) -> str:
    """The sign that parts the header into most names."""
    header = _header(text)
    return max(DELIMITERS, key=lambda one: _field_count(header, one))


def _header(text: str) -> str:
    """The first line that is neither empty nor a comment."""
    lines = _lines(text)
    return next((line for line in lines if line.strip() and line.lstrip('"')[0] != "#"), "")


def _field_count(line: str, delimiter: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=delimiter), []))
    except (csv.Error, TypeError, ValueError):  # the last two of a sign that can part nothing
        return 0
