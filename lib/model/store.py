"""Where the tables come from: what the environment names, read again when it has changed."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from lib.files.address import Address, is_address
from lib.files.place import is_folder
from lib.model.faults import FaultyTables
from lib.model.keeper import Keeper, Standing
from lib.model.package import opened_at
from lib.model.portfolio import Portfolio
from lib.model.watcher import Watcher

MOST_ROWS = 50_000  # of Parquet files that are opened statement by statement
Place = Path | Address
DEFAULT_FOLDER = Path(__file__).parents[2] / "data"


def place() -> Place:
    """The place of the tables: the environment's ``DASHBOARD_DATA``, else the checkout's own."""
    named = os.environ.get("DASHBOARD_DATA")
    return place_named(named) if named else DEFAULT_FOLDER


def place_named(text: str) -> Place:
    """The place that a person names: a folder, a zip, a workbook, a database."""
    return Address(text) if is_address(text) else Path(text)


def state_folder() -> Path:
    """Where the last good tables are kept: ``DASHBOARD_STATE``, else where the system has it."""
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(os.environ.get("DASHBOARD_STATE") or Path(home, "impact-dashboard"))


def opens_whole(place: Place) -> bool:
    """Whether the tables of a place are few enough to be loaded statement by statement.

    The one place where that is decided: Parquet files of up to ``MOST_ROWS`` rows in all are, and
    whatever else people bring, which has limits of its own.
    """
    if isinstance(place, Address) or not is_folder(place):
        return True
    files = [*place.glob("*.parquet"), *place.glob("*.parquet/*.parquet")]
    counts = [_row_count(path, path.stat().st_mtime_ns) for path in files if path.is_file()]
    return sum(counts) <= MOST_ROWS


def load(place: Place) -> Portfolio:
    """Read and check the tables of a folder, a zip, a workbook or a database.

    Raises :class:`FaultyTables` with every fault at once; nothing is half loaded.
    """
    return opened_at(place).portfolio


def standing() -> Standing:
    """What stands of the configured place; read again only when a file has changed.

    A database is read again by itself. Raises :class:`FaultyTables` when nothing stands.
    """
    where = place()
    if isinstance(where, Address):
        return _watcher(where, state_folder()).standing()
    return _keeper(where.absolute(), state_folder()).standing()


def current() -> Portfolio:
    """The portfolio that stands. Raises :class:`FaultyTables` as :func:`standing` does."""
    return standing().package.portfolio


def is_ready() -> bool:
    """Whether checked tables are loaded."""
    try:
        standing()
    except FaultyTables:
        return False
    return True


_keeper = lru_cache(maxsize=2)(Keeper)
_watcher = lru_cache(maxsize=2)(Watcher)


@lru_cache(maxsize=1024)
def _row_count(path: Path, _modified: int) -> int:
    """How many rows a Parquet file says it has; none for what is no Parquet file."""
    from pyarrow import ArrowException, parquet

    try:
        return int(parquet.read_metadata(path).num_rows)
    except (ArrowException, OSError):
        return 0
