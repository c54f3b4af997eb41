"""Texts of a chart as SVG: labels in Plotly's small HTML, numbers along an axis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from typing import Any, NamedTuple

from lib.charts.svg_plane import Plane, is_seen, number, paint
from lib.charts.text import width

# Of an em, as IBM Plex Sans has them: a line, and its part above the baseline.
LINE_HEIGHT, ASCENT = 1.3, 1.025
BESIDE, BELOW = 4, 1  # pixels between an axis and its numbers
BOLD = 600
_MARK = re.compile(r'(<b>|</b>|<span style="color:#[0-9A-Fa-f]{6}">|</span>)')


class Run(NamedTuple):
    """A piece of a line in one weight and colour."""

    text: str
    weight: int
    colour: str


def runs(html: str, weight: int, colour: str) -> list[Run]:
    """The pieces of a line; ``ValueError`` for a tag that charts do not use."""
    found, weights, colours = [], [weight], [colour]
    for piece in _MARK.split(html):
        if piece == "<b>":
            weights.append(BOLD)
        elif piece == "</b>":
            weights.pop()
        elif piece.startswith("<span"):
            colours.append(piece[-9:-2])
        elif piece == "</span>":
            colours.pop()
        elif "<" in piece:
            raise ValueError(f"{html!r} holds a tag that is not drawn as SVG")
        elif piece:
            found.append(Run(unescape(piece), weights[-1], colours[-1]))
    return found


def annotation(note: Mapping[str, Any], plane: Plane) -> Iterator[str]:
    """A label with the ground behind it, its middle at its height."""
    font = note["font"]
    lines = [
        runs(line, font.get("weight", 400), font["color"]) for line in note["text"].split("<br>")
    ]
    size, anchor = font["size"], note["xanchor"]
    x = plane.x(note["x"], note.get("xref", "x")) + note.get("xshift", 0)
    middle = plane.y(note["y"], note.get("yref", "y")) - note.get("yshift", 0)
    tall = LINE_HEIGHT * size * len(lines)
    top = middle - tall / 2
    if is_seen(note["bgcolor"]):
        wide = max(sum(width(run.text, size, run.weight) for run in line) for line in lines)
        left = {"left": x, "center": x - wide / 2, "right": x - wide}[anchor]
        yield (
            f'<rect class="halo" x="{number(left)}" y="{number(top)}" width="{number(wide)}" '
            f'height="{number(tall)}" {paint("fill", note["bgcolor"])}/>'
        )
    for place, line in enumerate(lines):
        baseline = top + (LINE_HEIGHT * place + ASCENT) * size
        yield text(line, x, baseline, size, anchor)


def text(line: list[Run], x: float, baseline: float, size: float, anchor: str) -> str:
    """A line of text from, around or up to a pixel."""
    start = {"left": "start", "center": "middle", "right": "end"}[anchor]
    pieces = "".join(
        f'<tspan font-weight="{run.weight}" {paint("fill", run.colour)}>{escape(run.text)}</tspan>'
        for run in line
    )
    return (
        f'<text x="{number(x)}" y="{number(baseline)}" font-size="{number(size)}" '
        f'text-anchor="{start}" xml:space="preserve">{pieces}</text>'
    )


def ticks(name: str, axis: Mapping[str, Any], plane: Plane, whole: float) -> Iterator[str]:
    """The numbers along an axis: below the plot, or left of it.

    As on screens, one that does not fit a picture ``whole`` pixels wide is left out.
    """
    if not axis.get("showticklabels", True):
        return
    font = axis["tickfont"]
    scale, size = plane.scales[name], font["size"]
    for value, said in zip(axis.get("tickvals", ()), axis.get("ticktext", ()), strict=True):
        if not said:
            continue
        line = [Run(said, 400, font["color"])]
        if name == "y":
            baseline = scale.at(value) + (ASCENT - LINE_HEIGHT / 2) * size
            yield text(line, plane.left - BESIDE, baseline, size, "right")
            continue
        x, half = scale.at(value), width(said, size) / 2
        if half <= x <= whole - half:
            yield text(line, x, plane.top + plane.height + BELOW + size, size, "center")


def grid(name: str, axis: Mapping[str, Any], plane: Plane) -> Iterator[str]:
    """The lines across the plot where an axis has them; none along its ends, as on screens."""
    scale, lines = plane.scales[name], []
    if axis.get("showgrid", True):
        lines += [(value, axis["gridcolor"]) for value in axis.get("tickvals", ())]
    minor = axis.get("minor", {})
    if minor.get("showgrid"):
        lines += [(value, minor["gridcolor"]) for value in minor["tickvals"]]
    first, last = sorted((scale.start, scale.end))
    for value, colour in lines:
        if not first + 1 < scale.at(value) < last - 1:
            continue
        at = number(scale.at(value))
        left, top = number(plane.left), number(plane.top)
        right, base = number(plane.left + plane.width), number(plane.top + plane.height)
        way = f"M{left} {at}H{right}" if name == "y" else f"M{at} {top}V{base}"
        yield f'<path class="grid" d="{way}" fill="none" {paint("stroke", colour)}/>'
