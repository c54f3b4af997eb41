"""The table of exchange rates: it may be absent, and its faults are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lib.files import dump
from lib.model import package
from lib.model.extract import extract
from lib.model.faults import Fault, FaultyTables, Rule
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
        ("EUR,USD,-2,2025,study", "rate", "negative"),
        ("EUR,USD,,2025,study", "rate", "required"),
        ("EUR,USD,2,,study", "rate_date", "required"),
        ("EUR,USD,2,2025-02-30,study", "rate_date", "no_such_day"),
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


@pytest.mark.parametrize(
    ("rows", "column", "value", "rule", "detail"),
    [
        (["EUR,USD,2,2099-01-01,study"], "rate_date", "2099-01-01", "future_rate", ""),
        (["EUR,USD,2,2099,study"], "rate_date", "2099", "future_rate", ""),
        (
            ["EUR,USD,0.9,2024-01-02,study", "USD,EUR,0.9,2024-01-02,study"],
            *("rate", "0.9", "inverse_rate", "1.11111"),
        ),
    ],
)
def test_a_rate_that_cannot_be_is_told(
    tmp_path: Path, rows: list[str], column: str, value: str, rule: Rule, detail: str
) -> None:
    with pytest.raises(FaultyTables) as told:
        opened(tmp_path, *rows)
    line = 1 + len(rows)
    assert told.value.faults == (Fault("rates.csv", line, column, value, rule, detail),)


@pytest.mark.parametrize(
    ("rows", "doubts"),
    [
        (["EUR,USD,1.1,2024,study", "USD,EUR,0.91,2024,study"], []),
        (["EUR,USD,1.1,2023,study", "EUR,USD,2.1,2024,study"], []),
        (["EUR,USD,4.125,2023,study"], []),
        (
            ["EUR,USD,90,2024-02-01,study", "EUR,USD,0.9,2024-01-01,study"],
            [
                (2, "rate", "90", "rate_jump", "0.9 (2024-01-01)"),
                (2, "rate", "90", "unusual_rate", "1.1"),
            ],
        ),
        (["USD,EUR,93,2024,study"], [(2, "rate", "93", "unusual_rate", "0.91")]),
        (["USD,EUR,0.0093,2024,study"], [(2, "rate", "0.0093", "unusual_rate", "0.91")]),
        (["USD,JPY,150,2024,study", "VND,USD,0.00004,2024,study"], []),
        (
            ["USD,EUR,0.8,2023,study", "EUR,USD,0.5,2024,study"],
            [(3, "rate", "0.5", "rate_jump", "1.25 (2023)")],
        ),
        (
            ["EUR,USD,1.1,2024,study", "EUR,USD,1.2,2024-01-01,study"],
            [(3, "rate_date", "2024-01-01", "rate_twice", "2024")],
        ),
    ],
)
def test_a_doubtful_rate_is_told(
    tmp_path: Path, rows: list[str], doubts: list[tuple[int, str, str, Rule, str]]
) -> None:
    expected = tuple(Fault("rates.csv", *doubt) for doubt in doubts)
    assert opened(tmp_path, *rows).doubts == expected


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


def test_a_day_may_lie_far_from_the_mean_of_its_year(tmp_path: Path) -> None:
    found = opened(tmp_path, "USD,ARS,296,2023,study", "ARS,USD,0.00124,2023-12-29,study")
    (doubt,) = [one for one in found.doubts if one.file == "rates.csv"]
    assert (doubt.rule, doubt.line) == ("rate_jump", 3)
