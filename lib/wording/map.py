"""Words of the map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import pandas as pd

from lib.model.quantity import Bound, add
from lib.model.rows import each
from lib.wording.reading import Reading, nothing_selected
from lib.wording.words import Words


def page_title(shown: pd.DataFrame, words: Words) -> str:
    """The title of the map page."""
    _ = words.gettext
    points, areas = int(shown["point_count"].sum()), int(shown["area_count"].sum())
    places = words.ngettext("{n} place", "{n} places", points).format(n=words.number(points))
    regions = words.ngettext("{n} area", "{n} areas", areas).format(n=words.number(areas))
    only = int(
        ((shown["stated_count"] > 0) & (shown["point_count"] + shown["area_count"] == 0)).sum()
    )
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
    rest = words.ngettext(
        "{n} project gives only a number", "{n} projects give only a number", only
    ).format(n=words.number(only))
    return f"{finding}; {rest}"


def _none_located(shown: pd.DataFrame, words: Words) -> str:
    """That the map shows no place of a project; what it shows is told apart."""
    before = int(shown["before_count"].sum())
    if not before:
        return words.gettext("No place of a project is located")
    return words.ngettext(
        "No place of a project is located; {n} place or area was there before",
        "No place of a project is located; {n} places and areas were there before",
        before,
    ).format(n=words.number(before))


def reading(
    countries: pd.DataFrame, shown: pd.DataFrame, words: Words, grouped_count: int = 0
) -> Reading:
    """Words of the map itself (columns of ``places.by_country`` and ``places.shown``).

    ``grouped_count``: how many places and areas the map draws together; 0 when it draws each.
    """
    _ = words.gettext
    active = countries[countries["is_selected"]]
    named = active[active["shown_count"] > 0]
    said = "; ".join(
        _("{country}: {n}").format(
            country=words.country(row.country_code), n=words.number(row.shown_count)
        )
        for row in each(named)
    )
    return Reading(
        title=words.ngettext(
            "Named places in {n} country",
            "Named places in {n} countries",
            len(named),
        ).format(n=words.number(len(named)))
        if len(named)
        else _none_located(shown, words),
        subtitle=_("A point only where a source names the place and a gazetteer locates it"),
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
        alternative=_("World map of places. Named places shown by country: {rows}.").format(
            rows=said or _("none")
        ),
        empty=nothing_selected(words) if shown.empty else "",
    )


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


MOST_TOLD: Final = 4  # projects of which a line says more than their number


def shown_line(shown: pd.DataFrame, words: Words) -> str:
    """The permanent line: how many of the announced places are named and shown."""
    _ = words.gettext
    drawn = int(shown["point_count"].sum() + shown["area_count"].sum())
    stated = shown[shown["stated_count"] > 0]
    if stated.empty:
        return words.ngettext(
            "{n} place is shown; no number of places was announced.",
            "{n} places are shown; no number of places was announced.",
            drawn,
        ).format(n=words.number(drawn))
    matched = int(stated["matched_count"].sum())
    numbers = {
        "n": words.number(matched),
        "m": words.bound(*add(stated)[:3]),
    }
    more = stated[stated["named_count"] > stated["high"]]
    told, untold = more[:MOST_TOLD], len(more[MOST_TOLD:])
    unnamed = shown[shown["listed_count"] > 0]
    listed = [
        _("The {n} of {project} are not named one by one: {publisher} lists them.").format(
            n=words.number(row.listed_count), project=row.project, publisher=row.listed_by
        )
        for row in each(unnamed[:MOST_TOLD])
    ]
    if len(unnamed) > MOST_TOLD:
        rest = len(unnamed) - MOST_TOLD
        listed.append(
            words.ngettext(
                "{n} more project has places that are not named one by one.",
                "{n} more projects have places that are not named one by one.",
                rest,
            ).format(n=words.number(rest))
        )
    if more.empty and matched == drawn:
        line = _("{n} of {m} announced places are named and shown.").format(**numbers)
        return " ".join([line, *listed])
    form = (
        _("{n} of {m} announced places are named and shown.")
        if more.empty
        else _("At most {n} of {m} announced places are named and shown.")
    )
    line = form.format(**numbers)
    line += " " + words.ngettext(
        "{n} place or area is drawn in all.",
        "{n} places and areas are drawn in all.",
        drawn,
    ).format(n=words.number(drawn))
    for row in each(told):
        line += " " + _("{project} has {named} named for {number} announced.").format(
            project=row.project,
            named=words.number(row.named_count),
            number=words.bound(row.low, row.high, row.is_approximate),
        )
    if untold:
        line += " " + words.ngettext(
            "{n} more project has more places named than announced.",
            "{n} more projects have more places named than announced.",
            untold,
        ).format(n=words.number(untold))
    return " ".join([line, *listed])


def named_and_not(own: pd.DataFrame, rest: Bound, words: Words) -> str:
    """How many places and areas are named and how many are not; without either, the projects.

    In: rows of ``places.by_country``. Where not all that is named is located, both are said.
    """
    count, located, projects = (
        int(own[name].sum()) for name in ("named_count", "shown_count", "project_count")
    )
    said = [_located(named(count, words), count, located, words)] if count else []
    if rest.stated_count and rest.high > 0:
        without = words.gettext("{n} without names")
        said.append(without.format(n=words.bound(*rest[:3])))
    return ", ".join(said) or _projects(projects, words)


def country_label(row: Any, words: Words) -> str:
    """What stands below a country’s name on the map (a row of ``places.by_country``)."""
    count = row.named_count
    if count:
        said = words.ngettext("{n} named", "{n} named", count).format(n=words.number(count))
        return _located(said, count, row.shown_count, words)
    return _projects(row.project_count, words)


def _located(said: str, count: int, located: int, words: Words) -> str:
    """How many are named and, where these are fewer, how many of them are located."""
    if located == count:
        return said
    form = words.ngettext("{named} ({n} located)", "{named} ({n} located)", located)
    return form.format(named=said, n=words.number(located))


def _projects(projects: int, words: Words) -> str:
    return words.ngettext("{n} project", "{n} projects", projects).format(n=words.number(projects))


def named(count: int, words: Words) -> str:
    """How many places and areas are named."""
    return words.ngettext("{n} named place or area", "{n} named places and areas", count).format(
        n=words.number(count)
    )


def presets(found: Iterable[str], words: Words, *, is_whole: bool) -> dict[str, str]:
    """Names of the map’s views; the first holds everything that is selected.

    ``found``: the continents that it lies in, of which a single one needs no view of its own.
    """
    _ = words.gettext
    parts = [*found]
    names = continents(words)
    return {
        "home": _("All countries") if is_whole else _("Selection"),
        "world": _("World"),
        **({name: names[name] for name in parts} if len(parts) > 1 else {}),
    }


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
