"""Your own tables: dropped by a visitor, held in that session alone, never written to a disk."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from lib.model.keeper import Standing
from lib.model.package import Package, opened
from lib.view import address, download, faults, navigation, panels
from lib.view.dropped import dropped
from lib.view.text import literal, muted
from lib.view.visit import Visit
from lib.wording import own as texts
from lib.wording.template import workbook

_HELD = "own_tables"


@dataclass
class Own:
    """The tables of one visitor, with what is made of them; it goes with the session."""

    standing: Standing
    kept: dict[Hashable, Any] = field(default_factory=dict)


def held() -> Own | None:
    """The tables that the dashboard is shown over in this session, if they are its own."""
    found = st.session_state.get(_HELD)
    return found if isinstance(found, Own) else None


def leave() -> None:
    """Back to the tables that everybody sees."""
    st.session_state.pop(_HELD, None)
    address.reset()


def page(visit: Visit) -> None:
    """Drop files, read what is wrong with them, or open the dashboard over them."""
    _ = visit.words.gettext
    panels.page_title(_("Try your own tables"))
    for line in texts.introduction(visit.words):
        st.markdown(muted(line))
    download.button(_("Empty workbook to fill in"), workbook, "tables.xlsx", "template")
    outcome = dropped(_("A workbook, a zip, or the files of a folder"), "dropped", opened)
    if outcome is None:
        return
    if isinstance(outcome, Package):
        st.success(literal(texts.what_it_holds(outcome.portfolio, visit.words)))
        if st.button(_("Open the dashboard over these tables"), type="primary", key="open-own",
                     on_click=_open, args=(outcome,)):  # fmt: skip
            navigation.go(visit, navigation.PAGES[0])
        faults.doubts(outcome.doubts, visit.words)
    else:
        faults.refusal(outcome, visit.words)


def _open(package: Package) -> None:
    st.session_state[_HELD] = Own(Standing(package, datetime.now(UTC)))
    address.reset()
