"""The legend of a map on a slide: its marks as native shapes, with what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pptx.util import Emu

from lib.charts.map_legend import HEIGHT
from lib.charts.theme import LIGHT
from lib.exports.slide_map import Place, shapes
from lib.exports.slide_text import GAP, POINT, Box, Said, described, tall, write

SIZE: Final = 12  # points
MARK: Final = 26  # pixels that a mark is wide; a pixel is a point
NARROWEST: Final = 210 * POINT  # of an entry
_AIR: Final = 3 * POINT

Entries = Sequence[tuple[str, str]]


def height(entries: Entries, wide: int) -> int:
    """EMU that a legend takes in ``wide`` EMU."""
    return sum(_rows(entries, wide)) if entries else 0


def add(slide: Any, entries: Entries, box: Box, language: Any) -> None:
    """Put a legend into a box, entries in rows."""
    left, top, wide, _high = box
    columns, at = _columns(wide), top
    own = wide // columns
    for row, high in enumerate(_rows(entries, wide)):
        for place, (svg, meaning) in enumerate(entries[row * columns : (row + 1) * columns]):
            x = left + place * own
            _mark(slide, svg, x, at, meaning)
            room = own - (MARK + 6) * POINT - GAP
            words = slide.shapes.add_textbox(
                *map(Emu, (x + (MARK + 6) * POINT, at, room, high - _AIR))
            )
            write(words.text_frame, [Said(meaning, SIZE, LIGHT.muted)], language)
            described(words, meaning)
        at += high


def _mark(slide: Any, svg: str, left: int, top: int, meaning: str) -> None:
    group = slide.shapes.add_group_shape()
    for shape in shapes(svg, Place(left, top, POINT, MARK, HEIGHT)):
        group._element.append(shape)
    xfrm = group._element.grpSpPr.get_or_add_xfrm()
    for off, ext in (("off", "ext"), ("chOff", "chExt")):
        getattr(xfrm, f"get_or_add_{off}")().x = Emu(left)
        getattr(xfrm, f"get_or_add_{off}")().y = Emu(top)
        getattr(xfrm, f"get_or_add_{ext}")().cx = Emu(MARK * POINT)
        getattr(xfrm, f"get_or_add_{ext}")().cy = Emu((HEIGHT - 4) * POINT)
    described(group, meaning)


def _columns(wide: int) -> int:
    return max(1, wide // NARROWEST)


def _rows(entries: Entries, wide: int) -> list[int]:
    """How tall each row is."""
    columns = _columns(wide)
    room = wide // columns - (MARK + 6) * POINT - GAP
    texts = [
        max(tall([Said(meaning, SIZE)], room), (HEIGHT - 4) * POINT) + _AIR
        for _svg, meaning in entries
    ]
    return [max(texts[start : start + columns]) for start in range(0, len(texts), columns)]
