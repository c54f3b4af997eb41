"""What somebody wrote around a number, and where it belongs instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Final

from lib.files.folder import BOOKS
from lib.model.faults import Rule
from lib.model.meant import meant

_NUMBERS: Final = ("number", "count")
_COORDINATES: Final = ("latitude", "longitude")
_COMMA: Final = re.compile(r"-?[0-9]{1,3},[0-9]+")
_IN_BOOK: Final = re.compile(f"({'|'.join(map(re.escape, BOOKS))}): ", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]{2,}\.?|\S")
_DIGIT: Final = re.compile("[0-9]")
# Words and signs before a number, in the languages that tables speak, that say how sure it is.
_SURE: Final = re.compile(
    r"\s*([~≈≃±<>≤≥]|(ca|circa|rund|etwa|ungefähr|knapp|gut|über|mehr als|mindestens|bis"
    r"|höchstens|about|approx|approximately|around|over|more than|at least|up to|almost|nearly|some"
    r"|env|environ|plus de|au moins|jusqu.à|près de|presque"
    r"|aprox|unos|unas|cerca de|más de|al menos|hasta|casi"
    r"|oltre|più di|almeno|fino a|quasi)\b)|.*[0-9]\s*\+\s*$",
    re.IGNORECASE,
)


def remedied(
    rule: Rule, detail: str, text: str, file: str, columns: Collection[str]
) -> tuple[Rule, str]:
    """The rule that says best what to do with a text that is no number, and what it refers to.

    ``rule`` is the one of its column, which comes back with its ``detail`` where no other fits;
    ``columns`` are those of its table, ``file`` says where it stands.
    """
    is_in_book = bool(_IN_BOOK.search(file))
    if rule in _COORDINATES and _COMMA.fullmatch(text):
        return ("number_cell", "") if is_in_book else ("decimal_point", text.replace(",", "."))
    if rule not in _NUMBERS or not _DIGIT.search(text):
        return rule, detail
    if "currency_code" in columns and any(map(_is_money, _WORD.findall(text))):
        return "money_in_number", ""
    if "qualifier" in columns and _SURE.match(text):
        return "sure_in_number", ""
    return ("number_cell", "") if is_in_book else (rule, detail)


def _is_money(word: str) -> bool:
    if len(word) == 1:
        return unicodedata.category(word) == "Sc"
    return bool(meant(word, "currency"))
