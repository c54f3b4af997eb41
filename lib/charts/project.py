"""Charts of one project."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from lib.charts import bars, boxes, plane, rows
from lib.charts.text import width
from lib.charts.theme import AXIS_SIZE, Figure, Palette, axis, layout, mix, translucent
from lib.charts.timeline import year_axis
from lib.model.quantity import ending
from lib.wording.conventions import SPACE
from lib.wording.sure import plain_certainty
from lib.wording.words import Words

MOST_LABEL = 150  # pixels; a longer label is read in the hover box
HEIGHT, TOP, BOTTOM, LEFT, RIGHT, MOST_RIGHT = 330, 16, 28, 34, 16, 84


def openings(frame: pd.DataFrame, words: Words, palette: Palette) -> Figure:
    """Dated reports of one count, joined by a dotted line, beside the stated targets.

    In: ``as_of_date`` (partial ISO date; when a target is due), ``position`` (decimal year; rows
    with NaN are left out), the bound columns, ``row_kind`` (result, target), ``label`` (a place or
    an event, may be ""), ``publisher``; ``edition_id`` gives the hue where it is there. Points
    stand at the lower end of an open bound, at the upper end of any other.
    Raises ``ValueError`` when no row has a date and a number.
    """
    dated = frame[frame["position"].notna() & (frame["stated_count"] > 0)]
    dated = dated.sort_values("position", kind="stable")
    found = list(rows.required(dated, "project.openings"))
    values = [value(row) for row in found]
    first, last = math.floor(min(dated["position"])), math.ceil(max(dated["position"]))
    last, top = max(last, first + 1), max(*values, 1.0) * 1.12
    colour = palette.edition(found[0].edition_id)
    right = _right([((row.position - first) / (last - first), row) for row in found], words)
    surface = plane.Plane(LEFT, right, HEIGHT - TOP - BOTTOM)
    points = [
        plane.Point(
            (row.position - first) / (last - first),
            surface.height * (1 - at / top),
            words.bound(row.low, row.high, row.is_approximate),
            *_shown(*_words(row, words)),
            is_left_first=row.row_kind == "target",
        )
        for row, at in zip(found, values, strict=True)
    ]
    reports = [n for n, row in enumerate(found) if row.row_kind == "result"]
    spots = plane.place(points, surface, _along([points[n] for n in reports]))
    notes = [
        plane.annotation(point, spot, palette, x=row.position, y=at)
        for point, spot, row, at in zip(points, spots, found, values, strict=True)
    ]
    traces = [_line([found[n] for n in reports], [values[n] for n in reports], colour)]
    traces += [
        _points([(row, at) for row, at in zip(found, values, strict=True) if row.row_kind == kind],
                kind, colour, words, palette)
        for kind in ("target", "result")
    ]  # fmt: skip
    base = layout(palette, HEIGHT, annotations=notes, shapes=_arrows(found, values, colour))
    base["margin"] |= {"l": LEFT, "r": right, "t": TOP, "b": BOTTOM}
    ticks = bars.steps(top)
    base["xaxis"] = year_axis(palette, first, last)
    base["yaxis"] = axis(
        palette, range=[0, top], tickvals=ticks, ticktext=[words.number(tick) for tick in ticks]
    )
    return {"data": [trace for trace in traces if trace["x"]], "layout": base}


def _right(found: Sequence[tuple[float, Any]], words: Words) -> float:
    """The right margin in pixels that has room for a date after the last points, in one piece."""
    narrowest = plane.WIDTHS[0] - LEFT
    margins = [float(RIGHT)]
    for share, row in found:
        piece = max(_words(row, words)[1].split(" "), key=len)
        room = plane.CLEAR + width(piece, AXIS_SIZE, 500) + plane.EDGE
        margins.append((room - (1 - share) * narrowest) / max(share, 0.5))
    return min(max(margins), MOST_RIGHT)


def value(row: Any) -> float:
    """Where a bound stands as a point: the end that is stated."""
    return float(row.low if math.isinf(row.high) else row.high)


def _words(row: Any, words: Words) -> tuple[str, str]:
    """What stands after the number: "due by Dec 2022", or "Kovačica" with "30 Sept 2021"."""
    date = words.date(row.as_of_date).replace(" ", SPACE)
    if row.row_kind == "target":
        date = words.gettext("due by {date}").format(date=date)
    return row.label, date


def _told(row: Any, words: Words) -> str:
    """What the label of a point does not say: a name that is too long, who says it, how sure."""
    shown, _date = _shown(row.label, "")
    said = words.bound_in_words(row.low, row.high, row.is_approximate)
    name = "" if shown else row.label
    return boxes.told_alone(said, name, row.publisher, plain_certainty(row, words))


def _shown(label: str, date: str) -> tuple[str, str]:
    return (label if width(label, AXIS_SIZE) <= MOST_LABEL else ""), date


def _along(points: Sequence[plane.Point]) -> list[plane.Point]:
    """Points along the line that joins the reports, so that labels can keep off it."""
    found = []
    for one, other in zip(points, points[1:], strict=False):
        for n in range(1, 12):
            share = one.share + (other.share - one.share) * n / 12
            found.append(plane.Point(share, one.y + (other.y - one.y) * n / 12))
    return found


def _line(found: Sequence[Any], values: Sequence[float], colour: str) -> dict[str, Any]:
    """The dotted line: reports in order of time, nothing known in between."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "reports",
        "x": [row.position for row in found],
        "y": list(values),
        "line": {"color": colour, "width": 2, "dash": "3px,4px"},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _points(
    found: Sequence[tuple[Any, float]], kind: str, colour: str, words: Words, palette: Palette
) -> dict[str, Any]:
    """Full dots for reports (pale where approximate), hollow diamonds for targets."""
    is_target = kind == "target"
    pale = mix(colour, palette.ground, 0.26)
    fills = [
        palette.ground if is_target else pale if row.is_approximate else colour
        for row, _at in found
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": kind,
        "x": [row.position for row, _at in found],
        "y": [at for _row, at in found],
        "cliponaxis": False,
        "marker": {
            "symbol": "diamond" if is_target else "circle",
            "size": 13 if is_target else 11,
            "color": fills,
            "opacity": 1,
            "line": {"color": palette.text if is_target else colour, "width": 1.8},
        },
        "hovertext": [
            boxes.hover(
                words.bound_in_words(row.low, row.high, row.is_approximate), *_words(row, words)
            )
            for row, _at in found
        ],
        "hovertemplate": [f"{_told(row, words)}<extra></extra>" for row, _at in found],
        "unselected": {"marker": {"opacity": 1}},
    }


def _arrows(found: Sequence[Any], values: Sequence[float], colour: str) -> list[dict[str, Any]]:
    """An arrow up from a lower bound, a cap on an upper one."""
    shapes = []
    for row, at in zip(found, values, strict=True):
        kind = ending(row.low, row.high, row.is_approximate)
        if kind == "at_least":
            path = "M 0,7 L 0,24 M -4,19 L 0,24 L 4,19"
        elif kind in ("up_to", "range"):
            path = "M -10,0 L 10,0"
        else:
            continue
        shapes.append(
            {
                "type": "path",
                "path": path,
                "xsizemode": "pixel",
                "ysizemode": "pixel",
                "xanchor": row.position,
                "yanchor": at,
                "line": {"color": colour, "width": 2},
                "fillcolor": translucent(colour, 0),
            }
        )
    return shapes
