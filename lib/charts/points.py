"""Positions on an axis: dots whose surroundings say how sure the number is."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lib.charts.bars import Mark, pale
from lib.charts.endings import End, cap, chevron
from lib.charts.sheet import Sheet
from lib.charts.text import width
from lib.charts.theme import AXIS_SIZE, axis
from lib.model.quantity import ending
from lib.wording.money import bare
from lib.wording.words import Words

DOT, ARROW = 13, 36
BETWEEN = 6  # pixels between two numbers of an axis


@dataclass(frozen=True)
class LogScale:
    """A logarithmic axis between two whole powers of ten."""

    first: int
    last: float

    @classmethod
    def of(cls, *columns: Iterable[float]) -> LogScale:
        """The axis that holds every positive finite value, and three powers of ten at least.

        The first one is never written, and a single number does not tell that steps are tenfold.
        """
        found = [v for column in columns for v in column if v > 0 and math.isfinite(v)]
        smallest, largest = min(found, default=1.0), max(found, default=1.0)
        first = math.ceil(math.log10(smallest)) - 1
        last = max(math.log10(largest), first + 1)
        # The number at the very start may not be written: two others are.
        return cls(min(first, math.floor(last + 1e-9) - 2), last)

    def share(self, value: float) -> float:
        """Where a value stands, 0 to 1; what is below the axis stands at its start."""
        if value <= 0:
            return 0.0
        return max(0.0, (math.log10(value) - self.first) / (self.last - self.first))

    def axis(self, sheet: Sheet, words: Words) -> dict[str, Any]:
        """The x axis with a line at every power of ten, written as far as there is room.

        To be asked for when all rows are drawn: they say how wide the axis is.
        """
        powers = range(self.first, math.floor(self.last + 1e-9) + 1)
        texts = [bare(10.0**n, 10.0**n, False, words) for n in powers]
        wide = [width(text, AXIS_SIZE) for text in texts]
        sheet.reserve(self.share(10.0 ** powers[-1]), wide[-1] / 2)
        room = (sheet.narrowest - sheet.left - sheet.right()) / (self.last - self.first)
        step = math.ceil((max(wide) + BETWEEN) / room)
        shown = {place for place in range(len(powers)) if (len(powers) - 1 - place) % step == 0}
        # A single number would not tell that the steps are tenfold.
        if len(powers) > 2 and wide[0] / 2 > sheet.left:
            shown.discard(0)
        texts = [text if place in shown else "" for place, text in enumerate(texts)]
        return axis(
            sheet.palette,
            type="log",
            range=[self.first, self.last],
            tickvals=[10.0**n for n in powers],
            ticktext=texts,
            minor={"ticks": "", "showgrid": False},
        )


def draw(
    sheet: Sheet,
    mark: Mark,
    y: float,
    scale: LogScale,
    *,
    symbol: str = "circle",
    size: float = DOT,
) -> End:
    """Draw a number as a position with its middle at ``y`` pixels; ``symbol``, ``size``: of a dot.

    An upper bound is a dashed line that ends in a cap; a lower bound a dot with an arrow; about a
    pale dot with its sign; a range two caps joined by a dashed line.
    """
    kind = ending(mark.low, mark.high, mark.is_approximate)
    if kind in ("up_to", "range"):
        share, start = scale.share(mark.high), scale.share(mark.low)
        dash = {"color": mark.colour, "width": 2.5, "dash": "9px,4px"}
        ends = {"x0": start, "x1": share, "xref": "paper", "yref": "y", "y0": y, "y1": y}
        sheet.shapes.append({"type": "line", "line": dash, **ends})
        if start:
            cap(sheet, start, y, 8, mark.colour)
        sheet.traces.append(dot(sheet, mark, mark.high, y, symbol="line-ns", size=16))
        return End(share, 10)
    share = scale.share(mark.low)
    sheet.traces.append(dot(sheet, mark, mark.low, y, symbol=symbol, size=size))
    if kind == "at_least":
        arrow(sheet, share, y, mark.colour)
        return End(share, ARROW + 8)
    if kind == "about":
        colour = sheet.palette.text
        sheet.write("≈", share, y, anchor="center", size=12, weight=600, colour=colour,
                    has_halo=False)  # fmt: skip
    return End(share, 13)


def dot(
    sheet: Sheet, mark: Mark, value: float, y: float, *, symbol: str = "circle", size: float = DOT
) -> dict[str, Any]:
    """A dot at a value, on the ground so that it stands clear of lines; pale for "about"."""
    is_line = symbol.startswith("line")
    fill = pale(sheet, mark.colour) if mark.is_approximate else mark.colour
    edge = mark.colour if is_line or mark.is_approximate else sheet.palette.ground
    return {
        "type": "scatter",
        "mode": "markers",
        "name": mark.name,
        "x": [value],
        "y": [y],
        "cliponaxis": False,
        "marker": {
            "symbol": symbol,
            "size": size,
            "color": fill,
            "opacity": 1,
            "line": {"color": edge, "width": 3 if is_line else 1.5},
        },
        "customdata": [mark.customdata] if mark.customdata else None,
        "hovertext": [mark.hover],
        "hovertemplate": f"{mark.told or '%{hovertext}'}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def arrow(sheet: Sheet, share: float, y: float, colour: str) -> None:
    """The arrow beyond a dot: at least this much."""
    sheet.reserve(share, ARROW)
    sheet.line(share, 5, ARROW, y, y, color=colour, width=2)
    chevron(sheet, share, y, colour, ARROW)
