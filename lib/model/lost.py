"""Lost: what tables said before and, without anybody saying so, say no more."""

from __future__ import annotations

from dataclasses import replace

from lib.model.faults import Fault, told
from lib.model.package import Package
from lib.model.rows import cells


def since(before: Package | None, now: Package) -> Package:
    """Newer tables, with a doubt for each quantity that has its target still, but no result.

    A file that was cut between two rows has no other fault. ``before`` are the tables that stood.
    """
    if before is None:
        return now
    had = {*before.portfolio.results["quantity_id"]} - {*now.portfolio.results["quantity_id"]}
    sheet = now.brought.sheets["targets"]
    targets = now.portfolio.targets
    lost = targets[targets["quantity_id"].isin(had) & targets["is_headline"]]
    doubts = [
        Fault(sheet.file, sheet.lines[at], "quantity_id", quantity, "lost_result")
        for at, quantity in cells(lost["quantity_id"])
    ]
    return replace(now, doubts=told([*now.doubts, *doubts])) if doubts else now
