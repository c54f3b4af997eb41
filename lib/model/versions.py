"""Versions: earlier tables that are kept beside those of today, each as one zip."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from lib.files.address import Address
from lib.files.place import is_folder
from lib.model.earlier import Earlier, earlier_at
from lib.model.faults import Fault, FaultyTables

FOLDER: Final = "versions"
MOST: Final = 200  # that are offered for choice


def listed(place: Path | Address) -> dict[str, Path]:
    """The zips in the folder of versions of a folder of tables, by name, the last name first.

    A name that begins with a date, ``2026-05-31.zip``, puts the newest first. None without the
    folder, and none of what lies outside of it, wherever a link leads; none beside a database.
    """
    if isinstance(place, Address):
        return {}
    root = place.resolve() / FOLDER
    if not is_folder(root) or not root.resolve().is_relative_to(place.resolve()):
        return {}
    found = [
        path
        for path in root.iterdir()
        if path.suffix.lower() == ".zip" and path.resolve().is_relative_to(root) and path.is_file()
    ]
    return {path.stem: path for path in sorted(found, reverse=True)[:MOST]}


def opened(path: Path) -> Earlier:
    """One version; read again only when its file has changed.

    Raises :class:`lib.model.faults.FaultyTables` as :func:`lib.model.earlier.earlier` does.
    """
    try:
        state = path.stat()
    except OSError:  # gone since it was listed
        fault = Fault(path.name, 0, "", "", "absent")
        raise FaultyTables((fault,)) from None
    return _opened(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _opened(path: Path, _modified: int, _size: int) -> Earlier:
    return earlier_at(path)
