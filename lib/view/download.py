"""Frames as files that a spreadsheet opens without doing anything."""

from __future__ import annotations

import secrets
from collections.abc import Callable

import numpy as np
import pandas as pd
import streamlit as st

from lib.model.quantity import ending

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """A figure's frame as CSV: UTF-8 with a mark, one row a row, nothing rounded.

    Bounds get a column ``ending``; an open ``high`` is written ``inf``, what is not stated stays
    empty. Lists are joined by "; ". A text that a spreadsheet would run gets a leading quote mark.
    """
    plain = frame.copy()
    if {"low", "high", "is_approximate"} <= set(plain):
        plain["ending"] = [
            ending(low, high, bool(about))
            for low, high, about in zip(
                plain["low"], plain["high"], plain["is_approximate"], strict=True
            )
        ]
    for name in plain:
        if not pd.api.types.is_numeric_dtype(plain[name]):
            plain[name] = pd.Series([_plain(value) for value in plain[name]], index=plain.index)
    text: str = plain.to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def _plain(value: object) -> object:
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return "; ".join(str(_plain(item)) for item in value)
    if isinstance(value, tuple):
        low, high = float(value[0]), float(value[1])
        return f"{low:g}" if low == high else f"{low:g}..{high:g}"
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    if isinstance(value, float | np.floating) and np.isnan(value):
        return ""
    return value


def button(label: str, make: Callable[[], bytes], file_name: str, key: str) -> None:
    """A quiet button that makes its file when clicked.

    The name carries a random part, because Streamlit derives a file's address from samples of its
    content: two visitors with files of one length could otherwise be given the same one.
    """
    stem, _, suffix = file_name.rpartition(".")
    st.download_button(
        label,
        make,
        file_name=f"{stem}-{secrets.token_hex(4)}.{suffix}",
        mime="text/csv" if suffix == "csv" else "application/octet-stream",
        key=key,
        on_click="ignore",
        type="tertiary",
    )
