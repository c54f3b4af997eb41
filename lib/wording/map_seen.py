"""What a map shows, for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from lib.model.quantity import add
from lib.model.rows import each, grouped
from lib.wording.lists import listed, some
from lib.wording.words import Words

MOST_NAMED: Final = 4  # countries by which a map without a title is called

_DRAWN: Final = ("place", "admin_area")  # whole countries have no mark of their own


def alternative(
    title: str,
    countries: pd.DataFrame,
    sites: pd.DataFrame,
    unnamed: pd.DataFrame,
    words: Words,
) -> str:
    """The marks of a map, counted country by country.

    In: ``title``, the part of the world, "" for wherever the selected ``countries``
    (``country_code``, ``is_selected``) are; the ``sites`` in sight (``country_code``,
    ``site_role``, ``status``, ``precision``, ``latitude``); the numbers of places without names in
    sight, ``unnamed`` (``country_code``, the bound columns).
    """
    selected = countries.loc[countries["is_selected"], "country_code"].tolist()
    marks = sites[sites["precision"].isin(_DRAWN) & sites["latitude"].notna()]
    named, numbers = (grouped(each(rows), "country_code") for rows in (marks, unnamed))
    codes = sorted({*selected, *named, *numbers}, key=words.country)
    rows = [
        words.of(
            words.country(code),
            _marks(named.get(code, []), unnamed[unnamed["country_code"] == code], words),
        )
        for code in codes
    ]
    where = title or _where(selected, words)
    said = listed(rows, words) or words.gettext("no place")
    if len(codes) == 1:
        return words.gettext("Map of places. {rows}.").format(rows=said)
    return words.gettext("Map of places: {where}. {rows}.").format(where=where, rows=said)


def unwritten(countries: Sequence[str], places: Sequence[str], words: Words) -> str:
    """What a map has no room to write: countries with their counts, names of places."""
    _ = words.gettext
    said = []
    if countries:
        said.append(_("Not labelled: {names}.").format(names=some(countries, words)))
    if places:
        said.append(_("Shown without a name: {names}.").format(names=some(places, words)))
    return " ".join(said)


def _where(codes: Sequence[str], words: Words) -> str:
    if 0 < len(codes) <= MOST_NAMED:
        return words.joined([words.country(code) for code in codes])
    count = words.ngettext("{n} country", "{n} countries", len(codes))
    return count.format(n=words.number(len(codes)))


def _marks(sites: Sequence[Any], unnamed: pd.DataFrame, words: Words) -> str:
    """The marks of one country: places, areas, what was there before, a number without names."""
    _ = words.gettext
    before = [site for site in sites if site.site_role == "origin"]
    ours = [site for site in sites if site.site_role != "origin"]
    areas = [site for site in ours if site.precision == "admin_area"]
    places = [site for site in ours if site.precision == "place"]
    said = []
    if places:
        count = words.ngettext("{n} place", "{n} places", len(places))
        said.append(_active(count.format(n=words.number(len(places))), places, words))
    if areas:
        count = words.ngettext("{n} area", "{n} areas", len(areas))
        said.append(_active(count.format(n=words.number(len(areas))), areas, words))
    if before:
        there = words.ngettext("{n} from before", "{n} from before", len(before))
        said.append(there.format(n=words.number(len(before))))
    rest = add(unnamed)
    if rest.stated_count and rest.high > 0:
        said.append(_("{n} without names").format(n=words.bound(*rest[:3])))
    return ", ".join(said) or _("no place")


def _active(said: str, sites: Sequence[Any], words: Words) -> str:
    """How many there are, and how many of them are reported active."""
    active = sum(site.status == "active" for site in sites)
    form = words.ngettext(
        "{places} ({n} reported active)", "{places} ({n} reported active)", active
    )
    return form.format(places=said, n=words.number(active))
