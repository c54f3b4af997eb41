"""Names in the place of ids, for rows that say what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from lib.model.fields import kinds_of
from lib.model.portfolio import Portfolio
from lib.model.schema import TABLES

Lacking = frozenset[tuple[str, str]]  # table, column of its file

# What a number says is one property, in however many columns it is written.
QUANTITY: Final = ("value", "qualifier", "currency_code", "value_text")


def names(portfolio: Portfolio, table: str) -> pd.Series[Any]:
    """What the rows of a table are called, by their id; nothing for those that only have an id.

    A document is called by its publisher and its title.
    """
    rows = portfolio.everything.table(table)
    if table == "sources":
        title = rows["title"].where(rows["title"] != "", rows["description"])
        rows = rows.assign(name=rows["publisher"] + ": " + title)
    if "name" not in rows:
        return pd.Series(dtype=object)
    return rows.set_index(rows.columns[0])["name"].astype(object)


def reference(table: str, column: str) -> str:
    """The table into which a column of another points; "" for a column that does not."""
    kind = kinds_of(TABLES[table]).get(column)
    return str(kind["reference"]) if kind else ""


def named(found: pd.DataFrame, then: Portfolio, now: Portfolio) -> pd.DataFrame:
    """Changes with values as texts: names in the place of ids, "" for nothing.

    In: ``table``, ``property``, ``then``, ``now`` as :func:`lib.figures.compare.compare` has them.
    """
    cells: dict[str, list[str]] = {"then": [], "now": []}
    known: dict[tuple[str, str], dict[Any, str]] = {}
    for table, column, *values in zip(
        found["table"], found["property"], found["then"], found["now"], strict=True
    ):
        into = reference(table, column) if column else ""
        for side, portfolio, value in zip(cells, (then, now), values, strict=True):
            text = _text(value)
            if into in TABLES and text:
                if (side, into) not in known:
                    known[side, into] = dict(names(portfolio, into).items())
                text = known[side, into].get(text, text)
            cells[side].append(text)
    written = {
        side: pd.Series(texts, index=found.index, dtype=object) for side, texts in cells.items()
    }
    return found.assign(**written)


def comparable(found: pd.DataFrame, lacking: Lacking, language: str) -> pd.DataFrame:
    """Changes without those in columns that one side did not have.

    In: ``table``, ``property``. A text is lacking where it is in ``language``.
    """
    if not lacking:
        return found
    left = [
        not any((table, file) in lacking for file in _in_file(table, column, language))
        for table, column in zip(found["table"], found["property"], strict=True)
    ]
    return found[left]


def ordered(
    found: pd.DataFrame, tables: Sequence[str], then: Portfolio, now: Portfolio
) -> pd.DataFrame:
    """Changes by project, those about none or several first; in one project by table."""
    ids = pd.concat([now.everything.projects["project_id"], then.everything.projects["project_id"]])
    projects = {one: place for place, one in enumerate(ids.unique())}
    ranks = {
        "project": found["project_id"].map(projects).fillna(-1),
        "table": found["table"].map(list(tables).index),
    }
    rows = found.assign(**{f"rank_{name}": rank.astype(float) for name, rank in ranks.items()})
    rows = rows.sort_values([*(f"rank_{name}" for name in ranks)], kind="stable", ignore_index=True)
    return rows.drop(columns=[f"rank_{name}" for name in ranks])


def _in_file(table: str, column: str, language: str) -> tuple[str, ...]:
    if column == "quantity":
        return QUANTITY
    versions = TABLES[table].texts().get(column)
    return (versions[language],) if versions else (column,)


def _text(value: object) -> str:
    if value is None or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.15g}" if isinstance(value, float) else str(value)
