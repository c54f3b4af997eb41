"""Words after a bar that follow its number: what somebody types into the chart, they say.

A label is a number with a format of its own: digits grouped as the language writes them, the words
around them as literal text. Formats of spreadsheets take two conditions and 255 letters.
"""

from __future__ import annotations

import math
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
    sign = literal(words.number(1_234_567)[1])
    least = 10_000 if len(words.number(1_234)) == len("1234") else 1_000  # that is grouped
    own = 0 if number < least else int(math.log10(number)) // 3
    top, few = max(2, own), max(1, own)
    for groups in ((top, top - 1, top - 2), (few, few - 1), (own,)):
        sections = [
            f"[>={max(least, 1000**group) if group == 1 else 1000**group}]"
            f"{literal(before)}0{f'{sign}000' * group}{literal(after)}"
            for group in groups
        ]
        sections[-1] = sections[-1].partition("]")[2]  # holds for any other number
        made = ";".join(sections)
        if len(made) <= MOST_LETTERS:
            return made
    return ""


def literal(text: str) -> str:
    """A text inside a format: nothing in it is a sign of the format."""
    shown = UNSEEN.sub("", text).replace('"', '"\\""')
    return f'"{shown}"' if shown else ""
