"""Faults: what is wrong with a set of tables, said so that a person can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Rule = Literal[
    "missing_file",
    "unreadable",
    "missing_column",
    "duplicate_column",
    "field_count",
    "required",
    "not_empty",
    "identifier",
    "number",
    "count",
    "year",
    "date",
    "boolean",
    "country",
    "currency",
    "language",
    "url",
    "latitude",
    "longitude",
    "one_of",
    "unique",
    "unknown_reference",
    "two_headlines",
    "no_headline",
    "page_is_headline",
    "date_order",
    "coordinates_pair",
    "outside_country",
    "value_and_qualifier",
    "missing_translation",
    "engine_missing",
    "engine_unreachable",
    "not_reduced",
]


@dataclass(frozen=True, order=True)
class Fault:
    """One broken rule: where it stands, what stands there, and what the rule asks for.

    ``line`` is the line in the file as an editor counts it (0: the file as a whole); ``detail``
    holds what the rule refers to: allowed values, the table a reference points into, a distance.
    """

    file: str
    line: int
    column: str
    value: str
    rule: Rule
    detail: str = ""


class FaultyTables(Exception):
    """The tables cannot be used; ``faults`` lists every reason at once."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults
