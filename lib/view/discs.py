"""The map of any number of places: discs with their number on a still map."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.charts import map as map_chart
from lib.charts.map import DISCS_HEIGHT as HEIGHT
from lib.charts.map_view import VIEWS, country_bounds, view_for
from lib.figures import totals
from lib.model import outlines
from lib.view import address
from lib.view.block import foot, head, legend_line
from lib.view.device import is_phone
from lib.view.kept import kept
from lib.view.picture import picture
from lib.view.text import literal
from lib.view.totals import counts
from lib.view.visit import TotalsVisit
from lib.wording import sites as texts

NAME = "totals.sites"
WIDTHS = (830, 340)  # pixels that a view of some countries can count on, here and on a telephone


def block(visit: TotalsVisit) -> None:
    """The map with its words, its table of countries, its file; a click filters by countries."""
    frame, numbers = by_country(visit), counts(visit)
    said = texts.sites(frame, numbers["sites"], numbers["projects"], visit.words)
    with st.container(border=True, gap="xsmall", key=f"block-{NAME}"):
        head(said)
        if said.empty:
            st.info(literal(said.empty))
            return
        svg = drawn(visit, is_narrow=is_phone())
        picture(
            "totals-map", svg, HEIGHT, said.alternative,
            lambda _kind, codes: address.choose("country", codes),
        )  # fmt: skip
        legend_line([map_chart.disc(visit.palette, visit.words)])
        foot(visit, NAME, frame, said, texts.sites_table)


def by_country(visit: TotalsVisit) -> pd.DataFrame:
    """Countries with places on the map: how many, of how many projects; most first."""
    return kept(visit, (NAME, "countries"), lambda: totals.located(visit.ledger, visit.selection))


def drawn(visit: TotalsVisit, *, is_narrow: bool) -> str:
    """The map as SVG: of the selected countries, else of the world."""
    return kept(visit, (NAME, is_narrow), lambda: _drawn(visit, is_narrow))


def _drawn(visit: TotalsVisit, is_narrow: bool) -> str:
    features, chosen = outlines.features(), [*visit.selection.country]
    view = VIEWS["world_narrow" if is_narrow else "world"]
    bounds = country_bounds(features, chosen)
    if bounds:
        view = view_for(bounds, WIDTHS[is_narrow], HEIGHT, margin=14)
    every = totals.by_country(visit.ledger, visit.selection)
    names = [visit.words.country(code) for code in every["country_code"]]
    return map_chart.discs(
        every.assign(country=names, label=""), totals.places(visit.ledger, visit.selection),
        features, visit.words, visit.palette, view, HEIGHT,
    )  # fmt: skip
