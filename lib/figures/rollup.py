"""Figures of a ledger: sums of any selection, read from rollups in the time of a look-up.

The sums of every figure are those of :func:`lib.model.sums.sums_by`: the bound columns with
``row_count``, in one unit a row.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from lib.figures.once import once
from lib.model.codes import Coded, Mask, Positions
from lib.model.ledger import Ledger
from lib.model.quantity import BOUND_COLUMNS
from lib.model.registers import ADDITIVE
from lib.model.selection import Selection
from lib.model.sums import named, sums_by


def funding_by_edition(ledger: Ledger, selection: Selection) -> pd.DataFrame:
    """Commitments by edition, type of payer, currency; currencies are never added to each other.

    Out: ``edition_id`` (where the statement names none, that of the projects it names; "": of no
    single edition), ``organisation_type`` ("unknown" without a payer), ``currency_code``, the sums
    (in that currency; ``high`` is inf where a bound is open); a row a combination that occurs.
    """
    edition = ledger.texts("funding", "spent_edition_id")
    return _funding_by(ledger, selection, {"edition_id": edition})


def funding_by_programme(ledger: Ledger, selection: Selection) -> pd.DataFrame:
    """Commitments by programme, type of payer, currency; currencies are never added to each other.

    Out: ``programme_id`` ("": money of several programmes, not divided between them), then as
    :func:`funding_by_edition`.
    """
    programme = ledger.texts("funding", "programme_id")
    return _funding_by(ledger, selection, {"programme_id": programme})


def funding_by_project(ledger: Ledger, selection: Selection) -> pd.DataFrame:
    """Commitments to single projects beside the number of their sites.

    Out: ``project_id``, ``currency_code`` ("" where nothing is stated), the sums (NaN bounds where
    nothing is stated), ``site_count``; a row a project that has money or sites, and currency.
    """
    ids = ledger.project_ids
    rows = committed(ledger, selection)
    project = ledger.array("funding", "project")
    rows = rows[project[rows] < len(ids)]
    currency = ledger.texts("funding", "currency_code")
    keys = {"project_id": Coded(project, ids), "currency_code": currency}
    (own, code), sums = sums_by(ledger, "funding", rows, keys)
    kept = ledger.kept("sites", selection)
    site_project, site_count = (ledger.array("sites", name) for name in ("project", "row_count"))
    counts = np.bincount(site_project[kept], site_count[kept], minlength=len(ids)).astype(int)
    has_money = np.zeros(len(ids), dtype=bool)
    has_money[own] = True
    bare = np.flatnonzero((counts > 0) & ~has_money)
    absent = {"low": np.nan, "high": np.nan, "is_approximate": False}
    found = {
        name: np.concatenate([values, np.full(bare.size, absent.get(name, 0), values.dtype)])
        for name, values in sums.items()
    }
    every = np.concatenate([own, bare])
    texts = np.concatenate([code, np.full(bare.size, len(currency.texts))])
    keys = {"project_id": keys["project_id"], "currency_code": Coded(code, (*currency.texts, ""))}
    return named(keys, (every, texts), {**found, "site_count": counts[every]})


def targets_by_indicator(ledger: Ledger, selection: Selection) -> pd.DataFrame:
    """What single projects promise, a row an indicator: unlike things are never added.

    Out: ``indicator_id``, ``unit`` (in the selection's language), the sums (in that unit). Totals
    over several projects are left out, so that nothing is counted twice.
    """
    keys = {"indicator_id": ledger.texts("targets", "indicator_id")}
    sums = named(keys, *sums_by(ledger, "targets", promised(ledger, selection), keys))
    units = _units(ledger, selection.language)
    sums.insert(1, "unit", [units[one] for one in sums["indicator_id"]])
    return sums


def counts(ledger: Ledger, selection: Selection) -> pd.DataFrame:
    """How much there is: rows of every table, projects, countries, commitments in each currency.

    Out: ``figure_id`` (``funding``, ``targets``, ``results``, ``sites``: rows; ``projects``;
    ``countries``; ``committed``), ``currency_code`` ("" but for money), the bound columns (both
    bounds of a count are the count).
    """
    numbers = {
        table: int(ledger.array(table, "row_count")[ledger.kept(table, selection)].sum())
        for table in ADDITIVE
    }
    numbers["projects"] = int(ledger.projects(selection).sum())
    numbers["countries"] = ledger.country_count(selection)
    currency = ledger.texts("funding", "currency_code")
    rows = committed(ledger, selection)
    (code,), money = sums_by(ledger, "funding", rows, {"currency_code": currency})
    plain = np.array(list(numbers.values()))
    both = plain.astype(float)
    same = {"low": both, "high": both, "is_approximate": plain < 0, "stated_count": plain}
    return pd.DataFrame(
        {
            "figure_id": [*numbers, *["committed"] * code.size],
            "currency_code": [""] * plain.size + [currency.texts[one] for one in code],
            **{name: np.concatenate([same[name], money[name]]) for name in BOUND_COLUMNS},
        }
    )


def promised(ledger: Ledger, selection: Selection) -> Positions:
    """Rows of the targets rollup that may be added: headlines of single, whole projects, stated.

    Out: positions in the rollup.
    """
    return _which(ledger.kept("targets", selection), _promised(ledger))


def committed(ledger: Ledger, selection: Selection) -> Positions:
    """Rows of the funding rollup that may be added without counting money twice.

    Out: positions in the rollup. The rule is that of :func:`lib.figures.funding.commitments`:
    headlines of whole projects, committed or earmarked, stated, less those that are a part of one
    that is added, or may be.
    """
    return _committed(ledger, selection)


@lru_cache(maxsize=64)  # several figures of a page ask for the same
def _committed(ledger: Ledger, selection: Selection) -> Positions:
    kept = ledger.kept("funding", selection)
    total = ledger.texts("funding", "total_id")
    added = {total.texts[code] for code in total.codes[_which(kept, _totals(ledger))]}
    inside = [row for row, totals in _parts(ledger) if not added.isdisjoint(totals)]
    kept[inside] = False
    found = _which(kept, _committable(ledger))
    found.setflags(write=False)
    return found


@once
def _committable(ledger: Ledger) -> Positions:
    """Rows of the funding rollup that :func:`committed` takes when they are selected."""
    kind, scope = ledger.texts("funding", "funding_kind"), ledger.texts("funding", "scope")
    is_addable = kind.among(["commitment", "earmark"]) & scope.among(["project"])
    is_stated = ledger.array("funding", "stated_count") > 0
    found: Positions = np.flatnonzero(
        is_addable & is_stated & ledger.array("funding", "is_headline")
    )
    return found


@once
def _totals(ledger: Ledger) -> Positions:
    """Those of :func:`_committable` that are totals."""
    total = ledger.texts("funding", "total_id")
    return _which(~total.among([""]), _committable(ledger))


@once
def _parts(ledger: Ledger) -> tuple[tuple[int, frozenset[str]], ...]:
    """Those of :func:`_committable` that are parts, each with its totals."""
    part = ledger.texts("funding", "part_of_ids")
    found = _which(~part.among([""]), _committable(ledger))
    return tuple((int(row), frozenset(part.texts[part.codes[row]].split(" "))) for row in found)


@once
def _promised(ledger: Ledger) -> Positions:
    """Rows of the targets rollup that are headlines of single, whole projects."""
    scope, project = ledger.texts("targets", "scope"), ledger.array("targets", "project")
    is_addable = scope.among(["project"]) & (project < len(ledger.project_ids))
    is_stated = ledger.array("targets", "stated_count") > 0
    found: Positions = np.flatnonzero(
        is_addable & is_stated & ledger.array("targets", "is_headline")
    )
    return found


def _which(kept: Mask, rows: Positions) -> Positions:
    """Those of some rows that are kept."""
    found: Positions = rows[kept[rows]]
    return found


@once
def _units(ledger: Ledger, language: str) -> dict[str, str]:
    """What several of each indicator are called."""
    register = ledger.registers.indicators
    name = "unit_many" if "unit_many" in register else f"unit_many_{language}"
    return dict(zip(register["indicator_id"], register[name], strict=True))


def _funding_by(ledger: Ledger, selection: Selection, first: dict[str, Coded]) -> pd.DataFrame:
    """Commitments by one dimension, type of payer, currency."""
    names = ("organisation_type", "currency_code")
    keys = {**first, **{name: ledger.texts("funding", name) for name in names}}
    return named(keys, *sums_by(ledger, "funding", committed(ledger, selection), keys))
