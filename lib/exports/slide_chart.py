"""A figure as a native chart of a slide: bars whose fill says how sure, words after each bar.

Solid is certain, hatched is possible, pale is about; an arrow in the words means at least. The
words stand in a series of their own without a fill, which is as editable as the others.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_PATTERN
from pptx.util import Pt

from lib.charts.theme import LIGHT, mix
from lib.exports.exhibits import Chart
from lib.model.accent import channels
from lib.model.quantity import ending
from lib.model.rows import each
from lib.wording.words import Words

ROOM: Final = 0.62  # of the longest bar, kept for the words after it
KIND: Final = XL_CHART_TYPE.BAR_STACKED


class Bar(NamedTuple):
    """One bar: where it begins, what is certain, about, possible; the words after it."""

    label: str
    start: float
    stated: float
    about: float
    possible: float
    words: str

    @property
    def end(self) -> float:
        """Where its words begin."""
        return self.start + self.stated + self.about + self.possible


def panels(exhibit: Chart) -> list[tuple[str, list[Bar]]]:
    """The bars of a chart, those that share an axis together: a name ("" for one) with its bars."""
    frame, words = exhibit.frame, exhibit.words
    labels = _labels(exhibit.texts())
    if "low" not in frame:
        return [("", _spans(frame, labels))]
    units = frame["currency_code"] if "currency_code" in frame else pd.Series("", frame.index)
    found: dict[str, list[Bar]] = {}
    rows: list[Any] = frame.to_dict("records")
    for label, unit, row in zip(labels, units, rows, strict=True):
        found.setdefault(str(unit), []).append(_bar(label, row, words))
    return list(found.items())


def _labels(texts: pd.DataFrame) -> list[str]:
    """What each row is called: its first column, with the next ones where that is not enough."""
    names = texts.iloc[:, 0].tolist()
    for place in range(1, min(3, texts.shape[1])):
        if len(set(names)) == len(names):
            break
        pairs = zip(names, texts.iloc[:, place], strict=True)
        names = [f"{name} · {more}" if more else name for name, more in pairs]
    return names


def _bar(label: str, row: Any, words: Words) -> Bar:
    low, high, about = row["low"], row["high"], bool(row["is_approximate"])
    kind = ending(low, high, about)
    if kind == "not_stated":
        return Bar(label, 0, 0, 0, 0, words.gettext("not stated"))
    code = row.get("currency_code") or ""
    said = words.amount(low, high, about, code) if code else words.bound(low, high, about)
    said = f"{said} {row.get('unit') or ''}".strip()
    for other in row.get("differs") or ():
        said += f" · ≠ {words.bound(other[0], other[1], bool(other[2]))}"
    if kind == "about":
        return Bar(label, 0, 0, low, 0, said)
    possible = high - low if math.isfinite(high) else 0.0
    return Bar(label, 0, low, 0, possible, f"→ {said}" if kind == "at_least" else said)


def _spans(frame: pd.DataFrame, labels: Sequence[str]) -> list[Bar]:
    """Periods: from their start as far as it is stated; the words say what is not."""
    found = []
    for label, row in zip(labels, each(frame), strict=True):
        start, end, said = float(row.start), float(row.end), str(row.period_text)
        if math.isnan(start):
            found.append(Bar(label, 0, 0, 0, 0, said))
        elif math.isnan(end):
            found.append(Bar(label, start, 0, 0, 0, f"→ {said}"))
        else:
            found.append(Bar(label, start, end - start, 0, 0, said))
    known = [bar.start for bar in found if bar.start]
    first = math.floor(min(known, default=0.0))
    return [bar if bar.start else bar._replace(start=float(first)) for bar in found]


def data_of(bars: Sequence[Bar], names: Sequence[str]) -> CategoryChartData:
    """The numbers behind a chart; ``names`` are those of its five series."""
    data = CategoryChartData()
    data.categories = [bar.label for bar in bars]
    longest = max((bar.end for bar in bars), default=1) - _first(bars) or 1
    columns = zip(*((bar.start, bar.stated, bar.about, bar.possible) for bar in bars), strict=True)
    for name, column in zip(names, columns, strict=False):
        data.add_series(name, column)
    data.add_series(names[-1], [longest * ROOM] * len(bars))
    return data


def _first(bars: Sequence[Bar]) -> float:
    return min((bar.start for bar in bars), default=0.0)


def paint(chart: Any, bars: Sequence[Bar], colours: Sequence[str], font: str) -> None:
    """Give a chart its look: fills that say how sure, words after the bars, no axis of numbers."""
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name = Pt(12), font
    chart.font.color.rgb = _rgb(LIGHT.text)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    chart.category_axis.reverse_order = True
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.format.line.color.rgb = _rgb(LIGHT.border)
    chart.category_axis.has_major_gridlines = False
    axis = chart.value_axis
    axis.minimum_scale = _first(bars)
    axis.visible = axis.has_major_gridlines = False
    before, stated, about, possible, said = plot.series
    for hidden in (before, said):
        hidden.format.fill.background()
        hidden.format.line.fill.background()
    for place, colour in enumerate(colours):
        for series in (stated, about, possible):
            _fill(series.points[place], colour, series is possible, series is about)
        label = said.points[place].data_label
        label.position = XL_LABEL_POSITION.INSIDE_BASE
        label.has_text_frame = True
        label.text_frame.text = bars[place].words


def _fill(point: Any, colour: str, is_hatched: bool, is_pale: bool) -> None:
    fill = point.format.fill
    if is_hatched:
        fill.patterned()
        fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        fill.fore_color.rgb = _rgb(colour)
        fill.back_color.rgb = RGBColor(255, 255, 255)
    else:
        fill.solid()
        fill.fore_color.rgb = _rgb(mix(colour, LIGHT.ground, 0.4) if is_pale else colour)
    point.format.line.color.rgb = _rgb(colour)


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*channels(colour))
