"""Brought: the files that tables were read from, kept as long as the tables are shown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lib.files import description
from lib.files.place import GUIDE
from lib.files.sheet import Sheet
from lib.model.schema import TABLES


@dataclass(frozen=True, eq=False)
class Brought:
    """``files`` are those of a folder by their path in it, or a single zip or workbook.

    ``sheets`` are the texts that were read from them, by the name of the table; ``selected`` is the
    selection that they are said to be of, as parameters of an address, empty where none is said.
    ``pictures`` lay beside the tables; ``lacking`` are the columns that they have not (table,
    column).
    """

    files: Mapping[str, bytes]
    sheets: Mapping[str, Sheet]
    selected: Mapping[str, list[str]] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    lacking: frozenset[tuple[str, str]] = frozenset()

    def csv(self, table: str) -> bytes:
        """One table as CSV (``table`` is a name in ``TABLES``): its own file, if it is a plain one.

        Else the texts it was read as: UTF-8, commas, decimal points.
        """
        if table not in TABLES:
            raise ValueError(f"{table!r} is no table; the tables are {', '.join(TABLES)}")
        sheet = self.sheets[table]
        if sheet.file in self.files and sheet.file.endswith(".csv") and not sheet.is_guarded:
            return self.files[sheet.file]
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\r\n").writerows([sheet.header, *sheet.rows])
        return text.getvalue().encode()

    def folder(self) -> dict[str, bytes]:
        """Every table as CSV, with description and guide where they describe these very files."""
        return self.beside() | self.shown() | {f"{name}.csv": self.csv(name) for name in self.names}

    @property
    def names(self) -> list[str]:
        """The tables that were read, in their order."""
        return [name for name in TABLES if name in self.sheets]

    def shown(self) -> dict[str, bytes]:
        """The picture that the tables name as their logo, by its name, if they do."""
        sheet = self.sheets.get("portfolio")
        named = {cell for row in sheet.rows for cell in row} if sheet else set()
        return {name: one for name, one in self.pictures.items() if name in named}

    def beside(self) -> dict[str, bytes]:
        """Description and guide of a folder of CSV files; they say nothing of others."""
        sheets = [(name, self.sheets[name]) for name in self.names]
        if any(one.file != f"{name}.csv" or one.is_guarded for name, one in sheets):
            return {}
        return {name: self.files[name] for name in _BESIDE if name in self.files}

    def described(self) -> dict[str, Any]:
        """What the description says; empty where there is none."""
        said: dict[str, Any] = json.loads(self.beside().get(description.NAME, b"{}"))
        return said


_BESIDE: Final = (description.NAME, GUIDE)
