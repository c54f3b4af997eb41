"""The words of one key figure, whatever it counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

Row = Mapping[str, Any]


LONGEST = 16  # letters of an amount that a card has room for


class Card(NamedTuple):
    """The words of one key figure."""

    noun: str
    value: str
    coverage: str
    reason: str
    how_sure: str
    differs: str
