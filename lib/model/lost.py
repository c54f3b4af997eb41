"""Lost: what tables said before and, without anybody saying so, say no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lib.model.faults import Fault, told
from lib.model.package import Package
from lib.model.rows import cells
from lib.model.schema import STATEMENT_TABLES

FEWER: Final = 4  # rows that a table had at least, before it is doubted that some are gone


def since(before: Package | None, now: Package) -> Package:
    """Newer tables, with a doubt for each that has lost many rows, and for each lost result.

    A file that was cut between two rows has no other fault. ``before`` are the tables that stood.
    """
    if before is None:
        return now
    doubts = [*_fewer(before, now), *_without_result(before, now)]
    return replace(now, doubts=told([*now.doubts, *doubts])) if doubts else now


def _fewer(before: Package, now: Package) -> Iterator[Fault]:
    """Tables that have lost half of their rows; of statements, a third."""
    for name, sheet in now.brought.sheets.items():
        rows, had = len(sheet.rows), len(before.portfolio.table(name))
        left = 2 * had / 3 if name in STATEMENT_TABLES else had / 2
        if had >= FEWER and rows <= left:
            yield Fault(sheet.file, 0, "", str(rows), "fewer_rows", str(had))


def _without_result(before: Package, now: Package) -> Iterator[Fault]:
    """Quantities that have their target still, but no result."""
    had = {*before.portfolio.results["quantity_id"]} - {*now.portfolio.results["quantity_id"]}
    sheet = now.brought.sheets["targets"]
    targets = now.portfolio.targets
    lost = targets[targets["quantity_id"].isin(had) & targets["is_headline"]]
    for at, quantity in cells(lost["quantity_id"]):
        yield Fault(sheet.file, sheet.lines[at], "quantity_id", quantity, "lost_result")
