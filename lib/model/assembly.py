"""From checked tables to a portfolio: bounds on every statement, coverage of every statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lib.model.portfolio import Portfolio
from lib.model.quantity import bounds
from lib.model.schema import STATEMENT_TABLES


def assemble(
    tables: Mapping[str, pd.DataFrame], fingerprint: str, outlines: Mapping[str, dict[str, Any]]
) -> Portfolio:
    """A portfolio from checked tables (name to typed rows)."""
    rows: dict[str, Any] = {name: table.reset_index(drop=True) for name, table in tables.items()}
    for name in STATEMENT_TABLES:
        if "value" in rows[name]:
            rows[name] = bounds(rows[name])
    return Portfolio(**rows, coverage=_coverage(rows), fingerprint=fingerprint, outlines=outlines)


def _coverage(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Which projects each statement is about: its own, those listed, its edition's, or all."""
    projects = tables["projects"][["project_id", "edition_id"]]
    heads = pd.concat(
        [tables[name][["statement_id", "edition_id", "project_id"]] for name in STATEMENT_TABLES]
    )
    own = heads[heads["project_id"] != ""][["statement_id", "project_id"]]
    listed = tables["statement_projects"][["statement_id", "project_id"]]
    open_ones = heads[
        (heads["project_id"] == "") & ~heads["statement_id"].isin(listed["statement_id"])
    ][["statement_id", "edition_id"]]
    of_edition = open_ones[open_ones["edition_id"] != ""].merge(projects, on="edition_id")
    of_all = open_ones[open_ones["edition_id"] == ""][["statement_id"]].merge(
        projects[["project_id"]], how="cross"
    )
    columns = ["statement_id", "project_id"]
    found = pd.concat([own, listed, of_edition[columns], of_all[columns]], ignore_index=True)
    return found.drop_duplicates(ignore_index=True)
