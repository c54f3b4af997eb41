"""Rules of exchange rates: what they are worth, and whether they agree with each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any, Final

import pandas as pd

from lib.model.faults import Fault
from lib.model.money import APART, usual_rate
from lib.model.rows import each

_FILE: Final = "rates.csv"
# A rate and the one the other way, turned round, differ by what banks keep and by lost digits.
SPREAD: Final = 1.1
JUMP: Final = 2.0  # from one rate of a pair to its next one


def broken(rates: pd.DataFrame) -> Iterator[Fault]:
    """A rate is worth something, of a day gone by, between two currencies, and the same both ways.

    ``rates``: typed rows indexed by line.
    """
    today = date.today().isoformat()
    for row in each(rates):
        if row.rate <= 0:
            yield Fault(_FILE, row.Index, "rate", f"{row.rate:.15g}", "not_positive")
        if row.quote_currency_code == row.base_currency_code:
            code = row.quote_currency_code
            yield Fault(_FILE, row.Index, "quote_currency_code", code, "same_currency")
        if row.rate_date > today[: len(row.rate_date)]:
            yield Fault(_FILE, row.Index, "rate_date", row.rate_date, "future_rate")
    for before, row in _neighbours(rates):
        if not _is_one_way(before, row) and before.rate_date == row.rate_date:
            turned = before.rate * row.rate
            if not 1 / SPREAD <= turned <= SPREAD:
                detail = f"{1 / before.rate:.6g}"
                yield Fault(_FILE, row.Index, "rate", f"{row.rate:.15g}", "inverse_rate", detail)


def doubtful(rates: pd.DataFrame) -> Iterator[Fault]:
    """Rates that were never so far from those before or from any, and several of one time."""
    for row in each(rates):
        usual = usual_rate(row.base_currency_code, row.quote_currency_code)
        if usual and row.rate > 0 and not 1 / APART <= row.rate / usual <= APART:
            detail = f"{usual:.2g}"
            yield Fault(_FILE, row.Index, "rate", f"{row.rate:.15g}", "unusual_rate", detail)
    for before, row in _neighbours(rates):
        is_one_way, is_one_time = _is_one_way(before, row), _is_one_time(before, row)
        if is_one_way and is_one_time:
            yield Fault(
                _FILE, row.Index, "rate_date", row.rate_date, "rate_twice", before.rate_date
            )
        was = before.rate if is_one_way else 1 / before.rate
        is_judged = is_one_way or before.rate_date != row.rate_date  # else an inverse, or none
        if is_judged and not 1 / JUMP <= row.rate / was <= JUMP:
            detail = f"{was:.6g} ({before.rate_date})"
            yield Fault(_FILE, row.Index, "rate", f"{row.rate:.15g}", "rate_jump", detail)


def _neighbours(rates: pd.DataFrame) -> Iterator[tuple[Any, Any]]:
    """Every rate with the one before it of the same two currencies, whichever way, by their day."""
    rows = rates[rates["rate"] > 0].sort_values("rate_date", kind="stable")
    pairs: dict[frozenset[str], list[Any]] = {}
    for row in each(rows):
        pair = frozenset((row.base_currency_code, row.quote_currency_code))
        pairs.setdefault(pair, []).append(row)
    for together in pairs.values():
        yield from pairwise(together)


def _is_one_way(one: Any, other: Any) -> bool:
    return bool(one.base_currency_code == other.base_currency_code)


def _is_one_time(one: Any, other: Any) -> bool:
    """Whether a day is the other one, or lies in its month or year."""
    return bool(other.rate_date.startswith(one.rate_date))
