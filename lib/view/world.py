"""The map: the one that moves, still ones, the legend, what a click on any of them does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from lib.charts import map as map_chart
from lib.charts.map_land import STEPS, WIDEST
from lib.charts.map_view import View
from lib.charts.map_words import Names
from lib.figures import places
from lib.model.rows import each
from lib.view import address, bookmark, moving
from lib.view.block import legend_line
from lib.view.choices import choose_project
from lib.view.device import is_phone
from lib.view.frames import narrow
from lib.view.kept import kept
from lib.view.picture import picture
from lib.view.room import expected
from lib.view.text import literal, muted
from lib.view.unbroken import held
from lib.view.visit import Visit
from lib.wording import map as words_of
from lib.wording import map_lines
from lib.wording.reading import Reading

BESIDE = 640  # pixels: from there on a map stands beside other figures, in a third of the page


def countries(visit: Visit) -> pd.DataFrame:
    """Countries with the names and counts that the map writes."""
    return kept(visit, "countries", lambda: _countries(visit))


def _countries(visit: Visit) -> pd.DataFrame:
    rows = places.by_country(visit.portfolio)
    return rows.assign(
        country=[visit.words.country(code) for code in rows["country_code"]],
        label=[map_lines.country_label(row, visit.words) for row in each(rows)],
    )


def reading(visit: Visit) -> Reading:
    """What the map says in words."""
    return kept(
        visit,
        "map",
        lambda: words_of.reading(
            countries(visit),
            located(visit),
            places.unnamed(visit.portfolio),
            places.shown(visit.portfolio),
            visit.words,
            _grouped_count(visit),
        ),
    )


def shown(
    visit: Visit,
    views: Sequence[View],
    key: str,
    alternative: str,
    *,
    is_moving: bool,
    names: Names = "countries",
    codes: Sequence[str] = (),
) -> None:
    """The map of the selection, still or moving; ``views`` as :func:`still` takes them.

    What moves is drawn by the graphics card. Where there is none, as behind a remote desktop, each
    change of it takes a second and more; the still one is there as fast as any chart, and prints.
    """
    if is_moving and not moving.has_failed():
        world(visit, views, key, alternative)
    else:
        if is_moving:
            st.info(literal(moving.failure(visit.words)))
        still(visit, views, f"{key}-still", alternative, names=names, codes=codes)


def world(visit: Visit, views: Sequence[View], key: str, alternative: str) -> None:
    """The map that moves, as high as the one that stands still; ``views`` as :func:`still`.

    A click on a country, place or number filters everything; in a profile, which no filter changes,
    nothing.
    """
    from lib.charts import map_deck  # pydeck is loaded for those who ask for such a map

    portfolio, place, widest = visit.portfolio, f"{key}-still", len(views) - 1
    at = expected(place, 0 if is_phone() else widest, widest)
    view = views[at]
    frames = (countries(visit), located(visit), places.unnamed(portfolio))
    deck = kept(
        visit,
        ("world", view),
        lambda: map_deck.world(
            *frames, places.arcs(portfolio), portfolio.outlines, visit.words, visit.palette, view
        ),
    )

    def picked(layer: str, row: int) -> None:
        drawn = *frames[:2], map_deck.numbers(deck)
        found = map_chart.picked({layer: [row]}, *drawn, portfolio.outlines, view)
        if found:
            _filter(visit, *found)

    of = f"{replace(visit.selection, language='').query()} {views[widest]}"
    moving.moving(
        key, deck.to_json(), view, alternative, visit.words, of,
        moving.Room(place, STEPS[len(views)], [round(one.height) for one in views], at),
        bookmark.looks((key, of)), None if visit.selection.project else picked,
    )  # fmt: skip


def still(
    visit: Visit,
    views: Sequence[View],
    key: str,
    alternative: str,
    *,
    names: Names = "countries",
    codes: Sequence[str] = (),
    has_numbers: bool = True,
    widest: int = WIDEST,
) -> None:
    """A map that stays where it is, drawn at once; clicks do what they do on the map that moves.

    ``views``: one, or one for each width that a place may have (``lib.view.picture``), which is
    never above ``widest`` pixels.
    ``codes``: the countries whose names and numbers are written; those of their neighbours would
    be cut off. ``has_numbers``: are those of places without names written at all?
    """
    portfolio, numbers = visit.portfolio, places.unnamed(visit.portfolio)
    if not has_numbers:
        numbers = numbers.iloc[:0]

    widths = (*STEPS[len(views)][1:], widest)

    def draw(view: View, width: int) -> str:
        svg = map_chart.still(
            countries(visit), located(visit), numbers, places.arcs(portfolio), portfolio.outlines,
            visit.words, visit.palette, view, round(view.height),
            names=names, widest=width, codes=codes,
        ).svg  # fmt: skip
        # One letter beyond Latin would make Python keep two bytes of each in a hundred thousand.
        return svg.encode("ascii", "xmlcharrefreplace").decode("ascii")

    def drawn(at: int) -> str:
        view, width = views[at], widths[at]
        return kept(
            visit, ("still", view, names, has_numbers, width, *codes), lambda: draw(view, width)
        )

    picture(
        key, drawn, [round(view.height) for view in views], alternative,
        None if visit.selection.project else lambda kind, ids: _filter(visit, kind, ids),
        least=views[0].width,
    )  # fmt: skip


def legend(visit: Visit) -> None:
    """What each mark of the map means."""
    legend_line(kept(visit, "map-legend", lambda: _legend(visit)))


def _legend(visit: Visit) -> list[tuple[str, str]]:
    portfolio, is_grouped = visit.portfolio, _grouped_count(visit) > 0
    return map_chart.legend(
        located(visit), places.unnamed(portfolio), places.arcs(portfolio),
        visit.words, visit.palette, is_grouped=is_grouped,
    )  # fmt: skip


def _grouped_count(visit: Visit) -> int:
    """How many places and areas are too many to draw each; 0 when each is drawn."""
    return kept(visit, "grouped", lambda: map_chart.grouped_count(located(visit)))


def located(visit: Visit) -> pd.DataFrame:
    """Every site of the selection; those that can be drawn have coordinates."""
    return places.sites(visit.portfolio)


def _filter(visit: Visit, kind: str, found: Sequence[str]) -> None:
    """Countries filter by country; a place or number by the partners of its project."""
    if kind == "country":
        address.choose("country", found)
        return
    (project,) = found
    if kind == "site":
        sites = visit.portfolio.sites.set_index("site_id")
        project = str(sites.loc[project, "project_id"])
    choose_project(visit, project)


def small(visit: Visit) -> None:
    """The map as a picture beside other figures: the selection framed, its line below."""
    said = reading(visit)
    with st.container(border=True, key="small-map"):
        st.markdown(f"#### {literal(said.title)}")
        if boxes := words_of.boxes(places.unnamed(visit.portfolio), visit.words):
            st.markdown(muted(boxes))
        views = narrow(visit, visit.portfolio.project_countries["country_code"], 1)
        still(visit, views, "small-map-still", said.alternative, widest=BESIDE)
        st.markdown(muted(held(said.coverage)))
