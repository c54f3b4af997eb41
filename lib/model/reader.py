"""From a CSV file to checked, typed rows, or to every fault in it."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from lib.model.faults import Fault, Rule
from lib.model.fields import kinds_of, typed
from lib.model.rows import each


class Table(NamedTuple):
    """A table that was read: ``rows`` are typed, indexed by their line in the file.

    ``ids`` is what its first column holds, also when other cells have faults; None when the file
    could not be read as a table.
    """

    rows: pd.DataFrame
    faults: tuple[Fault, ...]
    ids: frozenset[str] | None = None


def read(path: Path, model: type[pa.DataFrameModel]) -> Table:
    """Read one table and check every cell against its model.

    The file must be UTF-8, comma separated, with a header. Returns typed rows (empty when there are
    faults) indexed by line number, with all faults of the file at once; never raises for content.
    """
    kinds = kinds_of(model)
    texts, faults = _texts(path, list(kinds))
    if faults or texts is None:
        empty = pd.DataFrame({name: pd.Series(dtype=str) for name in kinds})
        return Table(typed(empty, {n: k["kind"] for n, k in kinds.items()}), tuple(faults))
    faults = _cell_faults(path.name, texts, model, kinds)
    ids = frozenset(texts.iloc[:, 0])
    sound = texts.iloc[:0] if faults else texts
    return Table(typed(sound, {name: kind["kind"] for name, kind in kinds.items()}), faults, ids)


def _texts(path: Path, names: list[str]) -> tuple[pd.DataFrame | None, tuple[Fault, ...]]:
    """The cells as they stand in the file, by line; faults of the file as a whole."""
    if not path.is_file():
        return None, (Fault(path.name, 0, "", "", "missing_file"),)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return None, (Fault(path.name, line, "", "", "unreadable", "UTF-8"),)
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[int] = []
    cells: list[list[str]] = []
    faults: list[Fault] = []
    known: dict[str, str] = {}  # each text is kept once, however many cells hold it
    try:
        header = next(rows, [])
        start = rows.line_num + 1
        for row in rows:
            if row and len(row) != len(header):
                found, asked = str(len(row)), str(len(header))
                faults.append(Fault(path.name, start, "", found, "field_count", asked))
            elif row:
                lines.append(start)
                cells.append([*map(known.setdefault, row, row)])
            start = rows.line_num + 1
    except csv.Error as error:
        return None, (Fault(path.name, rows.line_num, "", "", "unreadable", str(error)),)
    doubled = sorted({name for name in header if header.count(name) > 1})
    faults += [Fault(path.name, 1, name, name, "duplicate_column") for name in doubled]
    absent = [name for name in names if name not in header]
    faults += [Fault(path.name, 1, name, "", "missing_column") for name in absent]
    if faults:
        return None, tuple(faults)
    frame = pd.DataFrame(cells, columns=header, index=lines, dtype=str)
    return frame[names], ()


def _cell_faults(
    file: str, texts: pd.DataFrame, model: type[pa.DataFrameModel], kinds: dict[str, dict[str, Any]]
) -> tuple[Fault, ...]:
    """Every cell that breaks the rule of its column."""
    try:
        model.validate(texts, lazy=True)
    except SchemaErrors as errors:
        found = errors.failure_cases
    else:
        return ()
    faults: list[Fault] = []
    for case in each(found):
        line = int(case.index) if pd.notna(case.index) else 0
        name = str(case.column) if str(case.column) in kinds else ""
        check = str(case.check)
        if "uniq" in check:
            together = [str(one) for one in model.Config.unique or []]
            if "multiple" in check:  # one fault a row, not one for every column of the key
                faults.append(
                    Fault(
                        file,
                        line,
                        ", ".join(together),
                        ", ".join(str(texts.at[line, one]) for one in together),
                        "unique",
                    )
                )
            else:
                faults.append(Fault(file, line, name, str(case.failure_case), "unique"))
            continue
        kind = kinds[name]
        value = str(case.failure_case)
        rule: Rule = "required" if value == "" and kind["required"] else _rule(kind["kind"])
        allowed = kind.get("allowed", ())
        detail = ", ".join(allowed) if rule == "one_of" else ""
        faults.append(Fault(file, line, name, value, rule, detail))
    return tuple(sorted(set(faults)))


def _rule(kind: str) -> Rule:
    rule: Rule = "not_empty" if kind == "text" else kind  # type: ignore[assignment]
    return rule
