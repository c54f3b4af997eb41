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
HEADED: Final = 4  # points that a heading has more
SMALL: Final = 14  # points of sentences below something else
CHIP: Final = 34 * POINT
STATEMENT, ABOVE = 0.3, 0.25  # share of the room that is little; of what is left, above it
BAR: Final = 50_800  # beside a statement
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


def beside(title: float, blocks: Sequence[Block]) -> int:
    """The largest size in points at which neither sentences nor their headings outshine a title."""
    more = HEADED if any(one.heading for one in blocks) else 0
    return next((size for size in SIZES if size + more <= title), SIZES[-1])


def add(
    slide: Any, blocks: Sequence[Block], top: int, language: Any, accent: str, most: int, *,
    is_below: bool = False,
) -> None:  # fmt: skip
    """Sentences below each other, as large as there is room for; few stand out as a statement,
    behind a bar in the accent.

    Of ``most`` points, so that they do not outshine what they stand below: the title, or with
    ``is_below`` something else.
    """
    size = min(most, size_of(blocks, BOTTOM - top) or SIZES[-1])
    at, aside, rows = top, 0, list(_rows(blocks))
    high = sum(_tall(line, size) for line in rows)
    if high < STATEMENT * (BOTTOM - top) and not is_below:
        at += round((BOTTOM - top - high) * ABOVE)
        aside = BAR + GAP
        bar = (LEFT, at, BAR, high - _air(rows[-1], size))
        rule = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Emu, bar))
        plain_shape(rule, accent)
        described(rule, " ")
    for line in rows:
        indent, own = aside + _indent(line), _written(line, size)
        wide = ROOM_WIDE - indent
        if isinstance(line, Line) and line.sign:
            _chip(slide, line.sign, (LEFT + aside, at), tall(own[:1], ROOM_WIDE * 9), language)
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
    return tall(_written(line, size), ROOM_WIDE - BAR - GAP - _indent(line)) + _air(line, size)


def _air(line: Line | str, size: float) -> int:
    return round(size * POINT * (0.8 if isinstance(line, Line) else 0.3))


def source_pages(said: Sequence[str], room: int) -> list[list[list[str]]]:
    """Documents by slide and column, on as few slides as hold them, about equally full."""
    found = _columns(said, room)
    for less in range(room, room // 4, -20 * POINT):
        even = _columns(said, less)
        if len(even) > len(found):
            break
        found = even
    return found


def _columns(said: Sequence[str], room: int) -> list[list[list[str]]]:
    columns: list[list[str]] = [[]]
    left = room
    for text in said:
        high = tall([_source(text)], _COLUMN)
        if high > left and columns[-1]:
            columns.append([])
            left = room
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
        return [Said(line, size + HEADED, font=HEADING)]
    note = [Said(line.note, max(12, size * 0.7), LIGHT.muted)] if line.note else []
    return [Said(line.text, size), *note]


def _chip(slide: Any, sign: str, at: tuple[int, int], high: int, language: Any) -> None:
    chip = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *map(Emu, (*at, CHIP, high)))
    is_differing = sign == "≠"
    plain_shape(chip, LIGHT.chip if is_differing else LIGHT.panel)
    colour = LIGHT.chip_text if is_differing else LIGHT.text
    write(chip.text_frame, [Said(sign, 20, colour, is_bold=True)], language)
    chip.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    chip.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    described(chip, sign)
