"""Shared money: what is paid for selected projects and others together, and not divided."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from lib.figures.once import once
from lib.figures.statements import described
from lib.model.portfolio import Portfolio
from lib.model.quantity import bound_of, joined, subtract
from lib.model.rows import each, looked_up


@once
def not_attributable(portfolio: Portfolio) -> pd.DataFrame:
    """Programme money that also concerns projects outside the selection.

    Out: described rows of ``funding`` with ``payer``, ``part_of`` (the statement_id of the total
    that a row is certainly a part of, or ""), ``is_divided`` (do its published parts add up to it?)
    and ``own`` (the Bound of those parts that are about the selection alone); empty when every
    project is selected.
    """
    rows = described(portfolio, portfolio.not_attributable("funding"))
    names = portfolio.funders.set_index("funder_id")["name"]
    certain = portfolio.parts[portfolio.parts["is_certain"]]
    totals = certain.drop_duplicates("part_id").set_index("part_id")["total_id"]
    parts = _amounts_in(portfolio, certain)
    shares = [[one for one in parts.get(row.statement_id, []) if _is_alike(row, one)]
              for row in each(rows)]  # fmt: skip
    own = set(portfolio.funding["statement_id"])
    rest = [
        subtract(bound_of(row), joined(map(bound_of, some)))
        for row, some in zip(each(rows), shares, strict=True)
    ]
    alone = [joined(bound_of(one) for one in some if one.statement_id in own) for some in shares]
    return rows.assign(
        payer=looked_up(rows["funder_id"], names),
        part_of=looked_up(rows["statement_id"], totals),
        is_divided=np.array([left.high <= 0 for left in rest], dtype=bool),
        own=pd.Series(alone, index=rows.index, dtype=object),
    )


@once
def perhaps_inside(portfolio: Portfolio) -> pd.DataFrame:
    """Amounts of the selection that may lie inside what cannot be divided; no source says whether.

    Out: described rows of ``funding``, each once.
    """
    shared, links = not_attributable(portfolio), portfolio.parts
    whole = shared.loc[~shared["is_divided"], "statement_id"]
    possible = links[links["total_id"].isin(whole) & ~links["is_certain"].astype(bool)]
    rows = portfolio.funding[portfolio.funding["is_headline"]]
    rows = rows[(rows["stated_count"] > 0) & rows["statement_id"].isin(possible["part_id"])]
    return described(portfolio, rows)


def _amounts_in(portfolio: Portfolio, certain: pd.DataFrame) -> dict[str, list[Any]]:
    """Headline amounts, in the selection or not, that are certainly parts of a total, by its id."""
    every = portfolio.everything.funding
    every = every[every["statement_id"].isin(certain["part_id"])]
    if portfolio.selection.evidence == "page":
        every = every[every["source_id"].isin(portfolio.pages)]
    stated = every[every["is_headline"] & (every["stated_count"] > 0)]
    amounts = {row.statement_id: row for row in each(stated)}
    found: dict[str, list[Any]] = {}
    for link in each(certain[certain["part_id"].isin(list(amounts))]):
        found.setdefault(link.total_id, []).append(amounts[link.part_id])
    return found


def _is_alike(whole: Any, part: Any) -> bool:
    """A part in another currency cannot be taken off."""
    return bool(whole.currency_code == part.currency_code)
