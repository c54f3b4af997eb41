"""The rows of a figure as CSV, JSON and Parquet: the same bytes on a page, in a pack, from a shell.

Bounds get a column ``ending``, the one word for how sure they are. An open ``high`` is empty, as is
what is not stated: ``ending`` tells them apart. Nothing is rounded.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

import numpy as np
import pandas as pd
import pyarrow as pa

from lib.model.quantity import ending

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
# The types of Parquet must not depend on what is selected: where no row tells, the name does.
_TRUTHS: Final = ("is_", "result_is_", "parts_is_")
_NUMBERS: Final = (
    *("low", "high", "value", "_count", "start", "end", "position", "latitude", "longitude"),
    "duration_years",
)
BOUNDS: Final = ("", "then_", "result_", "parts_", "people_", "money_", "whole_")


Kind = Literal["boolean", "integer", "number", "string"]


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Rows as CSV: UTF-8 with a mark, one row a row.

    Lists are joined by "; ". A text that a spreadsheet would run gets a leading quote mark.
    """
    plain = {
        name: column
        if pd.api.types.is_numeric_dtype(column)
        else pd.Series([written(value, _guarded) for value in column], index=column.index)
        for name, column in filed(frame).items()
    }
    text: str = pd.DataFrame(plain).to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def json_bytes(frame: pd.DataFrame, about: Mapping[str, Any]) -> bytes:
    """Rows as strict JSON below what is said ``about`` them; what is empty is ``null``."""
    rows = [
        {str(name): _value(value) for name, value in row.items()}
        for row in filed(frame).to_dict("records")
    ]
    text = json.dumps({**about, "rows": rows}, ensure_ascii=False, allow_nan=False, indent=1)
    return text.encode() + b"\n"


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """Rows as Parquet: lists as the texts of the CSV, what is empty as null."""
    from pyarrow import parquet  # five megabytes that only those pay for who ask for such a file

    plain = filed(frame)
    table = pa.table({str(name): _array(str(name), plain[name]) for name in plain})
    packed = io.BytesIO()
    parquet.write_table(table, packed, compression="zstd")
    return packed.getvalue()


def filed(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of a figure as all its files have them: bounds that end, counts as whole numbers.

    Out: the columns of the figure, an open ``high`` as NaN, then ``ending`` of each bound that has
    a prefix of ``BOUNDS``: columns ``low`` and ``high`` below it.
    """
    found: dict[str, pd.Series[Any]] = {}
    for prefix in BOUNDS:
        low, high = f"{prefix}low", f"{prefix}high"
        if low in frame and high in frame:
            about = frame.get(f"{prefix}is_approximate", pd.Series(False, index=frame.index))
            bounds = zip(frame[low], frame[high], about.eq(True), strict=True)
            endings = [ending(*bound) for bound in bounds]
            found[high] = frame[high].replace(np.inf, np.nan)
            found[f"{prefix}ending"] = pd.Series(endings, index=frame.index, dtype=str)
    for name in map(str, frame):
        if name.endswith("_count") and pd.api.types.is_float_dtype(frame[name]):
            found[name] = frame[name].astype("Int64")
    return frame.assign(**found)


def _exact(number: float) -> str:
    """All digits of a number; nothing of an open end."""
    if math.isinf(number):
        return ""
    return str(int(number)) if number.is_integer() else repr(number)


def _literal(text: str) -> str:
    return text


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def written(value: object, text: Callable[[str], str] = _literal) -> object:
    """A value as one cell: lists joined, bounds as from..to, nothing for what is not stated."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        low, high = float(value[0]), float(value[1])
        number = _exact(low) if low == high else f"{_exact(low)}..{_exact(high)}"
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
    if value is pd.NA:
        return None
    plain = value.item() if isinstance(value, np.generic) else value
    return None if isinstance(plain, float) and not math.isfinite(plain) else plain


def kind(name: str, column: pd.Series[Any]) -> Kind:
    """What a column of a figure holds; its name says it where no row does."""
    if column.dtype == bool or name.startswith(_TRUTHS):
        return "boolean"
    if pd.api.types.is_numeric_dtype(column) and (len(column) or name.endswith(_NUMBERS)):
        return "integer" if name.endswith("_count") else "number"
    return "string"


def _array(name: str, column: pd.Series[Any]) -> pa.Array:
    held = kind(name, column)
    if held == "boolean":  # where unlike statements are mixed, some say nothing
        return pa.array([_value(cell) for cell in column], pa.bool_())
    if held in ("integer", "number"):
        return pa.array(column, pa.int64() if held == "integer" else None, from_pandas=True)
    cells = [written(cell) for cell in column]
    return pa.array([None if cell is None else str(cell) for cell in cells], pa.string())
