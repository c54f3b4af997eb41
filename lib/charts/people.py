"""The chart of people to be reached beside those who were."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.charts import bars, boxes, points, rows
from lib.charts.endings import End
from lib.charts.point_labels import LABELS, gutter, label
from lib.charts.sheet import GUTTER, NARROWEST, Sheet
from lib.charts.targets import at_mark, refers_to
from lib.charts.theme import Figure, Palette
from lib.model.quantity import ending
from lib.wording.sure import due, plain_certainty
from lib.wording.targets import other_unit
from lib.wording.words import Words

RESULT_SIZE = 8  # pixels of a square: the dot of a target that was just reached is seen around it


def people(
    frame: pd.DataFrame, words: Words, palette: Palette, narrowest: int = NARROWEST
) -> Figure:
    """People to be reached: one position a project on a logarithmic axis.

    In, in drawing order: ``project_id``, ``project``, ``edition_id``, ``country_codes`` (tuple),
    the bound columns, ``unit``, ``parts`` (tuple of bound, unit), ``differs`` (tuple of bounds),
    the columns of a result as in :func:`lib.charts.targets.places`; ``is_disputed`` may stand for a
    disagreement without a number. Rows without a number are left out. A dot is a target, a square
    a result. Marks carry ``[project_id, edition_id]``. Raises ``ValueError`` when no row is left.
    """
    stated = frame[frame["stated_count"] > 0]
    found = list(rows.required(stated, "targets.people"))
    names = [(row.project, words.countries(row.country_codes)) for row in found]
    sheet = Sheet(palette, narrowest, gutter=gutter(names, GUTTER), labels=LABELS)
    scale = points.LogScale.of(
        *(stated[name] for name in ("low", "high", "result_low", "result_high"))
    )
    for row in found:
        sheet.about = row.project_id
        countries = words.countries(row.country_codes)
        rows.name(sheet, row.project, countries, is_near=True)
        bound = (row.low, row.high, row.is_approximate)
        chip = rows.differing(words, row.differs, getattr(row, "is_disputed", False))
        also = rows.differing_in_words(words, chip)
        sums = in_parts(row.parts, words)
        unit = "" if sums else row.unit
        said = f"{words.bound_in_words(*bound)} {row.unit if not sums else ''}".strip()
        result = (row.result_low, row.result_high, row.result_is_approximate)
        when = ""
        if row.is_comparable:
            when = refers_to(row, words)
            reported = f"{words.bound_in_words(*result)} {other_unit(row)}".strip()
            said = words.gettext("target: {target}, result: {result}").format(
                target=said, result=reported
            )
        hover = boxes.hover(row.project, countries, said, sums, when, also)
        colour = palette.edition(row.edition_id)
        told = boxes.told(
            sheet, said, plain_certainty(row, words), due(row, words),
            words.edition(row.edition_id), also if chip == "≠" else "",
        )  # fmt: skip
        click = [row.project_id, row.edition_id]
        mark = bars.Mark(*bound, colour, row.project, hover, click, told)
        y = sheet.y + bars.ABOVE + bars.THICKNESS / 2
        sheet.y += bars.ABOVE + bars.THICKNESS
        end = points.draw(sheet, mark, y, scale)
        start = 0.0 if ending(*bound) in ("up_to", "range") else end.share
        if row.is_comparable:
            low, high, is_approximate = result
            reached = mark._replace(low=low, high=high, is_approximate=is_approximate)
            after = points.draw(sheet, reached, y, scale, symbol="square", size=RESULT_SIZE)
            start = 0.0 if ending(*result) in ("up_to", "range") else min(start, after.share)
            # The arrow of a target goes on behind a result that is a little more.
            end = End(max(end.share, after.share), max(end.shift, after.shift))
        strong, rest = at_mark(row, sums or unit, words)
        label(sheet, start, end, y, strong, rest, chip)
        sheet.y += rows.GAP
    return sheet.figure(xaxis=scale.axis(sheet, words))


def in_parts(parts: tuple[Any, ...], words: Words) -> str:
    """The parts of a sum: "= 2,200 parents + ≈ 4,400 children"; empty for a single number."""
    if len(parts) < 2:
        return ""
    return "= " + " + ".join(f"{words.bound(*bound[:3])} {unit}" for bound, unit in parts)
