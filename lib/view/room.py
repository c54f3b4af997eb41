"""Which of a picture's widths has room, as the browser told last: only it knows."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

import streamlit as st

from lib.view import lost, stage

_ROOMS: Final = "rooms"  # in the session: by the key of a picture; None for what is not known yet
_DUE: Final = "room-due"
# It has nothing to show, and a place of its own would be a gap.
_STYLE = """
[data-testid=stElementContainer]:has(> .stBidiComponent .room) {
  display: none;
}
"""


def room(key: str, widest: int) -> int | None:
    """Which picture of a place is seen, counted from the narrowest; None until it was told.

    ``widest`` is the last of them.
    """
    if stage.rehearsed() == "later":
        return widest
    found: int | None = st.session_state.setdefault(_ROOMS, {}).setdefault(key, None)
    return found


def expected(key: str, likely: int, widest: int) -> int:
    """The same for what comes in one width alone: until it was told, the likely one."""
    found = room(key, widest)
    if isinstance(found, int) and 0 <= found <= widest:
        return found
    st.session_state[_ROOMS][key] = likely
    return likely


def listen() -> None:
    """Let the browser tell it, apart from the page: what is seen is there already.

    Only where a place that was drawn for one width has another now is the page drawn again.
    """
    st.fragment(_listen)()


def _listen() -> None:
    _component()(key="room", on_told_change=_told)
    if st.session_state.pop(_DUE, False):
        lost.again()
        st.rerun()


def _told() -> None:
    rooms = st.session_state.get(_ROOMS, {})
    told = st.session_state["room"].get("told")
    own = {key: told[key] for key in rooms.keys() & told} if isinstance(told, dict) else {}
    st.session_state[_DUE] = any(rooms[key] is not None for key in own)
    rooms.update(own)


@cache
def _component() -> Callable[..., object]:
    """Known to Streamlit from the first run on: earlier it has not looked for components yet."""
    return st.components.v2.component(
        "scale-up-impact-dashboard.room",
        html='<i class="room"></i>',
        css=_STYLE,
        js="room.*.js",
        isolate_styles=False,
    )
