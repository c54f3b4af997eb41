"""Rules of totals with their parts: what adds up is of one kind, and holds itself nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from lib.model.faults import Fault, Rule
from lib.model.rows import cells
from lib.model.schema import STATEMENT_TABLES

_MIXED: tuple[Rule, ...] = ("mixed_currencies", "mixed_units")


def broken(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    """Every fault of ``parts``; none where it is absent.

    ``tables``: name to typed rows indexed by line, without those that have faults of their own.
    """
    yield from _sums(tables)
    yield from _circles(tables)


def _sums(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    """Parts that add up to a total are in its currency, and count the same kind of thing."""
    if "parts" not in tables or "indicators" not in tables:
        return
    indicators = tables["indicators"]
    kinds = dict(zip(indicators["indicator_id"], indicators["indicator_kind"], strict=True))
    unit: dict[str, tuple[str, str]] = {}
    for rows in (tables[name] for name in STATEMENT_TABLES if name in tables):
        counted = rows.get("indicator_id", rows.get("unit"))
        empty = [""] * len(rows)
        currencies = rows.get("currency_code", empty)
        units = empty if counted is None else [kinds.get(one, "") for one in counted]
        unit |= zip(rows["statement_id"], zip(currencies, units, strict=True), strict=True)
    parts = tables["parts"]
    parts = parts[parts["is_complete"]]
    for line, total, part in cells(parts["total_id"], parts["part_id"]):
        for whole, own, rule in zip(unit.get(total, ()), unit.get(part, ()), _MIXED, strict=False):
            if whole != own:
                yield Fault("parts.csv", line, "part_id", part, rule, f"{whole}, {own}")


def _circles(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    """No total is a part of itself, be it through others: its money would be counted nowhere."""
    if "parts" not in tables:
        return
    parts = tables["parts"]
    pairs = [*zip(parts["total_id"], parts["part_id"], strict=True)]
    inner, left = {total for total, _part in pairs}, pairs
    while left:
        # What has no parts of its own is in no circle, nor is what only such things are parts of.
        kept = [(total, part) for total, part in left if part in inner]
        if len(kept) == len(left):
            break
        left, inner = kept, {total for total, _part in kept}
    outer = {part for _total, part in left}
    while any(total not in outer for total, _part in left):
        left = [(total, part) for total, part in left if total in outer]
        outer = {part for _total, part in left}
    circle = {*left}
    for line, total, part in cells(parts["total_id"], parts["part_id"]):
        if (total, part) in circle:
            yield Fault("parts.csv", line, "part_id", part, "part_of_itself", total)
