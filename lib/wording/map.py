"""Words of the map."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from lib.model.quantity import add
from lib.wording import map_seen
from lib.wording.map_lines import named_and_not, shown_line
from lib.wording.reading import Reading, nothing_selected
from lib.wording.words import Words


def page_title(shown: pd.DataFrame, words: Words) -> str:
    """The title of the map page."""
    _ = words.gettext
    points, areas = int(shown["point_count"].sum()), int(shown["area_count"].sum())
    places = words.ngettext("{n} place", "{n} places", points).format(n=words.number(points))
    regions = words.ngettext("{n} area", "{n} areas", areas).format(n=words.number(areas))
    only = int(((shown["stated_count"] > 0) & ~_has_name(shown)).sum())
    finding = _("{places} and {areas} are located").format(places=places, areas=regions)
    if not areas or not points:
        finding = words.ngettext(
            "{places} is located",
            "{places} are located",
            points + areas,
        ).format(places=places if points else regions)
    if not points and not areas:
        finding = _none_located(shown, words)
    if not only:
        return finding
    if len(shown) == 1:
        _ = words.gettext
        alone = words.read(
            _("only the number of announced places is known"),
            _("the programme page gives only the number of announced places"),
        )
        return words.clauses([finding, alone])
    rest = words.read(
        words.ngettext("{n} project gives only a number", "{n} projects give only a number", only),
        words.ngettext(
            "{n} project has only a number on the programme page",
            "{n} projects have only a number on the programme page",
            only,
        ),
    ).format(n=words.number(only))
    return words.clauses([finding, rest])


def _has_name(shown: pd.DataFrame) -> pd.Series:
    """For which projects a source names any place or area, announced as one or not."""
    others = shown["point_count"] + shown["area_count"] + shown["unlocated"].map(len)
    return (shown["named_count"] + others) > 0


def _none_located(shown: pd.DataFrame, words: Words) -> str:
    """That the map shows no place of a project; what it shows is told apart."""
    before, count = int(shown["before_count"].sum()), len(shown)
    finding = words.ngettext(
        "The places of the project are not located",
        "The places of the {total} projects are not located",
        count,
    ).format(total=words.number(count))
    if not before:
        return finding
    areas = int(shown["before_area_count"].sum())
    there = words.ngettext(
        "{n} place or area was there before", "{n} places and areas were there before", before
    )
    if not areas:
        there = words.ngettext("{n} place was there before", "{n} places were there before", before)
    elif areas == before:
        there = words.ngettext("{n} area was there before", "{n} areas were there before", before)
    return words.clauses([finding, there.format(n=words.number(before))])


def reading(
    countries: pd.DataFrame,
    sites: pd.DataFrame,
    unnamed: pd.DataFrame,
    shown: pd.DataFrame,
    words: Words,
    grouped_count: int = 0,
) -> Reading:
    """Words of the map itself (frames ``by_country``, ``sites``, ``unnamed``, ``shown`` of places).

    ``grouped_count``: how many places and areas the map draws together; 0 when it draws each.
    """
    _ = words.gettext
    active = countries[countries["is_selected"]]
    return Reading(
        title=_seen(active, unnamed, bool(shown["before_count"].sum()), words),
        subtitle=_(
            "A point only where a source names the place, by itself or in a list of all, and a "
            "gazetteer locates it"
        ),
        how_to_read=_(
            "A full dot is a place that a source reported active; a hollow one was announced. A "
            "ring is a county, province or state, filled when reported; its size says nothing. A "
            "small dark dot was there before. A number in a box counts places whose "
            "names were not found: they are not spread over the country. Arcs appear when one "
            "project is selected and start at its first place."
        )
        + " "
        + _("Where numbers would cover each other, those near each other are added up to one.")
        + (f" {grouped_sign(words)}" if grouped_count else ""),
        coverage=shown_line(shown, words)
        + (f" {grouped_line(grouped_count, words)}" if grouped_count else ""),
        alternative=map_seen.alternative("", countries, sites, unnamed, words),
        empty=nothing_selected(words) if shown.empty else "",
    )


def _seen(active: pd.DataFrame, unnamed: pd.DataFrame, has_before: bool, words: Words) -> str:
    """What a map shows: of a single country what is known there, else in how many what is.

    Where it has names of places that were there before (``has_before``), it is new ones that have
    none.
    """
    _ = words.gettext
    named = active[active["shown_count"] > 0]
    counted = unnamed[(unnamed["stated_count"] > 0) & (unnamed["high"] > 0)]
    numbers = active[active["country_code"].isin(counted["country_code"])]
    known = named if len(named) else numbers
    own = active if len(active) == 1 else known
    n = len(known)
    if len(own) == 1:
        code = str(own["country_code"].iloc[0])
        said = named_and_not(own, add(unnamed[unnamed["country_code"] == code]), words)
        none = _("no new place named") if has_before else _("no place named")
        return words.of(words.country(code), said if n else none)
    if len(named):
        form = words.ngettext("Named places in {n} country", "Named places in {n} countries", n)
    elif n:
        form = words.ngettext(
            "Numbers without names in {n} country", "Numbers without names in {n} countries", n
        )
    else:
        form = _("No place named in these countries")
        if has_before:
            form = _("No new place named in these countries")
    return form.format(n=words.number(n))


def boxes(unnamed: pd.DataFrame, words: Words) -> str:
    """What the boxes of a map without a legend count; empty where it has none."""
    if not ((unnamed["stated_count"] > 0) & (unnamed["high"] > 0)).any():
        return ""
    return words.gettext("Number in a box: places without names")


def grouped_line(count: int, words: Words) -> str:
    """That places are drawn together, and what to do to see each."""
    return words.gettext(
        "The map draws {n} places and areas, too many to tell apart: those near each other are one "
        "mark. Filters that leave fewer show each."
    ).format(n=words.number(count))


def grouped_sign(words: Words) -> str:
    """How to read a mark that stands for several places."""
    return words.gettext(
        "A disc with a number stands for so many places near each other: its area grows with the "
        "number, it is grey when they belong to several editions, and a click on it selects their "
        "countries. Beside such discs no arcs are drawn."
    )


def presets(
    found: Iterable[str], words: Words, *, is_whole: bool, first: str = ""
) -> dict[str, str]:
    """Names of the map’s views; ``home`` is the one that it opens with.

    ``found``: the continents that the selection lies in, of which a single one needs no view of its
    own; ``first``: the one to open with, "" for all that is selected.
    """
    _ = words.gettext
    parts = [*found]
    names = continents(words)
    whole = everywhere(words, is_whole=is_whole)
    return {
        **({"home": names[first], "all": whole} if first else {"home": whole}),
        "world": _("World"),
        **({name: names[name] for name in parts if name != first} if len(parts) > 1 else {}),
    }


def everywhere(words: Words, *, is_whole: bool) -> str:
    """What a view of all that is selected is called."""
    _ = words.gettext
    return _("All countries") if is_whole else _("Selection")


def continents(words: Words) -> dict[str, str]:
    """Names of continents by the ids of ``lib.figures.continents``."""
    _ = words.gettext
    return {
        "africa": _("Africa"),
        "antarctica": _("Antarctica"),
        "asia": _("Asia"),
        "europe": _("Europe"),
        "north_america": _("North America"),
        "oceania": _("Oceania"),
        "south_america": _("South America"),
    }
