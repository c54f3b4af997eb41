"""Money of the made tables: who pays, what is stated of whom, what is not divided."""

from __future__ import annotations

from math import inf

import pandas as pd

from lib.exports.funding import section as funding_section
from lib.figures import funding, shared_money
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS
from lib.model.selection import Selection
from lib.wording import funding as texts
from lib.wording import sum_check
from lib.wording.words import words


def ids(rows: pd.DataFrame) -> list[str]:
    """The statements of a frame, in order."""
    return rows["statement_id"].tolist()


def test_payers_are_those_of_headlines(made: Portfolio) -> None:
    rows = funding.payers(made).set_index("statement_id")
    assert list(rows.index) == ["F1", "F2", "F3", "F4", "F5", "F6", "F8", "F9"]
    assert rows["payer"].to_dict() == {
        **dict.fromkeys(["F1", "F3", "F4", "F5"], "Foundation"),
        "F2": "Co-funders",
        "F6": "",
        "F8": "Member",
        "F9": "Other payer",
    }
    assert rows.loc["F6", "organisation_type"] == "unknown"
    # All but the foundation that the table of the portfolio names; nobody is named for F6.
    assert rows.index[rows["is_co_funder"]].tolist() == ["F2", "F8", "F9"]
    assert rows.index[rows["is_own"]].tolist() == ["F1", "F3", "F4", "F5"]
    assert rows.index[rows["is_group"]].tolist() == ["F2"]


def test_parts_are_not_counted_beside_their_total(made: Portfolio) -> None:
    """F3 is inside F1, F4 may be: neither is added to it."""
    assert ids(funding.commitments(made)) == ["F1", "F2", "F5"]
    second = made.select(Selection(edition=("2",)))
    assert ids(funding.commitments(second)) == ["F4", "F5"]
    both = made.select(Selection(project=("project-a", "project-c")))
    assert ids(funding.commitments(both)) == ["F3", "F4"]


def test_committed_by_currency_and_side(made: Portfolio) -> None:
    own = funding.committed(made, by_co_funders=False)
    assert own[["currency_code", *BOUND_COLUMNS, "statement_ids"]].to_numpy().tolist() == [
        ["EUR", 1000, 1000, False, 1, ("F1",)],
        ["CHF", 0, 50, False, 1, ("F5",)],
    ]
    others = funding.committed(made, by_co_funders=True)
    assert others[["currency_code", *BOUND_COLUMNS, "statement_ids"]].to_numpy().tolist() == [
        ["EUR", 300, 300, True, 1, ("F2",)],
    ]
    both = made.select(Selection(project=("project-a", "project-c")))
    sums = funding.committed(both, by_co_funders=False)
    assert sums[BOUND_COLUMNS].to_numpy().tolist() == [[300, inf, False, 2]]  # 200 + ≥ 100
    assert funding.committed(both, by_co_funders=True).empty


def test_by_funder_type(made: Portfolio) -> None:
    rows = funding.by_funder_type(made)
    keys = ["organisation_type", "funding_kind", "currency_code"]
    assert rows[[*keys, "low", "high", "payers", "statement_ids"]].to_numpy().tolist() == [
        ["foundation", "commitment", "EUR", 1000, 1000, ("Foundation",), ("F1",)],
        ["mixed", "commitment", "EUR", 300, 300, ("Co-funders",), ("F2",)],
        ["company", "requested", "EUR", 30.5, 30.5, ("Member",), ("F8",)],
        ["foundation", "commitment", "CHF", 0, 50, ("Foundation",), ("F5",)],
    ]
    # Without F1 its earmark stands for itself; it is no commitment.
    both = funding.by_funder_type(made.select(Selection(project=("project-a", "project-c"))))
    kinds = both[both["organisation_type"] == "foundation"].set_index("funding_kind")
    assert kinds["low"].to_dict() == {"earmark": 200, "commitment": 100}


def test_what_is_left_out_as_a_part_is_counted(made: Portfolio, real: Portfolio) -> None:
    """F3 is a part of F1, F4 may be one; without F1 both stand for themselves."""
    assert funding.left_out(made) == (1, 1)
    both = made.select(Selection(project=("project-a", "project-c")))
    assert funding.left_out(both) == (0, 0)
    for one in (made, real, both):
        kinds = funding.payers(one)
        promised = kinds["funding_kind"].isin(["commitment", "earmark"])
        whole = (kinds["scope"] == "project") & (kinds["stated_count"] > 0)
        drawn = len(funding.commitments(one))
        assert drawn + sum(funding.left_out(one)) == (promised & whole).sum()
    assert funding.left_out(made, ("EUR",)) == (1, 1)
    assert funding.left_out(made, ("CHF",)) == (0, 0)
    rows = texts.named_types(funding.by_funder_type(real), words("en"))
    said = texts.by_funder_type(rows, funding.left_out(real), words("en")).coverage
    assert said == "3 stated amounts; left out: 1 inside another, 1 perhaps"


def test_money_about_more_than_the_selection(made: Portfolio) -> None:
    assert shared_money.not_attributable(made).empty
    rows = shared_money.not_attributable(made.select(Selection(project=("project-a",))))
    assert ids(rows) == ["F1", "F2", "F3"]
    assert rows["payer"].tolist() == ["Foundation", "Co-funders", "Foundation"]
    page = made.select(Selection(project=("project-b",), evidence="page"))
    assert ids(shared_money.not_attributable(page)) == ["F1", "F2"]


def test_money_of_single_projects(made: Portfolio) -> None:
    rows = funding.by_project(made)
    assert ids(rows) == ["F6", "F7", "F8", "F9", "F4", "F5"]
    assert rows["payer"].tolist()[2:] == ["Member", "Other payer", "Foundation", "Foundation"]
    assert rows["is_headline"].tolist() == [True, False, True, True, True, True]
    page = made.select(Selection(evidence="page"))
    assert funding.by_project(page).empty


def test_a_part_that_is_not_attributable_names_its_whole(real: Portfolio) -> None:
    rows = shared_money.not_attributable(real.select(Selection(programme=("refugees",))))
    assert dict(zip(rows["statement_id"], rows["part_of"], strict=True)) == {
        "F001": "",
        "F003": "",
        "F041": "F001",
    }


def test_what_may_lie_inside_money_for_more_than_the_selection_is_said(real: Portfolio) -> None:
    second = real.select(Selection(edition=("2",)))
    inside = shared_money.perhaps_inside(second)
    assert ids(inside) == ["F166"]
    shared = shared_money.not_attributable(second)
    *_shared, last = sum_check.not_attributable(shared, inside, words("en"))
    assert last.replace("\u00a0", " ").startswith("≥ EUR 1,000,000 for UNICEF Vietnam is stated as")
    assert "neither added nor taken off" in last
    for one in (real, real.select(Selection(edition=("1",)))):
        assert shared_money.perhaps_inside(one).empty
    section = funding_section(second, words("en"))
    (panel,) = [one for one in section.exhibits if one.name == "funding.not_attributable"]
    assert "F166" in panel.statement_ids
