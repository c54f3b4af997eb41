"""How wide the columns of a printed table are, and which of them are numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import pandas as pd

_NUMBER: Final = re.compile(
    r"[≥≤≈]?\s?([A-Z]{3}\s)?[\d.,\s–≥≤≈]*\d[\d.,\s]*(M|mln)?\s?(€|[A-Z]{3})?"
)
_YEARS: Final = re.compile(r"(19|20)\d\d(–(19|20)\d\d)?")  # dates, though they look like numbers
_BREAKS: Final = re.compile(r" |(?<=[^\W\d]-)(?=[^\W\d])")  # where a line may end
ROOM: Final = 122.0  # letters on a line of a table
NARROW: Final = 8 / 7.5  # times as many, where more than MANY columns have smaller letters
MANY: Final = 8
CITED: Final = 2.0  # letters that the number of a document takes after a publisher
WHOLE: Final = 14  # letters of a date or a number that is not broken
LONGEST: Final = 18  # letters of a word that is not broken
LEFT: Final = 16.0  # letters beyond the longest words without which a table is too narrow
USUAL: Final = 90  # letters of a cell above which more room is no help


class Column(NamedTuple):
    """A heading, its share of the width, whether it stands at right or in a line of its own."""

    heading: str
    share: float
    is_number: bool
    is_below: bool


def columns(texts: pd.DataFrame, beside: str = "") -> list[Column]:
    """The columns of a table as people read it.

    ``beside``, the publisher, is never below its row; nor is the first, which names the row.

    Each is as wide as its longest word, date or number; what is left goes to those whose cells are
    longer than that, in proportion. Where nothing is left, the longest texts stand below their
    rows.
    """
    held = {str(name): texts[name].tolist() for name in texts}
    cited = {beside: CITED}
    least = {name: _longest([name, *cells]) + cited.get(name, 0) for name, cells in held.items()}
    wish = {name: max(0.0, _usual(cells) - least[name]) for name, cells in held.items()}
    first = next(iter(held), "")
    others = [name for name in wish if name not in (beside, first)]
    room = ROOM * (NARROW if len(held) > MANY else 1.0)
    is_full = sum(least.values()) + LEFT > room
    below = max(others, key=wish.__getitem__) if others and is_full else ""
    taken = sum(letters for name, letters in least.items() if name != below)
    wished = sum(letters for name, letters in wish.items() if name != below)
    left = max(0.0, room - taken) / max(1.0, wished)
    return [
        Column(name, least[name] + wish[name] * min(1.0, left), _is_number(cells), name == below)
        for name, cells in held.items()
    ]


def _longest(texts: Sequence[str]) -> float:
    words = (
        word for text in texts for word in ([text] if _is_whole(text) else _BREAKS.split(text))
    )
    return min(max(map(len, words), default=0), LONGEST) + 2.5


def _is_whole(text: str) -> bool:
    """Whether a text is a date or a number that no line parts."""
    return len(text) <= WHOLE and any(letter.isdigit() for letter in text)


def _usual(cells: Sequence[str]) -> float:
    """Letters of a cell that is longer than four of five, between two as numpy's quantiles are."""
    if not cells:
        return 0.0
    letters = sorted(map(len, cells))
    before, beyond = divmod(4 * (len(letters) - 1), 5)
    further = letters[min(before + 1, len(letters) - 1)] - letters[before]
    return min(letters[before] + further * beyond / 5, USUAL)


def _is_number(cells: Sequence[str]) -> bool:
    """Whether most of what a column holds are numbers: years are dates, and stand as those do."""
    held = [cell for cell in cells if cell]
    found = [cell for cell in held if _NUMBER.fullmatch(cell) and not _YEARS.fullmatch(cell)]
    return len(found) > len(held) / 2
