"""The button that takes what is shown along: one panel, a file of each kind."""

from __future__ import annotations

import time
from functools import lru_cache, partial
from typing import Final

import streamlit as st

from lib.exports.contents import stem_of
from lib.exports.formats import FORMATS
from lib.exports.pack import Pack
from lib.view import download, packed
from lib.view.disclosure import apart, disclosure
from lib.view.text import literal, muted
from lib.view.told import told
from lib.view.unbroken import held
from lib.view.visit import Visit
from lib.wording import changes
from lib.wording import pack as texts

_LOOK: Final = 0.1  # seconds between two looks at how far a file is
_LONGEST: Final = 120  # seconds: after them nobody waits any more


class _Making:
    """How far a file is that the button of one drawing asks for.

    The browser's request makes it, on a thread of its own, perhaps before the click is known here.
    """

    def __init__(self) -> None:
        self.step = 0
        self.is_over = False
        self.is_failed = False


def board_pack(visit: Visit) -> None:
    """A quiet button that opens the kinds of files; each is made when it is asked for.

    What all of them are made of is begun when the panel opens: it takes as long as a choice does.
    """
    label = visit.words.gettext("Board pack")
    apart(lambda: disclosure(label, "board-pack", lambda: _kinds(visit)))


def _kinds(visit: Visit) -> None:
    _ = visit.words.gettext
    packed.begin(visit)
    title = _("Take along what is shown")
    st.markdown(f"**{literal(title)}**")
    if visit.since:
        version = changes.dated(visit.since.earlier, visit.words)
        said = _("Also what changed since {version}.").format(version=version)
        st.markdown(muted(held(said)))
    st.markdown(muted(_("With all its sources, in this language. A file takes a few seconds.")))
    kinds, stem = texts.kinds(visit.words), stem_of(visit.selection, visit.title)
    for suffix, kind in kinds.items():
        if suffix in FORMATS:
            with st.container(gap=None, key=f"pack-{suffix}"):
                told(f"pack-{suffix}")
                _kind(visit, kind, f"{stem}.{suffix}")


def _kind(visit: Visit, kind: texts.Kind, name: str) -> None:
    """The button of a kind of file; after a click, how far the file is."""
    suffix = name.rpartition(".")[2]
    clicked: _Making | None = st.session_state.get(f"making-{suffix}")
    making = st.session_state[f"making-{suffix}"] = _Making()
    make = partial(_made, visit.apart(), suffix, making)
    is_asked = download.button(
        kind.name, make, name, f"pack-{suffix}-file", FORMATS[suffix].media_type, is_told=True
    )
    st.markdown(muted(kind.use))
    if is_asked and clicked:
        _follow(visit, clicked)


def _follow(visit: Visit, making: _Making) -> None:
    """Say how far a file is until it is there."""
    said = texts.steps(visit.words)
    bar = st.progress(0.0, said[0])
    for _look in range(round(_LONGEST / _LOOK)):
        if making.is_over:
            break
        bar.progress((1 + making.step) / len(said), said[making.step])
        time.sleep(_LOOK)
    if making.is_failed:
        bar.empty()
        st.error(literal(texts.failed(visit.words)))
    elif making.is_over:
        bar.progress(1.0, said[-1])


@lru_cache(maxsize=len(FORMATS))
def _file(pack: Pack, suffix: str) -> bytes:
    """The files made last: those of a meeting are asked for by all who sit in it."""
    return FORMATS[suffix].make(pack)


def _made(visit: Visit, suffix: str, making: _Making) -> bytes:
    """A file; what all of them are made of is worked out for the first."""
    try:
        pack = packed.packed(visit)
        making.step = 1
        make = _file if visit.own is None else _file.__wrapped__
        return make(pack, suffix)
    except BaseException:
        making.is_failed = True
        raise
    finally:
        making.is_over = True
