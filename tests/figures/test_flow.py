"""Tests of the flow of money."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.figures import flow, funding
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, bounds
from lib.model.selection import Selection


def test_the_flow_ends_where_publishing_ends(made: Portfolio) -> None:
    """Of 1,000 EUR, 200 go to A and C together; nobody says where the other 800 go."""
    rows = flow.flow(made)
    columns = ["payer", "destination_kind", "project_ids", "low", "high", "currency_code"]
    assert rows[[*columns, "statement_id"]].to_numpy().tolist() == [
        ["Foundation", "several_projects", ("project-a", "project-c"), 200, 200, "EUR", "F3"],
        ["Foundation", "not_published", (), 800, 800, "EUR", "F1"],
        ["Co-funders", "not_published", (), 300, 300, "EUR", "F2"],
        ["Foundation", "project", ("project-d",), 0, 50, "CHF", "F5"],
    ]
    assert rows["is_published"].tolist() == [True, False, False, True]
    # F4 may lie inside F1, of which F3 is a part: nobody says whether.
    assert rows["may_hold_more"].tolist() == [True, True, False, False]
    second = flow.flow(made.select(Selection(edition=("2",))))
    assert not second["may_hold_more"].any()
    assert rows["is_co_funder"].tolist() == [False, False, True, False]
    assert rows["is_approximate"].tolist() == [False, False, True, False]
    assert rows["projects"].iloc[0] == ("Project A", "Project Č")


def test_the_flow_is_all_that_is_committed(made: Portfolio) -> None:
    for selection in (Selection(), Selection(edition=("2",)), Selection(evidence="page")):
        portfolio = made.select(selection)
        links, whole = flow.flow(portfolio), funding.commitments(portfolio)
        for side in (True, False):
            for code in ("EUR", "CHF"):
                sums = [
                    rows[(rows["is_co_funder"] == side) & (rows["currency_code"] == code)]["low"]
                    for rows in (links, whole)
                ]
                assert sums[0].sum() == sums[1].sum()


def test_what_stands_outside_the_flow(made: Portfolio) -> None:
    rows = flow.outside_the_flow(made).set_index("statement_id")
    assert rows["may_be_part_of"].to_dict() == {"F4": "F1", "F6": "", "F8": "", "F9": ""}
    second = flow.outside_the_flow(made.select(Selection(edition=("2",))))
    assert second.empty  # F4 and F5 are the flow of edition 2


def links(drawn: st.DrawFn) -> pd.DataFrame:
    """Amounts of some payers in two currencies, as :func:`lib.figures.flow.flow` gives them out."""
    count = drawn(st.integers(0, 150))
    some = st.lists(st.integers(1, 999), min_size=count, max_size=count)
    kinds = st.lists(
        st.sampled_from(["exact", "at_least", "up_to"]), min_size=count, max_size=count
    )
    payers = st.lists(st.integers(0, 14), min_size=count, max_size=count)
    payer = drawn(payers)
    stated = bounds(pd.DataFrame({"value": drawn(some), "qualifier": drawn(kinds)}))
    return pd.DataFrame(
        {
            "payer_id": [f"payer-{one}" for one in payer],
            "payer": [f"Payer {one}" for one in payer],
            "is_co_funder": False,
            "is_own": True,
            "is_group": False,
            "is_share_open": False,
            "edition_id": [str(one % 2 + 1) for one in payer],
            "project_ids": [(f"project-{row}",) for row in range(count)],
            "projects": [(f"Project {row}",) for row in range(count)],
            "destination_kind": "project",
            "is_published": [row % 3 > 0 for row in range(count)],
            "may_hold_more": False,
            **{name: stated[name].to_numpy() for name in BOUND_COLUMNS},
            "currency_code": ["EUR" if one % 4 else "CHF" for one in payer],
            "statement_id": [f"F{row}" for row in range(count)],
        }
    )


@settings(max_examples=60, deadline=None)
@given(st.composite(links)())
def test_what_is_drawn_adds_up_to_every_amount(whole: pd.DataFrame) -> None:
    drawn = flow.drawn(whole)
    keys = ["currency_code", "is_published"]
    for name in ("low", "high", "stated_count"):
        pd.testing.assert_series_equal(
            drawn.groupby(keys)[name].sum(), whole.groupby(keys)[name].sum(), check_dtype=False
        )
    assert drawn["amount_count"].sum() == len(whole)
    is_ranked = whole["payer_id"].nunique() > flow.MOST_IN_FLOW
    assert drawn["is_ranked"].eq(is_ranked).all()
    if is_ranked:  # every payer can be counted
        pairs = [set(zip(some["currency_code"], some["payer_id"], strict=True))
                 for some in (drawn, whole)]  # fmt: skip
        assert pairs[0] == pairs[1]
        return
    if len(whole) <= flow.MOST_LINKS:
        assert drawn.drop(columns=["amount_count", "is_ranked"]).equals(whole)
    # Of two currencies: each payer's largest and what is left of them, then all further payers.
    currencies = max(1, whole["currency_code"].nunique())
    payers, amounts = flow.shares(currencies)
    assert payers * currencies <= flow.MOST_PAYERS
    if len(whole) > flow.MOST_LINKS:
        assert len(drawn) <= currencies * (payers * (amounts + 4) + 4)
    alone = drawn[drawn["destination_kind"] != "smaller"]
    assert set(alone["statement_id"]) <= set(whole["statement_id"])
