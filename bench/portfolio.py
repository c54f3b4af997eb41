"""Portfolios of any size, made by rule: ``python -m bench.portfolio FOLDER ROWS``.

The tables are those of ``data/`` with invented content, the same for the same size on every
machine. Small ones are CSV files without faults; of large ones the four additive tables are Parquet
files, written row group by row group.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from bench.registers import project_count, registers
from bench.rows import TIED_ROWS, same, sites, statements
from lib.model.fields import kinds_of
from lib.model.schema import TABLES

SEED = 20261123
GROUP_ROWS = 500_000
LARGEST_CSV = 50_000


def row_counts(rows: int) -> dict[str, int]:
    """How many rows each additive table has beside so many of funding."""
    projects = project_count(rows)
    few = max(rows // 5, projects)
    return {"funding": rows, "targets": few, "results": few, "sites": max(rows // 20, projects)}


def make(place: Path, rows: int, *, parquet: bool | None = None) -> Path:
    """Write a portfolio with so many rows of funding into a folder; what is there is replaced.

    ``parquet`` says how the additive tables are written (None: by size). Out: the folder.
    """
    place.mkdir(parents=True, exist_ok=True)
    as_parquet = rows > LARGEST_CSV if parquet is None else parquet
    counts = row_counts(rows)
    small = registers(rows)
    small["statement_projects"], small["parts"] = _ties(counts)
    for name in TABLES:
        if name not in counts:
            columns = [*kinds_of(TABLES[name])]
            frame = small.get(name, pd.DataFrame(columns=columns))
            frame.to_csv(place / f"{name}.csv", index=False, columns=columns, lineterminator="\n")
            continue
        for ending in ("csv", "parquet"):
            (place / f"{name}.{ending}").unlink(missing_ok=True)
        groups = _groups(name, counts, small)
        if as_parquet:
            _write_parquet(place / f"{name}.parquet", groups)
        else:
            pyarrow.csv.write_csv(pa.concat_tables(groups), place / f"{name}.csv")
    return place


def _write_parquet(path: Path, groups: Iterator[pa.Table]) -> None:
    first = next(groups)
    with pyarrow.parquet.ParquetWriter(path, first.schema) as writer:
        writer.write_table(first)
        for group in groups:
            writer.write_table(group)


def _groups(
    name: str, counts: dict[str, int], small: dict[str, pd.DataFrame]
) -> Iterator[pa.Table]:
    """The rows of an additive table in their order, a row group at a time."""
    for start in range(0, counts[name], GROUP_ROWS):
        row = np.arange(start, min(start + GROUP_ROWS, counts[name]), dtype=np.int64)
        random = np.random.default_rng([SEED, [*counts].index(name), start])
        made = (
            sites(row, small, random) if name == "sites" else statements(name, row, small, random)
        )
        kinds = kinds_of(TABLES[name])
        columns = {column: made.get(column, same("", row)) for column in kinds}
        yield pa.table(columns)


def _ties(counts: dict[str, int]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The projects listed for a statement, the parts of a total."""
    projects = project_count(counts["funding"])
    listed = [
        (f"{name[0].upper()}{row:09d}", f"project-{one:04d}")
        for name in ("funding", "targets", "results")
        for row in range(5, min(counts[name], TIED_ROWS), 997)
        for one in sorted({row * 3 % projects, (row * 5 + 1) % projects})
    ]
    parts = [
        (f"F{row:09d}", f"F{row + step:09d}", "false", "true" if step == 1 else "false")
        for row in range(1, min(counts["funding"], TIED_ROWS) - 4, 1201)
        for step in (1, 3)
    ]
    return (
        pd.DataFrame(listed, columns=["statement_id", "project_id"]),
        pd.DataFrame(parts, columns=["total_id", "part_id", "is_complete", "is_certain"]),
    )


if __name__ == "__main__":
    print(make(Path(sys.argv[1]), int(sys.argv[2])))
