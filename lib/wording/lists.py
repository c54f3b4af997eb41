"""Lists in a sentence or a line: all of a few, of many the first ones and how many more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

from lib.wording.conventions import DOT, SPACE
from lib.wording.words import Words

MOST, MOST_LETTERS = 12, 400  # items that are named, letters of all of them
MOST_SAID: Final = 60  # rows that the text alternative of a chart says


def named(names: Iterable[str], words: Words, letters: int = MOST_LETTERS) -> str:
    """Names as a list for a sentence: "a, b and c"; of very many "a, b and 8 others".

    ``letters``: how many of all names there is room for.
    """
    every = [*names]
    return beginning(every, len(_first(every, letters)), words)


def beginning(items: Sequence[str], count: int, words: Words) -> str:
    """The first ``count`` items as a list for a sentence, and how many others there are."""
    rest = max(0, len(items) - count)
    others = words.ngettext("{n} other", "{n} others", rest).format(n=words.number(rest))
    return words.joined([*items[:count], *([others.replace(" ", SPACE)] if rest else [])])


def some(items: Sequence[str], words: Words) -> str:
    """The first of some items in a line, and how many there are besides."""
    first = _first(items)
    return DOT.join([*first, *more(len(items) - len(first), words)])


def listed(said: Sequence[str], words: Words) -> str:
    """What is said of each row of a chart, for those who do not see it; of very many the first."""
    first = said[:MOST_SAID]
    return words.clauses([*first, *more(len(said) - len(first), words)])


def _first(items: Sequence[str], most: int = MOST_LETTERS) -> Sequence[str]:
    """As many items as there is room for, one at least."""
    letters = accumulate(len(item) for item in items[:MOST])
    return items[: max(1, sum(1 for count in letters if count <= most))]


def more(rest: int, words: Words) -> list[str]:
    """How many items there are besides those that are named, as an item; none for none."""
    if rest <= 0:
        return []
    return [words.ngettext("and {n} more", "and {n} more", rest).format(n=words.number(rest))]
