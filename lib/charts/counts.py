"""Reports of one number over time, with the undated ones beside them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import pandas as pd

from lib.charts import bars, boxes, plane, rows
from lib.charts.project import value
from lib.charts.sheet import NARROWEST
from lib.charts.theme import UNKNOWN, Figure, Palette, axis, layout
from lib.charts.timeline import year_axis
from lib.figures.timeline import position
from lib.wording.conventions import SPACE
from lib.wording.sure import plain_certainty
from lib.wording.words import Words

HEIGHT, TOP, BOTTOM, LEFT, RIGHT = 250, 12, 28, 30, 8
DATED_SHARE, STRIP_SHARE = 0.62, 0.66  # of the width, where dated ones end, undated ones begin


def co_funder_counts(frame: pd.DataFrame, words: Words, palette: Palette) -> Figure:
    """How many co-funders were reported when; undated reports in a strip off the time axis.

    In: ``date`` (partial ISO date, "" where undated), the bound columns, ``is_headline``,
    ``publisher``, ``authority``. Rows without a number are left out. The
    headline is a full dot, the others are grey. Raises ``ValueError``
    when no row is left.
    """
    found = list(rows.required(frame[frame["stated_count"] > 0], "funding.co_funder_counts"))
    moments = [position(row.date) for row in found]
    known = [moment for moment in moments if not math.isnan(moment)]
    first = math.floor(min(known, default=0.0))
    last = max(math.ceil(max(known, default=0.0)), first + 1)
    has_strip = len(known) < len(found)
    dated_share = DATED_SHARE if has_strip else 1.0
    top = max(*(value(row) for row in found), 1.0) * 1.25
    surface = plane.Plane(LEFT, RIGHT, HEIGHT - TOP - BOTTOM)

    base = layout(palette, HEIGHT)
    base["margin"] |= {"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM}
    ticks = bars.steps(top)
    dated = [0, dated_share]
    base["xaxis"] = year_axis(
        palette, first, last, room=dated_share * (NARROWEST - LEFT - RIGHT), domain=dated
    )
    base["yaxis"] = axis(
        palette, range=[0, top], tickvals=ticks, ticktext=[words.number(tick) for tick in ticks]
    )
    if has_strip:
        base |= _strip(words, palette)

    groups: dict[tuple[float, float], list[tuple[Any, float]]] = {}
    for row, moment in zip(found, moments, strict=True):
        share = (1 + STRIP_SHARE) / 2
        if not math.isnan(moment):
            share = dated_share * (moment - first) / (last - first)
        groups.setdefault((share, value(row)), []).append((row, moment))
    points = [
        plane.Point(
            share,
            surface.height * (1 - at / top),
            _joined(words.bound(row.low, row.high, row.is_approximate) for row, _at in members),
            _joined(row.publisher for row, _at in members),
            _joined(words.date(row.date).replace(" ", SPACE) for row, _at in members if row.date),
            region=(STRIP_SHARE, 1) if share > dated_share else (0, dated_share),
        )
        for (share, at), members in groups.items()
    ]
    base["annotations"] = [
        plane.annotation(
            point,
            spot,
            palette,
            x=point.share,
            xref="paper",
            y=at,
            yref="y",
            bgcolor=palette.panel if point.share > dated_share else palette.ground,
        )
        for point, spot, (_share, at) in zip(
            points, plane.place(points, surface), groups, strict=True
        )
    ]
    traces = [
        _report(row, moment, words, palette, is_alone=len(members) == 1)
        for members in groups.values()
        for row, moment in members
    ]
    return {"data": traces, "layout": base}


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(texts))


def _strip(words: Words, palette: Palette) -> dict[str, Any]:
    """The axis of the undated reports, with a shade under it: they have no place in time."""
    strip = axis(
        palette,
        domain=[STRIP_SHARE, 1],
        range=[0, 1],
        showgrid=False,
        tickvals=[0.5],
        ticktext=[words.gettext("undated")],
    )
    shade = {
        "type": "rect",
        "xref": "paper",
        "yref": "paper",
        "x0": STRIP_SHARE,
        "x1": 1,
        "y0": 0,
        "y1": 1,
        "fillcolor": palette.panel,
        "line": {"width": 0},
        "layer": "below",
    }
    return {"xaxis2": strip, "shapes": [shade]}


def _report(
    row: Any, moment: float, words: Words, palette: Palette, *, is_alone: bool
) -> dict[str, Any]:
    """A point; one that shares its place with others says whose it is."""
    is_undated = math.isnan(moment)
    colour = palette.text if row.is_headline else palette.organisation_type(UNKNOWN)
    said = words.bound_in_words(row.low, row.high, row.is_approximate)
    date = words.gettext("undated") if is_undated else words.date(row.date)
    told = boxes.told_alone(
        said,
        "" if is_alone else row.publisher,
        words.authority(row.authority),
        plain_certainty(row, words),
    )
    return {
        "type": "scatter",
        "mode": "markers",
        "name": row.publisher,
        "x": [0.5 if is_undated else moment],
        "y": [value(row)],
        "xaxis": "x2" if is_undated else "x",
        "cliponaxis": False,
        "marker": {"size": 11, "color": colour, "opacity": 1, "line": {"width": 0}},
        "hovertext": [boxes.hover(said, row.publisher, date, words.authority(row.authority))],
        "hovertemplate": f"{told}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }
