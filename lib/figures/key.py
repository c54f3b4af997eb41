"""Key figures: the few numbers a visitor should leave with, each with what stands behind it."""

from __future__ import annotations

import pandas as pd

from lib.figures import disagreements, key_money, key_row, promises
from lib.figures.once import once
from lib.model.portfolio import Portfolio
from lib.model.quantity import Bound, add
from lib.model.rows import each, frame

KEY_FIGURES = (
    *("committed", "committed_converted", "co_funding", "co_funding_converted"),
    *("committed_in_all", "committed_in_all_converted"),  # where no foundation is named
    *("projects", "countries", "places", "people"),
)


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
    rows = [
        _projects(portfolio),
        _countries(portfolio),
        _promised(portfolio, "places"),
        _promised(portfolio, "people"),
    ]
    counted = frame(rows, key_row.COLUMNS)
    return pd.concat([key_money.money(portfolio), counted], ignore_index=True)


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
    return key_row.row(figure_id, Bound(count, count, False, count), members=tuple(members))


def _promised(portfolio: Portfolio, total_id: str) -> dict[str, object]:
    rows = promises.by_project(portfolio, total_id)
    return key_row.row(
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
