"""The last good set on the disk: what a restart falls back to when newer tables do not hold."""

from __future__ import annotations

import hashlib
import logging
import os
import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from lib.files.address import Address
from lib.files.archive import unpacked
from lib.files.faults import Refused
from lib.files.whole import write_whole
from lib.model.faults import FaultyTables
from lib.model.package import Package, opened_again, packed

_LOG = logging.getLogger(__name__)


def keep(state: Path, place: Path | Address, package: Package) -> None:
    """Keep the files of a set that holds; a state folder that cannot be written is for the log."""
    path = _path(state, place)
    fingerprint = package.portfolio.fingerprint.encode()
    with suppress(OSError, zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
        if archive.comment == fingerprint:
            return
    try:
        write_whole(path, packed(package.brought.files, fingerprint))
    except OSError:
        _LOG.exception("The last good tables could not be kept in %s", path.parent)


def restored(state: Path, place: Path | Address) -> tuple[Package, datetime] | None:
    """The last good set of a place, with the time it was read; None when there is none."""
    path = _path(state, place)
    try:
        content = path.read_bytes()
        kept_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return opened_again(unpacked(content, path.name), place), kept_at
    except (OSError, Refused, FaultyTables) as error:
        if not isinstance(error, FileNotFoundError):
            _LOG.warning("The last good tables in %s are of no use: %s", path, error)
        return None


def _path(state: Path, place: Path | Address) -> Path:
    """A file of its own for every place."""
    name = place.identity.encode() if isinstance(place, Address) else os.fsencode(place.absolute())
    return state / f"{hashlib.sha256(name).hexdigest()[:16]}.zip"
