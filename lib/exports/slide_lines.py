"""Sentences of a slide: each with air around it, its sign beside it; documents in two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu

from lib.charts.theme import LIGHT
from lib.exports.exhibits import Line
from lib.exports.slide_text import (
    BOTTOM,
    GAP,
    HEADING,
    LEFT,
    POINT,
    ROOM_WIDE,
    Said,
    described,
    plain_shape,
    tall,
    write,
)  # fmt: skip

SIZES: Final = (28, 24, 20, 18, 16, 14, 12)  # points
CHIP: Final = 34 * POINT
SOURCE: Final = 12  # points of a document
_COLUMN: Final = (ROOM_WIDE - 3 * GAP) // 2


class Block(NamedTuple):
    """Sentences below a heading of their own, "" below that of the slide alone."""

    heading: str
    lines: Sequence[Line]


def size_of(blocks: Sequence[Block], room: int) -> int:
    """The largest size in points at which sentences fit; 0 where none does."""
    for size in SIZES:
        if sum(_tall(one, size) for one in _rows(blocks)) <= room:
            return size
    return 0


def add(slide: Any, blocks: Sequence[Block], top: int, language: Any) -> None:
    """Sentences below each other, as large as there is room for."""
    size = size_of(blocks, BOTTOM - top) or SIZES[-1]
    at = top
    for line in _rows(blocks):
        indent, own = _indent(line), _written(line, size)
        wide = ROOM_WIDE - indent
        if isinstance(line, Line) and line.sign:
            _chip(slide, line.sign, at, tall(own[:1], ROOM_WIDE * 9), language)
        box = slide.shapes.add_textbox(*map(Emu, (LEFT + indent, at, wide, tall(own, wide))))
        write(box.text_frame, own, language)
        described(box, " ".join(one.text for one in own))
        at += _tall(line, size)


def _rows(blocks: Sequence[Block]) -> Iterator[Line | str]:
    for block in blocks:
        yield from filter(None, [block.heading])
        yield from block.lines


def _indent(line: Line | str) -> int:
    return CHIP + GAP if isinstance(line, Line) and line.sign else 0


def _tall(line: Line | str, size: float) -> int:
    """With the air below it."""
    own = tall(_written(line, size), ROOM_WIDE - _indent(line))
    return round(own + size * POINT * (0.8 if isinstance(line, Line) else 0.3))


def source_pages(said: Sequence[str], top: int) -> list[list[list[str]]]:
    """Documents by slide and column, as many as there is room for."""
    columns: list[list[str]] = [[]]
    left = BOTTOM - top
    for text in said:
        high = tall([_source(text)], _COLUMN)
        if high > left and columns[-1]:
            columns.append([])
            left = BOTTOM - top
        columns[-1].append(text)
        left -= high
    return [columns[start : start + 2] for start in range(0, len(columns), 2) if columns[start]]


def add_sources(slide: Any, columns: Sequence[Sequence[str]], top: int, language: Any) -> None:
    """One slide of documents."""
    for place, texts in enumerate(columns):
        said = [_source(text) for text in texts]
        left = LEFT + place * (_COLUMN + 3 * GAP)
        box = slide.shapes.add_textbox(*map(Emu, (left, top, _COLUMN, tall(said, _COLUMN))))
        write(box.text_frame, said, language)
        described(box, "\n".join(texts))


def _source(text: str) -> Said:
    return Said(text, SOURCE, after=5)


def _written(line: Line | str, size: float) -> list[Said]:
    if isinstance(line, str):
        return [Said(line, size + 4, font=HEADING)]
    note = [Said(line.note, max(12, size * 0.7), LIGHT.muted)] if line.note else []
    return [Said(line.text, size), *note]


def _chip(slide: Any, sign: str, top: int, high: int, language: Any) -> None:
    chip = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *map(Emu, (LEFT, top, CHIP, high)))
    is_differing = sign == "≠"
    plain_shape(chip, LIGHT.chip if is_differing else LIGHT.panel)
    colour = LIGHT.chip_text if is_differing else LIGHT.text
    write(chip.text_frame, [Said(sign, 20, colour, is_bold=True)], language)
    chip.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    chip.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    described(chip, sign)
