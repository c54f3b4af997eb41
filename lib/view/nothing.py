"""What is said, and offered, where no project is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from lib.view import address, panels
from lib.view.kept import kept
from lib.view.text import literal
from lib.view.visit import Visit
from lib.wording.selection import Chosen
from lib.wording.selection import chosen as chosen_of


def show(visit: Visit) -> None:
    """All that a page says then: each filter that stands in the way, as a button against it."""
    words = visit.words
    panels.page_title(words.gettext("No project matches these filters"))
    chosen = chosen_of(visit.selection.shown, visit.registers, words)
    left = kept(visit, "without", lambda: list(_left(visit, chosen)))
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="nothing"):
        said = words.gettext("No project fits all of these filters together.")
        st.markdown(f"**{literal(said)}**", width="content")
        for number, (one, count) in enumerate(left):
            form = words.ngettext(
                "Without {filter}: {n} project", "Without {filter}: {n} projects", count
            )
            st.button(
                literal(form.format(filter=one.name, n=words.number(count))),
                key=f"without-{number}",
                on_click=address.take_away,
                args=(one.filter, one.value),
            )


def _left(visit: Visit, chosen: Sequence[Chosen]) -> Iterator[tuple[Chosen, int]]:
    """Every chosen value without which there would be projects, with how many."""
    for one in chosen:
        without = visit.portfolio.selection.without(one.filter, one.value)
        count = len(visit.portfolio.select(without).projects)
        if count:
            yield one, count
