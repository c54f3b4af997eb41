"""The key figures of a slide: a cell each, value large, with a mark that says how sure it is."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple

from pptx.enum.dml import MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu

from lib.charts.theme import LIGHT, mix
from lib.exports.exhibits import KeyFigure
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
    plain_shape,
    rgb,
    tall,
    write,
)  # fmt: skip
from lib.wording.card import Card
from lib.wording.words import Words

NARROW, MOST = 4, 6  # columns of more cells than so many
COLUMNS: Final = 3
PAD: Final = 14 * POINT
MARK: Final = (26 * POINT, 9 * POINT)  # width and height of the mark
_INDENT: Final = MARK[0] + 7 * POINT  # of what stands after the mark
_AIR: Final = 4 * POINT
_VALUES: Final = (36, 30, 26, 24)  # points, the same in all cells of a slide
_AROUND: Final = PAD + PAD // 2  # above and below the words of a cell


def add(
    slide: Any,
    figures: Sequence[KeyFigure],
    top: int,
    words: Words,
    cited: Callable[[Iterable[str]], str],
    language: Any,
) -> None:
    """Put the cells on a slide; ``cited`` writes documents.

    Rows are as tall as their words ask for, and share what is left of the room.
    """
    columns = COLUMNS if len(figures) <= MOST else NARROW
    count = max(1, -(-len(figures) // columns))
    wide = (ROOM_WIDE - (columns - 1) * GAP) // columns
    room = BOTTOM - top - (count - 1) * GAP
    sure = [
        "  ".join(filter(None, (words.qualifier(one.words.how_sure), cited(one.source_ids))))
        for one in figures
    ]
    own = [one.words for one in figures]
    rows = _fitting(list(zip(own, sure, strict=True)), columns, wide - 2 * PAD, room)
    asked = [_row_height(row, wide - 2 * PAD) for row in rows]
    left = max(0, room - sum(asked)) // count
    for row, (forms, tall_enough) in enumerate(zip(rows, asked, strict=True)):
        some = figures[row * columns : (row + 1) * columns]
        for column, (one, form) in enumerate(zip(some, forms, strict=True)):
            box = (LEFT + column * (wide + GAP), top, wide, tall_enough + left)
            _card(slide, one, box, form, language)
        top += tall_enough + left + GAP


def _card(slide: Any, one: KeyFigure, box: Box, form: _Form, language: Any) -> None:
    left, top, wide, _high = box
    group = slide.shapes.add_group_shape()
    plain_shape(group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Emu, box)), LIGHT.panel)
    rule = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Emu, (left, top, wide, 25_400)))
    plain_shape(rule, LIGHT.text)
    own, room = one.words, wide - 2 * PAD
    left, at = left + PAD, top + PAD
    at += _text(group, form.above, (left, at, room), language)
    _mark(group, own.how_sure, (left, at + 6 * POINT, *MARK))
    at += _text(group, [form.sure], (left + _INDENT, at, room - _INDENT), language)
    if form.below:
        _text(group, form.below, (left, at + _AIR, room), language)
    said = (own.noun, own.value, form.sure.text, own.coverage, own.reason, own.differs)
    described(group, ". ".join(filter(None, said)))


class _Form(NamedTuple):
    """The words of a cell: its name and value, how sure it is, what else there is to say."""

    above: Sequence[Said]
    sure: Said
    below: Sequence[Said]

    def tall(self, room: int) -> int:
        sure = tall([self.sure], room - _INDENT)
        return tall(self.above, room) + sure + _AIR + tall(self.below, room)


def _fitting(
    told: Sequence[tuple[Card, str]], columns: int, room: int, high: int
) -> list[list[_Form]]:
    """The cells row by row in the largest form that a slide holds; the smallest if it holds none.

    All have one form, so that no figure seems to weigh more than another one. What is true of how
    many gives way first: without the reason a value would say too much.
    """
    values = [
        size for size in _VALUES if all(_is_one_line(own.value, size, room) for own, _sure in told)
    ]
    tried = itertools.product((True, False), (14, 12), values or _VALUES[-1:])
    rows: list[list[_Form]] = []
    for is_whole, size, value in tried:
        forms = [
            _form(own, sure, value, size, own.coverage if is_whole else "") for own, sure in told
        ]
        rows = [forms[start : start + columns] for start in range(0, len(forms), columns)]
        if sum(_row_height(row, room) for row in rows) <= high:
            break
    return rows


def _is_one_line(value: str, size: int, room: int) -> bool:
    return tall([_value(value, size)], room) < 3 * size * POINT // 2


def _row_height(row: Sequence[_Form], room: int) -> int:
    return max(form.tall(room) for form in row) + _AROUND


def _form(own: Card, sure: str, value: int, size: int, coverage: str) -> _Form:
    below = [
        Said(coverage, size),
        Said(own.differs, size, LIGHT.differ),
        Said(own.reason, 12, LIGHT.muted),
    ]
    return _Form(
        [Said(own.noun, size, LIGHT.muted, is_bold=True), _value(own.value, value)],
        Said(sure, size),
        [one for one in below if one.text],
    )


def _value(text: str, size: float) -> Said:
    return Said(text, size, font=HEADING)


def _text(group: Any, said: Sequence[Said], place: tuple[int, int, int], language: Any) -> int:
    """Write, and say how tall it became."""
    left, top, wide = place
    high = tall(said, wide)
    shape = group.shapes.add_textbox(*map(Emu, (left, top, wide, high)))
    write(shape.text_frame, said, language)
    return high


def _mark(group: Any, how_sure: str, box: Box) -> None:
    """Solid is certain, an arrow at least, hatched possible, pale about, dotted not stated."""
    form = MSO_SHAPE.PENTAGON if how_sure == "at_least" else MSO_SHAPE.RECTANGLE
    shape = group.shapes.add_shape(form, *map(Emu, box))
    plain_shape(shape, LIGHT.text, LIGHT.text)
    if how_sure in ("range", "up_to"):
        shape.fill.patterned()
        shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        shape.fill.fore_color.rgb, shape.fill.back_color.rgb = rgb(LIGHT.text), rgb(LIGHT.panel)
    elif how_sure == "about":
        shape.fill.fore_color.rgb = rgb(mix(LIGHT.text, LIGHT.panel, 0.4))
    elif how_sure == "not_stated":
        shape.fill.background()
