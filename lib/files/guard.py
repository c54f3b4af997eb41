"""Guard: the quote mark before a text that a spreadsheet would run, set on and taken off again.

Nothing is lost: a text that looks guarded already gets one more. A file is only read so where its
description says that it was written so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

MARK: Final = "'"
_RUN: Final = re.compile(rf"{MARK}*[=+\-@\t\r]")
_GUARDED: Final = re.compile(rf"{MARK}+[=+\-@\t\r]")
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)


def is_needed(text: str) -> bool:
    """Whether a text is written with a guard: a number with a sign is none that is run."""
    return bool(_RUN.match(text)) and not _NUMBER.fullmatch(text)


def guarded(text: str) -> str:
    """A text as it is written."""
    return f"{MARK}{text}" if is_needed(text) else text


def unguarded(text: str) -> str:
    """The text that was written so."""
    return text[1:] if _GUARDED.match(text) else text


def are_needed(rows: Iterable[Iterable[str]]) -> bool:
    """Whether some text in a table is written with a guard."""
    return any(is_needed(text) for row in rows for text in row)
