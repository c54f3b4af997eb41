"""Targets beside results."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import pytest

from lib.charts import people, points, targets
from lib.charts.endings import FADE
from lib.charts.points import LogScale
from lib.charts.rows import LINE, note
from lib.charts.sheet import NARROWEST, WIDE, Sheet
from lib.charts.text import width
from lib.charts.theme import LIGHT, Palette
from lib.model.quantity import Bound
from lib.wording import targets as texts
from lib.wording.words import Words
from tests.charts import frames
from tests.charts.geometry import plain


@pytest.fixture
def figure(palette: Palette) -> go.Figure:
    return go.Figure(targets.places(frames.targets(), Words("en"), palette))


def said(figure: go.Figure) -> list[str]:
    return [plain(note.text).replace("\u00a0", " ") for note in figure.layout.annotations]


@pytest.mark.parametrize(("room", "lines"), [(NARROWEST, 2), (targets.WITH_LINE, 1)])
def test_a_note_below_a_bar_takes_the_room_that_there_is(
    palette: Palette, room: int, lines: int
) -> None:
    sheet = Sheet(palette, room)
    note(sheet, "what it refers to " * 5)
    assert len(sheet.annotations) == lines


def drawn(figure: go.Figure, kind: str, type_: str) -> list[object]:
    return [t for t in figure.data if t.type == type_ and t.customdata[0][0] == f"project-{kind}"]


def test_no_line_parts_a_date_from_what_it_is_the_date_of(figure: go.Figure) -> None:
    written = " ".join(plain(note.text) for note in figure.layout.annotations)
    assert "due\u00a0by\u00a0" in written
    assert "due by" not in written


@pytest.mark.parametrize(("kind", "result"), [("exact", 9), ("at_least", 11), ("up_to", 17)])
def test_the_line_ends_in_a_dot_at_the_result(figure: go.Figure, kind: str, result: float) -> None:
    line = drawn(figure, kind, "bar")[-1]
    dot = drawn(figure, kind, "scatter")[0]
    assert (line.x[0], dot.x[0]) == (result, result)
    assert line.width[0] < drawn(figure, kind, "bar")[0].width[0]


def test_without_a_comparable_result_there_is_only_the_target(figure: go.Figure) -> None:
    assert drawn(figure, "range", "scatter") == []
    assert drawn(figure, "not_stated", "bar") == []
    assert "no target stated" in said(figure)


@pytest.mark.parametrize(
    "label",
    [
        "9 of 13 family centres",
        "≥ 11, target ≥ 15 family centres",
        "17, ceiling 60 family centres",
        "31, target ≈ 24 family centres",
        "5–40 family centres",
        "reported 31 Jan 2024 · due by 31 Dec 2022",
        "reported Mar 2025",
    ],
)
def test_labels_set_the_result_against_the_target(figure: go.Figure, label: str) -> None:
    assert label in said(figure)


def test_a_result_that_is_a_ceiling_is_hatched_without_a_dot(palette: Palette) -> None:
    frame = frames.targets().iloc[:1].assign(result_low=0.0, result_high=12.0)
    figure = go.Figure(targets.places(frame, Words("en"), palette))
    target, result = figure.data
    assert (target.x[0], result.x[0]) == (13, 12)
    assert result.marker.pattern.shape == "/"
    assert "≤ 12, target 13 family centres" in said(figure)


@pytest.mark.parametrize("draw", [targets.places, people.people])
def test_numbers_in_unlike_units_have_their_own(draw: Callable[..., Any]) -> None:
    frame = frames.people().iloc[:1].assign(unit="sites", result_unit="centres", parts=[()])
    (row,) = frame.itertuples()
    number = f"{row.result_low:,.0f} centres, target {row.low:,.0f} sites"
    assert number in said(go.Figure(draw(frame, Words("en"), LIGHT)))
    told = texts.places(frame, Words("en")).alternative.replace("\u00a0", " ")
    assert f"target {row.low:,.0f} sites" in told
    assert f"result {row.result_low:,.0f} centres" in told


def test_an_approximate_result_has_a_pale_dot(palette: Palette) -> None:
    frame = frames.targets().iloc[:1].assign(result_is_approximate=True)
    dot = go.Figure(targets.places(frame, Words("en"), palette)).data[-1]
    assert dot.marker.color not in palette.editions
    assert dot.marker.line.color == palette.editions[0]


def test_nothing_is_a_percentage(figure: go.Figure) -> None:
    assert not any("%" in text for text in said(figure))


def test_the_axis_holds_results_beyond_targets() -> None:
    frame = frames.targets()
    alone = frame[frame["project_id"] == "project-about"]
    assert go.Figure(targets.places(alone, Words("en"), LIGHT)).layout.xaxis.range[1] == 31


@pytest.mark.parametrize(
    ("kinds", "marks"),
    [
        (["exact"], ("target", "result")),
        (["at_least"], ("target", "result", "at_least")),
        (["up_to"], ("result", "up_to")),  # a ceiling is hatched: no outline is drawn
        (["range"], ("range",)),
        (["not_stated"], ("not_stated",)),
        (["about", "range"], ("target", "result", "range", "about")),
    ],
)
def test_the_key_names_the_marks_that_are_drawn_alone(
    kinds: list[str], marks: tuple[str, ...]
) -> None:
    frame = frames.targets()
    some = frame[frame["project_id"].isin([f"project-{kind}" for kind in kinds])]
    assert targets.legend(some) == marks


def test_a_result_that_cannot_be_compared_is_in_no_key() -> None:
    frame = frames.targets().iloc[:1].assign(result_low=0.0, result_high=12.0)
    assert targets.legend(frame) == ("target", "result", "up_to")
    assert targets.legend(frame.assign(is_comparable=False)) == ("target",)


def test_people_stand_at_their_number_on_a_log_axis() -> None:
    figure = go.Figure(people.people(frames.people(), Words("en"), LIGHT))
    assert figure.layout.xaxis.type == "log"
    assert {trace.type for trace in figure.data} == {"scatter"}
    found: dict[str, dict[str, float]] = {"circle": {}, "line-ns": {}, "square": {}}
    for trace in figure.data:
        found[trace.marker.symbol][trace.customdata[0][0].removeprefix("project-")] = trace.x[0]
    assert found["circle"] == {"exact": 1300, "at_least": 1500, "about": 2400}
    assert found["line-ns"] == {"up_to": 6000, "range": 4000}
    # Squares are what is reported; the rest has no comparable result.
    assert found["square"] == {"exact": 900, "at_least": 1100, "up_to": 1700, "about": 3100}


@pytest.mark.parametrize("narrowest", [NARROWEST, WIDE])
def test_every_decade_that_has_room_is_written(narrowest: int) -> None:
    frame = frames.people().iloc[:2].assign(low=[400.0, 8e5], high=[400.0, math.inf])
    figure = people.people(frame.assign(is_comparable=False), Words("en"), LIGHT, narrowest)
    written = figure["layout"]["xaxis"]["ticktext"]
    assert written[1:] == ["1,000", "10,000", "100,000"]
    assert written[0] == ("100" if narrowest == WIDE else "")  # it would be cut at the edge
    margin = figure["layout"]["margin"]
    assert margin["r"] <= narrowest / 4  # the axis is as wide as the card


def test_a_chip_stands_at_its_dot_or_below_it_uncut() -> None:
    frame = frames.people().iloc[:1].assign(is_comparable=False)
    one = Bound(2800.0, 2800.0)
    for others, is_beside in (((one,), True), ((one, *(Bound(n, n + 9.5) for n in (1, 2))), False)):
        figure = people.people(frame.assign(differs=[others]), Words("en"), LIGHT)
        notes = figure["layout"]["annotations"]
        number = next(note for note in notes if "1,300" in note["text"])
        chip = next(note for note in notes if note["text"].startswith("≠"))
        assert (chip["y"] == number["y"]) is is_beside
        left = figure["layout"]["margin"]["l"]
        axis_width = NARROWEST - left - figure["layout"]["margin"]["r"]
        middle = left + chip["x"] * axis_width + chip["xshift"]
        half = width(chip["text"], chip["font"]["size"], 600) / 2
        assert 0 <= middle - half < middle + half <= NARROWEST


@pytest.mark.parametrize("narrowest", [NARROWEST, WIDE])
@pytest.mark.parametrize("unit", ["parents", "parents and carers of small children"])
def test_a_unit_stands_at_its_number_or_right_below_it(narrowest: int, unit: str) -> None:
    other = (Bound(15000.0, math.inf),)
    frame = frames.people().iloc[:1].assign(
        low=12000.0, high=math.inf, result_low=13018.0, result_high=13018.0, parts=[()],
        unit=unit, result_unit=unit, differs=[other], other_results=[()],
    )  # fmt: skip
    notes = people.people(frame, Words("en"), LIGHT, narrowest)["layout"]["annotations"]
    number = next(note for note in notes if "13,018" in note["text"])
    counted = next(note for note in notes if unit in note["text"])
    chip = next(note for note in notes if note["text"].startswith("≠"))
    assert 0 <= abs(counted["y"] - number["y"]) <= 1.5 * LINE
    assert not number["y"] < chip["y"] < counted["y"]
    assert not number["y"] > chip["y"] > counted["y"]


def test_an_arrow_at_the_end_of_the_axis_is_whole() -> None:
    frame = frames.people().iloc[:2].assign(low=[1300.0, 8e5], high=[1300.0, math.inf])
    margin = people.people(frame.assign(is_comparable=False), Words("en"), LIGHT)["layout"][
        "margin"
    ]
    assert margin["r"] >= points.ARROW


def test_a_label_keeps_off_the_fade_of_a_target_that_was_just_passed() -> None:
    frame = frames.targets().iloc[[1]].assign(low=24.0, result_low=26.0, result_high=26.0)
    figure = targets.places(frame, Words("en"), LIGHT)
    label = next(note for note in figure["layout"]["annotations"] if "26" in note["text"])
    margin = figure["layout"]["margin"]
    room = NARROWEST - margin["l"] - margin["r"]
    share = label["x"] * (1 - 24 / 26)  # between the two, of the axis
    assert share * room + label["xshift"] >= FADE


def test_people_show_the_parts_of_a_sum() -> None:
    figure = go.Figure(people.people(frames.people(), Words("en"), LIGHT))
    assert "= 500 parents + ≈ 800 children" in said(figure)
    assert "900 of 1,300" in said(figure)


def test_people_without_a_number_are_left_out_and_alone_refused() -> None:
    frame = frames.people()
    figure = go.Figure(people.people(frame, Words("en"), LIGHT))
    assert "Big Brothers Big Sisters" not in said(figure)
    with pytest.raises(ValueError, match=r"targets\.people"):
        go.Figure(people.people(frame[frame["stated_count"] == 0], Words("en"), LIGHT))


def test_a_log_scale_runs_from_a_power_of_ten_to_the_largest_number() -> None:
    scale = LogScale.of([400.0, math.nan, 0.0], [800_000.0, math.inf])
    assert (scale.first, scale.share(800_000), scale.share(100)) == (2, 1, 0)
    assert scale.share(0) == 0
    assert 0 < scale.share(1000) < scale.share(10_000) < 1


@pytest.mark.parametrize("only", [800_000.0, 400.0, 1000.0])
def test_a_log_scale_of_a_single_number_is_written_at_two_places(only: float) -> None:
    texts = LogScale.of([only]).axis(Sheet(LIGHT), Words("en"))["ticktext"]
    assert texts[0] == ""  # where names stand
    assert len([text for text in texts if text]) == 2
