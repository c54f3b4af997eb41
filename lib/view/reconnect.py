"""Meeting the server again: a page that stayed open asks for itself before anybody clicks.

A browser finds a server that was started anew by itself, but asks it for nothing. The first click
would then begin a session in which no callback is known and no part runs apart: it would be lost.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import streamlit as st

_SELDOM: Final = timedelta(days=1)


def reconnect() -> None:
    """Have the page ask for a whole run as soon as its browser finds a server again.

    Browsers do so for pages on which something runs by itself. This does, and draws nothing.
    """
    st.fragment(_nothing, run_every=_SELDOM)()


def _nothing() -> None:
    """What runs by itself."""
