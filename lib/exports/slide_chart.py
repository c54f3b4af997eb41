"""A figure as a native chart of a slide: bars whose fill says how sure, words after each bar.

Every series holds the numbers of one kind. The words after a bar are its number in a format of its
own, so that they follow what somebody types; those of periods are read from cells beside the
numbers. A mark on a logarithmic axis is the error bar of a bar that is not seen.
"""

from __future__ import annotations

import math
from typing import Any, Final

from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)  # fmt: skip
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from lib.charts.theme import LIGHT
from lib.exports.slide_bars import Column
from lib.exports.slide_labels import axis_format
from lib.exports.slide_looks import NONE, look, mark, solid
from lib.exports.slide_plot import FINE, FOOT, SIZE, Plot
from lib.exports.slide_text import BODY, POINT, rgb
from lib.exports.slide_words import cells, from_cells, labels

THICK: Final = 34  # points: the thickest bar
_TYPES: Final = {"years": XL_CHART_TYPE.BAR_STACKED}


def kind(plot: Plot) -> Any:
    """The type of chart that draws it."""
    return _TYPES.get(plot.kind, XL_CHART_TYPE.BAR_CLUSTERED)


def paint(chart: Any, plot: Plot, wide: int, high: int) -> None:
    """Give a chart its look: fills that say how sure, words after the bars."""
    chart.has_title = False
    chart.font.size, chart.font.name = Pt(SIZE), BODY
    chart.font.color.rgb = rgb(LIGHT.text)
    _axes(chart, plot, wide / POINT)
    shown = list(chart._chartSpace.iter(qn("c:ser")))
    for series, column in zip(shown, plot.columns, strict=False):
        _series(series, plot, column)
    if plot.kind == "years":
        _replace(shown[-1], _shape(f"{NONE}<a:ln>{NONE}</a:ln>"), "", from_cells(plot))
        shown[-1].append(cells(plot, len(shown)))
    _legend(chart, plot)
    _layout(chart, plot, wide / POINT, high / POINT)


def year_lines(plot: Plot, wide: int, high: int) -> list[tuple[int, int]]:
    """How far from the left of a chart the line of each year stands, and how tall, in EMU.

    Those of the chart itself would run on behind the words, where no year is written. Charts of
    other kinds have none.
    """
    if plot.kind != "years":
        return []
    points = wide / POINT
    names = plot.names_wide(points)
    room, last = points - names, plot.last(points - names)
    shares = [plot.share(year, last) for year in plot.ticks(last)]
    return [(round((names + share * room) * POINT), high - FOOT * POINT) for share in shares]


def _series(series: Any, plot: Plot, column: Column) -> None:
    """The look of a column, of each of its bars that has another colour, the words after them."""
    own = [(place, bar) for place, bar in enumerate(plot.bars) if column in bar.values]
    if plot.kind == "marks":
        _replace(series, _shape(NONE), "", labels(own, column, plot), _mark(column))
        return
    points = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{_shape(look(column, bar.colour))}</c:dPt>"
        for place, bar in own
        if column.look not in ("start", "not_stated")
    )
    said = "" if plot.kind == "years" else labels(own, column, plot)
    _replace(series, _shape(look(column, LIGHT.text)), points, said)


def _replace(series: Any, shape: str, points: str, said: str, more: str = "") -> None:
    """What python-pptx would write element by element."""
    for name in ("spPr", "invertIfNegative"):
        for old in series.findall(qn(f"c:{name}")):
            series.remove(old)
    invert = '<c:invertIfNegative val="0"/>'
    made = parse_xml(f"<c:x {nsdecls('c', 'a')}>{shape}{invert}{points}{said}{more}</c:x>")
    at = series.find(qn("c:tx"))
    for one in reversed(list(made)):
        at.addnext(one)


def _shape(drawn: str) -> str:
    return f"<c:spPr>{drawn}</c:spPr>"


def _mark(column: Column) -> str:
    """A mark whose right edge is the number."""
    own = mark(column)
    dash = '<a:prstDash val="sysDash"/>' if own.is_dashed else ""
    line = f'<a:ln w="{own.thick * POINT}" cap="flat">{solid(own.colour)}{dash}</a:ln>'
    return (
        '<c:errBars><c:errBarType val="minus"/><c:errValType val="percentage"/>'
        f'<c:noEndCap val="1"/><c:val val="{own.long}"/>{_shape(line)}'
        "</c:errBars>"
    )


def _axes(chart: Any, plot: Plot, wide: float) -> None:
    names, axis = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = rgb(LIGHT.text)
    names.has_major_gridlines = False
    skip = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')  # every bar keeps its name
    names._element.find(qn("c:lblOffset")).addnext(skip)
    axis.minimum_scale = plot.first
    axis.maximum_scale = plot.last(wide - plot.names_wide(wide))
    axis.visible = plot.has_axis
    axis.has_major_gridlines = plot.has_axis and plot.kind != "years"
    if not plot.has_axis:
        return
    if axis.has_major_gridlines:
        axis.major_gridlines.format.line.color.rgb = rgb(LIGHT.border)
    axis.format.line.fill.background()
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH  # rows run down: high is below them
    axis.tick_labels.font.size = Pt(FINE)
    axis.tick_labels.font.color.rgb = rgb(LIGHT.muted)
    axis.tick_labels.number_format = (
        f'[<={math.ceil(plot.end)}]0;""'
        if plot.kind == "years"
        else axis_format(plot.ticks(axis.maximum_scale), plot.words)
    )
    axis.tick_labels.number_format_is_linked = False
    if plot.kind == "years":
        axis.major_unit = plot.step
    elif plot.kind == "marks":
        scaling = axis._element.find(qn("c:scaling"))
        scaling.insert(0, scaling.makeelement(qn("c:logBase"), {"val": "10"}))
    elif plot.end:
        axis.major_unit = plot.step


def _legend(chart: Any, plot: Plot) -> None:
    """The names of the fills, where there is more than the solid one."""
    seen = {(one.look, one.role) for one in plot.columns} - {("exact", "")}
    chart.has_legend = plot.kind == "bars" and bool(seen)
    if not chart.has_legend:
        return
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(12)


def _layout(chart: Any, plot: Plot, wide: float, high: float) -> None:
    """Where the bars stand: names have the width they need, bars are never thick."""
    names = plot.names_wide(wide)
    room = high - FOOT * (plot.has_axis + chart.has_legend)
    thick = min(THICK, 0.66 * room / len(plot.bars))
    chart.plots[0].overlap = 100
    chart.plots[0].gap_width = min(500, round((room / len(plot.bars) / thick - 1) * 100))
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    edges = {"x": names / wide, "y": 0, "w": plot.long(wide - names) / wide, "h": room / high}
    area.insert(0, parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
        '<c:xMode val="edge"/><c:yMode val="edge"/>'
        + "".join(f'<c:{name} val="{share:.4f}"/>' for name, share in edges.items())
        + "</c:manualLayout></c:layout>"
    ))  # fmt: skip
