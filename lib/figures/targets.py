"""What was promised, and what has been reported."""

from __future__ import annotations

import numpy as np
import pandas as pd

from lib.figures.disagreements import others
from lib.figures.once import once
from lib.figures.statements import described, with_unit
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, Bound, add, total
from lib.model.rows import each, frame
from lib.model.statements import SCOPES


def promised(portfolio: Portfolio, total_id: str) -> pd.DataFrame:
    """Headline targets of whole projects that may be added into one total.

    ``total_id`` is ``places`` or ``people``. Out: rows of ``targets`` with ``unit``. Totals over
    several projects are left out, so that nothing is counted twice.
    """
    indicators = portfolio.indicators
    addable = indicators.loc[indicators["total_id"] == total_id, "indicator_id"]
    rows = portfolio.targets
    rows = rows[
        rows["is_headline"]
        & (rows["scope"] == "project")
        & (rows["project_id"] != "")
        & rows["indicator_id"].isin(addable)
    ]
    return with_unit(portfolio, rows)


@once
def by_project(portfolio: Portfolio, total_id: str) -> pd.DataFrame:
    """One row a project, in the order of editions, whether it states a target or not.

    Out: ``project_id``, ``project``, ``edition_id``, ``programme_id``, ``country_codes`` (tuple),
    the bound columns (``stated_count`` 0 or 1: does the project state a number), ``unit``,
    ``parts`` (tuple of Bound and unit), ``statement_ids`` (tuple), ``quantity_ids`` (tuple),
    ``due_date``, ``differs`` (tuple of Bound: other values stated), ``is_disputed``.
    """
    rows = promised(portfolio, total_id)
    disputed = others(portfolio, rows["statement_id"])
    sums = total(rows, ["project_id"]).set_index("project_id")
    found = []
    for project in each(projects(portfolio)):
        own = rows[(rows["project_id"] == project.project_id) & (rows["stated_count"] > 0)]
        bound = sums.loc[project.project_id] if len(own) else None
        ids = tuple(own["statement_id"])
        found.append(
            {
                "project_id": project.project_id,
                "project": project.name,
                "edition_id": project.edition_id,
                "programme_id": project.programme_id,
                "country_codes": project.country_codes,
                "low": np.nan if bound is None else bound["low"],
                "high": np.nan if bound is None else bound["high"],
                "is_approximate": False if bound is None else bool(bound["is_approximate"]),
                "stated_count": int(len(own) > 0),
                "unit": " + ".join(dict.fromkeys(own["unit"])),
                "parts": tuple((add(own.loc[[line]]), own["unit"][line]) for line in own.index),
                "statement_ids": ids,
                "quantity_ids": tuple(own["quantity_id"]),
                "due_date": max(own["end_date"], default=""),
                "differs": tuple(
                    dict.fromkeys(bound for i in ids for bound in disputed.get(i, ()))
                ),
                "is_disputed": any(i in disputed for i in ids),
            }
        )
    return frame(found, [*_BY_PROJECT])


_BY_PROJECT = (
    *("project_id", "project", "edition_id", "programme_id", "country_codes"),
    *BOUND_COLUMNS,
    *("unit", "parts", "statement_ids", "quantity_ids", "due_date", "differs", "is_disputed"),
)


@once
def projects(portfolio: Portfolio) -> pd.DataFrame:
    """The selected projects with all their ``country_codes`` (tuple), in the order of editions."""
    links = portfolio.everything.project_countries
    codes = links.groupby("project_id", sort=False)["country_code"]
    countries = codes.agg(tuple)
    rows = portfolio.projects.assign(country_codes=portfolio.projects["project_id"].map(countries))
    return rows.sort_values("edition_id", kind="stable", ignore_index=True)


@once
def places(portfolio: Portfolio) -> pd.DataFrame:
    """Announced places beside the latest result about the same quantity.

    Out: the columns of :func:`by_project` with ``result_low``, ``result_high``,
    ``result_is_approximate``, ``result_stated_count``, ``result_unit``, ``result_as_of_date``,
    ``result_statement_ids`` (tuple), ``result_kind`` (reported, counted, ""), ``is_comparable``.
    A result is comparable when it counts places of the whole project and is recorded under the
    target's own quantity. Where no source
    states one but every announced place is named, the places reported at work are counted.
    """
    targets = by_project(portfolio, "places")
    results = with_unit(portfolio, portfolio.results)
    indicators = portfolio.indicators
    places_only = indicators.loc[indicators["total_id"] == "places", "indicator_id"]
    results = results[
        results["is_headline"]
        & (results["stated_count"] > 0)
        & (results["scope"] == "project")
        & results["indicator_id"].isin(places_only)
    ]
    found = []
    for row in each(targets):
        own = results[results["quantity_id"].isin(row.quantity_ids)]
        kind, ids, date, unit = "", (), "", row.unit
        bound = Bound(np.nan, np.nan, False, 0)
        if len(own):
            kind, bound, ids = "reported", add(own), tuple(own["statement_id"])
            date, unit = max(own["as_of_date"]), own["unit"].iloc[0]
        else:
            count = _at_work(portfolio, row.project_id, row.low, row.high)
            if count:  # reported one by one, at different dates: the sum has none of its own
                kind, bound = "counted", Bound(count, count)
        found.append(
            {
                "result_low": bound.low,
                "result_high": bound.high,
                "result_is_approximate": bound.is_approximate,
                "result_stated_count": bound.stated_count,
                "result_unit": unit,
                "result_as_of_date": date,
                "result_statement_ids": ids,
                "result_kind": kind,
                "is_comparable": bool(kind),
            }
        )
    return pd.concat([targets, frame(found, _RESULT)], axis=1)


_RESULT = [
    *(f"result_{name}" for name in (*BOUND_COLUMNS, "unit", "as_of_date", "statement_ids", "kind")),
    "is_comparable",
]


def _at_work(portfolio: Portfolio, project_id: str, low: float, high: float) -> int:
    """How many places are reported active, when all announced places are named; else 0."""
    sites = portfolio.in_all_countries().sites
    named = sites[(sites["project_id"] == project_id) & sites["is_announced_place"]]
    if not (low == high == len(named)):
        return 0
    return int((named["status"] == "active").sum())


@once
def people(portfolio: Portfolio) -> pd.DataFrame:
    """People to be reached, a row a project that states a number, largest lower bound first.

    Out: the columns of :func:`by_project`.
    """
    rows = by_project(portfolio, "people")
    stated = rows[rows["stated_count"] > 0]
    return stated.sort_values(["low", "high"], ascending=False, ignore_index=True)


def unmatched(portfolio: Portfolio) -> pd.DataFrame:
    """Reported values that no target speaks about: headline results of projects, any scope.

    Out: described rows of ``results`` (``date`` empty: never drawn on a time axis); first those of
    whole projects, then of parts, then what was before the expansion or outside it.
    """
    rows = portfolio.results
    rows = rows[
        rows["is_headline"]
        & (rows["project_id"] != "")
        & ~rows["quantity_id"].isin(portfolio.targets["quantity_id"])
    ]
    by_scope = pd.Categorical(rows["scope"], SCOPES).argsort(kind="stable")
    rows = rows.iloc[by_scope]
    return described(portfolio, rows)


def other_promises(portfolio: Portfolio) -> pd.DataFrame:
    """Headline targets that enter neither total: parts, other units, totals over projects.

    Out: described rows of ``targets``.
    """
    rows = portfolio.targets
    used = pd.concat([promised(portfolio, name)["statement_id"] for name in ("places", "people")])
    rows = rows[rows["is_headline"] & ~rows["statement_id"].isin(used)]
    return described(portfolio, rows)
