"""What a statement sets against others: a number, money, dates, a text."""

from __future__ import annotations

import re
from typing import Any, Final

import pandas as pd

from lib.model.rows import each
from lib.wording.words import Words

LONGEST: Final = 48  # letters of a value that stands in a title


def value(row: object, words: Words) -> str:
    """What a statement says, in few words: a number with unit, money, dates, or its text."""
    low, high = getattr(row, "low", float("nan")), getattr(row, "high", float("nan"))
    code = getattr(row, "currency_code", "")
    if low == low:
        approximate = bool(getattr(row, "is_approximate", False))
        if isinstance(code, str) and code:
            return words.money(low, high, approximate, code)
        unit = getattr(row, "unit", "")
        number = words.bound(low, high, approximate)
        return f"{number} {unit}".strip() if isinstance(unit, str) else number
    start, end = getattr(row, "start_date", ""), getattr(row, "end_date", "")
    if getattr(row, "table", "") == "milestones" and (start or end):
        # A single day is written once, not as the start of an open span.
        kind = getattr(row, "milestone_kind", "")
        return words.period(start, end) if kind == "period" else words.date(start or end)
    text = getattr(row, "value_text", "")
    if isinstance(text, str) and text:
        return _text(text, getattr(row, "unit", ""))
    return no_number(words)


def _text(text: str, unit: object) -> str:
    """A value that is no number; of a range of numbers its unit, too: "0–3 years of age"."""
    if not re.fullmatch(r"\d+-\d+", text):
        return text
    shown = text.replace("-", "–")
    return f"{shown} {unit}".strip() if isinstance(unit, str) else shown


def no_number(words: Words) -> str:
    """What stands for the value of a statement in words."""
    return words.gettext("said in words")


def compared(row: Any, group: pd.DataFrame, words: Words) -> str:
    """What of a statement is set against the others of its group, as in the title of the group."""
    return _compared(row, group, words)[0]


def values(group: pd.DataFrame, words: Words) -> dict[str, str]:
    """The distinct values of a group, each with its kind; what is said in words has none."""
    found = {}
    for row in each(group):
        said, kind = _compared(row, group, words)
        if said != no_number(words):
            found[said] = kind
    return found


def _compared(row: Any, group: pd.DataFrame, words: Words) -> tuple[str, str]:
    """The value with its kind: beside a date the dates of a statement, not its amount."""
    if _is_dated(row):
        return brief(row, words), "date"
    if (group["table"] == "milestones").any() and (row.start_date or row.end_date):
        return words.period(row.start_date, row.end_date), "date"
    return brief(row, words), "number"


def brief(row: object, words: Words) -> str:
    """:func:`value` short enough for a title: of a list of names how many, of a long text none."""
    names = names_in(row)
    if names:
        return words.ngettext("{n} name", "{n} names", len(names)).format(
            n=words.number(len(names))
        )
    said = value(row, words)
    return said if len(said) <= LONGEST else no_number(words)


def names_in(row: object) -> list[str]:
    """The names that a statement lists, separated by semicolons; empty where it is no list."""
    text = getattr(row, "value_text", "")
    names = [name.strip() for name in text.split(";")] if isinstance(text, str) else []
    return names if len(names) > 2 else []


def _is_dated(row: object) -> bool:
    return getattr(row, "table", "") == "milestones"
