"""From a sheet of texts to checked, typed rows, or to every fault in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, NamedTuple

import pandas as pd
import pandera.pandas as pa

from lib.files.sheet import Sheet
from lib.model.cells import cell_faults
from lib.model.faults import Fault, Rule, told
from lib.model.fields import PATTERNS, kinds_of, typed
from lib.model.misfit import by_row, meant_columns
from lib.model.signs import other_signs

# Faults of what a spare column holds.
_OF_CELLS: Final = ("nested_column", "merged_cells", "shown_otherwise", "hidden_column")
_ID: Final = PATTERNS["identifier"]
_WORD: Final = re.compile(r"\w+")
_TITLES: Final = 200  # letters of what stands where the names of columns should


class Table(NamedTuple):
    """A table that was read: ``rows`` are typed, indexed by their line in the file.

    ``faults`` holds doubts as well. ``ids`` is what its first column holds, also when other cells
    have faults; None when not all rows are certain. ``references`` are, of a table with faults in
    its cells, the texts that point into other tables, "" where one is none.
    """

    rows: pd.DataFrame
    faults: tuple[Fault, ...]
    ids: frozenset[str] | None = None
    references: pd.DataFrame | None = None


def read(
    sheet: Sheet,
    model: type[pa.DataFrameModel],
    known: tuple[Fault, ...] = (),
    filled: Collection[str] = (),
) -> Table:
    """Check every cell of a table against its model.

    ``known`` are the faults found while it was brought; those in columns that the model does not
    have are left out. Columns in ``filled`` repeat others, and are not judged. Returns typed rows
    (empty when there are faults) indexed by line, with all faults of the table at once; never
    raises for content.
    """
    kinds = kinds_of(model)
    names = {name: kind["kind"] for name, kind in kinds.items()}
    texts = pd.DataFrame(index=pd.RangeIndex(0), columns=[*kinds], dtype=str)
    spare = [name for name in sheet.header if name not in kinds]
    faults = {
        fault
        for fault in known
        if fault.column not in spare or (fault.line <= 1 and fault.rule not in _OF_CELLS)
    }
    is_whole = not any(fault.rule in ("field_count", "one_field", "truncated") for fault in faults)
    absent = [name for name in kinds if name not in sheet.header]
    misspelt = meant_columns(absent, spare)
    if {*kinds} & {*sheet.header} <= {*filled} and len(misspelt) < len(absent):
        titles = ", ".join(spare)[:_TITLES]
        is_one = len(sheet.header) == 1 and {*_WORD.findall(titles)} & {*kinds}
        rule: Rule = "one_field" if is_one else "no_columns"
        return Table(typed(texts, names), (Fault(sheet.file, 1, "", titles, rule),))
    faults |= {
        Fault(sheet.file, 1, name, misspelt[name], "misspelt_column", misspelt[name])
        if name in misspelt
        else Fault(sheet.file, 1, name, "", "missing_column")
        for name in absent
    }
    ignored = [name for name in spare if name not in misspelt.values()]
    again = meant_columns([name for name in kinds if name not in absent], ignored, alike=1)
    faults |= {
        Fault(
            sheet.file,
            1,
            name,
            "",
            "duplicate_column" if name in again.values() else "ignored_column",
        )
        for name in ignored
    }
    if absent:
        return Table(typed(texts, names), told(faults))
    columns = {name: [row[at] for row in sheet.rows] for at, name in enumerate(sheet.header)}
    columns = {name: columns[name] for name in kinds}
    told_of = {(fault.line, fault.column) for fault in faults}
    counted = {fault.column: fault.line for fault in faults if fault.more}
    faults |= {*other_signs(sheet, model)}
    own = {name: texts for name, texts in columns.items() if name not in filled}
    found = [
        fault
        for fault in cell_faults(sheet.file, sheet.lines, own, model)
        if (fault.line, fault.column) not in told_of
        and fault.line <= counted.get(fault.column, fault.line)
    ]
    firsts = dict(zip(sheet.lines, next(iter(columns.values())), strict=True))
    faults |= {*by_row(found, firsts)}
    misfits = {fault.line for fault in faults if fault.rule == "misfit_row"}
    if all(fault.is_doubt for fault in faults):
        texts = pd.DataFrame(columns, index=sheet.lines, dtype=str)
    if not is_whole:
        return Table(typed(texts, names), told(faults))
    ids = None if misfits else frozenset(firsts.values())
    pointing = {
        name: [
            text if _ID.fullmatch(text) and line not in misfits else ""
            for line, text in zip(sheet.lines, columns[name], strict=True)
        ]
        for name, kind in kinds.items()
        if kind["reference"] and len(texts) < len(sheet.lines)
    }
    references = pd.DataFrame(pointing, index=sheet.lines, dtype=str) if pointing else None
    return Table(typed(texts, names), told(faults), ids, references)
