"""Engines side by side: ``python -m bench.engines ROWS…`` writes results as JSON, Markdown.

Each engine answers the same question, funding by edition, type of payer, currency for two of eight
editions, with coverage: at its plainest from rows, ours from a rollup. A cell is a process of its
own, so that memory is its own; rounds are interleaved, so that a busy minute hits all.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from bench.places import RESULTS, place
from bench.report import machine, markdown, percentile

Ask = Callable[[], Any]
EDITIONS = ["2", "3"]
KEYS = ["edition_id", "organisation_type", "currency_code"]
COLUMNS = ["edition_id", "funder_id", "currency_code", "qualifier", "value"]


def ours(folder: Path, name: str) -> Ask:
    """Rollups once, then look-ups."""
    from lib.figures.rollup import funding_by_edition
    from lib.model.engine import ledger
    from lib.model.selection import Selection

    made = ledger(folder, name)
    return lambda: funding_by_edition(made, Selection(edition=tuple(EDITIONS)))


def plain_pandas(folder: Path) -> Ask:
    """Rows in memory, a group-by at every change."""
    import numpy as np
    import pandas as pd

    rows = pd.read_parquet(folder / "funding.parquet", columns=COLUMNS)
    funders = pd.read_csv(folder / "funders.csv")[["funder_id", "organisation_type"]]
    rows = rows.merge(funders, on="funder_id", how="left")
    rows["low"] = rows["value"].where(rows["qualifier"] != "up_to", 0)
    rows["high"] = rows["value"].where(rows["qualifier"] != "at_least", np.inf)

    def ask() -> pd.DataFrame:
        kept = rows[rows["edition_id"].isin(EDITIONS)]
        grouped = kept.groupby(KEYS)
        return grouped.agg({"low": "sum", "high": "sum", "value": "count"})

    return ask


def plain_polars(folder: Path) -> Ask:
    """Rows in memory, a group-by at every change."""
    import polars as pl

    rows = pl.read_parquet(folder / "funding.parquet", columns=COLUMNS).with_columns(
        pl.col(pl.Categorical).cast(pl.String)
    )
    funders = pl.read_csv(folder / "funders.csv").select("funder_id", "organisation_type")
    at = pl.col("qualifier")
    rows = rows.join(funders, on="funder_id", how="left").with_columns(
        low=pl.when(at == "up_to").then(0.0).otherwise(pl.col("value")),
        high=pl.when(at == "at_least").then(float("inf")).otherwise(pl.col("value")),
    )

    def ask() -> pl.DataFrame:
        kept = rows.filter(pl.col("edition_id").is_in(EDITIONS))
        return kept.group_by(KEYS).agg(pl.sum("low", "high"), pl.count("value"))

    return ask


def plain_duckdb(folder: Path) -> Ask:
    """The file, a query at every change."""
    import duckdb

    base = duckdb.connect()
    file, funders = folder / "funding.parquet", folder / "funders.csv"
    query = f"""
        select edition_id, organisation_type, currency_code,
               sum(case when qualifier = 'up_to' then 0 else value end),
               sum(case when qualifier = 'at_least' then 'inf'::double else value end),
               count(value)
        from read_parquet('{file}') left join read_csv('{funders}') using (funder_id)
        where edition_id in ('{"', '".join(EDITIONS)}') group by all
    """
    return lambda: base.execute(query).fetchall()


ENGINES: dict[str, Callable[[Path], Ask]] = {
    "rollup by pandas": lambda folder: ours(folder, "pandas"),
    "rollup by DuckDB": lambda folder: ours(folder, "duckdb://?threads=2&memory_limit=1GB"),
    "pandas, plain": plain_pandas,
    "polars, plain": plain_polars,
    "DuckDB, plain": plain_duckdb,
}
BASE = "pandas, plain"


def cell(name: str, rows: int) -> dict[str, float]:
    """Ready, first answer, later answers in ms; peak memory in MB of this process."""
    folder = place(rows)
    started = time.perf_counter()
    ask = ENGINES[name](folder)
    ready = time.perf_counter()
    ask()
    answered = time.perf_counter()
    times: list[float] = []
    while len(times) < 5 or (sum(times) < 1.0 and len(times) < 200):
        before = time.perf_counter()
        ask()
        times.append(time.perf_counter() - before)
    return {
        "ready_ms": 1000 * (ready - started),
        "first_ms": 1000 * (answered - ready),
        "change_ms": 1000 * median(times),
        "change_p95_ms": 1000 * percentile(times, 95),
        "peak_mb": _peak(),
    }


def _peak() -> float:
    """The most memory this process ever held; what its parent held does not count, where told."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def measured(sizes: list[int], rounds: int) -> list[dict[str, Any]]:
    """Every engine at every size in so many rounds, in a new order each."""
    cells = []
    for rows in sizes:
        place(rows)
        for turn in range(rounds):
            names = [*ENGINES]
            random.Random(turn).shuffle(names)
            for name in names:
                command = [sys.executable, "-m", "bench.engines", "--cell", name, str(rows)]
                told = subprocess.run(command, capture_output=True, text=True, check=True)
                cells.append({"engine": name, "rows": rows, **json.loads(told.stdout)})
    return cells


def table(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Medians over rounds, with the ratio of a change to that of plain pandas."""
    found = []
    for rows in dict.fromkeys(one["rows"] for one in cells):
        of_size = [one for one in cells if one["rows"] == rows]
        base = median(one["change_ms"] for one in of_size if one["engine"] == BASE)
        for name in ENGINES:
            own = [one for one in of_size if one["engine"] == name]
            numbers = {
                key: median(one[key] for one in own) for key in own[0] if key[-3:] in ("_ms", "_mb")
            }
            ratio = numbers["change_ms"] / base
            found.append({"engine": name, **numbers, "change_ratio": ratio})
    return found


def main() -> None:
    """Measure, then write ``engines.json`` with ``engines.md``."""
    parser = argparse.ArgumentParser(description="engines side by side")
    parser.add_argument("rows", type=int, nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cell", choices=[*ENGINES])
    asked = parser.parse_args()
    if asked.cell:
        print(json.dumps(cell(asked.cell, asked.rows[0])))
        return
    cells = measured(asked.rows, asked.rounds)
    summary = table(cells)
    RESULTS.mkdir(exist_ok=True)
    about = machine()
    told = {"machine": about, "cells": cells, "table": summary}
    (RESULTS / "engines.json").write_text(json.dumps(told, indent=1), encoding="utf-8")
    text = markdown(summary, about)
    (RESULTS / "engines.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
