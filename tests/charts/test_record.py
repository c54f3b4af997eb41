"""The charts of the record itself, whole and filtered: every label in its place."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pandas as pd
import plotly.graph_objects as go
import pytest

from lib.charts import funding, people, places, project, targets, timeline
from lib.charts.theme import LIGHT
from lib.figures import co_funders, drawn_flow
from lib.figures import flow as flow_figures
from lib.figures import funding as funding_figures
from lib.figures import places as places_figures
from lib.figures import project as project_figures
from lib.figures import targets as targets_figures
from lib.figures import timeline as timeline_figures
from lib.model.languages import LANGUAGES
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.model.store import DEFAULT_FOLDER, load
from lib.wording import destinations
from lib.wording import funding as funding_words
from lib.wording import timeline as timeline_words
from lib.wording.conventions import SPACE
from lib.wording.words import Words
from tests.charts.geometry import overlap, texts
from tests.charts.test_figures import Draw

pytestmark = pytest.mark.integration


def flow(portfolio: Portfolio, words: Words) -> pd.DataFrame:
    named, counted = co_funders.named(portfolio)
    drawn = drawn_flow.drawn(flow_figures.flow(portfolio))
    return destinations.labelled(drawn, len(named), counted, words)


# Each chart with the frame that a page gives it: figures, where they need it with their words.
PAIRS: dict[str, tuple[Draw, Callable[[Portfolio, Words], pd.DataFrame]]] = {
    "places.announced": (places.announced, lambda one, _: places_figures.announced(one)),
    "targets.places": (targets.places, lambda one, _: targets_figures.places(one)),
    "targets.people": (people.people, lambda one, _: targets_figures.people(one)),
    "timeline.periods": (
        timeline.periods,
        lambda one, words: timeline_words.labelled(timeline_figures.periods(one), words),
    ),
    "funding.by_funder_type": (
        funding.by_funder_type,
        lambda one, words: funding_words.named_types(funding_figures.by_funder_type(one), words),
    ),
    "funding.flow": (funding.flow, flow),
    "funding.co_funder_counts": (
        funding.co_funder_counts,
        lambda one, _: co_funders.counts(one),
    ),
}


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return load(DEFAULT_FOLDER)


# The whole record in every language, each edition in one: labels differ in width, not in kind.
READERS: list[tuple[tuple[str, ...], str]] = [
    *(((), language) for language in LANGUAGES),
    *((("1",), "de"), (("2",), "fr"), (("3",), "it")),
]


@pytest.mark.parametrize(("edition", "language"), READERS)
@pytest.mark.parametrize("name", PAIRS)
def test_every_label_has_its_place(
    portfolio: Portfolio, name: str, edition: tuple[str, ...], language: str
) -> None:
    draw, figure = PAIRS[name]
    selected = portfolio.select(Selection(edition=edition, language=language))
    frame = figure(selected, Words(language))
    if len(frame) == 0:
        with pytest.raises(ValueError, match=name.split(".")[0]):
            draw(frame, Words(language), LIGHT)
        return
    drawn = go.Figure(draw(frame, Words(language), LIGHT))
    for whole in (340, 1100):
        found = texts(drawn, whole)
        assert all(0 <= text.left <= text.right <= whole for text in found)
        pairs = combinations([text for text in found if text.text != "≈"], 2)
        assert all(overlap(one, other) == 0 for one, other in pairs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_openings_of_every_project_can_be_drawn(portfolio: Portfolio, language: str) -> None:
    selected = portfolio.select(Selection(language=language))
    drawn = 0
    for project_id in selected.projects["project_id"]:
        frame = project_figures.openings(selected, project_id)
        if frame["position"].notna().any():
            figure = go.Figure(project.openings(frame, Words(language), LIGHT))
            drawn += 1
            for whole in (270, 340, 1100):
                assert all(0 <= t.left <= t.right <= whole for t in texts(figure, whole))
            dated = frame[frame["position"].notna()]
            said = " ".join(note.text for note in figure.layout.annotations)
            for date in dated["as_of_date"]:  # whole, in one line
                assert Words(language).date(date).replace(" ", SPACE) in said
    assert drawn
