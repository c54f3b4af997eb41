"""The number that each project promises, and the projects that could promise one."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from lib.figures.disagreements import others
from lib.figures.once import once
from lib.figures.statements import with_unit
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, Bound, bound_of, joined
from lib.model.rows import each, frame, grouped


class Other(NamedTuple):
    """Another value stated for one part of a sum, in the unit of that part."""

    low: float
    high: float
    is_approximate: bool
    stated_count: int
    unit: str


@once
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
    ``parts`` (tuple of Bound and unit), ``statement_ids`` (tuple: that of the day among them),
    ``quantity_ids`` (tuple), ``due_date`` (partial ISO date: the latest by which any source says
    that this number is due), ``differs`` (tuple of Bound: other values stated; of :class:`Other`
    where the number is a sum, because they stand against a part of it), ``is_disputed``.
    """
    rows = promised(portfolio, total_id)
    stated = grouped(each(rows[rows["stated_count"] > 0]), "project_id")
    disputed = others(portfolio, rows["statement_id"])
    found, due = [], _due(portfolio)
    for project in each(projects(portfolio)):
        own = stated.get(project.project_id, [])
        parts = tuple((bound_of(row), row.unit) for row in own)
        ids = tuple(row.statement_id for row in own)
        dated = [due[key] for key in map(_number, own) if key in due]
        date, dated_by = max(dated, default=("", ""))
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
                "statement_ids": tuple(dict.fromkeys((*ids, *filter(None, [dated_by])))),
                "quantity_ids": tuple(row.quantity_id for row in own),
                "due_date": date,
                "differs": _differing(own, disputed),
                "is_disputed": any(i in disputed for i in ids),
            }
        )
    return frame(found, [*_BY_PROJECT])


def _due(portfolio: Portfolio) -> dict[tuple[str, float, float], tuple[str, str]]:
    """By quantity and number: the latest day by which a source says that it is due, and which.

    The source of the number itself may name no day, or an earlier one.
    """
    rows = portfolio.targets
    rows = rows[(rows["end_date"] != "") & (rows["stated_count"] > 0)]
    rows = rows.sort_values(["end_date", "is_headline"], kind="stable")
    return {_number(row): (row.end_date, row.statement_id) for row in each(rows)}


def _number(row: Any) -> tuple[str, float, float]:
    return row.quantity_id, row.low, row.high


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
    countries = _countries(portfolio.everything)
    own = [countries.get(one, ()) for one in portfolio.projects["project_id"]]
    rows = portfolio.projects
    rows = rows.assign(country_codes=pd.Series(own, index=rows.index, dtype=object))
    order = {one: place for place, one in enumerate(portfolio.everything.editions["edition_id"])}
    return rows.sort_values(
        "edition_id", key=lambda ids: ids.map(order), kind="stable", ignore_index=True
    )


@once
def _countries(portfolio: Portfolio) -> dict[str, tuple[str, ...]]:
    """The countries of every project, by its id."""
    links = grouped(each(portfolio.project_countries), "project_id")
    return {project: tuple(link.country_code for link in own) for project, own in links.items()}
