"""Parquet files: typed columns as the texts that they stand for."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from typing import Any, Final

import pyarrow as pa
from pyarrow import ArrowException, parquet

from lib.files.faults import Fault, Refused, Tally
from lib.files.limits import BYTES, CELLS, Meter

__all__ = ["ArrowException", "rows"]
_BATCH: Final = 10_000  # rows


def rows(contents: Sequence[bytes], meter: Meter, wrong: Tally) -> Iterator[tuple[int, list[str]]]:
    """The header and the rows of a table in one or several files, counted from 1.

    Columns of a kind that is none of a table are empty, and told to ``wrong``. Raises
    :class:`Refused` for what is too large.
    """
    line, file = 0, wrong.file
    nested = set[str]()
    for content in contents:
        source = parquet.ParquetFile(io.BytesIO(content))
        about, schema = source.metadata, source.schema_arrow
        size = sum(about.row_group(n).total_byte_size for n in range(about.num_row_groups))
        if about.num_rows * len(schema) > CELLS or size > BYTES:
            raise Refused(Fault(file, 0, "", "", "too_large", f"{CELLS:,} cells"))
        for field in schema:
            is_nested = pa.types.is_nested(field.type) or pa.types.is_binary(field.type)
            if is_nested and field.name not in nested:
                nested.add(field.name)
                wrong.add(0, field.name, "", "nested_column", str(field.type))
        if line == 0:
            header = schema.names
            yield 0, header
        plain = [name for name in header if name not in nested]
        for batch in source.iter_batches(_BATCH, columns=plain, use_threads=False):
            read = {name: [*map(_text, batch[name].to_pylist())] for name in batch.schema.names}
            columns = [read.get(name, [""] * batch.num_rows) for name in header]
            for row in zip(*columns, strict=True):
                line += 1
                meter.add(file, line, row)
                yield line, [*row]


def _text(value: Any) -> str:  # noqa: ANN401 - a column holds what it holds
    if value is None or value != value:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        # In full: 1e+06 and inf are for the rule about numbers to judge.
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime) and value.time() == time.min:
        return value.date().isoformat()  # pandas keeps a day as its first moment
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
