"""Notices above every page: whose tables these are, and why they are not those one expects."""

from __future__ import annotations

import streamlit as st

from lib.view import bookmark, navigation, own
from lib.view.text import literal
from lib.view.visit import Visit
from lib.wording import faults as texts


def show(visit: Visit) -> None:
    """Own tables with the way back, or gone; tables not the newest, or that may have lost rows."""
    _ = visit.words.gettext
    standing = visit.standing
    is_asked = bookmark.start(bookmark.OWN, [bookmark.YES], "")
    if is_asked and not visit.is_own:
        gone = _(
            "Your own tables are gone with the session that held them: what you see now are the "
            "tables of everybody."
        )
        st.warning(literal(gone), icon="⚠️")
        navigation.link(visit, "own", _("Try your own tables"))
    if visit.is_own:
        said = _("Your own tables, seen by you alone")
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="own"):
            st.markdown(f"**{literal(said)}**", width="stretch")
            st.button(_("Back to the tables of everybody"), key="leave-own", on_click=own.leave)
    elif standing.trouble:
        said = texts.standing(standing.read_at, standing.trouble, visit.words)
        st.warning(literal(said), icon="⚠️")
        navigation.link(visit, "check", _("See what is wrong with the newer tables"))
    if not visit.is_own and (said := texts.fewer_rows(standing.package.doubts, visit.words)):
        st.warning(literal(said), icon="⚠️")
        navigation.link(visit, "check", _("See what is doubtful in the tables"))
