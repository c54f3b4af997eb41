"""A text in every language: declared once, a column a language."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd

from lib.model.faults import Fault
from lib.model.fields import column, identifier, kinds_of
from lib.model.languages import LANGUAGES
from lib.model.spoken import TableModel, spoken
from tests.fixture.copies import read


class Doors(TableModel):
    door_id: str = identifier(unique=True)
    label: str = spoken()
    width: str = column("number")
    hint: str = spoken(required=False)


class Gates(Doors):
    hinges: str = column("count")


LABELS = [f"label_{language}" for language in LANGUAGES]
HINTS = [f"hint_{language}" for language in LANGUAGES]


def test_languages_stand_side_by_side_where_the_text_was_declared() -> None:
    assert [*kinds_of(Doors)] == ["door_id", *LABELS, "width", *HINTS]
    assert [*kinds_of(Gates)] == ["door_id", *LABELS, "width", *HINTS, "hinges"]
    assert [*Doors.texts()] == [*Gates.texts()] == ["label", "hint"]
    assert [*Gates.texts()["hint"].items()] == [*zip(LANGUAGES, HINTS, strict=True)]


def test_a_text_is_asked_for_in_every_language_or_in_none() -> None:
    assert {kinds_of(Doors)[name]["required"] for name in LABELS} == {True}
    assert {kinds_of(Doors)[name]["required"] for name in HINTS} == {False}


def test_one_language_is_left_under_the_name_of_the_text() -> None:
    rows = pd.DataFrame({name: [name] for name in kinds_of(Gates)})
    for language in LANGUAGES:
        found = Gates.in_language(rows, language)
        assert [*found] == ["door_id", "label", "width", "hint", "hinges"]
        assert [*found.iloc[0]][1::2] == [f"label_{language}", f"hint_{language}"]
    assert [*rows] == [*kinds_of(Gates)]


def test_a_language_that_a_table_lacks_is_told_column_by_column(folder: Path) -> None:
    path = folder / "milestones.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    lost = LANGUAGES[-1]
    kept = [name for name in rows[0] if not name.endswith(f"_{lost}")]
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, kept, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    assert read(folder, "milestones").faults == tuple(
        Fault("milestones.csv", 1, f"{text}_{lost}", "", "missing_column")
        for text in ("description", "locator")
    )
