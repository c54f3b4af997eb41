"""Money: what is known of currencies wherever they are used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

import pandas as pd
from babel.core import get_global

from lib.model.faults import Fault
from lib.model.rows import cells

Tables = Mapping[str, pd.DataFrame]

# How much of a currency a euro was worth: means of 2024 of the euro foreign exchange reference
# rates of the European Central Bank, two digits of them; currencies that have lost most of their
# worth within some years are left out.
_OF_A_EURO: Final = {
    **{"EUR": 1, "USD": 1.1, "GBP": 0.85, "CHF": 0.95, "JPY": 160, "CNY": 7.8, "CZK": 25},
    **{"DKK": 7.5, "SEK": 11, "NOK": 12, "ISK": 150, "HUF": 400, "PLN": 4.3, "RON": 5.0},
    **{"BGN": 2.0, "AUD": 1.6, "CAD": 1.5, "NZD": 1.8, "HKD": 8.4, "SGD": 1.4, "KRW": 1500},
    **{"INR": 91, "IDR": 17000, "MYR": 5.0, "PHP": 62, "THB": 38, "ILS": 4.0, "ZAR": 20},
    **{"BRL": 5.8, "MXN": 20},
}
APART: Final = 4  # times: more than any two of these have moved in twenty years
_DATES: Final = ("end_date", "start_date", "as_of_date")


def usual_rate(base: str, quote: str) -> float | None:
    """Roughly how much of the quote currency one of the base is worth; None where nobody knows."""
    if base not in _OF_A_EURO or quote not in _OF_A_EURO:
        return None
    return _OF_A_EURO[quote] / _OF_A_EURO[base]


def withdrawn(tables: Tables) -> Iterator[Fault]:
    """Amounts in a currency that was no money any more at their time, as the locale data know."""
    if "funding" not in tables:
        return
    rows = tables["funding"]
    rows = rows[rows["currency_code"].isin([*_ends()])]
    for line, code, *dates in cells(rows["currency_code"], *(rows[name] for name in _DATES)):
        last = _ends()[code]
        if not any(date and date <= last[: len(date)] for date in dates):
            yield Fault("funding.csv", line, "currency_code", code, "withdrawn_currency", last)


@cache
def _ends() -> Mapping[str, str]:
    """The last day of each currency that is none in any country any more."""
    ends: dict[str, list[tuple[int, int, int] | None]] = {}
    for used in get_global("territory_currencies").values():
        for code, _since, until, _is_tender in used:
            ends.setdefault(str(code), []).append(until)
    return {
        code: "{:04}-{:02}-{:02}".format(*max(day for day in days if day))
        for code, days in ends.items()
        if all(days)
    }
