"""Lines of the map about places: named, shown, located."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from lib.model.quantity import Bound, add, ending
from lib.model.rows import each
from lib.wording.words import Words

MOST_TOLD: Final = 4  # projects of which a line says more than their number


def shown_line(shown: pd.DataFrame, words: Words) -> str:
    """The permanent line: how many of the announced places are named and shown."""
    _ = words.gettext
    drawn = int(shown["point_count"].sum() + shown["area_count"].sum())
    stated = shown[shown["stated_count"] > 0]
    if stated.empty and not drawn and shown["before_count"].any():
        return _("No new place is shown; no number of places was announced.")
    if stated.empty and not drawn:
        return _("No place is shown; no number of places was announced.")
    if stated.empty:
        return words.ngettext(
            "{n} place is shown; no number of places was announced.",
            "{n} places are shown; no number of places was announced.",
            drawn,
        ).format(n=words.number(drawn))
    matched = int(stated["matched_count"].sum())
    more = stated[stated["named_count"] > stated["high"]]
    told, untold = more[:MOST_TOLD], len(more[MOST_TOLD:])
    unnamed = shown[shown["listed_count"] > 0]
    listed = [
        _(
            "The {n} of {project} come from a list by {publisher}; no source names them one by one."
        ).format(n=words.number(row.listed_count), project=row.project, publisher=row.listed_by)
        for row in each(unnamed[:MOST_TOLD])
    ]
    if len(unnamed) > MOST_TOLD:
        rest = len(unnamed) - MOST_TOLD
        listed.append(
            words.ngettext(
                "{n} more project has places that only a list names.",
                "{n} more projects have places that only a list names.",
                rest,
            ).format(n=words.number(rest))
        )
    line = words.as_read(_shown(matched, add(stated), words, is_most=not more.empty))
    if more.empty and matched == drawn:
        return " ".join([line, *listed])
    if len(shown) == 1 and not more.empty:  # of one project no sum needs to be told
        told, line = more[:0], _more_shown(next(iter(each(more))), drawn, words)
    else:
        areas = int(shown["area_count"].sum())
        line += " " + (_drawn_of_one if len(shown) == 1 else _drawn)(drawn, areas, words)
        line += _before(int(shown["before_count"].sum()), words)
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


def _drawn(count: int, areas: int, words: Words) -> str:
    """How many places and areas of the projects are drawn; of one kind, how many of that."""
    if not areas:
        form = words.ngettext(
            "{n} place of the projects is drawn.", "{n} places of the projects are drawn.", count
        )
    elif areas == count:
        form = words.ngettext(
            "{n} area of the projects is drawn.", "{n} areas of the projects are drawn.", count
        )
    else:
        form = words.ngettext(
            "{n} place or area of the projects is drawn.",
            "{n} places and areas of the projects are drawn.",
            count,
        )
    return form.format(n=words.number(count))


def _drawn_of_one(count: int, areas: int, words: Words) -> str:
    """:func:`_drawn` of a single project."""
    if not areas:
        form = words.ngettext(
            "{n} place of the project is drawn.", "{n} places of the project are drawn.", count
        )
    elif areas == count:
        form = words.ngettext(
            "{n} area of the project is drawn.", "{n} areas of the project are drawn.", count
        )
    else:
        form = words.ngettext(
            "{n} place or area of the project is drawn.",
            "{n} places and areas of the project are drawn.",
            count,
        )
    return form.format(n=words.number(count))


def _before(count: int, words: Words) -> str:
    """That what was there before the programme is drawn as well; empty where nothing was."""
    if not count:
        return ""
    form = words.ngettext(
        "{n} that was there before is drawn, too.",
        "{n} that were there before are drawn, too.",
        count,
    )
    return " " + form.format(n=words.number(count))


def _shown(matched: int, announced: Bound, words: Words, *, is_most: bool) -> str:
    """How many of the announced places are named and shown; ``is_most``: at most so many."""
    _ = words.gettext
    low, high, is_approximate = announced[:3]
    kind = ending(low, high, is_approximate)
    write = words.bound if kind == "range" else words.bound_in_words
    total = write(low, high, is_approximate)
    if kind == "exact" and high == 1:
        return (
            _("The announced place is named and shown.")
            if matched
            else _("The announced place is not named.")
        )
    if not matched:
        return _("Of {m} announced places none is named and shown.").format(m=total)
    if is_most:
        form = _("At most {n} of {m} announced places are named and shown.")
    elif kind == "exact" and matched == high:
        form = _("All {m} announced places are named and shown.")
    else:
        form = words.ngettext(
            "{n} of {m} announced places is named and shown.",
            "{n} of {m} announced places are named and shown.",
            matched,
        )
    return form.format(n=words.number(matched), m=total)


def _more_shown(row: Any, drawn: int, words: Words) -> str:
    """That a project has more places named than it announced."""
    _ = words.gettext
    if not row.area_count:
        form = _("{n} places are named and shown; {m} were announced.")
    elif row.area_count == drawn:
        form = _("{n} areas are named and shown; {m} places were announced.")
    else:
        form = _("{n} places and areas are named and shown; {m} places were announced.")
    return form.format(
        n=words.number(drawn), m=words.bound_in_words(row.low, row.high, row.is_approximate)
    )


def named_and_not(own: pd.DataFrame, rest: Bound, words: Words) -> str:
    """How many places and areas are named and how many are not; without either, the projects.

    In: rows of ``places.by_country``. Where not all that is named is located, both are said.
    """
    count, areas, located, projects = (
        int(own[f"{name}_count"].sum()) for name in ("named", "area", "shown", "project")
    )
    said = [_located(named(count, words, areas), count, located, words)] if count else []
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


def named(count: int, words: Words, areas: int | None = None) -> str:
    """How many places and areas are named; of one kind, how many of that.

    ``areas``: how many are areas, None where that is not known.
    """
    if areas == 0:
        form = words.ngettext("{n} named place", "{n} named places", count)
    elif areas == count:
        form = words.ngettext("{n} named area", "{n} named areas", count)
    else:
        form = words.ngettext("{n} named place or area", "{n} named places and areas", count)
    return form.format(n=words.number(count))
