"""Values of columns as cells that a spreadsheet sorts: numbers, dates, also those known in part."""

from __future__ import annotations

import calendar
import datetime
import math
import re
from typing import Any, Final, NamedTuple

# Columns whose cells are numbers or dates, with the field of the row that holds the value.
TYPED: Final = {
    "edition": "edition_id",
    "due": "due_date",
    "as_of": "as_of_date",
    "moment": "moment",
    "date": "date",
    "result_as_of": "result_as_of_date",
    "named": "named_count",
    "duration": "duration_years",
    "statement_count": "statement_count",
    "site_count": "site_count",
    "published": "published_date",
}
_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


class Partly(NamedTuple):
    """A date of which only the year, or the month, is known, with the day it stands at."""

    day: datetime.date
    is_month: bool

    def __str__(self) -> str:
        return self.day.isoformat()


class About(NamedTuple):
    """A number that a source calls approximate."""

    number: float

    def __str__(self) -> str:
        return f"≈ {self.number:,.0f}"


class Money(NamedTuple):
    """An exact amount with what stands before or after it: its currency, as the page writes it."""

    number: float
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.number:,.2f}{self.after}"


Cell = str | float | datetime.date | Partly | About | Money | None


def typed(value: Any, text: Cell, *, is_date: bool = False, is_end: bool = False) -> Cell:
    """The value itself where it is one; nothing as the ``text`` that says so.

    A date known in part stands at its first day, as an end at its last.
    """
    if is_date:
        return _day(value, is_end) if _DATE.fullmatch(value) else text
    if isinstance(value, str):
        return int(value) if value.isascii() and value.isdecimal() and len(value) < 9 else text
    return text if value is None or math.isnan(value) else float(value)


def _day(value: str, is_end: bool) -> Cell:
    """A partial ISO date as a date; itself where there is no such day."""
    year, month, day = [*map(int, value.split("-")), 0, 0][:3]
    try:
        if is_end:
            month = month or 12
            day = day or calendar.monthrange(year, month)[1]
        found = datetime.date(year, month or 1, day or 1)
    except ValueError:
        return value
    return found if len(value) == 10 else Partly(found, is_month=len(value) == 7)
