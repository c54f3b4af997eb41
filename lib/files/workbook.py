"""Workbooks: a sheet a table, cells as the texts that they stand for."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineWorkbook

from lib.files.decimals import certain
from lib.files.faults import Fault, Refused
from lib.files.limits import CELLS, Meter
from lib.files.sheet import Rows, content

_DOCUMENT_TYPE: Final = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_COLUMN: Final = re.compile(rb'\sr="([A-Z]{1,3})[0-9]')
_ROW: Final = re.compile(rb'\sr="[A-Z]*([0-9]{1,7})"')
_UNSURE: Final = re.compile(rb'<(?:\w+:)?f[\s/>]|\st="e"')
# A cell with its attributes, and the formula that comes first in it, if one does.
_CELL: Final = re.compile(
    rb"<(?:\w+:)?c(\s[^>]*?)(?:/>|>(?:\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>([^<]*)))?)"
)
_PLACE: Final = re.compile(rb'\sr="([A-Z]{1,3})([0-9]{1,7})"')
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

# What a workbook raises that is broken inside.
WorkbookError: Final = (CalamineError, ElementTree.ParseError, KeyError, ValueError)


class Workbook:
    """An XLSX file that was looked through before anything opens it."""

    def __init__(self, workbook: bytes, file: str) -> None:
        """Raises :class:`Refused` for what is no workbook, or one that declares a document type."""
        self._file = file
        self._archive = zipfile.ZipFile(io.BytesIO(workbook))
        for name in self._archive.namelist():
            if name.endswith((".xml", ".rels")):
                part = self._archive.read(name)
                # In UTF-16, which no spreadsheet writes, the words below would not be found.
                if b"\0" in part[:4] or part[:2] in (b"\xff\xfe", b"\xfe\xff"):
                    raise Refused(Fault(file, 0, "", name, "unreadable", "UTF-16"))
                if _DOCUMENT_TYPE.search(part):
                    raise Refused(Fault(file, 0, "", name, "unreadable", "DOCTYPE"))
        self._parts = self._sheet_parts()

    @property
    def sheets(self) -> list[str]:
        """The names of its sheets."""
        return [*self._parts]

    def faults(self, sheet: str, file: str) -> list[Fault]:
        """Formulas and errors among the cells of a sheet: what they stand for is not certain.

        Raises :class:`Refused` for cells too far from each other: between them a reader would make
        room for thousands of millions of empty ones.
        """
        part = self._archive.read(self._parts[sheet])
        lowest = max(map(int, {*_ROW.findall(part)}), default=0)
        rightmost = max({*_COLUMN.findall(part)}, key=_number, default=b"")
        if lowest * _number(rightmost) > CELLS:
            limit = f"{CELLS:,} cells"
            raise Refused(Fault(file, lowest, rightmost.decode(), "", "too_large", limit))
        return [*_unsure(part, file)] if _UNSURE.search(part) else []

    def rows(self, sheet: str, file: str, meter: Meter) -> Iterator[tuple[int, list[str]]]:
        """The rows of a sheet as texts, as wide as its first one that holds something."""
        self._archive.fp.seek(0)  # type: ignore[union-attr]
        book = CalamineWorkbook.from_filelike(self._archive.fp)  # type: ignore[arg-type]
        cells = book.get_sheet_by_name(sheet)
        first = cells.start or (0, 0)
        width = 0
        for line, row in enumerate(cells.iter_rows(), first[0] + 1):
            texts = [""] * first[1] + [_text(cell) for cell in row]
            while texts and not texts[-1]:
                texts.pop()
            if not width and texts and not texts[0].startswith("#"):
                width = len(texts)
            texts += [""] * (width - len(texts))
            meter.add(file, line, texts)
            yield line, texts

    def _sheet_parts(self) -> dict[str, str]:
        """The file inside the workbook that holds each sheet."""
        related = ElementTree.fromstring(self._archive.read("xl/_rels/workbook.xml.rels"))
        targets = {one.get("Id"): one.get("Target", "") for one in related}
        book = ElementTree.fromstring(self._archive.read("xl/workbook.xml"))
        sheets = [one for one in book.iter() if one.tag.endswith("}sheet")]
        return {
            one.get("name", ""): posixpath.join("/xl", targets[one.get(_RELATION)])[1:]
            for one in sheets
        }


def _unsure(part: bytes, file: str) -> Iterator[Fault]:
    """The cells of a sheet that hold a formula or an error, with the letters of their columns."""
    for cell in _CELL.finditer(part):
        place = _PLACE.search(cell[1])
        if place is None:
            continue
        line, column = int(place[2]), place[1].decode()
        if cell[2] is not None:
            text = f"={cell[2].decode(errors='replace')}"
            yield Fault(file, line, column, text[:200], "formula")
        elif b't="e"' in cell[1]:
            yield Fault(file, line, column, "", "cell_error")


def named_columns(faults: Sequence[Fault], rows: Rows) -> list[Fault]:
    """Faults with the names of their columns in the place of letters, where they have one."""
    _line, header = next(content(rows), (0, []))
    names = [name.strip() for name in header]
    at = [_number(fault.column.encode()) - 1 for fault in faults]
    return [
        replace(fault, column=names[own]) if own < len(names) and names[own] else fault
        for fault, own in zip(faults, at, strict=True)
    ]


def _number(letters: bytes) -> int:
    """The number of a column: A is 1, AA is 27."""
    found = 0
    for letter in letters:
        found = 26 * found + letter - ord("A") + 1
    return found


def _text(cell: Any) -> str:  # noqa: ANN401 - a cell holds what it holds
    """A cell as the text that a CSV file would hold."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, datetime) and cell.time() == datetime.min.time():
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float | int):
        # Spreadsheets hold and show fifteen digits: 0.3, not 0.30000000000000004.
        return certain(f"{Decimal(f'{cell:.15g}'):f}")
    return str(cell)
