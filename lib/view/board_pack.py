"""The button that takes what is shown along: one panel, a file of each kind."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from lib.exports.contents import pack_of, stem_of
from lib.exports.formats import FORMATS
from lib.view import download
from lib.view.disclosure import apart, disclosure
from lib.view.kept import kept
from lib.view.text import literal, muted
from lib.view.visit import Visit
from lib.wording import changes
from lib.wording import pack as texts


def board_pack(visit: Visit) -> None:
    """A quiet button that opens the kinds of files; each is made when it is asked for."""
    label = visit.words.gettext("Board pack")
    apart(lambda: disclosure(label, "board-pack", lambda: _kinds(visit)))


def _kinds(visit: Visit) -> None:
    _ = visit.words.gettext
    title = _("Take along what is shown")
    st.markdown(f"**{literal(title)}**")
    if visit.since:
        version = changes.version(visit.since.earlier.name, visit.words)
        st.markdown(muted(_("Also what changed since {version}.").format(version=version)))
    st.markdown(muted(_("With all its sources, in this language. A file takes a few seconds.")))
    kinds, stem = texts.kinds(visit.words), stem_of(visit.selection, visit.title)
    for suffix, kind in kinds.items():
        if suffix in FORMATS:
            make = partial(_made, visit.apart(), suffix)
            with st.container(gap=None, key=f"pack-{suffix}"):
                media = FORMATS[suffix].media_type
                download.button(kind.name, make, f"{stem}.{suffix}", f"pack-{suffix}-file", media)
                st.markdown(muted(kind.use))


def _made(visit: Visit, suffix: str) -> bytes:
    """A file; what all of them are made of is worked out for the first."""
    since = visit.since.earlier if visit.since else None
    day = date.today()
    pack = kept(visit, ("pack", day), lambda: pack_of(visit.portfolio, visit.selection, since, day))
    return FORMATS[suffix].make(pack)
