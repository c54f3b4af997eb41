"""Typed words against texts: accents, case and order do not matter."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import pandas as pd

# Letters whose accent is part of them, so that Unicode does not take it off.
_WHOLE = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "’": "'"})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """A text without case and accents: "Đà Nẵng" and "da nang" are one."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_WHOLE)


def folded(texts: pd.Series) -> pd.Series:
    """A column of texts, folded; what is missing is empty."""
    return texts.fillna("").astype(str).map(fold)


def holding(rows: pd.Series, words: str) -> pd.Series:
    """Which folded texts hold every one of some words, in any order; all do where there is none."""
    found = pd.Series(True, index=rows.index)
    for word in fold(words).split():
        found &= rows.str.contains(word, regex=False)
    return found
