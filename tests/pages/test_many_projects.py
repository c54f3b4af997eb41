"""More projects than a screen holds: cards and charts a page at a time, nothing left out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.portfolio import make
from lib.figures import places
from lib.model.selection import Selection
from lib.model.store import load
from lib.view.pages import PAGE
from tests.pages.reading import CHART, Opened, again, opened, plain
from tests.pages.tables import rows_in

ROWS = 90
PER_PAGE = 24  # cards


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("many"), ROWS, parquet=False)


@pytest.fixture(autouse=True)
def tables(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(place))


def test_the_cards_of_all_pages_are_the_projects(place: Path) -> None:
    names = [row["name"] for row in rows_in(place, "projects")]
    found = pages_of(opened("projects"), "cards", lambda one: cards(one, names))
    assert max(map(len, found)) == PER_PAGE
    assert sorted(name for page in found for name in page) == sorted(names)


@pytest.mark.parametrize(
    ("page", "chart"), [("overview", "places.announced"), ("targets", "targets.places")]
)
def test_the_pages_of_a_chart_name_every_project(place: Path, page: str, chart: str) -> None:
    names = [row["name"] for row in rows_in(place, "projects")]
    found = pages_of(opened(page), f"chart-{chart}", lambda one: charted(one, chart, names))
    assert max(map(len, found)) == PAGE
    assert sorted(name for part in found for name in part) == sorted(names)
    rows = places.announced(load(place).select(Selection()))
    if chart == "places.announced":  # what states a number comes first
        is_stated = rows["stated_count"] > 0
        assert 0 < is_stated.sum() < ROWS
        order = [*rows.loc[is_stated, "project"], *rows.loc[~is_stated, "project"]]
        expected = [order[start : start + PAGE] for start in range(0, ROWS, PAGE)]
        assert [sorted(part) for part in found] == [sorted(part) for part in expected]


def pages_of(shown: Opened, name: str, seen: Callable[[Opened], list[str]]) -> list[list[str]]:
    """What each page of a list shows; each says which rows those are."""
    found: list[list[str]] = []
    for number in range(1, control(shown, name).num_pages + 1):
        control(shown, name).set_value(number)
        shown = again(shown)
        assert shown.exceptions == []
        found.append(seen(shown))
        last = sum(map(len, found))
        assert f"Rows {last - len(found[-1]) + 1}–{last} of {ROWS}" in shown.texts
    return found


def control(shown: Opened, name: str) -> Any:
    (found,) = (one for one in shown.at.pagination if one.key.startswith(f"page-{name}-"))
    return found


def cards(shown: Opened, names: list[str]) -> list[str]:
    headings = {plain(text) for text in shown.marked if text.startswith("#### ")}
    return [name for name in names if name in headings]


def charted(shown: Opened, chart: str, names: list[str]) -> list[str]:
    (written,) = (
        element.proto.bytes for element in shown.of(CHART) if f"chart-{chart}" in element.proto.id
    )
    figure = json.loads(written)["figure"]
    said = " ".join(note["text"] for note in figure["layout"]["annotations"])
    return [name for name in names if name in said]
