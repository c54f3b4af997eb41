"""What holds for every chart, in every language, on both grounds."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import combinations

import pandas as pd
import plotly.graph_objects as go
import pytest

from lib.charts import funding, people, places, project, targets, timeline
from lib.charts.theme import DARK, LIGHT, Figure, Palette
from lib.wording.words import Words
from tests.charts import frames
from tests.charts.geometry import overlap, texts

Draw = Callable[[pd.DataFrame, Words, Palette], Figure]

CHARTS: dict[str, tuple[Draw, Callable[[], pd.DataFrame]]] = {
    "places.announced": (places.announced, frames.announced),
    "targets.places": (targets.places, frames.targets),
    "targets.people": (people.people, frames.people),
    "timeline.periods": (timeline.periods, frames.periods),
    "funding.by_funder_type": (funding.by_funder_type, frames.by_funder_type),
    "funding.flow": (funding.flow, frames.flow),
    "funding.co_funder_counts": (funding.co_funder_counts, frames.co_funder_counts),
    "project.openings": (project.openings, frames.openings),
}
GROUNDS = {palette.ground: palette for palette in (LIGHT, DARK)}
WIDTHS = (340, 390, 700, 1100)


@pytest.fixture(params=CHARTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@cache
def drawn(name: str, language: str, ground: str) -> go.Figure:
    """A chart, drawn once for all that is said of it: nobody writes into it."""
    draw, frame = CHARTS[name]
    return go.Figure(draw(frame(), Words(language), GROUNDS[ground]))


@pytest.fixture
def figure(name: str, words: Words, palette: Palette) -> go.Figure:
    return drawn(name, words.language, palette.ground)


@pytest.fixture
def written(name: str, words: Words) -> go.Figure:
    """A chart of one ground: where texts stand, the colours do not matter."""
    return drawn(name, words.language, LIGHT.ground)


@pytest.mark.parametrize("whole", WIDTHS)
def test_no_text_is_cut(written: go.Figure, whole: int) -> None:
    for text in texts(written, whole):
        assert text.left >= 0, text
        assert text.right <= whole, text
        assert 0 <= text.top <= text.bottom <= written.layout.height, text


@pytest.mark.parametrize("whole", WIDTHS)
def test_no_text_covers_another(written: go.Figure, whole: int) -> None:
    for one, other in combinations(texts(written, whole), 2):
        if one.text != "≈" and other.text != "≈":
            assert overlap(one, other) == 0, (one, other)


def test_the_frame_is_left_as_it_was(name: str) -> None:
    draw, frame = CHARTS[name]
    given = frame()
    draw(given, Words("en"), LIGHT)
    pd.testing.assert_frame_equal(given, frame())


def test_the_same_frame_gives_the_same_figure(name: str) -> None:
    draw, frame = CHARTS[name]
    first, second = (draw(frame(), Words("it"), LIGHT) for _ in range(2))
    assert first == second


def test_an_empty_frame_is_refused_by_name(name: str) -> None:
    draw, frame = CHARTS[name]
    with pytest.raises(ValueError, match=name):
        draw(frame().iloc[:0], Words("en"), LIGHT)


def test_names_are_text_never_markup(figure: go.Figure) -> None:
    said = [note.text for note in figure.layout.annotations]
    for trace in figure.data:
        said += list(trace.hovertext or [] if "hovertext" in trace else [])
        said += [trace.text] if isinstance(trace.text, str) else []
    everything = " ".join(said)
    assert "<a" not in everything
    assert "<b>Camino" not in everything
    assert "&lt;b&gt;Camino" in everything


def test_the_ground_is_painted_with_readable_type(figure: go.Figure, palette: Palette) -> None:
    layout = figure.layout
    assert (layout.paper_bgcolor, layout.plot_bgcolor) == (palette.ground, palette.ground)
    assert layout.font.family.startswith('"IBM Plex Sans"')
    assert layout.font.color == palette.text
    assert layout.showlegend is False
    for axis in (layout.xaxis, layout.yaxis):
        assert axis.fixedrange
        assert axis.tickfont.color == palette.muted
    assert all(note.font.size >= 11 for note in layout.annotations)


def test_words_are_ink_or_secondary_or_say_what_differs(
    figure: go.Figure, palette: Palette
) -> None:
    """Colours whose contrast is known (test_theme); a hue is for marks, also the mark ≈."""
    said = [note for note in figure.layout.annotations if note.text != "≈"]
    painted = {note.font.color for note in said}
    assert painted <= {palette.text, palette.muted, palette.differ, palette.chip_text}
    inside = {colour for note in said for colour in re.findall(r"color:(#\w+)", note.text)}
    assert inside <= {palette.text, palette.muted}


def test_every_mark_has_a_name_or_none_to_show(figure: go.Figure) -> None:
    assert all(trace.name is not None for trace in figure.data)


def test_clicks_say_which_project_or_edition(name: str) -> None:
    draw, frame = CHARTS[name]
    given = frame()
    for trace in go.Figure(draw(given, Words("en"), LIGHT)).data:
        for custom in () if trace.customdata is None else trace.customdata:
            known = given["project_id"] if "project_id" in given else given["project_ids"].explode()
            if custom[0]:
                assert custom[0] in set(known)
            else:
                assert custom[1] in set(given["edition_id"]) - {""}
            assert all(isinstance(item, str) for item in custom)


@pytest.mark.parametrize("chart", ["places.announced", "targets.places", "targets.people"])
def test_hue_is_the_edition(chart: str, palette: Palette) -> None:
    draw, frame = CHARTS[chart]
    colours = {"1": palette.edition("1"), "2": palette.edition("2"), "3": palette.edition("3")}
    for shape in go.Figure(draw(frame(), Words("en"), palette)).layout.shapes:
        if shape.type == "rect" and shape.x1 == 10:
            assert shape.fillcolor in colours.values()
    for trace in go.Figure(draw(frame(), Words("en"), palette)).data:
        edition = trace.customdata[0][1]
        other = set(colours.values()) - {colours[edition]}
        painted = (
            {trace.marker.color, trace.marker.pattern.fgcolor}
            if "pattern" in trace.marker
            else {trace.marker.color}
        )
        assert not painted & other
