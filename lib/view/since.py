"""Since: the earlier version that a visitor compares with, held in that session alone."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from lib.model.earlier import Earlier

_HELD = "since"


@dataclass
class Since:
    """An earlier version, with what is made of it; it goes with the session."""

    earlier: Earlier
    kept: dict[Hashable, Any] = field(default_factory=dict)


def held() -> Since | None:
    """The earlier version that was chosen in this session."""
    found = st.session_state.get(_HELD)
    return found if isinstance(found, Since) else None


def hold(earlier: Earlier) -> None:
    """Compare with this version from now on."""
    st.session_state[_HELD] = Since(earlier)


def let_go() -> None:
    """Compare with none."""
    st.session_state.pop(_HELD, None)
