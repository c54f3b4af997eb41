"""Small drawings between words."""

from __future__ import annotations

import base64
from xml.etree import ElementTree

import pytest

from lib.charts import marks
from lib.charts.theme import LIGHT, Palette

KINDS = [
    *("exact", "at_least", "up_to", "range", "about", "not_stated", "target", "result"),
    *("announced", "reported", "not_published", "disagreement", "group"),
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_swatch_is_well_formed(kind: str, palette: Palette) -> None:
    drawn = marks.swatch(kind, palette, palette.edition("1"), title='a "b" <c>')
    root = ElementTree.fromstring(drawn)
    assert root.attrib["aria-label"] == 'a "b" <c>'
    grey = marks.swatch(kind, palette, title='a "b" <c>')
    assert (drawn == grey) == (kind == "disagreement")


def test_an_unknown_swatch_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"'wiggle'.*at_least"):
        marks.swatch("wiggle", LIGHT)


def test_a_drawing_without_words_is_hidden_from_readers() -> None:
    assert 'aria-hidden="true"' in marks.swatch("exact", LIGHT)


def test_coverage_has_a_dot_each(palette: Palette) -> None:
    drawn = marks.coverage_dots(9, 11, palette, "9 of 11")
    assert drawn.count("<circle") == 11
    assert drawn.count('fill="none"') == 2
    assert ElementTree.fromstring(drawn).attrib["role"] == "img"


def test_many_dots_go_on_in_rows() -> None:
    wide = float(ElementTree.fromstring(marks.coverage_dots(3, 90, LIGHT)).attrib["width"])
    assert wide <= 300
    assert marks.coverage_dots(0, 0, LIGHT).count("<circle") == 0


def test_money_is_full_as_far_as_it_is_published(palette: Palette) -> None:
    drawn = ElementTree.fromstring(marks.money_bar(1.3e6, 7e6, palette, width=140))
    full = [part for part in drawn if part.attrib.get("fill") == palette.text]
    assert [float(part.attrib["width"]) for part in full] == [26]


def test_a_waffle_wraps_after_six(palette: Palette) -> None:
    drawn = ElementTree.fromstring(marks.waffle(1, 12, palette))
    assert len({cell.attrib["y"] for cell in drawn}) == 2
    assert len({cell.attrib["x"] for cell in drawn}) == 6


@pytest.mark.parametrize(
    "draw",
    [
        lambda: marks.coverage_dots(3, 2, LIGHT),
        lambda: marks.money_bar(8, 7, LIGHT),
        lambda: marks.money_bar(0, 0, LIGHT),
        lambda: marks.money_bar(0, float("inf"), LIGHT),
        lambda: marks.waffle(2, 1, LIGHT),
        lambda: marks.waffle(0, 0, LIGHT),
    ],
)
def test_more_than_there_is_cannot_be_drawn(draw: object) -> None:
    with pytest.raises(ValueError, match="cannot"):
        draw()  # type: ignore[operator]


def test_an_image_address_holds_the_drawing() -> None:
    drawn = marks.swatch("up_to", LIGHT)
    kind, _comma, code = marks.data_uri(drawn).partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(code).decode() == drawn


@pytest.mark.parametrize(
    ("named", "total", "expected"),
    [(0, 1, True), (2, marks.MOST_CELLS, True), (0, 0, False), (2, 1, False), (1, 1e15, False)],
)
def test_what_cannot_be_counted_has_no_cells(named: int, total: float, expected: bool) -> None:
    assert marks.has_cells(named, total) == expected
