"""One visit: what a page needs to draw itself, given to it by the frame."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from lib.charts.theme import Palette
from lib.model.keeper import Standing
from lib.model.package import Package
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.wording.words import Words

_KEY = "visit"


@dataclass(frozen=True)
class Visit:
    """The tables, narrowed to a portfolio, the reader's words and colours, the selection.

    ``own`` holds what is made of tables that are the visitor's own; None for those of everybody.
    ``cited`` fills while the page is drawn: the documents behind it, numbered.
    """

    standing: Standing
    portfolio: Portfolio
    words: Words
    palette: Palette
    selection: Selection
    own: dict[Hashable, Any] | None = field(default=None, compare=False)
    cited: dict[str, int] = field(default_factory=dict, compare=False)

    @property
    def package(self) -> Package:
        """The tables with the files they were read from."""
        return self.standing.package

    @property
    def is_own(self) -> bool:
        """Whether nobody else sees these tables."""
        return self.own is not None


def begin(visit: Visit) -> None:
    """Called by the frame before a page runs."""
    st.session_state[_KEY] = visit


def current() -> Visit:
    """The visit under way. Stops the page when the frame did not run before it."""
    visit = st.session_state.get(_KEY)
    if not isinstance(visit, Visit):
        st.stop()
    return visit
