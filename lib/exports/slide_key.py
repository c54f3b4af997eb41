"""The colours of editions, the marks of a logarithmic axis, with their meaning, for a legend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lib.charts.map_legend import HEIGHT
from lib.charts.theme import LIGHT
from lib.exports.exhibits import Chart
from lib.exports.slide_legend import MARK, Entries
from lib.exports.slide_looks import DASH, SPACE, Mark, mark
from lib.exports.slide_plot import Plot
from lib.wording.slides import column_name

MOST_EDITIONS: Final = 8  # more share their colours, or leave no room for bars
_SIDE: Final = 10  # pixels of the square of an edition, as tall as a block of a target is long


def editions(chart: Chart) -> Entries:
    """The colour of each edition whose projects have bars; none where they are of one alone.

    Bars of periods are named after their edition.
    """
    if "edition_id" not in chart.frame or "low" not in chart.frame:
        return []
    found = sorted(set(filter(None, chart.frame["edition_id"])), key=lambda own: (len(own), own))
    if not 1 < len(found) <= MOST_EDITIONS:
        return []
    edge, top = (MARK - _SIDE) / 2, (HEIGHT - _SIDE) / 2
    return [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg"><rect x="{edge}" y="{top}" width="{_SIDE}" '
            f'height="{_SIDE}" fill="{LIGHT.edition(own)}"/></svg>',
            chart.words.edition(own),
        )
        for own in found
    ]


def entries(plot: Plot) -> Entries:
    """Each kind of mark as SVG with what it means; none where all are exact targets.

    Grey stands for the colour of an edition. All slides of a chart have the same entries.
    """
    found = {one._replace(hue="") for bar in plot.whole for one in bar.values}
    if plot.kind != "marks" or {(one.look, one.role) for one in found} <= {("exact", "target")}:
        return []
    made = []
    for column in sorted(found, key=lambda one: (one.role == "result", one.place)):
        hue = LIGHT.text if column.role == "result" else LIGHT.muted
        drawing = "".join(_pieces(mark(column._replace(hue=hue))))
        name = column_name(column.look, column.role, plot.words)
        made.append((f'<svg xmlns="http://www.w3.org/2000/svg">{drawing}</svg>', name))
    return made


def _pieces(own: Mark) -> Iterator[str]:
    """A mark, in one piece or in dashes."""
    long = min(own.long, MARK)
    left, top, end = (MARK - long) / 2, (HEIGHT - own.thick) / 2, (MARK + long) / 2
    piece, step = (DASH * own.thick, (DASH + SPACE) * own.thick) if own.is_dashed else (long, long)
    while left < end:
        wide = min(piece, end - left)
        yield (
            f'<rect x="{left}" y="{top}" width="{wide}" height="{own.thick}" fill="{own.colour}"/>'
        )
        left += step
