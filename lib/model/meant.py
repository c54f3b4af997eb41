"""Meant: the code that stands for what somebody wrote in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

from lib.model.day_meant import day_meant
from lib.model.fields import COUNTRY_CODES, CURRENCY_CODES
from lib.model.languages import LANGUAGES

# What people call money whose name or sign several countries share.
_MONEY: Final = {"$": "USD", "dollar": "USD", "dollars": "USD", "£": "GBP", "pound": "GBP"}
_MONEY_TOO: Final = {"pounds": "GBP", "sfr": "CHF", "fr.": "CHF", "¥": "JPY", "yuan": "CNY"}
_COUNTRIES: Final = {"england": "GB", "great britain": "GB", "el": "GR", "holland": "NL"}


def meant(text: str, kind: str) -> str:
    """The code of a kind (country, currency, language) that a text seems to stand for, else "".

    Of a date it is the day, where no other can be meant.
    """
    if kind == "date":
        return day_meant(text)
    known = {"country": _countries, "currency": _currencies, "language": _languages}.get(kind)
    return known().get(text.strip().casefold(), "") if known else ""


@cache
def _currencies() -> Mapping[str, str]:
    return _first(CURRENCY_CODES, _names_of_money()) | _MONEY | _MONEY_TOO


@cache
def _countries() -> Mapping[str, str]:
    return _first(COUNTRY_CODES, _names_of_countries()) | _COUNTRIES


@cache
def _languages() -> Mapping[str, str]:
    names = (
        (one, str(code))
        for locale in _locales()
        for code, name in locale.languages.items()
        for one in (str(code), str(name))
        if len(code) == len("en")
    )
    return _first((), names)


def _names_of_money() -> Iterator[tuple[str, str]]:
    for locale in _locales():
        for code in CURRENCY_CODES:
            yield locale.currencies.get(code, ""), code
            yield locale.currency_symbols.get(code, ""), code
            yield from ((get_currency_name(code, one, locale), code) for one in (1, 2))


def _names_of_countries() -> Iterator[tuple[str, str]]:
    for locale in _locales():
        yield from ((locale.territories.get(code, ""), code) for code in COUNTRY_CODES)
    # Codes of three letters, numbers, what was usual before: UK, DEU, 276.
    for former, now in get_global("territory_aliases").items():
        if len(now) == 1 and now[0] in COUNTRY_CODES:
            yield former, now[0]


def _first(codes: Iterable[str], names: Iterator[tuple[str, str]]) -> dict[str, str]:
    """Codes by how they may be written: in other letters, else by the first that has a name."""
    found = {code.casefold(): code for code in codes}
    for name, code in names:
        if name:
            found.setdefault(name.casefold(), code)
    return found


def _locales() -> list[Locale]:
    return [Locale.parse(language) for language in LANGUAGES]
