"""What stands behind an exhibit: statements, and the documents they were read in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from lib.figures import disagreements, record
from lib.model.portfolio import Portfolio


class Behind(NamedTuple):
    """The fields of an exhibit that say where it comes from."""

    statement_ids: tuple[str, ...]
    source_ids: tuple[str, ...]
    is_disputed: bool


def behind(
    portfolio: Portfolio, statement_ids: Iterable[str], counted_from: Iterable[str] = ()
) -> dict[str, Any]:
    """What stands behind a figure, as fields of its exhibit: each statement, each document once.

    ``counted_from``: further documents, of names or places that are counted and stated by nobody.
    """
    ids = tuple(dict.fromkeys(statement_ids))
    documents = record.source_of(portfolio)
    found = dict.fromkeys(documents[one] for one in ids if one in documents)
    found |= dict.fromkeys(counted_from)
    return Behind(ids, tuple(found), disagreements.are_disputed(portfolio, ids))._asdict()


def behind_rows(portfolio: Portfolio, rows: pd.DataFrame) -> dict[str, Any]:
    """What stands behind a table, row by row (``source_id``, ``statement_id`` where it has one)."""
    ids = rows["statement_id"] if "statement_id" in rows else pd.Series(dtype=str)
    found = behind(portfolio, ids)
    named = rows["source_id"] if "source_id" in rows else pd.Series(found["source_ids"])
    return found | {"source_ids": tuple(dict.fromkeys(named))}


def flat(lists: pd.Series) -> pd.Series:
    """Statements of a column that holds a tuple a row, one below the other."""
    return lists.explode().dropna()
