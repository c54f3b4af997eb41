"""Package: a set of tables that holds, with the files it was read from."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lib.files import description, limited, reading
from lib.files.faults import Refused
from lib.files.place import GUIDE, brought
from lib.files.sheet import Sheet
from lib.model import outlines
from lib.model.assembly import assemble
from lib.model.faults import Fault, FaultyTables
from lib.model.portfolio import Portfolio
from lib.model.schema import TABLES
from lib.model.tables import checked


@dataclass(frozen=True, eq=False)
class Package:
    """A portfolio with what is doubtful in its tables, and what it was read from.

    ``files`` are those of a folder by their path in it, or a single zip or workbook.
    """

    portfolio: Portfolio
    doubts: tuple[Fault, ...]
    files: Mapping[str, bytes]
    sheets: Mapping[str, Sheet]

    def csv(self, table: str) -> bytes:
        """One table as CSV (``table`` is a name in ``TABLES``): its own file, if it is one.

        Else the texts it was read as: UTF-8, commas, decimal points.
        """
        if table not in TABLES:
            raise ValueError(f"{table!r} is no table; the tables are {', '.join(TABLES)}")
        sheet = self.sheets[table]
        if sheet.file in self.files and sheet.file.endswith(".csv"):
            return self.files[sheet.file]
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows([sheet.header, *sheet.rows])
        return text.getvalue().encode()

    def folder(self) -> dict[str, bytes]:
        """Every table as CSV, with description and guide where they describe these very files."""
        tables = {f"{name}.csv": self.csv(name) for name in TABLES}
        if any(sheet.file != f"{name}.csv" for name, sheet in self.sheets.items()):
            return tables
        beside = {name: self.files[name] for name in _BESIDE if name in self.files}
        return beside | tables


_BESIDE: Final = (description.NAME, GUIDE)


def opened(files: Mapping[str, bytes]) -> Package:
    """Check the tables in some files that somebody has brought, whatever they are.

    They are read in a process that may use little. Raises :class:`FaultyTables` with every fault at
    once; nothing is half loaded.
    """
    return _package(files, limited.read(files, TABLES))


def opened_at(place: Path) -> Package:
    """Check the tables of a folder, a zip or a workbook on the disk.

    Texts in a folder are read in this process, which costs a tenth; whatever has to be unpacked is
    read as in :func:`opened`. Raises :class:`FaultyTables` as there.
    """
    try:
        files = brought(place, TABLES)
    except Refused as refusal:
        raise FaultyTables(refusal.faults) from None
    if any(name.endswith(reading.PARQUET) and content for name, content in files.items()) or (
        place.is_file()
    ):
        return opened(files)
    return _package(files, reading.read(files, TABLES))


def _package(files: Mapping[str, bytes], found: reading.Reading) -> Package:
    rows, doubts = checked(found, TABLES)
    portfolio = assemble(rows, _fingerprint(files), outlines.features())
    return Package(portfolio, doubts, files, found.sheets)


def packed(files: Mapping[str, bytes], comment: bytes = b"") -> bytes:
    """Files as one zip."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, one in files.items():
            archive.writestr(name, one)
    return content.getvalue()


def _fingerprint(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()
