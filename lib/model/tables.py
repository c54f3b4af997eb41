"""Checked tables: all of them without a fault, or every fault."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

import pandas as pd

from lib.files import limited
from lib.files.faults import Refused
from lib.files.place import brought
from lib.files.reading import Reading
from lib.files.sheet import Sheet
from lib.model import identity, outlines
from lib.model.completion import (
    Completed,
    Lacking,
    absent,
    as_needed,
    completed,
    is_needless,
    languages_of,
)
from lib.model.doubtful import doubtful
from lib.model.faults import Fault, FaultyTables, told
from lib.model.fields import kinds_of
from lib.model.former import with_present_words
from lib.model.reader import read
from lib.model.rules import broken, references
from lib.model.schema import OPTIONAL, TABLES
from lib.model.spoken import TableModel

_POINTING: Final = ("unknown_reference", "near_reference")


class Checked(NamedTuple):
    """Tables without faults: typed rows by the name of the table, and what is doubtful in them.

    ``sheets`` are the texts they were read from, with the columns that were ``lacking`` (table,
    column).
    """

    rows: dict[str, pd.DataFrame]
    doubts: tuple[Fault, ...]
    sheets: dict[str, Sheet]
    lacking: Lacking


def checked_at(place: Path, models: Mapping[str, type[TableModel]]) -> Checked:
    """The typed rows of some tables of a folder, as :func:`checked` gives them out."""
    try:
        files = brought(place, models)
    except Refused as refusal:
        raise FaultyTables(refusal.faults) from None
    return checked(with_present_words(limited.read_at_hand(files, models)), models)


def checked(
    reading: Reading, models: Mapping[str, type[TableModel]], *, is_earlier: bool = False
) -> Checked:
    """The typed rows of some tables that were read; ``models`` are of ``schema.TABLES``.

    Raises :class:`FaultyTables` with every fault and doubt at once; nothing is half loaded.
    References to a table that is not among them are not judged. Of earlier tables (``is_earlier``)
    columns may be missing that came since; they, and those of a selection, may hold no project.
    """
    languages, silent = languages_of(reading.sheets, models, is_earlier=is_earlier)
    complete = {
        name: completed(sheet, models[name], languages, is_earlier=is_earlier)
        for name, sheet in reading.sheets.items()
        if name in models
    }
    sheets = {name: one.sheet for name, one in complete.items()}
    for name in OPTIONAL:
        if name in models:
            sheets.setdefault(name, absent(name, f"{name}.csv"))
    files = {name: sheet.file for name, sheet in sheets.items()}
    known: dict[str, list[Fault]] = {}
    for fault in reading.faults:
        if is_needless(fault, models):
            continue
        known.setdefault(fault.file, []).append(as_needed(fault))
    tables = {
        name: read(sheets[name], model, tuple(known.pop(files[name], ())), _filled(complete, name))
        for name, model in models.items()
        if name in sheets
    }
    faults = [*silent, *(fault for others in known.values() for fault in others)]
    faults += [fault for table in tables.values() for fault in table.faults]
    faults += [doubt for one in complete.values() for doubt in one.doubts]
    sound = {
        name: table.rows
        for name, table in tables.items()
        if all(fault.is_doubt for fault in table.faults)
    }
    if identity.NAME in sound:
        row, wrong = identity.identified(sound[identity.NAME], files[identity.NAME], reading)
        sound[identity.NAME] = row
        faults += wrong
    if not (is_earlier or reading.selected):
        faults += _without_projects(sound, files)
    ids = {name: table.ids for name, table in tables.items() if table.ids is not None}
    faulty = {name: one.references for name, one in tables.items() if one.references is not None}
    certain = {name: own for name, own in ids.items() if _are_sound(tables[name].faults, name)}
    # The rules know tables; people know files.
    names = {f"{name}.csv": file for name, file in files.items()}
    faults += [
        replace(
            fault,
            file=names.get(fault.file, fault.file),
            detail=names.get(fault.detail, fault.detail),
        )
        for fault in (
            *broken(sound, ids, outlines.shapes(), languages),
            *references(faulty, certain),
            *doubtful(sound, outlines.shapes()),
        )
    ]
    # An id that is mended in its own table may mend those that point to it: those come last.
    unsure = {name for name, one in tables.items() if not _are_sound(one.faults, name)}
    found = tuple(sorted(told(faults), key=lambda fault: _points_into(fault, unsure, files)))
    if not all(fault.is_doubt for fault in found):
        raise FaultyTables(found)
    lacking = {(name, column) for name, one in complete.items() for column in one.lacking}
    return Checked(sound, found, sheets, frozenset(lacking))


def _without_projects(rows: Mapping[str, pd.DataFrame], files: Mapping[str, str]) -> list[Fault]:
    """Without a project there is no portfolio: somebody has emptied the tables, or not begun."""
    is_empty = "projects" in rows and rows["projects"].empty
    return [Fault(files["projects"], 0, "", "", "no_rows")] if is_empty else []


def _are_sound(faults: tuple[Fault, ...], name: str) -> bool:
    """Whether the ids of a table have no fault, which may be why a reference finds no row."""
    key = next(iter(kinds_of(TABLES[name])))
    return all(fault.is_doubt or fault.column != key for fault in faults)


def _points_into(fault: Fault, names: Set[str], files: Mapping[str, str]) -> bool:
    """Whether a fault is a lost reference into one of these tables; ``files`` by table."""
    own = [name for name, file in files.items() if file == fault.file]
    if fault.rule not in _POINTING or not own:
        return False
    return kinds_of(TABLES[own[0]])[fault.column]["reference"] in names


def _filled(complete: Mapping[str, Completed], name: str) -> tuple[str, ...]:
    return complete[name].lacking if name in complete else ()
