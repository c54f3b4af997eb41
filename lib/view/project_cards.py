"""Every selected project as a card, the same facts in the same order on each."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from lib.charts import marks
from lib.figures import project as figures
from lib.model.rows import each
from lib.view.choices import carriers
from lib.view.navigation import in_text, link
from lib.view.pages import paged
from lib.view.text import literal, muted
from lib.view.visit import Visit
from lib.wording import project as texts
from lib.wording.conventions import DOT

ABREAST = 3  # cards in a row
NARROWEST = 270  # pixels of a card: long words have room beside the names of facts
PER_PAGE = 8 * ABREAST


def cards(visit: Visit) -> None:
    """Every selected project as a card; of many a page."""
    rows = figures.cards(visit.portfolio)
    if rows.empty:
        st.info(literal(visit.words.gettext("No project matches these filters.")))
    paged(len(rows), visit.words, "cards", lambda some: _cards(visit, rows[some]), PER_PAGE)


def _cards(visit: Visit, rows: pd.DataFrame) -> None:
    programmes = visit.portfolio.programmes.set_index("programme_id")["name"]
    abreast = 2 if len(rows) == 4 else ABREAST  # never three and one
    with st.grid(abreast, min_column_width=NARROWEST, border=True, key="project-cards"):
        for row in each(rows):
            with st.container(
                height="stretch", vertical_alignment="distribute", key=f"card-{row.project_id}"
            ):
                _card(visit, row, str(programmes[row.programme_id]))


def _card(visit: Visit, row: Any, programme: str) -> None:
    """A project in short: in the colour of its edition, the same facts in the same order."""
    square = marks.swatch("group", visit.palette, visit.palette.edition(row.edition_id))
    with st.container(gap="xsmall"):
        st.markdown(f"#### {literal(row.name)}")
        place = muted(texts.place(row, programme, visit.words))
        st.markdown(f"![]({marks.data_uri(square)}) {place}")
        st.markdown(literal(row.description))
    with st.container(gap="xsmall"):
        facts = texts.facts(row, visit.words)
        # Named as tables are whose room is kept; this one has no heads.
        with st.container(key=f"rows-{len(facts) - 1}-facts-{row.project_id}"):
            st.table({muted(name): _fact(visit, fact, row) for name, fact in facts.items()},
                     border="horizontal", alt=row.name)  # fmt: skip
        st.markdown(muted(texts.source(row, visit.portfolio.sources, visit.words)))
        link(visit, "projects", visit.words.gettext("Open the profile"),
             project=[row.project_id])  # fmt: skip


def _fact(visit: Visit, fact: texts.Fact, row: Any) -> str:
    """A fact of a card; what other sources say leads to the disagreements about the project."""
    said = f"**{literal(fact.said)}**"
    if not fact.differs:
        return said
    way = in_text(visit, "disagreements", fact.differs, partner=carriers(visit, row.project_id))
    return f"{said}{DOT}:red[{way}]"
