"""Rows in pandas: the default engine, for tables that fit, or come in batches that do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from lib.model.portfolio import Portfolio
from lib.model.quantity import bounds
from lib.model.registers import Registers
from lib.model.rollup import (
    AXES,
    CELLS_A_DEGREE,
    DIMENSIONS,
    DRAWN,
    GRAINS_A_DEGREE,
    LARGEST_DEGREES,
    MEASURES,
    READS,
    TIES,
    settled,
    summed,
)

Batches = Callable[[str], Iterable[pd.DataFrame]]

# What a rollup reads of each table beside its dimensions.
_STATED = ("statement_id", "source_id", "value", "qualifier")
_READ = {
    **dict.fromkeys(("funding", "targets", "results"), _STATED),
    "sites": ("source_id", "status_source_id"),
    "places": ("source_id", "precision", *AXES),
}
_DERIVED = {"is_programme_page", "page_status", "cell", *TIES}
_MANY = {"statement_id", "value", *AXES}  # columns that hardly repeat
_BATCH_ROWS = 500_000


def columns_read(table: str) -> list[str]:
    """The columns that a rollup is made of."""
    return [name for name in DIMENSIONS[table] if name not in _DERIVED] + [*_READ[table]]


class PandasRows:
    """Rows as frames; see :class:`lib.model.rollup.Rows`."""

    def __init__(self, registers: Registers, batches: Batches) -> None:
        """``batches`` gives the rows of a rollup in one frame or several, at least one.

        Frames hold :func:`columns_read`, typed as :func:`lib.model.fields.typed` does; texts may
        be categories.
        """
        self._batches = batches
        self._pages = registers.page_ids
        self._ties = registers.ties.set_index("statement_id")

    @staticmethod
    def of(portfolio: Portfolio) -> PandasRows:
        """The rows of a loaded portfolio, before any filter."""
        full = portfolio.everything
        return PandasRows(Registers.of(full), lambda name: [full.table(READS[name])])

    @staticmethod
    def within(place: Path, registers: Registers) -> PandasRows:
        """The rows of Parquet files (``funding.parquet`` and so on; a file or a folder of files).

        Raises FileNotFoundError for a table without one, when it is asked for.
        """
        return PandasRows(
            registers, lambda name: _parquet(place / f"{READS[name]}.parquet", columns_read(name))
        )

    def rolled(self, table: str) -> pd.DataFrame:
        """One rollup; one batch of rows is held at a time."""
        made = [self._of_batch(rows, table) for rows in self._batches(table)]
        return made[0] if len(made) == 1 else summed(made, table)

    def _of_batch(self, rows: pd.DataFrame, table: str) -> pd.DataFrame:
        columns = {name: self._dimension(rows, name) for name in DIMENSIONS[table]}
        if "high" in MEASURES[table]:
            bound = bounds(rows[["value", "qualifier"]])
            is_open = np.isinf(bound["high"])
            columns |= {
                "low": bound["low"].fillna(0.0),
                "high": bound["high"].mask(is_open).fillna(0.0),
                "open_count": is_open.astype("int64"),
                "approximate_count": bound["is_approximate"].astype("int64"),
                "stated_count": bound["stated_count"],
            }
        if "latitude" in MEASURES[table]:
            is_drawn = _are_drawn(rows)
            for axis in AXES:
                columns[axis] = np.rint(rows[axis] * GRAINS_A_DEGREE).where(is_drawn, 0.0)
        columns["row_count"] = pd.Series(1, index=rows.index)
        keys = list(DIMENSIONS[table])
        grouped = pd.DataFrame(columns).groupby(keys, observed=True, sort=False, as_index=False)
        return settled(grouped.sum(), table)

    def _dimension(self, rows: pd.DataFrame, name: str) -> pd.Series:
        if name == "is_programme_page":
            return rows["source_id"].isin(self._pages)
        if name in TIES:
            return self._tie(rows["statement_id"], name)
        if name == "page_status":
            is_reported = rows["status_source_id"].isin(self._pages)
            role = rows["site_role"].astype(object)
            announced = role.map({"expansion": "planned", "origin": "unknown"})
            return rows["status"].astype(object).where(is_reported, announced).astype("category")
        if name == "cell":
            return _cells(rows)
        return rows[name] if name.startswith("is_") else _category(rows[name])

    def _tie(self, ids: pd.Series[str], name: str) -> pd.Series:
        """What few statements have and most have not: only the few are looked up."""
        texts = pd.Series("", index=ids.index, dtype=object)
        is_tied = ids.isin(self._ties.index)
        texts[is_tied] = ids[is_tied].map(self._ties[name])
        return texts.astype("category")


def _are_drawn(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which sites a map draws."""
    is_located = (rows[list(AXES)].abs() <= LARGEST_DEGREES).all(axis=1)
    return is_located & rows["precision"].isin(DRAWN)


def _cells(rows: pd.DataFrame) -> pd.Series:
    """The cell of each site as text, south to north then west to east; few differ, many rows."""
    is_drawn = _are_drawn(rows)
    north, east = (np.floor(rows[axis] * CELLS_A_DEGREE) for axis in AXES)
    number = ((north + 1000) * 10_000 + east + 1000).where(is_drawn, -1.0).astype("int64")
    cells = number.astype("category")
    texts = [
        f"{n // 10_000 - 1000} {n % 10_000 - 1000}" if n >= 0 else "" for n in cells.cat.categories
    ]
    named: pd.Series = cells.cat.rename_categories(texts)
    return named


def _category(values: pd.Series) -> pd.Series:
    """Texts as categories; a missing one is the empty text."""
    texts = values.astype("category")
    if texts.isna().any():
        known = texts.cat.categories
        texts = (texts if "" in known else texts.cat.add_categories("")).fillna("")
    return texts


def _parquet(path: Path, names: list[str]) -> Iterator[pd.DataFrame]:
    """Some columns of a table in batches; texts that repeat come as categories."""
    from pyarrow import dataset

    repeating = [name for name in names if name not in _MANY and not name.startswith("is_")]
    source = dataset.dataset(path, format=dataset.ParquetFileFormat(dictionary_columns=repeating))
    yield source.head(0, columns=names).to_pandas()  # the columns, also where there is no row
    one_by_one = {"batch_size": _BATCH_ROWS, "batch_readahead": 0, "fragment_readahead": 0}
    for batch in source.to_batches(columns=names, **one_by_one):
        if batch.num_rows:
            yield batch.to_pandas()
