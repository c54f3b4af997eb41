"""Names of sheets: short, each once, without what Excel forbids."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 31
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']|[\x00-\x1f]")


def named(text: str, number: int) -> str:
    """The name of a sheet: its number (0: none), then as many words of a text as fit."""
    start = f"{number} " if number else ""
    words = _FORBIDDEN.sub(" ", text).split()
    name = ""
    for word in words:
        if len(start) + len(name) + len(word) + 2 > LONGEST:
            return start + (f"{name}…" if name else word[: LONGEST - len(start)])
        name = f"{name} {word}".strip()
    return (start + name).strip() or str(number)
