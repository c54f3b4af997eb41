"""Words of earlier versions of the tables: read as those of today, told as a doubt."""

from __future__ import annotations

from pathlib import Path

from lib.model import package
from lib.model.extract import extract
from lib.model.faults import Fault
from lib.model.selection import Selection
from tests.fixture import copies

NOW = "project-a,partner-a,local_entity"
THEN = "project-a,partner-a,local_generali_entity"


def opened(place: Path, row: str) -> package.Package:
    folder = copies.copied(place)
    copies.edit(folder, "project_partners.csv", "project-a,partner-a,implementer", row)
    return package.opened_at(folder)


def test_a_former_word_is_told_and_read_as_the_present_one(tmp_path: Path) -> None:
    old, new = opened(tmp_path / "old", THEN), opened(tmp_path / "new", NOW)
    said = ("partner_role", "local_generali_entity", "former_word", "local_entity")
    assert old.doubts == (*new.doubts, Fault("project_partners.csv", 2, *said))
    rows = [one.portfolio.project_partners for one in (old, new)]
    assert rows[0].equals(rows[1])


def test_a_row_with_a_former_word_is_in_the_files_of_a_selection(tmp_path: Path) -> None:
    found = opened(tmp_path, THEN).portfolio.select(Selection(project=("project-a",)))
    assert NOW in extract(found)["project_partners"].decode()
