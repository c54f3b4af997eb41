"""Package: a set of tables that holds, with the files it was read from."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lib.files import dump, limited, place, reading
from lib.files.address import Address
from lib.files.faults import Refused
from lib.model import outlines
from lib.model.assembly import assemble
from lib.model.brought import Brought
from lib.model.faults import Fault, FaultyTables
from lib.model.fields import kinds_of
from lib.model.former import with_present_words
from lib.model.portfolio import Portfolio
from lib.model.row_keys import with_keys
from lib.model.schema import TABLES
from lib.model.tables import checked


@dataclass(frozen=True, eq=False)
class Package:
    """A portfolio with what is doubtful in its tables, and what it was read from."""

    portfolio: Portfolio
    doubts: tuple[Fault, ...]
    brought: Brought


def opened(files: Mapping[str, bytes]) -> Package:
    """Check the tables in some files that somebody has brought, whatever they are.

    They are read in a process that may use little. Raises :class:`FaultyTables` with every fault at
    once; nothing is half loaded.
    """
    return package_of(files, limited.read(files, TABLES))


def opened_again(files: Mapping[str, bytes], where: Path | Address) -> Package:
    """Check the tables in the files of a package that was opened at some place before.

    Raises :class:`FaultyTables` as :func:`opened` does.
    """
    if isinstance(where, Path):
        return opened(files)
    found = dump.read(files, where.schema, TABLES)
    try:
        package = package_of(files, found)
    except FaultyTables as error:
        raise FaultyTables(with_keys(error.faults, found.sheets)) from None
    return replace(package, doubts=with_keys(package.doubts, found.sheets))


def dumped(where: Address) -> dict[str, bytes]:
    """The tables of a database as files. Raises :class:`FaultyTables` when it cannot be read."""
    from lib.files import database  # a driver, that only those wait for who have a database

    try:
        return database.dumped(where, {name: [*kinds_of(TABLES[name])] for name in TABLES})
    except Refused as refusal:
        raise FaultyTables(refusal.faults) from None


def opened_at(where: Path | Address) -> Package:
    """Check the tables of a folder, a zip or a workbook on the disk, or those of a database.

    Raises :class:`FaultyTables` as :func:`opened` does.
    """
    if isinstance(where, Address):
        return opened_again(dumped(where), where)
    return package_of(*brought_at(where))


def brought_at(where: Path) -> tuple[dict[str, bytes], reading.Reading]:
    """The files of a folder, a zip or a workbook on the disk, and what is read of them.

    A folder of few and small texts is read in this process, which costs a tenth; all else is read
    as in :func:`opened`. Raises :class:`FaultyTables` for files that cannot be brought.
    """
    try:
        files = place.brought(where, TABLES)
    except Refused as refusal:
        raise FaultyTables(refusal.faults) from None
    return files, limited.read_at_hand(files, TABLES)


def package_of(
    files: Mapping[str, bytes], found: reading.Reading, *, is_earlier: bool = False
) -> Package:
    """Check what was read of some files. Raises :class:`FaultyTables` as :func:`opened` does.

    Earlier tables (``is_earlier``) may lack columns that came since, and are kept with them.
    """
    found = with_present_words(found)
    rows, doubts, completed, lacking = checked(found, TABLES, is_earlier=is_earlier)
    sheets = completed if is_earlier else found.sheets
    brought = Brought(files, sheets, found.selected, found.pictures, lacking)
    portfolio = assemble(rows, fingerprint(files), outlines.features())
    return Package(replace(portfolio, brought=brought), doubts, brought)


def packed(files: Mapping[str, bytes], comment: bytes = b"") -> bytes:
    """Files as one zip."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, one in files.items():
            archive.writestr(name, one)
    return content.getvalue()


def fingerprint(files: Mapping[str, bytes]) -> str:
    """What changes when a byte of some files changes."""
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()
