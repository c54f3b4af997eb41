"""Accent: the one colour that a portfolio brings along, on both grounds."""

from __future__ import annotations

import colorsys
from typing import Final

READABLE: Final = 4.5  # the contrast that WCAG 2.2 asks of text (success criterion 1.4.3)
# What lies under texts in light and in dark: the page, and a panel on it.
LIGHT_GROUNDS: Final = ("#FCFBF7", "#F3F0E8")
DARK_GROUNDS: Final = ("#11181D", "#1B252C")
_STEPS: Final = 100  # of lightness, from black to white


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ``#RRGGBB``, 1 to 21, as WCAG 2.2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def on_light(colour: str) -> float:
    """How well a colour can be read on the light grounds: its least contrast."""
    return min(contrast(colour, ground) for ground in LIGHT_GROUNDS)


def for_dark(colour: str) -> str:
    """The colour for the dark grounds: of the same hue, no lighter than it takes to be read."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(one / 255 for one in channels(colour)))
    first = round(lightness * _STEPS)
    lighter = (
        _written(colorsys.hls_to_rgb(hue, step / _STEPS, saturation))
        for step in range(first, _STEPS + 1)
    )
    return next(
        one
        for one in (colour, *lighter)
        if min(contrast(one, ground) for ground in DARK_GROUNDS) >= READABLE
    )


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green, blue of ``#RRGGBB``, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    shares = [one / 255 for one in channels(colour)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _written(rgb: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(255 * one):02X}" for one in rgb)
