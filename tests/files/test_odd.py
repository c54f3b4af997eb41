"""Every odd file gets its verdict, and the place of what is wrong."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
import xlsxwriter
from pyarrow import parquet

from lib.files import message, reading
from lib.model import reader
from lib.model.faults import FaultyTables, told
from lib.model.package import packed
from lib.model.schema import TABLES
from lib.model.tables import checked
from tests.files.odd import ODD, Odd
from tests.files.odd_books import BOOKS, book
from tests.files.odd_habits import HABITS
from tests.fixture.copies import FOLDER

pytestmark = pytest.mark.integration

FILES = {path.name: path.read_bytes() for path in sorted(Path(FOLDER).glob("*.csv"))}


@pytest.fixture(scope="module")
def usual() -> dict[str, pd.DataFrame]:
    """The tables as they are read where nobody has changed them."""
    return checked(reading.read(FILES, TABLES), TABLES).rows


@pytest.mark.parametrize("odd", [*ODD, *HABITS], ids=lambda odd: f"{odd.family}-{odd.name}")
def test_the_verdict_is_that_of_the_family(odd: Odd, usual: dict[str, pd.DataFrame]) -> None:
    files = odd.change({**FILES})
    try:
        read = checked(reading.read(files, TABLES), TABLES)
        found = read.doubts
    except FaultyTables as error:
        found = error.faults
    assert [*found] == sorted(odd.told)
    if not odd.told and odd.family in ("writing", "encoding", "headers"):  # read as what is usual
        for name, rows in usual.items():
            same = read.rows[name].reset_index(drop=True)
            pd.testing.assert_frame_equal(same, rows.reset_index(drop=True))


@pytest.mark.parametrize("odd", BOOKS, ids=lambda odd: f"{odd.family}-{odd.name}")
def test_the_verdict_on_a_workbook_is_that_of_the_family(odd: Odd) -> None:
    names = ["funding", "parts"]
    found = reading.read(odd.change({f"{name}.csv": FILES[f"{name}.csv"] for name in names}), names)
    assert [*told(found.faults)] == sorted(odd.told)


def test_a_workbook_is_read_as_the_files_it_was_made_of() -> None:
    read = [reading.read(files, TABLES) for files in (FILES, book()(FILES))]
    of_files, of_book = ({n: one.rows for n, one in found.sheets.items()} for found in read)
    assert of_book == of_files


def test_money_that_is_shown_as_another_than_its_row_names_is_told() -> None:
    """Not of a sign that its currency has, or of a row that is no table; a word is told as one."""
    content = io.BytesIO()
    funding = [*csv.reader(io.StringIO(FILES["funding.csv"].decode(), newline=""))]
    amount, currency = funding[0].index("value"), funding[0].index("currency_code")
    codes = ["[$$-409]#,##0.00", '#,##0.00 "£"', "[$CHF] 0.00", "[$EUR] 0.00", '0.00 "net"', "€0",
             5, 8, 44, 37, 43]  # fmt: skip
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        page = workbook.add_worksheet("funding")
        for at, row in enumerate([*funding[:7], *funding[1:6]]):
            page.write_row(at, 0, row)
            if at:
                shown = workbook.add_format({"num_format": codes[at - 1]})
                page.write_number(at, amount, 500, shown)
                page.write_string(at, currency, "EUR")
        page.write_blank(90, amount, None, workbook.add_format({"num_format": codes[0]}))
    found = message.understood(
        message.written(reading.read({"a.xlsx": content.getvalue()}, ["funding"]))
    )
    read = reader.read(found.sheets["funding"], TABLES["funding"], found.faults)
    told = [fault for fault in read.faults if fault.column == "value"]
    assert [(one.line, one.value, one.rule, one.detail) for one in told] == [
        (2, "500", "other_sign", "$, EUR"),
        (3, "500", "other_sign", "£, EUR"),
        (4, "500", "other_sign", "CHF, EUR"),
        (6, "500", "word_beside", "net"),
        *((line, "500", "other_sign", "$, EUR") for line in (8, 9, 10)),
    ]


@pytest.mark.parametrize("is_of_1904", [False, True])
def test_a_day_is_the_same_whichever_year_a_workbook_counts_from(is_of_1904: bool) -> None:
    content = io.BytesIO()
    options = {"in_memory": True, "date_1904": is_of_1904}
    with xlsxwriter.Workbook(content, options) as workbook:
        page = workbook.add_worksheet("parts")
        page.write_row(0, 0, ["day"])
        page.write_datetime(1, 0, date(2024, 1, 2), workbook.add_format({"num_format": 14}))
    found = reading.read({"a.xlsx": content.getvalue()}, ["parts"])
    assert found.sheets["parts"].rows == [["2024-01-02"]]


def test_a_zip_may_hold_a_folder_with_what_systems_add() -> None:
    files = {f"portfolio/{name}": content for name, content in FILES.items()}
    files |= {"__MACOSX/portfolio/._parts.csv": b"\0", "portfolio/.DS_Store": b"\0"}
    found = reading.read({"tables.zip": packed(files)}, TABLES)
    assert found.faults == ()
    assert [*found.sheets] == [*TABLES]


def test_what_is_a_number_of_its_own_is_no_thousands_and_stays_one_in_texts() -> None:
    """A cell of a workbook, of Parquet: 13.125 there is certain, the text "13.125" is not."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        page = book.add_worksheet("parts")
        page.write_row(0, 0, ["number", "text", "negative", "whole"])
        page.write_row(1, 0, [13.125, "13.125", -13.125, 250.0])
    typed = io.BytesIO()
    pd.DataFrame({"number": [13.125], "text": ["13.125"]}).to_parquet(typed)
    sheets = [
        reading.read({"a.xlsx": content.getvalue()}, ["parts"]).sheets["parts"],
        reading.read({"parts.parquet": typed.getvalue()}, ["parts"]).sheets["parts"],
    ]
    assert sheets[0].rows == [["13.1250", "13.125", "-13.1250", "250"]]
    assert sheets[1].rows == [["13.1250", "13.125"]]


def test_a_zip_of_windows_has_its_own_paths() -> None:
    files = {f"portfolio\\{name}": content for name, content in FILES.items()}
    found = reading.read({"tables.zip": packed(files)}, TABLES)
    assert (found.faults, [*found.sheets]) == ((), [*TABLES])


def test_a_column_of_lists_is_no_column_of_a_table() -> None:
    """Of Parquet: one that the table does not have is ignored, one that it has is a fault."""
    rows = {name: ["a", "b"] for name in ("total_id", "part_id", "is_complete")}
    for name, rules in {"spare": [], "is_certain": ["nested_column"]}.items():
        columns = {**rows, "is_certain": ["true", "true"], name: [[1], [2]]}
        content = io.BytesIO()
        parquet.write_table(pa.table(columns), content)
        found = reading.read({"parts.parquet": content.getvalue()}, ["parts"])
        read = reader.read(found.sheets["parts"], TABLES["parts"], found.faults)
        own = {fault.rule for fault in read.faults if fault.column == name}
        assert own >= {*rules} if rules else own == {"ignored_column"}


def test_a_day_that_pandas_has_written_is_a_day() -> None:
    content = io.BytesIO()
    days = pd.to_datetime(["2021-12-31T00:00", "2021-12-31T23:30", None])
    pd.DataFrame({"day": days, "other": "x"}).to_parquet(content)
    found = reading.read({"a.parquet": content.getvalue()}, ["a"])
    assert [row[0] for row in found.sheets["a"].rows] == ["2021-12-31", "2021-12-31T23:30:00", ""]
