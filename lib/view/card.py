"""The card of a key figure: noun, value, coverage, why, how sure, what differs, source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.charts import marks
from lib.charts.key import picture
from lib.figures import co_funders, disagreements, flow, key
from lib.view import cite, printed
from lib.view.meaning import meaning
from lib.view.navigation import in_text, link
from lib.view.text import literal, muted
from lib.view.unbroken import held
from lib.view.visit import Visit
from lib.wording import key as key_words
from lib.wording.card import Card
from lib.wording.words import Words

COLUMNS: Final = 3


class Made(NamedTuple):
    """A key figure with its words, and its coverage drawn (SVG; "" where there is none)."""

    row: Mapping[str, Any]
    words: Card
    picture: str


def cards(visit: Visit) -> list[Made]:
    """The key figures of the selection, as their cards show them."""
    links = flow.flow(visit.portfolio)
    named, _ = co_funders.named(visit.portfolio)
    programmes = dict(visit.portfolio.programmes.set_index("programme_id")["name"])
    split = links[links["is_published"] & links["is_own"].astype(bool)]
    published = split.groupby("currency_code")["low"].sum()
    made = []
    for found in key.key_figures(visit.portfolio).to_dict("records"):
        row = {str(name): value for name, value in found.items()}
        words = key_words.card(row, links, named, programmes, visit.words)
        amount = float(published.get(row["currency_code"], 0.0))
        drawn = picture(row, amount, words.coverage, visit.palette)
        made.append(Made(row, words, drawn))
    return made


def show(visit: Visit, made: Made) -> None:
    """One key figure."""
    row, words = made.row, made.words
    with framed(_name(row), words, made.picture):
        _evidence(visit, row, words)


@contextmanager
def framed(name: str, words: Card, drawn: str = "", *, border: bool = True) -> Iterator[None]:
    """The card of a key figure, into which its evidence can be drawn."""
    with st.container(
        border=border, height="stretch", vertical_alignment="distribute", key=f"card-{name}"
    ):
        # A word in the place of a number is set smaller: some are as long as a card.
        kind = "word" if words.how_sure == "not_stated" else "value"
        with st.container(gap="xxsmall", key=f"{kind}-{name}"):
            st.metric(literal(words.noun), words.value)
            coverage = literal(held(words.coverage))
            lines = [f"![{coverage}]({marks.data_uri(drawn)})"] if drawn else []
            lines += [f":small[**{coverage}**]"] if coverage else []
            st.markdown("  \n".join([*lines, muted(held(words.reason))]))
        yield


def how_sure(card: Card, words: Words) -> None:
    """The badge that says how sure a figure is, and what that means."""
    sure = literal(words.qualifier(card.how_sure))
    st.badge(sure, color="gray", help=meaning(card.how_sure, words))


def differing(visit: Visit, said: str, **filters: Sequence[str]) -> str:
    """The badge that sources differ, as Markdown: it leads to the disagreements, if there are any.

    ``filters``: what those are to be about.
    """
    is_explained = disagreements.count(visit.portfolio) > 0
    told = held(said)
    text = in_text(visit, "disagreements", told, **filters) if is_explained else literal(told)
    return f":red-badge[{text}]"


def in_rows(count: int) -> Iterator[DeltaGenerator]:
    """A place for each of so many cards, three in a row; pairs at the end where one were left."""
    paired = 4 if count > COLUMNS and count % COLUMNS == 1 else 0
    for start in range(0, count - paired, COLUMNS):
        yield from st.columns(COLUMNS)[: count - paired - start]
    for _pair in range(paired // 2):
        yield from st.columns(2)


def foot(name: str) -> DeltaGenerator:
    """The line at the foot of a card: badges, sources, ways."""
    return st.container(
        horizontal=True, gap="xsmall", vertical_alignment="center", key=f"sure-{name}"
    )


def _evidence(visit: Visit, row: Mapping[str, Any], words: Card) -> None:
    """How sure the figure is, what differs, where it comes from."""
    with foot(_name(row)):
        how_sure(words, visit.words)
        if words.differs:
            st.markdown(differing(visit, words.differs), width="content")
        names = co_funders.named_by(visit.portfolio) if row["figure_id"] == "co_funding" else ()
        cite.sources(visit, row["statement_ids"], _name(row), counted_from=names)
        printed.cited(visit, row["statement_ids"], _name(row), names)
        if row["figure_id"] == "projects":
            link(visit, "projects", visit.words.gettext("See the list with sources"))
        if row["figure_id"] == "countries":
            link(visit, "map", visit.words.gettext("See the map"))


def _name(row: Mapping[str, Any]) -> str:
    """The name of a key figure; money has one a currency."""
    return f"{row['figure_id']}{row['currency_code']}"
