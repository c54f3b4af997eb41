"""Maps of a slide: one with words beside it, or two next to each other, above their legend."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from pptx.util import Emu

from lib.charts.theme import LIGHT
from lib.exports import slide_legend, slide_map
from lib.exports.exhibits import Map
from lib.exports.slide_map import Place
from lib.exports.slide_text import (
    BOTTOM,
    GAP,
    HEADING,
    LEFT,
    POINT,
    ROOM_WIDE,
    Box,
    Said,
    described,
    tall,
    write,
)  # fmt: skip
from lib.exports.windows import Window

SIDE: Final = 2_900_000  # EMU of the words beside a map
WIDE: Final = 2.2  # width by height of a map that has no words beside it


class Pane(NamedTuple):
    """A part of the world with the words about it, and what it shows for the blind."""

    exhibit: Map
    window: Window
    said: Sequence[Said]
    alt: str


def is_wide(window: Window) -> bool:
    """Whether a map needs all of a slide's width."""
    return window.width > WIDE * window.height


def is_region(window: Window) -> bool:
    """Whether a map is small enough for two on a slide."""
    return window.name.startswith("region.")


def named(window: Window) -> list[Said]:
    """The name of a part of the world with how many of its places are named."""
    said = [Said(window.title, 20, font=HEADING, after=4), Said(window.label, 14, after=10)]
    return [one for one in said if one.text]


def add(slide: Any, panes: Sequence[Pane], top: int, language: Any) -> None:
    """Put one map or two on a slide, with a legend below them."""
    entries = panes[0].exhibit.legend(LIGHT)
    if not any(_has_arcs(one) for one in panes):
        entries = [one for one in entries if "Q" not in one[0]]
    under = slide_legend.height(entries, ROOM_WIDE)
    high = BOTTOM - top - under - GAP
    if len(panes) > 1:
        own = (ROOM_WIDE - (len(panes) - 1) * 2 * GAP) // len(panes)
        above = max(tall(one.said, own) for one in panes)
        for place, one in enumerate(panes):
            left = LEFT + place * (own + 2 * GAP)
            _text(slide, one.said, (left, top, own, tall(one.said, own)), language)
            _map(slide, one, (left, top + above, own, high - above))
    else:
        (one,) = panes
        aside = SIDE + 2 * GAP if one.said else 0
        if one.said:
            _text(slide, one.said, (LEFT, top, SIDE, tall(one.said, SIDE)), language)
        _map(slide, one, (LEFT + aside, top, ROOM_WIDE - aside, high))
    slide_legend.add(slide, entries, (LEFT, BOTTOM - under, ROOM_WIDE, under), language)


def _has_arcs(pane: Pane) -> bool:
    return not pane.exhibit.ground.arcs.empty


def _scaled(window: Window, box: Box) -> Window:
    """The same part of the world, so large that a pixel is a point: words keep their size."""
    scale = min(box[2] / window.width, box[3] / window.height) / POINT
    wide, high = math.floor(window.width * scale), math.floor(window.height * scale)
    view = replace(
        window.view, zoom=window.view.zoom + math.log2(scale), width=float(wide), height=float(high)
    )
    return window._replace(view=view, width=wide, height=high, narrow=None)


def _map(slide: Any, pane: Pane, box: Box) -> None:
    """A map as a group of native shapes in the middle of a box."""
    left, top, room, _tall = box
    window = _scaled(pane.window, box)
    wide, high = window.width * POINT, window.height * POINT
    x, y = left + room // 2, top + high // 2
    svg = pane.exhibit.still(window, LIGHT).svg
    group = slide.shapes.add_group_shape()
    for shape in slide_map.shapes(svg, Place(x, y, POINT, window.width / 2, window.height / 2)):
        group._element.append(shape)
    xfrm = group._element.grpSpPr.get_or_add_xfrm()
    for off, ext in (("off", "ext"), ("chOff", "chExt")):
        getattr(xfrm, f"get_or_add_{off}")().x = Emu(x - wide // 2)
        getattr(xfrm, f"get_or_add_{off}")().y = Emu(top)
        getattr(xfrm, f"get_or_add_{ext}")().cx = Emu(wide)
        getattr(xfrm, f"get_or_add_{ext}")().cy = Emu(high)
    described(group, pane.alt)


def _text(slide: Any, said: Sequence[Said], box: Box, language: Any) -> None:
    shape = slide.shapes.add_textbox(*map(Emu, box))
    write(shape.text_frame, said, language)
    described(shape, " ".join(one.text for one in said))
