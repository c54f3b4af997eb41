"""The map block: one world map, its views, its legend, and the regions beside it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lib.charts import map as map_chart
from lib.charts.map_view import VIEWS, View, country_bounds, view_for
from lib.figures import places
from lib.model.rows import each
from lib.view import address
from lib.view.block import legend_line
from lib.view.device import is_phone
from lib.view.kept import kept
from lib.view.picture import picture
from lib.view.text import literal, muted
from lib.view.visit import Reader, Visit
from lib.wording import map as words_of
from lib.wording.reading import Reading

MOST_REGIONS = 4  # as many as stand beside the map


def countries(visit: Visit) -> pd.DataFrame:
    """Countries with the names and counts that the map writes."""
    return kept(visit, "countries", lambda: _countries(visit))


def _countries(visit: Visit) -> pd.DataFrame:
    rows = places.by_country(visit.portfolio)
    return rows.assign(
        country=[visit.words.country(code) for code in rows["country_code"]],
        label=[
            words_of.country_label(row.named_count, row.project_count, visit.words)
            for row in each(rows)
        ],
    )


def reading(visit: Visit) -> Reading:
    """What the map says in words."""
    shown = places.shown(visit.portfolio)
    count = _grouped_count(visit)
    return kept(visit, "map", lambda: words_of.reading(countries(visit), shown, visit.words, count))


def world_view() -> View:
    """The whole world; on a telephone what holds every continent, as the width is not known."""
    return VIEWS["world_narrow" if is_phone() else "world"]


def world(visit: Visit, view: View, height: int, key: str, alternative: str) -> None:
    """The map of the selection; a click on a country, place or number filters everything."""
    portfolio = visit.portfolio
    frames = (countries(visit), _located(visit), places.unnamed(portfolio))
    deck = kept(
        visit,
        ("world", view),
        lambda: map_chart.world(
            *frames, places.arcs(portfolio), portfolio.outlines, visit.words, visit.palette, view
        ),
    )

    def picked() -> None:
        indices = st.session_state[key]["selection"]["indices"]
        found = map_chart.picked(indices, *frames, portfolio.outlines, view)
        if found:
            _filter(visit, *found)

    st.pydeck_chart(
        deck,
        height=height,
        key=key,
        on_select=picked,
        selection_mode="single-object",
        alt=alternative,
    )


def still(
    visit: Visit, view: View, height: int, key: str, alternative: str, *, is_named: bool = True
) -> None:
    """A map that stays where it is, drawn at once; clicks filter as on the map that moves."""
    portfolio = visit.portfolio
    svg = kept(
        visit,
        ("still", view, height, is_named),
        lambda: map_chart.still(
            countries(visit), _located(visit), places.unnamed(portfolio), places.arcs(portfolio),
            portfolio.outlines, visit.words, visit.palette, view, height, is_named=is_named,
        ),
    )  # fmt: skip
    picture(key, svg, height, alternative, lambda kind, ids: _filter(visit, kind, ids))


def region(visit: Visit, code: str, height: int, key: str) -> None:
    """A still map of one country with its name and how many of its places are named."""
    rows, sites, numbers = (
        frame[frame["country_code"] == code]
        for frame in (countries(visit), _located(visit), places.unnamed(visit.portfolio))
    )
    own = rows.iloc[0]
    bounds = map_chart.mark_bounds(sites, numbers)
    view = view_for(bounds, 300, height) if bounds else frame_of(visit, [code], 300, height)
    with st.container(border=True, gap="xxsmall", key=f"region-{key}"):
        st.markdown(f"#### {literal(own['country'])}")
        st.markdown(muted(own["label"]))
        label = f"{own['country']}: {own['label']}"
        still(visit, view, height, key, label, is_named=False)


def frame_of(visit: Visit, codes: list[str], width: int, height: int) -> View:
    """The view that frames countries in a map of some size in pixels."""
    bounds = country_bounds(visit.portfolio.outlines, codes)
    return view_for(bounds, width, height, margin=14) if bounds else world_view()


def legend(visit: Visit) -> None:
    """What each mark of the map means."""
    is_grouped = _grouped_count(visit) > 0
    legend_line(map_chart.legend(visit.palette, visit.words, is_grouped=is_grouped))


def _grouped_count(visit: Visit) -> int:
    """How many places and areas are too many to draw each; 0 when each is drawn."""
    return map_chart.grouped_count(_located(visit))


def _located(visit: Visit) -> pd.DataFrame:
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


def choose_project(visit: Reader, project_id: str) -> None:
    """Filter everything by the partners that carry a project."""
    links = visit.registers.project_partners
    own = links[(links["project_id"] == project_id) & (links["partner_role"] == "implementer")]
    address.choose("partner", own["partner_id"].tolist())


def small(visit: Visit) -> None:
    """The map as a picture beside other figures: the selection framed, its line below."""
    said = reading(visit)
    with st.container(border=True, key="small-map"):
        st.markdown(f"#### {literal(said.title)}")
        still(visit, VIEWS["world_narrow"], 230, "small-map-still", said.alternative)
        st.markdown(muted(said.coverage))


def near_countries(visit: Visit) -> list[str]:
    """Selected countries that the view of Europe shows, in the order of the tables."""
    return [code for code, is_near in _placed(visit) if is_near]


def far_countries(visit: Visit) -> list[str]:
    """Selected countries that the view of Europe does not show, in the order of the tables."""
    return [code for code, is_near in _placed(visit) if not is_near][:MOST_REGIONS]


def _placed(visit: Visit) -> list[tuple[str, bool]]:
    """Every selected country that has an outline, and whether the view of Europe shows it."""
    portfolio = visit.portfolio
    found = []
    for code in dict.fromkeys(portfolio.project_countries["country_code"]):
        point = portfolio.outlines.get(code, {}).get("properties", {})
        if point:
            x, y = VIEWS["europe"].pixel(point["label_longitude"], point["label_latitude"])
            found.append((code, abs(x) <= 430 and abs(y) <= 280))
    return found


def europe(visit: Visit, height: int, key: str) -> None:
    """The European countries of the selection, near enough to tell their places apart."""
    codes = near_countries(visit)
    if not codes:
        return
    rows = countries(visit)
    named = int(rows.loc[rows["country_code"].isin(codes), "named_count"].sum())
    title = visit.words.gettext("Europe")
    label = words_of.named(named, visit.words)
    with st.container(border=True, gap="xxsmall", key=f"region-{key}"):
        st.markdown(f"#### {literal(title)}")
        st.markdown(muted(label))
        view = frame_of(visit, codes, 340 if is_phone() else 860, height)
        still(visit, view, height, key, f"{title}: {label}")
