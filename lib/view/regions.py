"""Still maps of parts of the world: a continent, what lies elsewhere country by country."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import streamlit as st

from lib.charts.map_view import View, mark_bounds, view_for
from lib.figures import places
from lib.figures.continents import apart, continents
from lib.model.quantity import add
from lib.view import world
from lib.view.kept import kept
from lib.view.text import literal, muted
from lib.view.visit import Visit
from lib.wording import map as words_of
from lib.wording import map_lines
from lib.wording import places as place_words

MOST, ROOM = 3, 2  # regions beside the map, and so few that something else has room there
CELL = 270  # pixels that a region has at least
INSIDE = (236, 170)  # pixels of its map
NARROW, WIDE = (290, 340), (600, 500)  # pixels of the map of a continent, by the room it has


class Parts(NamedTuple):
    """The countries of a selection that have maps of their own: most are in one continent.

    ``continent`` holds those ``near`` each other, the others are ``far``. Without any, the map that
    moves already shows the one part of the world that is selected.
    """

    continent: str
    near: list[str]
    far: list[str]


def parts_of(visit: Visit) -> Parts:
    """What has a still map beside the one that moves, in the order of the tables."""
    outlines = visit.portfolio.outlines
    codes = visit.portfolio.project_countries["country_code"]
    name, near, far = apart(code for code in codes if code in outlines)
    is_apart = len(far) + bool(near) > 1
    return Parts(name, near, _most(visit, far)) if is_apart else Parts("", [], [])


def presets(visit: Visit) -> dict[str, str]:
    """The views that the map offers, with their names: whole, then continents of the selection."""
    found = continents(visit.portfolio.project_countries["country_code"])
    return words_of.presets(found, visit.words, is_whole=visit.portfolio.is_whole)


def _most(visit: Visit, codes: list[str]) -> list[str]:
    """Of many countries those in which most places are named; what is drawn keeps its order."""
    rows = world.countries(visit)
    named = dict(zip(rows["country_code"], rows["named_count"], strict=True))
    first = sorted(codes, key=lambda code: -named.get(code, 0))[:MOST]
    return [code for code in codes if code in first]


def region(visit: Visit, code: str) -> None:
    """One country with what is named in it."""
    view = kept(visit, ("inside", code), lambda: _inside(visit, code))
    title, label = visit.words.country(code), _label(visit, [code])
    with st.container(gap="xxsmall", key=f"region-{code}"):
        st.markdown(f"#### {literal(title)}")
        st.markdown(muted(label))
        said = visit.words.of(title, label)
        world.still(visit, [view], f"still-{code}", said, names="places", codes=[code])


def _inside(visit: Visit, code: str) -> View:
    """The part of a country with what is drawn in it."""
    sites, numbers = (
        frame[frame["country_code"] == code]
        for frame in (world.located(visit), places.unnamed(visit.portfolio))
    )
    bounds = mark_bounds(sites, numbers)
    return view_for(bounds, *INSIDE) if bounds else world.frame_of(visit, [code], *INSIDE)


def beside(visit: Visit, far: list[str]) -> list[Callable[[], None]]:
    """What stands beside the map: far countries, with what is shown of all where there is room."""
    drawn: list[Callable[[], None]] = [partial(region, visit, code) for code in far]
    return drawn if len(far) > ROOM else [*drawn, partial(shown, visit)]


def below(visit: Visit, parts: Parts) -> None:
    """What stands below: the continent; what is shown of all where the map leaves it no room."""
    if len(parts.far) <= ROOM:
        if parts.near:
            continent(visit, parts)
        return
    left, right = st.columns([3, 1] if parts.near else [1, 3])
    if parts.near:
        with left:
            continent(visit, parts)
    with right if parts.near else left, st.container(border=True, height="stretch"):
        shown(visit)


def continent(visit: Visit, parts: Parts) -> None:
    """Countries of one continent, near enough to tell their places apart."""
    codes = parts.near
    title, label = words_of.continents(visit.words)[parts.continent], _label(visit, codes)
    views = [world.frame_of(visit, codes, *size) for size in (NARROW, WIDE)]
    with st.container(border=True, height="stretch", gap="xxsmall", key="region-near"):
        st.markdown(f"#### {literal(title)}")
        st.markdown(muted(label))
        world.still(visit, views, "map-near", visit.words.of(title, label), codes=codes)


def shown(visit: Visit) -> None:
    """How much of what is announced the map shows; what it does not show, and why."""
    title = visit.words.gettext("Shown and not shown")
    counts, lost = kept(visit, "shown and not", lambda: _counts(visit))
    with st.container(gap="xsmall", key="shown-and-not"):
        st.markdown(f"#### {literal(title)}")
        st.table({literal(name): literal(number) for name, number in counts.items()},
                 border="horizontal")  # fmt: skip
        for why, what in lost.items():
            st.markdown(f":small[**{literal(why)}**  \n{literal(what)}]")


def _counts(visit: Visit) -> tuple[dict[str, str], dict[str, str]]:
    rows, words = places.shown(visit.portfolio), visit.words
    lost = place_words.not_shown(rows, places.unnamed(visit.portfolio), words)
    return place_words.shown_counts(rows, words), lost


def _label(visit: Visit, codes: list[str]) -> str:
    """How many places of some countries are named, and how many are not."""
    return kept(visit, ("label", *codes), lambda: _labelled(visit, codes))


def _labelled(visit: Visit, codes: list[str]) -> str:
    rows, numbers = world.countries(visit), places.unnamed(visit.portfolio)
    own = rows[rows["country_code"].isin(codes)]
    rest = add(numbers[numbers["country_code"].isin(codes)])
    return map_lines.named_and_not(own, rest, visit.words)
