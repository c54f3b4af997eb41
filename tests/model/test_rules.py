"""Every rule is told with file, line, column and value, all broken ones at once."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import get_args

import pytest

from lib.files.faults import TOLD
from lib.files.rules import CellRule, TableRule
from lib.model import store
from lib.model.cells import cell_faults
from lib.model.faults import Fault, FaultyTables, Rule
from lib.model.languages import LANGUAGES
from lib.model.misfit import by_row
from lib.model.schema import TABLES
from lib.wording.faults import rule as in_words
from lib.wording.words import words
from tests.fixture.copies import FOLDER, edit, read
from tests.model.cases import CELLS, ROWS, Case

# Told of what one file does to another, below; of a table that declares its signs, in tests/files;
# of rates, in tests/model/test_rates.py.
ELSEWHERE = {
    *("mixed_currencies", "mixed_units", "decimal_char", "unique", "silent_language"),
    *(
        "single_row",
        "number_cell",
        "not_positive",
        "same_currency",
        "future_rate",
        "inverse_rate",
        "no_rows",
    ),
}
# A text that must not be empty is told as "required", so that this one is never told.
NEVER_TOLD = {"not_empty"}


def faults(folder: Path) -> list[Fault]:
    """What is wrong with the tables in a folder; doubts are in tests/model/test_doubtful.py."""
    with pytest.raises(FaultyTables) as told:
        store.load(folder)
    return [fault for fault in told.value.faults if not fault.is_doubt]


def name(case: Case) -> str:
    """A case as pytest lists it."""
    return f"{case.rule}-{case.file}-{case.line}"


@pytest.mark.parametrize("case", CELLS, ids=name)
def test_a_broken_cell_is_told_exactly(folder: Path, case: Case) -> None:
    edit(folder, f"{case.file}.csv", case.old, case.new)
    found = read(folder, case.file)
    assert [fault for fault in found.faults if not fault.is_doubt] == [case.fault]


@pytest.mark.parametrize("case", ROWS, ids=name)
def test_a_broken_rule_between_rows_is_told_exactly(folder: Path, case: Case) -> None:
    edit(folder, f"{case.file}.csv", case.old, case.new)
    assert faults(folder) == [case.fault]


def test_in_a_workbook_a_number_that_is_a_text_is_asked_for_as_a_number() -> None:
    """Nothing declares the signs of a workbook, as datapackage.json does of CSV files."""
    for text in ("180.000,50", "180k", "58 %", "180 000"):
        (fault,) = cell_faults("a.xlsx: results", [2], {"value": [text]}, TABLES["results"])
        assert (fault.value, fault.rule) == (text, "number_cell")
        (fault,) = cell_faults("results.csv", [2], {"value": [text]}, TABLES["results"])
        assert fault.rule == "number"


def test_an_id_that_is_wrong_is_told_before_what_points_to_it(folder: Path) -> None:
    edit(folder, "projects.csv", "project-d,2,families", "project d,2,families")
    found = [(one.file, one.rule) for one in faults(folder)]
    assert found[0] == ("projects.csv", "identifier")
    assert ("funding.csv", "unknown_reference") in found


def test_an_unknown_reference_is_told_beside_a_wrong_cell_of_its_table(folder: Path) -> None:
    """Not of a cell that is wrong itself, and not of a table whose rows are not all there."""
    edit(folder, "funding.csv", ",1000,EUR", ",-5,EUR")
    edit(folder, "funding.csv", "F5,2,project-d,", "F5,2,nobody,")
    edit(folder, "funding.csv", "F6,1,project-a,", "F6,1,no one,")
    found = [(one.line, one.column, one.rule) for one in faults(folder)]
    assert found == [
        (2, "value", "negative"),
        (6, "project_id", "unknown_reference"),
        (7, "project_id", "identifier"),
    ]
    (folder / "funding.csv").write_bytes((folder / "funding.csv").read_bytes() + b"F10,1\n")
    assert "unknown_reference" not in [one.rule for one in faults(folder) if one.column]


def test_totals_that_are_parts_of_each_other_are_told_with_every_row_of_the_circle(
    folder: Path,
) -> None:
    edit(folder, "parts.csv", "T10,T8,true,true", "T1,T10,false,true\nT10,T6,false,true")
    told = [("T6", 2, "T1"), ("T1", 4, "T10"), ("T10", 5, "T6")]
    assert faults(folder) == [
        Fault("parts.csv", line, "part_id", part, "part_of_itself", total)
        for total, line, part in told
    ]


def test_every_rule_is_broken_once() -> None:
    broken = {case.rule for case in (*CELLS, *ROWS)}
    assert broken >= {*get_args(CellRule), *get_args(TableRule)} - NEVER_TOLD - ELSEWHERE


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


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "part", "rule", "detail"),
    [
        ("funding", ",100,EUR", ",100,USD", 7, "F4", "mixed_currencies", "EUR, USD"),
        ("targets", ",children,60", ",towns,60", 5, "T9", "mixed_units", "people, places"),
    ],
)
def test_unlike_parts_of_a_sum_are_told(
    folder: Path, file: str, old: str, new: str, line: int, part: str, rule: Rule, detail: str
) -> None:
    edit(folder, "parts.csv", "F1,F4,false", "F1,F4,true")
    edit(folder, f"{file}.csv", old, new)
    assert faults(folder) == [Fault("parts.csv", line, "part_id", part, rule, detail)]


def test_of_very_many_faults_of_a_kind_the_last_counts_the_rest(folder: Path) -> None:
    path = folder / "sites.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    many = [row.replace("true", "maybe").replace("false", "no") for row in rows for _ in range(9)]
    path.write_text("\n".join([header, *many]), encoding="utf-8")
    found = [fault for fault in faults(folder) if fault.column == "is_announced_place"]
    assert len(found) == TOLD
    assert [fault.more for fault in found] == [0] * (TOLD - 1) + [len(many) - TOLD]


def test_an_id_that_stands_twice_is_told_on_both_lines(folder: Path) -> None:
    edit(folder, "sources.csv", "standard,Office", "archive,Office")
    expected = [
        Fault("sources.csv", line, "source_id", "archive", "unique", "5, 6") for line in (5, 6)
    ]
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


def test_a_row_that_does_not_fit_is_told_once(folder: Path) -> None:
    """One that is shifted; nothing that refers to it is told as lost."""
    row = "study,Evaluator,Study,,,,,,en,2022-05-31,https://example.org/study,partner"
    edit(folder, "sources.csv", f"{row},false", f",{row}")
    (fault,) = faults(folder)
    cells = [
        *("source_id “”", "language_code “”", "published_date “en”", "url “2022-05-31”"),
        *("authority “https://example.org/study”", "is_programme_page “partner”"),
    ]
    assert {*fault.detail.split(", ")} == {*cells}
    assert fault == Fault("sources.csv", 3, "", "", "misfit_row", fault.detail)


def test_of_many_cells_of_a_row_that_does_not_fit_the_rest_is_counted() -> None:
    """The first are told with what stands in them, of a long text the beginning."""
    wrong = [Fault("a.csv", 2, f"c{n}", "x\n" * (15 * n), "number") for n in range(10)]
    (fault,) = by_row([*wrong, Fault("a.csv", 2, "c0", "y", "digits")], {2: "a"})
    cells = [f"c{n} “{'x␣' * min(15 * n, 20)}{'…' * (n > 1)}”" for n in range(8)]
    assert fault == Fault("a.csv", 2, "", "a", "misfit_row", f"{', '.join(cells)}, … (+2)")


def test_a_language_in_which_nothing_is_written_is_told_once(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
        lost = {at for at, name in enumerate(header) if name.endswith("_de")}
        empty = [["" if at in lost else text for at, text in enumerate(row)] for row in rows]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *empty])
    edit(folder, "portfolio.csv", "Cartera inventada,,", "Cartera inventada,en de,")
    assert faults(folder) == [
        Fault("portfolio.csv", 2, "languages", "en de", "silent_language", "de")
    ]


def test_every_missing_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "parts.csv").write_bytes((FOLDER / "parts.csv").read_bytes())
    told = faults(tmp_path)
    assert len(told) == 16
    assert {(fault.line, fault.rule) for fault in told} == {(0, "missing_file")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_said_in_words(language: str) -> None:
    spoken = words(language)
    said = [in_words(case.fault, spoken) for case in (*CELLS, *ROWS)]
    assert all(text and "{" not in text for text in said)
    for case, text in zip((*CELLS, *ROWS), said, strict=True):
        assert case.detail in text
