"""Long tables: a page at a time, every row on one of the pages, the total always said."""

from __future__ import annotations

import re
from typing import Any

import pytest

from lib.view.pages import PAGE, WHOLE
from tests.pages.reading import Opened, again, opened, plain, unfolded
from tests.pages.tables import rows

STATEMENTS = ("context", "funding", "milestones", "results", "targets")


@pytest.fixture
def ids() -> list[str]:
    """Every statement of the record; the table of statements has a row for each."""
    return [row["statement_id"] for table in STATEMENTS for row in rows(table)]


def test_the_pages_together_are_the_table(ids: list[str]) -> None:
    shown = opened("sources")
    heading = f"{len(ids)} statements"
    found = []
    for number in range(1, pages(shown, "statements").num_pages + 1):
        pages(shown, "statements").set_value(number)
        shown = again(shown)
        listed = [row["Statement"] for row in shown.table(heading)]
        assert len(listed) <= PAGE
        last = PAGE * (number - 1) + len(listed)
        first = last - len(listed) + 1
        rows = f"Row {last}" if first == last else f"Rows {first}–{last}"
        assert f"{rows} of {len(ids)}" in shown.texts
        found += listed
    assert sorted(found) == sorted(ids)


def test_only_the_page_asked_for_is_sent(ids: list[str]) -> None:
    shown = opened("sources")
    assert len(ids) > WHOLE
    assert max(map(len, shown.tables)) == PAGE


def test_addresses_go_with_their_rows() -> None:
    shown = opened("sources")
    pages(shown, "documents").set_value(2)
    shown = again(shown)
    urls = {row["url"] for row in rows("sources")}
    cells = [row["Source"] for row in shown.tables[-1]]
    assert len(cells) == PAGE
    assert all(cell.rpartition("](")[2].removesuffix(")") in urls for cell in cells)


def test_other_rows_start_at_the_first_page(ids: list[str]) -> None:
    shown = opened("sources")
    pages(shown, "statements").set_value(3)
    shown = again(shown)
    shown.at.text_input(key="search").set_value("the")
    shown = again(shown)
    assert pages(shown, "statements").value == 1


def test_all_rows_are_there_at_once_for_who_asks(ids: list[str]) -> None:
    shown = opened("sources")
    (toggle,) = (one for one in shown.at.toggle if one.key.startswith("whole-statements-"))
    toggle.set_value(True)
    whole = again(shown)
    assert f"Rows 1–{len(ids)} of {len(ids)}" in whole.texts
    assert sorted(row["Statement"] for row in whole.table(f"{len(ids)} statements")) == sorted(ids)


def test_a_short_table_has_no_pages() -> None:
    shown = opened("sources", {"edition": "3", "evidence": "page"})
    assert shown.of("pagination") == []
    assert not any(text.startswith("Rows ") for text in shown.texts)


def test_italian_says_which_rows(ids: list[str]) -> None:
    assert f"Righe 1–{PAGE} di {len(ids)}" in opened("sources", {"lang": "it"}).texts


def test_the_table_of_a_figure_has_pages_too() -> None:
    shown = unfolded(opened("map"))
    assert f"Rows 1–{PAGE} of {len(rows('sites'))}" in shown.texts


def test_a_phone_gets_the_lines_of_one_page(
    ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("table", "panels"):
        monkeypatch.setattr(f"lib.view.{module}.is_phone", lambda: True)
    shown = opened("sources")
    lines = [plain(text).splitlines()[0].strip() for text in shown.marked if text]
    assert len(set(lines) & set(ids)) == PAGE
    assert f"Rows 1–{PAGE} of {len(ids)}" in shown.texts
    assert shown.tables == []
    before_signs = [one for text in shown.marked for one in re.findall(r"\]\](.)!\[", text)]
    assert len(before_signs) == 6 * len(rows("projects")), "what is known of each project"
    assert set(before_signs) == {"\u00a0"}, "a sign stands beside its name, never below it"


def test_a_profile_and_a_comparison_keep_their_own_columns() -> None:
    whole, brief = (
        [*opened("projects", {"project": chosen}).table("Targets")[0]]
        for chosen in ("csb", ["csb", "singa"])
    )
    assert len(brief) < len(whole)


def pages(shown: Opened, name: str) -> Any:
    """The control of a table's pages."""
    (found,) = (one for one in shown.at.pagination if one.key.startswith(f"page-{name}-"))
    return found
