"""Since: the earlier version that a visitor compares with, held in that session alone."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, Final

import streamlit as st

from lib.model.earlier import Earlier, Sides, sides
from lib.model.portfolio import Portfolio

_HELD = "since"
MOST: Final = 16  # selections of which a session keeps what is made


@dataclass
class Since:
    """An earlier version, with what is made of it; it goes with the session.

    ``version`` is its name among those kept beside the tables, "" for one that was dropped.
    """

    earlier: Earlier
    version: str = ""
    kept: dict[Hashable, Any] = field(default_factory=dict)
    _sides: dict[Portfolio, Sides] = field(default_factory=dict)

    def sides(self, now: Portfolio) -> Sides:
        """The version beside the tables of today, for as many selections as a session keeps."""
        if now not in self._sides:
            if len(self._sides) >= MOST:
                self._sides.clear()
                self.kept.clear()
            self._sides[now] = sides(self.earlier, now)
        return self._sides[now]


def held() -> Since | None:
    """The earlier version that was chosen in this session."""
    found = st.session_state.get(_HELD)
    return found if isinstance(found, Since) else None


def hold(earlier: Earlier, version: str = "") -> None:
    """Compare with this version from now on."""
    st.session_state[_HELD] = Since(earlier, version)


def let_go() -> None:
    """Compare with none."""
    st.session_state.pop(_HELD, None)
