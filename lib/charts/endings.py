"""How a mark ends, which says how sure its number is."""

from __future__ import annotations

import math
from typing import NamedTuple

from lib.charts.sheet import Sheet
from lib.charts.theme import translucent

STUB, FADE, OVERHANG = 30, 28, 4  # pixels
_SLICE = 2


class End(NamedTuple):
    """Where a label may begin: pixels after a share of the axis."""

    share: float
    shift: float


def stub(sheet: Sheet, y: float) -> End:
    """A dotted stub: nothing is stated, so nothing is drawn on the axis."""
    sheet.line(0, 0, STUB, y, y, color=sheet.palette.muted, width=1.5, dash="1.5px,4px")
    return End(0, STUB + 8)


def tick(sheet: Sheet, share: float, y: float, tall: float) -> None:
    """The ink tick at a value."""
    half = tall / 2 + OVERHANG
    sheet.line(share, 0, 0, y - half, y + half, color=sheet.palette.text, width=2)


def cap(sheet: Sheet, share: float, y: float, tall: float, colour: str) -> End:
    """The heavy cap that closes an upper bound."""
    half = tall / 2 + OVERHANG
    sheet.line(share, 0, 0, y - half, y + half, color=colour, width=3)
    return End(share, 10)


def fade(
    sheet: Sheet, share: float, y: float, tall: float, colour: str, *, long: float = FADE
) -> None:
    """Colour that runs out into an open arrow; to the left where ``long`` is negative.

    The slices lie on top of each other, each longer than the next, so no seams show between them.
    """
    half, count = tall / 2, round(abs(long) / _SLICE)
    alpha = 1 - 0.04 ** (1 / count)
    for number in range(count, 0, -1):
        end = long * (number - 0.5) / count
        sheet.shape(
            "rect", share, x0=min(0, end), x1=max(0, end), y0=y - half, y1=y + half,
            fillcolor=translucent(colour, round(alpha, 4)),
        )  # fmt: skip
    chevron(sheet, share, y, colour, long)


def chevron(sheet: Sheet, share: float, y: float, colour: str, tip: float) -> None:
    """An open arrow head whose tip is ``tip`` pixels from a share; it points away from it."""
    back = tip - math.copysign(5, tip)
    path = f"M {back},{y - 5} L {tip},{y} L {back},{y + 5}"
    sheet.shape(
        "path", share, path=path, line={"color": colour, "width": 2}, fillcolor="rgba(0,0,0,0)"
    )


def wave(sheet: Sheet, share: float, y: float, tall: float, colour: str) -> End:
    """A wavy end around the value, and a second wave after it: about, without a spread."""
    top, base = y - tall / 2, y + tall / 2

    def edge(offset: float, start: float, step: float) -> str:
        swings = (
            f"Q {offset + 3 * (-1) ** n},{start + step * (n + 0.5)} "
            f"{offset},{start + step * (n + 1)}"
            for n in range(4)
        )
        return " ".join(swings)

    quarter = tall / 4
    ground = sheet.palette.ground
    cut = min(3.0, 300 * share)  # a bar may be shorter than the wave is deep
    sheet.shape("rect", share, x0=-cut, x1=2, y0=top - 0.5, y1=base + 0.5, fillcolor=ground)
    body = f"M {-cut - 0.5},{top} L 0,{top} {edge(0, top, quarter)} L {-cut - 0.5},{base} Z"
    sheet.shape("path", share, path=body, fillcolor=colour)
    second = f"M 4,{top} {edge(4, top, quarter)}"
    line = {"color": colour, "width": 1.5}
    sheet.shape("path", share, path=second, line=line, fillcolor="rgba(0,0,0,0)")
    return End(share, 14)
