"""Names of sheets: short, each once, without what Excel forbids."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 31
OF_SUBJECT: Final = 15  # letters of whose a sheet is
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']|[\x00-\x1f]")


def named(text: str, number: int, subject: str = "") -> str:
    """The name of a sheet: its number (0: none), whose it is, as many words of a text as fit."""
    start = f"{number} " if number else ""
    if subject:
        start = f"{start}{_words(subject, OF_SUBJECT)} · "
    return (start + _words(text, LONGEST - len(start))).strip() or str(number)


def _words(text: str, most: int) -> str:
    """As many words as fit, the first one cut where it has to be; cut off, it ends in dots."""
    words = _FORBIDDEN.sub(" ", text).split()
    name = " ".join(words)
    while len(name) > most and len(words) > 1:
        words.pop()
        name = f"{' '.join(words)}…"
    return name if len(name) <= most else f"{name[: most - 1]}…"
