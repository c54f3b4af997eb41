"""Stage: whether a page is played for a visitor, or rehearsed before there is one."""

from __future__ import annotations

from typing import Final, Literal

import streamlit as st

Rehearsed = Literal["", "first", "later"]
_KEY: Final = "rehearsed"


def rehearse(how: Rehearsed) -> None:
    """Say what is played from now on, in this process, without a visitor.

    ``first``: a page as it is opened, when nothing is known of the browser; ``later``: as it is
    after a change of a filter, when the browser has told how much room there is.
    """
    st.session_state[_KEY] = how


def rehearsed() -> Rehearsed:
    """What is rehearsed; nothing for a visitor."""
    found: Rehearsed = st.session_state.get(_KEY, "")
    return found
