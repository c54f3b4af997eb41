"""A portfolio all of whose texts begin like a formula: none of them is one in any file."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from lib.exports.contents import pack_of
from lib.exports.formats import FORMATS
from lib.exports.pack import Pack
from lib.model.extract import extract
from lib.model.package import opened, opened_at
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from tests.fixture import other

SIGNS = ("=", "+", "-", "@", "\t", "\r")
TEXTS = ("name", "title", "description", "note", "locator", "publisher", "subject", "model_name")


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    """The small German tables, every free text of which begins with each sign in turn."""
    files = {}
    signs = count()
    for name, content in other.files().items():
        if not name.endswith(".csv"):
            files[name] = content
            continue
        rows = list(csv.DictReader(io.StringIO(content.decode())))
        for row in rows:
            for column in row:
                if row[column] and column.removesuffix("_de") in TEXTS:
                    row[column] = f"{SIGNS[next(signs) % len(SIGNS)]}1+{row[column]}"
        written = io.StringIO()
        writer = csv.DictWriter(written, [*rows[0]] if rows else content.decode().split(","))
        writer.writeheader()
        writer.writerows(rows)
        files[name] = written.getvalue().encode()
    return opened(files).portfolio


@pytest.fixture(scope="module")
def pack(portfolio: Portfolio) -> Pack:
    return pack_of(portfolio, Selection(language="de"))


def formulas(texts: Iterator[str]) -> set[str]:
    """The signs with which some of the texts begin."""
    return {text[:1] for text in texts if text.startswith(SIGNS)}


def test_the_workbook_holds_them_as_texts(pack: Pack) -> None:
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].make(pack)))
    cells = [cell for sheet in book for row in sheet.rows for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    said = (cell.value for cell in cells if cell.data_type == "s")
    assert {"=", "+", "-", "@"} <= formulas(said)


@pytest.mark.parametrize("folder", ["figures", "tables"])
def test_data_files_guard_them(pack: Pack, folder: str) -> None:
    guarded = 0
    with zipfile.ZipFile(io.BytesIO(FORMATS["zip"].make(pack))) as archive:
        for name in archive.namelist():
            if name.startswith(f"{folder}/") and name.endswith(".csv"):
                rows = csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""))
                cells = [cell for row in rows for cell in row]
                assert not [one for one in cells if one.startswith(SIGNS) and not _number(one)]
                guarded += sum(one.startswith(tuple(f"'{sign}" for sign in SIGNS)) for one in cells)
    assert guarded > 20


@pytest.mark.parametrize("chosen", [Selection(), Selection(edition=("1",))], ids=str)
def test_tables_come_back_without_their_guards(
    portfolio: Portfolio, chosen: Selection, tmp_path: Path
) -> None:
    there = pack_of(portfolio, chosen)
    packed = FORMATS["zip"].make(there)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(tmp_path)
    for again in (opened({"pack.zip": packed}), opened_at(tmp_path)):
        twice = opened({"pack.zip": FORMATS["zip"].make(pack_of(again.portfolio, Selection()))})
        for one in (again, twice):
            assert _cells(one.portfolio) == _cells(there.portfolio)


def _cells(portfolio: Portfolio) -> dict[str, list[list[str]]]:
    """Every text of every table, as it is read."""
    found = extract(portfolio)
    return {
        name: [*csv.reader(io.StringIO(content.decode(), newline=""))]
        for name, content in found.items()
    }


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_slides_say_them_as_they_are(pack: Pack) -> None:
    deck = Presentation(io.BytesIO(FORMATS["pptx"].make(pack)))
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    charts = [shape.chart for shape in shapes if shape.has_chart]
    cells = [
        cell.text
        for shape in shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    assert {"=", "+", "-", "@"} <= formulas(iter(cells))
    assert charts
    for chart in charts:  # what opens when somebody edits the numbers
        book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        kinds = {cell.data_type for sheet in book for row in sheet.rows for cell in row}
        assert kinds <= {"s", "n"}, kinds
