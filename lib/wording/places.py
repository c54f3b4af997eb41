"""Words of announced places."""

from __future__ import annotations

import pandas as pd

from lib.model.rows import each
from lib.wording.columns import table as columns_table
from lib.wording.reading import Reading, coverage, endings, nothing_selected
from lib.wording.words import Words


def announced(frame: pd.DataFrame, words: Words) -> Reading:
    """Words of the announced places (columns of ``places.announced``)."""
    _ = words.gettext
    stated = frame[frame["stated_count"] > 0]
    title = words.ngettext(
        "{n} of {total} projects states how many places",
        "{n} of {total} projects state how many places",
        len(stated),
    ).format(n=words.number(len(stated)), total=words.number(len(frame)))
    ceiling = stated[(stated["low"] == 0) & (stated["high"] > 0)]
    if len(ceiling):
        title = _("{finding}; the {number} of {project} is a ceiling").format(
            finding=title,
            number=words.number(ceiling["high"].iloc[0]),
            project=ceiling["project"].iloc[0],
        )
    said = [
        _("{project}: {number} {unit}").format(
            project=row.project,
            number=words.bound_in_words(row.low, row.high, row.is_approximate),
            unit=row.unit,
        )
        for row in each(stated)
    ]
    return Reading(
        title=title,
        subtitle=_("Announced expansion places per project, in the project’s own unit"),
        how_to_read=endings(words),
        coverage=coverage(len(stated), len(frame), words),
        alternative=_("Bar chart of announced places. {rows}.").format(rows="; ".join(said)),
        empty=nothing_selected(words) if frame.empty else "",
    )


def announced_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The announced places as a table."""
    names = ["project", "edition", "countries", "number", "unit", "how_sure", "differs"]
    return columns_table(frame, names, words)


def sites_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Sites as a table (columns of ``places.sites``)."""
    names = ["name", "country", "project", "site_role", "status", "precision", "as_of"]
    return columns_table(frame, [*names, "publisher", "locator", "note"], words)


def shown_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Announced beside named and drawn, a row a project (columns of ``places.shown``)."""
    return columns_table(frame, ["project", "number", "unit", "named", "points", "areas"], words)
