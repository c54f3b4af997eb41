"""The table of exchange rates: it may be absent, and its faults are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lib.files import dump
from lib.model import package
from lib.model.extract import extract
from lib.model.faults import Fault, FaultyTables
from lib.model.schema import TABLES
from lib.model.selection import Selection
from tests.fixture import copies

END = ",line 1,riga 1,Zeile 1,ligne 1,línea 1\n"


def opened(place: Path, *rows: str) -> package.Package:
    folder = copies.copied(place)
    with (folder / "rates.csv").open("a", encoding="utf-8") as file:
        file.writelines(row + END for row in rows)
    return package.opened_at(folder)


@pytest.mark.parametrize(
    ("row", "column", "rule"),
    [
        ("EUR,XXX,2,2025,study", "quote_currency_code", "currency"),
        ("euro,USD,2,2025,study", "base_currency_code", "currency"),
        ("EUR,USD,0,2025,study", "rate", "not_positive"),
        ("EUR,USD,-2,2025,study", "rate", "number"),
        ("EUR,USD,,2025,study", "rate", "required"),
        ("EUR,USD,2,,study", "rate_date", "required"),
        ("EUR,USD,2,2025-02-30,study", "rate_date", "date"),
        ("EUR,USD,2,2025,", "source_id", "required"),
        ("EUR,USD,2,2025,nobody", "source_id", "unknown_reference"),
        ("EUR,EUR,2,2025,study", "quote_currency_code", "same_currency"),
    ],
)
def test_a_wrong_rate_is_told(tmp_path: Path, row: str, column: str, rule: str) -> None:
    with pytest.raises(FaultyTables) as told:
        opened(tmp_path, row)
    (fault,) = told.value.faults
    assert (fault.file, fault.line, fault.column, fault.rule) == ("rates.csv", 2, column, rule)


def test_a_pair_has_one_rate_a_day(tmp_path: Path) -> None:
    with pytest.raises(FaultyTables) as told:
        opened(tmp_path, "EUR,USD,2,2025,study", "EUR,USD,3,2025,page")
    assert {fault.rule for fault in told.value.faults} == {"unique"}
    assert [fault.line for fault in told.value.faults] == [2, 3]


def test_tables_do_without_it(tmp_path: Path) -> None:
    folder = copies.copied(tmp_path)
    (folder / "rates.csv").unlink()
    found = package.opened_at(folder)
    assert found.doubts == ()
    assert found.portfolio.rates.empty
    for selection in (Selection(), Selection(edition=("1",))):
        assert "rates" not in extract(found.portfolio.select(selection))
    assert "rates.csv" not in found.brought.folder()


def test_a_database_and_a_zip_do_without_it(tmp_path: Path) -> None:
    folder = copies.copied(tmp_path)
    files = {f"{name}.csv": (folder / f"{name}.csv").read_bytes() for name in TABLES}
    del files["rates.csv"]
    assert package.opened({"tables.zip": package.packed(files)}).portfolio.rates.empty
    found = package.package_of(files, dump.read(files, "public", TABLES))
    assert found.doubts == ()
    assert found.portfolio.rates.empty


def test_a_table_that_is_named_and_not_there_is_a_fault(tmp_path: Path) -> None:
    folder = copies.copied(tmp_path)
    (folder / "rates.csv").unlink()
    named = {"resources": [{"name": "rates", "path": "rates.csv"}]}
    (folder / "datapackage.json").write_text(json.dumps(named), encoding="utf-8")
    with pytest.raises(FaultyTables) as told:
        package.opened_at(folder)
    assert told.value.faults == (Fault("rates.csv", 0, "", "", "missing_as_described"),)


def test_no_other_table_may_be_absent(tmp_path: Path) -> None:
    folder = copies.copied(tmp_path)
    (folder / "parts.csv").unlink()
    with pytest.raises(FaultyTables) as told:
        package.opened_at(folder)
    assert [(fault.file, fault.rule) for fault in told.value.faults] == [
        ("parts.csv", "missing_file")
    ]
