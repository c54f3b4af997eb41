"""What a chart of a slide draws: bars, the axis that they share with those of other slides."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from lib.charts.bars import steps
from lib.charts.text import width
from lib.exports.exhibits import Chart
from lib.exports.slide_bars import Bar, Column
from lib.exports.slide_text import POINT
from lib.wording.words import Words

SIZE, FINE = 14, 12  # points of names and words, of the numbers along an axis
MOST_BARS, MOST_BROKEN = 14, 8  # bars of a slide; of one whose names break
TALLEST: Final = 96  # points: the most room of a bar with the gap after it
LOWEST: Final = 56  # points of a bar with the gap after it, above a table
FOOT: Final = 30  # points of the names of the fills, or of an axis, below the bars
LABELS: Final = 0.36  # of the width at most for names
MARGIN: Final = 12  # points between a bar and its words, and after them

Kind = Literal["bars", "marks", "years"]


@dataclass(frozen=True, eq=False)
class Plot:
    """The bars of one slide; ``whole`` are all that are measured by the same axis.

    ``marks`` stand at their numbers on a logarithmic axis, ``years`` are periods, whose axis holds
    ``span``.
    """

    kind: Kind
    bars: Sequence[Bar]
    whole: Sequence[Bar]
    words: Words
    span: tuple[float, ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether other slides have the other bars."""
        return len(self.bars) < len(self.whole)

    @property
    def has_axis(self) -> bool:
        """Whether numbers stand along its axis: where the words after the bars are not enough."""
        return self.kind != "bars" or self.is_part

    @property
    def columns(self) -> list[Column]:
        """The columns of numbers, those of bars that lie below others first."""
        found = {one for bar in self.bars for one in bar.values}
        return sorted(found, key=lambda one: one.place)

    @cached_property  # asked of every bar, and an answer takes all of them
    def first(self) -> float:
        """Where its axis begins: on a logarithmic one a power of ten below all numbers."""
        if self.kind == "bars":
            return 0.0
        if self.kind == "years":
            starts = [bar.start for bar in self.whole]
            return float(math.floor(min([*starts, *self.span[:1]], default=0.0)))
        known = [own for bar in self.whole for own in bar.values.values() if own > 0]
        return float(10 ** (math.ceil(math.log10(min(known, default=10))) - 1))

    @property
    def least_drawn(self) -> float:
        """The smallest number that stands where it is: on a logarithmic axis zero has no place."""
        return self.first if self.kind == "marks" else 0.0

    @property
    def end(self) -> float:
        """The end of the longest bar or ``span``; a logarithmic axis spans a power of ten."""
        least = self.first * 10 if self.kind == "marks" else self.first
        return max([least, *(bar.end for bar in self.whole), *self.span])

    def share(self, number: float, end: float) -> float:
        """How far along an axis that ends at ``end`` a number lies, 0 to 1."""
        if end <= self.first or number <= self.first:
            return 0.0
        if self.kind == "marks":
            return math.log(number / self.first) / math.log(end / self.first)
        return (number - self.first) / (end - self.first)

    def last(self, wide: float) -> float:
        """Where its axis ends: at the step above all numbers, a power of ten for marks.

        One without numbers, or of years, goes on so that all words have room in ``wide`` points,
        and half of the last year.
        """
        if self.kind == "marks":
            return 10.0 ** math.ceil(math.log10(self.end) - 1e-9)
        if self.kind == "bars" and self.has_axis:
            return max(1, math.ceil(self.end / self.step)) * self.step
        room = wide - width("0000", FINE) / 2 if self.kind == "years" else wide
        more = wide / min(room, self._longest(wide, self.end))
        return self.first + ((self.end - self.first) or 1.0) * more

    @property
    def step(self) -> float:
        """Between two numbers along an axis of bars, or two years."""
        if self.kind == "years":
            return float(max(1, round((self.end - self.first) / 8)))
        return steps(self.end or 1.0)[1]

    def ticks(self, last: float) -> list[float]:
        """The numbers along an axis that ends at ``last``: years up to where the bars end."""
        if self.kind == "marks":
            count = round(math.log10(last / self.first))
            return [self.first * 10.0**power for power in range(count + 1)]
        if self.kind == "years":
            count = math.floor((math.ceil(self.end) - self.first) / self.step)
            return [self.first + self.step * place for place in range(count + 1)]
        return [self.step * place for place in range(round(last / self.step) + 1)]

    def long(self, wide: float) -> float:
        """Points of its axis, of ``wide`` points for it and for the words after the bars."""
        if self.kind == "years" or not self.has_axis:
            return wide
        return min(wide - self._aside, self._longest(wide, self.last(wide)))

    def _longest(self, wide: float, end: float) -> float:
        """Points up to ``end`` at which all words have room in ``wide`` points."""
        least = 0.25 * wide  # however long the words are
        long = min(
            (max(least, wide - width(bar.words, SIZE) - 2 * MARGIN) / self.share(bar.end, end)
             for bar in self.whole if self.share(bar.end, end)),
            default=wide,
        )  # fmt: skip
        return max(least, min(wide, long))

    @property
    def _aside(self) -> float:
        """Points for half of the number at the end of its axis."""
        return width(self.words.number(self.last(0.0)), FINE) / 2

    def names_wide(self, wide: float) -> float:
        """Points for the names before the bars, of ``wide`` points."""
        longest = max((width(bar.label, SIZE) for bar in self.whole), default=0.0)
        return min(longest + 14, wide * LABELS)

    @property
    def height(self) -> int:
        """EMU that the chart needs at most."""
        return round((len(self.bars) * TALLEST + 2 * FOOT) * POINT)

    @property
    def least(self) -> int:
        """EMU that the chart needs above its table."""
        return round((len(self.bars) * LOWEST + 2 * FOOT) * POINT)


def kind_of(exhibit: Chart) -> Kind:
    """How the numbers of a figure are drawn on slides."""
    if "low" not in exhibit.frame:
        return "years"
    return "marks" if exhibit.is_logarithmic else "bars"


_PAIR = ("target", "result")  # of one project


def parts(bars: Sequence[Bar], wide: int) -> list[Sequence[Bar]]:
    """The bars of each slide, about equally many; a result stays with the target above it."""
    count = -(-len(bars) // most(bars, wide))
    ends = [round(len(bars) * place / count) for place in range(1, count + 1)] if count else []
    found, start = [], 0
    for end in ends:
        if end < len(bars) and (bars[end - 1].said.role, bars[end].said.role) == _PAIR:
            end += 1
        found.append(bars[start:end])
        start = end
    return [one for one in found if one]


def most(bars: Sequence[Bar], wide: int) -> int:
    """How many bars a slide of ``wide`` EMU holds: fewer where names break into two lines."""
    longest = max((width(bar.label, SIZE) for bar in bars), default=0.0)
    return MOST_BARS if longest + 14 <= wide / POINT * LABELS else MOST_BROKEN
