"""The reader's device, as far as the first request tells."""

from __future__ import annotations

import streamlit as st

_KEY = "is_phone"


def is_phone() -> bool:
    """Whether the browser calls itself a phone's; the width of the window is not known."""
    known: bool | None = st.session_state.get(_KEY)
    if known is None:  # asked by every chart of every run, the same for a session
        known = "Mobi" in (st.context.headers.get("User-Agent") or "")
        st.session_state[_KEY] = known
    return known
