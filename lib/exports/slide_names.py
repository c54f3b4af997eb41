"""What stands before the bars of a chart of a slide."""

from __future__ import annotations

import pandas as pd

from lib.exports.columns import columns
from lib.wording.words import Words


def names_of(texts: pd.DataFrame, words: Words) -> list[str]:
    """What each row is called: its first column, with others where that is not enough.

    Of money it always says for what, of a count who counted. Numbers, and how sure they are, stand
    after the bars anyway.
    """
    _ = words.gettext
    names, sure = texts.iloc[:, 0].tolist(), _("How sure")
    for always in texts.columns.intersection([_("Published destination"), _("Publisher")]):
        both = zip(names, texts[always], strict=True)
        names = [f"{name} · {more}" if more else name for name, more in both]
    if len(set(names)) == len(names):
        return names
    others = [
        texts[column.heading].tolist()
        for column in columns(texts)[1:]
        if not column.is_number and column.heading != sure
    ]
    for other in others:
        pairs = [f"{name} · {more}" for name, more in zip(names, other, strict=True)]
        if all(other) and len(set(pairs)) == len(pairs):
            return pairs
    for other in others[:2]:
        names = [
            f"{name} · {more}" if more else name for name, more in zip(names, other, strict=True)
        ]
    return names
