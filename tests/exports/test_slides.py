"""The slides of a pack, read back: findings, native charts, tables and maps, notes."""

from __future__ import annotations

import io
import math
from functools import cache
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE

from lib.exports.exhibits import Cards, Chart, Listing, Map, told
from lib.exports.plain import REGISTER
from lib.exports.slide_bars import panels
from lib.exports.slides import FEW, slides
from tests.exports.conftest import made

KINDS = [("all", "it"), ("page only", "en"), ("project", "de"), ("nothing", "en")]


@cache
def deck(name: str, language: str) -> Any:
    return Presentation(io.BytesIO(slides(made(name, language))))


def titled(name: str, language: str, title: str) -> list[Any]:
    """The slides with a title."""
    return [one for one in deck(name, language).slides if one.shapes.title.text == title]


def charts(found: list[Any]) -> list[Any]:
    return [shape.chart for one in found for shape in one.shapes if shape.has_chart]


def cells(found: list[Any]) -> list[list[str]]:
    return [
        [cell.text for cell in row.cells]
        for one in found
        for shape in one.shapes
        if shape.has_table
        for row in shape.table.rows
    ]


def groups(found: list[Any]) -> list[Any]:
    return [
        shape for one in found for shape in one.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP
    ]


@pytest.mark.parametrize(("name", "language"), KINDS)
def test_every_chart_has_the_numbers_of_its_figure(name: str, language: str) -> None:
    for one in made(name, language).exhibits():
        if not isinstance(one, Chart) or one.reading.empty or "low" not in one.frame:
            continue
        found = charts(titled(name, language, one.title))
        series = [
            [[number or 0 for number in own.values] for own in chart.plots[0].series]
            for chart in found
        ]
        lows = [low + about for own in series for low, about in zip(own[1], own[2], strict=True)]
        possible = [more for own in series for more in own[3]]
        frame = one.frame
        assert sorted(lows) == sorted(frame["low"].fillna(0)), one.name
        spread = (frame["high"] - frame["low"]).fillna(0)
        assert sorted(possible) == sorted(spread.where(spread < math.inf, 0))
        said = {label for chart in found for label in _labels(chart)}
        assert said == {bar.words for _, bars in panels(one) for bar in bars}


def _labels(chart: Any) -> list[str]:
    words = chart.plots[0].series[4]
    count = len(list(chart.plots[0].categories))
    return [words.points[place].data_label.text_frame.text for place in range(count)]


def test_what_is_possible_is_hatched() -> None:
    (one,) = [one for one in made("all", "it").exhibits() if one.name == "places.announced"]
    (chart,) = charts(titled("all", "it", one.title))
    before, stated, about, possible, _words = chart.plots[0].series
    (place,) = [place for place, long in enumerate(possible.values) if long]
    assert possible.points[place].format.fill.type == MSO_FILL.PATTERNED
    assert possible.format.fill.type == MSO_FILL.PATTERNED
    assert stated.points[0].format.fill.type == about.format.fill.type == MSO_FILL.SOLID
    assert before.format.fill.type == MSO_FILL.BACKGROUND


@pytest.mark.parametrize(("name", "language"), KINDS)
def test_findings_are_titles_and_the_key_figures_cells(name: str, language: str) -> None:
    pack = made(name, language)
    for section in pack.sections:
        for one in section.exhibits:
            if isinstance(one, Cards):
                found = groups(titled(name, language, section.finding))
                for card, group in zip(one.figures, found, strict=True):
                    texts = "\n".join(own.text for own in group.shapes if own.has_text_frame)
                    own = card.words
                    sure = pack.words.qualifier(own.how_sure)
                    for said in (own.noun, own.value, own.coverage, sure, own.differs):
                        assert said in texts
                    assert own.reason in group._element.xpath(".//p:cNvPr")[0].get("descr")
            elif isinstance(one, Listing) and one.kind:
                found = {row[0] for row in cells(titled(name, language, section.finding))}
                assert one.title in found


@pytest.mark.parametrize(("name", "language"), KINDS)
def test_every_object_has_a_text_and_every_slide_a_title(name: str, language: str) -> None:
    shown = deck(name, language)
    assert (shown.slide_width, shown.slide_height) == (12_192_000, 6_858_000)
    for slide in shown.slides:
        assert slide.shapes.title.text
        for shape in slide.shapes:
            if not shape.is_placeholder and not (
                shape.has_text_frame and not shape.text_frame.text
            ):
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr"), shape.name
            assert shape.left >= 0
            assert shape.left + shape.width <= shown.slide_width


def test_notes_say_how_to_read_and_where_from() -> None:
    pack = made("all", "it")
    for one in pack.exhibits():
        if isinstance(one, Chart | Map) and not one.reading.empty:
            notes = [
                slide.notes_slide.notes_text_frame.text for slide in titled("all", "it", one.title)
            ]
            assert notes
            for said in notes:
                assert one.reading.how_to_read in said
                for number in pack.numbers(one.source_ids):
                    assert f"[{number}]" in said


def test_maps_are_native_shapes_with_the_countries_by_name() -> None:
    pack = made("all", "it")
    (one,) = [one for one in pack.exhibits() if one.name == "places.sites"]
    assert isinstance(one, Map)
    found = groups(titled("all", "it", one.title))
    assert len(found) == len(one.windows)
    names = {shape.name for shape in found[0].shapes}
    assert {"Serbia", "Argentina", "India"} <= names
    ids = [shape.shape_id for shape in found[0].shapes]
    assert len(set(ids)) == len(ids)


def test_documents_are_listed_by_number() -> None:
    pack = made("project", "de")
    said = "\n".join(
        shape.text_frame.text
        for slide in deck("project", "de").slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    for one in pack.citations:
        assert f"{one.number}  {one.publisher}: {one.title}" in said


@pytest.mark.parametrize("language", ["en", "de"])
def test_tables_are_whole_and_the_register_is_not_said_twice(language: str) -> None:
    pack = made("all", language)
    for one in pack.exhibits():
        if not isinstance(one, Listing) or one.is_reference or one.kind or one.frame.empty:
            continue
        found = titled("all", language, one.title)
        if one.name == REGISTER:
            assert not found
            continue
        texts = one.texts()
        rows = [row for row in cells(found) if row != list(map(str, texts.columns))]
        assert rows == [list(map(str, row)) for row in texts.itertuples(index=False)], one.name


def test_short_tables_share_slides_under_their_headings() -> None:
    pack, shown = made("page only", "en"), list(deck("page only", "en").slides)
    shared = 0
    for section in pack.sections:
        if not section.name.startswith("project."):
            continue
        own = [one for one in shown if section.finding in headings(one)]
        for one in section.exhibits:
            if isinstance(one, Listing) and not one.kind and len(one.frame):
                found = [slide for slide in own if one.title in headings(slide)]
                texts = one.texts()
                kept = texts[[name for name in texts if any(texts[name])]]
                rows = [list(kept), *map(list, kept.itertuples(index=False))]
                assert [row for row in cells(found) if row in rows] == rows, one.name
                shared += sum(len(cells([slide])) > len(rows) for slide in found)
    assert shared > 4


def headings(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_few_bars_have_their_numbers_below_them() -> None:
    (one,) = [one for one in made("all", "en").exhibits() if one.name == "funding.by_funder_type"]
    assert isinstance(one, Chart)
    texts = one.texts()
    assert len(texts) <= FEW
    shown = cells(titled("all", "en", one.title))
    assert shown == [list(texts), *map(list, texts.itertuples(index=False))]


@pytest.mark.parametrize("name", ["all", "country"])
def test_people_stand_on_a_logarithmic_axis_that_holds_them_all(name: str) -> None:
    (one,) = [one for one in made(name, "en").exhibits() if one.name == "targets.people"]
    assert isinstance(one, Chart)
    found = charts(titled(name, "en", one.title))
    assert bool(found) != bool(one.reading.empty)
    for chart in found:
        axis = chart.value_axis
        assert [base.get("val") for base in axis._element.xpath("./c:scaling/c:logBase")] == ["10"]
        known = [
            number
            for row in one.frame.itertuples()
            for number in (row.low, row.high)
            if 0 < number < math.inf
        ]
        assert 0 < axis.minimum_scale < min(known)
        assert axis.maximum_scale > max(known)


def test_results_stand_beside_the_targets_that_they_can_be_set_against() -> None:
    pack = made("all", "en")
    (one,) = [one for one in pack.exhibits() if one.name == "targets.places"]
    assert isinstance(one, Chart)
    (chart,) = charts(titled("all", "en", one.title))
    said = dict(zip(chart.plots[0].categories, _labels(chart), strict=True))
    for row in one.frame.itertuples():
        result = f"result: {row.result_low:,.0f} {row.result_unit}"
        assert (result in said[row.project]) == row.is_comparable, row.project


@pytest.mark.parametrize(
    ("name", "language", "most"), [("nothing", "en", 7), ("project", "de", 36)]
)
def test_sentences_share_slides_and_none_is_lost(name: str, language: str, most: int) -> None:
    pack, shown = made(name, language), deck(name, language)
    assert len(shown.slides) <= most
    said = "\n".join(
        shape.text_frame.text
        for one in shown.slides
        for shape in one.shapes
        if shape.has_text_frame
    )
    for section in pack.sections[:-1]:
        assert all(line in said for line in section.lead)
        assert all(line.text in said for one in section.exhibits for line in told(one))
