"""Where no project is left: what is said, and what leads out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fixture.copies import copied, header_only
from tests.pages.reading import CHART, Opened, again, opened, plain

NOTHING = {"edition": "3", "programme": "refugees"}


def ways_out(shown: Opened) -> list[str]:
    keys = [button.key or "" for button in shown.at.button]
    labels = [plain(button.label) for button in shown.at.button]
    return [label for key, label in zip(keys, labels, strict=True) if key.startswith("without-")]


@pytest.mark.parametrize("page", ["overview", "funding", "projects", "map"])
def test_each_filter_that_stands_in_the_way_can_go(page: str) -> None:
    shown = opened(page, NOTHING)
    assert shown.exceptions == []
    assert (shown.title, shown.numbers, shown.charts) == (
        "No project matches these filters", [], [],
    )  # fmt: skip
    assert not shown.at.info
    assert "board-pack" in shown.at.session_state
    assert ways_out(shown) == ["Without Edition 3: 2 projects", "Without For Refugees: 3 projects"]
    shown.at.button(key="without-1").click()
    after = again(shown)
    assert ways_out(after) == []
    assert "Showing Edition 3: 3 projects of 11, in 3 countries." in after.texts


def test_pages_beside_the_others_say_what_they_always_say() -> None:
    shown = opened("words", NOTHING)
    assert ways_out(shown) == []
    assert shown.title != "No project matches these filters"


def test_only_what_helps_is_offered() -> None:
    shown = opened("overview", {**NOTHING, "country": "VN", "lang": "it"})
    assert ways_out(shown) == []
    shown = opened("overview", {"edition": "1", "country": "VN", "evidence": "page"})
    assert ways_out(shown) == ["Without Edition 1: 1 project", "Without Vietnam: 4 projects"]


def test_with_projects_nothing_is_offered() -> None:
    assert ways_out(opened("overview", {"edition": "1"})) == []


def test_a_figure_without_numbers_has_a_title_and_speaks_of_no_marks() -> None:
    shown = opened("funding", {"country": "IT"})
    titles = [plain(one.value) for one in shown.at.subheader]
    assert "Commitments as stated, by payer, edition and destination" in titles
    assert "Co-funders as counted by each source, at the date it speaks of" in titles
    assert not [text for text in shown.texts if "hatching" in text.lower()]


@pytest.mark.parametrize(("page", "is_said"), [("sources", True), ("funding", False)])
def test_a_copied_link_holds_what_is_looked_for(page: str, is_said: bool) -> None:
    shown = opened(page, {"search": "Nantes", "edition": "1"})
    assert (shown.at.warning.len == 0) == is_said  # a page that looks for nothing says so
    if is_said:
        assert shown.at.text_input(key="search").value == "Nantes"
    sent = [json.loads(one.proto.bytes or "{}") for one in shown.of(CHART) if one.proto.bytes]
    (query,) = [one["query"] for one in sent if "query" in one]
    assert ("search=Nantes" in query) == is_said


def test_a_project_in_the_address_of_another_page_is_no_selection_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied(tmp_path)
    header_only(folder, "results")
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    for query, said in (
        ({"project": "project-a"}, "No result was found in the sources read."),
        ({"edition": "1"}, "No result was found for this selection."),
    ):
        shown = opened("targets", query)
        assert shown.exceptions == []
        assert said in shown.texts


@pytest.mark.parametrize("page", ["overview", "targets"])
def test_no_chart_is_drawn_of_projects_none_of_which_has_a_number(page: str) -> None:
    query = {"country": "DE", "partner": "redy", "lang": "en"}
    for more, said in (
        ({}, "No number was found for this selection in the sources read."),
        ({"evidence": "page"}, "The programme page states no number for this selection."),
    ):
        shown = opened(page, {**query, **more})
        assert shown.exceptions == []
        assert said in [plain(one.value).replace("\\", "") for one in shown.at.info]
