"""What takes more slides than one: equal parts, of very many the first, what says which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from lib.exports.plain import Most
from lib.wording.reading import rows_shown
from lib.wording.words import Words

MOST_SLIDES: Final = Most(10, 3)  # of one figure or table: more is for a workbook


def shown_rows(part: slice, count: int, words: Words) -> str:
    """Which rows a slide has; "" for all of them."""
    is_whole = part.stop - part.start == count
    return "" if is_whole else rows_shown(part.start + 1, part.stop, count, words)


def beginning(slides: Sequence[Any]) -> Sequence[Any]:
    """All that a figure or a table takes; of very many the first."""
    return slides[: MOST_SLIDES.of(len(slides))]


def equal_parts(items: Sequence[Any], most: int) -> list[Sequence[Any]]:
    """As few parts as hold at most so many each, about equally long."""
    count = -(-len(items) // most)
    ends = [round(len(items) * place / count) for place in range(count + 1)] if count else [0]
    return [items[start:end] for start, end in pairwise(ends)]
