"""Where the texts of a figure stand in pixels, at a width of the page."""

from __future__ import annotations

import html
import re
from typing import Any, NamedTuple

import plotly.graph_objects as go

from lib.charts.text import width

Json = dict[str, Any]


class Text(NamedTuple):
    text: str
    left: float
    top: float
    right: float
    bottom: float


def texts(figure: go.Figure, whole: float) -> list[Text]:
    """Every annotation as the rectangle it takes when the figure is ``whole`` pixels wide."""
    layout = figure.layout.to_plotly_json()  # plain: Plotly looks up every attribute anew
    return [_text(layout, note, whole) for note in layout.get("annotations", ())]


def plain(text: str) -> str:
    return html.unescape(re.sub(r"</?(b|span)\b[^>]*>", "", text))


def _text(layout: Json, note: Json, whole: float) -> Text:
    lines = note["text"].split("<br>")
    size, weight = note["font"]["size"], note["font"].get("weight")
    wide = max(_width(line, size, weight if isinstance(weight, int) else 400) for line in lines)
    tall = size * 1.3 * len(lines)
    x = _x(layout, note, whole) + note.get("xshift", 0)
    left = {"left": x, "right": x - wide, "center": x - wide / 2}[note["xanchor"]]
    y = _y(layout, note["y"]) - note.get("yshift", 0)
    return Text(plain(note["text"]), left, y - tall / 2, left + wide, y + tall / 2)


def _width(line: str, size: float, weight: int) -> float:
    """Width of a line whose ``<b>`` parts are heavier than the rest."""
    rest = re.sub(r"<b>.*?</b>", "", line)
    heavy = "".join(re.findall(r"<b>(.*?)</b>", line))
    return width(plain(rest), size, weight) + width(plain(heavy), size, 600)


def _x(layout: Json, note: Json, whole: float) -> float:
    margin, axis = layout["margin"], layout["xaxis"]
    plot = whole - margin["l"] - margin["r"]
    if note.get("xref") == "paper":
        return float(margin["l"] + note["x"] * plot)
    first, last = axis["range"]
    start, end = axis.get("domain", (0, 1))
    share = start + (note["x"] - first) / (last - first) * (end - start)
    return float(margin["l"] + share * plot)


def _y(layout: Json, value: float) -> float:
    margin = layout["margin"]
    plot = layout["height"] - margin["t"] - margin["b"]
    low, high = layout["yaxis"]["range"]
    return float(margin["t"] + (1 - (value - low) / (high - low)) * plot)


def overlap(one: Text, other: Text) -> float:
    """Shared area in square pixels, a hair's breadth not counted."""
    wide = min(one.right, other.right) - max(one.left, other.left) - 1
    tall = min(one.bottom, other.bottom) - max(one.top, other.top) - 3
    return max(0.0, wide) * max(0.0, tall)
