"""Where the tables come from: what the environment names, read again when it has changed."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from lib.model.faults import FaultyTables
from lib.model.keeper import Keeper, Standing
from lib.model.package import opened_at
from lib.model.portfolio import Portfolio

DEFAULT_FOLDER = Path(__file__).parents[2] / "data"


def folder() -> Path:
    """The place of the tables: the environment's ``DASHBOARD_DATA``, else the checkout's own."""
    return Path(os.environ.get("DASHBOARD_DATA") or DEFAULT_FOLDER)


def state_folder() -> Path:
    """Where the last good tables are kept: ``DASHBOARD_STATE``, else where the system has it."""
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(os.environ.get("DASHBOARD_STATE") or Path(home, "impact-dashboard"))


def load(place: Path) -> Portfolio:
    """Read and check the tables of a folder, a zip or a workbook.

    Raises :class:`FaultyTables` with every fault at once; nothing is half loaded.
    """
    return opened_at(place).portfolio


def standing() -> Standing:
    """What stands of the configured place; read again only when a file has changed.

    Raises :class:`FaultyTables` when nothing does.
    """
    return _keeper(folder().absolute(), state_folder()).standing()


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
