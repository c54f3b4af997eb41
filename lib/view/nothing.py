"""What is said, and offered, where no project is left."""

from __future__ import annotations

import streamlit as st

from lib.view import address
from lib.view.kept import kept
from lib.view.text import literal
from lib.view.visit import Visit
from lib.wording import selection as texts


def show(visit: Visit) -> None:
    """Each filter that stands in the way by itself, as a button that takes it away."""
    words = visit.words
    left = kept(visit, "without", lambda: texts.in_the_way(visit.portfolio, words))
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="nothing"):
        said = texts.no_project_fits(words)
        st.markdown(f"**{literal(said)}**", width="content")
        for number, (one, count) in enumerate(left):
            st.button(
                literal(texts.way_out(one, count, words)),
                key=f"without-{number}",
                on_click=address.take_away,
                args=(one.filter, one.value),
            )
