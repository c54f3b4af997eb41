"""Key figures of money: a row a currency for either side, and totals in one currency."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.figures import co_funders, disagreements, funding, key_row, rates
from lib.figures.once import once
from lib.model import identity
from lib.model.portfolio import Portfolio
from lib.model.quantity import NOT_STATED, Bound, bound_of, total
from lib.model.rows import each, frame


@once
def money(portfolio: Portfolio) -> pd.DataFrame:
    """The rows of money of :func:`lib.figures.key.key_figures`; where no foundation is named one
    side, that of all payers."""
    rows = [
        row
        for figure_id, by_co_funders in _sides(portfolio).items()
        for made in (
            _money(portfolio, figure_id, by_co_funders=by_co_funders),
            _converted(portfolio, figure_id, by_co_funders=by_co_funders),
        )
        for row in made
    ]
    return frame(rows, key_row.COLUMNS)


def converted(portfolio: Portfolio) -> pd.DataFrame:
    """Those rows of :func:`money` that are totals in one currency; none where no rate helps."""
    rows = [
        row
        for figure_id, by_co_funders in _sides(portfolio).items()
        for row in _converted(portfolio, figure_id, by_co_funders=by_co_funders)
    ]
    return frame(rows, key_row.COLUMNS)


def _sides(portfolio: Portfolio) -> dict[str, bool]:
    """The figures of money that there are: is each that of co-funders?"""
    if identity.foundation(portfolio.portfolio):
        return {"committed": False, "co_funding": True}
    return {"committed_in_all": False}


def _money(portfolio: Portfolio, figure_id: str, *, by_co_funders: bool) -> list[dict[str, object]]:
    own = funding.committed(portfolio, by_co_funders=by_co_funders)
    spread = portfolio.not_attributable("funding")["statement_id"]
    every = _together(portfolio.everything)
    every = every[
        every["statement_id"].isin(spread) & every[funding.side(by_co_funders=by_co_funders)]
    ]
    ids = every.groupby("currency_code", sort=False)["statement_id"].agg(tuple)
    sums = total(every, ["currency_code"])
    whole = {row.currency_code: row for row in each(sums)}
    paid = funding.paid(portfolio, by_co_funders=by_co_funders)
    spent = {row.currency_code: (bound_of(row),) for row in each(paid)}
    found = [
        key_row.row(
            figure_id,
            Bound(row.low, row.high, bool(row.is_approximate), int(row.stated_count)),
            currency_code=row.currency_code,
            statement_ids=(*row.statement_ids, *ids.get(row.currency_code, ())),
            differs=_payer_counts(portfolio) if by_co_funders else (),
            paid=spent.get(row.currency_code, ()),
            unnamed_count=row.unnamed_count,
            open_share_count=row.open_share_count,
            **_whole(whole.pop(row.currency_code, None)),
        )
        for row in each(own)
    ]
    found += [
        key_row.row(
            figure_id,
            NOT_STATED,
            currency_code=code,
            statement_ids=ids[code],
            is_attributable=False,
            **_whole(row),
        )
        for code, row in whole.items()
    ]
    found = found or [key_row.row(figure_id, NOT_STATED)]
    if by_co_funders:
        rest = each(funding.of_nobody(portfolio))
        found[0]["of_nobody"] = tuple((bound_of(row), row.currency_code) for row in rest)
    return found


@once
def _together(portfolio: Portfolio) -> pd.DataFrame:
    """Commitments to several projects together: few, however many there are to single ones."""
    rows, links = funding.commitments(portfolio), portfolio.coverage["statement_id"]
    return rows[rows["statement_id"].isin(links[links.duplicated()])]


def _converted(
    portfolio: Portfolio, figure_id: str, *, by_co_funders: bool
) -> list[dict[str, object]]:
    return [
        key_row.row(
            f"{figure_id}_converted",
            bound_of(row),
            of_count=row.of_count,
            currency_code=row.currency_code,
            statement_ids=row.statement_ids,
            rates=row.rates,
            lacking=row.lacking,
        )
        for row in each(rates.converted(portfolio, by_co_funders=by_co_funders))
    ]


def _whole(row: Any) -> dict[str, float]:
    """What is stated for more than the selection, when anything is."""
    return {} if row is None else {"whole_low": row.low, "whole_high": row.high}


def _payer_counts(portfolio: Portfolio) -> tuple[Bound, ...]:
    """How many payers there are said to be, where sources differ: the headline first.

    Counts of several quantities, of editions perhaps, are never added: the newest disputed one.
    """
    counts = co_funders.counts(portfolio)
    head = counts[counts["is_headline"]].sort_values("date", ascending=False, kind="stable")
    other = disagreements.others(portfolio, head["statement_id"])
    disputed = (row for row in each(head) if other.get(row.statement_id))
    row = next(disputed, None)
    return (bound_of(row), *other[row.statement_id]) if row else ()
