"""Co-funders of the made tables: how many they are said to be, who is named."""

from __future__ import annotations

from math import isnan

from lib.figures import co_funders
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection


def test_counts_of_co_funders(made: Portfolio) -> None:
    rows = co_funders.counts(made)
    assert rows["statement_id"].tolist() == ["R2", "R1"]  # the dated one first
    assert rows["date"].tolist() == ["2020-06-01", ""]
    assert co_funders.named(made) == (("Member",), 4)
    _, count = co_funders.named(made.select(Selection(edition=("1",))))
    assert isnan(count)
