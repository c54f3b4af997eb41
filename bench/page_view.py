"""The reference page of the harness, made of the project's own blocks."""

from __future__ import annotations

import streamlit as st

from bench.page_figures import CURRENCY, HEIGHT, Numbers, figures, numbers, written
from bench.page_warm import LANGUAGE
from lib.charts.theme import palette
from lib.model import engine
from lib.model.ledger import Ledger
from lib.model.options import options
from lib.model.selection import Selection
from lib.view import table
from lib.view.disclosure import apart, disclosure
from lib.view.plot import Drawing, plot
from lib.wording import commitments
from lib.wording.money import bare
from lib.wording.words import Words, words


def run() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Reference page", layout="wide")
    page()


@st.fragment
def page() -> None:
    """Everything in one fragment, so that a change runs nothing but this."""
    ledger, said = engine.current(), words(LANGUAGE)
    known = options(ledger.registers)
    left, right = st.columns(2)
    edition = left.multiselect("Edition", known["edition"], format_func=said.edition, key="edition")
    country = right.multiselect(
        "Country", known["country"], format_func=said.country, key="country"
    )
    selection = Selection(edition=tuple(edition), country=tuple(country), language=LANGUAGE)
    found = numbers(ledger, selection)
    values = {
        "Rows": f"{found.rows:,}",
        "Projects": f"{found.projects:,}",
        "Countries": f"{found.countries:,}",
        f"Funding, {CURRENCY}": bare(*found.money, said),
    }
    for column, (label, value) in zip(st.columns(4), values.items(), strict=True):
        column.metric(label, value)
    colours = palette(st.context.theme.type == "dark")
    cells = [cell for _ in range(2) for cell in st.columns(2)]
    for cell, (name, figure) in zip(cells, figures(found, colours, said).items(), strict=True):
        with cell:
            title = figure["layout"]["title"]["text"]
            drawing = Drawing(b'"figure":' + written(figure), HEIGHT)
            plot(f"chart-{name}", drawing, title, said)
    apart(lambda: disclosure("Table", "table", lambda: _table(ledger, found, said)))
    st.caption(f"table n={found.rows}")


def _table(ledger: Ledger, found: Numbers, said: Words) -> None:
    names = {one: said.edition(one) for one in ledger.registers.editions["edition_id"]}
    sums = commitments.grouped(found.by_edition, "edition_id", names, "")
    table.show(
        len(sums),
        lambda some: commitments.by_edition_table(sums.iloc[some], said),
        said,
        "funding",
    )
