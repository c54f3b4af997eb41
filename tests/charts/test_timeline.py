"""Periods end where the source ends."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from lib.charts import timeline
from lib.charts.sheet import WIDE
from lib.charts.theme import Palette
from lib.wording.words import Words
from tests.charts import frames


@pytest.fixture
def figure(palette: Palette) -> go.Figure:
    return go.Figure(timeline.periods(frames.periods(), Words("en"), palette))


def bar(figure: go.Figure, name: str) -> go.Bar:
    return next(trace for trace in figure.data if trace.name == name)


def test_a_stated_period_runs_from_start_to_end(figure: go.Figure, palette: Palette) -> None:
    found = bar(figure, frames.HOSTILE)
    assert (found.base[0], found.x[0]) == (2021, 3)
    assert found.marker.color == palette.edition("1")
    assert found.customdata[0][0] == "both"


@pytest.mark.parametrize(
    ("name", "side", "solid", "year"),
    [("Edition 1", "right", (2020, 1), 2021), ("SINGA", "left", (2021, 1), 2021)],
)
def test_the_stated_year_is_solid_then_fades_into_an_arrow(
    figure: go.Figure, name: str, side: str, solid: tuple[float, float], year: float
) -> None:
    assert (bar(figure, name).base[0], bar(figure, name).x[0]) == solid
    first, last = figure.layout.xaxis.range
    share = (year - first) / (last - first)
    fades = [s for s in figure.layout.shapes if s.xanchor == share and s.type == "rect"]
    # Both open rows fade at 2021, one to each side: an arrow each.
    assert any((s.x0 == 0) == (side == "right") for s in fades)
    arrows = [s for s in figure.layout.shapes if s.xanchor == share and s.type == "path"]
    assert len(arrows) == 2


def test_without_dates_there_are_only_words(figure: go.Figure) -> None:
    assert {trace.name for trace in figure.data} == {"Edition 1", frames.HOSTILE, "SINGA"}
    said = [note.text for note in figure.layout.annotations]
    assert "dates not stated" in said
    assert "3 years, dates not stated" in said


def test_a_disputed_period_carries_the_sign(figure: go.Figure, palette: Palette) -> None:
    signs = [note for note in figure.layout.annotations if note.text == "≠"]
    assert [sign.font.color for sign in signs] == [palette.chip_text]


def test_editions_are_thick_and_cannot_be_picked(figure: go.Figure) -> None:
    edition, project = bar(figure, "Edition 1"), bar(figure, frames.HOSTILE)
    assert edition.width[0] > 2 * project.width[0]
    assert edition.customdata is None


def test_years_are_whole(figure: go.Figure) -> None:
    assert all(text.isdecimal() for text in figure.layout.xaxis.ticktext)
    assert "2022" in figure.layout.xaxis.ticktext


def test_every_selection_stands_on_the_axis_of_the_record(words: Words, palette: Palette) -> None:
    edition = frames.periods().iloc[:1]  # from 2020, end not stated
    figure = timeline.periods(edition, words, palette, span=(2020.0, 2026.0))
    assert figure["layout"]["xaxis"]["range"] == [2020, 2026]
    assert figure["data"][0]["x"] == [1]


def test_an_open_end_is_no_full_bar_where_the_record_has_one_year(palette: Palette) -> None:
    figure = timeline.periods(frames.periods().iloc[:1], Words("en"), palette)
    first, last = figure["layout"]["xaxis"]["range"]
    assert figure["data"][0]["x"][0] <= (last - first) / 3


def test_without_any_date_there_are_no_years(words: Words, palette: Palette) -> None:
    frame = frames.periods().iloc[3:]
    figure = go.Figure(timeline.periods(frame, words, palette))
    assert len(figure.data) == 0
    assert not figure.layout.xaxis.ticktext


def test_a_start_that_is_about_is_wavy_to_the_left(palette: Palette) -> None:
    """As an end is to the right: a cut in the bar, its wavy edge, a second wave beyond it."""
    frame = frames.periods()
    frame["is_approximate"] = frame["project_id"] == "both"
    shapes = go.Figure(timeline.periods(frame, Words("en"), palette)).layout.shapes
    waves = [one for one in shapes if one.type == "path" and one.path.count("Q") == 2]
    starts, ends = ([one for one in waves if one.path.startswith(side)] for side in ("M -4", "M 4"))
    assert len(starts) == len(ends) == 1
    assert starts[0].xanchor < ends[0].xanchor


def test_a_sign_in_a_chart_names_whom_it_is_about(figure: go.Figure) -> None:
    """The browser makes links of these names."""
    named = [note for note in figure.layout.annotations if note.name]
    assert [(note.text, note.name) for note in named] == [("≠", "differ:both")]


def test_the_box_beside_a_bar_adds_to_its_row_on_one_line(palette: Palette) -> None:
    wide = go.Figure(timeline.periods(frames.periods(), Words("en"), palette, WIDE))
    said = bar(wide, frames.HOSTILE).hovertemplate
    assert "<br>" not in said
    assert said.startswith("<b>2021–2023</b>")
    assert "exact" in said and "sources differ" in said
