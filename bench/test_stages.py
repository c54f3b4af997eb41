"""How long each stage of the pipeline takes: ``make bench``, never part of ``make test``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bench.places import place
from bench.portfolio import make
from lib.figures import rollup
from lib.model import engine, reader, store
from lib.model.ledger import Ledger
from lib.model.pandas_rows import PandasRows
from lib.model.registers import read_registers
from lib.model.rollup import rollups
from lib.model.schema import TABLES
from lib.model.selection import Selection

SIZES = (10_000, 1_000_000)
ENGINES = ("pandas", "duckdb://?threads=2")
TWO_EDITIONS = Selection(edition=("2", "3"))
SELECTIONS = {"all": Selection(), "two-editions": TWO_EDITIONS}
FIGURES = {
    figure.__name__: figure
    for figure in (
        rollup.funding_by_edition,
        rollup.funding_by_programme,
        rollup.funding_by_project,
        rollup.targets_by_indicator,
        rollup.counts,
    )
}


@cache
def ledger(rows: int) -> Ledger:
    """The ledger of a made portfolio."""
    return engine.ledger(place(rows))


@pytest.mark.parametrize("rows", [11, 1000])
def test_read(benchmark: Any, tmp_path: Path, rows: int) -> None:
    """From a CSV file to checked, typed rows of funding."""
    folder = make(tmp_path, rows)
    benchmark(reader.read, folder / "funding.csv", TABLES["funding"])


def test_validate(benchmark: Any) -> None:
    """Every table of the record read and checked, also against each other."""
    benchmark.pedantic(store.load, args=(store.DEFAULT_FOLDER,), rounds=5, warmup_rounds=1)


def test_load(benchmark: Any, tmp_path: Path) -> None:
    """As many tables with 10,000 rows of funding, in CSV files."""
    folder = make(tmp_path, 10_000)
    benchmark.pedantic(store.load, args=(folder,), rounds=3, warmup_rounds=1)


@pytest.mark.parametrize("rows", SIZES)
@pytest.mark.parametrize("name", ENGINES)
def test_rollup(benchmark: Any, rows: int, name: str) -> None:
    """Every additive table from Parquet to its rollup, registers and codes included."""
    folder = place(rows)
    benchmark.pedantic(engine.ledger, args=(folder, name), rounds=3, warmup_rounds=1)


@pytest.mark.parametrize("rows", SIZES)
def test_rollup_alone(benchmark: Any, rows: int) -> None:
    """Every additive table from Parquet to its rollup by pandas."""
    folder = place(rows)
    by_pandas = PandasRows.within(folder, read_registers(folder))
    benchmark.pedantic(rollups, args=(by_pandas,), rounds=3, warmup_rounds=1)


@pytest.mark.parametrize("rows", SIZES)
@pytest.mark.parametrize("selection", SELECTIONS)
def test_select(benchmark: Any, rows: int, selection: str) -> None:
    """Which rows of the largest rollup a selection keeps."""
    benchmark(ledger(rows).kept, "funding", SELECTIONS[selection])


@pytest.mark.parametrize("rows", SIZES)
@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("figure", FIGURES)
def test_figure(benchmark: Any, rows: int, selection: str, figure: str) -> None:
    """One figure of a selection."""
    benchmark(FIGURES[figure], ledger(rows), SELECTIONS[selection])
