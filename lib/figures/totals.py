"""Figures of the totals page: what the sums of a ledger say beside their bounds."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.figures.once import once
from lib.figures.rollup import committed, funding_by_project, promised, targets_by_indicator
from lib.model import identity
from lib.model.codes import Mask, Positions
from lib.model.ledger import Ledger
from lib.model.quantity import NOT_STATED, bound_of
from lib.model.rollup import AXES, GRAINS_A_DEGREE
from lib.model.rows import each
from lib.model.selection import Selection
from lib.model.sums import named, projects_by, sums_by

PLACE = ("cell", "country_code", "edition_id")


def size(ledger: Ledger, selection: Selection) -> tuple[int, int, int]:
    """How many editions, projects, countries are selected."""
    projects = ledger.projects(selection)
    editions = np.unique(ledger.edition.codes[projects]).size
    return int(editions), int(projects.sum()), ledger.country_count(selection)


def also_elsewhere(ledger: Ledger, selection: Selection) -> int:
    """How many selected projects work in countries that are not selected as well."""
    is_other = ledger.projects(selection)[ledger.country_project] & ~ledger.works_in(selection)
    return int(np.unique(ledger.country_project[is_other]).size)


def by_currency(ledger: Ledger, selection: Selection) -> pd.DataFrame:
    """Commitments in each currency, the one with most statements first.

    Out: ``currency_code``, the sums of :mod:`lib.figures.rollup`, ``project_count``: how many
    projects have money of their own in it; ``own``, ``co_funded``: the Bound of what the foundation
    itself, and what its co-funders commit of it; without a foundation all of it is ``own``.
    """
    rows = committed(ledger, selection)
    keys = {"currency_code": ledger.texts("funding", "currency_code")}
    sums = named(keys, *sums_by(ledger, "funding", rows, keys))
    sums["project_count"] = projects_by(ledger, "funding", rows, keys)
    is_co_funded = _is_co_funded(ledger)[rows]
    for name, some in {"own": rows[~is_co_funded], "co_funded": rows[is_co_funded]}.items():
        parts = named(keys, *sums_by(ledger, "funding", some, keys))
        bounds = {row.currency_code: bound_of(row) for row in each(parts)}
        found = [bounds.get(code, NOT_STATED) for code in sums["currency_code"]]
        sums[name] = pd.Series(found, index=sums.index, dtype=object)
    return sums.sort_values("row_count", ascending=False, kind="stable", ignore_index=True)


@once
def _is_co_funded(ledger: Ledger) -> Mask:
    """Which rows of the funding rollup co-funders pay: all but the foundation, if one is named."""
    foundation = identity.foundation(ledger.registers.portfolio)
    is_own: Mask = ledger.texts("funding", "funder_id").among([foundation])
    return ~is_own if foundation else np.zeros_like(is_own)


@once
def currencies(ledger: Ledger) -> tuple[str, ...]:
    """Every currency that money is committed in, the one with most statements first."""
    return tuple(by_currency(ledger, Selection())["currency_code"])


def by_project(ledger: Ledger, selection: Selection, currency_code: str) -> pd.DataFrame:
    """Commitments to single projects in one currency beside their sites, the largest first.

    Out: columns of :func:`lib.figures.rollup.funding_by_project`; ordered by the lower bound.
    """
    sums = funding_by_project(ledger, selection)
    own = sums[sums["currency_code"] == currency_code]
    return own.sort_values(["low", "high"], ascending=False, kind="stable", ignore_index=True)


def by_indicator(ledger: Ledger, selection: Selection) -> pd.DataFrame:
    """What is promised, a row an indicator, with ``project_count``: how many projects promise it.

    Out: columns of :func:`lib.figures.rollup.targets_by_indicator`; the largest number first.
    """
    sums = targets_by_indicator(ledger, selection)
    keys = {"indicator_id": ledger.texts("targets", "indicator_id")}
    rows = promised(ledger, selection)
    sums["project_count"] = projects_by(ledger, "targets", rows, keys)
    return sums.sort_values(["low", "high"], ascending=False, kind="stable", ignore_index=True)


def by_country(ledger: Ledger, selection: Selection) -> pd.DataFrame:
    """Every country of the tables.

    Out: ``country_code``, ``project_count`` (of the selection), ``edition_ids`` (tuple, of the
    selected projects), ``is_selected``: does a selected project work there?
    """
    inside = ledger.works_in(selection)
    found: dict[int, set[str]] = {}
    counts = np.bincount(ledger.country.codes[inside], minlength=len(ledger.country.texts))
    editions = ledger.edition.codes[ledger.country_project[inside]]
    pairs = np.stack([ledger.country.codes[inside], editions], axis=1)
    for country, edition in np.unique(pairs, axis=0).tolist():
        found.setdefault(country, set()).add(ledger.edition.texts[edition])
    return pd.DataFrame(
        {
            "country_code": ledger.country.texts,
            "project_count": counts,
            "edition_ids": [
                tuple(sorted(found.get(one, ()))) for one in range(len(ledger.country.texts))
            ],
            "is_selected": counts > 0,
        }
    )


def places(ledger: Ledger, selection: Selection, by: tuple[str, ...] = PLACE) -> pd.DataFrame:
    """Where the sites are that a map draws, a row a combination of ``by`` that occurs.

    ``by``: some of ``cell``, ``country_code``, ``edition_id``, ``project_id``. Out: those,
    ``latitude``, ``longitude`` (mean of the sites, degrees), ``site_count``. A row keeps its
    index under every selection.
    """
    told = _told_apart(ledger, by)
    is_kept = ledger.kept("places", selection)[told.rows]
    group = told.group[is_kept]

    def summed(measure: str) -> npt.NDArray[np.float64]:
        own = ledger.array("places", measure)[told.rows[is_kept]]
        return np.bincount(group, own, minlength=len(told.first)).astype(float)

    count = summed("row_count")
    here = np.flatnonzero(count)
    first = told.first[here]
    columns: dict[str, Any] = {}
    for name in by:
        own = ledger.texts("places", name)
        columns[name] = np.array(own.texts, dtype=object)[own.codes[first]]
    for axis in AXES:
        columns[axis] = summed(axis)[here] / count[here] / GRAINS_A_DEGREE
    return pd.DataFrame({**columns, "site_count": count[here].astype(int)}, index=here)


def located(ledger: Ledger, selection: Selection) -> pd.DataFrame:
    """Countries with sites that a map draws, most sites first.

    Out: ``country_code``, ``site_count``, ``project_count``: whose sites they are.
    """
    rows = places(ledger, selection, ("country_code", "project_id"))
    by_country = rows.groupby("country_code", as_index=False, sort=True)
    found = by_country.agg(site_count=("site_count", "sum"), project_count=("project_id", "size"))
    return found.sort_values("site_count", ascending=False, kind="stable", ignore_index=True)


class _Groups(NamedTuple):
    """Rows of the rollup of places that are drawn, the group of each, a row of each group."""

    rows: Positions
    group: Positions
    first: Positions


@once
def _told_apart(ledger: Ledger, by: tuple[str, ...]) -> _Groups:
    rows = np.flatnonzero(~ledger.texts("places", "cell").among([""]))
    keys = np.stack([ledger.texts("places", name).codes[rows] for name in by], axis=1)
    _, first, group = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    return _Groups(rows, group.reshape(-1).astype(np.intp), rows[first])
