"""The bars of a chart of a slide: where each begins and ends, its name, the words after it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from lib.exports.columns import columns
from lib.exports.exhibits import Chart
from lib.model.quantity import ending
from lib.model.rows import each
from lib.wording.words import Words


class Bar(NamedTuple):
    """One bar: where it begins, what is certain, about, possible; the words after it."""

    label: str
    start: float
    stated: float
    about: float
    possible: float
    words: str

    @property
    def end(self) -> float:
        """Where its words begin."""
        return self.start + self.stated + self.about + self.possible


def panels(exhibit: Chart) -> list[tuple[str, list[Bar]]]:
    """The bars of a chart, those that share an axis together: a name ("" for one) with its bars."""
    frame, words = exhibit.frame, exhibit.words
    labels = _labels(exhibit.texts(), words.gettext("How sure"))
    if "low" not in frame:
        return [("", _spans(frame, labels))]
    units = frame["currency_code"] if "currency_code" in frame else pd.Series("", frame.index)
    found: dict[str, list[Bar]] = {}
    rows: list[Any] = frame.to_dict("records")
    for label, unit, row in zip(labels, units, rows, strict=True):
        found.setdefault(str(unit), []).append(_bar(label, row, words))
    return list(found.items())


def _labels(texts: pd.DataFrame, sure: str) -> list[str]:
    """What each row is called: its first column, with others where that is not enough.

    Numbers, and how ``sure`` they are, stand after the bars anyway.
    """
    names = texts.iloc[:, 0].tolist()
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


def _bar(label: str, row: Any, words: Words) -> Bar:
    low, high, about = row["low"], row["high"], bool(row["is_approximate"])
    kind = ending(low, high, about)
    if kind == "not_stated":
        return Bar(label, 0, 0, 0, 0, words.gettext("not stated"))
    code = row.get("currency_code") or ""
    said = words.amount(low, high, about, code) if code else words.bound(low, high, about)
    said = f"{said} {row.get('unit') or ''}".strip()
    for other in row.get("differs") or ():
        said += f" · ≠ {words.bound(other[0], other[1], bool(other[2]))}"
    if row.get("is_comparable") and row.get("result_stated_count"):
        result = (row["result_low"], row["result_high"], bool(row["result_is_approximate"]))
        heading = words.gettext("result")
        said += f" · {heading}: {words.bound(*result)} {row['result_unit']}"
    if kind == "about":
        return Bar(label, 0, 0, low, 0, said)
    possible = high - low if math.isfinite(high) else 0.0
    return Bar(label, 0, low, 0, possible, f"→ {said}" if kind == "at_least" else said)


def _spans(frame: pd.DataFrame, labels: Sequence[str]) -> list[Bar]:
    """Periods: from their start as far as it is stated; the words say what is not."""
    found = []
    for label, row in zip(labels, each(frame), strict=True):
        start, end, said = float(row.start), float(row.end), str(row.period_text)
        if math.isnan(start):
            found.append(Bar(label, 0, 0, 0, 0, said))
        elif math.isnan(end):
            found.append(Bar(label, start, 0, 0, 0, f"→ {said}"))
        else:
            found.append(Bar(label, start, end - start, 0, 0, said))
    known = [bar.start for bar in found if bar.start]
    first = math.floor(min(known, default=0.0))
    return [bar if bar.start else bar._replace(start=float(first)) for bar in found]
