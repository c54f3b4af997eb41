"""What was promised, and what has been reported."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.figures import answers
from lib.figures.disagreements import others
from lib.figures.once import once
from lib.figures.promises import by_project, projects, promised
from lib.figures.statements import counting_co_funders, described, status_source, with_unit
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, Bound, bound_of
from lib.model.rows import each, frame, grouped
from lib.model.statements import SCOPES


@once
def places(portfolio: Portfolio) -> pd.DataFrame:
    """Announced places beside the latest result about the same quantity.

    Out: the columns of :func:`by_project` with ``result_low``, ``result_high``,
    ``result_is_approximate``, ``result_stated_count``, ``result_unit``, ``result_as_of_date``,
    ``result_statement_ids`` (tuple), ``result_source_ids`` (tuple: the documents that a counted
    result is counted from), ``result_kind`` (reported, counted, ""), ``is_comparable``,
    ``other_results`` (tuple of Bound and unit: those that answer no target), ``is_late`` (reported
    after the target was due, one place or more of those that are counted), ``before_count`` (how
    many of those that are counted were reported at work in a year before their edition began).
    A result is comparable when it is about the whole project and is recorded under the target's own
    quantity; of a target that is a sum, all of its parts have one. Where no source states one but
    every announced place is named, the places reported at work are counted.
    """
    targets = by_project(portfolio, "places")
    known, named = answers.of_total(portfolio, "places"), _named(portfolio)
    rest = _rest(portfolio)
    editions = portfolio.everything.editions
    years = zip(editions["edition_id"], editions["start_year"], strict=True)
    starts = {edition: f"{year:.0f}" for edition, year in years if year > 0}
    found = []
    for row in each(targets):
        kind, bound, own = answers.to(row, known)
        open_places = [] if kind else _at_work(named.get(row.project_id, []), row.low, row.high)
        if count := len(open_places):  # reported one by one: the sum has no date of its own
            kind, bound = "counted", Bound(count, count)
        others_of = rest.get(row.project_id, [])
        documents = dict.fromkeys(map(status_source, open_places))
        told = answers.columns(kind, bound, own, row.unit, others_of, [*documents])
        is_late = any(_is_after(one.as_of_date, row.due_date) for one in [*own, *open_places])
        start = starts.get(row.edition_id, "")
        before = sum(_is_after(start, one.as_of_date) for one in open_places)
        found.append(told | {"is_late": is_late, "before_count": before})
    columns = [*answers.COLUMNS, "is_late", "before_count"]
    return pd.concat([targets, frame(found, columns)], axis=1)


def _is_after(date: str, due: str) -> bool:
    """Whether a partial ISO date is certainly later than another; none is later than none."""
    shared = min(len(date), len(due))
    return date[:shared] > due[:shared]


def _rest(portfolio: Portfolio) -> dict[str, list[Any]]:
    """Numbers that stand beside no target and are about the project or a part of it, by project."""
    rows = unmatched(portfolio)
    rows = rows[rows["scope"].isin(["project", "part"]) & (rows["stated_count"] > 0)]
    return grouped(each(rows), "project_id")


def _named(portfolio: Portfolio) -> dict[str, list[Any]]:
    """Announced places that a source names, by project, in whatever country."""
    sites = portfolio.in_all_countries().sites
    names = ("project_id", "status", "source_id", "status_source_id", "as_of_date")
    rows = each(sites[sites["is_announced_place"]], *names)
    return grouped(rows, "project_id")


def _at_work(named: list[Any], low: float, high: float) -> list[Any]:
    """The places reported active, when all announced places are named; else none."""
    if not (low == high == len(named)):
        return []
    return [place for place in named if place.status == "active"]


@once
def people(portfolio: Portfolio) -> pd.DataFrame:
    """People to be reached beside the latest result about the same quantity.

    A row a project that states a number, largest lower bound first. Out: the columns of
    :func:`places` but ``is_late``; a result is comparable as there, and never counted.
    """
    rows = by_project(portfolio, "people")
    stated = rows[rows["stated_count"] > 0]
    stated = stated.sort_values(["low", "high"], ascending=False, ignore_index=True)
    known = answers.of_total(portfolio, "people")
    found = [answers.columns(*answers.to(row, known), row.unit) for row in each(stated)]
    return pd.concat([stated, frame(found, answers.COLUMNS)], axis=1)


@once
def reported(portfolio: Portfolio) -> pd.DataFrame:
    """The results of the selection; how many co-funders there are is a figure of the funding.

    Out: rows of ``results``.
    """
    rows = portfolio.results
    return rows[~rows["statement_id"].isin(counting_co_funders(portfolio)["statement_id"])]


@once
def unmatched(portfolio: Portfolio) -> pd.DataFrame:
    """Reported values that stand beside no target: headline results, any scope.

    Out: described rows of ``results`` (``date`` empty: never drawn on a time axis); first those of
    whole projects, then of parts, then what was before the expansion or outside it.
    """
    rows, drawn = reported(portfolio), [*answers.statement_ids(portfolio)]
    drawn += [one for ids in in_other_units(portfolio)["result_statement_ids"] for one in ids]
    rows = rows[rows["is_headline"] & ~rows["statement_id"].isin(drawn)]
    by_scope = pd.Categorical(rows["scope"], SCOPES).argsort(kind="stable")
    rows = rows.iloc[by_scope]
    return described(portfolio, rows)


@once
def other_promises(portfolio: Portfolio) -> pd.DataFrame:
    """Headline targets that enter neither total and have no result: parts, totals over projects.

    Out: described rows of ``targets``.
    """
    rows = portfolio.targets
    answered = in_other_units(portfolio)["statement_ids"].explode().dropna()
    rows = rows[rows["is_headline"] & ~rows["statement_id"].isin([*_drawn(portfolio), *answered])]
    return described(portfolio, rows)


@once
def in_other_units(portfolio: Portfolio) -> pd.DataFrame:
    """Targets of any kind that enter neither total, beside the result about the same.

    A row a headline target of a whole project, or of several, whose quantity and indicator a
    headline result has, too. Out: ``project_id`` and ``project`` ("" for several), ``edition_id``,
    ``country_codes`` (tuple), ``scope``, the bound columns, ``unit``, ``statement_ids`` (tuple),
    ``due_date``, ``differs``, ``is_disputed`` as :func:`by_project` has them, the columns of a
    result as :func:`places` has them.
    """
    rows = portfolio.targets
    rows = rows[answers.are_whole(rows) & ~rows["statement_id"].isin(_drawn(portfolio))]
    rows = described(portfolio, rows)
    results = portfolio.results[answers.are_whole(portfolio.results)]
    known = {_about(one): one for one in each(with_unit(portfolio, results))}
    disputed = others(portfolio, rows["statement_id"])
    countries = projects(portfolio).set_index("project_id")["country_codes"].to_dict()
    found = []
    for row in each(rows):
        if _about(row) not in known:
            continue
        result = known[_about(row)]
        found.append(
            {
                "project_id": row.project_id,
                "project": row.project,
                "edition_id": row.edition_id,
                "country_codes": countries.get(row.project_id, ()),
                "scope": row.scope,
                **bound_of(row)._asdict(),
                "unit": row.unit,
                "statement_ids": (row.statement_id,),
                "due_date": row.end_date,
                "differs": tuple(dict.fromkeys(disputed.get(row.statement_id, ()))),
                "is_disputed": row.statement_id in disputed,
                **answers.columns("reported", bound_of(result), [result], row.unit),
            }
        )
    return frame(found, [*_IN_OTHER_UNITS, *answers.COLUMNS])


_IN_OTHER_UNITS = (
    *("project_id", "project", "edition_id", "country_codes", "scope", *BOUND_COLUMNS),
    *("unit", "statement_ids", "due_date", "differs", "is_disputed"),
)


def _about(row: Any) -> tuple[str, ...]:
    """What a target and a result agree in that can be set against each other."""
    return row.quantity_id, row.indicator_id, row.project_id


def _drawn(portfolio: Portfolio) -> list[str]:
    """The targets that enter a total, which a chart shows."""
    return [
        one for name in ("places", "people") for one in promised(portfolio, name)["statement_id"]
    ]
