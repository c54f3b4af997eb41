"""What holds for every number and date that can be printed."""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal

import pytest
from babel.numbers import list_currencies, parse_decimal
from hypothesis import given
from hypothesis import strategies as st

from lib.model.languages import LANGUAGES
from lib.model.quantity import ending
from lib.wording.conventions import SPACE
from lib.wording.words import words

CENTS = st.integers(0, 10**14).map(lambda cents: cents / 100)
WHOLE = st.integers(0, 10**12).map(float)
THOUSANDS = st.integers(0, 10**9).map(lambda thousands: thousands * 1000.0)
AMOUNTS = st.one_of(CENTS, WHOLE, THOUSANDS)
LANGUAGE = st.sampled_from(LANGUAGES)
CURRENCY = st.sampled_from(["EUR", "CHF", "USD", "VND", "INR", "RSD", "BGN"])


@st.composite
def bounds(draw: st.DrawFn) -> tuple[float, float, bool]:
    low, high = sorted((draw(AMOUNTS), draw(AMOUNTS)))
    low, high = draw(
        st.sampled_from(
            [(low, high), (low, low), (low, math.inf), (0.0, high), (math.nan, math.nan)]
        )
    )
    return low, high, draw(st.booleans())


def printed_numbers(text: str, language: str) -> list[Decimal]:
    """The numbers in a text, read back the way a reader of the language does."""
    found = []
    for number, unit in re.findall(r"(\d[\d.,\u202f]*)(\u00a0(?:M|mln|Mio)\b)?", text):
        read = parse_decimal(number, locale=language, strict="," in number and "." in number)
        found.append(read * 1_000_000 if unit else read)
    return found


def ends(low: float, high: float) -> list[Decimal]:
    """The ends of a bound that may be printed."""
    stated = [end for end in dict.fromkeys((low, high)) if math.isfinite(end)]
    if len(stated) == 2 and stated[0] == 0:
        stated = stated[1:]
    if (low, high) == (0, math.inf):
        stated = []
    return [Decimal(repr(end)) for end in stated]


@given(LANGUAGE, AMOUNTS)
def test_numbers_read_back_as_themselves(language: str, value: float) -> None:
    assert parse_decimal(words(language).number(value), locale=language) == Decimal(repr(value))


@given(LANGUAGE, st.decimals(0, 1, places=9).map(float))
def test_small_fractions_keep_their_digits(language: str, value: float) -> None:
    assert parse_decimal(words(language).number(value), locale=language) == Decimal(repr(value))


@given(LANGUAGE, st.integers(0, 10**12))
def test_whole_numbers_are_grouped_by_thousands(language: str, value: int) -> None:
    separator = {"en": ",", "fr": "\u202f"}.get(language, ".")
    separator = "" if language == "es" and value < 10_000 else separator
    assert words(language).number(value) == f"{value:,}".replace(",", separator)


@given(LANGUAGE, bounds(), CURRENCY)
def test_what_is_printed_is_true(
    language: str, bound: tuple[float, float, bool], currency_code: str
) -> None:
    low, high, is_approximate = bound
    said = words(language)
    for text in (
        said.bound(low, high, is_approximate),
        said.bound_in_words(low, high, is_approximate),
        said.money(low, high, is_approximate, currency_code),
        said.amount(low, high, is_approximate, currency_code),
    ):
        assert printed_numbers(text, language) == ends(low, high)
        assert not re.search("inf|nan|∞", text.replace("finanz", ""), re.IGNORECASE)
        assert "{" not in text


@given(LANGUAGE, bounds(), CURRENCY)
def test_a_bound_never_looks_exact(
    language: str, bound: tuple[float, float, bool], currency_code: str
) -> None:
    low, high, is_approximate = bound
    said = words(language)
    kind = ending(low, high, is_approximate)
    mark = {
        "exact": "",
        "at_least": "≥\u00a0",
        "up_to": "≤\u00a0",
        "about": "≈\u00a0",
        "range": "≈\u00a0" if is_approximate else "",
        "not_stated": "",
    }[kind]
    for text in (
        said.bound(low, high, is_approximate),
        said.money(low, high, is_approximate, currency_code),
        said.amount(low, high, is_approximate, currency_code),
    ):
        assert text.startswith(mark)
        assert ("–" in text) == (kind == "range")
        assert (text[0] in "≥≤≈") == bool(mark)
        assert (text == said.gettext("not stated")) == (kind == "not_stated")
    sentence = said.bound_in_words(low, high, is_approximate)
    if kind != "not_stated":
        assert (sentence == said.number(low)) == (kind == "exact")


@given(LANGUAGE, bounds())
def test_words_say_what_is_approximate(language: str, bound: tuple[float, float, bool]) -> None:
    low, high, is_approximate = bound
    if ending(low, high, is_approximate) != "not_stated":
        about = words(language).gettext("about {number}").replace("{number}", "").strip()
        sentence = words(language).bound_in_words(low, high, is_approximate)
        assert (about.replace(" ", SPACE) in sentence) == is_approximate


@given(LANGUAGE, st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_written_with_its_year(language: str, day: object) -> None:
    written = words(language).date(str(day))
    assert written.startswith(str(int(str(day)[8:])))
    assert written.endswith(str(day)[:4])


@given(LANGUAGE, st.text())
def test_any_text_can_stand_for_a_date(language: str, text: str) -> None:
    assert words(language).date(text)
    assert words(language).period(text, "")
    assert words(language).period("", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_currency_prints(language: str) -> None:
    for code in list_currencies():
        assert printed_numbers(words(language).amount(5, 5, False, code), language)[0] == 5
