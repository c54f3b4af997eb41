"""Sentences of a slide: each with air around it, its sign beside it; documents in two columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu

from lib.charts.theme import LIGHT
from lib.exports.exhibits import Line
from lib.exports.slide_text import (
    BOTTOM,
    GAP,
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


def add(slide: Any, said: Sequence[Line], top: int, language: Any) -> None:
    """Sentences below each other, as large as there is room for."""
    indent = CHIP + GAP if any(line.sign for line in said) else 0
    wide = ROOM_WIDE - indent
    for size in SIZES:
        air = size * POINT
        written = [_written(line, size) for line in said]
        if sum(tall(one, wide) + air for one in written) <= BOTTOM - top:
            break
    at = top + air // 3
    for line, own in zip(said, written, strict=True):
        high = tall(own, wide)
        if line.sign:
            _chip(slide, line.sign, at, tall(own[:1], ROOM_WIDE * 9), language)
        box = slide.shapes.add_textbox(*map(Emu, (LEFT + indent, at, wide, high)))
        write(box.text_frame, own, language)
        described(box, " ".join(filter(None, (line.text, line.note))))
        at += high + air


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


def _written(line: Line, size: float) -> list[Said]:
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
