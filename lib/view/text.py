"""Texts from tables shown as they are: no Markdown, HTML, link or emoji code in them works."""

from __future__ import annotations

import re
from functools import lru_cache

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# Markdown turns these into links, images of emoji or arrows even behind a backslash: an invisible
# word joiner inside keeps the text as it reads.
_JOINER = "\u2060"
_ACTIVE = re.compile(r"(?i)(?<=http)(?=s?://)|(?<=www)(?=\.)|(?<=@)|(?<=<)(?=-)|(?<=-)(?=[->])")
_RANGE = re.compile(r"(?<=\d)–(?=\d)")
_PLACE = re.compile(r"(?<=[^\W\d]) (?=\d+\\\)$)")
# A number before its noun, a day before its month; one that begins a title ends no line. A year.
_COUNT = re.compile(r"(?<=\s)(\S*\d(?:\\\.)?) (?=[^\W\d])")
_YEAR = re.compile(r"(?<=[^\W\d]|\.) (?=\d{4}(?!\d))")
_OF = re.compile(r"(?<=\s)([^\W\d]{1,3}) (?=\d)")  # a little word before a number: "3 von 11"
_NAMED = re.compile(r"(?<=[^\W\d]) (?=\d+\u00a0?\\:)")  # called by a number: "Edition 2: 2021"
_BLANK = re.compile(r"[^\S\u00a0\u202f]+")  # no-break spaces keep a sign with its number
# How much of something: its sign and the words of that, a number (or "9 of 11"), its unit if that
# is short; what it counts where it stands after a colon: "already there: 31".
_NUMBER = r"\d(?:[\d.,’\u00a0\u202f]*\d)?"
_A_YEAR = r"(?:19|20)\d\d(?![\d.,’\u00a0\u202f]*\d)"
_QUANTITY = re.compile(
    rf"(?<![\w.,–])(?:[^\W\d]+\u00a0?: )?"
    rf"(?:[≠≥≤≈]\s\u2060?(?:[^\W\d][\w’]*\u00a0)*|(?:EUR|USD|CHF|GBP) |(?!{_A_YEAR}))"
    rf"{_NUMBER}(?:–{_NUMBER})?"
    rf"(?: [^\W\d]{{1,3}} {_NUMBER})?(?: [^\W\d][\w’-]*)?"
)
# Where in a document something stands, which is all that is said: "lines 10 and 21".
_LINES = re.compile(
    rf"(?:^|(?<=^\()|(?<=^, ))[^\W\d]+ {_NUMBER}(?: [^\W\d]{{1,3}} {_NUMBER})?(?=\)?$)"
)
_DIFFERS = re.compile(r"(?<=≠)\s(?=\S)")  # the sign stands before what other sources say
# A year belongs to the word before it, and to the day before that: "am 31. Januar 2024 eröffnet".
_DATE = re.compile(rf"(?<![\w.,])(?:\d\d?\.? )?[^\W\d]+\.? {_A_YEAR}")
_LONGEST = 24  # letters that always stay together: a cell of a telephone has room for them
_EMOJI = re.compile(r":(?=[\w+-]+:)")
# Letters written from right to left, up to the last of a name; what follows is set after it, not
# before it, when the name stands apart (Unicode Bidirectional Algorithm, isolates).
_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# The same few hundred texts are said in every run of a page; a visitor's own go as others come.
_KEPT = 2048
_NAME = re.compile(rf"([{_LEFTWARD}](?:[{_LEFTWARD}\W]*[{_LEFTWARD}])?)(\)?)")


def literal(text: object) -> str:
    """A text for any Streamlit element that reads Markdown, shown character by character."""
    return _literal(str(text))


@lru_cache(_KEPT)
def _literal(text: str) -> str:
    apart = _NAME.sub(_isolated, text)
    quiet = _ACTIVE.sub(_JOINER, _EMOJI.sub(f":{_JOINER}", apart))
    return _PUNCTUATION.sub(r"\\\1", _BLANK.sub(" ", quiet).strip())


def _isolated(found: re.Match[str]) -> str:
    """A name set apart, with the bracket that closes one within it."""
    name, bracket = found.groups()
    if name.count("(") > name.count(")"):
        return f"\u2068{name}{bracket}\u2069"
    return f"\u2068{name}\u2069{bracket}"


def titled(text: object) -> str:
    """A literal text as a title: no line ends with a number, before a year, at a dot in a name.

    Nor does one end with the little word that leads to a number.
    """
    return _titled(str(text))


@lru_cache(_KEPT)
def _titled(text: str) -> str:
    whole = _OF.sub(f"\\1\u00a0{_JOINER}", _whole(literal(text).replace(" · ", "\u00a0·\u00a0")))
    whole = _NAMED.sub(f"\u00a0{_JOINER}", whole)
    return _YEAR.sub(f"\u00a0{_JOINER}", _COUNT.sub(_counted, whole))


def _counted(found: re.Match[str]) -> str:
    """A number with its noun, where a line of a small telephone has room for both."""
    _before, _, number = found.string[: found.end(1)].rpartition(" ")
    noun, _, _rest = found.string[found.end() :].partition(" ")
    is_short = len(number) + 1 + len(noun) <= _LONGEST
    return f"{found[1]}\u00a0{_JOINER}" if is_short else found[0]


def held(text: object) -> str:
    """The same text for a narrow place: no line parts a number from its sign or its unit.

    What is longer than such a place is parted where it must be, before the last of it.
    """
    return _held(str(text))


@lru_cache(_KEPT)
def _held(text: str) -> str:
    whole = _LINES.sub(_together, _DIFFERS.sub(f"\u00a0{_JOINER}", text))
    whole = _QUANTITY.sub(_together, _DATE.sub(_together, whole))
    return _RANGE.sub(f"–{_JOINER}", whole)


def _together(found: re.Match[str]) -> str:
    *before, said = found.group().split(" ")
    while before and len(before[-1]) + 1 + len(said) <= _LONGEST:
        said = f"{before.pop()}\u00a0{_JOINER}{said}"
    return " ".join([*before, said])


class Marked(str):
    """Markdown already, made here of literal texts: shown as it is."""


def muted(text: object) -> str:
    """A literal text in the secondary colour, smaller."""
    return f":small[:gray[{_whole(literal(text))}]]"


def _whole(text: str) -> str:
    """The same text, in which no line ends within a range, nor in a place at its end: (line 29)."""
    return _PLACE.sub("\u00a0", _RANGE.sub(f"–{_JOINER}", text))


def link(label: object, url: str) -> str:
    """A Markdown link to a document; only web addresses become one."""
    if not url.startswith(("https://", "http://")):
        return literal(label)
    address = re.sub(r"[\s<>()\[\]\\]", lambda found: f"%{ord(found.group()):02X}", url)
    return f"[{literal(label)}]({address})"
