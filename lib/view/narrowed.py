"""The tables as a selection leaves them, once a selection."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import streamlit as st

from lib.model.portfolio import Portfolio
from lib.model.selection import Selection

MOST_OWN = 32  # selections of a visitor's own tables that a session keeps


def narrowed(
    tables: Portfolio, selection: Selection, own: dict[Hashable, Any] | None = None
) -> Portfolio:
    """The portfolio for the pages: a profile's project does not narrow the other pages.

    What is narrowed is shared by all, but for tables that are a visitor's ``own``: it is kept
    there.
    """
    general = selection.with_values("project", ())
    if own is None:
        return _select(tables.fingerprint, general, tables)
    if general not in own:
        if sum(isinstance(one, Selection) for one in own) >= MOST_OWN:
            own.clear()
        own[general] = tables.select(general)
    found: Portfolio = own[general]
    return found


@st.cache_resource(max_entries=128, show_spinner=False)
def _select(fingerprint: str, selection: Selection, _tables: Portfolio) -> Portfolio:
    """One narrowed portfolio a selection; the fingerprint stands for the tables."""
    del fingerprint
    return _tables.select(selection)
