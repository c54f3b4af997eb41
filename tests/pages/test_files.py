"""The files that pages hand out: a figure's frame, a table, all tables."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from lib.exports.__main__ import main as export
from lib.figures import places
from lib.model import store
from lib.model.schema import OPTIONAL
from lib.model.selection import Selection
from lib.view import download
from tests.pages.reading import opened, unfolded
from tests.pages.tables import TABLES, hostile, rows

Files = dict[str, Callable[[], bytes]]


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Files:
    """What the buttons of a page would make, by the button's key."""
    made: Files = {}
    button = download.button

    def noted(label: str, make: Callable[[], bytes], file_name: str, key: str, *media: str) -> None:
        made[key] = make
        button(label, make, file_name, key, *media)

    monkeypatch.setattr(download, "button", noted)
    return made


def decoded(content: bytes) -> list[dict[str, str]]:
    """The rows of a figure's file."""
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("edition", [(), ("2",)])
def test_the_file_of_a_figure_is_its_frame(files: Files, edition: tuple[str, ...]) -> None:
    opened("overview", {"edition": list(edition)} if edition else {})
    found = decoded(files["csv-places.announced"]())
    frame = places.announced(store.current().select(Selection(edition=edition)))
    assert list(found[0]) == [*frame.columns, "ending"]
    assert [row["project_id"] for row in found] == frame["project_id"].tolist()
    for name in ("low", "high"):
        assert [float(row[name] or "nan") for row in found] == pytest.approx(
            frame[name].tolist(), nan_ok=True
        )
    targets = {row["statement_id"]: row for row in rows("targets")}
    for row in found:
        for statement in filter(None, row["statement_ids"].split("; ")):
            assert targets[statement]["project_id"] == row["project_id"]
            assert targets[statement]["value"] == f"{float(row['high']):g}"
    assert {row["ending"] for row in found} <= {"exact", "at_least", "up_to", "not_stated"}


@pytest.mark.parametrize("page", ["funding", "targets", "map"])
def test_every_figure_has_a_file(files: Files, page: str) -> None:
    shown = opened(page)
    assert len(files) == len(shown.charts) or page == "map"
    for key, make in files.items():
        found = decoded(make())
        assert found, key
        assert all(None not in row and None not in row.values() for row in found)


def test_the_page_the_pack_and_the_shell_hand_out_the_same_bytes(
    files: Files, tmp_path: Path
) -> None:
    for page in ("overview", "funding", "targets", "map"):
        opened(page, {"edition": "2", "lang": "de"})
    assert export(["--out", str(tmp_path), "--format", "zip", "edition=2", "lang=de"]) == 0
    (pack,) = tmp_path.iterdir()
    with zipfile.ZipFile(pack) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    same = [key for key in files if key.startswith("csv-")]
    assert len(same) > 6
    for key in same:
        name = key.removeprefix("csv-").replace(".", "-")
        assert files[key]() == packed[f"figures/{name}.csv"], key


def test_tables_are_handed_out_as_they_stand(files: Files) -> None:
    opened("sources", {"edition": "1"})
    for path in TABLES.glob("*.csv"):
        if path.stem not in OPTIONAL:  # how it is called is no table to look at by itself
            assert files[f"table-{path.stem}"]() == path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(files["all-tables"]())) as archive:
        assert archive.testzip() is None
        packed = {name: archive.read(name) for name in archive.namelist()}
    described = ("*.csv", "datapackage.json", "README.md")
    expected = [path for pattern in described for path in TABLES.glob(pattern)]
    assert packed == {path.name: path.read_bytes() for path in expected}


def test_a_spreadsheet_runs_nothing(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(hostile(tmp_path)))
    for page in ("overview", "funding", "targets", "map"):
        opened(page)
    assert len(files) > 6
    cells = [
        cell for make in files.values() for row in decoded(make()) for cell in row.values() if cell
    ]
    assert any(cell.startswith("'=1+1") for cell in cells)
    formulas = re.compile(r"[=+@\t\r]|-(?!\d)|.*; [=+@]", re.S)
    assert [cell for cell in cells if formulas.match(cell)] == []


def test_two_visitors_get_files_of_different_names(monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []
    button = st.download_button

    def noted(*arguments: Any, file_name: str, **options: Any) -> bool:
        names.append(file_name)
        return button(*arguments, file_name=file_name, **options)

    monkeypatch.setattr(st, "download_button", noted)
    opened("projects")
    for _visitor in range(2):
        opened("funding", {"edition": "2"})
    assert len(names) > 2
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z_-]+-[0-9a-f]{8}\.csv", name) for name in names)


def test_the_table_of_a_figure_is_its_frame_made_when_it_is_opened() -> None:
    shown = opened("overview", {"edition": "2"})
    heading = "2 of 4 projects state how many places"
    with pytest.raises(LookupError):
        shown.table(heading)
    found = {row["Project"]: row["Number"] for row in unfolded(shown).table(heading)}
    frame = places.announced(store.current().select(Selection(edition=("2",))))
    assert list(found) == frame["project"].tolist()
    assert list(found.values()) == ["21", "not stated", "not stated", "15"]
