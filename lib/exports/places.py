"""Where it is expanding: maps, what they do not show, what they show in numbers."""

from __future__ import annotations

import pandas as pd

from lib.charts.map import country_bounds, grouped_count, legend
from lib.charts.map_view import VIEWS, View, mark_bounds, view_for
from lib.exports.cited import behind, flat
from lib.exports.exhibits import Ground, Listing, Map, Window, sentences
from lib.exports.pack import Section
from lib.figures import places as figures
from lib.model.portfolio import Portfolio
from lib.model.rows import each
from lib.wording import map as texts
from lib.wording import places as place_texts
from lib.wording.words import Words

MOST_REGIONS = 4  # countries far from Europe that have a window of their own
WORLD = Window("world", "", "", VIEWS["world"], 860, 480)


def section(portfolio: Portfolio, words: Words) -> Section:
    """The page about places."""
    _ = words.gettext
    shown = figures.shown(portfolio)
    unnamed = figures.unnamed(portfolio)
    exhibits = (
        sites(portfolio, words, windows(portfolio, words)),
        *sentences("places.not_shown", _("Not shown"), not_shown(shown, unnamed, words)),
        Listing(
            name="places.shown",
            title=_("Announced, named and shown"),
            frame=shown,
            write=place_texts.shown_table,
            words=words,
            empty=_("No project matches these filters."),
            **behind(portfolio, flat(shown["statement_ids"])),
        ),
    )
    question = _("Where is it expanding?")
    return Section("map", question, texts.page_title(shown, words), exhibits)


def not_shown(shown: pd.DataFrame, unnamed: pd.DataFrame, words: Words) -> list[str]:
    """What maps do not show, a sentence a reason."""
    return [f"{why}: {what}" for why, what in place_texts.not_shown(shown, unnamed, words).items()]


def sites(portfolio: Portfolio, words: Words, seen: tuple[Window, ...], name: str = "") -> Map:
    """Every place of the selection on maps of these windows; its table has a row a place."""
    frame, shown = figures.sites(portfolio), figures.shown(portfolio)
    ground = ground_of(portfolio, words)
    grouped = grouped_count(frame)
    reading = texts.reading(ground.countries, shown, words, grouped)
    return Map(
        name=name or "places.sites",
        title=reading.heading,
        reading=reading,
        frame=frame,
        write=place_texts.sites_table,
        words=words,
        ground=ground,
        windows=seen,
        legend=lambda palette: legend(palette, words, is_grouped=grouped > 0),
        **behind(portfolio, flat(shown["statement_ids"])) | _named_by(frame),
    )


def _named_by(sites: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """The documents that name the places."""
    return {"source_ids": tuple(dict.fromkeys(sites["source_id"]))}


def ground_of(portfolio: Portfolio, words: Words) -> Ground:
    """The frames of a map, countries with the names and counts that it writes."""
    rows = figures.by_country(portfolio)
    countries = rows.assign(
        country=[words.country(code) for code in rows["country_code"]],
        label=[
            texts.country_label(row.named_count, row.project_count, words) for row in each(rows)
        ],
    )
    return Ground(
        countries,
        figures.sites(portfolio),
        figures.unnamed(portfolio),
        figures.arcs(portfolio),
        portfolio.outlines,
    )


def windows(portfolio: Portfolio, words: Words) -> tuple[Window, ...]:
    """The world, Europe where the selection is there, the countries far from it one by one."""
    codes = list(dict.fromkeys(portfolio.project_countries["country_code"]))
    near = [code for code in codes if _is_near(portfolio, code) is True]
    far = [code for code in codes if _is_near(portfolio, code) is False][:MOST_REGIONS]
    rows = ground_of(portfolio, words).countries.set_index("country_code")
    europe = []
    if near:
        view = frame_of(portfolio, near, 860, 520)
        label = texts.named(int(rows.loc[near, "named_count"].sum()), words)
        europe = [Window("europe", words.gettext("Europe"), label, view, 860, 520)]
    return (WORLD, *europe, *(_region(portfolio, code, rows) for code in far))


def _is_near(portfolio: Portfolio, code: str) -> bool | None:
    """Whether the view of Europe shows a country; None for one without an outline."""
    point = portfolio.outlines.get(code, {}).get("properties", {})
    if not point:
        return None
    x, y = VIEWS["europe"].pixel(point["label_longitude"], point["label_latitude"])
    return abs(x) <= 430 and abs(y) <= 280


def _region(portfolio: Portfolio, code: str, rows: pd.DataFrame) -> Window:
    """One country with its name and how many of its places are named."""
    sites, unnamed = figures.sites(portfolio), figures.unnamed(portfolio)
    bounds = mark_bounds(
        sites[sites["country_code"] == code], unnamed[unnamed["country_code"] == code]
    )
    view = view_for(bounds, 420, 240) if bounds else frame_of(portfolio, [code], 420, 240)
    name = f"region.{code.lower()}"
    title, label = map(str, rows.loc[code, ["country", "label"]])
    return Window(name, title, label, view, 420, 240, is_named=False)


def frame_of(portfolio: Portfolio, codes: list[str], width: int, height: int) -> View:
    """The view that frames countries in a map of some size in pixels."""
    bounds = country_bounds(portfolio.outlines, codes)
    return view_for(bounds, width, height, margin=14) if bounds else VIEWS["world"]
