"""Formats of cells in which a workbook shows something else than what it holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import IO, Final

from lib.files.markup import elements

# Those that every workbook has without writing them down (ECMA-376, part 1, 18.8.30).
_BUILT_IN: Final = {"9": "0%", "10": "0.00%", "12": "# ?/?", "13": "# ??/??"}
_BUILT_IN_DATES: Final = {"16": "d-mmm", "17": "mmm-yy"}
# Programs whose money is another one write these down, as they are meant.
_BUILT_IN_MONEY: Final = dict.fromkeys(("5", "6", "7", "8", "42", "44"), '"$"#,##0.00')
# Texts in quotes, after a backslash, in brackets; what only fills or takes room.
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
_PADDED: Final = re.compile(r"0{2,}")
_IN_THOUSANDS: Final = re.compile(r"[0#?],+(?![0#?,])")
# A month or a year without a day.
_COARSE_DATE: Final = re.compile(r"[^dDhHsS]*(?:[yY]|[mM]{3})[^dDhHsS]*")
# A day without its year.
_YEARLESS: Final = re.compile(r"[^yYhHsS]*[dD][^yYhHsS]*")
_SHOWS: Final = re.compile("[0#?@dDmMyYhHsS]|General", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(r"\[\$([^\]-]*[^\]\s-][^\]-]*)(?:-[^\]]*)?\]")
_QUOTED: Final = re.compile(r'"([^"]*)"')
_CODE: Final = re.compile("[A-Z]{3}")
_OF_TIME: Final = re.compile("[dDyYhHsS]")
_WRITTEN: Final = re.compile(r'"([^"]*)"|((?:\\.)+)|\[\$([^\]-]*)[^\]]*\]|([kK])')
_WORD: Final = re.compile(r"[^\W\d_]+")
# A number of times that a word stands for, by itself or before a currency: k, Mio, TCHF, M€.
_TIMES: Final = re.compile(
    "(?:k|m|mm|mn|mln|mld|mlj|mlrd|mil|mila|mille|mio|mrd|mia|md|bn|bio|tn|trn|tsd|tds|tis|miles"
    "|thousands?|tausend|milliers?|migliaia|hundreds?|hundert|dozens?|dutzend|douzaines?|dozzine"
    "|lakhs?|lacs?|crores?|millions?|million(?:en|i|e)|mill[oó]n(?:es)?|milion[ei]|billions?"
    "|milliarden?|milliards?|miliard[oi]|millardos?|bill[oó]n(?:es)?"
    "|тыс|млн|млрд|ألف|مليون|مليار|nghìn|ngàn|triệu|tỷ|bin|milyon|milyar|[千万萬億亿]|百万)",
    re.IGNORECASE,
)
_TIMES_MONEY: Final = re.compile("(?:[kKtTmM]|[mM]n|Mio|mio)[A-Z]{3}")
_ROUND: Final = re.compile("(?<![0-9])[0-9]*0{3}")
_FRACTION: Final = re.compile(r"[#?0] *[#?]+/[#?0-9]+")


def shown_in(styles: IO[bytes]) -> Mapping[str, str]:
    """The format of each style that cells may have; "" for those that nobody has written down.

    ``styles``: the part of a workbook of that name. Raises ``MarkupError``.
    """
    codes, own = _BUILT_IN | _BUILT_IN_DATES | _BUILT_IN_MONEY, list[str]()
    is_of_cells = False

    def started(name: str, about: Mapping[str, str]) -> None:
        nonlocal is_of_cells
        if name == "numFmt":
            codes[about.get("numFmtId", "")] = about.get("formatCode", "")
        elif name == "xf":
            if is_of_cells:
                own.append(about.get("numFmtId", ""))
        elif name not in ("alignment", "protection", "extLst", "ext"):
            is_of_cells = name == "cellXfs"

    elements(styles, started)
    return {str(style): codes.get(code, "") for style, code in enumerate(own)}


def misleading(formats: Mapping[str, str]) -> Mapping[str, str]:
    """Those formats, by style, that show another number, nothing, or a date without day or year.

    Other numbers are per cents, thousands (also those that a word says), fractions, leading zeros.
    """
    return {style: code for style, code in formats.items() if _misleads(code)}


def signs_of_money(formats: Mapping[str, str]) -> Mapping[str, str]:
    """The sign or code of money that a format shows beside a number, else a word, by style."""
    found = {style: _sign(code) for style, code in formats.items()}
    return {style: sign for style, sign in found.items() if sign}


def _sign(code: str) -> str:
    shown = code.partition(";")[0]
    bracket = _IN_BRACKETS.search(shown)
    quoted = (text.strip() for text in _QUOTED.findall(shown))
    bare = _QUOTED.sub("", shown)
    signs = (one for one in bare if unicodedata.category(one) == "Sc")
    said = next((text for text in quoted if is_money(text)), "")
    words = (text.strip() for text in _written(shown) if _WORD.search(text))
    if bracket or said or (sign := next(signs, "")):
        return bracket[1].strip() if bracket else said or sign
    return "" if _misleads(code) else next(words, "")


def _written(code: str) -> list[str]:
    """The texts that a format shows as they are: quoted, escaped, in brackets, or a k."""
    found = ("".join(one) for one in _WRITTEN.findall(code))
    return [text.replace("\\", "") for text in found]


def _multiplies(code: str) -> bool:
    """Whether a word beside the digits says how many times the number is meant: Tsd., Mio, k."""
    texts = _written(code)
    words = [word for text in texts for word in _WORD.findall(text)]
    return any(_TIMES.fullmatch(word) or _TIMES_MONEY.fullmatch(word) for word in words) or any(
        map(_ROUND.search, texts)
    )


def is_money(text: str) -> bool:
    """Whether a text may be a sign or code of money: what it is worth is for others to judge."""
    return bool(_CODE.fullmatch(text)) or any(unicodedata.category(one) == "Sc" for one in text)


def _misleads(code: str) -> bool:
    """Whether a format, as it shows what is above zero, shows something else."""
    shown = _LITERAL.sub("", code.partition(";")[0])
    return (
        "%" in shown
        or bool(_IN_THOUSANDS.search(shown))
        or bool(_FRACTION.search(shown))
        or bool(_PADDED.fullmatch(shown.strip()))
        or bool(_COARSE_DATE.fullmatch(shown))
        or bool(_YEARLESS.fullmatch(shown))
        or bool(code and not _SHOWS.search(shown))
        or (not _OF_TIME.search(shown) and _multiplies(code))
    )
