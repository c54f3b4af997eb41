"""What a statement says, in few words: a value beside another one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from lib.model.quantity import Bound
from lib.wording.conventions import SPACE
from lib.wording.lists import beginning
from lib.wording.words import Words

LONGEST: Final = 48  # letters of a value that stands in a title
MOST_OTHERS: Final = 2  # results that answer no target, of those named beside one


_SPAN: Final = re.compile(r"[0-9]+-[0-9]+")  # an age, for instance, that is stated as text


def value(row: object, words: Words, *, in_words: bool = False) -> str:
    """What a statement says, in few words: a number with unit, money, dates, or its text.

    ``in_words``: how sure a number is has words in the place of a sign, to be read aloud.
    """
    low, high = getattr(row, "low", float("nan")), getattr(row, "high", float("nan"))
    code = getattr(row, "currency_code", "")
    if low == low:
        approximate = bool(getattr(row, "is_approximate", False))
        if isinstance(code, str) and code:
            money = words.money_in_words if in_words else words.money
            return money(low, high, approximate, code)
        unit = getattr(row, "unit", "")
        number = (words.bound_in_words if in_words else words.bound)(low, high, approximate)
        return f"{number} {unit}".strip() if isinstance(unit, str) else number
    start, end = getattr(row, "start_date", ""), getattr(row, "end_date", "")
    if getattr(row, "table", "") == "milestones" and (start or end):
        # A single day is written once, not as the start of an open span.
        kind = getattr(row, "milestone_kind", "")
        return words.period(start, end) if kind == "period" else words.date(start or end)
    text = getattr(row, "value_text", "")
    if isinstance(text, str) and text:
        unit = getattr(row, "unit", "")
        is_span = _SPAN.fullmatch(text) and isinstance(unit, str)
        return f"{text.replace('-', '–')} {unit}".strip() if is_span else text
    return no_number(words)


def not_comparable(
    others: Sequence[tuple[Bound, str]], words: Words, *, in_words: bool = False
) -> str:
    """Results that answer no target, each with its unit: the first, and how many more there are."""
    write = words.bound_in_words if in_words else words.bound
    said = [f"{write(*bound[:3])}{SPACE}{unit}" for bound, unit in others]
    first = beginning(said, MOST_OTHERS, words)
    return words.gettext("not comparable: {results}").format(results=first)


def no_number(words: Words) -> str:
    """What stands for the value of a statement in words."""
    return words.gettext("a wording without a number")


def compared(row: Any, words: Words, *, is_about_time: bool, in_words: bool = False) -> str:
    """:func:`value`; beside a date, of a statement that has dates, these, and not its number."""
    if is_about_time and not is_dated(row) and (row.start_date or row.end_date):
        return words.period(row.start_date, row.end_date)
    return value(row, words, in_words=in_words)


def about_time(group: pd.DataFrame) -> bool:
    """Whether what differs in a group of statements is a date."""
    return bool((group["table"] == "milestones").any())


def brief(row: object, words: Words, *, is_about_time: bool = False, in_words: bool = False) -> str:
    """:func:`compared` short enough for a title: of a list how many names, of a long text none."""
    names = names_in(row)
    if names:
        return words.ngettext("{n} name", "{n} names", len(names)).format(
            n=words.number(len(names))
        )
    said = compared(row, words, is_about_time=is_about_time, in_words=in_words)
    return said if len(said) <= LONGEST else no_number(words)


def names_in(row: object) -> list[str]:
    """The names that a statement lists, separated by semicolons; empty where it is no list."""
    text = getattr(row, "value_text", "")
    names = [name.strip() for name in text.split(";")] if isinstance(text, str) else []
    return names if len(names) > 2 else []


def is_dated(row: Any, *, is_about_time: bool = False) -> bool:
    """Whether a statement is a date, or is compared by its dates in a group about time."""
    has_dates = is_about_time and bool(row.start_date or row.end_date)
    return has_dates or getattr(row, "table", "") == "milestones"
