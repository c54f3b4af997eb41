"""Tests of what is drawn of the flow of money."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.figures import drawn_flow
from lib.model.quantity import BOUND_COLUMNS, bounds


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
            "is_rest": False,
            **{name: stated[name].to_numpy() for name in BOUND_COLUMNS},
            "low_in_whole": stated["low"].to_numpy(),
            "currency_code": ["EUR" if one % 4 else "CHF" for one in payer],
            "statement_id": [f"F{row}" for row in range(count)],
        }
    )


@settings(max_examples=60, deadline=None)
@given(st.composite(links)())
def test_what_is_drawn_adds_up_to_every_amount(whole: pd.DataFrame) -> None:
    drawn = drawn_flow.drawn(whole)
    keys = ["currency_code", "is_published"]
    for name in ("low", "high", "low_in_whole", "stated_count"):
        pd.testing.assert_series_equal(
            drawn.groupby(keys)[name].sum(), whole.groupby(keys)[name].sum(), check_dtype=False
        )
    assert drawn["amount_count"].sum() == len(whole)
    is_ranked = whole["payer_id"].nunique() > drawn_flow.MOST_IN_FLOW
    assert drawn["is_ranked"].eq(is_ranked).all()
    if is_ranked:  # every payer can be counted
        pairs = [set(zip(some["currency_code"], some["payer_id"], strict=True))
                 for some in (drawn, whole)]  # fmt: skip
        assert pairs[0] == pairs[1]
        return
    if len(whole) <= drawn_flow.MOST_LINKS:
        assert drawn.drop(columns=["amount_count", "is_ranked"]).equals(whole)
    # Of two currencies: each payer's largest and what is left of them, then all further payers.
    currencies = max(1, whole["currency_code"].nunique())
    payers, amounts = drawn_flow.shares(currencies)
    assert payers * currencies <= drawn_flow.MOST_PAYERS
    if len(whole) > drawn_flow.MOST_LINKS:
        assert len(drawn) <= currencies * (payers * (amounts + 4) + 4)
    alone = drawn[drawn["destination_kind"] != "smaller"]
    assert set(alone["statement_id"]) <= set(whole["statement_id"])
