"""Words of the key figures: noun, why the bound is there, what another source says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from lib.model.quantity import ending
from lib.wording import lists
from lib.wording.card import Card, Row
from lib.wording.columns import bound
from lib.wording.conventions import SPACE, alphabetical
from lib.wording.direction import closed
from lib.wording.key_money import converted_card, money_card
from lib.wording.reading import coverage, no_number
from lib.wording.words import Words


def card(
    row: Row,
    flow: pd.DataFrame,
    named: Sequence[str],
    programmes: Mapping[str, str],
    words: Words,
) -> Card:
    """The words of a row of ``key_figures``.

    ``flow`` is the frame of the funding flow, ``named`` the co-funders that have a name,
    ``programmes`` the programmes' names.
    """
    figure = row["figure_id"]
    if figure in ("committed", "co_funding", "committed_in_all"):
        return money_card(row, flow, named, words)
    if figure.endswith("_converted"):
        return converted_card(row, words)
    if figure in ("places", "people"):
        return _promised(row, words)
    return _projects(row, programmes, words) if figure == "projects" else _countries(row, words)


def _promised(row: Row, words: Words) -> Card:
    _ = words.gettext
    is_places = row["figure_id"] == "places"
    noun = _("Places announced") if is_places else _("People to be reached")
    kind = ending(row["low"], row["high"], row["is_approximate"])
    reasons = {
        "range": _("A range, because a statement gives only an upper bound."),
        "up_to": _("A ceiling: it may be fewer, or none."),
        "at_least": _("A minimum, because a statement gives only a lower bound."),
        "about": _("Approximate, because a statement gives an approximate number."),
        "exact": _("Every statement gives a plain number."),
        "not_stated": no_number(words),
    }
    reason = reasons[kind]
    if row["is_approximate"] and kind in ("range", "up_to", "at_least"):
        reason += " " + _("Parts of it are approximate.")
    if row["beyond"]:
        reason = f"{_in_all_countries(row['beyond'], words)} {reason}"
    if is_places and row["stated_count"] > 1:
        reason += " " + _("Projects may count in units of their own.")
    differs = ""
    if row["differs"]:
        stated, summed = row["differs"][0], row["differs"][1]
        differs = f"≠{SPACE}" + _("{stated} stated, {summed} summed").format(
            stated=words.bound(*stated[:3]), summed=words.bound(*summed[:3])
        )
    elif row["disputed_count"]:
        n = row["disputed_count"]
        projects = words.ngettext("{n} project", "{n} projects", n).format(n=words.number(n))
        differs = f"≠{SPACE}{projects}"
    said = coverage(row["stated_count"], row["of_count"], words)
    return Card(noun, bound(row, words), said, reason, kind, differs)


def _in_all_countries(projects: Sequence[str], words: Words) -> str:
    """That numbers of projects in several countries are not divided by country."""
    return words.ngettext(
        "The number of {projects} is for all its countries, not only for those selected.",
        "The numbers of {projects} are for all their countries, not only for those selected.",
        len(projects),
    ).format(projects=lists.named(projects, words))


def _projects(row: Row, programmes: Mapping[str, str], words: Words) -> Card:
    form = words.gettext("{group}: {n}")
    said: dict[str, list[str]] = {"edition": [], "programme": []}
    for kind, one, count in row["members"]:
        name = words.edition(one) if kind == "edition" else programmes[one]
        one_said = form.format(group=closed(name), n=words.number(count))
        said[kind].append(_together(one_said, at_most=1 if kind == "programme" else -1))
    return Card(
        words.gettext("Projects"),
        words.number(row["low"]),
        lists.some(said["edition"], words),
        lists.some(said["programme"], words),
        "exact",
        "",
    )


def _countries(row: Row, words: Words) -> Card:
    names = alphabetical(_together(words.country(code)) for _kind, code, _n in row["members"])
    return Card(
        words.gettext("Countries"),
        words.number(row["low"]),
        "",
        lists.some(names, words),
        "exact",
        "",
    )


def _together(said: str, at_most: int = -1) -> str:
    """A short text in one piece: no line ends at its last ``at_most`` spaces (-1: at any)."""
    return SPACE.join(said.rsplit(" ", at_most))
