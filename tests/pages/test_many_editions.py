"""More editions, programmes and longer names than stand side by side: filters become lists."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.portfolio import make
from lib.charts.theme import DARK, LIGHT, Palette
from lib.view.filter_bar import MOST_BUTTONS, MOST_LETTERS
from tests.pages.reading import again, opened
from tests.pages.tables import Row, rows_in

EDITIONS, PROJECTS = 40, 120
LONG = "Community learning centres for newly arrived families in towns and villages"


def changed(place: Path, table: str, change: Callable[[list[Row]], list[Row]]) -> None:
    rows = change(rows_in(place, table))
    with (place / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make(tmp_path_factory.mktemp("editions"), PROJECTS, parquet=False)

    def more(rows: list[Row]) -> list[Row]:
        return [rows[0] | {"edition_id": str(number)} for number in range(1, EDITIONS + 1)]

    def spread(rows: list[Row]) -> list[Row]:
        return [
            row | {"edition_id": str(at % EDITIONS + 1), "name": f"{LONG} {at}"}
            for at, row in enumerate(rows)
        ]

    changed(folder, "editions", more)
    changed(folder, "projects", spread)
    return folder


@pytest.fixture(autouse=True)
def tables(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_DATA", str(place))


@pytest.mark.parametrize("page", ["overview", "funding", "targets", "map", "projects", "sources"])
def test_many_editions_are_a_list_on_every_page(page: str) -> None:
    shown = opened(page)
    assert shown.exceptions == []
    assert shown.at.multiselect(key="edition").options == [str(n + 1) for n in range(EDITIONS)]
    assert "edition" not in {one.key for one in shown.at.button_group}


def test_a_list_filters_as_buttons_do() -> None:
    shown = opened("projects")
    shown.at.multiselect(key="edition").set_value(["17", "40"])
    shown = again(shown)
    assert shown.title == f"{2 * PROJECTS // EDITIONS} projects"
    assert shown.at.query_params["edition"] == ["17", "40"]
    assert opened("projects", {"edition": ["17", "40"]}).title == shown.title


def test_few_short_names_stand_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DASHBOARD_DATA")
    keys = {one.key for one in opened("projects").at.button_group}
    assert {"edition", "programme"} <= keys
    assert MOST_BUTTONS < EDITIONS
    assert len(LONG) > MOST_LETTERS


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_colours_of_editions_repeat_after_ten_and_never_depend_on_others(palette: Palette) -> None:
    colours = [palette.edition(str(number)) for number in range(1, EDITIONS + 1)]
    assert len({*colours[:10]}) == 10
    assert colours[10:] == [colours[number % 10] for number in range(10, EDITIONS)]


def test_editions_are_in_their_order_and_the_card_names_the_first() -> None:
    shown = opened("overview")
    (said,) = (text for text in shown.texts if text.startswith("Edition\u00a01:\u00a0"))
    said = said.replace("\u00a0", " ")
    assert said.startswith("Edition 1: 3 · Edition 2: 3 · Edition 3: 3 · ")
    assert said.endswith(" more")
    names = [f"{LONG} {at}" for edition in range(9) for at in range(edition, PROJECTS, EDITIONS)]
    cards = [text.removeprefix("#### ") for text in opened("projects").marked if "####" in text]
    assert cards == names[: len(cards)]
