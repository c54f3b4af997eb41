"""Rows of a frame one by one: names of columns become attributes, whose types only pandas knows."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd


def each(frame: pd.DataFrame, *names: str) -> Iterable[Any]:
    """The rows of a frame in order; ``row.Index`` is the index, every column an attribute.

    With ``names`` only those columns. As ``DataFrame.itertuples``, which makes a new class at every
    call and asks for cells singly.
    """
    asked = names or tuple(map(str, frame.columns))
    if names:
        cells = [frame[name].tolist() for name in asked]
    else:  # at once: to ask for forty columns costs more than to read ten rows of them
        cells = frame.to_numpy(dtype=object).T.tolist()
    return map(_row(asked), frame.index.tolist(), *cells)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as dicts: ``to_dict("records")``, which asks for cells singly, faster."""
    names = [str(name) for name in frame]
    columns = (frame[name].tolist() for name in names)
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def cells(*columns: pd.Series[Any]) -> Iterator[tuple[Any, ...]]:
    """The index with the cells of some columns, row by row."""
    return zip(columns[0].index.tolist(), *(one.tolist() for one in columns), strict=True)


def grouped(rows: Iterable[Any], name: str) -> dict[Any, list[Any]]:
    """Rows of :func:`each` by what they hold under ``name``; groups in order of appearance."""
    found: dict[Any, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, name), []).append(row)
    return found


@lru_cache(maxsize=256)
def _row(names: tuple[str, ...]) -> Any:
    return namedtuple("Row", ("Index", *names), rename=True)


def in_objects(frame: pd.DataFrame) -> pd.DataFrame:
    """The same frame with its texts as objects, which lie together.

    Each column of pandas' own texts lies alone and is cut alone: of frames with many columns and
    few rows that costs more than all that is asked of them.
    """
    texts = [name for name, kind in frame.dtypes.items() if isinstance(kind, pd.StringDtype)]
    return frame.astype(dict.fromkeys(texts, object)).copy()


def looked_up(keys: pd.Series[Any], table: pd.Series[Any]) -> pd.Series[Any]:
    """The text that ``table`` (indexed by key) holds for each key; "" where it holds none.

    An empty look-up stays a column of texts: pandas alone would make it one of numbers.
    """
    return keys.map(table).astype(object).where(keys.isin(table.index), "")


def frame(found: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    """A frame from rows, typed by the names of its columns even when there is no row.

    ``is_…`` is bool, ``…_count`` int, ``low``, ``high``, ``start``, ``end``, ``latitude``,
    ``longitude`` float; everything else stays as it is. An empty frame of untyped columns would
    be taken for a list of column names where a truth mask is meant.
    """
    index = pd.RangeIndex(len(found))  # one for all: else each column's own is compared
    columns_of = {
        name: _column([row[name] for row in found], _kind(name), index) for name in columns
    }
    return pd.DataFrame(columns_of, index=index, columns=pd.Index(columns))


def _column(values: list[Any], kind: str, index: pd.RangeIndex) -> Any:
    if kind:
        return np.array(values, dtype=kind)
    return pd.Series(values, index=index, dtype=object)


def _kind(name: str) -> str:
    own = name.removeprefix("result_").removeprefix("parts_").removeprefix("whole_")
    if own.startswith("is_"):
        return "bool"
    if own.endswith("_count"):
        return "int64"
    floats = {"low", "high", "start", "end", "latitude", "longitude", "duration_years"}
    return "float64" if own.removeprefix("from_").removeprefix("to_") in floats else ""
