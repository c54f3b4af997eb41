"""How each language writes numbers, money, dates, lists: as the locale data (CLDR) say."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale, dates, lists, numbers

SPACE = "\u00a0"  # no-break: a sign or a unit never parts from its number
DOT = f"{SPACE}· "  # between two things in a line, which never begins with it
_LEAST_GROUPED = {"es": 2}  # digits before the first separator, CLDR's minimumGroupingDigits
_LOCALES = {"en": "en_GB"}  # the day before the month, no comma before "and"
# Spanish "y" gives way before its own sound, unless a diphthong follows: "e Italia", "y hierro".
_SOUNDS_LIKE_Y = re.compile(r"h?[ií](?![aeou])", re.IGNORECASE)


@cache
def locale(language: str) -> Locale:
    """The locale data of a language."""
    return Locale.parse(_LOCALES.get(language, language))


@lru_cache(maxsize=8192)
def number(value: Decimal, language: str) -> str:
    """A number with all its digits."""
    return numbers.format_decimal(
        value,
        None,
        locale(language),
        decimal_quantization=False,
        group_separator=_is_grouped(value, language),
    )


def _is_grouped(value: Decimal, language: str) -> bool:
    """Whether thousands are set apart: Babel's data lack how many digits a language wants first."""
    return bool(abs(value) >= 10 ** (2 + _LEAST_GROUPED.get(language, 1)))


@lru_cache(2048)  # a page writes the same amount in its charts, sentences, and tables
def money(value: Decimal, currency_code: str, language: str, *, in_millions: bool = False) -> str:
    """An amount with all its digits, or as so many millions: "2.115.000 €", "7,0 Mio. €"."""
    full, millions = _money_patterns(language)
    if in_millions:
        value, pattern, digits = value / 1_000_000, millions, "#,##0.0##"
    else:
        pattern, digits = full, "#,##0" if value % 1 == 0 else "#,##0.00"
    if numbers.get_currency_symbol(currency_code, locale(language))[0].isalpha():
        pattern = pattern.replace("M¤", f"M{SPACE}¤")  # in Spanish "7,0 M€", but "7,0 M CHF"
    return numbers.format_currency(
        value,
        currency_code,
        pattern.replace("0", digits),
        locale(language),
        currency_digits=False,
        decimal_quantization=False,
        group_separator=_is_grouped(value, language),
    )


def currency(code: str, language: str) -> str:
    """A currency beside an amount, as :func:`money` writes it: "€", "CHF", in English its code."""
    return code if language == "en" else numbers.get_currency_symbol(code, locale(language))


@cache
def _money_patterns(language: str) -> tuple[str, str]:
    """Money in full, and in millions; the digits stand as ``0``, the currency as ``¤``."""
    if language == "en":  # by its code, in front: several currencies stand side by side
        return f"¤¤{SPACE}0", f"¤¤{SPACE}0{SPACE}M"
    full = locale(language).currency_formats["standard"].pattern.replace("#,##0.00", "0")
    short = locale(language).compact_currency_formats["short"]["other"]["1000000"].pattern
    return full, short.replace("Mln", "mln")  # in running text, as Italian dictionaries write it


def date(day: datetime.date, skeleton: str, language: str) -> str:
    """The parts of a date that a skeleton names: ``yMMMd``, ``yMMM`` or ``y``."""
    written = dates.format_skeleton(skeleton, day, locale=locale(language))
    if language == "fr" and skeleton.endswith("d") and day.day == 1:
        return written.replace("1", "1er", 1)  # the ordinal is not in the locale data
    return written


def moment(when: datetime.datetime, language: str) -> str:
    """A date with its time: "3 May 2026, 14:02 UTC"."""
    there = when.astimezone(datetime.UTC)
    clock = dates.format_time(there, "HH:mm", locale=locale(language))
    return f"{date(there.date(), 'yMMMd', language)}, {clock}{SPACE}UTC"


def listed(items: Iterable[str], language: str) -> str:
    """A list for a sentence: "a, b and c"; empty for no items."""
    names = list(items)
    written = lists.format_list(names, locale=locale(language))
    if language == "es" and len(names) > 1 and _SOUNDS_LIKE_Y.match(names[-1]):
        return f"{written.removesuffix(f'y {names[-1]}')}e {names[-1]}"
    return written


def inside(heading: str, language: str) -> str:
    """A heading as it stands inside a line: without its capital, save where nouns have theirs."""
    is_kept = language == "de" or heading[1:2].isupper()
    return heading if is_kept else heading[:1].lower() + heading[1:]


def alphabetical(items: Iterable[str], named: Callable[[str], str] = str) -> list[str]:
    """Items by their names as a register lists them: Österreich under O, whatever is capital."""
    return sorted(items, key=lambda item: (_letters(named(item)), item))


def _letters(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).casefold()
