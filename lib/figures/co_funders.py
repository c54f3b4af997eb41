"""Who gives money beside the foundation: how many it is said to be, which of them are named."""

from __future__ import annotations

import pandas as pd

from lib.figures.once import once
from lib.figures.statements import counting_co_funders, described
from lib.model import identity
from lib.model.portfolio import Portfolio


@once
def counts(portfolio: Portfolio) -> pd.DataFrame:
    """How the number of co-funders was reported, dated statements first in order of time.

    Out: described rows of ``results`` that count payers. ``date`` holds when it was said; empty:
    undated. None where no foundation is named, which is what makes others its co-funders.
    """
    rows = described(portfolio, counting_co_funders(portfolio))
    rows = rows.assign(order=rows["date"].replace("", "9999"))
    return rows.sort_values("order", kind="stable", ignore_index=True).drop(columns="order")


@once
def named(portfolio: Portfolio) -> tuple[tuple[str, ...], float]:
    """The names of co-funders that a group has, and how many there are last said to be.

    NaN where no number is said, or none that has an upper end. None where no foundation is named.
    """
    members = _members(portfolio)
    names = tuple(members["name"])
    said = counts(portfolio)
    head = said[said["is_headline"]].sort_values("date", ascending=False, kind="stable")
    ends = head["high"].replace(float("inf"), float("nan"))
    return names, float(ends.iloc[0]) if len(ends) else float("nan")


def named_by(portfolio: Portfolio) -> tuple[str, ...]:
    """The documents that name those co-funders: source_ids, each once."""
    return tuple(dict.fromkeys(_members(portfolio)["source_id"]))


def _members(portfolio: Portfolio) -> pd.DataFrame:
    """Rows of ``funders``: those of a group that have a name."""
    funders = portfolio.funders
    if not identity.foundation(portfolio.portfolio):
        funders = funders.iloc[:0]
    groups = funders.loc[funders["is_group"], "funder_id"]
    members = funders[funders["group_id"].isin(groups)]
    if portfolio.selection.evidence == "page":
        pages = portfolio.sources.loc[portfolio.sources["is_programme_page"], "source_id"]
        members = members[members["source_id"].isin(pages)]
    return members
