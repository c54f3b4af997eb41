"""What a click on a row filters by: whom the row is about, as the tables say."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

import pytest

from tests.pages.reading import CHART, Opened, opened, sent, unfolded
from tests.pages.tables import TABLES, rows

LINKS = [row for row in rows("project_partners") if row["partner_role"] == "implementer"]
NAMES = {row["project_id"]: row["name"] for row in rows("projects")}
STATEMENTS = ("context", "funding", "milestones", "results", "targets")


def choices(page: Opened) -> Iterator[tuple[str, list[Any]]]:
    """What the rows of each table choose, by the table's key."""
    for element in page.of(CHART):
        if element.proto.component_name.endswith(".rows"):
            key = element.proto.id.rpartition("-pick-")[2]
            yield key, sent(element)["choices"]


def wanted(project_id: str) -> list[str]:
    return ["partner", *(row["partner_id"] for row in LINKS if row["project_id"] == project_id)]


def named(page: Opened, key: str) -> dict[str, list[str]]:
    """What the rows of one table choose, by the name that their labels say."""
    (found,) = (some for other, some in choices(page) if other == key)
    parts = ("Filter everything by ", "; once more takes that away")
    assert all(choice["label"].startswith(parts[0]) for choice in found)
    return {
        choice["label"].removeprefix(parts[0]).removesuffix(parts[1]): choice["chosen"]
        for choice in found
    }


@pytest.mark.parametrize(("page", "key"), [("targets", "targets.places"), ("map", "shown")])
def test_a_row_of_a_project_filters_by_its_partners(page: str, key: str) -> None:
    found = named(unfolded(opened(page)), key)
    assert found == {name: wanted(code) for code, name in NAMES.items()}


def test_a_statement_filters_by_whom_it_is_about() -> None:
    page = opened("sources")
    (found,) = (some for key, some in choices(page) if key.startswith("statements-"))
    shown = [row["Statement"] for row in page.table(f"{len(every())} statements")]
    for statement, choice in zip(shown, found, strict=True):
        row = every()[statement]
        if row["project_id"]:
            assert choice["chosen"] == wanted(row["project_id"])
        elif row["edition_id"]:
            assert choice["chosen"] == ["edition", row["edition_id"]]
        else:
            assert choice is None


def every() -> dict[str, dict[str, str]]:
    found = {}
    for name in STATEMENTS:
        with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found |= {row["statement_id"]: row for row in csv.DictReader(file)}
    return found


def test_the_flow_filters_by_project_or_else_by_edition() -> None:
    page = unfolded(opened("funding"))
    (found,) = (some for key, some in choices(page) if key == "funding.flow")
    assert [choice and choice["chosen"] for choice in found] == [["edition", "1"], None, None]


def test_a_row_that_is_about_no_filter_chooses_nothing() -> None:
    page = unfolded(opened("sources"))
    assert "documents" not in dict(choices(page))


def test_a_profile_is_not_filtered_from_its_tables() -> None:
    page = unfolded(opened("projects", {"project": "csb"}))
    assert page.tables
    assert dict(choices(page)) == {}
