"""Widths of text set in the charts' typeface, so that a drawing can leave room for it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Advance widths of IBM Plex Sans Regular in hundredths of an em.
_GROUPS = {
    12: "\u202f", 24: " '\u00a0", 26: "ij’‘", 27: ",.l", 29: ":;!¡", 32: "[]f|", 34: "(){}·",
    35: "t", 37: "r", 39: "/\\-I", 43: '"ºª', 46: "*z", 49: "sv?¿”“„°", 50: "Lcy«»", 52: "Jxagk",
    55: "e", 58: "F_oThnu", 59: "ESZbdpqY–", 60: "$+0123456789<=>^`~≥≤≈≠", 61: "PVX", 62: "C€",
    64: "ARBKß", 68: "UD", 70: "&G", 71: "#HNOQ", 78: "w—", 80: "…M", 82: "→", 88: "m@Wæ", 93: "%œ",
}  # fmt: skip
_WIDTHS = {letter: hundredths for hundredths, letters in _GROUPS.items() for letter in letters}
_OTHER_WIDTH, _IDEOGRAPH_WIDTH = 62, 100
_WEIGHT_FACTORS = {400: 1.0, 500: 1.03, 600: 1.06}
_RESERVE = 1.02


def width(text: str, size: float = 13, weight: int = 400) -> float:
    """Pixels a line of plain text takes at ``size`` pixels, slightly on the generous side."""
    return _pixels(_hundredths(text), size, weight)


def _pixels(hundredths: int, size: float, weight: int) -> float:
    return hundredths / 100 * size * _WEIGHT_FACTORS[weight] * _RESERVE


@lru_cache(maxsize=16_384)
def _hundredths(text: str) -> int:
    """Of an em, whatever its size."""
    return sum(map(_advance, unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=4096)
def _advance(letter: str) -> int:
    base = unicodedata.normalize("NFD", letter)[0]
    other = _IDEOGRAPH_WIDTH if unicodedata.east_asian_width(base) in "WF" else _OTHER_WIDTH
    return _WIDTHS.get(base, other)


def wrap(text: str, room: float, size: float = 13, weight: int = 400) -> list[str]:
    """Lines of at most ``room`` pixels; a word longer than a line is broken inside.

    Lines break at plain spaces only: a no-break space keeps a sign with its number.
    """
    lines: list[str] = []
    line, taken = "", 0  # hundredths: words are measured one by one, and known from other lines
    for word in filter(None, text.split(" ")):
        own = _hundredths(word)
        longer = taken + _WIDTHS[" "] + own if line else own
        if _pixels(longer, size, weight) <= room:
            line, taken = f"{line} {word}" if line else word, longer
            continue
        if line:
            lines.append(line)
        line = word
        most = int(room / size * 100 / min(_GROUPS)) + 1  # letters, were all of them the narrowest
        while len(line) > 1 and width(line[: most + 1], size, weight) > room:
            cut = next(
                n
                for n in range(min(len(line) - 1, most), 0, -1)
                if n == 1 or width(line[:n], size, weight) <= room
            )
            lines.append(line[:cut])
            line = line[cut:]
        taken = _hundredths(line)
    return [*lines, line] if line else lines
