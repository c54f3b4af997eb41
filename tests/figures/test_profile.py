"""Key figures of projects, against sums made with nothing but csv."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from lib.figures import profile
from lib.model.rows import each
from lib.model.selection import Selection
from lib.model.store import DEFAULT_FOLDER, load
from lib.wording import profile as texts
from lib.wording.words import words
from tests.pages.tables import rows


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    return profile.key_figures(load(DEFAULT_FOLDER).select(Selection(language="en")))


def of(figures: pd.DataFrame, figure: str) -> pd.DataFrame:
    return figures[figures["figure_id"] == figure].set_index("project_id")


def test_each_project_has_the_same_four(figures: pd.DataFrame) -> None:
    assert sorted(set(figures["project_id"])) == sorted(
        one["project_id"] for one in rows("projects")
    )
    for _project, own in figures.groupby("project_id", sort=False):
        assert own["figure_id"].tolist() == ["places", "result", "people", "money"]


def test_people_are_the_sum_of_what_may_be_added(figures: pd.DataFrame) -> None:
    addable = {one["indicator_id"] for one in rows("indicators") if one["total_id"] == "people"}
    told = [one for one in rows("targets")
            if one["indicator_id"] in addable and one["is_headline"] == "true"
            and one["scope"] == "project" and one["project_id"] and one["value"]]  # fmt: skip
    people = of(figures, "people")
    for project, row in people.iterrows():
        own = [one for one in told if one["project_id"] == project]
        assert row["stated_count"] == int(bool(own))
        assert set(row["statement_ids"]) == {one["statement_id"] for one in own}
        if own and all(one["qualifier"] in ("exact", "about") for one in own):
            assert row["high"] == sum(float(one["value"]) for one in own)


def test_places_are_due_when_any_source_of_that_number_says(figures: pd.DataFrame) -> None:
    serbia = of(figures, "places").loc["novak-djokovic-foundation"]
    assert (serbia["low"], serbia["date"]) == (15, "2022-12-31")
    said = {one["statement_id"]: one for one in rows("targets")}
    dates = {said[one]["end_date"] for one in serbia["statement_ids"]}
    assert dates == {"", "2022-12-31"}


def test_without_a_comparable_result_others_are_named(figures: pd.DataFrame) -> None:
    result = of(figures, "result")
    croatia = result.loc["rastimo-zajedno"]
    assert math.isnan(croatia["low"])
    assert [(bound.low, unit) for bound, unit in croatia["beside"]] == [
        (248, "professionals trained"),
        (644, "parents"),
        (333, "children"),
    ]
    (row,) = each(result.loc[["rastimo-zajedno"]].reset_index())
    said = texts.card(row, words("en"), "").reason
    assert (
        said == "Not comparable: 248\u00a0professionals trained, 644\u00a0parents and 1\u00a0other."
    )
    assert result.loc["novak-djokovic-foundation", "beside"] == ()


def test_money_is_the_first_amount_of_the_whole_project(figures: pd.DataFrame) -> None:
    money = of(figures, "money")
    vietnam = money.loc["unicef-vietnam"]
    assert (vietnam["low"], vietnam["high"], vietnam["kind"]) == (1e6, math.inf, "commitment")
    assert vietnam["publisher"] == "Vietnam Times"
    assert money["stated_count"].sum() == 2
