"""Texts written from right to left, inside sentences that are written from left to right."""

from __future__ import annotations

import re
from typing import Final

_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MARK: Final = "\u200e"  # left-to-right mark: has no width


def closed(name: str) -> str:
    """A name after which a sentence goes on from left to right.

    After Arabic or Hebrew, a colon with a number would else be drawn on the name's other side.
    """
    return f"{name}{_MARK}" if _RIGHT_TO_LEFT.search(name) else name
