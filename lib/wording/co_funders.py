"""Words of how many co-funders there are said to be."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from lib.model.quantity import ending
from lib.model.rows import each
from lib.wording.columns import table as columns_table
from lib.wording.lists import listed
from lib.wording.lists import named as listed_names
from lib.wording.reading import Reading
from lib.wording.shares import Share
from lib.wording.words import Words


def named(count_named: int, count_total: float, words: Words) -> str:
    """How many co-funders have a name, of how many there are said to be, where that can be told.

    ``count_total`` may be open, or less than the names that were found.
    """
    _ = words.gettext
    if not is_part(count_named, count_total):
        return words.ngettext(
            "{n} co-funder is named", "{n} co-funders are named", count_named
        ).format(n=words.number(count_named))
    everywhere = Share(
        _("The one co-funder is named"),
        _("The one co-funder is not named"),
        _("Each of the {total} co-funders is named"),
        _("None of the {total} co-funders is named"),
        words.ngettext(
            "{n} of {total} co-funders is named", "{n} of {total} co-funders are named", count_named
        ),
    )
    on_page = Share(
        _("The programme page names the one co-funder"),
        _("The programme page does not name the one co-funder"),
        _("The programme page names each of the {total} co-funders"),
        _("The programme page names none of the {total} co-funders"),
        words.ngettext(
            "The programme page names {n} of {total} co-funders",
            "The programme page names {n} of {total} co-funders",
            count_named,
        ),
    )
    return (on_page if words.is_page_only else everywhere).said(count_named, count_total, words)


def names(named: Sequence[str], words: Words) -> str:
    """The names of co-funders, or that none is known."""
    _ = words.gettext
    if named:
        return listed_names(named, words)
    return words.read(
        _("No co-funder is named in the sources read."),
        _("No co-funder is named on the programme page."),
    )


def is_part(count_named: int, count_total: float) -> bool:
    """Whether those with a name are some, or all, of a known number."""
    return 0 < count_total < math.inf and count_named <= count_total


def counts(frame: pd.DataFrame, words: Words) -> Reading:
    """Words of how the number of co-funders was reported."""
    _ = words.gettext
    numbers = dict.fromkeys(
        words.number(row.low)
        if ending(row.low, row.high, bool(row.is_approximate)) == "exact"
        else words.bound_in_words(row.low, row.high, bool(row.is_approximate))
        for row in each(frame)
    )
    said = [
        _("{date}: {number}, says {publisher}").format(
            date=words.date(row.date) if row.date else _("undated"),
            number=words.bound_in_words(row.low, row.high, bool(row.is_approximate)),
            publisher=row.publisher,
        )
        for row in each(frame)
    ]
    undated = int((frame["date"] == "").sum())
    return Reading(
        title=_("The number of co-funders was reported as {numbers}").format(
            numbers=words.joined(numbers)
        ),
        subtitle=_("Co-funders as counted by each source, at the date it speaks of"),
        how_to_read=_(
            "Each dot is one statement. A full dot is the number used here; it stands apart from "
            "the time axis when its source carries no date."
        ),
        coverage=words.ngettext(
            "{n} statement, {undated} undated", "{n} statements, {undated} undated", len(frame)
        ).format(n=words.number(len(frame)), undated=words.number(undated)),
        alternative=_("Dot plot of co-funder counts. {rows}.").format(rows=listed(said, words)),
        empty=words.selected(
            words.read(
                _("No number of co-funders was found for this selection."),
                _("The programme page states no number of co-funders for this selection."),
            ),
            words.read(
                _("No number of co-funders was found in the sources read."),
                _("The programme page states no number of co-funders."),
            ),
        )
        if frame.empty
        else "",
    )


def counts_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The counts as a table."""
    names = ["date", "number", "how_sure", "headline", "publisher", "authority", "locator"]
    return columns_table(frame, names, words)
