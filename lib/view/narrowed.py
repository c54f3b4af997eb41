"""The tables as a selection leaves them, once a selection."""

from __future__ import annotations

import streamlit as st

from lib.model.portfolio import Portfolio
from lib.model.selection import Selection


def narrowed(tables: Portfolio, selection: Selection) -> Portfolio:
    """The portfolio for the pages: a profile's project does not narrow the other pages."""
    return _select(tables.fingerprint, selection.with_values("project", ()), tables)


@st.cache_resource(max_entries=128, show_spinner=False)
def _select(fingerprint: str, selection: Selection, _tables: Portfolio) -> Portfolio:
    """One narrowed portfolio a selection; the fingerprint stands for the tables."""
    del fingerprint
    return _spoken(_tables.fingerprint, selection.language, _tables).select(selection)


@st.cache_resource(max_entries=8, show_spinner=False)
def _spoken(fingerprint: str, language: str, _tables: Portfolio) -> Portfolio:
    del fingerprint
    return _tables.in_language(language)
