"""The map of any number of places: discs with their number on a still map."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.charts import map as map_chart
from lib.figures import totals
from lib.model import outlines
from lib.view import address
from lib.view.block import foot, head, legend_line
from lib.view.kept import kept
from lib.view.picture import picture
from lib.view.text import literal
from lib.view.totals import counts, editions
from lib.view.visit import TotalsVisit
from lib.wording import sites as texts

NAME = "totals.sites"


def block(visit: TotalsVisit) -> None:
    """The map with its words, its table of countries, its file; a click filters by countries."""
    frame, numbers = by_country(visit), counts(visit)
    said = texts.sites(frame, numbers["sites"], numbers["projects"], visit.words)
    with st.container(border=True, gap="xsmall", key=f"block-{NAME}"):
        head(said)
        if said.empty:
            st.info(literal(said.empty))
            return
        heights = [height for _width, height, _widest in map_chart.DISCS]
        picture(
            "totals-map", lambda at: drawn(visit)[at], heights, said.alternative,
            lambda _kind, codes: address.choose("country", codes),
        )  # fmt: skip
        drawn_ids = totals.places(visit.ledger, visit.selection)["edition_id"]
        legend_line([map_chart.disc(visit.palette, visit.words), *editions(visit, drawn_ids)])
        foot(visit, NAME, frame, said, texts.sites_table)


def by_country(visit: TotalsVisit) -> pd.DataFrame:
    """Countries with places on the map: how many, of how many projects; most first."""
    return kept(visit, (NAME, "countries"), lambda: totals.located(visit.ledger, visit.selection))


def drawn(visit: TotalsVisit) -> list[str]:
    """The map as SVG, for narrow places and for others.

    It frames the countries that are filtered by, else all: then land stays where it is while other
    filters change, and is worked out once.
    """
    ledger, selection = visit.ledger, visit.selection
    return kept(
        visit,
        (NAME, "pictures"),
        lambda: map_chart.discs(
            totals.by_country(ledger, selection),
            totals.places(ledger, selection),
            selection.country or ledger.country.texts,
            outlines.features(),
            visit.words,
            visit.palette,
        ),
    )
