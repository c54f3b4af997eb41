"""The reader's device, as far as the first request tells."""

from __future__ import annotations

import streamlit as st

_KEY = "is_phone"


def is_phone() -> bool:
    """Whether the browser calls itself a phone's; the width of the window is not known."""
    if _KEY not in st.session_state:  # asked by every chart of every run, the same for a session
        st.session_state[_KEY] = "Mobi" in (st.context.headers.get("User-Agent") or "")
    return bool(st.session_state[_KEY])
