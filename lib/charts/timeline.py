"""Charts of when editions and projects run."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from lib.charts import bars, boxes, rows
from lib.charts.endings import fade, wave
from lib.charts.sheet import NARROWEST, Sheet, chip_width
from lib.charts.theme import Figure, Palette, axis
from lib.wording.timeline import certainty_of_period, period
from lib.wording.words import Words

EDITION_THICKNESS, PROJECT_THICKNESS = 14, 6
FADE = 64
WIDE_GAP = 5  # pixels between rows whose names stand beside the bars
MOST_YEARS = 8
YEAR_WIDTH = 36  # pixels that the number of a year takes with the gap after it
MOST_LINES = 16  # years that have a line each; of more those that are written
LEAST_YEARS = 3  # of the axis from the start of what has no stated end: its bar is never a full one


def periods(
    frame: pd.DataFrame,
    words: Words,
    palette: Palette,
    narrowest: int = NARROWEST,
    *,
    span: tuple[float, float] = (math.nan, math.nan),
) -> Figure:
    """Periods of editions (thick) and their projects (thin) on an axis of years.

    In, in drawing order: ``row_kind`` (edition, project), ``edition_id``, ``project_id``,
    ``label`` (a project's name), ``start``, ``end`` (decimal years, the end exclusive; NaN where
    not stated), ``start_date``, ``end_date`` (partial ISO dates or ""), ``duration_years`` (NaN
    where not stated), ``is_approximate``, ``is_start_stated``, ``is_end_stated``,
    ``is_disputed``. ``span`` (decimal years) is on the axis whatever the rows are. An end that is
    not stated fades into an open arrow, one that is about is wavy; a row without dates is words
    only. Projects that do not
    follow their edition have its name above them. Bars of projects carry ``[project_id,
    edition_id]``. Raises ``ValueError`` for an empty frame.
    """
    sheet = Sheet(palette, narrowest)
    found = list(rows.required(frame, "timeline.periods"))
    first, last = whole_years(frame, span)
    for row, opens in zip(found, rows.changes(row.edition_id for row in found), strict=True):
        is_edition = row.row_kind == "edition"
        sheet.about = row.project_id or row.edition_id
        if opens and not is_edition:  # a page of a long list may begin below its edition
            rows.header(sheet, words.edition(row.edition_id), palette.edition(row.edition_id))
        label = words.edition(row.edition_id) if is_edition else row.label
        sheet.y += rows.GAP if is_edition and sheet.y else 0
        top = sheet.y
        chip = "≠" if row.is_disputed else ""
        said = period(row, words)
        rows.name(sheet, label, said, chip, weight=600 if is_edition else 400)
        is_dated = not (math.isnan(row.start) and math.isnan(row.end))
        tall = EDITION_THICKNESS if is_edition else PROJECT_THICKNESS
        middle = sheet.y + (rows.AT_MARK if sheet.is_wide else 2 + tall / 2)
        share, shift = 0.0, 0.0
        if is_dated:
            hover = boxes.hover(label, said)
            colour = palette.edition(row.edition_id)
            click = [row.project_id, row.edition_id] if row.project_id else []
            about = bool(row.is_approximate)
            told = boxes.told(sheet, said, certainty_of_period(row, words))
            mark = bars.Mark(row.start, row.end, about, colour, label, hover, click, told)
            share, shift = _draw(sheet, mark, middle, tall, first, last)
        if sheet.is_wide:
            _differs(sheet, chip, share, middle, shift)
            sheet.y += rows.LINE + WIDE_GAP
        else:
            sheet.y += tall + rows.GAP if is_dated else 4
        if is_edition:
            sheet.head(top)
    return sheet.figure(xaxis=year_axis(palette, first, last))


def _differs(sheet: Sheet, chip: str, share: float, y: float, shift: float) -> None:
    """The mark that sources disagree, after the bar; beside a name it has no room."""
    if chip:
        sheet.chip(chip, share, y, shift + 10)
        sheet.reserve(share, shift + 10 + chip_width(chip))


def _draw(
    sheet: Sheet, mark: bars.Mark, y: float, tall: float, first: float, last: float
) -> tuple[float, float]:
    """A straight bar where both ends are stated, else a fade away from the stated one.

    What is stated as about has a wavy end in the place of a straight one.

    Out: the share of the axis at which it ends, and the pixels that it goes beyond.
    """
    start, end = mark.low, mark.high
    at = {moment: (moment - first) / (last - first) for moment in (start, end)}
    shift = 0.0
    if mark.is_approximate and not math.isnan(start):
        wave(sheet, at[start], y, tall, mark.colour, is_start=True)
    if mark.is_approximate and not math.isnan(end):
        shift = wave(sheet, at[end], y, tall, mark.colour).shift
    if not (math.isnan(start) or math.isnan(end)):
        sheet.traces.append(bars.between(mark, y, tall, start, end))
        return at[end], shift
    is_open_right = math.isnan(end)
    # The stated year itself is solid; what comes after it is not known, so it fades.
    known = min(start + 1, last) if is_open_right else max(end - 1, first)
    solid = (start, known) if is_open_right else (known, end)
    sheet.traces.append(bars.between(mark, y, tall, *solid))
    share = (known - first) / (last - first)
    fade(sheet, share, y, tall, mark.colour, long=FADE if is_open_right else -FADE)
    if not is_open_right:
        return at[end], shift
    sheet.reserve(share, FADE + 8)
    return share, FADE + 8


def whole_years(frame: pd.DataFrame, span: tuple[float, float]) -> tuple[float, float]:
    """The whole years that hold every stated date and ``span``, with room for what fades."""
    stated = pd.concat([frame["start"], frame["end"]]).dropna()
    if stated.empty:
        return 0.0, 1.0
    known = [*stated, *(moment for moment in span if not math.isnan(moment))]
    first, last = math.floor(min(known)), math.ceil(max(known))
    last = max(last, first + 1)
    starts_only = frame.loc[frame["end"].isna(), "start"].dropna()
    if len(starts_only):
        last = max(last, math.floor(starts_only.max()) + LEAST_YEARS)
    ends_only = frame.loc[frame["start"].isna(), "end"].dropna()
    while len(ends_only) and (ends_only.min() - first) / (last - first) < 0.3:
        first -= 1
    return float(first), float(last)


def year_axis(
    palette: Palette,
    first: float,
    last: float,
    *,
    room: float = MOST_YEARS * YEAR_WIDTH,
    **overrides: Any,
) -> dict[str, Any]:
    """An axis of years: a line where each begins, its number in the middle of its span.

    ``room`` is how many pixels the axis has at least: as many years are written as they hold.
    """
    span = last - first
    years = range(math.floor(first), math.ceil(last))
    step = math.ceil(span / max(1, min(MOST_YEARS, room // YEAR_WIDTH)))
    lines = [*years, math.ceil(last)] if span <= MOST_LINES else [*years[::step]]
    shown = [
        year for year in years if first <= year + 0.5 <= last and (year - years[0]) % step == 0
    ]
    if first < 1:
        shown, lines = [], []
    base = {
        "range": [first, last],
        "showgrid": False,
        "tickvals": [year + 0.5 for year in shown],
        "ticktext": [str(year) for year in shown],
        "minor": {
            "tickvals": lines,
            "showgrid": True,
            "gridcolor": palette.border,
            "ticks": "",
        },
    }
    return axis(palette, **base | overrides)
