"""One project: everything the record says about it."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from lib.figures import disagreements, funding, promises, record, timeline
from lib.figures.once import once
from lib.figures.profile import first_amounts
from lib.figures.statements import described
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, bound_of
from lib.model.selection import Selection

MOST_ALONE = 32  # portfolios of single projects that are kept, with the figures made of them


@once
def cards(portfolio: Portfolio) -> pd.DataFrame:
    """The selected projects, in the order of editions, with what a card shows.

    Out: the columns of ``projects`` with ``country_codes``, ``partners`` (tuples), the bound
    columns of its announced places with ``unit`` and ``statement_ids``, the same of the people to
    be reached under ``people_…``, and ``money`` (Bound, currency and kind of the first amount that
    is stated for the whole project, as ``profile.first_amounts`` has it; None without any). Of each
    ``differs`` and ``is_disputed``, of money only ``money_is_disputed``.
    """
    rows = promises.projects(portfolio)
    promised = promises.by_project(portfolio, "places").drop(
        columns=["edition_id", "programme_id", "country_codes", "project"]
    )
    names = partners(portfolio)
    names = names[names["partner_role"] == "implementer"]
    carriers = names.groupby("project_id", sort=False)["name"].agg(tuple)
    told = [*BOUND_COLUMNS, "unit", "differs", "is_disputed"]
    people = promises.by_project(portfolio, "people")[["project_id", *told]]
    named = {name: f"people_{name}" for name in told}
    rows = rows.merge(promised, on="project_id").merge(
        people.rename(columns=named), on="project_id"
    )
    first = first_amounts(portfolio)
    amounts = {
        project: (bound_of(row), row.currency_code, row.funding_kind)
        for project, row in first.items()
    }
    disputed = disagreements.others(portfolio, [row.statement_id for row in first.values()])
    in_dispute = [project for project, row in first.items() if row.statement_id in disputed]
    rows = rows.assign(
        money=rows["project_id"].map(amounts.get),
        money_is_disputed=rows["project_id"].isin(in_dispute),
    )
    found = [carriers.get(project, ()) for project in rows["project_id"]]
    return rows.assign(partners=pd.Series(found, index=rows.index, dtype=object))


def partners(portfolio: Portfolio) -> pd.DataFrame:
    """Organisations that take part in the selected projects, and those named as paying into one.

    Out: the columns of ``partners`` with ``project_id``, ``partner_role`` ("payer" for a row of
    ``funders``), ``group_name`` (the group of companies that a local entity belongs to, "" where
    the tables name none).
    """
    ids = portfolio.projects["project_id"]
    links = portfolio.project_partners
    links = links[links["project_id"].isin(ids)]
    carriers = links.merge(portfolio.partners, on="partner_id", how="left")
    payers = portfolio.funders[portfolio.funders["project_id"].isin(ids)]
    if portfolio.selection.evidence == "page":
        payers = payers[payers["source_id"].isin(portfolio.pages)]
    payers = payers.rename(columns={"funder_id": "partner_id"}).assign(partner_role="payer")
    found = pd.concat([carriers, payers[list(carriers)]], ignore_index=True)
    return found.assign(group_name=next(iter(portfolio.portfolio["group_name"]), ""))


def of_project(portfolio: Portfolio, *project_ids: str) -> Portfolio:
    """The portfolio of some projects, whatever else is filtered; same language and evidence.

    Whatever was selected of the same tables, it is the same one: pages and packs of any selection
    share it, and the figures kept of it.
    """
    chosen = portfolio.selection.with_values("project", project_ids).shown
    return _alone(portfolio.everything, chosen)


@lru_cache(maxsize=MOST_ALONE)
def _alone(tables: Portfolio, selection: Selection) -> Portfolio:
    """The tables narrowed; not kept by :func:`once`, whose source it would hold for ever."""
    return tables.select(selection)


def following(portfolio: Portfolio, project_id: str) -> str:
    """The selected project after one, in the order of the cards; after the last comes the first.

    The one itself need not be selected. "" where no other is.
    """
    every = promises.projects(portfolio.everything)["project_id"].tolist()
    selected, at = set(portfolio.projects["project_id"]), every.index(project_id)
    return next((other for other in every[at + 1 :] + every[:at] if other in selected), "")


def statements(portfolio: Portfolio, table: str) -> pd.DataFrame:
    """Statements of one table about the selected projects, headline first.

    Out: described rows with ``differs`` (tuple of Bound), ``other_periods`` (tuple of start and
    end) and ``is_disputed``.
    """
    rows = portfolio.table(table).assign(table=table)
    rows = described(portfolio, rows[rows["project_id"] != ""])
    other = disagreements.others(portfolio, rows["statement_id"])
    differs = [other.get(statement, ()) for statement in rows["statement_id"]]
    spans = disagreements.other_periods(portfolio)
    periods = [spans.get(statement, ()) for statement in rows["statement_id"]]
    return rows.assign(
        differs=pd.Series(differs, index=rows.index, dtype=object),
        other_periods=pd.Series(periods, index=rows.index, dtype=object),
        is_disputed=rows["statement_id"].isin([*other, *spans]),
    ).sort_values(["is_headline", "statement_id"], ascending=[False, True], ignore_index=True)


def openings(portfolio: Portfolio, project_id: str) -> pd.DataFrame:
    """How the announced places of a project were opened: dated reports beside dated targets.

    Out: ``as_of_date``, ``position`` (decimal year, NaN undated), the bound columns, ``row_kind``
    (result, target), ``label`` (subject of the statement), ``statement_id``, ``publisher``.
    Targets stand at their due date, results at the date they speak of.
    """
    announced = promises.promised(portfolio.everything, "places")
    quantities = announced.loc[announced["project_id"] == project_id, "quantity_id"]
    told = portfolio.results[portfolio.results["quantity_id"].isin(quantities)]
    due = portfolio.targets
    due = due[due["quantity_id"].isin(quantities) & (due["end_date"] != "")]
    rows = pd.concat(
        [
            told.assign(row_kind="result", moment=told["as_of_date"]),
            due.assign(row_kind="target", moment=due["end_date"]),
        ],
        ignore_index=True,
    )
    rows = described(portfolio, rows)
    rows = rows.assign(
        position=[timeline.position(date, is_end=True) for date in rows["moment"]],
        label=rows["subject"],
        edition_id=portfolio.everything.projects.set_index("project_id")["edition_id"][project_id],
        as_of_date=rows["moment"],
    )
    return rows.sort_values("position", kind="stable", ignore_index=True)


def sources(portfolio: Portfolio) -> pd.DataFrame:
    """Every document that speaks about the selected projects (columns as in ``record.sources``)."""
    own = portfolio.statements
    own = own[own["project_id"] != ""]
    named = set(own["source_id"]) | set(portfolio.sites["source_id"])
    rows = record.sources(portfolio)
    return rows[rows["source_id"].isin(list(named))].reset_index(drop=True)


def money(portfolio: Portfolio) -> pd.DataFrame:
    """Every amount stated about the selected projects (rows of ``funding.by_project``)."""
    return funding.by_project(portfolio)
