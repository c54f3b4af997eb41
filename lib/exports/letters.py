"""The letters that the typefaces of a printed pack have; all others are replaced by one sign.

A PDF that is to be read aloud may not hold a letter without a shape, so that a single one would
keep a whole pack from being made.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# What IBM Plex Sans has, in hexadecimal: Latin with all its accents, Greek, Cyrillic, signs.
RANGES: Final = (
    "20-7E A0-17F 18F 192 1A0-1A1 1AF-1B0 1CD-1DC 1FA-1FF 218-21B 237 259 2BB-2BC 2C6-2C7 2D8-2DD "
    "37E 384-38A 38C 38E-3A1 3A3-3CE 400-45F 462-463 46A-46B 472-475 490-4C2 4CF-4D9 4DC-4E9 "
    "4EE-4F9 524-525 E3F 1E80-1E85 1E9E 1EA0-1EF9 2010-2015 2018-201A 201C-201E 2020-2022 2026 "
    "202F-2030 2032-2033 2039-203A 2044 2070 2074-2079 2080-2089 20A1 20A4 20A6 20A8-20AE "
    "20B1-20B2 20B4-20B5 20B8-20BA 20BD 20BF 2113 2116 2122 2126 212E 2150-2151 2153-215E "
    "2190-2199 2202 2206 220F 2211-2212 2215 2219-221A 221E 222B 2236 2248 2260 2264-2265 25CA "
    "2713 274C FFFD"
)
ARABIC: Final = "600-604 606-61B 61E-6A1 6A3-6FF 750-77F"  # what IBM Plex Sans Arabic has
DIRECTIONS: Final = "200E-200F"  # signs that are seen in the order of others alone
WITHOUT_SHAPE: Final = "\ufffd"
_OTHER: Final = re.compile(
    "[^" + "".join(
        "-".join(f"\\u{int(end, 16):04x}" for end in span.split("-"))
        for span in f"{RANGES} {ARABIC} {DIRECTIONS}".split()
    ) + "]+"
)  # fmt: skip
_UNSEEN: Final = re.compile("[\u200b-\u200d\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+")

_VOWELS: Final = re.compile("[\u064b-\u0652\u0670]")


def drawable(svg: str) -> str:
    """A drawing without the vowel signs of Arabic, which print mostly leaves out.

    Typst gives a sign that stands on a letter of a drawing no letter of its own, which a PDF that
    is read aloud may not have; beside drawings names stand as they are written.
    """
    return _VOWELS.sub("", svg)


def printable(text: str) -> str:
    """The text with letters that can be printed, others replaced; accents stand on their letter.

    Signs that nobody sees are left out, but for those that say where a line reads from right to
    left.
    """
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return _OTHER.sub(WITHOUT_SHAPE, seen)
