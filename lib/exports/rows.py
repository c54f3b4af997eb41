"""The rows of a figure as CSV, JSON and Parquet: the same bytes on a page, in a pack, from a shell.

Bounds get a column ``ending``. Nothing is rounded.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa

from lib.model.quantity import ending

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
# The types of Parquet must not depend on what is selected: where no row tells, the name does.
_LISTS: Final = ("_ids", "_codes", "projects", "payers", "unlocated")
_TRUTHS: Final = ("is_", "result_is_", "parts_is_")
_NUMBERS: Final = (
    *("low", "high", "value", "_count", "start", "end", "position", "latitude", "longitude"),
    "duration_years",
)
_BOUND: Final = ("low", "high", "is_approximate")


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Rows as CSV: UTF-8 with a mark, one row a row.

    An open ``high`` is written ``inf``, what is not stated stays empty. Lists are joined by "; ".
    A text that a spreadsheet would run gets a leading quote mark.
    """
    plain = with_endings(frame)
    for name in plain:
        if not pd.api.types.is_numeric_dtype(plain[name]):
            cells = [written(value, _guarded) for value in plain[name]]
            plain[name] = pd.Series(cells, index=plain.index)
    text: str = plain.to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def json_bytes(frame: pd.DataFrame, about: Mapping[str, Any]) -> bytes:
    """Rows as strict JSON below what is said ``about`` them.

    What is not stated is ``null``, and so is an open ``high``: ``ending`` tells them apart.
    """
    rows = [
        {str(name): _value(value) for name, value in row.items()}
        for row in with_endings(frame).to_dict("records")
    ]
    text = json.dumps({**about, "rows": rows}, ensure_ascii=False, allow_nan=False, indent=1)
    return text.encode() + b"\n"


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """Rows as Parquet: lists as lists, what is not stated as null, an open ``high`` as infinity."""
    from pyarrow import parquet  # five megabytes that only those pay for who ask for such a file

    plain = with_endings(frame)
    table = pa.table({str(name): _array(str(name), plain[name]) for name in plain})
    packed = io.BytesIO()
    parquet.write_table(table, packed, compression="zstd")
    return packed.getvalue()


def with_endings(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with the ending of their bound as a column."""
    if not set(_BOUND) <= set(frame):
        return frame.copy()
    bounds = zip(*(frame[name] for name in _BOUND), strict=True)
    endings = [ending(low, high, bool(about)) for low, high, about in bounds]
    return frame.assign(ending=pd.Series(endings, index=frame.index, dtype=str))


def _literal(text: str) -> str:
    return text


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def written(value: object, text: Callable[[str], str] = _literal) -> object:
    """A value as one cell: lists joined, bounds as from..to, nothing for what is not stated."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        low, high = float(value[0]), float(value[1])
        number = f"{low:g}" if low == high else f"{low:g}..{high:g}"
        return text(f"{number} {getattr(value, 'unit', '')}".strip())
    if isinstance(value, tuple):
        return "; ".join(str(written(item, text)) for item in value)
    if isinstance(value, float | np.floating) and np.isnan(value):
        return ""
    return text(value) if isinstance(value, str) else value


def _value(value: Any) -> Any:
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        said = {name: _value(item) for name, item in zip(value._fields, value, strict=True)}
        return {**said, "ending": ending(value[0], value[1], bool(value[2]))}
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    plain = value.item() if isinstance(value, np.generic) else value
    return None if isinstance(plain, float) and not math.isfinite(plain) else plain


def _array(name: str, column: pd.Series[Any]) -> pa.Array:
    if column.dtype == bool or name.startswith(
        _TRUTHS
    ):  # where unlike statements are mixed, some say nothing
        return pa.array([_value(cell) for cell in column], pa.bool_())
    if pd.api.types.is_numeric_dtype(column) and (len(column) or name.endswith(_NUMBERS)):
        kind = pa.int64() if name.endswith("_count") else None
        return pa.array(column, kind, from_pandas=True)
    if name.endswith(_LISTS):
        return pa.array([list(map(str, cell)) for cell in column], pa.list_(pa.string()))
    cells = [written(cell) for cell in column]
    return pa.array([None if cell is None else str(cell) for cell in cells], pa.string())
