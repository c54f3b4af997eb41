"""Tables that cannot be used, and why."""

from __future__ import annotations

from lib.files.faults import Fault, count, told
from lib.files.rules import DOUBTS, UNREAD, Rule

__all__ = ["DOUBTS", "UNREAD", "Fault", "FaultyTables", "Rule", "count", "told"]


class FaultyTables(Exception):
    """The tables cannot be used; ``faults`` lists every reason at once."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{count(faults)} faults")
        self.faults = faults
