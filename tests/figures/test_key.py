"""Key figures of the made tables against sums written out by hand."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pandas as pd
import pytest

from lib.figures import co_funders, flow
from lib.figures.key import KEY_FIGURES, key_figures
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, Bound
from lib.model.selection import Selection
from lib.wording import key_money, sum_check
from lib.wording.words import words


def figure(portfolio: Portfolio, figure_id: str) -> pd.Series:
    """The one row of a key figure."""
    rows = key_figures(portfolio)
    rows = rows[rows["figure_id"] == figure_id]
    assert len(rows) == 1
    return rows.iloc[0]


def bound(row: pd.Series) -> Bound:
    """The bound of a row."""
    return Bound(*row[BOUND_COLUMNS])


def test_every_key_figure_in_order(made: Portfolio) -> None:
    found = key_figures(made)
    # Without rates there is no converted total; tests/figures/test_rates.py has some.
    expected = [name for name in KEY_FIGURES if not name.endswith("_converted")]
    expected.remove("committed_in_all")
    assert list(dict.fromkeys(found["figure_id"])) == expected


def test_without_a_foundation_money_is_that_of_all_payers(made: Portfolio) -> None:
    nobody = replace(made, portfolio=made.portfolio.assign(funder_id=""), whole=None)
    found = key_figures(nobody)
    assert not {"committed", "co_funding"} & {*found["figure_id"]}
    # F1 and F2 in euros, F5 in francs, as tests/figures/test_funding.py tells them apart.
    assert money(nobody, "committed_in_all") == {"EUR": (1300, 1300), "CHF": (0, 50)}
    euros = found[found["currency_code"] == "EUR"].iloc[0]
    assert (euros["open_share_count"], euros["unnamed_count"]) == (1, 0)
    assert not flow.flow(nobody)["is_co_funder"].any()
    assert co_funders.counts(nobody).empty
    assert co_funders.named(nobody)[0] == ()


def test_money_without_a_named_payer_is_in_neither_figure(made: Portfolio) -> None:
    """F5, 0 to 50 francs, as if its source named no payer; it stands beside, in words."""
    rows = made.funding
    unnamed = rows["funder_id"].where(rows["statement_id"] != "F5", "")
    nobody = replace(made, funding=rows.assign(funder_id=unnamed), whole=None)
    assert money(nobody, "committed") == {"EUR": (1000, 1000)}
    assert money(nobody, "co_funding") == {"EUR": (300, 300)}
    row = figure(nobody, "co_funding")
    assert row["of_nobody"] == ((Bound(0, 50, False, 1), "CHF"),)
    said = key_money.money_card(row.to_dict(), flow.flow(nobody), (), words("en")).reason
    assert said.endswith("Plus ≤\u00a0CHF\u00a050 without a named payer, in neither figure.")
    lines = sum_check.sum_check(flow.flow(nobody), flow.outside_the_flow(nobody), words("en"))
    assert [line for line in lines if "without a named payer" in line] == [
        "≤\u00a0CHF\u00a050 is stated without a named payer: it is neither in the foundation’s "
        "money nor in that of the co-funders."
    ]


def test_counts_of_co_funders_of_other_years_are_not_added(made: Portfolio) -> None:
    said = made.results["statement_id"] == "R1"
    more = made.results[said].assign(statement_id="R90", quantity_id="2019", contradicts_id="")
    counts = replace(made, results=pd.concat([made.results, more], ignore_index=True), whole=None)
    assert len(co_funders.counts(counts)) == len(co_funders.counts(made)) + 1
    found = key_figures(counts)
    differs = found.loc[found["figure_id"] == "co_funding", "differs"]
    assert {*differs} == {(Bound(4, 4), Bound(5, 5, True))}


# Places: A 10, B up to 6, C 3, D not stated.
# People: A about 500, B 40 parents + 60 children, C at least 800, D nothing.
@pytest.mark.parametrize(
    ("selection", "places", "people", "projects", "countries"),
    [
        (Selection(), Bound(13, 19, False, 3), Bound(1400, inf, True, 3), 4, 3),
        (Selection(edition=("1",)), Bound(10, 16, False, 2), Bound(600, 600, True, 2), 2, 2),
        (Selection(edition=("2",)), Bound(3, 3, False, 1), Bound(800, inf, False, 1), 2, 2),
        (Selection(country=("IT",)), Bound(10, 16, False, 2), Bound(600, 600, True, 2), 2, 1),
        # Half of B is in France, but its six places cannot be divided.
        (Selection(country=("FR",)), Bound(0, 6, False, 1), Bound(100, 100, False, 1), 2, 1),
        (Selection(programme=("refugees",)), Bound(0, 6, False, 1), Bound(100, 100), 1, 2),
        (Selection(partner=("partner-a", "partner-c")), Bound(13, 13, False, 2),
         Bound(1300, inf, True, 2), 2, 2),
        # The page has no number of people but that of C.
        (Selection(evidence="page"), Bound(13, 19, False, 3), Bound(800, inf, False, 1), 4, 3),
    ],
)  # fmt: skip
def test_places_and_people(
    made: Portfolio,
    selection: Selection,
    places: Bound,
    people: Bound,
    projects: int,
    countries: int,
) -> None:
    portfolio = made.select(selection)
    assert bound(figure(portfolio, "places")) == places
    assert bound(figure(portfolio, "people")) == people
    assert figure(portfolio, "places")["of_count"] == projects
    assert figure(portfolio, "people")["of_count"] == projects
    assert bound(figure(portfolio, "projects")) == Bound(projects, projects, False, projects)
    assert bound(figure(portfolio, "countries")) == Bound(countries, countries, False, countries)


def test_what_nobody_states_is_not_zero(made: Portfolio) -> None:
    alone = made.select(Selection(project=("project-d",)))
    for name in ("places", "people"):
        row = figure(alone, name)
        assert row["low"] != row["low"]
        assert row["stated_count"] == 0
        assert row["of_count"] == 1


def test_where_the_numbers_come_from(made: Portfolio) -> None:
    assert figure(made, "places")["statement_ids"] == ("T1", "T3", "T4")
    assert figure(made, "people")["statement_ids"] == ("T7", "T8", "T9", "T11")


def test_a_total_that_its_parts_miss(made: Portfolio) -> None:
    """20 places are stated for edition 1, of which A names 10 and B up to 6."""
    assert figure(made, "places")["differs"] == (Bound(20, 20), Bound(10, 16))
    assert figure(made, "places")["disputed_count"] == 1  # A: 10 or 12
    assert figure(made, "people")["disputed_count"] == 0
    second = made.select(Selection(edition=("2",)))
    assert figure(second, "places")["differs"] == ()


def money(portfolio: Portfolio, figure_id: str) -> dict[str, tuple[float, float]]:
    """Low and high by currency, of what is stated for the selection itself."""
    rows = key_figures(portfolio)
    rows = rows[(rows["figure_id"] == figure_id) & rows["is_attributable"]]
    rows = rows.set_index("currency_code")
    return {code: (row["low"], row["high"]) for code, row in rows.iterrows()}


def test_money_stands_by_currency(made: Portfolio) -> None:
    assert money(made, "committed") == {"EUR": (1000, 1000), "CHF": (0, 50)}
    assert money(made, "co_funding") == {"EUR": (300, 300)}
    assert bool(figure(made, "co_funding")["is_approximate"])
    # Four co-funders, says the page; about five, says a newspaper.
    assert figure(made, "co_funding")["differs"] == (Bound(4, 4), Bound(5, 5, True))


@pytest.mark.parametrize(
    ("selection", "committed"),
    [
        # C alone: at least 100 EUR, inside or outside of the 1,000.
        (Selection(project=("project-c",)), {"EUR": (100, inf)}),
        # A and C: the earmark of 200 for both, and the at least 100 for C.
        (Selection(project=("project-a", "project-c")), {"EUR": (300, inf)}),
        (Selection(project=("project-d",)), {"CHF": (0, 50)}),
        (Selection(edition=("2",)), {"EUR": (100, inf), "CHF": (0, 50)}),
    ],
)
def test_money_of_a_selection(
    made: Portfolio, selection: Selection, committed: dict[str, tuple[float, float]]
) -> None:
    assert money(made.select(selection), "committed") == committed


def test_money_that_cannot_be_divided_is_told_whole(made: Portfolio) -> None:
    for name, whole in (("committed", 1000), ("co_funding", 300)):
        row = figure(made.select(Selection(project=("project-b",))), name)
        assert not row["is_attributable"]
        assert row["stated_count"] == 0
        assert (row["whole_low"], row["whole_high"]) == (whole, whole)
        assert row["currency_code"] == "EUR"
    assert key_figures(made)["is_attributable"].all()


def test_money_that_cannot_be_divided_stands_beside_what_can(made: Portfolio) -> None:
    """D alone: up to 50 CHF for itself, 1,000 EUR for all four projects."""
    rows = key_figures(made.select(Selection(project=("project-d",))))
    rows = rows[rows["figure_id"] == "committed"].set_index("currency_code")
    assert rows["is_attributable"].to_dict() == {"CHF": True, "EUR": False}
    assert rows.loc["CHF", ["low", "high"]].tolist() == [0, 50]
    assert rows.loc["EUR", ["whole_low", "whole_high"]].tolist() == [1000, 1000]
    assert rows.loc["CHF", ["whole_low"]].isna().all()


def test_nothing_selected_states_nothing(made: Portfolio) -> None:
    nothing = made.select(Selection(edition=("2",), programme=("refugees",)))
    assert figure(nothing, "projects")["low"] == 0
    assert figure(nothing, "places")["of_count"] == 0
    assert figure(nothing, "committed")["stated_count"] == 0
