"""Zip archives: the files of a package by their names, never as paths on a disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import Final

from lib.files.faults import Fault, Refused
from lib.files.limits import BYTES, ENTRIES

_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)
_LOCKED: Final = (NotImplementedError, RuntimeError)  # or packed in a way that Python does not know

COMPOUND: Final = bytes.fromhex("D0CF11E0A1B11AE1")  # of old workbooks, those with a password


def check(archive: zipfile.ZipFile, file: str) -> None:
    """Refuse an archive that would unpack to more than the limits, before anything is unpacked.

    What an entry claims to hold is also the most that is ever read of it.
    """
    entries = archive.infolist()
    if len(entries) > ENTRIES:
        raise Refused(Fault(file, 0, "", "", "too_large", f"{ENTRIES:,} files"))
    if sum(entry.file_size for entry in entries) > BYTES:
        raise Refused(Fault(file, 0, "", "", "too_large", f"{BYTES:,} bytes"))


def unpacked(content: bytes, file: str) -> dict[str, bytes]:
    """The files of an archive by their path below the folder that holds them all.

    Raises :class:`Refused` for one that cannot be read in full.
    """
    if content.startswith(COMPOUND):
        raise Refused(Fault(file, 0, "", "", "locked"))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            check(archive, file)
            entries = [entry for entry in archive.infolist() if _is_ours(entry)]
            paths = [*map(_name, archive.infolist())]
            outer = [path for path in paths if ".." in PurePosixPath(path).parts]
            found = {_name(entry): archive.read(entry) for entry in entries}
    except _LOCKED:
        raise Refused(Fault(file, 0, "", "", "packed_otherwise")) from None
    except _BROKEN:
        raise Refused(Fault(file, 0, "", "", "not_whole")) from None
    if outer:
        raise Refused(Fault(file, 0, "", outer[0], "leads_out"))
    if not entries:
        raise Refused(Fault(file, 0, "", "", "empty_archive"))
    if len(found) < len(entries):
        raise Refused(Fault(file, 0, "", "", "duplicate_file"))
    return _below_common_folder(found)


def _is_ours(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is a file, and none that a system has put beside those of people."""
    path = PurePosixPath(_name(entry))
    is_hidden = any(part.startswith(".") or part == "__MACOSX" for part in path.parts)
    return not entry.is_dir() and not is_hidden


def _name(entry: zipfile.ZipInfo) -> str:
    """The path of an entry; some programs of Windows write it with their own sign."""
    return entry.filename.replace("\\", "/")


def _below_common_folder(files: dict[str, bytes]) -> dict[str, bytes]:
    folders = {PurePosixPath(name).parent for name in files}
    common = min(folders, key=lambda folder: len(folder.parts), default=PurePosixPath())
    if not all(folder.is_relative_to(common) for folder in folders):
        return files
    return {PurePosixPath(name).relative_to(common).as_posix(): c for name, c in files.items()}
