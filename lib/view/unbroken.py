"""Where lines must not end: numbers keep their signs, nouns and years, ranges stay in one piece."""

from __future__ import annotations

import re
from functools import lru_cache

JOINER = "\u2060"  # invisible; no line ends at it
# The same few hundred texts are said in every run of a page; a visitor's own go as others come.
KEPT = 2048
HELD = f"\u00a0{JOINER}"  # a space at which no line ends
_RANGE = re.compile(r"(?<=\d)–(?=\w)")
_PREFIX = re.compile(r"(?i)((?<![\w-])co\\?-)(?=[a-z])")  # "co-funders" is one word
_SHORT = re.compile(r"(?<=[A-Z]{2})\\?-(?=[A-Z]{2})|\\?-(?=(?:ci|là)\b)")  # "OECD-DAC", "celle-ci"
_PLACE = re.compile(r"(?<=[^\W\d]) (?=\d+\\\)$)")
# A number before its noun, a day before its month; one that begins a title ends no line. A year.
_COUNT = re.compile(r"(?<=\s)(\S*\d(?:\\\.)?) (?=[^\W\d])")
_YEAR = re.compile(r"(?<=[^\W\d]|\.) (?=\d{4}(?!\d))")
_OF = re.compile(r"(?<=\s)([^\W\d]{1,3}) (?=\d)")  # a little word before a number: "3 von 11"
_NAMED = re.compile(r"(?<=[^\W\d]) (?=\d+\u00a0?\\:)")  # called by a number: "Edition 2: 2021"
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


@lru_cache(KEPT)
def in_title(text: str) -> str:
    """A title in Markdown, in which no line ends with a number, before a year, at a dot in a name.

    Nor does one end with the little word that leads to a number.
    """
    found = _OF.sub(f"\\1{HELD}", whole(text.replace(" · ", "\u00a0·\u00a0")))
    return _YEAR.sub(HELD, _COUNT.sub(_counted, _NAMED.sub(HELD, found)))


def _counted(found: re.Match[str]) -> str:
    """A number with its noun, where a line of a small telephone has room for both."""
    _before, _, number = found.string[: found.end(1)].rpartition(" ")
    noun, _, _rest = found.string[found.end() :].partition(" ")
    is_short = len(number) + 1 + len(noun) <= _LONGEST
    return f"{found[1]}{HELD}" if is_short else found[0]


def held(text: object) -> str:
    """The same text for a narrow place: no line parts a number from its sign or its unit.

    What is longer than such a place is parted where it must be, before the last of it.
    """
    return _held(str(text))


@lru_cache(KEPT)
def _held(text: str) -> str:
    found = _LINES.sub(_together, _DIFFERS.sub(HELD, text))
    found = _QUANTITY.sub(_together, _DATE.sub(_together, found))
    return _PREFIX.sub(f"\\1{JOINER}", _RANGE.sub(f"–{JOINER}", found))


def found(text: str) -> str:
    """Markdown with mere no-break spaces where it is held: who looks for its words finds them."""
    return text.replace(HELD, "&nbsp;")


def _together(found: re.Match[str]) -> str:
    *before, said = found.group().split(" ")
    while before and len(before[-1]) + 1 + len(said) <= _LONGEST:
        said = f"{before.pop()}{HELD}{said}"
    return " ".join([*before, said])


def whole(text: str) -> str:
    """The same Markdown: no line ends within a range, nor in a place at its end, as (line 29).

    Nor does one after the "co-" of a word, nor within two short ones.
    """
    found = _SHORT.sub(lambda hyphen: f"{hyphen[0]}{JOINER}", text)
    found = _PREFIX.sub(f"\\1{JOINER}", _RANGE.sub(f"–{JOINER}", found))
    return _PLACE.sub("\u00a0", found)
