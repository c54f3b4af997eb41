"""Bars, points, bands and shapes of a chart as SVG."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lib.charts.svg_plane import Plane, is_seen, number, paint, stroke

Thing = Mapping[str, Any]
_STEP = re.compile(r"(-?[0-9.e+-]+),(-?[0-9.e+-]+)")


def bars(trace: Thing, plane: Plane) -> Iterator[str]:
    """Every bar of a trace, with the hatching over its ground where it has any."""
    marker, axis = trace["marker"], trace.get("xaxis", "x")
    rows = zip(trace["x"], trace["base"], trace["y"], trace["width"], strict=True)
    for long, base, middle, tall in rows:
        ends = sorted((plane.x(base, axis), plane.x(base + long, axis)))
        sides = sorted((plane.y(middle - tall / 2), plane.y(middle + tall / 2)))
        place = _rect(ends[0], sides[0], ends[1], sides[1])
        line = stroke(marker.get("line", {}))
        yield from _filled("rect", place, marker["color"], marker.get("pattern"), line, "bar")


def scatter(trace: Thing, plane: Plane) -> Iterator[str]:
    """Points, a line through them, or the band that they enclose."""
    axis = trace.get("xaxis", "x")
    points = [(plane.x(x, axis), plane.y(y)) for x, y in zip(trace["x"], trace["y"], strict=True)]
    if trace["mode"] == "markers":
        colours = trace["marker"]["color"]
        for place, (x, y) in enumerate(points):
            colour = colours if isinstance(colours, str) else colours[place]
            yield from _point(trace["marker"], colour, x, y)
        return
    way = " ".join(f"{number(x)} {number(y)}" for x, y in points)
    line = stroke(trace["line"])
    if "fill" in trace:
        hatch = trace.get("fillpattern")
        yield from _filled("path", f'd="M{way}Z"', trace["fillcolor"], hatch, line, "band")
    else:
        yield f'<path class="line" d="M{way}" fill="none" {line}/>'


def _point(marker: Thing, colour: str, x: float, y: float) -> Iterator[str]:
    line, radius = marker.get("line", {}), marker["size"] / 2
    if not (is_seen(colour) or line.get("width")):
        return  # a place to click on
    look = f'class="point" {paint("fill", colour)} {stroke(line)}'
    symbol = marker.get("symbol", "circle")
    if symbol == "circle":
        yield f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" {look}/>'
        return
    wide, tall = 1.3 * radius, 1.4 * radius  # a diamond, a line as large as a square to the eye
    ways = {
        "square": f"M{x - radius:.2f} {y - radius:.2f}h{2 * radius}v{2 * radius}h{-2 * radius}z",
        "diamond": f"M{x - wide:.2f} {y:.2f}l{wide} {wide} {wide} {-wide} {-wide} {-wide}z",
        "line-ns": f"M{x:.2f} {y - tall:.2f}v{2 * tall:.2f}",
    }
    yield f'<path d="{ways[symbol]}" {look}/>'


def _filled(
    tag: str, place: str, colour: str, hatch: Thing | None, line: str, name: str
) -> Iterator[str]:
    """An area in a colour; of a hatched one the ground first, then the lines with the border."""
    if hatch is None:
        yield f'<{tag} class="{name}" {place} {paint("fill", colour)} {line}/>'
        return
    yield f"<{tag} {place} {paint('fill', hatch['bgcolor'])}/>"
    yield f'<{tag} class="{name}" {place} fill="url(#{_hatch_id(hatch)})" {line}/>'


def hatches(traces: list[Thing]) -> str:
    """The definitions of all hatchings, each once; its name says all of it."""
    found = {}
    for trace in traces:
        hatch = trace.get("fillpattern") or trace.get("marker", {}).get("pattern")
        if hatch is not None:
            found[_hatch_id(hatch)] = hatch
    return "".join(
        f'<pattern id="{name}" width="{hatch["size"]}" height="{hatch["size"]}" '
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="{number(hatch["size"] * hatch["solidity"])}" height="{hatch["size"]}" '
        f"{paint('fill', hatch['fgcolor'])}/></pattern>"
        for name, hatch in found.items()
    )


def _hatch_id(hatch: Thing) -> str:
    solidity = round(100 * hatch["solidity"])
    return f"hatch-{hatch['fgcolor'].lstrip('#')}-{hatch['size']}-{solidity}"


def shape(thing: Thing, plane: Plane) -> str:
    """A rectangle, line or path, its x or y counted from an anchor where it says so."""
    across, down = _across(thing, plane), _down(thing, plane)
    line = stroke(thing.get("line", {}))
    fill = paint("fill", thing.get("fillcolor", "rgba(0,0,0,0)"))
    if thing["type"] == "path":
        way = _STEP.sub(
            lambda step: f"{number(across(float(step[1])))} {number(down(float(step[2])))}",
            thing["path"],
        )
        return f'<path class="shape" d="{way}" {fill} {line}/>'
    x0, x1 = across(thing["x0"]), across(thing["x1"])
    y0, y1 = down(thing["y0"]), down(thing["y1"])
    if thing["type"] == "line":
        ends = " ".join(
            f'{name}="{number(value)}"'
            for name, value in (("x1", x0), ("y1", y0), ("x2", x1), ("y2", y1))
        )
        return f'<line class="shape" {ends} {line}/>'
    (left, right), (top, base) = sorted((x0, x1)), sorted((y0, y1))
    return f'<rect class="shape" {_rect(left, top, right, base)} {fill} {line}/>'


def _across(thing: Thing, plane: Plane) -> Callable[[float], float]:
    ref = thing.get("xref", "x")
    if "xsizemode" not in thing:
        return lambda value: plane.x(value, ref)
    anchor = plane.x(thing["xanchor"], ref)
    return lambda value: anchor + value


def _down(thing: Thing, plane: Plane) -> Callable[[float], float]:
    ref = thing.get("yref", "y")
    if "ysizemode" not in thing:
        return lambda value: plane.y(value, ref)
    anchor = plane.y(thing["yanchor"], ref)
    return lambda value: anchor - value  # pixels count upwards


def _rect(left: float, top: float, right: float, base: float) -> str:
    return (
        f'x="{number(left)}" y="{number(top)}" width="{number(right - left)}" '
        f'height="{number(base - top)}"'
    )
