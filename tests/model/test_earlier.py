"""Earlier tables: read where they can be, told what is wrong where they cannot."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from lib.model import identity, versions
from lib.model.earlier import Earlier, earlier, earlier_at, sides
from lib.model.extract import extract
from lib.model.faults import FaultyTables
from lib.model.package import packed
from lib.model.portfolio import Portfolio
from lib.model.schema import TABLES
from lib.model.selection import Selection
from lib.model.store import load
from tests.fixture import copies

pytestmark = pytest.mark.integration


def files(folder: Path = copies.FOLDER) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}


def without(folder: Path, wanted: Callable[[str, str], bool]) -> Path:
    """Take some columns out of the files of a folder."""
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            read = csv.DictReader(file)
            rows = list(read)
        header = [name for name in read.fieldnames or () if wanted(path.stem, name)]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return folder


def rules(error: FaultyTables) -> set[tuple[str, str, str]]:
    return {(one.file, one.column, one.rule) for one in error.faults if not one.is_doubt}


@pytest.mark.parametrize("is_zip", [True, False])
def test_the_same_tables_are_read_as_ever(is_zip: bool) -> None:
    content = {"old.zip": packed(files())} if is_zip else files()
    found = earlier(content, "old")
    now = load(copies.FOLDER)
    assert found.lacking == frozenset()
    for name in TABLES:
        assert_frame_equal(found.portfolio.table(name), now.table(name))


def test_languages_that_came_since_do_not_stand_in_the_way(tmp_path: Path) -> None:
    young = ("_de", "_fr", "_es")
    folder = without(copies.copied(tmp_path), lambda _table, name: not name.endswith(young))
    found = earlier_at(folder)
    texts = [
        column
        for model in TABLES.values()
        for text in model.texts().values()
        for column in text.values()
    ]
    assert len(found.lacking) == sum(column.endswith(young) for column in texts)
    assert all(column.endswith(young) for _table, column in found.lacking)
    in_english, in_german = (
        found.portfolio.select(Selection(language=language)) for language in ("en", "de")
    )
    assert_frame_equal(in_english.statements, in_german.statements)


def test_a_text_stands_in_the_first_language_that_was_there(tmp_path: Path) -> None:
    folder = without(copies.copied(tmp_path), lambda _table, name: not name.endswith("_en"))
    found = earlier_at(folder).portfolio
    english, italian = (found.select(Selection(language=one)) for one in ("en", "it"))
    assert english.programmes["name"].tolist() == italian.programmes["name"].tolist()


def test_tables_that_could_not_name_their_foundation_are_read_as_those_of_today(
    tmp_path: Path,
) -> None:
    spare = {("portfolio", "funder_id"), ("funding", "is_share_open")}
    folder = without(copies.copied(tmp_path), lambda *one: one not in spare)
    now = load(copies.FOLDER).select(Selection())
    assert identity.foundation(load(folder).portfolio) == ""  # nor need tables of today have them
    beside = sides(earlier_at(folder), now)
    assert identity.foundation(beside.then.portfolio) == "foundation"
    assert beside.lacking == spare


def test_columns_that_may_be_empty_may_be_missing(tmp_path: Path) -> None:
    optional = {("funders", "project_id"), ("sites", "gazetteer"), ("results", "subject")}
    folder = without(copies.copied(tmp_path), lambda *one: one not in optional)
    found = earlier_at(folder)
    assert found.lacking == optional
    assert set(found.portfolio.funders["project_id"]) == {""}


def test_what_must_be_there_is_told_with_what_to_do(tmp_path: Path) -> None:
    needed = {("sites", "status"), ("results", "qualifier")}
    folder = without(copies.copied(tmp_path), lambda *one: one not in needed)
    with pytest.raises(FaultyTables) as caught:
        earlier_at(folder)
    assert rules(caught.value) == {
        (f"{table}.csv", column, "missing_column") for table, column in needed
    }
    content = files()
    del content["parts.csv"]
    with pytest.raises(FaultyTables) as caught:
        earlier(content, "old")
    assert rules(caught.value) == {("parts.csv", "", "missing_file")}


def test_what_is_no_table_is_refused() -> None:
    for content in ({"a.zip": b"PK\x03\x04"}, {"b.zip": packed({"c.txt": b"\x00"})}, {}):
        with pytest.raises(FaultyTables):
            earlier(content, "a")


@cache
def real() -> Portfolio:
    """The tables of this checkout, with the files they were read from."""
    return load(copies.REAL)


@cache
def package(chosen: Selection) -> Earlier:
    """The tables of a selection, packed with what says so."""
    tables = {f"{name}.csv": one for name, one in extract(real().select(chosen)).items()}
    said = json.dumps({"selection": chosen.query(), "resources": []}).encode()
    return earlier({"a.zip": packed({**tables, "datapackage.json": said})}, "a")


@pytest.mark.parametrize(
    "recorded",
    [
        Selection(),
        Selection(edition=("1",)),
        Selection(programme=("refugees",), evidence="page"),
        Selection(country=("DE",)),
        Selection(edition=("1",), country=("IN",)),
    ],
    ids=str,
)
@pytest.mark.parametrize(
    "chosen", [Selection(), Selection(edition=("1", "2"), language="it")], ids=str
)
def test_what_was_never_in_a_package_is_no_change(recorded: Selection, chosen: Selection) -> None:
    found = sides(package(recorded), real().select(chosen))
    assert (found.of_then is not None) == recorded.is_filtered
    assert found.of_now is None
    for name in TABLES:
        assert_frame_equal(
            found.now.table(name).reset_index(drop=True),
            found.then.table(name).reset_index(drop=True),
        )


def test_a_selection_of_today_narrows_the_earlier_tables(tmp_path: Path) -> None:
    chosen = Selection(edition=("2",))
    for name, content in extract(real().select(chosen)).items():
        (tmp_path / f"{name}.csv").write_bytes(content)
    said = {"selection": chosen.query(), "resources": []}
    (tmp_path / "datapackage.json").write_text(json.dumps(said), encoding="utf-8")
    found = sides(earlier_at(copies.REAL), load(tmp_path).select(Selection()))
    assert found.of_now is not None
    assert found.of_now.selection == chosen
    assert found.then.statements["statement_id"].tolist() == (
        found.now.statements["statement_id"].tolist()
    )


def test_a_package_that_still_holds_every_document_is_compared_within_its_selection() -> None:
    said = json.dumps({"selection": Selection(edition=("1",)).query()}).encode()
    whole = {**files(copies.REAL), "datapackage.json": said}
    found = sides(earlier(whole, "a"), real().select(Selection()))
    for name in ("sources", "funders", "partners", "statement_projects"):
        then, now = found.then.table(name), found.now.table(name)
        assert_frame_equal(then.reset_index(drop=True), now.reset_index(drop=True))
    assert len(found.then.everything.sources) < len(real().sources)


def test_a_value_that_nobody_knows_selects_nothing() -> None:
    tables = {path.name: path.read_bytes() for path in copies.FOLDER.glob("*.csv")}
    said = {"selection": {"edition": ["9"], "shade": ["blue"], "lang": "it", "country": [7]}}
    found = earlier({**tables, "datapackage.json": json.dumps(said).encode()}, "a")
    both = sides(found, load(copies.FOLDER).select(Selection()))
    assert both.of_then is not None
    assert both.of_then.selection == Selection(edition=("9",))
    assert both.now.projects.empty


@pytest.mark.parametrize("said", ["[]", '{"selection": 3}', '{"selection": {"edition": "1"}}'])
def test_a_selection_that_is_none_is_not_heeded(said: str) -> None:
    content = {**files(), "datapackage.json": said.encode()}
    if said == "[]":
        with pytest.raises(FaultyTables):
            earlier(content, "a")
    else:
        found = sides(earlier(content, "a"), load(copies.FOLDER).select(Selection()))
        assert found.of_then is None


def test_versions_are_the_zips_beside_the_tables_the_newest_first(tmp_path: Path) -> None:
    folder = copies.copied(tmp_path)
    assert versions.listed(folder) == {}
    kept = folder / "versions"
    kept.mkdir()
    for name in ("2025-11-30.zip", "2026-05-31.ZIP", "notes.txt"):
        (kept / name).write_bytes(packed(files()))
    outside = tmp_path / "outside.zip"
    outside.write_bytes(packed(files()))
    (kept / "2027-01-01.zip").symlink_to(outside)
    found = versions.listed(folder)
    assert list(found) == ["2026-05-31", "2025-11-30"]
    assert versions.listed(outside) == {}
    assert len(load(folder).projects) == 4
    one = versions.opened(found["2026-05-31"])
    assert one.name == "2026-05-31"
    assert versions.opened(found["2026-05-31"]) is one


def test_a_version_is_read_again_when_it_is_another(tmp_path: Path) -> None:
    folder = copies.copied(tmp_path)
    (folder / "versions").mkdir()
    path = folder / "versions" / "2026.zip"
    path.write_bytes(packed(files()))
    before = versions.opened(path)
    path.write_bytes(packed(files(copies.REAL)))
    os.utime(path, ns=(1, 1))
    assert len(versions.opened(path).portfolio.projects) != len(before.portfolio.projects)
    path.unlink()
    with pytest.raises(FaultyTables):
        versions.opened(path)
