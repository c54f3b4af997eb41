"""Panels that cost nothing until somebody opens them."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st


def disclosure(label: str, key: str, draw: Callable[[], None]) -> None:
    """A quiet button that opens a panel; ``draw`` fills it once it is open, not before.

    Opening and closing reruns this panel alone, so that the page around it stands still.
    """

    @st.fragment
    def panel() -> None:
        opened = st.popover(label, type="tertiary", width="content", key=key, on_change="rerun")
        if opened.open:
            with opened:
                draw()

    panel()
