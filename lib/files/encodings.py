"""From bytes to text: what is no text is refused, what is a guess is said."""

from __future__ import annotations

import codecs
import re
from typing import Final

from lib.files.faults import Fault, Refused

# The longer marks first: UTF-32 begins as UTF-16 does.
_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_NO_TEXTS: Final = {
    b"PK\x03\x04": "zip, xlsx",
    b"PAR1": "Parquet",
    b"%PDF": "PDF",
    b"\x1f\x8b": "gzip",
    b"\xd0\xcf\x11\xe0": "xls",
    b"\x89PNG": "PNG",
    b"SQLite format 3": "SQLite",
}
# What tables are written in. Python knows others that are no way to write a table, and some of them
# (punycode, idna) take minutes for what is read here in a moment.
_KNOWN: Final = re.compile(r"ascii|utf-(8|16|32)(-sig|-le|-be)?|cp125\d|iso8859-\d+")
_END: Final = "\x1a"  # with which programs of old end a file
_GUESS: Final = "windows-1252"
_STRAY: Final = 20
_LOOKED_AT: Final = 400  # bytes that show how a text is encoded that does not say so


def decoded(content: bytes, file: str, declared: str = "") -> tuple[str, list[Fault]]:
    """The text of a file, with a doubt where its encoding had to be guessed.

    A mark at the beginning decides, else what is ``declared``; else it is UTF-8, or UTF-16 without
    a mark, or Windows-1252. Raises :class:`Refused` for what is no text of a table.
    """
    name = next((name for mark, name in _MARKS.items() if content.startswith(mark)), declared)
    name = name or _unmarked_utf16(content)
    if not name and (kind := _binary(content)):
        raise Refused(Fault(file, 0, "", "", "binary", kind))
    if name and not _is_known(name):
        raise Refused(Fault(file, 0, "", declared, "encoding", declared))
    doubts: list[Fault] = []
    try:
        text = content.decode(name or "utf-8")
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = content[:start].count(b"\n") + 1
        if name or _is_mostly_utf8(content):
            raise Refused(Fault(file, line, "", "", "encoding", name or "utf-8")) from None
        text, doubts = _guessed(content, file, line)
    _refuse_other_texts(text, file)
    return text.removesuffix(_END), doubts


def _is_known(name: str) -> bool:
    try:
        return _KNOWN.fullmatch(codecs.lookup(name).name) is not None
    except (LookupError, ValueError):  # ValueError: of a name that holds what no name does
        return False


def _unmarked_utf16(content: bytes) -> str:
    """Texts of columns are mostly Latin letters, half of whose bytes are zero then."""
    first = content[:_LOOKED_AT]
    even, odd = first[::2].count(0), first[1::2].count(0)
    if odd > len(first) / 4 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(first) / 4 and not odd else ""


def _binary(content: bytes) -> str:
    for mark, kind in _NO_TEXTS.items():
        if content.startswith(mark):
            return kind
    # One by itself is a letter that the rule of its cell tells; several are what a disk has lost.
    return "NUL" if b"\0\0" in content or content.count(b"\0") > _STRAY else ""


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether more letters are UTF-8 than are not: two encodings in one file."""
    text = content.decode("utf-8", "surrogateescape")
    strange = len(re.findall("[\udc80-\udcff]", text))
    return len(re.findall("[^\0-\x7f]", text)) > 2 * strange


def _guessed(content: bytes, file: str, line: int) -> tuple[str, list[Fault]]:
    """The text as Windows has written it in Western Europe, with words to judge the guess by."""
    try:
        text = content.decode(_GUESS)
    except UnicodeDecodeError:
        raise Refused(Fault(file, line, "", "", "encoding", "utf-8")) from None
    words = list(dict.fromkeys(re.findall(r"\w*[^\W\0-\x7f]\w*", text)))[:5]
    return text, [Fault(file, line, "", ", ".join(words), "guessed_encoding", "Windows-1252")]


def _refuse_other_texts(text: str, file: str) -> None:
    """What is a text, but of no table: a page, a pointer, a half-finished merge."""
    start = text[:1000].lstrip().lower()
    if start.startswith(("<!doctype", "<html", "<?xml", "<head", "<body")):
        raise Refused(Fault(file, 1, "", start.splitlines()[0][:80], "html"))
    if start.startswith(("version https://git-lfs", "version https://hawser")) or (
        start.startswith("/annex/objects/")
    ):
        raise Refused(Fault(file, 1, "", start.splitlines()[0][:80], "lfs_pointer"))
    # A line of "=" alone may be part of a text; the others stand nowhere but in such files. To look
    # for them one by one takes a hundredth.
    if not any(mark in text for mark in ("<<<<<<< ", "||||||| ", ">>>>>>> ")):
        return
    marks = [
        Fault(file, text.count("\n", 0, mark.start()) + 1, "", mark[0][:80], "merge_marks")
        for mark in re.finditer(r"(?m)^(<{7}|\|{7}|>{7}) .*|^={7}$", text)
    ]
    if any(mark.value[0] != "=" for mark in marks):
        raise Refused(*marks)
