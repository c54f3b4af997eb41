"""Drawings that follow the ground: each colour is one of the page's, light and dark."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from lib.charts.theme import DARK, LIGHT
from lib.exports.plain import Draw
from lib.model.identity import OURS, Look

# Colours that the style sheet itself uses, by name; on paper it makes the ground white.
_OWN: Final = (
    *("ground", "panel", "border", "text", "muted", "link"),
    *("differ", "chip", "chip_text"),
)
_COLOUR: Final = re.compile(r'(?<=")#[0-9A-Fa-f]{6}(?=")')  # an attribute: text has no plain quotes
_NOT_NEEDED: Final = re.compile(r' (?:style|data-pick)="[^"]*"')  # the policy stops styles
_NAMED: Final = re.compile(r'(?<= id=")[\w-]+(?=")|(?<="url\(#)[\w-]+(?=\)")')
_SIZE: Final = re.compile(r'^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"(?: viewBox="[^"]*")?')


class Colours:
    """The colours of a page and of all its drawings, each with its two values."""

    def __init__(self, look: Look = OURS) -> None:
        """``look`` has the colour of the page's own lines, if the portfolio brings one."""
        self._accents = (look.accent or LIGHT.link, look.accent_dark or DARK.link)
        self._names = {
            (getattr(LIGHT, name), getattr(DARK, name)): f"--{name.replace('_', '-')}"
            for name in _OWN
        }
        self._count = 0

    def __call__(self, draw: Draw) -> Markup:
        """An SVG for both grounds that grows and shrinks with its place.

        Drawn for each ground, it must differ in nothing but its colours, else ``ValueError``. What
        is named in it gets a name of its own, so that many drawings can stand on one page; "" for
        nothing drawn.
        """
        self._count += 1
        light, dark = (_named(draw(palette), f"d{self._count}-") for palette in (LIGHT, DARK))
        texts = _COLOUR.split(light)
        if texts != _COLOUR.split(dark):
            raise ValueError(f"more than colours differ between light and dark: {light[:200]}")
        pairs = zip(_COLOUR.findall(light), _COLOUR.findall(dark), strict=True)
        values = (f"var({self._name(pair)})" for pair in pairs)
        joined = texts[0] + "".join(map("".join, zip(values, texts[1:], strict=True)))
        return Markup(_SIZE.sub(r'<svg width="\1" height="\2" viewBox="0 0 \1 \2"', joined))

    def rules(self, *, is_dark: bool) -> str:
        """The values of all colours on one ground, as CSS."""
        own = "".join(f"{name}:{pair[is_dark]};" for pair, name in self._names.items())
        return f"{own}--accent:{self._accents[is_dark]};"

    def _name(self, pair: tuple[str, str]) -> str:
        return self._names.setdefault(pair, f"--c{len(self._names)}")


def _named(svg: str, prefix: str) -> str:
    """A drawing without what only the dashboard needs; what is named in it is numbered."""
    names: dict[str, str] = {}
    return _NAMED.sub(
        lambda found: names.setdefault(found[0], f"{prefix}{len(names)}"), _NOT_NEEDED.sub("", svg)
    )
