"""Rows in pandas: the default engine, for tables that fit, or come in batches that do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from lib.model.portfolio import Portfolio
from lib.model.quantity import bounds
from lib.model.registers import Registers
from lib.model.rollup import DIMENSIONS, MEASURES, TIES, settled, summed

Batches = Callable[[str], Iterable[pd.DataFrame]]

# What a rollup reads of each table beside its dimensions.
_STATED = ("statement_id", "source_id", "value", "qualifier")
_READ = {
    **dict.fromkeys(("funding", "targets", "results"), _STATED),
    "sites": ("source_id", "status_source_id"),
}
_DERIVED = {"is_programme_page", "page_status", *TIES}
_BATCH_ROWS = 500_000


def columns_read(table: str) -> list[str]:
    """The columns of a table that its rollup is made of."""
    return [name for name in DIMENSIONS[table] if name not in _DERIVED] + [*_READ[table]]


class PandasRows:
    """Rows as frames; see :class:`lib.model.rollup.Rows`."""

    def __init__(self, registers: Registers, batches: Batches) -> None:
        """``batches`` gives the rows of a table in one frame or several, at least one.

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
        return PandasRows(Registers.of(full), lambda table: [full.table(table)])

    @staticmethod
    def within(place: Path, registers: Registers) -> PandasRows:
        """The rows of Parquet files (``funding.parquet`` and so on; a file or a folder of files).

        Raises FileNotFoundError for a table without one, when it is asked for.
        """
        return PandasRows(registers, lambda table: _parquet(place / f"{table}.parquet", table))

    def rolled(self, table: str) -> pd.DataFrame:
        """The rollup of one table; one batch is held at a time."""
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
        return rows[name] if name.startswith("is_") else _category(rows[name])

    def _tie(self, ids: pd.Series[str], name: str) -> pd.Series:
        """What few statements have and most have not: only the few are looked up."""
        texts = pd.Series("", index=ids.index, dtype=object)
        is_tied = ids.isin(self._ties.index)
        texts[is_tied] = ids[is_tied].map(self._ties[name])
        return texts.astype("category")


def _category(values: pd.Series) -> pd.Series:
    """Texts as categories; a missing one is the empty text."""
    texts = values.astype("category")
    if texts.isna().any():
        known = texts.cat.categories
        texts = (texts if "" in known else texts.cat.add_categories("")).fillna("")
    return texts


def _parquet(path: Path, table: str) -> Iterator[pd.DataFrame]:
    """The columns a rollup is made of, in batches; texts that repeat come as categories."""
    from pyarrow import dataset

    names = columns_read(table)
    repeating = [name for name in names if name not in ("statement_id", "value")]
    repeating = [name for name in repeating if not name.startswith("is_")]
    source = dataset.dataset(path, format=dataset.ParquetFileFormat(dictionary_columns=repeating))
    yield source.head(0, columns=names).to_pandas()  # the columns, also where there is no row
    one_by_one = {"batch_size": _BATCH_ROWS, "batch_readahead": 0, "fragment_readahead": 0}
    for batch in source.to_batches(columns=names, **one_by_one):
        if batch.num_rows:
            yield batch.to_pandas()
