"""Keys of rows: how a person finds in a database what a fault is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lib.files.sheet import Sheet
from lib.model.faults import Fault
from lib.model.fields import kinds_of
from lib.model.schema import TABLES


def key_columns(table: str) -> list[str]:
    """The columns of a table (a name in ``TABLES``) that tell its rows apart."""
    model = TABLES[table]
    return [str(name) for name in model.Config.unique or [next(iter(kinds_of(model)))]]


def with_keys(faults: Iterable[Fault], sheets: Mapping[str, Sheet]) -> tuple[Fault, ...]:
    """Faults with the keys of their rows; a row without one of its own is told by its number.

    ``sheets`` are the tables of a database by their names in ``TABLES``. What is said of a column
    belongs to no row.
    """
    keys = {one.file: _keys(name, one) for name, one in sheets.items()}
    return tuple(
        replace(fault, line=0)
        if fault.rule in ("ignored_column", "unspoken_text", "missing_column", "no_columns")
        else replace(fault, row=keys.get(fault.file, {}).get(fault.line, ""))
        for fault in faults
    )


def _keys(table: str, sheet: Sheet) -> dict[int, str]:
    """The key of each row by its number, where no other row has it."""
    names = key_columns(table)
    if not {*names} <= {*sheet.header}:
        return {}
    at = [sheet.header.index(name) for name in names]
    keys = [", ".join(row[one] for one in at) for row in sheet.rows]
    often = Counter(keys)
    return {
        line: key
        for line, key in zip(sheet.lines, keys, strict=True)
        if key.strip(", ") and often[key] == 1
    }
