"""Charts of announced places."""

from __future__ import annotations

import pandas as pd

from lib.charts import bars, boxes, rows
from lib.charts.sheet import NARROWEST, Sheet
from lib.charts.theme import Figure, Palette
from lib.wording.sure import due, plain_certainty
from lib.wording.words import Words


def announced(
    frame: pd.DataFrame, words: Words, palette: Palette, narrowest: int = NARROWEST
) -> Figure:
    """Announced expansion places, a bar a project, grouped by edition.

    In, in drawing order: ``project_id``, ``project``, ``edition_id``, ``country_codes`` (tuple),
    ``low``, ``high``, ``is_approximate``, ``unit``, ``differs`` (tuple of bounds); ``is_disputed``
    may stand for a disagreement without a number. Bars carry ``[project_id, edition_id]``.
    ``narrowest``: pixels that there are at least. Raises ``ValueError`` for an empty frame.
    """
    _ = words.gettext
    sheet = Sheet(palette, narrowest)
    found = list(rows.required(frame, "places.announced"))
    limit = bars.limit(frame["low"], frame["high"])
    for row, opens in zip(found, rows.changes(row.edition_id for row in found), strict=True):
        colour = palette.edition(row.edition_id)
        if opens:
            rows.header(sheet, words.edition(row.edition_id), colour)
        sheet.about = row.project_id
        countries = words.countries(row.country_codes)
        rows.name(sheet, row.project, countries, is_near=True)
        said = words.bound_in_words(row.low, row.high, row.is_approximate)
        chip = rows.differing(words, row.differs, getattr(row, "is_disputed", False))
        also = rows.differing_in_words(words, chip)
        hover = boxes.hover(row.project, countries, f"{said} {row.unit}", also)
        mark = bars.Mark(
            row.low,
            row.high,
            row.is_approximate,
            colour,
            row.project,
            hover,
            [row.project_id, row.edition_id],
            boxes.told(
                sheet, f"{said} {row.unit}", plain_certainty(row, words), due(row, words),
                rows.differing_in_words(words, "≠" if chip else ""),
            ),
        )  # fmt: skip
        y = sheet.y + bars.ABOVE + bars.THICKNESS / 2
        end = bars.draw(sheet, mark, y, limit)
        sheet.y += bars.ABOVE + bars.THICKNESS
        if row.stated_count:
            number = words.bound(row.low, row.high, row.is_approximate)
            rows.label(sheet, end.share, y, end.shift, number, row.unit, chip)
        else:
            rows.label(sheet, end.share, y, end.shift, "", _("no number stated"), chip)
        sheet.y += rows.GAP
    return sheet.figure(xaxis=bars.value_axis(sheet, words, limit))


def legend(frame: pd.DataFrame) -> tuple[str, ...]:
    """The endings that need a key (kinds of ``lib.charts.marks.swatch``): those that are drawn.

    In: rows of :func:`announced`.
    """
    return rows.endings(frame, *rows.ENDINGS)
