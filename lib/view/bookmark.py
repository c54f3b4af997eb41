"""What an address says of a page beside the selection: what is looked for, opened, turned to.

A copied link holds it. The address of the page that one is on only has what a link brought: panels
that open and close would fill the way back. A widget starts with what the address asks for; from
then on the reader leads.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from typing import Final, TypeVar

import streamlit as st

from lib.model.selection import Ignored
from lib.view import since

SEARCH: Final = "search"  # what is looked for among the statements, under the widget's key
VERSION: Final = "version"  # which is compared with, likewise
VIEW, KIND, CURRENCY = "view", "kind", "currency"  # likewise
MOVES: Final = ("map-moves", "project-map-moves")  # whether a map moves, likewise
OPEN: Final = "open"  # panels, by their keys as classes write them
LIST: Final = "list"  # pages of long lists: the key of the list, "-", the number or ``WHOLE``
WHOLE: Final = "all"
AT: Final = "at"  # a map that was moved: latitude, longitude (degrees) of its centre, zoom
OWN: Final = "own"  # tables of the reader's own, which no link holds: they go with the session
YES: Final = "yes"
NAMES: Final = (SEARCH, VERSION, VIEW, KIND, CURRENCY, *MOVES, AT, OPEN, LIST, OWN)
LONGEST: Final = 200  # letters of a value
_OF_PAGE: Final = {
    "sources": (SEARCH,),
    "map": (VIEW, MOVES[0]),
    "profile": (MOVES[1],),
    "disagreements": (KIND,),
    **dict.fromkeys(("totals", ""), (CURRENCY,)),
}
_FIELDS: Final = {"sources": SEARCH, "changes": VERSION}  # what is typed or chosen before others
_SEVERAL: Final = (OPEN, LIST)  # parameters of which a page may have several
_ASKED, _TAKEN, _FIRST = "asked", "asked-taken", "asked-first"
_FRAME: Final = "asked-frame"
Place = tuple[float, float, float]
First = TypeVar("First", str, None)
_NO_CLASS = re.compile(r"[^a-zA-Z0-9_-]")
_PLACE = re.compile(",".join(3 * [r"(-?[0-9]{1,3}(?:[.][0-9]{1,9})?)"]))
_MOST: Final = (90, 180, 20)  # degrees north or south, east or west; zoom


def adopt(query: Mapping[str, Sequence[str]]) -> None:
    """Take over what a new address asks for (``query``: values of ``NAMES``)."""
    # One letter more: a value that was too long is known by it, and is none that can be had.
    asked = {name: [value[: LONGEST + 1] for value in query[name]] for name in NAMES}
    st.session_state[_ASKED] = asked
    st.session_state[_TAKEN] = set()
    st.session_state.pop(_FRAME, None)


def fill(page: str) -> None:
    """Write into the field of a page what a new address asks for, before the page is drawn."""
    name = _FIELDS.get(page, "")
    value = next(iter(_asked(name)), "")
    is_text = 0 < len(value) <= LONGEST and value.isprintable()
    if not is_text or (name, value) in st.session_state[_TAKEN]:
        return
    _take(name, value)
    st.session_state[name] = value
    if name == VERSION:
        since.let_go()


def forget() -> None:
    """Ask for nothing any more: the reader has chosen something else."""
    adopt(dict.fromkeys(NAMES, ()))


def start(name: str, known: Sequence[str], first: First) -> str | First:
    """What a widget of a page starts with: one of ``known``, else ``first``, as without a link."""
    st.session_state.setdefault(_FIRST, {})[name] = first
    return next((value for value in _asked(name) if value in known and _take(name, value)), first)


def moves(name: str) -> bool:
    """Whether a map moves from the start (``name``: one of ``MOVES``)."""
    return start(name, [YES], "") == YES


def opens(key: str) -> bool:
    """Whether a panel is open from the start."""
    return _class(key) in _asked(OPEN) and _take(OPEN, _class(key))


def turned(key: str, pages: int, *, has_whole: bool) -> str:
    """The page that a list starts at: its number, ``WHOLE`` where that can be had, "" for none."""
    for value in _asked(LIST):
        name, _dash, page = value.rpartition("-")
        is_there = (page.isdecimal() and 0 < int(page) <= pages) or (has_whole and page == WHOLE)
        if name == _class(key) and is_there and _take(LIST, value):
            return page
    return ""


def looks(frame: Hashable) -> Place | None:
    """Where a map that was moved looks: latitude, longitude (degrees), zoom; None as it is framed.

    ``frame`` is what it shows unless it is moved. A link speaks of the one it opens with: once a
    reader has chosen another, it has no say any more.
    """
    found = next(((value, place) for value in _asked(AT) if (place := _place(value))), None)
    if found is None:
        return None
    if st.session_state.setdefault(_FRAME, frame) != frame:
        st.session_state[_ASKED][AT] = []
        return None
    value, place = found
    _take(AT, value)
    return place


def _place(value: str) -> Place | None:
    if (written := _PLACE.fullmatch(value)) is None:
        return None
    latitude, longitude, zoom = map(float, written.groups())
    is_there = all(
        abs(one) <= most for one, most in zip((latitude, longitude, zoom), _MOST, strict=True)
    )
    return (latitude, longitude, zoom) if is_there and zoom >= 0 else None


def turned_to(key: str, page: str) -> str:
    """The key of what stands at a list's page: the copied link reads it (copy-link.js)."""
    return f"at-{_class(key)}-{page}"


def copied(page: str) -> dict[str, list[str]]:
    """What a link to a page ("profile" for that of one project) holds; nothing as it began.

    Panels and lists are run apart, and a map is moved in the browser: copy-link.js finds them where
    they stand.
    """
    if page == "changes":
        held = since.held()
        return {VERSION: [held.version]} if held and held.version else {}
    found = {}
    for name in _OF_PAGE.get(page, ()):
        value = st.session_state.get(name, next(iter(_asked(name)), None))
        if value and value != st.session_state.get(_FIRST, {}).get(name):
            found[name] = [YES if value is True else value]
    return found


def close() -> tuple[Ignored, ...]:
    """What was asked for and is not on the page that was just drawn."""
    asked, taken = st.session_state.get(_ASKED, {}), st.session_state.get(_TAKEN, set())
    answered = {name for name, _value in taken if name not in _SEVERAL}
    return tuple(
        Ignored(name, value, is_too_much=name in answered)
        for name, values in asked.items()
        for value in dict.fromkeys(values)
        if (name, value) not in taken
    )


def _asked(name: str) -> Sequence[str]:
    found: Sequence[str] = st.session_state.get(_ASKED, {}).get(name, ())
    return found


def _take(name: str, value: str) -> bool:
    """Note that something is there."""
    st.session_state[_TAKEN].add((name, value))
    return True


def _class(key: str) -> str:
    """A key as Streamlit writes it into the class of what has it, without dashes at its ends."""
    return _NO_CLASS.sub("-", key).strip("-")
