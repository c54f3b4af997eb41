"""The day that somebody meant who wrote it in another way than dates are written in tables."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

_DAY_ZERO: Final = date(1899, 12, 30)  # of spreadsheets, which count days
_COUNTED: Final = re.compile("[3-7][0-9]{4}")
_FIRST_DAY, _YEARS_AHEAD = date(1990, 1, 1), 10  # of days that a count is taken for
_WRITTEN: Final = re.compile(r"([0-9]{1,4})([./-]) ?([0-9]{1,2})\2 ?([0-9]{1,4})")
_TOGETHER: Final = re.compile("((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])")
# As programs write a day.
_MIDNIGHT: Final = re.compile(r"[T ]00:00(:00(\.0+)?)?(Z|[+-]00:?00)?$")
_CENTURIES: Final = range(1900, 2100)


def day_meant(text: str) -> str:
    """The day as YYYY-MM-DD that a text can stand for alone; "" for several, or for none.

    Points part days first. With other signs it is told only where one number can be no month.
    """
    text = _MIDNIGHT.sub("", text.strip())
    if _COUNTED.fullmatch(text):
        day = _DAY_ZERO + timedelta(days=int(text))
        is_near = day >= _FIRST_DAY and day.year <= date.today().year + _YEARS_AHEAD
        return day.isoformat() if is_near else ""
    if together := _TOGETHER.fullmatch(text):
        return _day(*map(int, together.groups()))
    if not (written := _WRITTEN.fullmatch(text)):
        return ""
    first, sign, second, third = written.groups()
    if len(first) == len("2024"):
        return _day(int(first), int(second), int(third))
    if len(third) != len("2024"):
        return ""
    year, one, other = int(third), int(first), int(second)
    if sign == ".":
        return _day(year, other, one)
    days = {_day(year, other, one), _day(year, one, other)} - {""}
    return days.pop() if len(days) == 1 else ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat() if year in _CENTURIES else ""
    except ValueError:
        return ""
