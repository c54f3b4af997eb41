"""Until when it is told that an address was not understood: until the reader does something."""

from __future__ import annotations

from typing import Final

import streamlit as st

_STAGE: Final = "lost"
_DUE, _TOLD, _OVER = "due", "told", "over"


def anew() -> None:
    """An address has come: what of it is not understood is to be told."""
    st.session_state[_STAGE] = _DUE


def is_over() -> bool:
    """Whether it was told, and the reader has gone on."""
    return bool(st.session_state.get(_STAGE) == _OVER)


def drawn(*, has_told: bool) -> None:
    """The page is whole: whatever there was to tell stands on it."""
    if st.session_state.get(_STAGE) == _DUE:
        st.session_state[_STAGE] = _TOLD if has_told else _OVER


def acted() -> bool:
    """The reader has done something; whether that takes away what is told."""
    if st.session_state.get(_STAGE) != _TOLD:
        return False
    st.session_state[_STAGE] = _OVER
    return True


def again() -> None:
    """The page is about to be drawn once more, which nobody asked for."""
    if st.session_state.get(_STAGE) == _TOLD:
        st.session_state[_STAGE] = _DUE
