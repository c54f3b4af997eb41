"""Empty tables to fill in are tables: read without a fault, also once they are filled in."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from lib.check import main as check
from lib.files import limited
from lib.model.faults import Fault, FaultyTables
from lib.model.fields import kinds_of
from lib.model.languages import LANGUAGES
from lib.model.package import opened, packed
from lib.model.schema import TABLES
from lib.model.tables import checked
from lib.template import main
from lib.wording.faults import rule
from lib.wording.template import comment, package, workbook
from lib.wording.template_sql import schema
from lib.wording.words import words
from tests.fixture.copies import FOLDER, edit


@pytest.mark.parametrize(
    "files", [{"tables.xlsx": workbook()}, package(), {"tables.zip": packed(package())}]
)
def test_the_empty_tables_hold(files: dict[str, bytes]) -> None:
    found = limited.read(files, TABLES)
    assert found.faults == ()
    for name, model in TABLES.items():
        assert found.sheets[name].header == [*kinds_of(model)]
        assert found.sheets[name].rows == []
    with pytest.raises(FaultyTables) as told:
        checked(found, TABLES)
    assert [fault.rule for fault in told.value.faults] == ["no_rows"]


def test_every_column_has_a_comment() -> None:
    files = package()
    for name, model in TABLES.items():
        said = [line for line in files[f"{name}.csv"].decode().splitlines() if line[0] == "#"]
        assert len(said) == 1 + len(kinds_of(model))
    described = json.loads(files["datapackage.json"])
    assert [one["name"] for one in described["resources"]] == [*TABLES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comment_says_what_is_meant_and_not_what_would_be_wrong(language: str) -> None:
    speech = words(language)
    kinds = {name: kinds_of(model) for name, model in TABLES.items()}
    said = {
        (name, column): comment(name, column, kind, speech)
        for name, columns in kinds.items()
        for column, kind in columns.items()
    }
    for place, text in said.items():
        for wrong in ("country", "currency", "language"):
            assert rule(Fault("", 0, place[1], "", wrong), speech) not in text
    assert "EUR" in said["funding", "currency_code"]
    assert "DE" in said["sites", "country_code"]
    assert "funding, targets, results" in said["parts", "part_id"]
    told_more = ("quantity_id", "is_headline", "scope", "subject", "qualifier", "as_of_date")
    for column in told_more:
        plain = comment("rates", column, kinds["results"][column], speech)
        assert len(said["results", column]) > len(plain) + 20
    assert said["indicators", "total_id"] != said["parts", "total_id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_row_is_stands_there_in_the_language_of_the_texts(language: str) -> None:
    """Above each header, in README and in the description."""
    files = package(language)
    described = json.loads(files["datapackage.json"])
    for one in described["resources"]:
        said = one["description"]
        assert files[one["path"]].decode().splitlines()[0] == f"# {said}"
        assert f"**{one['name']}** {said}" in files["README.md"].decode()
        assert "`" not in said
        assert said.startswith("A row is ") == (language == "en")


def test_the_sql_has_every_column_with_its_comment() -> None:
    text = schema().decode()
    for name, model in TABLES.items():
        assert f"COMMENT ON TABLE {name} IS 'A row is " in text
        created = text.partition(f"CREATE TABLE {name} (")[2].partition(");")[0]
        lines = [line.split()[0] for line in created.strip().splitlines()]
        assert lines[: len(kinds_of(model))] == [*kinds_of(model)]
        for column in kinds_of(model):
            assert f"COMMENT ON COLUMN {name}.{column} IS '" in text


def test_filled_in_they_say_what_the_made_tables_say() -> None:
    files = package()
    for name in TABLES:
        text = (FOLDER / f"{name}.csv").read_text(encoding="utf-8")
        cells = list(csv.DictReader(io.StringIO(text, newline="")))
        rows = io.StringIO(newline="")
        csv.DictWriter(rows, [*kinds_of(TABLES[name])], lineterminator="\n").writerows(cells)
        files[f"{name}.csv"] += rows.getvalue().encode()
    found = opened(files).portfolio
    assert (len(found.projects), len(found.statements)) == (4, 38)


def test_nothing_that_is_there_is_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "new")]) == 0
    assert (tmp_path / "new" / "schema.sql").read_bytes() == schema()
    assert main([str(tmp_path / "new")]) == 1
    assert "is there already" in capsys.readouterr().err


def test_the_check_speaks_to_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(folder, "funding.csv", ",1000,EUR", ",many,EUR")
    (folder / "notes.csv").write_text("a,b\n", encoding="utf-8")
    assert check(["--json", str(folder)]) == 1
    told = json.loads(capsys.readouterr().out)
    (fault,), (doubt,) = told["faults"], told["doubts"]
    assert (fault["file"], fault["line"], fault["value"]) == ("funding.csv", 2, "many")
    assert fault["remedy"]
    assert (doubt["file"], doubt["rule"]) == ("notes.csv", "ignored_file")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables made for tests."""
    from tests.fixture.copies import copied

    return copied(tmp_path)


def test_a_template_has_a_sheet_for_each_table() -> None:
    found = limited.read({"a.xlsx": workbook("it")}, TABLES)
    assert [*found.sheets] == [*TABLES]
    assert found.faults == ()
