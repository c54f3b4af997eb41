"""Words after a bar that follow its number: what somebody types into the chart, they say.

A label is a number with a format of its own: digits grouped as the language writes them, the words
around them as literal text. Formats of spreadsheets take two conditions and 255 letters.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

from lib.exports.slide_text import UNSEEN
from lib.wording.words import Words

MOST_LETTERS: Final = 250


def number_format(said: str, number: float, words: Words) -> str:
    """The format in which ``number`` reads as ``said``; "" where there is none.

    ``said`` must hold the number as the language writes it. Other numbers are grouped alike.
    """
    written = words.number(number)
    before, found, after = said.partition(written)
    if not found or not float(number).is_integer() or number < 0:
        return ""
    own = _groups(number, words)
    top, few = max(2, own), max(1, own)
    for groups in ((top, top - 1, top - 2), (few, few - 1), (own,)):
        made = _sections(groups, literal(before), literal(after), words)
        if len(made) <= MOST_LETTERS:
            return made
    return ""


def axis_format(numbers: Iterable[float], words: Words) -> str:
    """The format of the numbers along an axis, grouped as the language of the pack writes them.

    Where these have more than three counts of signs between them, the largest lack one.
    """
    found = sorted({_groups(number, words) for number in numbers}, reverse=True)
    return _sections(found[-3:], "", "", words)


def _least(words: Words) -> int:
    """The least number that has a sign between its digits: some write 1234 without."""
    return 10_000 if len(words.number(1_234)) == len("1234") else 1_000


def _groups(number: float, words: Words) -> int:
    """How many signs stand between the digits of a number."""
    return 0 if number < _least(words) else int(math.log10(number) + 1e-9) // 3


def _sections(groups: Iterable[int], before: str, after: str, words: Words) -> str:
    """A section for each count of signs; the last one holds for any other number."""
    sign, least = literal(words.number(1_234_567)[1]), _least(words)
    sections = [
        f"[>={max(least, 1000**group) if group == 1 else 1000**group}]"
        f"{before}0{f'{sign}000' * group}{after}"
        for group in groups
    ]
    return ";".join([*sections[:-1], sections[-1].partition("]")[2]])


def literal(text: str) -> str:
    """A text inside a format: nothing in it is a sign of the format."""
    shown = UNSEEN.sub("", text).replace('"', '"\\""')
    return f'"{shown}"' if shown else ""
