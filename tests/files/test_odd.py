"""Every odd file gets its verdict, and the place of what is wrong."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter

from lib.files import reading
from lib.model.faults import FaultyTables
from lib.model.package import packed
from lib.model.schema import TABLES
from lib.model.tables import checked
from tests.files.odd import ODD, Odd
from tests.fixture.copies import FOLDER

FILES = {path.name: path.read_bytes() for path in sorted(Path(FOLDER).glob("*.csv"))}


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: f"{odd.family}-{odd.name}")
def test_the_verdict_is_that_of_the_family(odd: Odd) -> None:
    files = odd.change({**FILES})
    try:
        told = checked(reading.read(files, TABLES), TABLES).doubts
    except FaultyTables as error:
        told = error.faults
    assert [*told] == sorted(odd.told)


def test_what_is_unusual_is_read_as_what_is_usual() -> None:
    before = checked(reading.read(FILES, TABLES), TABLES).rows
    for odd in ODD:
        if not odd.told and odd.family in ("writing", "encoding"):
            files = odd.change({**FILES})
            after = checked(reading.read(files, TABLES), TABLES).rows
            for name, rows in before.items():
                found = after[name].reset_index(drop=True)
                pd.testing.assert_frame_equal(found, rows.reset_index(drop=True))


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
