"""Key figures: the few numbers a visitor should leave with, each with what stands behind it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.figures import co_funders, disagreements, funding, promises, rates
from lib.figures.once import once
from lib.model import identity
from lib.model.portfolio import Portfolio
from lib.model.quantity import NOT_STATED, Bound, add, bound_of, total
from lib.model.rows import each, frame

KEY_FIGURES = (
    *("committed", "committed_converted", "co_funding", "co_funding_converted"),
    *("committed_in_all", "committed_in_all_converted"),  # where no foundation is named
    *("projects", "countries", "places", "people"),
)

_COLUMNS = [
    *("figure_id", "low", "high", "is_approximate", "stated_count", "of_count", "currency_code"),
    *("statement_ids", "differs", "disputed_count", "is_attributable", "whole_low", "whole_high"),
    *("members", "paid", "rates", "lacking", "unnamed_count", "open_share_count", "beyond"),
    "of_nobody",
]


@once
def key_figures(portfolio: Portfolio) -> pd.DataFrame:
    """The key figures of the selection.

    Out: ``figure_id`` (one of ``KEY_FIGURES``; money has a row a currency), the bound columns,
    ``of_count`` (how many projects could state a number), ``currency_code`` (""),
    ``statement_ids`` (tuple: what is in it and what is stated for more than the selection),
    ``differs`` (tuple of Bound: other values stated for the same
    quantity), ``disputed_count`` (projects whose number a source contradicts), ``whole_low`` and
    ``whole_high`` (money stated for more than the selection, which cannot be divided; NaN: none),
    ``is_attributable`` (False: there is only such money), ``members`` (tuple of kind, id, how many:
    the projects of each edition and programme, the countries), ``paid`` (tuple of Bound: what is
    reported as paid out, of money), ``rates`` and ``lacking`` as in :func:`rates.converted`,
    ``unnamed_count`` and ``open_share_count`` as in :func:`funding.committed`, ``beyond`` (tuple of
    names: projects whose number is for more countries than are selected), ``of_nobody`` (tuple of
    Bound and currency, in the first row of the co-funders' money: what no payer is named for, in
    neither figure). Totals converted
    into one currency are there only where rates are. Where no foundation is named, money is that of
    all payers.
    """
    sides = {"committed": False, "co_funding": True}
    if not identity.foundation(portfolio.portfolio):
        sides = {"committed_in_all": False}
    rows = [
        *(
            row
            for figure_id, by_co_funders in sides.items()
            for made in (
                _money(portfolio, figure_id, by_co_funders=by_co_funders),
                _converted(portfolio, f"{figure_id}_converted", by_co_funders=by_co_funders),
            )
            for row in made
        ),
        _projects(portfolio),
        _countries(portfolio),
        _promised(portfolio, "places"),
        _promised(portfolio, "people"),
    ]
    return frame(rows, _COLUMNS)


def _row(figure_id: str, bound: Bound, **more: object) -> dict[str, object]:
    rest = {
        "of_count": bound.stated_count,
        "currency_code": "",
        "statement_ids": (),
        "differs": (),
        "disputed_count": 0,
        "is_attributable": True,
        "whole_low": float("nan"),
        "whole_high": float("nan"),
        "members": (),
        "paid": (),
        "rates": (),
        "lacking": (),
        "unnamed_count": 0,
        "open_share_count": 0,
        "beyond": (),
        "of_nobody": (),
    }
    return {"figure_id": figure_id, **bound._asdict(), **rest, **more}


def _money(portfolio: Portfolio, figure_id: str, *, by_co_funders: bool) -> list[dict[str, object]]:
    own = funding.committed(portfolio, by_co_funders=by_co_funders)
    spread = set(portfolio.not_attributable("funding")["statement_id"])
    every = funding.commitments(portfolio.everything)
    every = every[
        every["statement_id"].isin(spread) & every[funding.side(by_co_funders=by_co_funders)]
    ]
    ids = every.groupby("currency_code", sort=False)["statement_id"].agg(tuple)
    sums = total(every, ["currency_code"])
    whole = {row.currency_code: row for row in each(sums)}
    paid = funding.paid(portfolio, by_co_funders=by_co_funders)
    spent = {row.currency_code: (bound_of(row),) for row in each(paid)}
    found = [
        _row(
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
        _row(
            figure_id,
            NOT_STATED,
            currency_code=code,
            statement_ids=ids[code],
            is_attributable=False,
            **_whole(row),
        )
        for code, row in whole.items()
    ]
    found = found or [_row(figure_id, NOT_STATED)]
    if by_co_funders:
        rest = each(funding.of_nobody(portfolio))
        found[0]["of_nobody"] = tuple((bound_of(row), row.currency_code) for row in rest)
    return found


def _converted(
    portfolio: Portfolio, figure_id: str, *, by_co_funders: bool
) -> list[dict[str, object]]:
    return [
        _row(
            figure_id,
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


def _projects(portfolio: Portfolio) -> dict[str, object]:
    rows = promises.projects(portfolio)
    members = [
        (kind, str(one), int(count))
        for kind in ("edition", "programme")
        for one, count in rows[f"{kind}_id"].value_counts(sort=False).items()
    ]
    return _counted("projects", len(rows), members)


def _countries(portfolio: Portfolio) -> dict[str, object]:
    codes = sorted(portfolio.project_countries["country_code"].unique())
    return _counted("countries", len(codes), [("country", code, 1) for code in codes])


def _counted(figure_id: str, count: int, members: list[tuple[str, str, int]]) -> dict[str, object]:
    return _row(figure_id, Bound(count, count, False, count), members=tuple(members))


def _promised(portfolio: Portfolio, total_id: str) -> dict[str, object]:
    rows = promises.by_project(portfolio, total_id)
    return _row(
        total_id,
        add(rows),
        of_count=len(rows),
        statement_ids=tuple(i for ids in rows["statement_ids"] for i in ids),
        differs=_missed_total(portfolio) if total_id == "places" else (),
        disputed_count=int(rows["is_disputed"].sum()),
        beyond=_beyond(portfolio, rows),
    )


def _beyond(portfolio: Portfolio, rows: pd.DataFrame) -> tuple[str, ...]:
    """The projects that state a number, and work in countries that are not selected, too."""
    selected = {*portfolio.project_countries["country_code"]}
    return tuple(
        row.project
        for row in each(rows)
        if row.stated_count and not selected.issuperset(row.country_codes)
    )


def _missed_total(portfolio: Portfolio) -> tuple[Bound, ...]:
    """The first stated total of places that its parts miss: as stated, then as summed."""
    sums = disagreements.totals_against_parts(portfolio)
    sums = sums[sums["is_disagreement"] & (sums["table"] == "targets")]
    if sums.empty:
        return ()
    row = sums.iloc[0]
    return Bound(row["low"], row["high"]), Bound(row["parts_low"], row["parts_high"])
