"""The reference page of the harness, made of the project's own blocks."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from bench.page_figures import CURRENCY, HEIGHT, Numbers, figures, millions, numbers, written
from bench.page_sites import sites
from bench.page_warm import LANGUAGE
from lib.charts.theme import palette
from lib.model import engine, store
from lib.model.selection import Selection
from lib.view import table
from lib.view.disclosure import apart, disclosure
from lib.view.plot import Drawing, plot
from lib.wording.words import Words, words


def run() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Reference page", layout="wide")
    page()


@st.fragment
def page() -> None:
    """Everything in one fragment, so that a change runs nothing but this."""
    ledger, said = engine.current(), words(LANGUAGE)
    editions = [*ledger.registers.editions["edition_id"]]
    countries = list(sites(ledger, store.folder()).country.texts)
    left, right = st.columns(2)
    edition = left.multiselect("Edition", editions, format_func=said.edition, key="edition")
    country = right.multiselect("Country", countries, format_func=said.country, key="country")
    selection = Selection(edition=tuple(edition), country=tuple(country), language=LANGUAGE)
    found = numbers(ledger, store.folder(), selection)
    values = {
        "Rows": f"{found.rows:,}",
        "Projects": f"{found.projects:,}",
        "Countries": f"{found.countries:,}",
        f"Funding, {CURRENCY}": millions(found, said),
    }
    for column, (label, value) in zip(st.columns(4), values.items(), strict=True):
        column.metric(label, value)
    colours = palette(st.context.theme.type == "dark")
    cells = [cell for _ in range(2) for cell in st.columns(2)]
    for cell, (name, figure) in zip(cells, figures(found, colours, said).items(), strict=True):
        with cell:
            title = figure["layout"]["title"]["text"]
            plot(f"chart-{name}", Drawing(written(figure), HEIGHT), title, said)
    apart(lambda: disclosure("Table", "table", lambda: _table(found, said)))
    st.caption(f"table n={found.rows}")


def _table(found: Numbers, said: Words) -> None:
    sums = found.by_edition
    table.show(len(sums), lambda some: twin(sums.iloc[some], said), said, "funding", "Funding")


def twin(sums: pd.DataFrame, said: Words) -> pd.DataFrame:
    """Funding by edition as people read it."""
    bounds = [sums[name].tolist() for name in ("low", "high", "is_approximate", "currency_code")]
    return pd.DataFrame(
        {
            "Edition": [said.edition(one) if one else "" for one in sums["edition_id"]],
            "Payer": [said.organisation_type(one) for one in sums["organisation_type"]],
            "Amount": [said.amount(*row) for row in zip(*bounds, strict=True)],
        }
    )
