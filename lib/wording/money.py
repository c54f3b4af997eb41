"""Large sums of money: a range with its currency once, short where there is little room."""

from __future__ import annotations

import math

from lib.model.quantity import ending
from lib.wording.conventions import SPACE, currency
from lib.wording.words import Words

_DIGITS = 3  # of a short sum
_BILLION, _MILLION = 1e9, 1e6


def span(low: float, high: float, is_approximate: bool, currency_code: str, words: Words) -> str:
    """A bound of money to the unit: "≈ EUR 812,345–901,234"; a range is rounded outward."""
    if ending(low, high, is_approximate) != "range":
        return words.amount(low, high, is_approximate, currency_code)
    whole = math.ceil(high)
    last = words.number(whole)
    both = f"{words.number(math.floor(low))}–{last}"
    return words.amount(whole, whole, is_approximate, currency_code).replace(last, both)


def short(low: float, high: float, is_approximate: bool, currency_code: str, words: Words) -> str:
    """A bound of money in millions or billions: "≈ EUR 8.12–9.02 bn".

    Rounded outward to three digits, so that what it says holds; a single number that would have to
    be rounded is written in full, and so is what is below a million.
    """
    first, last, size = _rounded(low, high)
    if size == 1:
        return span(low, high, is_approximate, currency_code, words)
    sign, number = _parted(words.bound(first / size, last / size, is_approximate))
    _ = words.gettext
    form = _("{currency} {number} bn") if size == _BILLION else _("{currency} {number} M")
    coin = currency(currency_code, words.language)
    said = form.format(currency=coin, number=number)
    if words.language == "es" and not coin[0].isalpha():  # "7 M€", as of all money
        said = said.replace(f"M {coin}", f"M{coin}")
    return sign + said.replace(" ", SPACE)


def bare(low: float, high: float, is_approximate: bool, words: Words) -> str:
    """The same where the currency stands beside it: "≈ 8.12–9.02 bn"."""
    first, last, size = _rounded(low, high)
    sign, number = _parted(words.bound(first / size, last / size, is_approximate))
    _ = words.gettext
    forms = {_BILLION: _("{number} bn"), _MILLION: _("{number} M")}
    return sign + forms.get(size, "{number}").format(number=number).replace(" ", SPACE)


def _rounded(low: float, high: float) -> tuple[float, float, float]:
    """Both ends rounded outward, and the unit to write them in; 1 for what is written in full."""
    most = low if math.isinf(high) else high
    if not most >= _MILLION:
        return low, high, 1
    step = 10 ** (math.floor(math.log10(most)) + 1 - _DIGITS)
    first = step * math.floor(low / step)
    last = high if math.isinf(high) else step * math.ceil(high / step)
    if low == high and first != last:
        return low, high, 1
    return first, last, _BILLION if most >= _BILLION else _MILLION


def _parted(bound: str) -> tuple[str, str]:
    """The sign of a bound with its space, if it has one, and what follows."""
    return (bound[:2], bound[2:]) if bound[1:2] == SPACE else ("", bound)
