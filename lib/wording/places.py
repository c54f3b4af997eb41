"""Words of announced places."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.model.quantity import add, bound_of, joined
from lib.model.rows import each, grouped
from lib.wording.columns import table as columns_table
from lib.wording.conventions import SPACE
from lib.wording.differing import with_differing
from lib.wording.lists import listed, some
from lib.wording.reading import Reading, coverage, endings, no_number, nothing_selected
from lib.wording.shares import Share
from lib.wording.words import Words


def announced(frame: pd.DataFrame, words: Words) -> Reading:
    """Words of the announced places (columns of ``places.announced``)."""
    _ = words.gettext
    stated = frame[frame["stated_count"] > 0]
    title = Share(
        "",
        "",
        _("Each of the {total} projects states how many places"),
        _("None of the {total} projects states how many places"),
        words.ngettext(
            "{n} of {total} projects states how many places",
            "{n} of {total} projects state how many places",
            len(stated),
        ),
    ).said(len(stated), len(frame), words)
    ceiling = stated[(stated["low"] == 0) & (stated["high"] > 0)]
    if len(frame) == 1:
        title = _announced(next(iter(each(frame))), words)
    elif len(ceiling):
        title = _("{finding}; the {number} of {project} is a ceiling").format(
            finding=title,
            number=words.number(ceiling["high"].iloc[0]),
            project=ceiling["project"].iloc[0],
        )
    said = [with_differing(_announced(row, words), row._asdict(), words) for row in each(frame)]
    return Reading(
        title=title,
        subtitle=_("Announced places per project, in the project’s own unit"),
        how_to_read=endings(words),
        coverage=coverage(len(stated), len(frame), words),
        alternative=_("Bar chart of announced places. {rows}.").format(rows=listed(said, words)),
        empty=nothing_selected(words) if frame.empty else "" if len(stated) else no_number(words),
    )


def _announced(row: Any, words: Words) -> str:
    """How many places a project announced, with their unit."""
    _ = words.gettext
    if not row.stated_count:
        return words.of(row.project, _("no number stated"))
    number = words.bound_in_words(row.low, row.high, row.is_approximate)
    form = _("{project}: {number} {unit}")
    return form.format(project=row.project, number=number, unit=row.unit)


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
    return columns_table(
        frame, ["project", "announced", "differs", "named", "drawn", "missing"], words
    )


def shown_counts(shown: pd.DataFrame, words: Words) -> dict[str, str]:
    """How many places and areas are on the map, beside what was announced."""
    _ = words.gettext
    stated = shown[shown["stated_count"] > 0]
    announced = words.ngettext(
        "Announced, by {n} of {total} projects",
        "Announced, by {n} of {total} projects",
        len(stated),
    ).format(n=words.number(len(stated)), total=words.number(len(shown)))
    if len(stated) == len(shown) or len(shown) == 1:
        announced = _("Announced")
    before = int(shown["before_count"].sum())
    return {
        _("Places on the map"): words.number(shown["point_count"].sum()),
        _("Areas on the map"): words.number(shown["area_count"].sum()),
        **({_("There before, on the map as well"): words.number(before)} if before else {}),
        announced: words.bound(*add(shown)[:3]),
    }


def _whole(said: str) -> str:
    """What ends with a number, which stays in the line of the word before it."""
    return SPACE.join(said.rsplit(" ", 1))


def not_shown(shown: pd.DataFrame, unnamed: pd.DataFrame, words: Words) -> dict[str, str]:
    """Why announced places are not on the map, each reason with what it holds for."""
    _ = words.gettext
    lost = [
        _("{places} ({project})").format(project=row.project, places=words.joined(row.unlocated))
        for row in each(shown[shown["unlocated"].map(len) > 0])
    ]
    nameless = [
        _whole(
            _("{country}: {n}").format(
                country=words.country(code), n=words.bound(*joined(map(bound_of, rows))[:3])
            )
        )
        for code, rows in grouped(each(unnamed), "country_code").items()
    ]
    elsewhere = [
        _("{project}: {n}").format(project=row.project, n=words.number(row.elsewhere_count))
        for row in each(shown[shown["elsewhere_count"] > 0])
    ]
    found = {
        _("Without names"): nameless,
        _("Named, but not in the gazetteer"): lost,
        _("In countries that are not selected"): elsewhere,
        _("No number stated"): shown.loc[shown["stated_count"] == 0, "project"].tolist(),
    }
    return {why: some(what, words) for why, what in found.items() if what}
