"""Reading: the files of a package, or one workbook, as a sheet for every table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from lib.files import description
from lib.files.archive import COMPOUND, unpacked
from lib.files.faults import Fault, Refused
from lib.files.folder import BOOKS, TEXTS, is_other_book, is_packed, read_folder, table_files
from lib.files.limits import BYTES, PICTURE, PICTURES
from lib.files.rules import Rule
from lib.files.sheet import Sheet

DRAWN: Final = (".svg", ".png")
NAMED, LONGEST = 5, 200  # files, and letters, by which it is said what is there instead of tables
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
        spare = [name for name in files if is_other_book(name)]
        others = [name for name in files if name not in (*beside, *spare)]
        held = others or spare
        if len(held) == 1 and files[held[0]].startswith(COMPOUND):
            raise Refused(Fault(held[0], 0, "", "", "locked"))
        if len(others) == 1 and is_packed(others[0]):
            file, content = others[0], files[others[0]]
            if not content:
                raise Refused(Fault(file, 0, "", "", "empty_file"))
            inside = unpacked(content, file)
            faults += [Fault(name, 0, "", "", "ignored_file") for name in spare]
            if within := _workbook_within(inside):
                pictures = {name: inside[name] for name in picture_names(inside)}
                told = dict.fromkeys([*spare, *filter(is_other_book, inside)], b"")
                return read({**beside, **pictures, **told, within: inside[within]}, names)
            if "xl/workbook.xml" in inside:
                from lib.files.book import read_workbook  # whose reader only those wait for

                titles = read_workbook(content, file, names, sheets, faults)
                found = (
                    _nothing(file, titles, ()) if _is_nothing(sheets, faults, titles) else faults
                )
                return Reading(sheets, tuple(found), pictures=beside)
            files = {**{name: files[name] for name in beside}, **inside}
        read_folder(files, names, sheets, faults)
        if _is_nothing(sheets, faults, files):
            return Reading({}, _nothing(others[0] if others else next(iter(files)), files, names))
        faults[:] = _of_one_kind(faults, sheets)
        about = files.get(description.NAME, b"{}")
        selected, title = description.selected(about), description.title(about)
        pictures = _pictures(files)
    except Refused as refusal:
        faults += refusal.faults
    return Reading(sheets, tuple(faults), selected, title, pictures)


def _of_one_kind(faults: list[Fault], sheets: Mapping[str, Sheet]) -> list[Fault]:
    """The faults; of a workbook beside a few tables one, in the place of all that are missing."""
    missing = [fault for fault in faults if fault.rule == "missing_file"]
    ignored = [fault for fault in faults if fault.rule == "ignored_file"]
    books = [one for one in ignored if one.file.endswith(BOOKS) or is_other_book(one.file)]
    if len(books) != 1 or len(missing) <= len(sheets):
        return faults
    rest = [fault for fault in faults if fault not in (*missing, *books)]
    rule: Rule = "other_workbook" if is_other_book(books[0].file) else "book_beside"
    return [*rest, Fault(books[0].file, 0, "", "", rule)]


def _workbook_within(files: Mapping[str, bytes]) -> str:
    """The one workbook that somebody has packed; "" where there are others, or tables as well."""
    books = [name for name in files if name.lower().endswith(BOOKS)]
    return books[0] if len(books) == 1 and not table_files(files) else ""


def _is_nothing(sheets: Mapping[str, Sheet], faults: list[Fault], held: Iterable[str]) -> bool:
    """Whether somebody has brought something, and none of it is a table."""
    return any(held) and not sheets and all(fault.rule in _NOTHING for fault in faults)


def _nothing(file: str, held: Iterable[str], names: Collection[str]) -> tuple[Fault, ...]:
    """What stands for every table that is missing: it says what there is instead."""
    if books := [*filter(is_other_book, held)]:
        return tuple(Fault(book, 0, "", "", "other_workbook") for book in sorted(books)[:NAMED])
    paths = [PurePosixPath(one) for one in held]
    of_tables = [one for one in paths if one.suffix.lower() in TEXTS and one.stem in names]
    if folders := sorted({str(one.parent) for one in of_tables}):
        return (Fault(file, 0, "", "", "in_folders", ", ".join(folders[:NAMED])[:LONGEST]),)
    return (Fault(file, 0, "", "", "no_tables", ", ".join(sorted(held)[:NAMED])[:LONGEST]),)


def is_picture(path: str) -> bool:
    """Whether a file is a picture beside the tables, by its path below their folder."""
    return "/" not in path and PurePosixPath(path).suffix.lower() in DRAWN


def picture_names(files: Iterable[str]) -> list[str]:
    """The pictures beside the tables, the first ones of very many."""
    return sorted(filter(is_picture, files))[:PICTURES]


def _pictures(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: files[name][: PICTURE + 1] for name in picture_names(files)}
