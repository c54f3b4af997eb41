"""Where it is expanding: maps, what they do not show, what they show in numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pandas as pd

from lib.charts.map import (
    VIEWS,
    View,
    framed_bounds,
    grouped_count,
    legend,
    mark_bounds,
    view_for,
)
from lib.charts.map_words import Names
from lib.exports.cited import behind, flat
from lib.exports.exhibits import Lines, Listing, Map, sentences
from lib.exports.pack import Section
from lib.exports.windows import Ground, Window
from lib.figures import places as figures
from lib.figures.continents import apart, continent, grouped
from lib.model.portfolio import Portfolio
from lib.model.quantity import add
from lib.model.rows import each
from lib.wording import map as texts
from lib.wording import map_lines
from lib.wording import places as place_texts
from lib.wording.words import Words

MOST_REGIONS = 4  # countries elsewhere that have a window each; more have one a continent
Size = tuple[int, int]
WHOLE: Final[Size] = (720, 300)  # pixels
CONTINENT: Final[Size] = (720, 420)
REGION: Final[Size] = (352, 180)
NARROW: Final[Size] = (340, 280)  # of any window that is wider


def section(portfolio: Portfolio, words: Words) -> Section:
    """The page about places."""
    _ = words.gettext
    shown = figures.shown(portfolio)
    named = {"source_ids": _shown_by(portfolio)}
    exhibits = (
        sites(portfolio, words, windows(portfolio, words)),
        *not_shown(portfolio, words, "places.not_shown"),
        Listing(
            name="places.shown",
            title=_("Announced, named and shown"),
            frame=shown,
            write=place_texts.shown_table,
            words=words,
            empty=_("No project matches these filters."),
            **behind(portfolio, flat(shown["statement_ids"])) | named,
        ),
    )
    question = _("Where does it work?")
    return Section("map", question, texts.page_title(shown, words), exhibits)


def sites(portfolio: Portfolio, words: Words, seen: tuple[Window, ...], name: str = "") -> Map:
    """Every place of the selection on maps of these windows; its table has a row a place."""
    frame, shown = figures.sites(portfolio), figures.shown(portfolio)
    ground = ground_of(portfolio, words)
    grouped = grouped_count(frame)
    reading = texts.reading(ground.countries, frame, ground.unnamed, shown, words, grouped)
    return Map(
        name=name or "places.sites",
        title=reading.heading,
        short=words.gettext("Places on the map"),
        reading=reading,
        frame=frame,
        write=place_texts.sites_table,
        words=words,
        ground=ground,
        windows=seen,
        legend=lambda palette: legend(
            ground.sites, ground.unnamed, ground.arcs, words, palette, is_grouped=grouped > 0
        ),
        **behind(portfolio, flat(shown["statement_ids"])) | {"source_ids": _shown_by(portfolio)},
    )


def ground_of(portfolio: Portfolio, words: Words) -> Ground:
    """The frames of a map, countries with the names and counts that it writes."""
    rows = figures.by_country(portfolio)
    countries = rows.assign(
        country=[words.country(code) for code in rows["country_code"]],
        label=[map_lines.country_label(row, words) for row in each(rows)],
    )
    return Ground(
        countries,
        figures.sites(portfolio),
        figures.unnamed(portfolio),
        figures.arcs(portfolio),
        portfolio.outlines,
    )


def not_shown(portfolio: Portfolio, words: Words, name: str) -> tuple[Lines, ...]:
    """How much of what is announced the map shows; what it does not show, and why."""
    rows = figures.shown(portfolio)
    if rows.empty:
        return ()
    counts = place_texts.shown_counts(rows, words)
    lost = place_texts.not_shown(rows, figures.unnamed(portfolio), words)
    lines = [words.of(what, how_many) for what, how_many in {**counts, **lost}.items()]
    found = behind(portfolio, flat(rows["statement_ids"])) | {"source_ids": _shown_by(portfolio)}
    return sentences(name, words.gettext("Shown and not shown"), lines, **found)


def _shown_by(portfolio: Portfolio) -> tuple[str, ...]:
    """The documents that announce places, then those that name them."""
    found = behind(portfolio, flat(figures.shown(portfolio)["statement_ids"]))["source_ids"]
    return tuple(dict.fromkeys([*found, *figures.documents(figures.sites(portfolio))]))


def windows(portfolio: Portfolio, words: Words) -> tuple[Window, ...]:
    """All of the selection; where it lies apart, a continent and far countries one by one, too."""
    codes = list(dict.fromkeys(portfolio.project_countries["country_code"]))
    name, near, far = apart(code for code in codes if code in portfolio.outlines)
    whole = framed(portfolio, "whole", codes, WHOLE)
    if len(far) + bool(near) < 2:
        return (whole,)
    titles = texts.continents(words)
    regions = []
    for own in grouped(far, MOST_REGIONS):
        is_one, part = len(own) == 1, continent(own[0])
        place, title = (own[0].lower(), words.country(own[0])) if is_one else (part, titles[part])
        regions.append(_window(portfolio, words, f"region.{place}", title, own, REGION))
    title = titles.get(name, "")
    together = [_window(portfolio, words, name, title, near, CONTINENT)] if near else []
    return (whole, *together, *regions)


def _window(
    portfolio: Portfolio, words: Words, name: str, title: str, codes: list[str], size: Size
) -> Window:
    """A part of the world with how many of its places are named, and how many are not."""
    rows = figures.by_country(portfolio)
    sites, unnamed = figures.sites(portfolio), figures.unnamed(portfolio)
    own, located, rest = (
        frame[frame["country_code"].isin(codes)] for frame in (rows, sites, unnamed)
    )
    label = map_lines.named_and_not(own, add(rest), words)
    seen = framed(portfolio, name, codes, size)
    marked = mark_bounds(located, rest) if len(codes) == 1 else None
    view = view_for(marked, *size) if marked else seen.view
    names: Names = "countries" if len(codes) > 1 else "places"
    shown = figures.shown(portfolio)
    counted = shown[shown["project_id"].isin(rest["project_id"])]
    found = behind(portfolio, flat(counted["statement_ids"]))["source_ids"]
    ids = tuple(dict.fromkeys([*found, *figures.documents(located)]))
    return seen._replace(
        title=title, label=label, view=view, names=names, codes=tuple(codes), source_ids=ids
    )


def framed(portfolio: Portfolio, name: str, codes: list[str], size: Size) -> Window:
    """A window that frames countries; one that is wide frames them narrow, too."""
    narrow = frame_of(portfolio, codes, *NARROW) if size > REGION else None
    return Window(name, "", "", frame_of(portfolio, codes, *size), *size, narrow=narrow)


def frame_of(portfolio: Portfolio, codes: list[str], width: int, height: int) -> View:
    """The view that frames what is drawn in countries in a map of some size in pixels."""
    columns = ["country_code", "longitude", "latitude"]
    marks = pd.concat([figures.sites(portfolio)[columns], figures.unnamed(portfolio)[columns]])
    bounds = framed_bounds(portfolio.outlines, codes, marks)
    if bounds is None:
        return replace(VIEWS["world"], width=width, height=height)
    return view_for(bounds, width, height, margin=16)
