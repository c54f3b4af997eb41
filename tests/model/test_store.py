"""Where tables come from: read again when a file changes, told when they are faulty."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.check import main
from lib.model import store
from lib.model.faults import Fault, FaultyTables
from lib.model.package import opened_at
from lib.model.schema import TABLES
from tests.fixture.copies import FOLDER, REAL, edit

pytestmark = pytest.mark.integration


@pytest.fixture
def configured(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the made tables that the environment points to."""
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    return folder


def test_the_environment_says_where(configured: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert store.place() == configured
    for value in ("", None):
        if value is None:
            monkeypatch.delenv("DASHBOARD_DATA")
        else:
            monkeypatch.setenv("DASHBOARD_DATA", value)
        assert store.place() == REAL


def test_nothing_is_read_twice(configured: Path) -> None:
    assert store.current() is store.current()


def test_a_changed_file_is_read_again(configured: Path) -> None:
    before = store.current()
    assert before.funding["value"].iloc[0] == 1000
    edit(configured, "funding.csv", ",1000,EUR", ",1001,EUR")
    after = store.current()
    assert after.funding["value"].iloc[0] == 1001
    assert after.fingerprint != before.fingerprint
    assert before.funding["value"].iloc[0] == 1000


def test_a_broken_file_is_told_until_it_is_mended(configured: Path) -> None:
    content = (configured / "funding.csv").read_bytes()
    edit(configured, "funding.csv", ",1000,EUR", ",many,EUR")
    for _ in range(2):
        assert not store.is_ready()
        with pytest.raises(FaultyTables, match="1 fault") as told:
            store.current()
        assert told.value.faults[0].value == "many"
    (configured / "funding.csv").write_bytes(content)
    before = store.current()
    edit(configured, "funding.csv", ",1000,EUR", ",many,EUR")
    for _ in range(2):
        standing = store.standing()
        assert store.is_ready()
        assert standing.package.portfolio is before
        assert standing.trouble is not None
        assert standing.trouble.faults[0].value == "many"
    edit(configured, "funding.csv", ",many,EUR", ",1000,EUR")
    assert store.is_ready()
    assert store.current().fingerprint == before.fingerprint


def test_a_lost_file_is_told_until_it_is_back(configured: Path) -> None:
    path = configured / "parts.csv"
    content = path.read_bytes()
    path.unlink()
    with pytest.raises(FaultyTables) as told:
        store.current()
    assert told.value.faults == (Fault("parts.csv", 0, "", "", "missing_file"),)
    path.write_bytes(content)
    assert len(store.current().parts) == 6


def test_an_empty_folder_is_told_once(configured: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also one that holds tables in another below it, which are none of its own."""
    (configured / "of_old").mkdir()
    for file in configured.glob("*.*"):
        file.rename(configured / "of_old" / file.name)
    with pytest.raises(FaultyTables) as told:
        store.current()
    assert told.value.faults == (Fault(configured.name, 0, "", "", "empty_folder"),)
    assert main([str(configured)]) == 1
    assert f"{configured}:0: : '': This folder holds no tables." in capsys.readouterr().err


def test_the_fingerprint_is_that_of_the_content(configured: Path) -> None:
    assert store.load(configured).fingerprint == store.load(FOLDER).fingerprint


def test_files_are_handed_out_as_they_stand(folder: Path) -> None:
    (folder / "datapackage.json").write_bytes(b"{}")
    package = opened_at(folder).brought
    content = (folder / "sites.csv").read_bytes()
    assert package.csv("sites") == content
    with pytest.raises(ValueError, match=r"'\.\./secrets'.*programmes, editions"):
        package.csv("../secrets")
    found = package.folder()
    assert list(found) == ["datapackage.json", *(f"{name}.csv" for name in TABLES)]
    assert found["sites.csv"] == content


def test_check_is_silent_about_good_tables(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(FOLDER)]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert "4 projects, 38 statements, 11 sites, 5 sources: no faults." in told.out


def test_check_prints_file_and_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(folder, "funding.csv", ",1000,EUR", ",many,EUR")
    edit(folder, "context.csv", "0-6,,,project", "0-6,,,everywhere")
    assert main([str(folder)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    title, first, second = told.err.splitlines()
    assert "2 faults" in title
    assert first.startswith(f"{folder / 'context.csv'}:6: scope: 'everywhere': ")
    assert "project, part, earlier, foundation" in first
    assert second.startswith(f"{folder / 'funding.csv'}:2: value: 'many': ")


def test_check_reads_the_configured_folder(
    configured: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    assert str(configured) in capsys.readouterr().out


def test_check_of_a_folder_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One fault, not one for each table: it is the path that has to be mended."""
    assert main([str(tmp_path / "nowhere")]) == 1
    title, told = capsys.readouterr().err.splitlines()
    assert "1 fault" in title
    assert told.startswith(f"{tmp_path / 'nowhere'}:0: : '': There is no file and no folder")
