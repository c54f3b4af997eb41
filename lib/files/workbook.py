"""Workbooks: a sheet a table, cells as the texts that they stand for."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from python_calamine import CalamineError, CalamineWorkbook

from lib.files.cell_places import hidden_columns, hidden_rows, spread, with_styles
from lib.files.decimals import certain
from lib.files.faults import Fault, Refused, Tally
from lib.files.formats import misleading, shown_in, signs_of_money
from lib.files.limits import CELLS, Meter
from lib.files.markup import Looks, MarkupError, elements, extent, letters_of, looked_at, number
from lib.files.sheet import Rows, Sheet, content

_DOCUMENT_TYPE: Final = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
# What is there wherever a formula, an error or merged cells are, and hardly anywhere else.
_UNSURE: Final = re.compile(rb'[<:](?:f|mergeCell)[\s/>]|\st\s*=\s*["\'](?:e|[^"\'<]*&)')
_STYLE: Final = re.compile(rb'\ss\s*=\s*["\']\s*([0-9]{1,6})')
_HIDDEN_PLACE: Final = re.compile(rb'\sr\s*=\s*["\'][^"\'<]*&')
_RELATION: Final = "id"

# What a workbook raises that is broken inside.
WorkbookError: Final = (CalamineError, MarkupError, KeyError, ValueError)


class Workbook:
    """An XLSX file that was looked through before anything opens it."""

    def __init__(self, workbook: bytes, file: str) -> None:
        """Raises :class:`Refused` for what is no workbook, or one that declares a document type."""
        self._file = file
        self._stream = io.BytesIO(workbook)
        self._archive = zipfile.ZipFile(self._stream)
        for name in self._archive.namelist():
            if name.endswith((".xml", ".rels")):
                part = self._archive.read(name)
                # In UTF-16, which no spreadsheet writes, the words below would not be found.
                if b"\0" in part[:4] or part[:2] in (b"\xff\xfe", b"\xfe\xff"):
                    raise Refused(Fault(file, 0, "", name, "broken_workbook", "UTF-16"))
                if _DOCUMENT_TYPE.search(part):
                    raise Refused(Fault(file, 0, "", name, "broken_workbook", "DOCTYPE"))
        self._formats: Mapping[str, str] = {}
        self._signs: Mapping[str, str] = {}
        self.hidden: list[str] = []  # names of sheets
        self._parts = self._sheet_parts()

    @property
    def sheets(self) -> list[str]:
        """The names of its sheets."""
        return [*self._parts]

    def looks(self, sheet: str, file: str) -> Looks:
        """Formulas, errors, merged cells of a sheet: what they stand for is not certain.

        Raises :class:`Refused` for cells too far from each other: between them a reader would make
        room for thousands of millions of empty ones.
        """
        part = self._archive.read(self._parts[sheet])
        if _HIDDEN_PLACE.search(part):
            raise Refused(Fault(file, 0, "", "", "broken_workbook", "&"))
        if part.count(b"<v>") + part.count(b"<is>") > CELLS:  # before their places are looked for
            raise Refused(Fault(file, 0, "", "", "too_large", f"{CELLS:,} cells"))
        found = spread(part)
        lowest, rightmost = found.lowest, max(map(number, found.columns), default=0)
        if lowest * rightmost > CELLS:  # of which empty ones, that only have a format, do not count
            lowest, rightmost = extent(io.BytesIO(part))
        if lowest * rightmost > CELLS:
            limit = f"{CELLS:,} cells"
            raise Refused(Fault(file, lowest, letters_of(rightmost), "", "too_large", limit))
        used = {style.decode() for style in {*_STYLE.findall(part)}}
        formats = {style: code for style, code in self._formats.items() if style in used}
        if not formats and found.is_in_order and not _UNSURE.search(part):
            looks = Looks(Tally(file))
        else:
            looks = looked_at(io.BytesIO(part), file, formats)
        signs: dict[tuple[str, str], list[int]] = {}
        of_money = {style: sign for style, sign in self._signs.items() if style in used}
        for row, letters, sign in with_styles(part, of_money):
            signs.setdefault((letters, sign), []).append(row)
        rows, columns = hidden_rows(part), hidden_columns(part)
        return replace(looks, hidden=rows, hidden_columns=columns, signs=signs)

    def rows(self, sheet: str, file: str, meter: Meter) -> Iterator[tuple[int, list[str]]]:
        """The rows of a sheet as texts, as wide as its first one that holds something."""
        self._stream.seek(0)
        book = CalamineWorkbook.from_filelike(self._stream)
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
        targets: dict[str, str] = {}
        found: dict[str, str] = {}
        styles: list[str] = []

        def related(name: str, about: Mapping[str, str]) -> None:
            if name == "Relationship":
                targets[about["Id"]] = about.get("Target", "")
                if about.get("Type", "").endswith("/styles"):
                    styles.append(posixpath.join("/xl", about.get("Target", ""))[1:])

        def named(name: str, about: Mapping[str, str]) -> None:
            if name == "sheet":
                own = {one.rpartition(":")[2]: value for one, value in about.items()}
                title, target = own.get("name", ""), targets[own[_RELATION]]
                if title in found:
                    place = f"{self._file}: {title}"
                    raise Refused(Fault(place, 0, "", "", "duplicate_file", title))
                found[title] = posixpath.join("/xl", target)[1:]
                if own.get("state") in ("hidden", "veryHidden"):
                    self.hidden.append(title)

        elements(self._archive.open("xl/_rels/workbook.xml.rels"), related)
        elements(self._archive.open("xl/workbook.xml"), named)
        for part in styles:
            shown = shown_in(self._archive.open(part))
            self._formats, self._signs = misleading(shown), signs_of_money(shown)
        return found


def unsure(looks: Looks, found: Sheet, rows: Rows) -> tuple[Sheet, list[Fault]]:
    """What is not certain in a sheet, with names of columns in the place of their letters.

    The sheet comes back with the signs of money that the formats of its cells show.
    """
    header_line, header = next(content(rows), (0, []))
    names = [name.strip() for name in header]
    told = Tally(found.file)
    last = max(found.lines, default=header_line)
    for merged in looks.merged:
        if merged.bottom >= header_line and merged.top <= last:
            for name in filter(None, names[merged.left - 1 : merged.right]):
                told.add(max(merged.top, header_line), name, merged.ref, "merged_cells")
    kept = {*found.lines}
    for line in looks.hidden:
        if line in kept:
            told.add(line, "", "", "hidden_row")
    for at, name in enumerate(names, 1):
        if name in found.header and any(at in hidden for hidden in looks.hidden_columns):
            column = found.header.index(name)
            if any(row[column] for row in found.rows):
                told.add(header_line, name, "", "hidden_column")
    signs: dict[str, dict[str, list[int]]] = {}
    for (letters, sign), lines in looks.signs.items():
        name = names[at] if (at := number(letters) - 1) < len(names) else ""
        if own := [line for line in lines if line in kept] if name else []:
            signs.setdefault(name, {})[sign] = own
    return replace(found, signs=signs), [*_named(looks.unsure.faults, names), *told.faults]


def _named(faults: Sequence[Fault], names: Sequence[str]) -> Iterator[Fault]:
    for fault in faults:
        at = number(fault.column) - 1 if fault.column else len(names)
        yield replace(fault, column=names[at]) if at < len(names) and names[at] else fault


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
