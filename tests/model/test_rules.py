"""Every rule is told with file, line, column and value, all broken ones at once."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from lib.model import store, tables
from lib.model.faults import Fault, FaultyTables, Rule
from lib.model.languages import LANGUAGES
from lib.model.reader import read
from lib.model.schema import TABLES
from lib.wording.faults import rule as in_words
from lib.wording.words import words
from tests.fixture.copies import edit, read_once
from tests.model.cases import CELLS, ROWS, Case


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of seventeen tables sixteen are as they were: they are read one time."""
    monkeypatch.setattr(tables, "read", read_once)


# Broken by more than an edit of a text: below, and in test_reader.py.
ELSEWHERE = {"missing_file"}
# A text that must not be empty is told as "required", so that this one is never told.
NEVER_TOLD = {"not_empty"}


def faults(folder: Path) -> list[Fault]:
    """What is told about the tables in a folder."""
    with pytest.raises(FaultyTables) as told:
        store.load(folder)
    return list(told.value.faults)


def name(case: Case) -> str:
    """A case as pytest lists it."""
    return f"{case.rule}-{case.file}-{case.line}"


@pytest.mark.parametrize("case", CELLS, ids=name)
def test_a_broken_cell_is_told_exactly(folder: Path, case: Case) -> None:
    edit(folder, f"{case.file}.csv", case.old, case.new)
    found = read(folder / f"{case.file}.csv", TABLES[case.file])
    assert found.faults == (case.fault,)


@pytest.mark.parametrize("case", ROWS, ids=name)
def test_a_broken_rule_between_rows_is_told_exactly(folder: Path, case: Case) -> None:
    edit(folder, f"{case.file}.csv", case.old, case.new)
    assert faults(folder) == [case.fault]


def test_every_rule_is_broken_once() -> None:
    broken = {case.rule for case in (*CELLS, *ROWS)} | ELSEWHERE
    assert broken == set(get_args(Rule)) - NEVER_TOLD


def together(cases: list[Case]) -> list[Case]:
    """The first case of each line, so that no edit meets another."""
    seen: dict[tuple[str, int], Case] = {}
    for case in cases:
        seen.setdefault((case.file, case.line), case)
    return list(seen.values())


def test_faults_in_cells_of_several_files_are_told_at_once(folder: Path) -> None:
    whole = {"sources", "parts", "editions"}  # cannot be read at all with their first fault
    cases = together([case for case in CELLS if case.file not in whole])
    cases += [case for case in CELLS if case.file in whole and case.line == 3][:1]
    assert len({case.file for case in cases}) >= 6
    for case in cases:
        edit(folder, f"{case.file}.csv", case.old, case.new)
    (folder / "projects.csv").unlink()
    missing = Fault("projects.csv", 0, "", "", "missing_file")
    assert faults(folder) == sorted([missing, *(case.fault for case in cases)])


def test_faults_between_rows_are_told_at_once(folder: Path) -> None:
    cases = together(ROWS)
    assert len({case.rule for case in cases}) >= 8
    for case in cases:
        edit(folder, f"{case.file}.csv", case.old, case.new)
    assert faults(folder) == sorted(case.fault for case in cases)


def test_faults_in_cells_and_between_rows_are_told_at_once(folder: Path) -> None:
    """A faulty row still is a row: what refers to it is not told as lost."""
    edit(folder, "projects.csv", "project-d,2,families", "project-d,2,")
    edit(folder, "parts.csv", "F1,F4", "F1,F40")
    (folder / "indicators.csv").unlink()
    assert faults(folder) == [
        Fault("indicators.csv", 0, "", "", "missing_file"),
        Fault("parts.csv", 7, "part_id", "F40", "unknown_reference", "statements"),
        Fault("projects.csv", 5, "programme_id", "", "required"),
    ]


def test_two_faults_in_one_row(folder: Path) -> None:
    edit(folder, "sites.csv", "41.9,12.5,place,true", "north,east,spot,yes")
    assert [(fault.line, fault.column, fault.value) for fault in faults(folder)] == [
        (2, "is_announced_place", "yes"),
        (2, "latitude", "north"),
        (2, "longitude", "east"),
        (2, "precision", "spot"),
    ]


def test_an_id_that_stands_twice_is_told_on_both_lines(folder: Path) -> None:
    edit(folder, "sources.csv", "standard,Office", "archive,Office")
    expected = [Fault("sources.csv", line, "source_id", "archive", "unique") for line in (5, 6)]
    assert faults(folder) == expected


@pytest.mark.parametrize(
    ("file", "row", "lines"),
    [
        ("parts", "T6,T3,true,true\n", {3, 4}),
        ("project_countries", "project-b,FR\n", {3, 4}),
        ("project_partners", "project-c,partner-c,implementer\n", {5, 6}),
        ("statement_projects", "F3,project-a\n", {2, 3}),
    ],
)
def test_a_row_that_stands_twice_is_told(
    folder: Path, file: str, row: str, lines: set[int]
) -> None:
    edit(folder, f"{file}.csv", row, row * 2)
    told = faults(folder)
    assert {(fault.file, fault.rule) for fault in told} == {(f"{file}.csv", "unique")}
    assert {fault.line for fault in told} == lines


def test_every_missing_file_is_told(tmp_path: Path) -> None:
    told = faults(tmp_path)
    assert len(told) == 17
    assert {(fault.line, fault.rule) for fault in told} == {(0, "missing_file")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_said_in_words(language: str) -> None:
    spoken = words(language)
    said = [in_words(case.fault, spoken) for case in (*CELLS, *ROWS)]
    assert all(text and "{" not in text for text in said)
    for case, text in zip((*CELLS, *ROWS), said, strict=True):
        assert case.detail in text
