"""How a mark ends, which says how sure its number is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from lib.charts.sheet import Sheet
from lib.charts.theme import translucent

STUB, FADE, OVERHANG = 30, 28, 4  # pixels
_SLICE, _SWING = 2, 4  # pixels of a slice of a fade; a swing of a wave is at least so high


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


def cap_below(sheet: Sheet, shares: tuple[float, float], y: float, colour: str) -> None:
    """The heavy edge that closes what is at most so high, along a part of the width."""
    start, end = shares
    line = {"color": colour, "width": 3}
    place = {"xref": "paper", "yref": "y", "x0": start, "x1": end, "y0": y, "y1": y}
    sheet.shapes.append({"type": "line", **place, "line": line})


def fade(
    sheet: Sheet, share: float, y: float, tall: float, colour: str, *, long: float = FADE
) -> None:
    """Colour that runs out into an open arrow; to the left where ``long`` is negative.

    The slices lie on top of each other, each longer than the next, so no seams show between them.
    """
    half = tall / 2
    for end, paint in slices(long, colour):
        sheet.shape(
            "rect", share, x0=min(0, end), x1=max(0, end), y0=y - half, y1=y + half, fillcolor=paint
        )
    chevron(sheet, share, y, colour, long)


def slices(long: float, colour: str) -> Iterator[tuple[float, str]]:
    """How far each slice of a fade reaches, and its paint."""
    count = round(abs(long) / _SLICE)
    paint = translucent(colour, round(1 - 0.04 ** (1 / count), 4))
    for number in range(count, 0, -1):
        yield long * (number - 0.5) / count, paint


def fade_down(
    sheet: Sheet, shares: tuple[float, float], y: float, colour: str, node: tuple[float, float]
) -> None:
    """At least so high: an ink line at ``y``, a fade below it, an arrow below the node.

    ``shares``: from where to where along the width; ``node``: the share at which the node stands,
    and its middle in pixels from there.
    """
    start, end = shares
    place = {"xref": "paper", "yref": "y", "x0": start, "x1": end}
    for reach, paint in slices(FADE, sheet.palette.washed(colour)):
        fill = {"fillcolor": paint, "line": {"width": 0}}
        sheet.shapes.append({"type": "rect", **place, "y0": y, "y1": y + reach, **fill})
    ink = {"color": sheet.palette.text, "width": 2}
    sheet.shapes.append({"type": "line", **place, "y0": y, "y1": y, "line": ink})
    share, x = node
    arrow_down(sheet, share, x, y + FADE, colour)


def arrow_down(sheet: Sheet, share: float, x: float, tip: float, colour: str) -> None:
    """An open arrow head that points down; ``x`` in pixels from a share, ``tip`` from the top."""
    path = f"M {x - 5},{tip - 5} L {x},{tip} L {x + 5},{tip - 5}"
    line = {"color": colour, "width": 2}
    sheet.shape("path", share, path=path, line=line, fillcolor="rgba(0,0,0,0)")


def sample(sheet: Sheet, y: float, kind: str, colour: str) -> None:
    """A mark without a scale, as long as a stub: how sure an amount is that is said in words."""
    if kind not in ("up_to", "range"):
        stub(sheet, y)
        return
    start = STUB / 3 if kind == "range" else 0.0
    half = 5
    sheet.shape("rect", 0, x0=0, x1=start, y0=y - half, y1=y + half, fillcolor=colour)
    edge = {"color": colour, "width": 1.5}
    sheet.shape("rect", 0, x0=start, x1=STUB, y0=y - half, y1=y + half, line=edge,
                fillcolor=sheet.palette.ground)  # fmt: skip
    for x in range(int(start), STUB, 7):
        right = min(x + 2 * half, STUB)
        sheet.line(0, x, right, y + half, y + half - (right - x), **edge)
    sheet.line(0, STUB, STUB, y - half - OVERHANG, y + half + OVERHANG, color=colour, width=3)


def chevron(sheet: Sheet, share: float, y: float, colour: str, tip: float) -> None:
    """An open arrow head whose tip is ``tip`` pixels from a share; it points away from it."""
    back = tip - math.copysign(5, tip)
    path = f"M {back},{y - 5} L {tip},{y} L {back},{y + 5}"
    sheet.shape(
        "path", share, path=path, line={"color": colour, "width": 2}, fillcolor="rgba(0,0,0,0)"
    )


def wave(
    sheet: Sheet, share: float, y: float, tall: float, colour: str, *, is_start: bool = False
) -> End:
    """A wavy end around the value, and a second wave beyond it: about, without a spread.

    ``is_start``: the bar begins here, so that beyond is to the left.
    """
    top, base = y - tall / 2, y + tall / 2
    away = -1 if is_start else 1
    count = 4 if tall > 2 * _SWING else 2
    step = tall / count

    def edge(offset: float) -> str:
        swings = (
            f"Q {away * (offset + 3 * (-1) ** n)},{top + step * (n + 0.5)} "
            f"{away * offset},{top + step * (n + 1)}"
            for n in range(count)
        )
        return " ".join(swings)

    ground = sheet.palette.ground
    cut = 3.0 if is_start else min(3.0, 300 * share)  # a bar may be shorter than the wave is deep
    left, right = sorted((-away * cut, away * 2.0))
    sheet.shape("rect", share, x0=left, x1=right, y0=top - 0.5, y1=base + 0.5, fillcolor=ground)
    inside = -away * (cut + 0.5)
    body = f"M {inside},{top} L 0,{top} {edge(0)} L {inside},{base} Z"
    sheet.shape("path", share, path=body, fillcolor=colour)
    second = f"M {away * 4},{top} {edge(4)}"
    line = {"color": colour, "width": 1.5}
    sheet.shape("path", share, path=second, line=line, fillcolor="rgba(0,0,0,0)")
    return End(share, 14)
