"""Charts of sums: pieces that add up, ends that say how sure the sum is, words in their place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import combinations
from math import inf

import pandas as pd
import plotly.graph_objects as go
import pytest

from lib.charts import totals as charts
from lib.charts.sheet import WIDE
from lib.charts.theme import LIGHT, Figure, Palette
from lib.wording.words import Words
from tests.charts.geometry import overlap, texts

NAME = "<b>Camino</b> Incubadora de Emprendimientos para Personas Refugiadas"
BOUNDS = {
    "exact": (1_059_087_850.0, 1_059_087_850.0, False),
    "about": (250_000.0, 250_000.0, True),
    "at_least": (400_000_000.0, inf, False),
    "up_to": (0.0, 900_000_000.0, False),
    "range": (850_163_570.0, 1_037_278_260.0, True),
}


def committed() -> pd.DataFrame:
    """Every way a sum can end, each of two types of payer."""
    rows = [
        {
            "group_id": kind,
            "name": NAME if kind == "range" else kind,
            "organisation_type": payer,
            "currency_code": "EUR",
            **dict(zip(("low", "high", "is_approximate"), bound, strict=True)),
            "stated_count": 3,
        }
        for kind, bound in BOUNDS.items()
        for payer in ("foundation", "ngo")
    ]
    return pd.DataFrame(rows)


def by_project() -> pd.DataFrame:
    frame = committed().rename(columns={"group_id": "project_id", "name": "project"})
    return frame.assign(edition_id="2", site_count=[1, 25] * len(BOUNDS))


def by_indicator() -> pd.DataFrame:
    frame = committed().rename(columns={"name": "indicator"})
    unit = ["families"] * (len(frame) - 1) + [NAME]
    return frame.assign(unit=unit, projects="500 projects")


Draw = Callable[[pd.DataFrame, Words, Palette], Figure]
CHARTS: dict[str, tuple[Draw, Callable[[], pd.DataFrame]]] = {
    "totals.committed": (charts.committed, committed),
    "totals.by_project": (charts.by_project, by_project),
    "totals.by_indicator": (charts.by_indicator, by_indicator),
}


WIDE_CHARTS = {"totals.by_project": partial(charts.by_project, narrowest=WIDE)}


@pytest.mark.parametrize(
    ("name", "whole", "is_wide"),
    [*((name, whole, False) for name in CHARTS for whole in (340, 1100))]
    + [(name, whole, True) for name in WIDE_CHARTS for whole in (WIDE, 1400)],
)
def test_no_text_is_cut_or_covered(
    name: str, words: Words, palette: Palette, whole: int, is_wide: bool
) -> None:
    draw, frame = CHARTS[name]
    draw = WIDE_CHARTS[name] if is_wide else draw
    figure = go.Figure(draw(frame(), words, palette))
    found = texts(figure, whole)
    for text in found:
        assert 0 <= text.left <= text.right <= whole, text
        assert 0 <= text.top <= text.bottom <= figure.layout.height, text
    for one, other in combinations(found, 2):
        if "≈" not in (one.text, other.text):
            assert overlap(one, other) == 0, (one, other)


@pytest.mark.parametrize("name", CHARTS)
def test_a_frame_is_drawn_as_it_is_or_refused(name: str) -> None:
    draw, frame = CHARTS[name]
    given = frame()
    figure = draw(given, Words("en"), LIGHT)
    said = [note["text"] for note in figure["layout"]["annotations"]]
    said = " ".join([*said, *(text for trace in figure["data"] for text in trace["hovertext"])])
    assert "&lt;b&gt;Camino" in said
    assert "<b>Camino" not in said
    pd.testing.assert_frame_equal(given, frame())
    with pytest.raises(ValueError, match=name):
        draw(given.iloc[:0], Words("en"), LIGHT)


def test_pieces_stand_one_after_the_other_up_to_the_lower_bound() -> None:
    figure = charts.committed(committed(), Words("en"), LIGHT)
    first, second = figure["data"][:2]
    assert (first["name"], second["name"]) == ("foundation", "ngo")
    lows = [bound[0] for bound in BOUNDS.values()]
    assert first["x"] == second["x"] == second["base"] == lows
    assert first["base"] == [0.0] * len(BOUNDS)
    assert [custom[0] for custom in first["customdata"]] == [*BOUNDS]


def test_what_may_come_on_top_is_hatched_and_never_beyond_the_upper_bound() -> None:
    hatched = charts.committed(committed(), Words("en"), LIGHT)["data"][2:]
    ends = {
        trace["name"]: (trace["base"][0], trace["base"][0] + trace["x"][0]) for trace in hatched
    }
    assert ends == {
        kind if kind == "up_to" else NAME: (2 * BOUNDS[kind][0], 2 * BOUNDS[kind][1])
        for kind in ("up_to", "range")
    }
