"""Nothing on a slide runs over anything else, nor over its edge: measured with the typefaces."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest
from PIL import ImageFont
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

import lib.exports
from lib.charts.text import wrap
from lib.exports.contents import pack_of
from lib.exports.exhibits import Cards
from lib.exports.slide_table import SIDE, Grid
from lib.exports.slides import slides
from lib.model.languages import LANGUAGES
from lib.model.selection import Selection
from tests.exports.conftest import made, tables
from tests.exports.test_slides import deck

FONTS = Path(lib.exports.__file__).parent / "fonts"
POINT = 12_700
SLACK = 3 * POINT  # of a line, by which two ways to measure may differ


class Box(NamedTuple):
    left: int
    top: int
    right: int
    base: int
    says: str

    def meets(self, other: Box) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.base, other.base) - max(self.top, other.top)
        return across > SLACK and down > SLACK


@cache
def typeface(name: str, is_bold: bool) -> Any:
    own = "IBMPlexSans_600SemiBold.ttf" if is_bold else "IBMPlexSans_400Regular.ttf"
    return ImageFont.truetype(
        FONTS / ("SourceSerif4-Semibold.otf" if name == "Source Serif 4" else own), 100
    )


@cache
def length(word: str, name: str, is_bold: bool) -> float:
    """Of a word, in sizes of its letters."""
    return float(typeface(name, is_bold).getlength(word)) / 100


def text_height(frame: Any, wide: int) -> int:
    """EMU of the paragraphs of a frame, broken at spaces."""
    found = 0.0
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            own, size = (run.font.name, bool(run.font.bold)), run.font.size
            space, rows, at = length(" ", *own), 1, 0.0
            for word in run.text.split(" "):
                more = length(word, *own)
                if at and (at + space + more) * size > wide:
                    rows, at = rows + 1, more
                else:
                    at += more + (space if at else 0)
            found += rows * sum(typeface(*own).getmetrics()) / 100 * size
        found += paragraph.space_after or 0
    return round(found)


def box_of(shape: Any) -> Box:
    """Where a shape is, as tall as its text if that is taller."""
    tall = shape.height
    if shape.has_text_frame and shape.text_frame.text:
        tall = max(tall, text_height(shape.text_frame, shape.width))
    right, base = shape.left + shape.width, shape.top + tall
    return Box(shape.left, shape.top, right, base, shape.name)


def feet(slide: Any) -> Iterator[Any]:
    for shape in slide.shapes:
        if shape.is_placeholder and shape.placeholder_format.idx in (11, 12):
            yield shape


DECKS = [(name, "en") for name in ("page only", "example")] + [("project", "de")]


@pytest.mark.parametrize(("name", "language"), [*(("all", one) for one in LANGUAGES), *DECKS])
def test_nothing_overlaps_and_nothing_leaves_the_slide(name: str, language: str) -> None:
    shown = deck(name, language)
    for number, slide in enumerate(shown.slides, start=1):
        boxes = [box_of(shape) for shape in slide.shapes]
        for box in boxes:
            assert min(box.left, box.top) >= 0, (number, box)
            assert box.right <= shown.slide_width, (number, box)
            assert box.base <= shown.slide_height, (number, box)
        for one, other in combinations(boxes, 2):
            assert not one.meets(other), (number, one, other)
        assert number == 1 or len(list(feet(slide))) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_cards_and_cells_have_room(language: str) -> None:
    cells = cards = 0
    finding = made("all", language).sections[0].finding
    for number, slide in enumerate(deck("all", language).slides, start=1):
        for shape in slide.shapes:
            if shape.has_table:
                wides = [column.width for column in shape.table.columns]
                for row in shape.table.rows:
                    for cell, wide in zip(row.cells, wides, strict=True):
                        room = wide - cell.margin_left - cell.margin_right
                        high = text_height(cell.text_frame, room)
                        assert high + cell.margin_top + cell.margin_bottom <= row.height + SLACK, (
                            number, cell.text,
                        )  # fmt: skip
                        cells += 1
            elif shape.shape_type == MSO_SHAPE_TYPE.GROUP and slide.shapes.title.text == finding:
                texts = [box_of(own) for own in shape.shapes if own.has_text_frame and own.text]
                for box in texts:
                    assert box.base <= shape.top + shape.height, (number, box)
                    assert box.right <= shape.left + shape.width, (number, box)
                for one, other in combinations(texts, 2):
                    assert not one.meets(other), (number, one, other)
                cards += 1
    assert cells > 500
    assert cards == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_key_figures_of_a_slide_have_one_size_of_at_least_24_points(language: str) -> None:
    pack = pack_of(tables(), Selection(edition=("2",), language=language))
    (cards,) = (one for one in pack.exhibits() if isinstance(one, Cards))
    values = {one.words.value for one in cards.figures}
    slide = Presentation(io.BytesIO(slides(pack))).slides[1]
    sizes = [
        run.font.size.pt
        for group in slide.shapes
        if group.shape_type == MSO_SHAPE_TYPE.GROUP
        for own in group.shapes
        if own.has_text_frame
        for paragraph in own.text_frame.paragraphs
        for run in paragraph.runs
        if run.text in values and run.font.name == "Source Serif 4"
    ]
    assert len(sizes) == len(cards.figures)
    assert len(set(sizes)) == 1
    assert sizes[0] >= 24


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letters_are_smaller_than_twelve_points(language: str) -> None:
    sizes = set()
    for slide in deck("all", language).slides:
        parts = [slide.part, *(shape.chart.part for shape in slide.shapes if shape.has_chart)]
        for part in parts:
            sizes |= {int(size) for size in re.findall(rb'\bsz="([0-9]+)"', part.blob)}
    assert min(sizes) == 1200


def test_a_few_numbers_of_documents_stay_in_one_line() -> None:
    rows = [
        ("UNICEF Vietnam: at least 800,000 people ≠ a wording without any number", "2, 3"),
        ("Edition 2, Rastimo zajedno: 2021–2023 ≠ Sept 2021–Dec 2024 and 2021–2024", "1, 2, 5"),
    ]
    kind = "Differing numbers · key figure: People to be reached"
    cells = [(text, kind, own) for text, own in rows]
    one = Grid(pd.DataFrame(cells, columns=["What differs", "Kind", "No."]), 5_000_000)
    assert wrap("1, 2, 5", (one.wide[2] - 2 * SIDE) / POINT, one.size) == ["1, 2, 5"]
