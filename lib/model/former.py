"""Former: words that tables may still use, read as those that stand in their place today."""

from __future__ import annotations

from dataclasses import replace

from lib.files.reading import Reading
from lib.files.sheet import Sheet
from lib.model.faults import Fault
from lib.model.schema import FORMER


def with_present_words(reading: Reading) -> Reading:
    """The same tables, every former word of a column as its present one, each told as a doubt."""
    sheets, doubts = dict(reading.sheets), list[Fault]()
    for (table, column), words in FORMER.items():
        sheet = sheets.get(table)
        if sheet is None or sheet.header.count(column) != 1:
            continue
        at = sheet.header.index(column)
        if words.keys().isdisjoint(row[at] for row in sheet.rows):
            continue
        doubts += [
            Fault(sheet.file, line, column, row[at], "former_word", words[row[at]])
            for line, row in zip(sheet.lines, sheet.rows, strict=True)
            if row[at] in words
        ]
        sheets[table] = _renamed(sheet, at, words)
    return reading._replace(sheets=sheets, faults=(*reading.faults, *doubts))


def _renamed(sheet: Sheet, at: int, words: dict[str, str]) -> Sheet:
    rows = [[*row[:at], words.get(row[at], row[at]), *row[at + 1 :]] for row in sheet.rows]
    return replace(sheet, rows=rows)
