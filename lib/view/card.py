"""The card of a key figure: noun, value, coverage, why, how sure, what differs, source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.charts import marks
from lib.figures import disagreements, flow, funding, key
from lib.view import cite, printed
from lib.view.disclosure import apart
from lib.view.navigation import link
from lib.view.text import literal, muted
from lib.view.visit import Visit
from lib.wording import key as key_words
from lib.wording.key import Card

COLUMNS: Final = 3
MOST_DOTS: Final = 96  # more cannot be counted at a glance


class Made(NamedTuple):
    """A key figure with its words, and its coverage drawn (SVG; "" where there is none)."""

    row: Mapping[str, Any]
    words: Card
    picture: str


def cards(visit: Visit) -> list[Made]:
    """The key figures of the selection, as their cards show them."""
    links = flow.flow(visit.portfolio)
    named, _ = funding.co_funders_named(visit.portfolio)
    programmes = dict(visit.portfolio.programmes.set_index("programme_id")["name"])
    split = links[links["is_published"] & ~links["is_co_funder"].astype(bool)]
    published = split.groupby("currency_code")["low"].sum()
    made = []
    for found in key.key_figures(visit.portfolio).to_dict("records"):
        row = {str(name): value for name, value in found.items()}
        words = key_words.card(row, links, named, programmes, visit.words)
        amount = float(published.get(row["currency_code"], 0.0))
        made.append(Made(row, words, _picture(visit, row, words, amount)))
    return made


def show(visit: Visit, made: Made) -> None:
    """One key figure."""
    row, words = made.row, made.words
    with framed(_name(row), words, made.picture):
        apart(lambda: _evidence(visit, row, words))


@contextmanager
def framed(name: str, words: Card, picture: str = "") -> Iterator[None]:
    """The card of a key figure, into which its evidence can be drawn."""
    with st.container(
        border=True, height="stretch", vertical_alignment="distribute", key=f"card-{name}"
    ):
        with st.container(gap="xxsmall"):
            with st.container(key=f"value-{name}"):
                st.metric(literal(words.noun), words.value)
            if picture:
                st.markdown(f"![{literal(words.coverage)}]({marks.data_uri(picture)})")
            if words.coverage:
                st.markdown(f":small[**{literal(words.coverage)}**]")
            st.markdown(muted(words.reason))
        yield


def how_sure(words: Card) -> None:
    """The badge that says how sure a figure is."""
    st.markdown(f":gray-badge[{literal(words.how_sure)}]", width="content")


def in_rows(count: int) -> Iterator[DeltaGenerator]:
    """A place for each of so many cards, three in a row."""
    for start in range(0, count, COLUMNS):
        yield from st.columns(COLUMNS)[: count - start]


def _evidence(visit: Visit, row: Mapping[str, Any], words: Card) -> None:
    """How sure the figure is, what differs, where it comes from."""
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        how_sure(words)
        if words.differs:
            st.markdown(f":red-badge[{literal(words.differs)}]", width="content")
            if disagreements.count(visit.portfolio):
                link(visit, "disagreements", visit.words.gettext("See what differs"))
        cite.sources(visit, row["statement_ids"], _name(row))
        printed.cited(visit, row["statement_ids"], _name(row))
        if row["figure_id"] == "projects":
            link(visit, "projects", visit.words.gettext("See the list with sources"))
        if row["figure_id"] == "countries":
            link(visit, "map", visit.words.gettext("See the map"))


def _name(row: Mapping[str, Any]) -> str:
    """The name of a key figure; money has one a currency."""
    return f"{row['figure_id']}{row['currency_code']}"


def _picture(visit: Visit, row: Mapping[str, Any], words: Card, published: float) -> str:
    """Coverage drawn: money by destination (``published``: how much has one), projects by
    statement.
    """
    figure = row["figure_id"]
    if figure == "committed" and row["stated_count"] and row["high"] == row["low"]:
        return marks.money_bar(published, row["low"], visit.palette, words.coverage)
    if figure == "co_funding" and row["differs"]:
        return ""
    if figure == "projects" and 0 < row["low"] <= MOST_DOTS:
        colours = [visit.palette.edition(one) for kind, one, count in row["members"]
                   if kind == "edition" for _ in range(count)]  # fmt: skip
        return marks.dots(colours, visit.palette, words.coverage)
    if figure in ("places", "people") and 0 < row["of_count"] <= MOST_DOTS:
        return marks.coverage_dots(
            int(row["stated_count"]), int(row["of_count"]), visit.palette, words.coverage
        )
    return ""
