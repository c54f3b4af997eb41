"""Words of a map of any number of places."""

from __future__ import annotations

import pandas as pd

from lib.model.rows import each
from lib.wording.columns import table as columns_table
from lib.wording.lists import listed
from lib.wording.reading import Reading, nothing_selected
from lib.wording.shares import Share
from lib.wording.words import Words


def sites(frame: pd.DataFrame, count: int, projects: int, words: Words) -> Reading:
    """Words of the map (a row a country with sites); ``count`` is how many sites there are."""
    _ = words.gettext
    drawn = int(frame["site_count"].sum())
    said = [
        _("{country}: {n}").format(
            country=words.country(row.country_code), n=words.number(row.site_count)
        )
        for row in each(frame)
    ]
    empty = nothing_selected(words)
    if projects:
        empty = words.selected(
            _("No place of this selection is located."), _("No place is located.")
        )
    countries = words.ngettext("{n} country", "{n} countries", len(frame)).format(
        n=words.number(len(frame))
    )
    return Reading(
        title=words.ngettext("{n} place in {countries}", "{n} places in {countries}", drawn).format(
            n=words.number(drawn), countries=countries
        ),
        subtitle=_("Places near each other are one disc with their number"),
        how_to_read=_(
            "A disc stands for so many places near each other: its area grows with the number, it "
            "is grey when they belong to several editions, and a click on it selects their "
            "countries. Places of which only the country is known are counted, not drawn."
        ),
        coverage=Share(
            _("The place is drawn"),
            _("The place is not drawn"),
            _("Each of the {total} places is drawn"),
            _("None of the {total} places is drawn"),
            words.ngettext(
                "{n} of {total} places is drawn", "{n} of {total} places are drawn", drawn
            ),
        ).said(drawn, count, words),
        alternative=_("World map of places. {rows}.").format(rows=listed(said, words)),
        empty="" if drawn else empty,
    )


def sites_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Sites by country as a table."""
    return columns_table(frame, ["country", "site_count", "project_count"], words)
