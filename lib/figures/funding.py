"""Who pays, and for what: commitments, payers, types of them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.figures.once import once
from lib.figures.promises import projects
from lib.figures.statements import described
from lib.model import identity
from lib.model.portfolio import Portfolio
from lib.model.quantity import total
from lib.model.rows import each, looked_up


@once
def payers(portfolio: Portfolio) -> pd.DataFrame:
    """Headline statements about money with their payer.

    Out: described rows of ``funding`` with ``payer``, ``organisation_type`` ("unknown" without a
    payer), ``is_group`` (of payers who are not all named), ``is_co_funder``: the portfolio is that
    of a foundation, and another payer gives the money; ``is_own``: the foundation gives it, or none
    is named. Money of a foundation's portfolio whose payer nobody names is neither.
    """
    rows = described(portfolio, portfolio.funding[portfolio.funding["is_headline"]])
    funders = portfolio.funders.set_index("funder_id")
    foundation = identity.foundation(portfolio.portfolio)
    return rows.assign(
        payer=looked_up(rows["funder_id"], funders["name"]),
        organisation_type=rows["funder_id"].map(funders["organisation_type"]).fillna("unknown"),
        is_group=rows["funder_id"].isin(funders.index[funders["is_group"]]),
        is_co_funder=~rows["funder_id"].isin(["", foundation]) & (foundation != ""),
        is_own=(rows["funder_id"] == foundation) | (foundation == ""),
    )


@once
def commitments(portfolio: Portfolio) -> pd.DataFrame:
    """Commitments that may be read side by side without counting money twice.

    Out: rows of :func:`payers` of kind commitment or earmark with an amount. What is a part of
    another row, or may be one, is left out: the record does not let it be added.
    """
    rows = _promised(portfolio)
    inside = _inside(portfolio)["part_id"]
    return rows[~rows["statement_id"].isin(inside)].reset_index(drop=True)


@once
def left_out(portfolio: Portfolio, currencies: tuple[str, ...] | None = None) -> tuple[int, int]:
    """How many amounts :func:`commitments` leaves out: parts of another one, and what may be one.

    Parts of which the record is certain first; those that may be a part second. Only of some
    ``currencies`` where they are given.
    """
    inside = _inside(portfolio)
    if currencies is not None:
        rows = _promised(portfolio)
        own = rows.loc[rows["currency_code"].isin(currencies), "statement_id"]
        inside = inside[inside["part_id"].isin(own)]
    links = inside.groupby("part_id")["is_certain"].any()
    certain = int(links.sum())
    return certain, len(links) - certain


@once
def _promised(portfolio: Portfolio) -> pd.DataFrame:
    """Rows of :func:`payers` that promise an amount for whole projects, parts of others or not."""
    rows = payers(portfolio)
    return rows[
        rows["funding_kind"].isin(["commitment", "earmark"])
        & (rows["scope"] == "project")
        & (rows["stated_count"] > 0)
    ]


def _inside(portfolio: Portfolio) -> pd.DataFrame:
    """The links of ``parts`` of which both ends are such promises."""
    promised, parts = _promised(portfolio)["statement_id"], portfolio.parts
    return parts[parts["total_id"].isin(promised) & parts["part_id"].isin(promised)]


def side(*, by_co_funders: bool) -> str:
    """The column of :func:`payers` that says whose money a key figure is."""
    return "is_co_funder" if by_co_funders else "is_own"


def of_nobody(portfolio: Portfolio) -> pd.DataFrame:
    """Money committed to a foundation's portfolio by a payer whom nobody names, a row a currency.

    It is in no key figure. Out: ``currency_code``, the bound columns.
    """
    rows = commitments(portfolio)
    return total(rows[~rows["is_own"] & ~rows["is_co_funder"]], ["currency_code"])


@once
def committed(portfolio: Portfolio, *, by_co_funders: bool) -> pd.DataFrame:
    """Money committed, a row a currency: by the foundation, or by its co-funders.

    Where no payer is known as the foundation, nobody is its co-funder: the first is then the money
    of all. Out: ``currency_code``, the bound columns, ``statement_ids`` (tuple),
    ``unnamed_count`` (amounts of which no payer is named), ``open_share_count`` (amounts that may
    be a total to which the payer adds). Never added to each other.
    """
    rows = commitments(portfolio)
    rows = rows[rows[side(by_co_funders=by_co_funders)]]
    by_currency = rows.assign(is_unnamed=rows["payer"] == "").groupby("currency_code", sort=False)
    sums = total(rows, ["currency_code"])
    return sums.assign(
        statement_ids=sums["currency_code"].map(by_currency["statement_id"].agg(tuple)),
        unnamed_count=sums["currency_code"].map(by_currency["is_unnamed"].sum()),
        open_share_count=sums["currency_code"].map(by_currency["is_share_open"].sum()),
    )


@once
def paid(portfolio: Portfolio, *, by_co_funders: bool) -> pd.DataFrame:
    """Money reported as paid out for whole projects, a row a currency, never taken off promises.

    Out: ``currency_code``, the bound columns. What nobody is said to have paid is left out.
    """
    rows = payers(portfolio)
    rows = rows[
        (rows["funding_kind"] == "disbursement")
        & (rows["scope"] == "project")
        & (rows["stated_count"] > 0)
        & (rows["funder_id"] != "")
        & rows[side(by_co_funders=by_co_funders)]
    ]
    return total(rows, ["currency_code"])


@once
def by_funder_type(portfolio: Portfolio) -> pd.DataFrame:
    """What is stated by type of payer and kind of money, never added across kinds.

    Out: ``organisation_type``, ``funding_kind``, ``currency_code``, the bound columns,
    ``payers`` (tuple of names), ``statement_ids`` (tuple), currency by currency. Kinds: commitments
    as in :func:`commitments`, and every other kind with a named payer for a whole project.
    """
    every = payers(portfolio)
    rest = every[
        ~every["funding_kind"].isin(["commitment", "earmark"])
        & (every["payer"] != "")
        & (every["scope"] == "project")
        & (every["stated_count"] > 0)
    ]
    rows = pd.concat([commitments(portfolio), rest], ignore_index=True)
    keys = ["organisation_type", "funding_kind", "currency_code"]
    together: dict[tuple[str, ...], list[Any]] = {}
    for row in each(rows, *keys, "payer", "statement_id"):
        together.setdefault(row[1:4], []).append(row)
    payers_of = [tuple(dict.fromkeys(row.payer for row in own)) for own in together.values()]
    ids_of = [tuple(row.statement_id for row in own) for own in together.values()]
    found = total(rows, keys)  # its groups are in order of first appearance, too
    found = found.assign(
        payers=pd.Series(payers_of, index=found.index, dtype=object),
        statement_ids=pd.Series(ids_of, index=found.index, dtype=object),
    )
    order = {code: place for place, code in enumerate(dict.fromkeys(found["currency_code"]))}
    return found.sort_values("currency_code", key=lambda codes: codes.map(order), kind="stable",
                             ignore_index=True)  # fmt: skip


@once
def by_project(portfolio: Portfolio) -> pd.DataFrame:
    """Every statement about the money of single projects, headline or not.

    Out: described rows of ``funding`` with ``payer``, in the order of projects.
    """
    rows = described(portfolio, portfolio.funding[portfolio.funding["project_id"] != ""])
    names = portfolio.funders.set_index("funder_id")["name"]
    order = {project: i for i, project in enumerate(projects(portfolio)["project_id"])}
    rows = rows.assign(payer=looked_up(rows["funder_id"], names))
    return rows.sort_values("project_id", key=lambda ids: ids.map(order), kind="stable")
