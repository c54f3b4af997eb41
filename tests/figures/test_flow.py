"""Tests of the flow of money."""

from __future__ import annotations

from dataclasses import replace

from lib.figures import flow, funding
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection


def test_the_flow_ends_where_publishing_ends(made: Portfolio) -> None:
    """Of 1,000 EUR, 200 go to A and C together; nobody says where the other 800 go."""
    rows = flow.flow(made)
    columns = ["payer", "destination_kind", "project_ids", "low", "high", "currency_code"]
    assert rows[[*columns, "statement_id"]].to_numpy().tolist() == [
        ["Foundation", "several_projects", ("project-a", "project-c"), 200, 200, "EUR", "F3"],
        ["Foundation", "not_published", (), 0, 800, "EUR", "F1"],
        ["Co-funders", "not_published", (), 300, 300, "EUR", "F2"],
        ["Foundation", "project", ("project-d",), 0, 50, "CHF", "F5"],
    ]
    assert rows["is_published"].tolist() == [True, False, False, True]
    # What is left is calculated. F4, at least 100, may take any part of it, of the whole nothing.
    assert rows["is_rest"].tolist() == [False, True, False, False]
    assert rows["low_in_whole"].tolist() == [200, 800, 300, 0]
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
                    rows[(rows["is_co_funder"] == side) & (rows["currency_code"] == code)][
                        "low_in_whole" if rows is links else "low"
                    ]
                    for rows in (links, whole)
                ]
                assert sums[0].sum() == sums[1].sum()


def test_what_stands_outside_the_flow(made: Portfolio) -> None:
    rows = flow.outside_the_flow(made).set_index("statement_id")
    assert rows["may_be_part_of"].to_dict() == {"F4": "F1", "F6": "", "F8": "", "F9": ""}
    second = flow.outside_the_flow(made.select(Selection(edition=("2",))))
    assert second.empty  # F4 and F5 are the flow of edition 2


def test_what_may_lie_inside_takes_the_most_it_can_be(made: Portfolio) -> None:
    """Of what is left of 1,000, exactly 100 more may be published, or an amount in other money."""
    for qualifier, code, least in (
        ("exact", "EUR", 700),
        ("up_to", "EUR", 700),
        ("exact", "CHF", 0),
    ):
        f4 = made.funding["statement_id"] == "F4"
        changed = made.funding.assign(
            high=made.funding["high"].mask(f4, 100.0),
            low=made.funding["low"].mask(f4, 0.0 if qualifier == "up_to" else 100.0),
            currency_code=made.funding["currency_code"].mask(f4, code),
        )
        rows = flow.flow(replace(made, funding=changed, whole=None))
        (rest,) = rows[rows["is_rest"]].itertuples()
        assert (rest.low, rest.high, rest.low_in_whole) == (least, 800, 800)
