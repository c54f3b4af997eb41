"""Folder: the tables in files that lie side by side, by what describes them or by their names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import PurePosixPath
from typing import Final

from lib.files import delimited, description
from lib.files.description import Described, canonical
from lib.files.encodings import decoded
from lib.files.faults import Fault, Refused, Tally
from lib.files.guard import unguarded
from lib.files.limits import Meter
from lib.files.misnamed import MISSING, spare, without_misnamed
from lib.files.rules import Rule
from lib.files.sheet import Sheet, sheet

TEXTS: Final = (".csv", ".tsv", ".txt")
PARQUET: Final = ".parquet"
BOOKS: Final = (".xlsx", ".xlsm")
OTHER_BOOKS: Final = (".xls", ".xlsb", ".xlt", ".ods", ".fods", ".numbers")  # not read here
PACKED: Final = (".zip", *BOOKS)
_NONE: Final = Described()


def is_packed(file: str) -> bool:
    """Whether a file holds all tables by itself, by its name: a zip or a workbook."""
    return "/" not in file and file.lower().endswith(PACKED)


def is_other_book(file: str) -> bool:
    """Whether a file is a workbook of a kind that is not read here, by its name."""
    return "/" not in file and file.lower().endswith(OTHER_BOOKS)


def table_files(files: Iterable[str]) -> dict[str, list[str]]:
    """The files that hold tables, by the name of the table: ``Funding.csv`` holds ``funding``.

    A table in Parquet may be a folder of files.
    """
    found: dict[str, list[str]] = {}
    for file in sorted(files):
        path = PurePosixPath(file)
        top = PurePosixPath(path.parts[0])
        is_part = len(path.parts) == 2 and path.suffix == top.suffix == PARQUET
        if is_part or (len(path.parts) == 1 and path.suffix.lower() in (*TEXTS, PARQUET)):
            found.setdefault(top.stem.casefold(), []).append(file)
    return found


def read_folder(
    files: Mapping[str, bytes],
    names: Collection[str],
    sheets: dict[str, Sheet],
    faults: list[Fault],
) -> None:
    """Read the tables of these names into ``sheets``, what is wrong with them into ``faults``."""
    about = files.get(description.NAME)
    declared = description.described(about) if about is not None else {}
    found = table_files(files)
    used: set[str] = set()
    meter = Meter()
    for name in names:
        own = declared.get(name, _NONE)
        paths = [*own.paths] or found.get(name, [])
        used.update(paths)
        try:
            sheets[name], doubts = _table(name, paths, files, own, meter)
            faults += doubts
        except Refused as refusal:
            faults += refusal.faults
            if any(fault.rule == "too_large" for fault in refusal.faults):
                return
    faults[:] = _without_habits(faults, sheets.values())
    packed = [name for name in files if is_packed(name) or is_other_book(name)]
    others = sorted({*chain(*found.values()), *packed} - used)
    titles = {file: "" if file in packed else PurePosixPath(file).stem for file in others}
    lost = {fault.file for fault in faults if fault.rule in MISSING}
    missing = {name: f"{name}.csv" for name in names if f"{name}.csv" in lost}
    faults[:] = without_misnamed([*faults, *spare(titles, names, missing)], missing)


def _without_habits(faults: list[Fault], sheets: Iterable[Sheet]) -> list[Fault]:
    """Faults without those that tell how all of these files end: so some programs write them."""
    filled = {one.file for one in sheets if one.rows and not one.file.endswith(PARQUET)}
    if filled <= {fault.file for fault in faults if fault.rule == "no_line_end"}:
        return [fault for fault in faults if fault.rule != "no_line_end"]
    return faults


def _table(
    name: str, paths: list[str], files: Mapping[str, bytes], declared: Described, meter: Meter
) -> tuple[Sheet, list[Fault]]:
    """One table; raises :class:`Refused` where nothing can be said about its rows."""
    for path in paths:
        if path.startswith("/") or ".." in PurePosixPath(path).parts:
            raise Refused(Fault(description.NAME, 0, "", path, "outside_folder"))
    if not paths or not all(path in files for path in paths):
        lost = next((path for path in paths if path not in files), f"{name}.csv")
        rule: Rule = "missing_as_described" if declared.paths else "missing_file"
        raise Refused(Fault(lost, 0, "", "", rule))
    is_parquet = all(path.endswith(PARQUET) for path in paths)
    if len(paths) > 1 and not (is_parquet and all("/" in path for path in paths)):
        raise Refused(Fault(paths[1], 0, "", "", "duplicate_file", paths[0]))
    for path in paths:
        if wrong := declared.disagreement(files[path]):
            raise Refused(Fault(path, 0, "", "", "not_as_described", wrong))
        if not files[path]:
            raise Refused(Fault(path, 0, "", "", "empty_file"))
    if is_parquet:
        return _read_parquet(name, [files[path] for path in paths], meter)
    text, doubts = decoded(files[paths[0]], paths[0], declared.encoding)
    if declared.delimiter and not delimited.parts(text, declared.delimiter):
        wrong = f"delimiter: {declared.delimiter!r}"
        raise Refused(Fault(paths[0], 0, "", "", "not_as_described", wrong))
    rows = delimited.rows(text, paths[0], meter, declared.delimiter)
    is_whole = text.endswith(("\n", "\r"))
    found, faults = sheet(paths[0], rows, is_whole)
    if found.rows and not is_whole and not any(fault.rule == "truncated" for fault in faults):
        last = found.rows[-1][-1]
        doubts.append(Fault(found.file, found.lines[-1], "", last, "no_line_end"))
    if declared.is_guarded:
        found = replace(found, rows=[[*map(unguarded, row)] for row in found.rows], is_guarded=True)
    found, wrong_numbers = _with_points(found, declared)
    return found, [*doubts, *faults, *wrong_numbers]


def _read_parquet(name: str, contents: list[bytes], meter: Meter) -> tuple[Sheet, list[Fault]]:
    from lib.files import parquet  # half a second that only those wait for who bring such files

    file = f"{name}{PARQUET}"
    wrong = Tally(file)
    try:
        found, faults = sheet(file, parquet.rows(contents, meter, wrong))
        return found, [*wrong.faults, *faults]
    except (parquet.ArrowException, OSError):
        raise Refused(Fault(file, 0, "", "", "not_whole")) from None


def _with_points(found: Sheet, declared: Described) -> tuple[Sheet, list[Fault]]:
    """The sheet with its declared decimal commas as points; faults for cells that have others."""
    wrong = Tally(found.file)
    rows = found.rows
    for column, (decimal, group) in declared.decimals.items():
        if column not in found.header:
            continue
        at = found.header.index(column)
        numbers = {row[at]: canonical(row[at], decimal, group) for row in rows if row[at]}
        for line, row in zip(found.lines, rows, strict=True):
            if row[at] and numbers[row[at]] is None:
                wrong.add(line, column, row[at], "decimal_char", decimal)
        rows = [[*row[:at], numbers.get(row[at]) or row[at], *row[at + 1 :]] for row in rows]
    return replace(found, rows=rows), wrong.faults
