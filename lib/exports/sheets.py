"""Sheets of an Excel workbook as a pack writes them: every cell with its type, never a formula."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from lib.charts.theme import LIGHT
from lib.exports.cells import Column
from lib.exports.sheet_names import named
from lib.exports.typed import About, Cell, Money, Partly

HEAD: Final = 3  # rows above the headings of a sheet
NARROWEST, WIDEST, LOOKED_AT = 9, 58, 300  # characters of a column, rows that tell its width
LONGEST: Final = 32_767  # characters of a cell
LONGEST_ADDRESS: Final = 2_000
MOST_LINKS: Final = 60_000  # of a sheet; Excel repairs away those of one with more than 65,530
A4: Final = 9
NEARLY: Final = "≈\u00a0"  # before a number that is approximate


class Sheets:
    """The sheets of one workbook; ``listed`` says of each its name, what it shows, its rows."""

    def __init__(self, book: Workbook, cover: str, contents: str) -> None:
        """Begin with the ``cover``, to which each sheet leads back by the word ``contents``."""
        self.book, self.contents = book, f"← {contents}"
        self.cover: Worksheet = book.add_worksheet(named(cover, 0))
        self.listed: list[tuple[str, str, int]] = []
        base = {"valign": "top", "font_color": LIGHT.text}
        self.money = cache(lambda form: book.add_format({**base, "num_format": form}))
        self.text = book.add_format({**base, "text_wrap": True})
        self.whole = book.add_format({**base, "num_format": "#,##0"})
        self.about = book.add_format({**base, "num_format": f'"{NEARLY}"#,##0.######'})
        self.broken = book.add_format({**base, "num_format": "#,##0.0#####"})
        self.day = book.add_format({**base, "num_format": "d mmm yyyy", "align": "left"})
        self.month = book.add_format({**base, "num_format": "mmm yyyy", "align": "left"})
        self.year = book.add_format({**base, "num_format": "yyyy", "align": "left"})
        self.link = book.add_format({**base, "font_color": LIGHT.link, "underline": 1})
        self.muted = book.add_format({**base, "font_color": LIGHT.muted})
        self.large = book.add_format({**base, "bold": True, "font_size": 22})
        self.title = book.add_format({**base, "bold": True, "font_size": 14})
        self.head = book.add_format(
            {**base, "bold": True, "text_wrap": True, "bottom": 1, "bg_color": LIGHT.panel}
        )

    def add(
        self, short: str, title: str, said: str, columns: Sequence[Column], subject: str = ""
    ) -> None:
        """A sheet of rows under a title, what is said of it, and headings that stay and filter.

        ``short`` is its name, after that of its ``subject`` if it has one.
        """
        count = len(columns[0].cells) if columns else 0
        sheet = self.book.add_worksheet(named(short, len(self.listed) + 1, subject))
        self.listed.append((sheet.get_name(), title, count))
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD)
        sheet.freeze_panes(HEAD + 1, 1)
        self.cell(sheet, 0, 0, title, look=self.title)
        self.cell(sheet, 1, 0, said, look=self.muted)
        sheet.write_url(2, 0, f"internal:'{self.cover.get_name()}'!A1", self.link, self.contents)
        if columns:
            self._rows(sheet, columns, count)

    def notes(self, said: Sequence[str]) -> None:
        """Small print below the rows of the newest sheet; below its head where it has none."""
        sheet, count = self.book.worksheets()[-1], self.listed[-1][2]
        below = HEAD + (2 + count if count else 0)
        for place, note in enumerate(said):
            self.cell(sheet, below + place, 0, note, look=self.muted)

    def headings(self, sheet: Worksheet, row: int, names: Sequence[str]) -> None:
        """A row of headings."""
        for place, name in enumerate(names):
            self.cell(sheet, row, place, name, look=self.head)

    def cell(
        self,
        sheet: Worksheet,
        row: int,
        place: int,
        cell: Cell,
        address: str = "",
        look: Any = None,  # noqa: ANN401 - a format of XlsxWriter, which has no types
    ) -> None:
        """Write one cell by its type; a text leads to its web address, if it has one."""
        if isinstance(cell, str):
            is_web = address.startswith(("https://", "http://")) and len(address) < LONGEST_ADDRESS
            if is_web and cell:
                sheet.write_url(row, place, address, self.link, cell[:LONGEST])
            else:
                sheet.write_string(row, place, cell[:LONGEST], look or self.text)
        elif isinstance(cell, Partly):
            sheet.write_datetime(row, place, cell.day, self.month if cell.is_month else self.year)
        elif isinstance(cell, About):
            sheet.write_number(row, place, cell.number, self.about)
        elif isinstance(cell, Money):
            digits = "#,##0" if cell.number.is_integer() else "#,##0.00####"
            form = f'"{cell.before}"{digits}"{cell.after}"'.replace('""', "")
            sheet.write_number(row, place, cell.number, self.money(form))
        elif isinstance(cell, datetime.date):
            sheet.write_datetime(row, place, cell, self.day)
        elif cell is not None:
            number = self.whole if float(cell).is_integer() else self.broken
            sheet.write_number(row, place, cell, number)

    def _rows(self, sheet: Worksheet, columns: Sequence[Column], count: int) -> None:
        self.headings(sheet, HEAD, [column.heading for column in columns])
        sheet.autofilter(HEAD, 0, HEAD + count, len(columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{HEAD + 1 + count}"})
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _width(column))
            links = column.addresses if count * len(columns) < MOST_LINKS else ()
            for row, cell in enumerate(column.cells):
                self.cell(sheet, HEAD + 1 + row, place, cell, links[row] if links else "")


def _width(column: Column) -> int:
    """Characters that a column is wide: as its cells, within reason."""
    seen: list[Any] = [column.heading, *column.cells[:LOOKED_AT]]
    longest = max(len(f"{cell:,.0f}" if isinstance(cell, float) else str(cell)) for cell in seen)
    return min(max(longest + 2, NARROWEST), WIDEST)
