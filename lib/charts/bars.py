"""Bars whose end says how sure the number is."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, NamedTuple

from lib.charts import endings
from lib.charts.endings import End, cap, fade, stub, tick, wave
from lib.charts.sheet import Sheet
from lib.charts.text import width
from lib.charts.theme import AXIS_SIZE, HOLLOW, axis, mix
from lib.model.quantity import ending
from lib.wording.words import Words

THICKNESS, ABOVE = 16, 3  # pixels of a bar, and between it and its name


class Mark(NamedTuple):
    """One number to draw: its bound, its hue, its name, what a click on it says (may be empty).

    ``hover`` says it to those who do not see it; ``told``, a template of Plotly, is what the box
    beside it adds for those who do, the same where it is empty.
    """

    low: float
    high: float
    is_approximate: bool
    colour: str
    name: str
    hover: str
    customdata: list[str]
    told: str = ""


def limit(*columns: Iterable[float]) -> float:
    """The largest finite value, at which the axis ends; 1 where nothing is stated."""
    finite = [value for column in columns for value in column if math.isfinite(value)]
    return max(finite, default=0.0) or 1.0


def draw(
    sheet: Sheet, mark: Mark, y: float, limit: float, *, tall: float = THICKNESS, xaxis: str = "x"
) -> End:
    """Draw a bar with its middle at ``y`` pixels on an axis from 0 to ``limit``."""
    kind = ending(mark.low, mark.high, mark.is_approximate)
    if kind == "not_stated":
        return stub(sheet, y)
    if kind == "up_to":
        sheet.traces.append(hatched(sheet, mark, y, tall, 0.0, mark.high, xaxis))
        return cap(sheet, mark.high / limit, y, tall, mark.colour)
    sheet.traces.append(solid(mark, y, tall, mark.low, xaxis))
    if kind == "range":
        sheet.traces.append(hatched(sheet, mark, y, tall, mark.low, mark.high, xaxis))
        return cap(sheet, mark.high / limit, y, tall, mark.colour)
    return ends(sheet, mark, y, limit, tall=tall)


def ends(sheet: Sheet, mark: Mark, y: float, limit: float, *, tall: float = THICKNESS) -> End:
    """Draw how a bar ends that was drawn to the number itself: straight, faded or wavy."""
    share, kind = mark.low / limit, ending(mark.low, mark.high, mark.is_approximate)
    if kind == "at_least":
        fade(sheet, share, y, tall, mark.colour)
        tick(sheet, share, y, tall)
        return End(share, endings.FADE + 12)
    if kind == "about":
        return wave(sheet, share, y, tall, mark.colour)
    return End(share, 8)


def solid(mark: Mark, y: float, tall: float, value: float, xaxis: str = "x") -> dict[str, Any]:
    """A full bar from zero to a value."""
    return _bar(mark, y, tall, 0.0, value, xaxis, {"color": mark.colour})


def between(mark: Mark, y: float, tall: float, start: float, end: float) -> dict[str, Any]:
    """A full bar from one value to another."""
    return _bar(mark, y, tall, start, end, "x", {"color": mark.colour})


def hatched(
    sheet: Sheet, mark: Mark, y: float, tall: float, start: float, end: float, xaxis: str = "x"
) -> dict[str, Any]:
    """A hatched bar: the number lies somewhere in it."""
    pattern = {
        "shape": "/",
        "size": 7,
        "solidity": 0.2,
        "fgcolor": mark.colour,
        "fgopacity": 1,
        "bgcolor": sheet.palette.ground,
        "fillmode": "overlay",
    }
    line = {"color": mark.colour, "width": 1.5}
    paint = {"color": sheet.palette.ground, "pattern": pattern, "line": line}
    return _bar(mark, y, tall, start, end, xaxis, paint)


def _bar(
    mark: Mark, y: float, tall: float, start: float, end: float, xaxis: str, paint: dict[str, Any]
) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": mark.name,
        "x": [end - start],
        "base": [start],
        "y": [y],
        "width": [tall],
        "xaxis": xaxis,
        "marker": paint,
        "customdata": [mark.customdata] if mark.customdata else None,
        "hovertext": [mark.hover],
        "hovertemplate": f"{mark.told or '%{hovertext}'}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def hollow(
    sheet: Sheet, mark: Mark, y: float, tall: float, value: float, xaxis: str = "x"
) -> dict[str, Any]:
    """A bar from zero to a value that is announced: an outline in its hue, hardly filled."""
    paint = {
        "color": mix(mark.colour, sheet.palette.ground, HOLLOW),
        "line": {"color": mark.colour, "width": 1.5},
    }
    return _bar(mark, y, tall, 0.0, value, xaxis, paint)


def pale(sheet: Sheet, colour: str) -> str:
    """The quiet shade of a hue, for what is promised beside what is reported."""
    return mix(colour, sheet.palette.ground, 0.26)


def steps(limit: float, most: int = 4) -> list[float]:
    """Round numbers from 0 up to ``limit``, at most ``most`` steps apart."""
    size = 10.0 ** math.floor(math.log10(limit / most)) if limit > 0 else 1.0
    size = max(1.0, size) if limit >= 1 else size
    step = next(size * factor for factor in (1, 2, 5, 10, 20) if limit / (size * factor) <= most)
    return [step * number for number in range(int(limit / step + 1e-9) + 1)]


def value_axis(sheet: Sheet, words: Words, limit: float, **overrides: Any) -> dict[str, Any]:
    """The x axis under bars, from 0 to ``limit``, with a line at each round number."""
    ticks = steps(limit)
    last = words.number(ticks[-1])
    sheet.reserve(ticks[-1] / limit, width(last, AXIS_SIZE) / 2)
    base = {
        "range": [0, limit],
        "tickvals": ticks,
        "ticktext": [words.number(value) for value in ticks],
    }
    return axis(sheet.palette, **base | overrides)
