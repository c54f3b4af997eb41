"""Which engine reduces the rows: pandas, or one that an Ibis connection URL names."""

from __future__ import annotations

import os
from pathlib import Path

from lib.model.ledger import Ledger
from lib.model.pandas_rows import PandasRows
from lib.model.portfolio import Portfolio
from lib.model.registers import Registers, read_registers
from lib.model.rollup import Rows, rollups
from lib.model.store import load

PANDAS = "pandas"


def engine() -> str:
    """The engine that the environment names in ``DASHBOARD_ENGINE``, else pandas."""
    return os.environ.get("DASHBOARD_ENGINE") or PANDAS


def ledger(place: Path, engine: str = PANDAS) -> Ledger:
    """Reduce the tables in a folder with an engine; once a version of the tables.

    ``engine`` is ``pandas`` or an Ibis connection URL. Additive tables are Parquet files where the
    folder holds ``funding.parquet``; else pandas takes the CSV files, and any other engine takes
    its own tables of these names. The small tables are CSV files in either case. Raises
    :class:`lib.model.faults.FaultyTables` for faults in what is read from CSV, ValueError for rows
    that refer to nothing.
    """
    is_parquet = (place / "funding.parquet").exists()
    if engine == PANDAS and not is_parquet:
        return ledger_of(load(place))
    registers = read_registers(place)
    rows: Rows
    if engine == PANDAS:
        rows = PandasRows.within(place, registers)
    else:
        from lib.model.ibis_rows import IbisRows

        rows = IbisRows(engine, registers, place if is_parquet else None)
    return Ledger(registers, rollups(rows))


def ledger_of(portfolio: Portfolio) -> Ledger:
    """Reduce the rows of a loaded portfolio, before any filter, with pandas."""
    return Ledger(Registers.of(portfolio), rollups(PandasRows.of(portfolio)))
