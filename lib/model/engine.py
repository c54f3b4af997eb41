"""Which engine reduces the rows: pandas, or one that an Ibis connection URL names."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from lib.model.ledger import Ledger
from lib.model.pandas_rows import PandasRows
from lib.model.portfolio import Portfolio
from lib.model.registers import Registers, read_registers
from lib.model.rollup import Rows, rollups
from lib.model.store import current as current_portfolio
from lib.model.store import folder, load

PANDAS = "pandas"

Stamp = tuple[tuple[str, int, int], ...]


def engine() -> str:
    """The engine that the environment names in ``DASHBOARD_ENGINE``, else pandas."""
    return os.environ.get("DASHBOARD_ENGINE") or PANDAS


def current() -> Ledger:
    """The ledger of the configured folder; reduced again only when a file has changed.

    Tables that an engine keeps itself are reduced once a process. Raises as :func:`ledger` does.
    """
    place, name = folder(), engine()
    if name == PANDAS and not _is_parquet(place):
        return _of_portfolio(current_portfolio())
    return _of_folder(place, name, _stamp(place))


def ledger(place: Path, engine: str = PANDAS) -> Ledger:
    """Reduce the tables in a folder with an engine; once a version of the tables.

    ``engine`` is ``pandas`` or an Ibis connection URL. Additive tables are Parquet files where the
    folder holds ``funding.parquet``; else pandas takes the CSV files, and any other engine takes
    its own tables of these names. The small tables are CSV files in either case. Raises
    :class:`lib.model.faults.FaultyTables` for faults in what is read from CSV, ValueError for rows
    that refer to nothing.
    """
    is_parquet = _is_parquet(place)
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


_of_portfolio = lru_cache(maxsize=2)(ledger_of)


@lru_cache(maxsize=2)
def _of_folder(place: Path, name: str, _version: Stamp) -> Ledger:
    return ledger(place, name)


def _is_parquet(place: Path) -> bool:
    return (place / "funding.parquet").exists()


def _stamp(place: Path) -> Stamp:
    """What changes when a file of the tables changes: cheap to ask on every visit."""
    files = (*place.glob("*.csv"), *place.glob("*.parquet"), *place.glob("*.parquet/*.parquet"))
    stats = ((path.relative_to(place).as_posix(), path.stat()) for path in sorted(files))
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)
