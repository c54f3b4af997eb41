"""How the places of one project were opened."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from lib.charts import project
from lib.charts.theme import LIGHT, Palette
from lib.wording.words import Words
from tests.charts import frames
from tests.charts.geometry import plain


@pytest.fixture
def figure(palette: Palette) -> go.Figure:
    return go.Figure(project.openings(frames.openings(), Words("en"), palette))


def trace(figure: go.Figure, name: str) -> go.Scatter:
    return next(found for found in figure.data if found.name == name)


def test_reports_are_dots_in_order_of_time(figure: go.Figure, palette: Palette) -> None:
    dots = trace(figure, "result")
    assert list(dots.x) == [2021.75, 2021.86, 2023.0]
    assert list(dots.y) == [1, 7, 14]
    assert set(dots.marker.color) == {palette.editions[0]}
    line = trace(figure, "reports")
    assert (list(line.x), list(line.y)) == (list(dots.x), list(dots.y))
    assert line.line.dash == "3px,4px"


def test_targets_are_hollow_diamonds(figure: go.Figure, palette: Palette) -> None:
    diamonds = trace(figure, "target")
    assert list(diamonds.y) == [10, 15]
    assert diamonds.marker.symbol == "diamond"
    assert set(diamonds.marker.color) == {palette.ground}


def test_the_undated_is_left_out(figure: go.Figure) -> None:
    assert "Novi Sad" not in " ".join(note.text for note in figure.layout.annotations)


def test_labels_say_number_place_and_date(figure: go.Figure) -> None:
    said = [plain(note.text).replace("<br>", ", ") for note in figure.layout.annotations]
    assert "1 Kovačica, 30\u00a0Sept\u00a02021" in said
    assert any(text.startswith("10 due by") for text in said)


def test_a_long_label_is_read_on_the_mark(figure: go.Figure) -> None:
    assert "Haciendo" not in " ".join(note.text for note in figure.layout.annotations)
    assert any("Haciendo" in text for text in trace(figure, "result").hovertext)
    assert any("Haciendo" in text for text in trace(figure, "result").hovertemplate)


def test_the_box_at_a_point_says_who_says_it_and_how_sure(figure: go.Figure) -> None:
    one, *_between, last = trace(figure, "result").hovertemplate
    assert "Teleborsa" in one
    assert "a plain number in its source" in one
    assert "a minimum" in last
    assert "Kovačica" not in one  # its label says so


def test_at_least_points_up(figure: go.Figure) -> None:
    arrows = [s for s in figure.layout.shapes if s.type == "path"]
    assert [(arrow.xanchor, arrow.yanchor) for arrow in arrows] == [(2023.0, 14)]


def test_without_a_dated_number_there_is_no_picture() -> None:
    frame = frames.openings()
    with pytest.raises(ValueError, match=r"project\.openings"):
        go.Figure(project.openings(frame[frame["position"].isna()], Words("en"), LIGHT))


def test_targets_alone_have_no_line() -> None:
    frame = frames.openings()
    figure = go.Figure(project.openings(frame[frame["row_kind"] == "target"], Words("it"), LIGHT))
    assert [found.name for found in figure.data] == ["target"]
