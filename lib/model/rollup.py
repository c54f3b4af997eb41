"""Rollups: rows reduced once to sums of bounds by every dimension that figures ask for.

A sum of sums is the sum of all rows, so a figure of any selection can be read from the rollup. Its
size follows from how many combinations of dimensions occur, not from how many rows there are.
Programme, country or partner are no dimensions: they follow from the project through the registers.
Sites have a rollup by what is said of them, and one by where they lie (``places``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pandas as pd
from pandas.api.types import union_categoricals

# What binds a statement to several projects, to a total (lib.model.registers.Registers.ties).
TIES = ("listed_ids", "part_of_ids", "total_id")
_COUNTED = ("edition_id", "project_id", "listed_ids", "indicator_id", "scope", "is_headline")

DIMENSIONS: Mapping[str, tuple[str, ...]] = {
    "funding": (
        *("edition_id", "project_id", "funder_id", "funding_kind", "currency_code", "scope"),
        *("is_headline", "is_programme_page", *TIES),
    ),
    "targets": (*_COUNTED, "is_programme_page"),
    "results": (*_COUNTED, "is_programme_page"),
    "sites": (
        *("project_id", "country_code", "site_role", "status", "page_status", "precision"),
        *("is_announced_place", "is_programme_page"),
    ),
    "places": ("project_id", "country_code", "cell", "is_programme_page"),
}
# The table whose rows each rollup reduces.
READS: Mapping[str, str] = {name: name for name in DIMENSIONS} | {"places": "sites"}
# Sites are told apart by cells of a quarter of a degree ("" for those no map draws): on a world map
# less than a pixel. Sums of their coordinates are whole millionths of a degree, the same in any
# order of adding.
AXES = ("latitude", "longitude")
LARGEST_DEGREES = 180  # beyond, or without a number, a site is not located
CELLS_A_DEGREE = 4
GRAINS_A_DEGREE = 1_000_000
DRAWN = ("place", "admin_area")  # what a map draws; the point of a whole country is no place
COUNTS = ("approximate_count", "stated_count", "row_count")
MEASURES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("funding", "targets", "results"), ("low", "high", *COUNTS)),
    "sites": ("row_count",),
    "places": (*AXES, "row_count"),
}


class Rows(Protocol):
    """Rows of the additive tables, wherever they are kept: the one seam between engines."""

    def rolled(self, table: str) -> pd.DataFrame:
        """One rollup (a key of ``DIMENSIONS``), as :func:`settled` gives it out."""


@dataclass(frozen=True, eq=False)
class Rollups:
    """Every rollup, each as :func:`settled` gives it out."""

    funding: pd.DataFrame
    targets: pd.DataFrame
    results: pd.DataFrame
    sites: pd.DataFrame
    places: pd.DataFrame

    def table(self, name: str) -> pd.DataFrame:
        """One rollup by its name in ``DIMENSIONS``."""
        rollup: pd.DataFrame = getattr(self, name)
        return rollup


def rollups(rows: Rows) -> Rollups:
    """Reduce every additive table, once a version of the rows."""
    return Rollups(**{table: rows.rolled(table) for table in DIMENSIONS})


def settled(groups: pd.DataFrame, table: str) -> pd.DataFrame:
    """Groups of an engine as a rollup: typed, ordered, the same from every engine.

    In: one row a group with ``DIMENSIONS[table]``, ``MEASURES[table]`` and, beside ``high``,
    ``open_count``: how many bounds of the group have no upper end. ``high`` holds only the others,
    so that no engine ever adds infinities. Units: the currency or the indicator of the group.
    Out: dimensions (texts as categories in order of the alphabet, ``is_…`` as bool), then measures:
    ``low``, ``high`` (float; inf where a bound is open; 0 where nothing is stated, never NaN),
    ``latitude``, ``longitude`` (float; sums of those with a cell, in millionths of a degree),
    ``approximate_count``, ``stated_count``, ``row_count`` (int64); sorted by the dimensions.
    Raises KeyError for a column that is missing.
    """
    columns: dict[str, pd.Series[bool] | pd.Series[int] | pd.Series[float] | pd.Categorical] = {}
    for name in DIMENSIONS[table]:
        values = groups[name]
        columns[name] = values.astype(bool) if name.startswith("is_") else _text(values)
    for name in MEASURES[table]:
        columns[name] = groups[name].astype("int64" if name in COUNTS else "float64")
    if "high" in columns:
        columns["high"] = groups["high"].astype(float).mask(groups["open_count"] > 0, np.inf)
    ordered = pd.DataFrame(columns).sort_values(list(DIMENSIONS[table]), ignore_index=True)
    return ordered[[*DIMENSIONS[table], *MEASURES[table]]]


def summed(groups: Iterable[pd.DataFrame], table: str) -> pd.DataFrame:
    """Rollups of parts of the rows as the rollup of all of them.

    In: rollups as :func:`settled` gives out, at least one. Out: the same.
    """
    parts = [*groups]
    texts = _texts(parts[0])
    every = pd.concat([part.drop(columns=texts) for part in parts], ignore_index=True)
    united = {name: union_categoricals([part[name] for part in parts]) for name in texts}
    every = every.assign(**united)
    if "high" in every:
        is_open = np.isinf(every["high"])
        every = every.assign(high=every["high"].mask(is_open, 0.0), open_count=is_open)
    keys = list(DIMENSIONS[table])
    grouped = every.groupby(keys, observed=True, sort=False, as_index=False)
    return settled(grouped.sum(), table)


def _texts(rollup: pd.DataFrame) -> list[str]:
    kinds = rollup.dtypes.items()
    return [str(name) for name, kind in kinds if isinstance(kind, pd.CategoricalDtype)]


def _text(values: pd.Series[str]) -> pd.Categorical:
    """Texts as categories in order of the alphabet; a missing one is the empty text."""
    plain = values.astype(object)
    texts = plain.where(plain.notna(), "").to_numpy()
    return pd.Categorical(texts, categories=pd.Index(sorted(set(texts)), dtype=str))
