"""The record itself: documents, statements, what is known of each project, what is not."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from lib.figures import promises, targets, timeline
from lib.figures.disagreements import open_groups
from lib.figures.once import once
from lib.figures.statements import described, property_of
from lib.model.matching import folded, holding
from lib.model.portfolio import Portfolio

QUESTIONS = ("places", "people", "result", "period", "money", "sites")


@once
def statements(portfolio: Portfolio, words: str = "") -> pd.DataFrame:
    """Every statement of the selection, or those in which all of ``words`` occur.

    Out: described rows of ``Portfolio.statements`` with ``is_disputed``. The search ignores case
    and accents and looks at description, subject, project, publisher, source, locator and id.
    """
    rows = described(portfolio, portfolio.statements)
    rows = rows.assign(is_disputed=rows["statement_id"].isin(open_groups(portfolio).index))
    text = rows["statement_id"]
    for name in ("description", "subject", "project", "publisher", "source", "locator"):
        text = text + " " + rows[name].fillna("")
    return rows[holding(folded(text), words)].reset_index(drop=True)


@once
def sources(portfolio: Portfolio) -> pd.DataFrame:
    """The documents behind the selection, with how many statements each carries.

    Out: the columns of ``sources`` with ``statement_count`` and ``site_count``; documents that
    carry nothing of the selection are left out.
    """
    count = portfolio.statements["source_id"].value_counts()
    places = portfolio.sites["source_id"].value_counts()
    rows = portfolio.sources
    rows = rows.assign(
        statement_count=rows["source_id"].map(count).fillna(0).astype(int),
        site_count=rows["source_id"].map(places).fillna(0).astype(int),
    )
    used = rows[(rows["statement_count"] > 0) | (rows["site_count"] > 0)]
    return used.sort_values(
        ["statement_count", "site_count"], ascending=False, kind="stable", ignore_index=True
    )


def source_of(portfolio: Portfolio) -> dict[str, str]:
    """The document of every statement, selected or not: source_id by statement_id."""
    return property_of(portfolio, "source_id")


def cited(portfolio: Portfolio, statement_ids: Iterable[str]) -> pd.DataFrame:
    """The statements behind a figure, then what else is stated about the same quantities.

    Out: described rows of all tables, the given statements first, in the order given.
    """
    order = {statement: i for i, statement in enumerate(dict.fromkeys(statement_ids))}
    full = portfolio.everything.statements
    given = full["statement_id"].isin(list(order))
    same = full["quantity_id"].isin(full.loc[given, "quantity_id"])
    if portfolio.selection.evidence == "page":
        same &= full["source_id"].isin(portfolio.statements["source_id"])
    rows = described(portfolio, full[given | same])
    rank = rows["statement_id"].map(order).fillna(len(order))
    rows = rows.assign(rank=rank).sort_values("rank", kind="stable", ignore_index=True)
    return rows.drop(columns="rank")


@once
def coverage(portfolio: Portfolio) -> pd.DataFrame:
    """What is known of each selected project: one row a project, one column a question.

    Out: ``project_id``, ``project``, ``edition_id`` and a bool per entry of ``QUESTIONS``: is a
    number of places, of people, any result, a dated period, an amount of money (alone or
    together with other projects; none of what was before or outside it), a named expansion site
    found in the sources read?
    ``is_comparable``: can a result be set against the target, or was none found?
    ``is_own_money``: is an amount stated for the project alone, or none at all?
    ``is_announced_site``: is an announced place named, or no place at all? A state of which a
    source says that the project works there names none of the districts that it announced.
    """
    rows = promises.projects(portfolio)[["project_id", "name", "edition_id"]]
    rows = rows.rename(columns={"name": "project"})
    dated = timeline.periods(portfolio)
    dated = dated[dated["is_start_stated"] | dated["is_end_stated"]]
    results = portfolio.results[
        (portfolio.results["stated_count"] > 0)
        & portfolio.results["scope"].isin(["project", "part"])
    ]
    named = portfolio.sites[
        (portfolio.sites["site_role"] == "expansion") & (portfolio.sites["precision"] != "country")
    ]
    paid = _paid(portfolio.everything, is_page_only=portfolio.selection.evidence == "page")
    comparable = {
        project
        for one in (
            targets.places(portfolio),
            targets.people(portfolio),
            targets.in_other_units(portfolio),
        )
        for project in one.loc[one["is_comparable"].astype(bool), "project_id"]
    }
    known = {
        "places": _stated(promises.by_project(portfolio, "places")),
        "people": _stated(promises.by_project(portfolio, "people")),
        "result": set(results["project_id"]) | comparable,
        "period": set(dated["project_id"]),
        "money": set(paid["project_id"]),
        "sites": set(named["project_id"]),
    }
    found = rows.assign(**{q: rows["project_id"].isin(list(known[q])) for q in QUESTIONS})
    own = found["project_id"].isin(paid.loc[paid["is_alone"], "project_id"])
    announced = named.loc[named["is_announced_place"].astype(bool), "project_id"]
    return found.assign(
        is_announced_site=found["project_id"].isin(list(announced)) | ~found["sites"],
        is_comparable=found["project_id"].isin(list(comparable)) | ~found["result"],
        is_own_money=own | ~found["money"],
    )


@once
def _paid(portfolio: Portfolio, *, is_page_only: bool) -> pd.DataFrame:
    """The projects of which an amount is stated: ``project_id``, ``is_alone`` (of no other one)."""
    money = portfolio.funding
    if is_page_only:
        money = money[money["source_id"].isin(portfolio.pages)]
    shared = money.loc[
        (money["stated_count"] > 0)
        & money["scope"].isin(["project", "part"])
        & ((money["project_id"] != "") | (money["edition_id"] != "")),
        "statement_id",
    ]
    rows = portfolio.coverage[portfolio.coverage["statement_id"].isin(shared)]
    is_alone = ~rows["statement_id"].duplicated(keep=False)
    return rows[["project_id"]].assign(is_alone=is_alone).drop_duplicates()


def _stated(rows: pd.DataFrame) -> set[str]:
    return set(rows.loc[rows["stated_count"] > 0, "project_id"])
