"""A chart as SVG: what Plotly draws in a browser, drawn without one.

Charts are Plotly figures of a small, known language (:mod:`lib.charts.svg_known`); this draws that
language and no more, at a width. Files show the charts of the pages thereby, mark for mark, as
vectors, with their texts as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from lib.charts import svg_marks as marks
from lib.charts import svg_text as texts
from lib.charts.svg_known import check
from lib.charts.svg_plane import Plane, number, paint
from lib.charts.theme import Figure

_DRAWN = {"bar": marks.bars, "scatter": marks.scatter}


def svg(figure: Figure, width: float) -> str:
    """Draw a figure ``width`` pixels wide; its height is that of its layout.

    Raises ``ValueError`` for anything in it that would not be drawn as Plotly draws it.
    """
    check(figure)
    layout = figure["layout"]
    body = "".join(_layers(figure, width))
    size = f'width="{number(width)}" height="{number(layout["height"])}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'viewBox="0 0 {number(width)} {number(layout["height"])}" '
        f'font-family="{escape(layout["font"]["family"])}">'
        f"<defs>{marks.hatches(figure['data'])}</defs>"
        f"<rect {size} {paint('fill', layout['paper_bgcolor'])}/>{body}</svg>"
    )


def _layers(figure: Figure, width: float) -> Iterator[str]:
    """From the bottom: shapes below, lines of the axes, traces, shapes, numbers, labels."""
    layout: Mapping[str, Any] = figure["layout"]
    plane, shapes = Plane.of(layout, width), layout.get("shapes", ())
    axes = {name: layout[f"{name[0]}axis{name[1:]}"] for name in plane.scales}
    yield from (marks.shape(one, plane) for one in shapes if one.get("layer") == "below")
    for name, axis in axes.items():
        yield from texts.grid(name, axis, plane)
    # Plotly draws axis by axis, and on each the bars below all else.
    order = sorted(figure["data"], key=lambda trace: (trace.get("xaxis", "x"), trace["type"]))
    for trace in order:
        yield from _DRAWN[trace["type"]](trace, plane)
    yield from (marks.shape(one, plane) for one in shapes if one.get("layer") != "below")
    for name, axis in axes.items():
        yield from texts.ticks(name, axis, plane, width)
    for note in layout.get("annotations", ()):
        yield from texts.annotation(note, plane)
