"""Money without a named payer that may be the sum of what stands beside it with one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pandas as pd

from lib.model.faults import Fault
from lib.model.rows import each, grouped

_MOST_NAMED: Final = 3  # statements that a doubt names

Tables = Mapping[str, pd.DataFrame]
Place = tuple[str, str]  # "project" or "edition" and which; two empty texts: all projects


def doubtful(tables: Tables, edition: pd.Series[str]) -> Iterator[Fault]:
    """Amounts that nobody is named for, and that cover smaller ones of named payers.

    ``edition`` of each row of funding. What the table of parts speaks of is settled; a smaller
    amount cannot be a sum.
    """
    if not {"funding", "parts", "statement_projects"} <= tables.keys():
        return
    rows = tables["funding"].assign(edition_id=edition)
    parts = tables["parts"]
    rows = rows[
        rows["is_headline"]
        & rows["funding_kind"].isin(["commitment", "earmark"])
        & (rows["scope"] == "project")
        & rows["value"].notna()
        & ~rows["statement_id"].isin([*parts["part_id"], *parts["total_id"]])
    ]
    unnamed = rows[rows["funder_id"] == ""]
    if unnamed.empty:
        return
    listed = {
        statement: [link.project_id for link in links]
        for statement, links in grouped(each(tables["statement_projects"]), "statement_id").items()
    }
    named: dict[tuple[str, Place], list[Any]] = {}
    for row in each(rows[rows["funder_id"] != ""]):
        for place in {*_places(row, listed), ("edition", row.edition_id), ("", "")}:
            named.setdefault((row.currency_code, place), []).append(row)
    for row in each(unnamed):
        inside = {
            one.statement_id: one.value
            for place in _places(row, listed)
            for one in named.get((row.currency_code, place), [])
        }
        if inside and row.value >= max(inside.values()):
            detail = ", ".join([*inside][:_MOST_NAMED])
            yield Fault("funding.csv", row.Index, "value", f"{row.value:.15g}", "unnamed_beside",
                        detail)  # fmt: skip


def _places(row: Any, listed: Mapping[str, list[str]]) -> list[Place]:
    """What a row is about: its project and those listed, else its edition, else all."""
    own = dict.fromkeys([row.project_id, *listed.get(row.statement_id, [])])
    if projects := [("project", project) for project in own if project]:
        return projects
    return [("edition", row.edition_id)] if row.edition_id else [("", "")]
