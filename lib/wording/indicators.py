"""Words of what is promised, by indicator."""

from __future__ import annotations

import pandas as pd

from lib.model.rows import each
from lib.wording.columns import table as columns_table
from lib.wording.lists import listed
from lib.wording.reading import Reading, nothing_selected
from lib.wording.words import Words


def named(frame: pd.DataFrame, indicators: pd.DataFrame, words: Words) -> pd.DataFrame:
    """What is promised with what its chart writes: ``indicator``, ``projects``."""
    names = indicators.set_index("indicator_id")["name"]
    projects = [
        words.ngettext("{n} project", "{n} projects", count).format(n=words.number(count))
        for count in frame["project_count"]
    ]
    known = names.loc[frame["indicator_id"]].to_numpy()
    return frame.assign(indicator=known, projects=projects)


def by_indicator(frame: pd.DataFrame, projects: int, words: Words) -> Reading:
    """Words of what is promised (columns of :func:`named`)."""
    _ = words.gettext
    said = [
        _("{number} {unit}").format(
            number=words.bound_in_words(row.low, row.high, bool(row.is_approximate)),
            unit=row.unit,
        )
        for row in each(frame)
    ]
    stated = int(frame["stated_count"].sum())
    empty = nothing_selected(words)
    if projects:
        empty = words.selected(
            _("No target was found for this selection."),
            _("No target was found in the sources read."),
        )
    return Reading(
        title=words.ngettext(
            "{n} kind of target is stated",
            "{n} kinds of targets are stated; none is added to another",
            len(frame),
        ).format(n=words.number(len(frame))),
        subtitle=_(
            "What single projects promise, each indicator in its own unit; logarithmic scale: "
            "position, not length, is the number"
        ),
        how_to_read=_(
            "Each step of the scale is ten times the one before. A dot with an arrow means at "
            "least, a dashed line between two caps a range, a dashed line with one cap up to, a "
            "dot with the sign ≈ about. Totals over several projects are left out, so that "
            "nothing counts twice."
        ),
        coverage=words.ngettext("{n} stated target", "{n} stated targets", stated).format(
            n=words.number(stated)
        ),
        alternative=_("Dot plot of targets. {rows}.").format(rows=listed(said, words)),
        empty=empty if frame.empty else "",
    )


def by_indicator_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """What is promised as a table."""
    names = ["indicator", "number", "unit", "how_sure", "row_count", "project_count"]
    return columns_table(frame, names, words)
