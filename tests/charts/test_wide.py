"""Charts for where there is room: names beside the marks, words that never meet at any width."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest

from lib.charts import funding, people, places, rows, targets, timeline
from lib.charts.sheet import NARROWEST, WIDE
from lib.charts.theme import LIGHT, Figure
from lib.figures import drawn_flow
from lib.figures import flow as flow_figures
from lib.figures import funding as funding_figures
from lib.figures import places as places_figures
from lib.figures import targets as targets_figures
from lib.figures import timeline as timeline_figures
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.model.store import DEFAULT_FOLDER, load
from lib.wording import timeline as timeline_words
from lib.wording.words import Words
from tests.charts import frames
from tests.charts.geometry import overlap, texts

Draw = Callable[[pd.DataFrame, Words, object, int], Figure]


def _periods(portfolio: Portfolio) -> pd.DataFrame:
    rows = timeline_figures.periods(portfolio)
    return timeline_words.labelled(rows, Words(portfolio.selection.language))


CHARTS: dict[str, tuple[Callable[..., Figure], Callable[..., pd.DataFrame], int]] = {
    "places.announced": (places.announced, places_figures.announced, WIDE),
    "targets.places": (targets.places, targets_figures.places, targets.WITH_COLUMN),
    "targets.people": (people.people, targets_figures.people, WIDE),
    "funding.flow": (funding.flow, lambda p: drawn_flow.drawn(flow_figures.flow(p)), WIDE),
    "funding.by_funder_type": (funding.by_funder_type, funding_figures.by_funder_type, WIDE),
    "timeline.periods": (timeline.periods, _periods, WIDE),
}
MADE = {
    "places.announced": frames.announced,
    "targets.places": frames.targets,
    "targets.people": frames.people,
    "funding.flow": frames.flow,
    "funding.by_funder_type": frames.by_funder_type,
    "timeline.periods": frames.periods,
}


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return load(DEFAULT_FOLDER)


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("edition", [(), ("1",), ("2",), ("3",)])
@pytest.mark.parametrize("name", CHARTS)
def test_every_label_has_its_place(
    portfolio: Portfolio, name: str, edition: tuple[str, ...], language: str
) -> None:
    draw, figure, narrowest = CHARTS[name]
    frame = figure(portfolio.select(Selection(edition=edition, language=language)))
    if frame.empty:
        return
    check(draw(frame, Words(language), LIGHT, narrowest), narrowest)


@pytest.mark.parametrize("name", CHARTS)
def test_every_ending_and_long_names_have_their_place(name: str) -> None:
    draw, _figure, narrowest = CHARTS[name]
    check(draw(MADE[name](), Words("en"), LIGHT, narrowest), narrowest)


def check(figure: Figure, narrowest: int) -> None:
    for whole in (narrowest, 1400):
        found = texts(go.Figure(figure), whole)
        assert all(0 <= text.left <= text.right <= whole for text in found)
        pairs = combinations([text for text in found if text.text != "≈"], 2)
        assert [(a.text, b.text) for a, b in pairs if overlap(a, b)] == []


def test_the_wide_one_is_shorter_and_says_from_where_it_has_room() -> None:
    narrow, wide = (
        targets.places(frames.targets(), Words("en"), LIGHT, pixels)["layout"]
        for pixels in (NARROWEST, targets.WITH_COLUMN)
    )
    assert wide["meta"]["narrowest"] == targets.WITH_COLUMN
    assert wide["height"] < narrow["height"]


def test_a_column_says_what_each_result_refers_to() -> None:
    figure = go.Figure(targets.places(frames.targets(), Words("en"), LIGHT, targets.WITH_COLUMN))
    column = [text for text in texts(figure, 1200) if text.left > 1200 - targets.COLUMN]
    said = [text.text.replace("\u00a0", " ") for text in column]
    assert said[0] == "What the result refers to"
    assert "reported 31 Jan 2024 · due by 31 Dec 2022" in said
    assert "not comparable: 7 parents" in said
    assert "no result found" in said
    assert any("7\u00a0parents" in text.text for text in column)


def test_lines_in_a_column_are_nearer_to_each_other_than_to_those_of_other_rows() -> None:
    unit = "parents of children who are not yet at school"
    others = (((7.0, 7.0, False, 1), unit), ((9.0, 9.0, False, 1), unit))
    frame = frames.targets().assign(
        is_comparable=False, due_date="2024", other_results=[others] * 6
    )
    figure = go.Figure(targets.places(frame, Words("en"), LIGHT, targets.WITH_COLUMN))
    column = [text for text in texts(figure, 1200) if text.left > 1200 - targets.COLUMN]
    steps = [round(after.top - text.top) for text, after in pairwise(column[1:])]
    assert steps.count(rows.COLUMN_LINE) >= 2 * len(frame)
    assert min(set(steps) - {rows.COLUMN_LINE}) >= rows.COLUMN_LINE + rows.COLUMN_GAP


def test_a_column_says_that_nothing_was_found_for_a_target_with_a_date_too() -> None:
    frame = frames.targets().assign(due_date="2024", other_results=[()] * 6)
    figure = go.Figure(targets.places(frame, Words("en"), LIGHT, targets.WITH_COLUMN))
    column = [text for text in texts(figure, 1200) if text.left > 1200 - targets.COLUMN]
    said = [text.text.replace("\u00a0", " ") for text in column]
    assert said.count("no result found · due by 2024") == 2


def test_what_a_sum_is_made_of_stands_below_its_number_on_a_telephone_too(
    portfolio: Portfolio,
) -> None:
    frame = targets_figures.people(portfolio.select(Selection(language="fr")))
    figure = go.Figure(people.people(frame, Words("fr"), LIGHT))
    sums = [note for note in figure.layout.annotations if "+" in note.text]
    assert len(sums) == 3
    assert min(note.x for note in sums) > 0.4, "none at the left edge"
