"""The selection in the address: the address leads when it changed, the widgets lead otherwise.

Streamlit can bind a widget to the address by itself, but then writes the option's label there, so
that a link would change with the language. Here the address holds ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.model.languages import LANGUAGES
from lib.model.selection import FILTERS, Evidence, Ignored, Selection
from lib.view import bookmark, lost
from lib.wording.catalogue import preferred

_SEEN = "address"
_HELD = "selection"
_IGNORED = "ignored"
_PASSED, _WRITTEN = "addresses-passed", "selection-written"
_MOST_PASSED = 9
_PARAMETERS = (*FILTERS, "evidence", "lang")


def adopt(options: Mapping[str, Sequence[str]]) -> None:
    """Set the filter widgets from the address where it differs from what was last seen.

    ``options`` maps each filter to the ids it knows. Called before any filter widget is drawn.
    """
    names = dict.fromkeys([*_PARAMETERS, *st.query_params])
    query = {name: st.query_params.get_all(name) for name in names}
    if _is_behind(query):
        lost.acted()
        return
    st.session_state[_PASSED] = []
    if st.session_state.get(_SEEN) == query:
        lost.acted()
        return
    lost.anew()
    beside = {name: query.pop(name, []) for name in bookmark.NAMES}
    bookmark.adopt(beside)
    language = preferred(st.context.locale)
    selection, ignored = Selection.read(query, options, LANGUAGES, language)
    for name in FILTERS:
        st.session_state[name] = list(getattr(selection, name))
    st.session_state["evidence"] = selection.evidence
    st.session_state["lang"] = selection.language
    is_link = _SEEN in st.session_state and not ignored
    # A link to the page one is on brings the query here, but not into the browser's address.
    st.session_state[_HELD] = None if is_link else selection.query()
    st.session_state[_SEEN] = {
        **query,
        **{name: values for name, values in beside.items() if values},
    }
    st.session_state[_IGNORED] = ignored


def _is_behind(query: Mapping[str, Sequence[str]]) -> bool:
    """Whether a click came before the browser had the address of the one before it.

    The address is then one that was left since the browser was last seen to follow. The way back
    leads to such a one as well, but changes no widget.
    """
    is_passed = query in st.session_state.get(_PASSED, ())
    return is_passed and selected() != st.session_state[_WRITTEN]


def selected() -> Selection:
    """The selection that the widgets hold."""
    state = st.session_state
    evidence: Evidence = "page" if state.get("evidence") == "page" else "all"
    return Selection(
        **{name: tuple(state.get(name) or ()) for name in FILTERS},
        evidence=evidence,
        language=state.get("lang") or preferred(st.context.locale),
    )


def write(selection: Selection, *, is_own: bool = False) -> None:
    """Put the selection into the address, when a widget changed it.

    ``is_own``: are the tables the reader's own? The address says so, for the day when they are
    gone: a page that finds its server started anew shows other numbers, and has to tell.
    """
    query = selection.query()
    if is_own:
        query[bookmark.OWN] = [bookmark.YES]
    if query == st.session_state.get(_HELD):
        return
    if st.session_state.get(_HELD):  # a link has been followed otherwise, and asks for its page
        bookmark.forget()
    st.query_params.from_dict(query)
    passed = [*st.session_state.get(_PASSED, ()), st.session_state[_SEEN]]
    st.session_state[_PASSED] = passed[-_MOST_PASSED:]
    st.session_state[_WRITTEN] = selection
    st.session_state[_HELD] = query
    st.session_state[_SEEN] = {name: [] for name in _PARAMETERS} | query
    st.session_state[_IGNORED] = ()


def keep() -> None:
    """Keep the filters where their widgets are not drawn: Streamlit would forget them."""
    for name in (*FILTERS, "evidence"):
        if name in st.session_state:
            st.session_state[name] = st.session_state[name]


def ignored() -> tuple[Ignored, ...]:
    """Words of the address that no filter knew."""
    found: tuple[Ignored, ...] = st.session_state.get(_IGNORED, ())
    return found


def reset() -> None:
    """Take every filter away; the language stays."""
    for name in FILTERS:
        st.session_state[name] = []
    st.session_state["evidence"] = "all"


def take_away(name: str, value: str) -> None:
    """Take one value away from its filter."""
    left = getattr(selected().without(name, value), name)
    st.session_state[name] = left if name == "evidence" else list(left)


def choose(name: str, values: Sequence[str]) -> None:
    """Set one filter from a chart or a map: the same choice again takes it away."""
    now = list(st.session_state.get(name) or [])
    st.session_state[name] = [] if now == list(values) else list(values)
