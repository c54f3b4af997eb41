"""Sums over a ledger: bounds of some rows of a rollup, added by keys."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.model.codes import Coded, Positions
from lib.model.ledger import Ledger

Sums = dict[str, npt.NDArray[Any]]


def sums_by(
    ledger: Ledger, table: str, rows: Positions, keys: dict[str, Coded]
) -> tuple[tuple[Positions, ...], Sums]:
    """Add some rows of a rollup of statements by keys, each a column of the whole rollup in codes.

    Out: the codes of every combination that occurs, in their order; of each the bound columns of
    :mod:`lib.model.quantity` (``high`` is inf where a bound is open) with ``row_count``. Units must
    agree within a combination: the caller takes the currency or the indicator as a key, and leaves
    out rows of which nothing is stated.
    """
    cell, sizes = _cells(rows, keys), _sizes(keys)

    def summed(name: str) -> npt.NDArray[Any]:
        # Without rows, bincount forgets its weights and counts: in integers.
        weights = ledger.array(table, name)[rows]
        return np.bincount(cell, weights, minlength=int(np.prod(sizes))).astype(float)

    row_count = summed("row_count")
    here = np.flatnonzero(row_count)
    sums = {
        "low": summed("low")[here],
        "high": summed("high")[here],
        "is_approximate": summed("approximate_count")[here] > 0,
        "stated_count": summed("stated_count")[here].astype(int),
        "row_count": row_count[here].astype(int),
    }
    return np.unravel_index(here, sizes), sums


def projects_by(ledger: Ledger, table: str, rows: Positions, keys: dict[str, Coded]) -> Positions:
    """How many single projects stand behind each sum of :func:`sums_by`, in their order."""
    count = len(ledger.project_ids)
    cell = _cells(rows, keys)
    project = ledger.array(table, "project")[rows]
    is_single = project < count
    distinct = np.unique(cell[is_single] * count + project[is_single]) // max(count, 1)
    here = np.unique(cell)
    return np.bincount(distinct, minlength=int(here.max(initial=-1)) + 1)[here]


def named(keys: dict[str, Coded], codes: tuple[Positions, ...], sums: Sums) -> pd.DataFrame:
    """Sums with their keys in words: a column a key, then the sums."""
    of_keys = zip(keys.items(), codes, strict=True)
    texts = {name: np.array(key.texts, dtype=object)[own] for (name, key), own in of_keys}
    return pd.DataFrame({**texts, **sums})


def _cells(rows: Positions, keys: dict[str, Coded]) -> Positions:
    """One number for what some rows say of all keys together."""
    cells: Positions = np.ravel_multi_index(
        tuple(key.codes[rows] for key in keys.values()), _sizes(keys)
    )
    return cells


def _sizes(keys: dict[str, Coded]) -> tuple[int, ...]:
    return tuple(max(len(key.texts), 1) for key in keys.values())
