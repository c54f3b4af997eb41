"""Odd and broken workbooks by family, made by rule: a change of one, what must be told of it."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Mapping

import xlsxwriter

from lib.model.faults import Fault
from lib.model.package import packed
from tests.files.odd import SOUND, Change, Files, Odd, fault

Sheets = Mapping[str, xlsxwriter.worksheet.Worksheet]
FILE = "a.xlsx"
PARTS = "a.xlsx: parts"


def book(
    fill: Callable[[xlsxwriter.Workbook, Sheets], object] = lambda *_: None,
    markup: Change = bytes,
) -> Callable[[Files], Files]:
    """The tables as one workbook; ``markup`` changes what it says of the sheet of parts."""

    def change(files: Files) -> Files:
        content = io.BytesIO()
        with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
            sheets = {}
            for name, table in files.items():
                title = name.removesuffix(".csv")
                sheets[title] = workbook.add_worksheet(title)
                for at, row in enumerate(csv.reader(io.StringIO(table.decode(), newline=""))):
                    for column, text in enumerate(row):
                        if text:
                            sheets[title].write_string(at, column, text)
            fill(workbook, sheets)
        part = f"xl/worksheets/sheet{[*files].index('parts.csv') + 1}.xml"
        with zipfile.ZipFile(content) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        return {FILE: packed(parts | {part: markup(parts[part])})}

    return change


def cell(place: str, text: str) -> Change:
    """Another markup in the place of a cell's own."""

    def change(content: bytes) -> bytes:
        start = content.index(f'<c r="{place}"'.encode())
        end = content.index(b"</c>", start) + len(b"</c>")
        return content[:start] + text.encode() + content[end:]

    return change


def formula(text: str) -> list[Fault]:
    """A formula in the cell that the tests of formulas change."""
    return [fault(PARTS, "formula", 2, column="part_id", value=text)]


def merged(first: int, last: int, column: int, sheet: str = "parts") -> Callable[[Files], Files]:
    """Cells of one column that are shown as one; rows and columns from 1."""

    def fill(_workbook: xlsxwriter.Workbook, sheets: Sheets) -> None:
        # As spreadsheets do it: the first cell keeps what it holds, the others are empty.
        sheets[sheet].merge_range(first - 1, column - 1, last - 1, column - 1, "")

    return book(fill)


def shown_as(code: str, number: float = 0.25) -> Callable[[Files], Files]:
    """An amount in a format of its own."""

    def fill(workbook: xlsxwriter.Workbook, sheets: Sheets) -> None:
        sheets["funding"].write_number("H2", number, workbook.add_format({"num_format": code}))

    return book(fill)


def misleading(code: str, value: str = "0.25") -> list[Fault]:
    """What is told of an amount in such a format."""
    place = "a.xlsx: funding"
    return [fault(place, "shown_otherwise", 2, column="value", value=value, detail=code)]


def again(place: str, text: str) -> Change:
    """A second cell of the same place, after the first one."""

    def change(content: bytes) -> bytes:
        start = content.index(f'<c r="{place}"'.encode())
        end = content.index(b"</c>", start) + len(b"</c>")
        return content[:end] + text.encode() + content[end:]

    return change


def hidden(workbook: xlsxwriter.Workbook, sheets: Sheets) -> None:
    """A row that is hidden, below it one that holds nothing."""
    sheets["parts"].set_row(2, None, None, {"hidden": True})
    sheets["parts"].set_row(90, None, None, {"hidden": True})


def narrow(width: int, shown: dict[str, bool]) -> Callable[[Files], Files]:
    """Three columns that are not shown."""
    return book(lambda _, sheets: sheets["funding"].set_column("G:I", width, None, shown))


BOOKS = [
    Odd("workbook", "as it should be", book(), SOUND),
    Odd("workbook", "in a zip", lambda files: {"a.zip": packed(book()(files))}, SOUND),
    Odd("workbook", "two sheets of one name", book(lambda w, _: w.add_worksheet("Parts ")),
        [fault("a.xlsx: Parts ", "duplicate_file", detail="parts")]),
    Odd("workbook", "merged below each other", merged(2, 4, 3, "funding"),
        [fault("a.xlsx: funding", "merged_cells", 2, column="project_id", value="C2:C4")]),
    Odd("workbook", "merged below the table", merged(900, 901, 1), SOUND),
    Odd("workbook", "merged beside the table", merged(2, 3, 9), SOUND),
    Odd("workbook", "formula", book(markup=cell("B2", '<c r="B2"><f>1+1</f><v>T1</v></c>')),
        formula("=1+1")),
    Odd("workbook", "formula in other quotes",
        book(markup=cell("B2", "<c t = 'str' r='B2'><f\n>1+1</f><v>T1</v></c>")), formula("=1+1")),
    Odd("workbook", "formula after a comment",
        book(markup=cell("B2", '<c t="str" r="B2"><!-- < --><f>1+1</f><v>T1</v></c>')),
        formula("=1+1")),
    Odd("workbook", "formula after its value",
        book(markup=cell("B2", '<c t="str" r="B2"><v>T1</v><f><![CDATA[1+1]]></f></c>')),
        formula("=1+1")),
    Odd("workbook", "formula in a cell that does not say where",
        book(markup=cell("B2", '<c t="str"><f>1+1</f><v>T1</v></c>')), formula("=1+1")),
    Odd("workbook", "formula of a group",
        book(markup=cell("B2", '<c t="str" r="B2"><f t="shared" si="0"/><v>T1</v></c>')),
        formula("=")),
    Odd("workbook", "error", book(markup=cell("B2", "<c t='e' r='B2'><v>#N/A</v></c>")),
        [fault(PARTS, "cell_error", 2, column="part_id", value="#N/A")]),
    Odd("workbook", "per cent", shown_as("0%"), misleading("0%")),
    Odd("workbook", "per cent with two digits", shown_as("0.00%"), misleading("0.00%")),
    Odd("workbook", "in thousands", shown_as('#,##0,"k"', 5e5), misleading('#,##0,"k"', "500000")),
    *(Odd("workbook", "times a word", shown_as(code, 180), misleading(code, "180")) for code in (
        '#,##0\\ "Tsd."', '0.0" Mio. CHF"', '#,##0"k"', "0\\ \\M\\n", "[$M€] 0", '0" TCHF"',
        "#,##0k", '0 "000"')),
    *(Odd("workbook", "a word", shown_as(code, 180), SOUND) for code in (
        '0 "families"', '0.00 "CHF"', '0 "MAD"', '"Total:" 0')),
    Odd("workbook", "leading zeros", shown_as("0000", 12), misleading("0000", "12")),
    Odd("workbook", "fraction", shown_as("# ?/?"), misleading("# ?/?")),
    Odd("workbook", "an amount as money", shown_as('[$€-407] #,##0.00;[Red]-0.0"%"', 500), SOUND),
    Odd("workbook", "an amount with two digits", shown_as("0.00", 500), SOUND),
    Odd("workbook", "a month", shown_as("[$-409]mmm yyyy", 45352),
        misleading("[$-409]mmm yyyy", "45352")),
    Odd("workbook", "a year", shown_as("yyyy", 45352), misleading("yyyy", "45352")),
    Odd("workbook", "a month as every workbook has it", shown_as("mmm-yy", 45352),
        misleading("mmm-yy", "45352")),
    Odd("workbook", "a day", shown_as('d. mmmm yyyy "month"', 45352), SOUND),
    Odd("workbook", "a day without its year", shown_as("d-mmm", 45352),
        misleading("d-mmm", "45352")),
    Odd("workbook", "nothing", shown_as(";;;", 777), misleading(";;;", "777")),
    Odd("workbook", "hidden sheet", book(lambda _, sheets: sheets["parts"].hide()),
        [fault(PARTS, "hidden_sheet")]),
    Odd("workbook", "a remark beside the table",
        book(lambda _, sheets: sheets["parts"].write("J3", "why?")),
        [fault(PARTS, "unnamed_column", 3, column="J", value="why?", detail="J")]),
    Odd("workbook", "hidden row", book(hidden), [fault(PARTS, "hidden_row", 3)]),
    *(Odd("workbook", f"hidden column: {how}",
          narrow(width, shown),
          [fault("a.xlsx: funding", "hidden_column", 1, column=name)
           for name in ("currency_code", "funding_kind", "value")])
      for how, width, shown in (("hidden", 9, {"hidden": True}), ("narrow", 0, {}))),
    Odd("workbook", "hidden column that holds nothing",
        book(lambda _, sheets: sheets["funding"].set_column("D:D", 9, None, {"hidden": True})),
        SOUND),
    Odd("workbook", "cell twice",
        book(markup=again("B2", '<c r="B2" t="str"><v>T3</v></c>')),
        [fault(PARTS, "cell_twice", 2, column="part_id", value="B2")]),
    Odd("workbook", "row twice",
        book(markup=lambda c: c.replace(b'<row r="3"', b'<row r="2"')),
        [fault(PARTS, "cell_twice", 2, value="2")]),
    Odd("workbook", "minutes", shown_as("mm:ss", 0.5), SOUND),
    Odd("workbook", "empty far cell that has a format",
        book(lambda w, sheets: sheets["parts"].write_blank(
            1_048_575, 30, None, w.add_format({"bold": True}))), SOUND),
    Odd("workbook", "far cell in other quotes",
        book(markup=cell("B2", "<c r='XFD1048576' t='str'><v>x</v></c>")),
        [fault(PARTS, "too_large", 1_048_576, column="XFD", detail="3,000,000 cells")]),
    Odd("workbook", "cells that do not say where, and are too many",
        book(markup=lambda c: c.replace(
            b"</sheetData>", b"<row>%s</row></sheetData>" % (b"<c><v>1</v></c>" * 3_000_000))),
        [fault(PARTS, "too_large", detail="3,000,000 cells")]),
    Odd("workbook", "a sheet with a year", lambda files: book()(
            {n.replace("funding", "Funding 2024"): c for n, c in files.items()}),
        [fault("a.xlsx: Funding 2024", "misnamed", detail="funding")]),
    Odd("workbook", "far cell under another sign",
        book(markup=cell("B2", '<c r="&#88;FD1048576" t="str"><v>x</v></c>')),
        [fault(PARTS, "broken_workbook", detail="&")]),
]  # fmt: skip
