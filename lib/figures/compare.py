"""Two frames held against each other: what was added, what was removed, which cells changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

CHANGES = ("added", "removed", "changed")
COLUMNS = ("change", "property", "then", "now")


def compare(
    then: pd.DataFrame, now: pd.DataFrame, keys: Sequence[str], properties: Sequence[str]
) -> pd.DataFrame:
    """What leads from ``then`` to ``now``.

    In: two frames that both hold ``keys`` (together one only in each frame, never missing) and
    ``properties``. Out: the keys, ``change`` (one of ``CHANGES``), ``property``, ``then``, ``now``:
    a row for each row that was added or removed, with ``property`` "" and None as values; a row for
    each cell that changed, with its column and both values. Missing equals missing. The order is
    that of ``now``, then of ``then`` for what was removed.
    """
    old, new = (rows.set_index(_ids(rows, keys)) for rows in (then, now))
    is_kept = new.index.isin(old.index)
    both = new[is_kept]
    past = old.reindex(both.index)
    frames = [_rows(new.loc[~is_kept, [*keys]], "added")]
    for name in properties:
        before, after = past[name].astype(object), both[name].astype(object)
        differs = ~((before == after) | (before.isna() & after.isna()))
        some = both.loc[differs, [*keys]]
        frames.append(_rows(some, "changed", name, before[differs], after[differs]))
    found = pd.concat(frames)
    found = found.iloc[new.index.get_indexer(found.index).argsort(kind="stable")]
    gone = _rows(old.loc[~old.index.isin(new.index), [*keys]], "removed")
    return pd.concat([found, gone], ignore_index=True)


def _ids(rows: pd.DataFrame, keys: Sequence[str]) -> pd.Index:
    """A row's key as one value, whether it is one column or several."""
    return pd.Index(list(zip(*(rows[key] for key in keys), strict=True)), tupleize_cols=False)


def _rows(
    ids: pd.DataFrame,
    change: str,
    name: str = "",
    then: Iterable[object] | None = None,
    now: Iterable[object] | None = None,
) -> pd.DataFrame:
    told = {"change": [change] * len(ids), "property": [name] * len(ids)}
    values = {
        side: [None] * len(ids) if cells is None else [*cells]
        for side, cells in (("then", then), ("now", now))
    }
    columns = {
        column: pd.Series(cells, index=ids.index, dtype=object)
        for column, cells in {**told, **values}.items()
    }
    return ids.assign(**columns)
