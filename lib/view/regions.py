"""Still maps of parts of the world: a continent, what lies elsewhere country by country."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import streamlit as st

from lib.charts.map_view import View, mark_bounds, view_for
from lib.charts.map_words import Names
from lib.charts.text import width
from lib.figures import places
from lib.figures.continents import apart, continent, continents, grouped
from lib.model.quantity import add
from lib.view import frames, world
from lib.view.kept import kept
from lib.view.text import literal, muted
from lib.view.unbroken import held
from lib.view.visit import Visit
from lib.wording import map as words_of
from lib.wording import map_lines
from lib.wording import places as place_words

MOST, ROOM = 3, 2  # regions beside the map, and so few that something else has room there
CELL = 270  # pixels that a region has at least
INSIDE, SMALL = 236, 14  # pixels that its map is wide, of the letters above it
LOW, HIGH = 130, 320  # pixels that its map is high
ABOUT, EACH, LINE = 275, 104, 22  # pixels around the large map, around that of a region, of a line


class Parts(NamedTuple):
    """The countries of a selection that have maps of their own: most are in one continent.

    ``continent`` holds those ``near`` each other; the others are ``far``, one by one or, where they
    are many, by continent, those with most places first. Without any, the large map already shows
    the one part of the world that is selected.
    """

    continent: str
    near: list[str]
    far: list[list[str]]

    def codes_of(self, view: str) -> list[str]:
        """The countries whose numbers a view of the map writes; none for all."""
        return self.near if view == "home" else []


def parts_of(visit: Visit) -> Parts:
    """What has a still map beside the one that moves, in the order of the tables."""
    outlines = visit.portfolio.outlines
    codes = visit.portfolio.project_countries["country_code"]
    name, near, far = apart(code for code in codes if code in outlines)
    is_apart = len(far) + bool(near) > 1
    if not is_apart:
        return Parts("", [], [])
    rows = world.countries(visit)
    named = dict(zip(rows["country_code"], rows["named_count"], strict=True))
    parts = grouped(far, MOST)
    if len(parts) < len(far):
        parts.sort(key=lambda own: -sum(named[code] for code in own))
    return Parts(name, near, parts)


def presets(visit: Visit, parts: Parts) -> dict[str, str]:
    """The views that the map offers, with their names.

    It opens with the continent that most countries lie in, because there places can be told apart.
    """
    found = continents(visit.portfolio.project_countries["country_code"])
    is_whole = visit.portfolio.is_whole
    return words_of.presets(found, visit.words, is_whole=is_whole, first=parts.continent)


def views(visit: Visit, parts: Parts, name: str) -> list[View]:
    """The views of a preset, for narrow places and for wide ones."""
    is_near = name == "home" and parts.near
    return frames.views_in(visit, parts.near) if is_near else frames.views_of(visit, name)


def region(visit: Visit, codes: list[str], height: int, at: int) -> None:
    """One country, or those of one continent, with what is named there.

    Of a continent the numbers without names have no room in it; the line above adds them up. Its
    place in the row (``at``) names it: the picture that stood there gives way to the next at once,
    where one named by its country would leave the place blank for a moment.
    """
    is_one = len(codes) == 1
    view = kept(visit, ("inside", height, *codes), lambda: _inside(visit, codes, height))
    place = codes[0] if is_one else continent(codes[0])
    title = visit.words.country(place) if is_one else words_of.continents(visit.words)[place]
    label = _label(visit, codes)
    with st.container(gap="xxsmall", key=f"region-{at}"):
        st.markdown(f"#### {literal(title)}")
        st.markdown(muted(label))
        said = visit.words.of(title, label)
        names: Names = "places" if is_one else "countries"
        world.still(visit, [view], f"still-{at}", said, names=names, codes=codes,
                    has_numbers=is_one)  # fmt: skip


def _inside(visit: Visit, codes: list[str], height: int) -> View:
    """The part of the world with what is drawn in some countries."""
    marks = frames.marks(visit)
    bounds = mark_bounds(marks[marks["country_code"].isin(codes)]) if len(codes) == 1 else None
    if bounds:
        return view_for(bounds, INSIDE, height)
    return frames.frame_of(visit, codes, INSIDE, height)


def beside(visit: Visit, parts: Parts) -> list[Callable[[View], None]]:
    """What stands beside a view of the map: regions, with what is shown of all where it has room.

    Their maps are so high that the column is about as high as the large map with its words.
    """

    has_shown = len(parts.far) <= ROOM

    def drawn(at: int, codes: list[str], view: View) -> None:
        lines = math.ceil(width(_label(visit, codes), SMALL) / INSIDE)
        room = (view.height + ABOUT) / (min(len(parts.far), MOST) + has_shown)
        height = room - EACH - LINE * (lines - 1)
        region(visit, codes, round(min(max(height, LOW), HIGH)), at)

    own = enumerate(parts.far[:MOST])
    every: list[Callable[[View], None]] = [partial(drawn, at, codes) for at, codes in own]
    return [*every, lambda _view: shown(visit)] if has_shown else every


def below(visit: Visit, parts: Parts, name: str) -> None:
    """What stands below: the other large map; what is shown of all where there was no room."""
    large = partial(_other, visit, parts, name) if parts.near else None
    has_shown = len(parts.far) > ROOM
    if not large and not has_shown:
        return
    with st.container(key="map-below"):  # in columns also alone: the map stays the same element
        left, *rest = st.columns([3, 1] if large and has_shown else [1, 3] if has_shown else [1])
    if large:
        with left:
            large()
    if has_shown:
        with rest[0] if large else left, st.container(border=True, key="shown-beside"):
            shown(visit)


def _other(visit: Visit, parts: Parts, name: str) -> None:
    """All that is selected where the map above shows a continent, and else that continent."""
    is_near = name != "home"
    codes = parts.near if is_near else [*parts.near, *(code for own in parts.far for code in own)]
    title = words_of.everywhere(visit.words, is_whole=visit.portfolio.is_whole)
    if is_near:
        title = words_of.continents(visit.words)[parts.continent]
    label, key = _label(visit, codes), "near" if is_near else "whole"
    with st.container(border=True, height="stretch", gap="xxsmall", key=f"region-{key}"):
        st.markdown(f"#### {literal(title)}")
        st.markdown(muted(label))
        said = visit.words.of(title, label)
        world.still(visit, frames.views_in(visit, codes), f"map-{key}", said, codes=codes)


def shown(visit: Visit) -> None:
    """How much of what is announced the map shows; what it does not show, and why."""
    title = visit.words.gettext("Shown and not shown")
    counts, lost = kept(visit, "shown and not", lambda: _counts(visit))
    with st.container(gap="xsmall", key="shown-and-not"):
        st.markdown(f"#### {literal(title)}")
        st.table({literal(held(name)): literal(number) for name, number in counts.items()},
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
