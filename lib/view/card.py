"""The card of a key figure: noun, value, coverage, why, how sure, what differs, source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from lib.charts import marks
from lib.figures import disagreements
from lib.view import cite
from lib.view.disclosure import apart
from lib.view.navigation import link
from lib.view.text import literal, muted
from lib.view.visit import Visit
from lib.wording.key import Card


def show(visit: Visit, row: Mapping[str, Any], words: Card, published: float = 0.0) -> None:
    """One key figure; ``published`` is the amount of its money that has a destination."""
    with st.container(border=True, height="stretch", gap="xxsmall", key=f"card-{row['figure_id']}"):
        st.metric(literal(words.noun), words.value)
        picture = _picture(visit, row, words, published)
        if picture:
            st.markdown(f"![{literal(words.coverage)}]({marks.data_uri(picture)})")
        if words.coverage:
            st.markdown(f":small[**{literal(words.coverage)}**]")
        st.markdown(muted(words.reason))
        apart(lambda: _evidence(visit, row, words))
        if words.differs and disagreements.count(visit.portfolio):
            link(visit, "disagreements", visit.words.gettext("See what differs"))


def _evidence(visit: Visit, row: Mapping[str, Any], words: Card) -> None:
    """How sure the figure is, what differs, where it comes from."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(f":gray-badge[{literal(words.how_sure)}]", width="content")
        if words.differs:
            st.markdown(f":red-badge[{literal(words.differs)}]", width="content")
        cite.sources(visit, row["statement_ids"], str(row["figure_id"]))
        if row["figure_id"] in ("projects", "countries"):
            link(visit, "projects", visit.words.gettext("See the list with sources"))


def _picture(visit: Visit, row: Mapping[str, Any], words: Card, published: float) -> str:
    """Coverage drawn: money by destination, payers by name, projects by statement."""
    figure = row["figure_id"]
    if figure == "committed" and row["stated_count"] and row["high"] == row["low"]:
        return marks.money_bar(published, row["low"], visit.palette, words.coverage)
    if figure == "co_funding" and row["differs"]:
        return ""
    if figure in ("places", "people") and row["of_count"]:
        return marks.coverage_dots(
            int(row["stated_count"]), int(row["of_count"]), visit.palette, words.coverage
        )
    return ""
