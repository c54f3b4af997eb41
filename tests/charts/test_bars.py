"""Bars: as long as the number, ending as sure as the source."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from lib.charts import bars, places, rows
from lib.charts.sheet import Sheet
from lib.charts.theme import LIGHT, Palette
from lib.wording.conventions import SPACE
from lib.wording.words import Words
from tests.charts import frames


@pytest.fixture
def figure(palette: Palette) -> go.Figure:
    return go.Figure(places.announced(frames.announced(), Words("en"), palette))


def drawn(figure: go.Figure, kind: str) -> list[go.Bar]:
    return [bar for bar in figure.data if bar.customdata[0][0] == f"project-{kind}"]


@pytest.mark.parametrize(
    ("kind", "starts", "lengths"),
    [
        ("exact", [0], [13]),
        ("at_least", [0], [15]),
        ("up_to", [0], [60]),
        ("about", [0], [24]),
        ("range", [0, 5], [5, 35]),
        ("not_stated", [], []),
    ],
)
def test_bars_are_as_long_as_the_number(
    figure: go.Figure, kind: str, starts: list[float], lengths: list[float]
) -> None:
    found = drawn(figure, kind)
    assert [bar.base[0] for bar in found] == starts
    assert [bar.x[0] for bar in found] == lengths
    assert all(bar.type == "bar" and bar.orientation == "h" for bar in found)


def test_the_axis_starts_at_zero_where_bars_do(figure: go.Figure) -> None:
    assert list(figure.layout.xaxis.range) == [0, 60]
    assert list(figure.layout.xaxis.tickvals) == [0, 20, 40, 60]


def test_only_what_lies_between_bounds_is_hatched(figure: go.Figure) -> None:
    hatched = {bar.customdata[0][0] for bar in figure.data if bar.marker.pattern.shape}
    assert hatched == {"project-up_to", "project-range"}


def shapes_at(figure: go.Figure, value: float) -> list[object]:
    return [shape for shape in figure.layout.shapes if shape.xanchor == pytest.approx(value / 60)]


def test_at_least_has_a_tick_a_fade_and_an_open_arrow(figure: go.Figure, palette: Palette) -> None:
    found = shapes_at(figure, 15)
    ticks = [s for s in found if s.type == "line" and s.line.color == palette.text]
    slices = [s for s in found if s.type == "rect"]
    arrows = [s for s in found if s.type == "path"]
    assert len(ticks) == 1
    assert len(arrows) == 1
    assert max(s.x1 for s in slices) <= 28
    assert len({s.x1 for s in slices}) == len(slices) > 5


def test_up_to_ends_in_a_heavy_cap_in_its_hue(figure: go.Figure, palette: Palette) -> None:
    caps = [s for s in shapes_at(figure, 60) if s.type == "line"]
    assert [(cap.line.color, cap.line.width) for cap in caps] == [(palette.edition("2"), 3)]


def test_about_ends_in_two_waves(figure: go.Figure, palette: Palette) -> None:
    hue = palette.edition("2")
    waves = [s for s in shapes_at(figure, 24) if hue in (s.fillcolor, s.line.color)]
    assert [wave.path.count("Q") for wave in waves] == [4, 4]


def test_exact_ends_straight(figure: go.Figure) -> None:
    assert shapes_at(figure, 13) == []


def test_not_stated_is_a_dotted_stub_with_words(figure: go.Figure) -> None:
    stubs = [s for s in figure.layout.shapes if s.line.dash]
    assert [stub.xanchor for stub in stubs] == [0]
    assert "no number stated" in " ".join(note.text for note in figure.layout.annotations)


def test_labels_say_the_bound_with_its_unit_and_what_differs(figure: go.Figure) -> None:
    said = " ".join(note.text for note in figure.layout.annotations).replace("\u00a0", " ")
    for label in ("<b>13</b>", "<b>≥ 15</b>", "<b>≤ 60</b>", "<b>≈ 24</b>", "<b>5–40</b>"):
        assert label in said
    assert "≠ at least 15" in said
    assert said.count("≠") == 2


def test_what_differs_has_its_ground_below_a_bar_too(palette: Palette) -> None:
    for chip, is_short in (("≠ 60", True), ("≠ " + "60, " * 40, False)):
        sheet = Sheet(palette)
        rows.label(sheet, 1.0, 0, 200, "≤ 60", "family centres", chip)
        note = next(one for one in sheet.annotations if "≠" in one["text"])
        assert note["y"] > 0
        grounds = [shape for shape in sheet.shapes if shape["fillcolor"] == palette.chip]
        assert len(grounds) == is_short
        assert sheet.y > note["y"]


def test_the_box_on_a_mark_says_it_in_words(figure: go.Figure) -> None:
    boxes = [bar.hovertext[0] for bar in figure.data]
    said = " ".join(boxes).replace(SPACE, " ")
    assert "up to 60 family centres<br>also stated: at least 15" in said
    assert "about 24 family centres<br>sources differ" in said


def test_where_nothing_is_stated_nothing_is_on_the_axis() -> None:
    frame = frames.announced()
    only = frame[frame["stated_count"] == 0]
    figure = go.Figure(places.announced(only, Words("it"), LIGHT))
    assert len(figure.data) == 0
    assert figure.layout.xaxis.range == (0, 1)


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (60, [0, 20, 40, 60]),
        (21, [0, 10, 20]),
        (5, [0, 2, 4]),
        (1, [0, 1]),
        (800_000, [0, 200_000, 400_000, 600_000, 800_000]),
    ],
)
def test_ticks_are_round_and_few(limit: float, expected: list[float]) -> None:
    assert bars.steps(limit) == expected


def test_the_key_names_the_endings_that_are_drawn_alone() -> None:
    frame = frames.announced()
    assert places.legend(frame) == (*rows.ENDINGS,)
    assert places.legend(frame.iloc[[4, 0]]) == ("exact", "range")
    assert places.legend(frame.iloc[:0]) == ()
