"""The tables of a selection: read again, they say what the selection says."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from lib.figures import places
from lib.model.extract import extract
from lib.model.portfolio import Portfolio
from lib.model.schema import STATEMENT_TABLES, TABLES
from lib.model.selection import Selection
from lib.model.store import load
from tests.fixture import copies

SELECTIONS = {
    "edition": Selection(edition=("1",)),
    "page only": Selection(edition=("2",), evidence="page"),
    "country": Selection(country=("DE",)),
    "project": Selection(project=("singa",)),
    "nothing": Selection(edition=("1",), country=("IN",)),
}
ROWS = ["projects", "project_countries", "sites", *STATEMENT_TABLES]


def test_all_selected_the_files_are_those_that_were_read(real: Portfolio) -> None:
    found = extract(real.select(Selection(language="it")))
    assert list(found) == [
        name for name in TABLES if name != "rates"
    ]  # which the record does without
    for name, content in found.items():
        assert content == (copies.REAL / f"{name}.csv").read_bytes()


@pytest.mark.parametrize("name", SELECTIONS)
def test_a_selection_is_read_again_without_a_fault(
    real: Portfolio, name: str, tmp_path: Path
) -> None:
    chosen = real.select(SELECTIONS[name])
    for table, content in extract(chosen).items():
        (tmp_path / f"{table}.csv").write_bytes(content)
    said = '{"selection": {"country": ["IN"]}}'  # without it, tables have a project
    (tmp_path / "datapackage.json").write_text(said, encoding="utf-8")
    again = load(tmp_path).select(Selection())
    for table in ROWS:
        key = list(TABLES[table].Config.unique or chosen.table(table).columns[:1])
        pd.testing.assert_frame_equal(
            again.table(table)[key].reset_index(drop=True),
            chosen.table(table)[key].reset_index(drop=True),
        )
    assert again.sites["status"].tolist() == chosen.sites["status"].tolist()
    bounds = ["project_id", "low", "high", "is_approximate", "stated_count"]
    pd.testing.assert_frame_equal(places.announced(again)[bounds], places.announced(chosen)[bounds])


def test_of_registers_those_are_left_that_something_refers_to(real: Portfolio) -> None:
    rows = {
        name: [*csv.DictReader(io.StringIO(content.decode(), newline=""))]
        for name, content in extract(real.select(SELECTIONS["edition"])).items()
    }
    named: dict[str, set[str]] = {}
    for name, found in rows.items():
        for row in found:
            for column, value in row.items():
                key = "source_id" if column == "status_source_id" else column
                if column != next(iter(found[0])) or name.startswith("project_"):
                    named.setdefault(key, set()).add(value)
    for table, keys in {
        "sources": ("source_id",), "partners": ("partner_id",), "programmes": ("programme_id",),
        "funders": ("funder_id", "group_id"), "indicators": ("indicator_id", "unit"),
    }.items():  # fmt: skip
        needed = set().union(*(named.get(key, set()) for key in keys)) - {""}
        left = {next(iter(row.values())) for row in rows[table]}
        assert left == needed & set(real.table(table).iloc[:, 0]), table
        assert 0 < len(left) <= len(real.table(table))
    assert len(rows["sources"]) < len(real.sources)


def test_texts_of_every_language_are_kept(real: Portfolio) -> None:
    files = extract(real.select(Selection(edition=("1",), language="it")))
    header = next(csv.reader(io.StringIO(files["projects"].decode(), newline="")))
    assert {"description_en", "description_it"} <= set(header)


def test_tables_without_files_cannot_be_written() -> None:
    made = replace(load(copies.FOLDER), brought=None)
    with pytest.raises(ValueError, match="not read from files"):
        extract(made)
