"""Large sums of money: short, never more sure than they are."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.wording.money import bare, short, span
from lib.wording.words import words

UNITS = {"": 1, "M": 1e6, "bn": 1e9}
amounts = st.floats(0, 1e12).map(lambda value: round(value, 2))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        ((7_000_000, 7_000_000, False), "EUR 7 M"),
        ((8_123_456_789, 9_012_345_678, True), "≈ EUR 8.12–9.02 bn"),
        ((1_059_087_850, math.inf, False), "≥ EUR 1.05 bn"),
        ((0, 59_990_001, False), "≤ EUR 60 M"),
        ((208_654_321, 253_890_000, False), "EUR 208–254 M"),
        ((1_234_567, 1_234_567, True), "≈ EUR 1,234,567"),
        ((812_345, 901_234, False), "EUR 812,345–901,234"),
        ((math.nan, math.nan, False), "not stated"),
    ],
)
def test_three_digits_outward(bound: tuple[float, float, bool], said: str) -> None:
    assert plain(short(*bound, "EUR", words("en"))) == said
    assert plain(bare(*bound, words("en"))) == said.replace("EUR ", "")


def test_the_order_of_words_is_that_of_the_language() -> None:
    bound = (8_123_456_789, 9_012_345_678, True)
    assert plain(short(*bound, "EUR", words("it"))) == "≈ 8,12–9,02 Mrd €"
    assert plain(short(*bound, "EUR", words("es"))) == "≈ 8,12–9,02 mil M€"
    assert plain(short(7e6, 7e6, False, "CHF", words("es"))) == "7 M CHF"
    assert plain(short(7e5, 7e5, False, "EUR", words("de"))) == "700.000 €"
    assert plain(span(*bound, "EUR", words("it"))) == "≈ 8.123.456.789–9.012.345.678 €"
    assert "\u0020" not in short(*bound, "EUR", words("en"))


@given(one=amounts, other=amounts, is_open=st.booleans(), is_approximate=st.booleans())
def test_what_is_said_holds(one: float, other: float, is_open: bool, is_approximate: bool) -> None:
    low, high = min(one, other), math.inf if is_open else max(one, other)
    said = plain(bare(low, high, is_approximate, words("en")))
    if said == "not stated":
        assert low <= 0 and is_open
        return
    found = re.fullmatch(r"([≥≤≈] )?([\d.,]+)(?:–([\d.,]+))?(?: (M|bn))?", said)
    assert found, said
    unit = UNITS[found[4] or ""]
    first, last = (float((found[n] or found[2]).replace(",", "")) * unit for n in (2, 3))
    if found[1] != "≤ ":
        assert first <= low * (1 + 1e-12) + 1e-9
        assert low - first <= 0.0101 * (last if math.isfinite(high) else low)
    if found[1] != "≥ ":
        assert last >= high * (1 - 1e-12) - 1e-9
        assert last - high <= 0.0101 * high
