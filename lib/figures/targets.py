"""What was promised, and what has been reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from lib.figures.disagreements import others
from lib.figures.once import once
from lib.figures.statements import counting_co_funders, described, with_unit
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, NOT_STATED, Bound, bound_of, joined
from lib.model.rows import each, frame, grouped
from lib.model.statements import SCOPES


class Other(NamedTuple):
    """Another value stated for one part of a sum, in the unit of that part."""

    low: float
    high: float
    is_approximate: bool
    stated_count: int
    unit: str


MOST_OTHERS = 2  # results without a target that are named beside one


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
    ``due_date``, ``differs`` (tuple of Bound: other values stated; of :class:`Other` where the
    number is a sum, because they stand against a part of it), ``is_disputed``.
    """
    rows = promised(portfolio, total_id)
    stated = grouped(each(rows[rows["stated_count"] > 0]), "project_id")
    disputed = others(portfolio, rows["statement_id"])
    found = []
    for project in each(projects(portfolio)):
        own = stated.get(project.project_id, [])
        parts = tuple((bound_of(row), row.unit) for row in own)
        ids = tuple(row.statement_id for row in own)
        found.append(
            {
                "project_id": project.project_id,
                "project": project.name,
                "edition_id": project.edition_id,
                "programme_id": project.programme_id,
                "country_codes": project.country_codes,
                **joined(bound for bound, _ in parts)._asdict(),
                "stated_count": int(len(own) > 0),
                "unit": " + ".join(dict.fromkeys(unit for _, unit in parts)),
                "parts": parts,
                "statement_ids": ids,
                "quantity_ids": tuple(row.quantity_id for row in own),
                "due_date": max((row.end_date for row in own), default=""),
                "differs": _differing(own, disputed),
                "is_disputed": any(i in disputed for i in ids),
            }
        )
    return frame(found, [*_BY_PROJECT])


def _differing(own: list[Any], disputed: dict[str, tuple[Bound, ...]]) -> tuple[Any, ...]:
    """What else is stated about the numbers of a project, each once."""
    found = [(row.unit, bound) for row in own for bound in disputed.get(row.statement_id, ())]
    if len(own) < 2:
        return tuple(dict.fromkeys(bound for _, bound in found))
    return tuple(dict.fromkeys(Other(*bound, unit) for unit, bound in found))


_BY_PROJECT = (
    *("project_id", "project", "edition_id", "programme_id", "country_codes"),
    *BOUND_COLUMNS,
    *("unit", "parts", "statement_ids", "quantity_ids", "due_date", "differs", "is_disputed"),
)


@once
def projects(portfolio: Portfolio) -> pd.DataFrame:
    """The selected projects with all their ``country_codes`` (tuple), in the order of editions, as
    their table has them."""
    links = portfolio.everything.project_countries
    codes = links.groupby("project_id", sort=False)["country_code"]
    countries = dict(codes.agg(tuple).items())
    own = [countries.get(one, ()) for one in portfolio.projects["project_id"]]
    rows = portfolio.projects
    rows = rows.assign(country_codes=pd.Series(own, index=rows.index, dtype=object))
    order = {one: place for place, one in enumerate(portfolio.everything.editions["edition_id"])}
    return rows.sort_values(
        "edition_id", key=lambda ids: ids.map(order), kind="stable", ignore_index=True
    )


@once
def places(portfolio: Portfolio) -> pd.DataFrame:
    """Announced places beside the latest result about the same quantity.

    Out: the columns of :func:`by_project` with ``result_low``, ``result_high``,
    ``result_is_approximate``, ``result_stated_count``, ``result_unit``, ``result_as_of_date``,
    ``result_statement_ids`` (tuple), ``result_kind`` (reported, counted, ""), ``is_comparable``,
    ``other_results`` (tuple of Bound and unit: the first that answer no target).
    A result is comparable when it is about the whole project and is recorded under the target's own
    quantity; of a target that is a sum, all of its parts have one. Where no source states one but
    every announced place is named, the places reported at work are counted.
    """
    targets = by_project(portfolio, "places")
    answers, named = _answers(portfolio, "places"), _named(portfolio)
    rest = _rest(portfolio)
    found = []
    for row in each(targets):
        kind, bound, own = _reported(row, answers)
        if not kind:
            count = _at_work(named.get(row.project_id, []), row.low, row.high)
            if count:  # reported one by one, at different dates: the sum has none of its own
                kind, bound = "counted", Bound(count, count)
        found.append(_result(kind, bound, own, row.unit, rest.get(row.project_id, [])))
    return pd.concat([targets, frame(found, _RESULT)], axis=1)


def _reported(target: Any, answers: Mapping[str, Any]) -> tuple[str, Bound, list[Any]]:
    """The results that answer a row of :func:`by_project`: all of what it promises, or nothing."""
    own = [answers[one] for one in dict.fromkeys(target.quantity_ids) if one in answers]
    if not own or len(own) < len({*target.quantity_ids}):
        return "", NOT_STATED, []
    return "reported", joined(bound_of(result) for result in own), own


def _result(
    kind: str, bound: Bound, own: Sequence[Any], unit: str, others: Sequence[Any]
) -> dict[str, object]:
    """The columns of a result beside a target, of which :func:`places` tells."""
    return {
        "result_low": bound.low,
        "result_high": bound.high,
        "result_is_approximate": bound.is_approximate,
        "result_stated_count": bound.stated_count,
        "result_unit": " + ".join(dict.fromkeys(one.unit for one in own)) or unit,
        "result_as_of_date": max((one.as_of_date for one in own), default=""),
        "result_statement_ids": tuple(one.statement_id for one in own),
        "result_kind": kind,
        "is_comparable": bool(kind),
        "other_results": tuple((bound_of(one), one.unit) for one in others[:MOST_OTHERS]),
    }


@once
def _answers(portfolio: Portfolio, total_id: str) -> dict[str, Any]:
    """The headline result of each quantity of a whole project that counts what a total adds."""
    results, indicators = portfolio.results, portfolio.indicators
    addable = indicators.loc[indicators["total_id"] == total_id, "indicator_id"]
    results = results[
        results["is_headline"]
        & (results["stated_count"] > 0)
        & (results["scope"] == "project")
        & results["indicator_id"].isin(addable)
    ]
    return {row.quantity_id: row for row in each(with_unit(portfolio, results))}


@once
def _answering(portfolio: Portfolio) -> frozenset[str]:
    """The statements of all results that stand beside a target."""
    return frozenset(
        one.statement_id
        for total in ("places", "people")
        for row in each(by_project(portfolio, total))
        for one in _reported(row, _answers(portfolio, total))[2]
    )


def _rest(portfolio: Portfolio) -> dict[str, list[Any]]:
    """Numbers that stand beside no target and are about the project or a part of it, by project."""
    rows = unmatched(portfolio)
    rows = rows[rows["scope"].isin(["project", "part"]) & (rows["stated_count"] > 0)]
    return grouped(each(rows), "project_id")


_RESULT = [
    *(f"result_{name}" for name in (*BOUND_COLUMNS, "unit", "as_of_date", "statement_ids", "kind")),
    *("is_comparable", "other_results"),
]


def _named(portfolio: Portfolio) -> dict[str, list[Any]]:
    """Announced places that a source names, by project, in whatever country."""
    sites = portfolio.in_all_countries().sites
    rows = each(sites[sites["is_announced_place"]], "project_id", "status")
    return grouped(rows, "project_id")


def _at_work(named: list[Any], low: float, high: float) -> int:
    """How many places are reported active, when all announced places are named; else 0."""
    if not (low == high == len(named)):
        return 0
    return sum(place.status == "active" for place in named)


@once
def people(portfolio: Portfolio) -> pd.DataFrame:
    """People to be reached beside the latest result about the same quantity.

    A row a project that states a number, largest lower bound first. Out: the columns of
    :func:`places`; a result is comparable as there, and never counted.
    """
    rows = by_project(portfolio, "people")
    stated = rows[rows["stated_count"] > 0]
    stated = stated.sort_values(["low", "high"], ascending=False, ignore_index=True)
    answers = _answers(portfolio, "people")
    found = [_result(*_reported(row, answers), row.unit, ()) for row in each(stated)]
    return pd.concat([stated, frame(found, _RESULT)], axis=1)


@once
def unmatched(portfolio: Portfolio) -> pd.DataFrame:
    """Reported values that no chart shows: headline results, any scope.

    Out: described rows of ``results`` (``date`` empty: never drawn on a time axis); first those of
    whole projects, then of parts, then what was before the expansion or outside it.
    """
    rows = portfolio.results
    drawn = [*_answering(portfolio), *counting_co_funders(portfolio)["statement_id"]]
    rows = rows[rows["is_headline"] & ~rows["statement_id"].isin(drawn)]
    by_scope = pd.Categorical(rows["scope"], SCOPES).argsort(kind="stable")
    rows = rows.iloc[by_scope]
    return described(portfolio, rows)


@once
def other_promises(portfolio: Portfolio) -> pd.DataFrame:
    """Headline targets that enter neither total: parts, other units, totals over projects.

    Out: described rows of ``targets``.
    """
    rows = portfolio.targets
    used = pd.concat([promised(portfolio, name)["statement_id"] for name in ("places", "people")])
    rows = rows[rows["is_headline"] & ~rows["statement_id"].isin(used)]
    return described(portfolio, rows)
