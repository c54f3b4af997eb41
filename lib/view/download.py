"""Buttons that make a file when they are clicked."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from functools import partial
from itertools import cycle
from threading import Timer
from typing import Final

import streamlit as st
from streamlit.runtime import exists, get_instance

HELD, SECONDS = 8, 30.0  # files that were made last, and not longer ago, are held


def button(
    label: str,
    make: Callable[[], bytes],
    file_name: str,
    key: str,
    media_type: str = "text/csv",
    *,
    is_told: bool = False,
) -> bool:
    """A quiet button that makes its file when clicked.

    With ``is_told`` the part of the page runs again after a click, and this says that it was one.

    The name carries a random part, because Streamlit derives a file's address from samples of its
    content: two visitors with files of one length could otherwise be given the same one.
    """
    stem, _, suffix = file_name.rpartition(".")
    name = f"{stem}-{secrets.token_hex(4)}.{suffix}"
    return st.download_button(
        label,
        partial(_held, make, name, media_type),
        file_name=name,
        mime=media_type,
        key=key,
        on_click="rerun" if is_told else "ignore",
        type="tertiary",
    )


def _held(make: Callable[[], bytes], name: str, media_type: str) -> bytes:
    made = make()
    if exists():
        _made.hold(made, name, media_type)
    return made


class _Made:
    """The files that were made last, held until the browser that asked for one has come for it.

    Streamlit drops what no page refers to when runs of pages end, of whichever visitor: with many
    of them about, a file would be gone before its browser is told where it is.
    """

    def __init__(self) -> None:
        self._places = cycle(range(HELD))
        self._latest = 0.0

    def hold(self, made: bytes, name: str, media_type: str) -> None:
        """Refer to a file for a while, in the place of the one that has been held longest."""
        files, place = get_instance().media_file_mgr, f"held-{next(self._places)}"
        files.add(made, media_type, place, name, is_for_static_download=True)
        self._latest = time.monotonic()
        release = Timer(SECONDS, self._release)
        release.daemon = True
        release.start()

    def _release(self) -> None:
        if time.monotonic() - self._latest >= SECONDS and exists():
            get_instance().media_file_mgr.clear_session_refs()


_made: Final = _Made()
