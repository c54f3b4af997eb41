"""Panels that cost nothing until somebody opens them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import streamlit as st

from lib.view import bookmark, lost, stage


def disclosure(label: str, key: str, draw: Callable[[], None]) -> None:
    """A quiet button that opens a panel; ``draw`` fills it once it is open, not before.

    Drawn inside :func:`apart`, opening and closing leaves the rest of the page alone.
    """
    if bookmark.opens(key) and key not in st.session_state:
        st.session_state[key] = True
    panel = st.popover(label, type="tertiary", width="content", key=key, on_change="rerun")
    if panel.open:
        with panel:
            draw()


def apart(draw: Callable[[], None]) -> None:
    """Draw a part of the page that runs again by itself when its own panels open or close.

    It only does so when the reader acts: what was told of the address, above, then goes as well.
    """
    if stage.rehearsed():  # Streamlit runs such a part for visitors only
        draw()
        return
    times = count()

    def part() -> None:
        if next(times) and lost.acted():
            st.rerun()
        draw()

    st.fragment(part)()
