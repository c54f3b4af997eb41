"""Buttons that make a file when they are clicked."""

from __future__ import annotations

import secrets
from collections.abc import Callable

import streamlit as st


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
    return st.download_button(
        label,
        make,
        file_name=f"{stem}-{secrets.token_hex(4)}.{suffix}",
        mime=media_type,
        key=key,
        on_click="rerun" if is_told else "ignore",
        type="tertiary",
    )
