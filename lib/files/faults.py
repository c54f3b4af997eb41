"""Faults: what is wrong with a set of tables, said so that a person can mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from lib.files.rules import DOUBTS, Rule

TOLD: Final = 20  # of one rule in one column of one file, before the rest is only counted


@dataclass(frozen=True, order=True)
class Fault:
    """One broken rule: where it stands, what stands there, and what the rule asks for.

    ``line`` is the line in the file as an editor counts it, in a workbook the row (0: the file as a
    whole); ``detail`` holds what the rule refers to: allowed values, the table a reference points
    into, a distance. ``more`` others of the same rule, column and file are not listed. ``row`` is
    the key of the row in a database, whose rows have no line; ``line`` is then their number.
    """

    file: str
    line: int
    column: str
    value: str
    rule: Rule
    detail: str = ""
    more: int = 0
    row: str = ""

    @property
    def place(self) -> str:
        """The row as people find it: by its key, else by its line; "" for the file as a whole."""
        return self.row or (str(self.line) if self.line else "")

    @property
    def is_doubt(self) -> bool:
        """Whether the tables can be used all the same, though somebody should look."""
        return self.rule in DOUBTS


class Refused(Exception):
    """A file that cannot be read any further; ``faults`` say why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(", ".join(fault.rule for fault in faults))
        self.faults = faults


class Tally:
    """The faults of one file as they are found; of very many of a kind the first are kept."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._kept: dict[tuple[str, Rule], list[Fault]] = {}
        self._found: Counter[tuple[str, Rule]] = Counter()

    def add(self, line: int, column: str, value: str, rule: Rule, detail: str = "") -> None:
        """One more, told singly or only counted."""
        kind = (column, rule)
        self._found[kind] += 1
        if self._found[kind] <= TOLD:
            fault = Fault(self.file, line, column, value, rule, detail)
            self._kept.setdefault(kind, []).append(fault)

    @property
    def faults(self) -> list[Fault]:
        """The faults kept, the last one of each kind with the number of those that are not."""
        found = []
        for kind, alike in self._kept.items():
            rest = self._found[kind] - len(alike)
            found += [*alike[:-1], replace(alike[-1], more=rest)]
        return found


def told(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults in order, none twice; of very many of a kind the first ones, which count the rest."""
    kinds: dict[tuple[str, str, Rule], list[Fault]] = {}
    for fault in sorted(set(faults)):
        kinds.setdefault((fault.file, fault.column, fault.rule), []).append(fault)
    kept: list[Fault] = []
    for alike in kinds.values():
        rest = sum(1 + fault.more for fault in alike[TOLD:])
        last = alike[:TOLD][-1]
        kept += [*alike[: TOLD - 1], replace(last, more=last.more + rest)] if rest else alike
    return tuple(sorted(kept))


def count(faults: Iterable[Fault]) -> int:
    """How many faults there are, with those that are not listed."""
    return sum(1 + fault.more for fault in faults)
