"""Words of a project's key figures."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from lib.figures import profile as figures
from lib.figures import project, targets
from lib.model.portfolio import Portfolio
from lib.model.rows import each
from lib.model.selection import Selection
from lib.model.store import DEFAULT_FOLDER, load
from lib.wording import profile as texts
from lib.wording import project as project_texts
from lib.wording import targets as target_texts
from lib.wording.words import Words


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return load(DEFAULT_FOLDER).select(Selection(language="en"))


def found(portfolio: Portfolio, name: str) -> tuple[pd.DataFrame, dict[str, Any]]:
    rows = figures.key_figures(project.of_project(portfolio, name))
    cards = {row.figure_id: texts.card(row, Words("en"), "Not found.") for row in each(rows)}
    return rows, cards


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("novak-djokovic-foundation", "X: 15 sites announced, 15 reported"),
        ("mmi-megamarie-plus", "X: up to 60 family centres announced, no comparable result found"),
        ("tailwind", "X: no number of places found"),
    ],
)
def test_the_title_says_what_became_of_the_places(
    portfolio: Portfolio, name: str, title: str
) -> None:
    rows, _cards = found(portfolio, name)
    assert texts.title("X", rows, Words("en")).replace("\u00a0", " ") == title


def test_a_card_says_how_sure_when_and_what_else_is_stated(portfolio: Portfolio) -> None:
    _rows, cards = found(portfolio, "novak-djokovic-foundation")
    assert cards["places"][1:5] == ("15", "sites", "Due by 31 Dec 2022.", "exact")
    assert cards["result"].reason == "Reported 31 Jan 2024."
    assert cards["people"].differs == "≠\u00a02,800 parents, about\u00a05,600 children"
    assert cards["people"].how_sure == "about"


def test_what_is_counted_place_by_place_says_so_in_tables(portfolio: Portfolio) -> None:
    how = "counted place by place, reported at different dates, 1 of them before the edition began"
    rows, cards = found(portfolio, "singa")
    (result,) = each(rows[rows["figure_id"] == "result"])
    number = f"{cards['result'].value} {cards['result'].coverage}"
    assert texts.value(result, Words("en")).replace("\u00a0", " ") == f"{number} · {how}"
    table = target_texts.places_table(targets.places(portfolio), Words("en")).set_index("Project")
    assert table.loc["SINGA", "Result as of"] == how
    assert (table["Result as of"] == how).sum() == 1


def test_what_was_not_found_says_where_it_was_looked_for(portfolio: Portfolio) -> None:
    _rows, cards = found(portfolio, "tailwind")
    for card in (cards["places"], cards["result"], cards["people"]):
        assert (card.value, card.reason, card.how_sure) == (
            "not stated",
            "Not found.",
            "not_stated",
        )
    assert cards["money"].reason == "No amount was found for this project alone."


def test_two_projects_of_one_name_are_two_columns() -> None:
    rows = {"Edition": ["1", "2", "3"]}
    table = project_texts.comparison(rows, ["A", "A", "B"], Words("en"))
    assert table.to_dict("records") == [{"Fact": "Edition", "A": "1", "A (2)": "2", "B": "3"}]
