"""Charts as SVG hold what their figures hold: each mark, each text, lengths in proportion."""

from __future__ import annotations

import math
from collections import Counter
from itertools import product
from typing import Any
from xml.etree import ElementTree

import pytest

from lib.charts.sheet import WIDE
from lib.charts.svg import svg
from lib.charts.theme import LIGHT, Figure
from lib.exports.exhibits import Chart
from lib.model.languages import LANGUAGES
from lib.wording.words import Words
from tests.charts.geometry import plain
from tests.charts.test_figures import CHARTS, WIDTHS
from tests.exports.conftest import KEYS, made

pytestmark = pytest.mark.integration

SPACE = "{http://www.w3.org/2000/svg}"


def figures_of(name: str, language: str) -> list[Figure]:
    """The charts of a selection of the record; those made for tests where it has no name."""
    if not name:
        return [draw(frame(), Words(language), LIGHT) for draw, frame in CHARTS.values()]
    found = [exhibit for exhibit in made(name, language).exhibits() if isinstance(exhibit, Chart)]
    return [
        exhibit.figure(LIGHT, is_wide=is_wide)
        for exhibit in found
        for is_wide in (False, True)
        if not exhibit.reading.empty
    ]


@pytest.fixture(params=[*product([""], LANGUAGES), *KEYS], ids="-".join)
def figures(request: pytest.FixtureRequest) -> list[Figure]:
    return figures_of(*request.param)


def parsed(figure: Figure, width: float = WIDE) -> ElementTree.Element:
    return ElementTree.fromstring(svg(figure, width))


def marks(picture: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [element for element in picture.iter() if element.get("class") == name]


def bars(figure: Figure) -> list[tuple[Any, ...]]:
    """Axis, start, length, thickness of every bar of a figure."""
    return [
        (trace["xaxis"], *row)
        for trace in figure["data"]
        if trace["type"] == "bar"
        for row in zip(trace["base"], trace["x"], trace["width"], strict=True)
    ]


def test_every_text_is_there_and_no_other(figures: list[Figure]) -> None:
    for figure in figures:
        said = ["".join(text.itertext()) for text in parsed(figure).iter(f"{SPACE}text")]
        layout = figure["layout"]
        notes = [line for note in layout["annotations"] for line in note["text"].split("<br>")]
        ticks = [
            text
            for name, axis in layout.items()
            if "axis" in name and axis.get("showticklabels", True)
            for text in axis.get("ticktext", ())
        ]
        labels = Counter(map(plain, notes))
        assert labels <= Counter(said)
        assert Counter(said) - labels <= Counter(ticks)


@pytest.mark.parametrize("width", WIDTHS)
def test_bars_have_the_length_of_their_numbers(width: int) -> None:
    for figure in figures_of("all", "en") + figures_of("", "en"):
        width = max(width, figure["layout"].get("meta", {}).get("narrowest", 0))
        drawn, told = marks(parsed(figure, width), "bar"), bars(figure)
        assert len(drawn) == len(told)
        layout = figure["layout"]
        plot = width - layout["margin"]["l"] - layout["margin"]["r"]
        order = sorted(range(len(told)), key=lambda place: told[place][0])  # axis by axis
        for rect, (axis, start, long, tall) in zip(
            drawn, (told[place] for place in order), strict=True
        ):
            first, last = layout[axis.replace("x", "xaxis")]["range"]
            unit = plot / (last - first)
            assert float(rect.get("width", "")) == pytest.approx(long * unit, abs=0.02)
            left = layout["margin"]["l"] + (start - first) * unit
            assert float(rect.get("x", "")) == pytest.approx(left, abs=0.02)
            assert float(rect.get("height", "")) == pytest.approx(tall, abs=0.02)


def test_every_mark_is_there(figures: list[Figure]) -> None:
    for figure in figures:
        picture, traces = parsed(figure), figure["data"]
        assert len(marks(picture, "bar")) == len(bars(figure))
        assert len(marks(picture, "band")) == sum("fill" in trace for trace in traces)
        assert len(marks(picture, "shape")) == len(figure["layout"]["shapes"])
        seen = [
            trace
            for trace in traces
            if trace.get("mode") == "markers" and trace["marker"]["color"] != "rgba(0,0,0,0)"
        ]
        assert len(marks(picture, "point")) == sum(len(trace["x"]) for trace in seen)


def test_hatching_is_defined_where_it_is_used(figures: list[Figure]) -> None:
    for figure in figures:
        picture = parsed(figure)
        defined = {element.get("id") for element in picture.iter(f"{SPACE}pattern")}
        used = {element.get("fill", "") for element in picture.iter()}
        assert {fill[5:-1] for fill in used if fill.startswith("url(")} == defined


def test_everything_stands_inside_the_picture() -> None:
    for figure in figures_of("all", "it"):
        for name in ("bar", "halo"):
            for rect in marks(parsed(figure), name):
                x, y, wide, tall = (float(rect.get(key, "")) for key in SIDES)
                assert -0.01 <= x <= x + wide <= WIDE + 0.01
                assert -0.01 <= y <= y + tall <= figure["layout"]["height"] + 0.01


SIDES = ("x", "y", "width", "height")


def test_the_same_figure_gives_the_same_bytes() -> None:
    one, other = (figures_of("all", "en") for _ in range(2))
    assert [svg(figure, 640) for figure in one] == [svg(figure, 640) for figure in other]


def test_text_from_data_stays_text() -> None:
    for figure in figures_of("", "en"):
        tags = {element.tag.removeprefix(SPACE) for element in parsed(figure).iter()}
        assert tags <= {"svg", "defs", "pattern", "rect", "path", "circle", "line", "text", "tspan"}


@pytest.mark.parametrize(
    ("place", "name", "value"),
    [
        ("layout", "barmode", "stack"),
        ("layout", "legend", {}),
        ("data", "opacity", 0.5),
        ("data", "type", "pie"),
        ("data", "orientation", "v"),
        ("shapes", "opacity", 0.5),
        ("shapes", "type", "circle"),
        ("annotations", "textangle", 90),
        ("annotations", "text", "<i>no</i>"),
    ],
)
def test_what_is_not_drawn_is_refused(place: str, name: str, value: Any) -> None:
    draw, frame = CHARTS["places.announced"]
    figure = draw(frame(), Words("en"), LIGHT)
    inside = figure if place in figure else figure["layout"]
    thing = inside[place] if place == "layout" else inside[place][0]
    thing[name] = value
    with pytest.raises(ValueError, match="drawn as SVG"):
        svg(figure, 640)


def test_a_value_on_a_logarithmic_axis_stands_at_its_power() -> None:
    draw, frame = CHARTS["targets.people"]
    figure = draw(frame(), Words("en"), LIGHT)
    first, last = figure["layout"]["xaxis"]["range"]
    margin = figure["layout"]["margin"]
    plot = WIDE - margin["l"] - margin["r"]
    dots = [point for point in marks(parsed(figure), "point") if point.tag.endswith("circle")]
    values = [
        trace["x"][0]
        for trace in figure["data"]
        if trace["marker"].get("symbol", "circle") == "circle"
    ]
    assert len(dots) == len(values)
    for dot, value in zip(dots, values, strict=True):
        share = (math.log10(value) - first) / (last - first)
        assert float(dot.get("cx", "")) == pytest.approx(margin["l"] + share * plot, abs=0.01)
