"""Checked tables: all of them without a fault, or every fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from lib.files.faults import Refused
from lib.files.place import brought
from lib.files.reading import Reading
from lib.files.reading import read as read_files
from lib.files.sheet import Sheet
from lib.model import outlines
from lib.model.faults import Fault, FaultyTables, told
from lib.model.fields import kinds_of
from lib.model.reader import read
from lib.model.rules import broken
from lib.model.schema import OPTIONAL, TABLES
from lib.model.spoken import TableModel


class Checked(NamedTuple):
    """Tables without faults: typed rows by the name of the table, and what is doubtful in them."""

    rows: dict[str, pd.DataFrame]
    doubts: tuple[Fault, ...]


def checked_at(place: Path, models: Mapping[str, type[TableModel]]) -> Checked:
    """The typed rows of some tables of a folder, as :func:`checked` gives them out."""
    try:
        files = brought(place, models)
    except Refused as refusal:
        raise FaultyTables(refusal.faults) from None
    return checked(read_files(files, models), models)


def completed(reading: Reading) -> Reading:
    """A reading in which a table that may be absent, and is, stands without a row or a file."""
    sheets, faults = dict(reading.sheets), reading.faults
    for name in OPTIONAL - sheets.keys():
        lost = [fault for fault in faults if _is_absent(fault, name)]
        if lost:
            sheets[name] = Sheet("", [*kinds_of(TABLES[name])], [], [])
            faults = tuple(fault for fault in faults if fault not in lost)
    return reading._replace(sheets=sheets, faults=faults)


def _is_absent(fault: Fault, name: str) -> bool:
    """Whether a fault says of a table that it is missing: of a folder, workbook or database."""
    place = fault.file.removesuffix(".csv").replace(": ", ".").rpartition(".")[2]
    return fault.rule in ("missing_file", "missing_table") and place == name


def checked(reading: Reading, models: Mapping[str, type[TableModel]]) -> Checked:
    """The typed rows of some tables that were read; ``models`` are of ``schema.TABLES``.

    Raises :class:`FaultyTables` with every fault and doubt at once; nothing is half loaded.
    References to a table that is not among them are not judged.
    """
    reading = completed(reading)
    files = {name: sheet.file for name, sheet in reading.sheets.items()}
    known: dict[str, list[Fault]] = {}
    for fault in reading.faults:
        known.setdefault(fault.file, []).append(fault)
    tables = {
        name: read(reading.sheets[name], model, tuple(known.pop(files[name], ())))
        for name, model in models.items()
        if name in files
    }
    faults = [fault for others in known.values() for fault in others]
    faults += [fault for table in tables.values() for fault in table.faults]
    sound = {
        name: table.rows
        for name, table in tables.items()
        if all(fault.is_doubt for fault in table.faults)
    }
    ids = {name: table.ids for name, table in tables.items() if table.ids is not None}
    # The rules know tables; people know files.
    names = {f"{name}.csv": file for name, file in files.items()}
    faults += [
        replace(
            fault,
            file=names.get(fault.file, fault.file),
            detail=names.get(fault.detail, fault.detail),
        )
        for fault in broken(sound, ids, outlines.shapes())
    ]
    found = told(faults)
    if not all(fault.is_doubt for fault in found):
        raise FaultyTables(found)
    return Checked(sound, found)
