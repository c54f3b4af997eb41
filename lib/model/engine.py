"""Which engine reduces the rows: pandas, or one that an Ibis connection URL names."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from lib.files.address import Address
from lib.model import store
from lib.model.faults import Fault, FaultyTables
from lib.model.ledger import Ledger
from lib.model.pandas_rows import PandasRows
from lib.model.portfolio import Portfolio
from lib.model.registers import ADDITIVE, Registers, read_registers
from lib.model.rollup import READS, Rows, rollups

PANDAS = "pandas"
VARIABLE = "DASHBOARD_ENGINE"
_LOG = logging.getLogger(__name__)
# An engine that fails now may answer at the next visit, although no file has changed.
_PASSING = {"engine_missing", "engine_unreachable", "not_reduced"}

Stamp = tuple[tuple[str, int, int], ...]


def engine() -> str:
    """The engine that the environment names in ``DASHBOARD_ENGINE``, else pandas."""
    return os.environ.get(VARIABLE) or PANDAS


def is_rolled_up(place: Path | Address | None = None) -> bool:
    """Whether the tables of a folder (else the configured one) are known as rollups only.

    They are where an engine is named that is not pandas, or the additive tables are Parquet files
    of very many rows; else single statements are loaded, and every page can be shown. Those of a
    database always are.
    """
    where = place or store.place()
    if isinstance(where, Address):
        return False
    return engine() != PANDAS or (_is_parquet(where) and not store.opens_whole(where))


def current() -> Ledger:
    """The ledger of the configured folder; reduced again only when a file has changed.

    Tables that an engine keeps itself are reduced once a process. Raises as :func:`ledger` does.
    """
    place = store.place()
    if isinstance(place, Address) or not is_rolled_up(place):
        return _of_portfolio(store.current())
    outcome = _outcome(place, engine(), _stamp(place))
    if isinstance(outcome, Ledger):
        return outcome
    raise FaultyTables(outcome)


def is_ready() -> bool:
    """Whether checked tables are loaded, or reduced."""
    if not is_rolled_up():
        return store.is_ready()
    try:
        current()
    except FaultyTables:
        return False
    return True


def ledger(place: Path, engine: str = PANDAS) -> Ledger:
    """Reduce the tables in a folder with an engine; once a version of the tables.

    ``engine`` is ``pandas`` or an Ibis connection URL. Additive tables are Parquet files where the
    folder holds ``funding.parquet``; else pandas takes the CSV files, and any other engine takes
    its own tables of these names. The small tables are CSV files in either case. Raises
    :class:`lib.model.faults.FaultyTables` for what is wrong with the files, with ids that no
    register knows, or with the engine.
    """
    is_parquet = _is_parquet(place)
    if engine == PANDAS and not is_parquet:
        return ledger_of(store.load(place))
    registers = read_registers(place)
    if is_parquet:
        _look_for(place)
    rows = _rows(place if is_parquet else None, engine, registers)
    return Ledger(registers, rollups(_Watched(rows, engine)), _name(engine))


def ledger_of(portfolio: Portfolio) -> Ledger:
    """Reduce the rows of a loaded portfolio, before any filter, with pandas."""
    return Ledger(Registers.of(portfolio), rollups(PandasRows.of(portfolio)), PANDAS)


_of_portfolio = lru_cache(maxsize=2)(ledger_of)


@lru_cache(maxsize=2)
def _outcome(place: Path, name: str, _version: Stamp) -> Ledger | tuple[Fault, ...]:
    try:
        return ledger(place, name)
    except FaultyTables as error:
        if _PASSING & {fault.rule for fault in error.faults}:
            raise
        return error.faults


def _rows(place: Path | None, engine: str, registers: Registers) -> Rows:
    """The rows of Parquet files in a folder, or those that the engine keeps."""
    if engine == PANDAS and place:
        return PandasRows.within(place, registers)
    from lib.model.ibis_rows import IbisRows

    try:
        return IbisRows(engine, registers, place)
    except ImportError as error:
        _LOG.exception("The engine is not installed")
        raise FaultyTables((Fault(VARIABLE, 0, "", _name(engine), "engine_missing"),)) from error
    except Exception as error:  # every engine has its own
        _LOG.exception("The engine cannot be reached")
        kind = type(error).__name__
        fault = Fault(VARIABLE, 0, "", _name(engine), "engine_unreachable", kind)
        raise FaultyTables((fault,)) from error


class _Watched(NamedTuple):
    """Rows that say which table an engine fails at."""

    rows: Rows
    engine: str

    def rolled(self, table: str) -> pd.DataFrame:
        try:
            return self.rows.rolled(table)
        except Exception as error:  # every engine has its own
            _LOG.exception("The rows of %s cannot be reduced", READS[table])
            kind = type(error).__name__
            fault = Fault(READS[table], 0, "", _name(self.engine), "not_reduced", kind)
            raise FaultyTables((fault,)) from error


def _look_for(place: Path) -> None:
    """All four additive tables are there."""
    lost = [f"{name}.parquet" for name in ADDITIVE if not (place / f"{name}.parquet").exists()]
    if lost:
        raise FaultyTables(tuple(Fault(name, 0, "", "", "missing_file") for name in lost))


def _name(engine: str) -> str:
    """The engine without its address, which may hold a password."""
    return engine.partition(":")[0]


def _is_parquet(place: Path) -> bool:
    with suppress(PermissionError):  # which reading it will tell
        return (place / "funding.parquet").exists()
    return False


def _stamp(place: Path) -> Stamp:
    """What changes when a file of the tables changes: cheap to ask on every visit."""
    files = (*place.glob("*.csv"), *place.glob("*.parquet"), *place.glob("*.parquet/*.parquet"))
    stats = ((path.relative_to(place).as_posix(), path.stat()) for path in sorted(files))
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)
