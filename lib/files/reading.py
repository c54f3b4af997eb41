"""Reading: the files of a package, or one workbook, as a sheet for every table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from lib.files import delimited, description
from lib.files.archive import unpacked
from lib.files.description import Described, canonical
from lib.files.encodings import decoded
from lib.files.faults import Fault, Refused, Rule
from lib.files.limits import BYTES, PICTURE, PICTURES, Meter
from lib.files.sheet import Sheet, sheet

TEXTS: Final = (".csv", ".tsv", ".txt")
PARQUET: Final = ".parquet"
DRAWN: Final = (".svg", ".png")
PACKED: Final = (".zip", ".xlsx", ".xlsm")
NAMED, LONGEST = 5, 200  # files, and letters, by which it is said what is there instead of tables
_NONE: Final = Described()
_NOTHING: Final = ("missing_file", "ignored_file")


class Reading(NamedTuple):
    """What was read: a sheet by the name of its table, and every fault and doubt.

    ``selected`` is the selection that the tables are said to be of (parameters of an address),
    ``title`` what the description of a package calls it. ``pictures`` lie beside the tables, by
    their names: nobody has looked into them, and of too large ones there is the beginning.
    """

    sheets: dict[str, Sheet]
    faults: tuple[Fault, ...]
    selected: Mapping[str, list[str]] = {}
    title: str = ""
    pictures: Mapping[str, bytes] = {}


def read(files: Mapping[str, bytes], names: Collection[str]) -> Reading:
    """Read the tables of these names from files (path below their folder to content).

    The files are those of one folder, or a single zip or workbook, with pictures beside it. Never
    raises for content.
    """
    faults: list[Fault] = []
    sheets: dict[str, Sheet] = {}
    selected: dict[str, list[str]] = {}
    title, pictures = "", dict[str, bytes]()
    try:
        if sum(map(len, files.values())) > BYTES:
            raise Refused(Fault(next(iter(files)), 0, "", "", "too_large", f"{BYTES:,} bytes"))
        beside = _pictures(files)
        others = [name for name in files if name not in beside]
        if len(others) == 1 and others[0].lower().endswith(PACKED):
            file, content = others[0], files[others[0]]
            inside = unpacked(content, file)
            if "xl/workbook.xml" in inside:
                titles = _read_workbook(content, file, names, sheets, faults)
                found = _nothing(file, titles) if _is_nothing(sheets, faults, titles) else faults
                return Reading(sheets, tuple(found), pictures=beside)
            files = {**{name: files[name] for name in beside}, **inside}
        _read_folder(files, names, sheets, faults)
        if _is_nothing(sheets, faults, files):
            return Reading({}, _nothing(others[0] if others else next(iter(files)), files))
        about = files.get(description.NAME, b"{}")
        selected, title = description.selected(about), description.title(about)
        pictures = _pictures(files)
    except Refused as refusal:
        faults += refusal.faults
    return Reading(sheets, tuple(faults), selected, title, pictures)


def _is_nothing(sheets: Mapping[str, Sheet], faults: list[Fault], held: Iterable[str]) -> bool:
    """Whether somebody has brought something, and none of it is a table."""
    return any(held) and not sheets and all(fault.rule in _NOTHING for fault in faults)


def _nothing(file: str, held: Iterable[str]) -> tuple[Fault, ...]:
    """The one fault that stands for every table that is missing: it says what there is instead."""
    return (Fault(file, 0, "", "", "no_tables", ", ".join(sorted(held)[:NAMED])[:LONGEST]),)


def is_picture(path: str) -> bool:
    """Whether a file is a picture beside the tables, by its path below their folder."""
    return "/" not in path and PurePosixPath(path).suffix.lower() in DRAWN


def picture_names(files: Iterable[str]) -> list[str]:
    """The pictures beside the tables, the first ones of very many."""
    return sorted(filter(is_picture, files))[:PICTURES]


def _pictures(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: files[name][: PICTURE + 1] for name in picture_names(files)}


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


def _read_folder(
    files: Mapping[str, bytes],
    names: Collection[str],
    sheets: dict[str, Sheet],
    faults: list[Fault],
) -> None:
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
    packed = [name for name in files if name.lower().endswith(PACKED) and "/" not in name]
    for file in sorted({*chain(*found.values()), *packed} - used):
        faults.append(Fault(file, 0, "", "", "ignored_file"))


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
    if is_parquet:
        return _read_parquet(name, [files[path] for path in paths], meter)
    text, doubts = decoded(files[paths[0]], paths[0], declared.encoding)
    rows = delimited.rows(text, paths[0], meter, declared.delimiter)
    found, faults = sheet(paths[0], rows, is_whole=text.endswith(("\n", "\r")))
    found, wrong_numbers = _with_points(found, declared)
    return found, [*doubts, *faults, *wrong_numbers]


def _read_parquet(name: str, contents: list[bytes], meter: Meter) -> tuple[Sheet, list[Fault]]:
    from lib.files import parquet  # half a second that only those wait for who bring such files

    file = f"{name}{PARQUET}"
    try:
        return sheet(file, parquet.rows(contents, file, meter))
    except parquet.ArrowException as error:
        raise _unreadable(file, error) from None


def _with_points(found: Sheet, declared: Described) -> tuple[Sheet, list[Fault]]:
    """The sheet with its declared decimal commas as points; faults for cells that have others."""
    faults: list[Fault] = []
    rows = found.rows
    for column, (decimal, group) in declared.decimals.items():
        if column not in found.header:
            continue
        at = found.header.index(column)
        numbers = {row[at]: canonical(row[at], decimal, group) for row in rows if row[at]}
        for line, row in zip(found.lines, rows, strict=True):
            if row[at] and numbers[row[at]] is None:
                faults.append(Fault(found.file, line, column, row[at], "decimal_char", decimal))
        rows = [[*row[:at], numbers.get(row[at]) or row[at], *row[at + 1 :]] for row in rows]
    return replace(found, rows=rows), faults


def _read_workbook(
    content: bytes,
    file: str,
    names: Collection[str],
    sheets: dict[str, Sheet],
    faults: list[Fault],
) -> list[str]:
    """Read the sheets of these names; the titles of all sheets."""
    from lib.files.workbook import Workbook, WorkbookError, named_columns

    try:
        book = Workbook(content, file)
        own = {title.strip().casefold().replace(" ", "_"): title for title in book.sheets}
        meter = Meter()
        for name in names:
            place = f"{file}: {own.get(name, name)}"
            if name not in own:
                faults.append(Fault(place, 0, "", "", "missing_file"))
                continue
            unsure = book.faults(own[name], place)
            rows = [*book.rows(own[name], place, meter)]
            try:
                sheets[name], own_faults = sheet(place, rows)
                faults += [*own_faults, *named_columns(unsure, rows)]
            except Refused as refusal:
                faults += refusal.faults
    except WorkbookError as error:
        raise _unreadable(file, error) from None
    guides = ("readme", "read_me")
    spare = [title for name, title in own.items() if name not in names and name not in guides]
    faults += [Fault(f"{file}: {title}", 0, "", "", "ignored_file") for title in spare]
    return [*own.values()]


def _unreadable(file: str, error: Exception) -> Refused:
    return Refused(Fault(file, 0, "", "", "unreadable", " ".join(str(error).split())[:200]))
