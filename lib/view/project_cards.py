"""Every selected project as a card, the same facts in the same order on each."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from lib.charts import marks
from lib.figures import project as figures
from lib.model.rows import each
from lib.view.choices import carriers
from lib.view.kept import kept
from lib.view.navigation import in_text, link
from lib.view.pages import paged
from lib.view.text import literal, muted
from lib.view.unbroken import held
from lib.view.visit import Visit
from lib.wording import project as texts
from lib.wording.conventions import DOT

ABREAST, MORE = 3, 4  # cards in a row, and where one of them were left alone
NARROWEST = 270  # pixels of a card: long words have room beside the names of facts
PER_PAGE = 8 * ABREAST


def cards(visit: Visit) -> None:
    """Every selected project as a card; of many a page."""
    rows = figures.cards(visit.portfolio)
    if rows.empty:
        st.info(literal(visit.words.gettext("No project matches these filters.")))
    paged(len(rows), visit.words, "cards", lambda some: _cards(visit, rows[some]), PER_PAGE)


class _Card(NamedTuple):
    """What a card says, in Markdown; facts by their names."""

    place: str
    facts: dict[str, str]
    source: str


def _cards(visit: Visit, rows: pd.DataFrame) -> None:
    count = len(rows)
    # Said before the first card is there: what is drawn is not laid out anew as the others come.
    key = "project-cards-shared" if shares(count) else "project-cards"
    with st.grid(abreast(count), min_column_width=NARROWEST, border=True, key=key):
        for left, row in zip(range(count, 0, -1), each(rows), strict=True):
            said = kept(visit, ("card", row.project_id), lambda: _said(visit, row))  # noqa: B023
            with st.container(
                height="stretch", vertical_alignment="distribute", key=f"card-{row.project_id}"
            ):
                _card(visit, row, said, closing(left, count))


def abreast(count: int) -> int:
    """How many of so many cards stand in a row where there is room, so that none stands alone.

    Where no number of columns does that, and where there is less room, the style sheet does.
    """
    if count == 4:
        return 2
    return ABREAST if count % ABREAST != 1 or count % MORE == 1 else MORE


def shares(count: int) -> bool:
    """Whether the last four of so many cards share two rows, where three stand in the others."""
    return count > ABREAST and count % ABREAST == 1


def closing(left: int, count: int) -> str:
    """What the style sheet has to know of a card with which so many are left, or nothing.

    "whole" takes the row where two cards have room, "half" half of it where three have.
    """
    if left == 1 and count % 2 and count > 1:
        return "closing-whole-half" if shares(count) else "closing-whole"
    return "closing-half" if shares(count) and left <= MORE else ""


def _said(visit: Visit, row: Any) -> _Card:
    """The same facts in the same order, in the colour of the edition."""
    square = marks.swatch("group", visit.palette, visit.palette.edition(row.edition_id))
    programmes = visit.portfolio.programmes.set_index("programme_id")["name"]
    place = texts.place(row, str(programmes[row.programme_id]), visit.words)
    return _Card(
        f"![]({marks.data_uri(square)}) {muted(place)}",
        {
            muted(name): _fact(visit, fact, row)
            for name, fact in texts.facts(row, visit.words).items()
        },
        muted(texts.source(row, visit.portfolio.sources, visit.words)),
    )


def _card(visit: Visit, row: Any, said: _Card, closes: str) -> None:
    """A project in short."""
    with st.container(gap="xsmall", key=f"{closes}-{row.project_id}" if closes else None):
        st.markdown(f"#### {literal(row.name)}")
        st.markdown(said.place)
        st.markdown(literal(held(row.description)))
    with st.container(gap="xsmall"):
        # Named as tables are whose room is kept; this one has no heads.
        with st.container(key=f"rows-{len(said.facts) - 1}-facts-{row.project_id}"):
            st.table(said.facts, border="horizontal", alt=row.name)
        st.markdown(said.source)
        link(visit, "projects", visit.words.gettext("Open the profile"),
             project=[row.project_id])  # fmt: skip


def _fact(visit: Visit, fact: texts.Fact, row: Any) -> str:
    """A fact of a card; what other sources say leads to the disagreements about the project."""
    said = f"**{literal(held(fact.said))}**"
    if not fact.differs:
        return said
    way = in_text(
        visit, "disagreements", held(fact.differs), partner=carriers(visit, row.project_id)
    )
    return f"{said}{DOT}:red[{way}]"
