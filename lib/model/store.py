"""Where the tables come from: read whole, checked whole, kept until the files change."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from lib.model import outlines
from lib.model.assembly import assemble
from lib.model.faults import Fault, FaultyTables
from lib.model.portfolio import Portfolio
from lib.model.schema import TABLES
from lib.model.tables import checked

DEFAULT_FOLDER = Path(__file__).parents[2] / "data"

Stamp = tuple[tuple[str, int, int], ...]


def folder() -> Path:
    """The folder of the tables: the environment's ``DASHBOARD_DATA``, else the checkout's own."""
    return Path(os.environ.get("DASHBOARD_DATA") or DEFAULT_FOLDER)


def load(place: Path) -> Portfolio:
    """Read and check the tables in a folder.

    Raises :class:`FaultyTables` with every fault at once; nothing is half loaded.
    """
    tables = assemble(checked(place, TABLES), _fingerprint(place), outlines.features())
    return replace(tables, place=place)


def current() -> Portfolio:
    """The portfolio of the configured folder; read again only when a file has changed.

    Raises :class:`FaultyTables` as :func:`load` does.
    """
    place = folder()
    outcome = _outcome(place, _stamp(place))
    if isinstance(outcome, Portfolio):
        return outcome
    raise FaultyTables(outcome)


def is_ready() -> bool:
    """Whether checked tables are loaded."""
    try:
        current()
    except FaultyTables:
        return False
    return True


def csv_bytes(portfolio_folder: Path, table: str) -> bytes:
    """The file of one table as it stands (``table`` is a name in ``TABLES``)."""
    if table not in TABLES:
        raise ValueError(f"{table!r} is no table; the tables are {', '.join(TABLES)}")
    return (portfolio_folder / f"{table}.csv").read_bytes()


def package_files(place: Path) -> dict[str, bytes]:
    """Every table with the package's description and guide, by file name, as they stand."""
    described = [place / name for name in ("datapackage.json", "README.md")]
    tables = [place / f"{name}.csv" for name in TABLES]
    return {path.name: path.read_bytes() for path in [*described, *tables] if path.is_file()}


def description(place: Path | None) -> dict[str, Any]:
    """What ``datapackage.json`` says of the tables in a folder; empty where there is none."""
    path = place / "datapackage.json" if place else None
    if path is None or not path.is_file():
        return {}
    said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return said


@lru_cache(maxsize=2)
def _outcome(place: Path, _stamp: Stamp) -> Portfolio | tuple[Fault, ...]:
    try:
        return load(place)
    except FaultyTables as error:
        return error.faults


def _stamp(place: Path) -> Stamp:
    """What changes when a file changes: cheap to ask on every visit."""
    found = []
    for name in TABLES:
        path = place / f"{name}.csv"
        if path.is_file():
            state = path.stat()
            found.append((name, state.st_mtime_ns, state.st_size))
    return tuple(found)


def _fingerprint(place: Path) -> str:
    digest = hashlib.sha256()
    for name in TABLES:
        digest.update(name.encode())
        digest.update((place / f"{name}.csv").read_bytes())
    return digest.hexdigest()
