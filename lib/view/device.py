"""The reader's device, as far as the first request tells."""

from __future__ import annotations

import streamlit as st


def is_phone() -> bool:
    """Whether the browser calls itself a phone's; the width of the window is not known."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")
