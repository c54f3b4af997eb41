"""Limits: how much is read of what somebody brings.

Several times what fits on the pages of a dashboard, and little enough that any file gets its
verdict within seconds and within 300 MB of memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lib.files.faults import Fault, Refused

BYTES: Final = 64 << 20  # of all files together, unpacked
LETTERS: Final = 32 << 20  # of all cells together; a text that many cells share counts every time
AT_HAND: Final = 1 << 20  # bytes of texts that are read in the process that shows them
CELLS: Final = 3_000_000
ROWS: Final = 1 << 20  # of all tables together, empty ones as well: as many as a spreadsheet has
FIELD: Final = 131_072  # letters of one cell, as Python's csv has it
ENTRIES: Final = 1_000  # files of a folder or a zip
DESCRIPTION: Final = 1 << 20  # bytes of datapackage.json
PICTURE: Final = 200_000  # bytes of a picture beside the tables
PICTURES: Final = 20  # of them


class Meter:
    """Counts what is read, and refuses what is more than the limits."""

    def __init__(self) -> None:
        self._cells = self._letters = self._rows = 0

    def add(self, file: str, line: int, row: Sequence[str]) -> None:
        """Count a row; raises :class:`Refused` at the one that is too many, or holds too much."""
        letters = sum(map(len, row))
        self._cells += len(row)
        self._letters += letters
        self._rows += 1
        if self._rows > ROWS:
            raise Refused(Fault(file, line, "", "", "too_large", f"{ROWS:,} rows"))
        if self._cells > CELLS:
            raise Refused(Fault(file, line, "", "", "too_large", f"{CELLS:,} cells"))
        if self._letters > LETTERS or (letters > FIELD and max(map(len, row)) > FIELD):
            limit = FIELD if self._letters <= LETTERS else LETTERS
            raise Refused(Fault(file, line, "", "", "too_large", f"{limit:,} letters"))
