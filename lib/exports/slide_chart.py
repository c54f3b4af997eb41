"""A figure as a native chart of a slide: bars whose fill says how sure, words after each bar.

Solid is certain, hatched is possible, pale is about; an arrow in the words means at least. The
words stand in a series of their own without a fill, which is as editable as the others.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)  # fmt: skip
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt
from xlsxwriter import Workbook

from lib.charts.text import width
from lib.charts.theme import LIGHT, mix
from lib.exports.slide_bars import Bar
from lib.exports.slide_text import POINT, rgb

SIZE: Final = 14  # points of names and words
MOST_BARS, MOST_BROKEN = 14, 8  # bars of a slide; of one whose names break
THICK, TALLEST = 34, 96  # points: the thickest bar, the most room of one with the gap after it
LOWEST: Final = 56  # points of a bar with the gap after it, above a table
FOOT: Final = 30  # points of the names of the fills, or of an axis, below the bars
LABELS: Final = 0.36  # of the width at most for names
MARGIN: Final = 12  # points between a bar and its words, and after them
KIND: Final = XL_CHART_TYPE.BAR_STACKED


class Plot(NamedTuple):
    """The bars of one chart, the names of its five series, a colour for each bar."""

    bars: Sequence[Bar]
    names: Sequence[str]
    colours: Sequence[str]
    is_logarithmic: bool = False

    @property
    def has_years(self) -> bool:
        """Whether it shows periods."""
        return any(bar.start for bar in self.bars)

    @property
    def first(self) -> float:
        """Where its axis begins: on a logarithmic one a power of ten below all numbers."""
        if not self.is_logarithmic:
            return min((bar.start for bar in self.bars), default=0.0)
        known = [number for bar in self.bars for number in (bar.stated, bar.end) if number > 0]
        return float(10 ** (math.ceil(math.log10(min(known, default=10))) - 1))

    @property
    def end(self) -> float:
        """The end of its longest bar."""
        return max([self.first, *(bar.end for bar in self.bars)])

    def share(self, number: float) -> float:
        """How far along the longest bar a number lies, 0 to 1."""
        if self.end <= self.first or number <= self.first:
            return 0.0
        if self.is_logarithmic:
            return math.log(number / self.first) / math.log(self.end / self.first)
        return (number - self.first) / (self.end - self.first)

    def last(self, wide: float) -> float:
        """Where its axis ends, so that all words have room in ``wide`` points."""
        least = 0.25 * wide  # of the longest bar, however long the words are
        long = min(
            (max(least, wide - _after(bar)) / self.share(bar.end)
             for bar in self.bars if self.share(bar.end)),
            default=wide,
        )  # fmt: skip
        more = wide / max(least, min(wide, long))
        if self.is_logarithmic:
            return float(self.first * (self.end / self.first) ** more)
        return self.first + ((self.end - self.first) or 1.0) * more


def _after(bar: Bar) -> float:
    return width(bar.words, SIZE) + 2 * MARGIN


def most(bars: Sequence[Bar], wide: int) -> int:
    """How many bars a slide holds: fewer where names break into two lines."""
    longest = max((width(bar.label, SIZE) for bar in bars), default=0.0)
    return MOST_BARS if longest + 14 <= wide / POINT * LABELS else MOST_BROKEN


def height(plot: Plot) -> int:
    """EMU that a chart needs at most."""
    return round((len(plot.bars) * TALLEST + 2 * FOOT) * POINT)


def least(plot: Plot) -> int:
    """EMU that a chart needs above its table."""
    return round((len(plot.bars) * LOWEST + 2 * FOOT) * POINT)


def _names_wide(plot: Plot, wide: float) -> float:
    longest = max((width(bar.label, SIZE) for bar in plot.bars), default=0.0)
    return min(longest + 14, wide * LABELS)


class _Numbers(CategoryChartData):
    """What opens when somebody edits a chart: texts that begin like a formula stay texts."""

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook inside a chart."""
        written = io.BytesIO()
        literal = {"strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(written, {"in_memory": True, **literal}) as book:
            self._workbook_writer._populate_worksheet(book, book.add_worksheet())
        return written.getvalue()


def data_of(plot: Plot, wide: int) -> Any:
    """The numbers behind a chart that is ``wide`` EMU."""
    points = wide / POINT
    last = plot.last(points - _names_wide(plot, points))
    data: Any = _Numbers()  # type: ignore[no-untyped-call]
    data.categories = [bar.label for bar in plot.bars]
    rows = [
        (bar.start, bar.stated, bar.about, bar.possible, last - max(bar.end, plot.first))
        for bar in plot.bars
    ]
    if plot.is_logarithmic:  # nothing lies at zero there: an empty bar's words begin the axis
        rows = [(0 if any(row[:4]) else plot.first, *row[1:]) for row in rows]
    for name, column in zip(plot.names, zip(*rows, strict=True), strict=True):
        held = [number or None for number in column] if plot.is_logarithmic else column
        data.add_series(name, held)
    return data


def paint(chart: Any, plot: Plot, wide: int, high: int, font: str) -> None:
    """Give a chart its look: fills that say how sure, words after the bars."""
    chart.has_title = False
    chart.font.size, chart.font.name = Pt(SIZE), font
    chart.font.color.rgb = rgb(LIGHT.text)
    _axes(chart, plot, wide / POINT)
    before, stated, about, possible, said = chart.plots[0].series
    for hidden in (before, said):
        hidden.format.fill.background()
        hidden.format.line.fill.background()
    for series in (stated, about, possible):
        _fill(series, LIGHT.text, series is possible, series is about)
    for place, colour in enumerate(plot.colours):
        bar = plot.bars[place]
        for series, length in ((stated, bar.stated), (about, bar.about), (possible, bar.possible)):
            if length:
                _fill(series.points[place], colour, series is possible, series is about)
        label = said.points[place].data_label
        label.has_text_frame = True
        label.text_frame.text = bar.words
        label.text_frame.word_wrap = False
        label.position = XL_LABEL_POSITION.INSIDE_BASE
    _legend(chart, plot)
    _layout(chart, plot, wide / POINT, high / POINT)


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
    axis.maximum_scale = plot.last(wide - _names_wide(plot, wide))
    axis.visible = axis.has_major_gridlines = plot.has_years or plot.is_logarithmic
    if not axis.visible:
        return
    axis.major_gridlines.format.line.color.rgb = rgb(LIGHT.border)
    axis.format.line.fill.background()
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH  # rows run down: high is below them
    axis.tick_labels.font.size = Pt(12)
    axis.tick_labels.font.color.rgb = rgb(LIGHT.muted)
    digits = "0" if plot.has_years else "#,##0"
    axis.tick_labels.number_format = f'[<={math.ceil(plot.end)}]{digits};""'
    axis.tick_labels.number_format_is_linked = False
    if plot.has_years:
        axis.major_unit = max(1, round((plot.end - plot.first) / 8))
    else:
        scaling = axis._element.find(qn("c:scaling"))
        scaling.insert(0, scaling.makeelement(qn("c:logBase"), {"val": "10"}))


def _legend(chart: Any, plot: Plot) -> None:
    """The names of the fills, where there is more than the solid one."""
    chart.has_legend = any(bar.about or bar.possible for bar in plot.bars)
    if not chart.has_legend:
        return
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(12)
    at = chart.legend._element.find(qn("c:legendPos"))
    # Some programs count these from the last series: only what is symmetrical is left out by all.
    has_about = any(bar.about for bar in plot.bars)
    for unseen in (4, 0) if has_about else (4, 2, 0):
        entry = f'<c:idx val="{unseen}"/><c:delete val="1"/>'
        at.addnext(parse_xml(f"<c:legendEntry {nsdecls('c')}>{entry}</c:legendEntry>"))


def _layout(chart: Any, plot: Plot, wide: float, high: float) -> None:
    """Where the bars stand: names have the width they need, bars are never thick."""
    names = _names_wide(plot, wide)
    below = FOOT * (chart.value_axis.visible + chart.has_legend)
    room = high - below
    thick = min(THICK, 0.66 * room / len(plot.bars))
    chart.plots[0].overlap = 100
    chart.plots[0].gap_width = min(500, round((room / len(plot.bars) / thick - 1) * 100))
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    edges = {"x": names / wide, "y": 0, "w": 1 - names / wide, "h": room / high}
    area.insert(0, parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
        '<c:xMode val="edge"/><c:yMode val="edge"/>'
        + "".join(f'<c:{name} val="{share:.4f}"/>' for name, share in edges.items())
        + "</c:manualLayout></c:layout>"
    ))  # fmt: skip


def _fill(point: Any, colour: str, is_hatched: bool, is_pale: bool) -> None:
    fill = point.format.fill
    if is_hatched:
        fill.patterned()
        fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        fill.fore_color.rgb = rgb(colour)
        fill.back_color.rgb = rgb(LIGHT.ground)
    else:
        fill.solid()
        fill.fore_color.rgb = rgb(mix(colour, LIGHT.ground, 0.4) if is_pale else colour)
    point.format.line.color.rgb = rgb(colour)
