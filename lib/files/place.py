"""Place: a folder, a zip or a workbook on the disk, from which tables are brought."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from lib.files import description
from lib.files.faults import Fault, Refused
from lib.files.folder import PARQUET, TEXTS, is_other_book, is_packed, table_files
from lib.files.limits import BYTES, ENTRIES, PICTURE
from lib.files.reading import is_picture, picture_names

GUIDE: Final = "README.md"


class Seen(NamedTuple):
    """A file as the disk knows it: any change of it changes one of these."""

    name: str
    inode: int
    size: int
    modified: int  # nanoseconds
    changed: int  # nanoseconds, of the name and the rights as well


Stamp = tuple[Seen, ...]


def stamp(place: Path) -> Stamp:
    """What changes when a file of a place changes: cheap to ask on every visit."""
    found = []
    for name, path in _files(place):
        try:
            state = path.stat()
        except OSError:  # gone since it was listed, or leads nowhere
            continue
        found.append(Seen(name, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns))
    return tuple(found)


def brought(place: Path, names: Collection[str]) -> dict[str, bytes]:
    """The files of a place that tables of these names may stand in, by their path below it.

    Pictures beside them come as well, of too large ones the beginning. Other files that look like
    tables come without content, so that they can be told as ignored. Of a folder that holds a
    workbook or a zip instead of tables it is that which comes. Nothing that lies outside of the
    folder is read, wherever a link or a description leads. Raises :class:`Refused` for files that
    are too large or cannot be read, and where there is nothing of that name.
    """
    root = _led_to(place)  # once: a link that is set anew meanwhile leads to another folder
    if root is None or not _exists(root):
        raise Refused(Fault(place.name, 0, "", "", "absent"))

    def unseen(error: OSError) -> None:
        # Others, such as the lost+found of a disk, are none of ours.
        folder = Path(error.filename)
        if folder == root or folder.suffix == PARQUET:
            raise Refused(Fault(folder.name, 0, "", "", "no_permission"))

    files = dict(_files(root, unseen))
    if len(files) > ENTRIES:
        raise Refused(Fault(place.name, 0, "", "", "too_large", f"{ENTRIES:,} files"))
    if root.is_file():
        return {place.name: _content(place.name, root, BYTES)}
    faults = [
        Fault(name, 0, "", "", "outside_folder")
        for name, path in files.items()
        if not (_led_to(path) or root).is_relative_to(root)
    ]
    if faults:
        raise Refused(*faults)
    found = {}
    left = BYTES
    wanted = {one for name in names for one in table_files(files).get(name, ())}
    pictures = picture_names(files)
    books = [name for name in files if is_packed(name)]
    if len(books) == 1 and description.NAME not in files and not table_files(files):
        others = filter(is_other_book, files)
        files = {name: files[name] for name in (*books, *pictures, *others)}
        wanted = {*books}
    if description.NAME in files:
        content = _content(description.NAME, files[description.NAME], BYTES)
        found[description.NAME] = content
        declared = description.described(content)
        wanted |= {path for name in names if name in declared for path in declared[name].paths}
    for name, path in files.items():
        if name in wanted or name == GUIDE:
            found[name] = _content(name, path, left)
            left -= len(found[name])
        elif name in pictures:
            found[name] = _beginning(name, path, PICTURE + 1)
        elif "/" not in name:
            found.setdefault(name, b"")
    if not found:
        raise Refused(Fault(root.name, 0, "", "", "empty_folder"))
    return found


def _led_to(path: Path) -> Path | None:
    """Where the links of a path lead; None where they lead in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return None


def is_folder(path: Path) -> bool:
    """Whether a path is a folder, as far as one may see."""
    with suppress(OSError):
        return path.is_dir()
    return False


def _exists(path: Path) -> bool:
    """Whether there is something; raises :class:`Refused` where one may not even look."""
    try:
        return path.exists()
    except PermissionError:
        raise Refused(Fault(path.name, 0, "", "", "no_permission")) from None


def _files(
    place: Path, unseen: Callable[[OSError], None] | None = None
) -> Iterator[tuple[str, Path]]:
    """The files of a place that count, by their path below it; no more than can be too many.

    ``unseen`` is told of folders that cannot be looked into.
    """
    if not is_folder(place):
        yield place.name, place
        return
    count = 0
    for folder, folders, names in os.walk(place, onerror=unseen):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            below = path.relative_to(place).as_posix()
            is_table = path.suffix.lower() in (*TEXTS, PARQUET)
            is_beside = name in (description.NAME, GUIDE) or is_picture(below) or _is_book(below)
            if is_table or is_beside:
                count += 1
                yield below, path
                if count > ENTRIES:  # one more than are read, which tells that there are more
                    return


def _is_book(path: str) -> bool:
    """Whether a file may hold all tables, by its path; not the lock of an editor.

    Workbooks that are not read here count as well: they are told.
    """
    return (is_packed(path) or is_other_book(path)) and not path.startswith("~$")


def _content(name: str, path: Path, most: int) -> bytes:
    refusal = Refused(Fault(name, 0, "", "", "too_large", f"{BYTES:,} bytes"))
    with suppress(OSError):
        if path.stat().st_size > most:
            raise refusal
    content = _beginning(name, path, most + 1)
    if len(content) > most:
        raise refusal
    return content


def _beginning(name: str, path: Path, most: int) -> bytes:
    try:
        if not path.is_file():  # a pipe would keep who opens it waiting
            raise Refused(Fault(name, 0, "", "", "no_file"))
        with path.open("rb") as file:
            return file.read(most)
    except PermissionError:
        raise Refused(Fault(name, 0, "", "", "no_permission")) from None
    except OSError:
        raise Refused(Fault(name, 0, "", "", "no_file")) from None
