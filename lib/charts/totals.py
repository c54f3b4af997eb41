"""Charts of sums: any number of rows, a few marks, each ending as sure as its sum is."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.charts import bars, boxes, points, rows
from lib.charts.endings import FADE, cap, fade, tick, wave
from lib.charts.sheet import NARROWEST, Sheet
from lib.charts.theme import Figure, Palette, axis
from lib.model.quantity import ending
from lib.model.rows import each
from lib.wording.money import short, span
from lib.wording.words import Words


def committed(frame: pd.DataFrame, words: Words, palette: Palette) -> Figure:
    """Money by type of payer, a bar a group: what is at least committed, then how far it may go.

    In, in drawing order, all in one currency: ``group_id``, ``name`` (of the group),
    ``organisation_type``, ``currency_code``, the bound columns. Pieces carry ``[group_id]``.
    Raises ``ValueError`` for an empty frame.
    """
    sheet = Sheet(palette)
    rows.required(frame, "totals.committed")
    groups = [own for _, own in frame.groupby("group_id", sort=False)]
    sums = [(own["low"].sum(), own["high"].sum()) for own in groups]
    limit = bars.limit(*sums)
    pieces: dict[str, list[dict[str, Any]]] = {}
    for own, (low, high) in zip(groups, sums, strict=True):
        name, code = own["name"].iloc[0], own["currency_code"].iloc[0]
        is_approximate = bool(own["is_approximate"].any())
        y = _named(sheet, name, short(low, high, is_approximate, code, words))
        start = 0.0
        for row in each(own):
            kind = words.organisation_type(row.organisation_type)
            amount = span(row.low, row.high, row.is_approximate, code, words)
            hover = boxes.hover(name, words.of(kind, amount))
            piece = {"x": row.low, "base": start, "y": y, "hovertext": hover}
            own_pieces = pieces.setdefault(row.organisation_type, [])
            own_pieces.append({**piece, "customdata": [row.group_id]})
            start += row.low
        last = palette.organisation_type(own["organisation_type"].iloc[-1])
        hover = boxes.hover(name, span(low, high, is_approximate, code, words))
        _end(sheet, bars.Mark(low, high, is_approximate, last, name, hover, []), y, limit)
    sheet.traces[:0] = [_trace(kind, own, palette) for kind, own in pieces.items()]
    return sheet.figure(bottom=8, xaxis=_unwritten(palette, limit))


def by_project(
    frame: pd.DataFrame, words: Words, palette: Palette, narrowest: int = NARROWEST
) -> Figure:
    """Money of single projects beside the number of their sites, a bar a project.

    In, in drawing order, all in one currency: ``project_id``, ``project``, ``edition_id``,
    ``currency_code``, the bound columns, ``site_count``. Bars carry ``[project_id]``.
    ``narrowest``: pixels that there are at least. Raises ``ValueError`` for an empty frame.
    """
    sheet = Sheet(palette, narrowest)
    found = list(rows.required(frame, "totals.by_project"))
    limit = bars.limit(frame["low"], frame["high"])
    for row in found:
        bound = (row.low, row.high, row.is_approximate)
        amount = span(*bound, row.currency_code, words)
        said = short(*bound, row.currency_code, words)
        places = words.ngettext("{n} place", "{n} places", row.site_count)
        places = places.format(n=words.number(row.site_count))
        y = _named(sheet, row.project, f"{said} · {places}")
        hover = boxes.hover(row.project, amount, places, words.edition(row.edition_id))
        colour = palette.edition(row.edition_id)
        end = bars.draw(
            sheet, bars.Mark(*bound, colour, row.project, hover, [row.project_id]), y, limit
        )
        sheet.reserve(end.share, end.shift)
    return sheet.figure(bottom=8, xaxis=_unwritten(palette, limit))


def by_indicator(frame: pd.DataFrame, words: Words, palette: Palette) -> Figure:
    """What is promised, a position an indicator on a logarithmic axis, each in its own unit.

    In, in drawing order: ``indicator``, ``unit``, the bound columns, ``projects`` (how many promise
    it, in words). Raises ``ValueError`` for an empty frame.
    """
    sheet = Sheet(palette)
    found = list(rows.required(frame, "totals.by_indicator"))
    scale = points.LogScale.of(frame["low"], frame["high"])
    for row in found:
        bound = (row.low, row.high, row.is_approximate)
        y = _named(sheet, f"{words.bound(*bound)} {row.unit}", row.projects)
        said = f"{words.bound_in_words(*bound)} {row.unit}"
        hover = boxes.hover(row.indicator, said, row.projects)
        mark = bars.Mark(*bound, palette.link, row.indicator, hover, [])
        end = points.draw(sheet, mark, y, scale)
        sheet.reserve(end.share, end.shift)
    return sheet.figure(xaxis=scale.axis(sheet, words))


def _named(sheet: Sheet, name: str, aside: str) -> float:
    """Write a row's name with its number. Out: where the middle of its mark is, in pixels."""
    rows.name(sheet, name, aside)
    middle = sheet.y + bars.ABOVE + bars.THICKNESS / 2
    sheet.y += bars.ABOVE + bars.THICKNESS + rows.GAP
    return middle


def _unwritten(palette: Palette, limit: float) -> dict[str, Any]:
    """The axis of bars whose amounts stand above them."""
    return axis(palette, range=[0, limit], showgrid=False, showticklabels=False)


def _trace(kind: str, pieces: list[dict[str, Any]], palette: Palette) -> dict[str, Any]:
    """All pieces of one type of payer; a line in the colour of the ground parts them."""
    line = {"color": palette.ground, "width": 1}
    return {
        "type": "bar",
        "orientation": "h",
        "name": kind,
        **{name: [piece[name] for piece in pieces] for name in pieces[0]},
        "width": [bars.THICKNESS] * len(pieces),
        "marker": {"color": palette.organisation_type(kind), "line": line},
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _end(sheet: Sheet, mark: bars.Mark, y: float, limit: float) -> None:
    """How sure a sum is, after its pieces: what lies above the lower bound is of no one payer."""
    kind, tall = ending(mark.low, mark.high, mark.is_approximate), bars.THICKNESS
    if kind in ("range", "up_to"):
        grey = mark._replace(colour=sheet.palette.muted)
        sheet.traces.append(bars.hatched(sheet, grey, y, tall, mark.low, mark.high))
        cap(sheet, mark.high / limit, y, tall, grey.colour)
    elif kind == "at_least":
        fade(sheet, mark.low / limit, y, tall, mark.colour)
        tick(sheet, mark.low / limit, y, tall)
        sheet.reserve(mark.low / limit, FADE + 12)
    elif kind == "about":
        wave(sheet, mark.low / limit, y, tall, mark.colour)
        sheet.reserve(mark.low / limit, 14)
