"""Charts of targets beside what has been reported."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.charts import bars, boxes, points, rows
from lib.charts.endings import End, tick
from lib.charts.sheet import NARROWEST, Sheet
from lib.charts.theme import Figure, Palette
from lib.model.quantity import ending
from lib.wording.columns import counted
from lib.wording.conventions import DOT, SPACE
from lib.wording.sure import plain_certainty
from lib.wording.targets import other_unit
from lib.wording.values import not_comparable
from lib.wording.words import Words

RESULT_THICKNESS = 6
HOLLOW = ("exact", "at_least", "about")  # a target that ends so is an outline with a tick
LEAST = 150  # pixels that the axis has at least
WITH_COLUMN, COLUMN = 1000, 300  # pixels: with so many, what a result refers to has its own column
WITH_LINE = 880  # pixels: with so many, it has a line below its bar, and the names stand beside


def places(
    frame: pd.DataFrame, words: Words, palette: Palette, narrowest: int = NARROWEST
) -> Figure:
    """Announced places with the latest comparable result, grouped by edition.

    In, in drawing order: ``project_id``, ``project``, ``edition_id``, ``country_codes`` (tuple),
    the bound columns, ``unit``, ``due_date``, ``differs`` (tuple of bounds), ``result_low``,
    ``result_high``, ``result_is_approximate``, ``result_unit``, ``result_as_of_date``,
    ``result_kind``, ``before_count``, ``is_comparable``;
    ``is_disputed`` may stand for a disagreement without a number. Hollow bar with a tick: target;
    line with a dot: result, drawn only where comparable. Marks carry ``[project_id,
    edition_id]``. Raises ``ValueError`` for an empty frame.
    """
    sheet = Sheet(palette, narrowest, COLUMN if narrowest >= WITH_COLUMN else 0)
    found = list(rows.required(frame, "targets.places"))
    results = frame.loc[frame["is_comparable"].astype(bool), ["result_low", "result_high"]]
    limit = bars.limit(frame["low"], frame["high"], *(results[name] for name in results))
    if sheet.column:
        rows.column(sheet, rows.LINE / 2, words.gettext("What the result refers to"))
    for row, opens in zip(found, rows.changes(row.edition_id for row in found), strict=True):
        if opens:
            rows.header(sheet, words.edition(row.edition_id), palette.edition(row.edition_id))
        sheet.about = row.project_id
        room = rows.column_room(sheet, answer(row, words))
        sheet.y += room
        rows.name(sheet, row.project, words.countries(row.country_codes), is_near=True)
        _target_and_result(sheet, row, words, limit)
        sheet.y += rows.GAP + room
    return sheet.figure(xaxis=bars.value_axis(sheet, words, limit))


def legend(frame: pd.DataFrame) -> tuple[str, ...]:
    """The marks that need a key (kinds of ``lib.charts.marks.swatch``): those that are drawn.

    In: rows of :func:`places`.
    """
    compared = frame[frame["is_comparable"].astype(bool)]
    columns = {f"result_{name}": name for name in ("low", "high", "is_approximate")}
    results = compared[[*columns]].rename(columns=columns)
    marks = {
        "target": bool(rows.endings(frame, *HOLLOW)),
        "result": bool(rows.endings(results, *rows.ENDINGS[:-1])),
    }
    both = pd.concat([frame[[*columns.values()]], results])
    drawn = [kind for kind, is_drawn in marks.items() if is_drawn]
    return (*drawn, *rows.endings(both, *rows.ENDINGS[1:]))


def _target_and_result(sheet: Sheet, row: Any, words: Words, limit: float) -> None:
    _ = words.gettext
    y = sheet.y + bars.ABOVE + bars.THICKNESS / 2
    sheet.y += bars.ABOVE + bars.THICKNESS
    chip = rows.differing(words, row.differs, getattr(row, "is_disputed", False))
    when = refers_to(row, words)
    target = (row.low, row.high, row.is_approximate)
    result = (row.result_low, row.result_high, row.result_is_approximate)
    said = words.bound_in_words(*target)
    also = rows.differing_in_words(words, chip)
    hover = boxes.hover(
        row.project, _("target: {target}").format(target=f"{said} {row.unit}"), when, also
    )
    colour = sheet.palette.edition(row.edition_id)
    form = _("target: {target}, result: {result}") if row.is_comparable else _("target: {target}")
    reported = f"{words.bound_in_words(*result)} {other_unit(row)}".strip()
    value = form.format(target=f"{said} {row.unit}", result=reported)
    sure = plain_certainty(row, words)
    told = boxes.told(sheet, value, sure, also if chip == "≠" else "")
    click = [row.project_id, row.edition_id]
    mark = bars.Mark(*target, colour, row.project, hover, click, told)
    end = _target(sheet, mark, y, limit)
    if row.is_comparable:
        low, high, is_approximate = result
        other = mark._replace(low=low, high=high, is_approximate=is_approximate)
        reached = _result(sheet, other, y, limit)
        # The fade of a target goes on behind a result that is a little more.
        fade = end.shift - max(reached.share - end.share, 0) * LEAST
        end = max(end, reached._replace(shift=max(reached.shift, fade)))
    if end.share == 0 and not row.is_comparable and ending(*target) == "not_stated":
        rows.label(sheet, end.share, y, end.shift, "", _("no target stated"), chip)
    else:
        strong, unit = at_mark(row, row.unit, words)
        rows.label(sheet, end.share, y, end.shift, strong, unit, chip)
    if sheet.column:
        rows.column(sheet, y, answer(row, words))
    else:
        rows.note(sheet, when)


def _target(sheet: Sheet, mark: bars.Mark, y: float, limit: float) -> End:
    """The hollow bar; an upper bound stays hatched, because its cap is no number to reach."""
    kind = ending(mark.low, mark.high, mark.is_approximate)
    if kind not in HOLLOW:
        return bars.draw(sheet, mark, y, limit)
    sheet.traces.append(bars.hollow(sheet, mark, y, bars.THICKNESS, mark.low))
    end = bars.ends(sheet, mark, y, limit)
    tick(sheet, end.share, y, bars.THICKNESS)
    return end


def _result(sheet: Sheet, mark: bars.Mark, y: float, limit: float) -> End:
    """The line to the number reported, ending in a dot; without one where it is a range."""
    kind = ending(mark.low, mark.high, mark.is_approximate)
    if kind == "not_stated":
        return End(0, 0)
    if kind in ("up_to", "range"):
        return bars.draw(sheet, mark, y, limit, tall=RESULT_THICKNESS)
    share = mark.low / limit
    sheet.traces.append(bars.solid(mark, y, RESULT_THICKNESS, mark.low))
    sheet.traces.append(points.dot(sheet, mark, mark.low, y))
    if kind == "at_least":
        points.arrow(sheet, share, y, mark.colour)
        return End(share, points.ARROW + 10)
    return End(share, 12)


def at_mark(row: Any, unit: str, words: Words) -> tuple[str, str]:
    """The numbers at a mark and the unit after them: each has its own where they differ.

    ``row`` as in :func:`places`.
    """
    target = (row.low, row.high, row.is_approximate)
    if not row.is_comparable:
        return _comparison(target, None, words), unit
    result = (row.result_low, row.result_high, row.result_is_approximate)
    other = other_unit(row)
    if not other:
        return _comparison(target, result, words), unit
    reported = f"{words.bound(*result)} {other}"
    if ending(*target) == "not_stated":
        return reported, ""
    form = words.gettext("{result}, target {target}")
    return form.format(result=reported, target=f"{words.bound(*target)} {unit}"), ""


def _comparison(target: tuple[Any, ...], result: tuple[Any, ...] | None, words: Words) -> str:
    """The number at the bar: "13", "15 of 15", "15, target 6", "≥ 9, target 15"."""
    _ = words.gettext
    promised = words.bound(*target)
    if result is None:
        return promised
    reported = words.bound(*result)
    kinds = (ending(*target), ending(*result))
    if kinds == ("exact", "exact") and result[0] <= target[0]:
        return _("{result} of {target}").format(result=reported, target=promised)
    if kinds[0] == "up_to":
        ceiling = words.number(target[1])
        return _("{result}, ceiling {ceiling}").format(result=reported, ceiling=ceiling)
    if kinds[0] == "not_stated":
        return reported
    return _("{result}, target {target}").format(result=reported, target=promised)


def refers_to(row: Any, words: Words) -> str:
    """When the result was reported, when the target was due, what else was reported: if stated."""
    _ = words.gettext
    parts = []
    if not row.is_comparable and row.other_results:
        parts.append(not_comparable(row.other_results, words))
    if row.is_comparable and row.result_as_of_date:
        date = words.date(row.result_as_of_date)
        parts.append(_("reported {date}").format(date=date).replace(" ", SPACE))
    elif row.is_comparable and row.result_kind == "counted":
        parts.append(counted(words, row.before_count))
    if row.due_date:
        date = words.date(row.due_date)
        parts.append(_("due by {date}").format(date=date).replace(" ", SPACE))
    return DOT.join(parts)


def answer(row: Any, words: Words) -> str:
    """:func:`refers_to`, and where there is no result, that none was found."""
    is_found = row.is_comparable or row.other_results
    missing = "" if is_found else words.gettext("no result found")
    return DOT.join(filter(None, (missing, refers_to(row, words))))
