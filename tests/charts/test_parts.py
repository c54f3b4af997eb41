"""A chart that is taller than a page: parts that fit, with every mark and every word once."""

from __future__ import annotations

from collections import Counter

import pytest

from lib.charts.funding import flow
from lib.charts.parts import parts
from lib.charts.theme import LIGHT, Figure
from lib.figures import flow as figures
from lib.model.selection import Selection
from lib.model.store import load
from lib.wording.funding import labelled
from lib.wording.words import Words
from tests.fixture import copies

TALLEST = 860


@pytest.fixture(scope="module")
def tall() -> Figure:
    """Payers of the illustrative portfolio: one of them is taller than a page by itself."""
    links = figures.flow(load(copies.REAL / "example").select(Selection()))
    words = Words("en")
    return flow(labelled(figures.drawn(links), 0, 0, words), words, LIGHT)


def texts(figure: Figure) -> Counter[str]:
    return Counter(note["text"] for note in figure["layout"]["annotations"])


def test_every_part_fits_and_every_text_is_in_one(tall: Figure) -> None:
    found = parts(tall, TALLEST)
    assert tall["layout"]["height"] > 2 * TALLEST
    assert all(part["layout"]["height"] <= TALLEST for part in found)
    assert sum(map(texts, found), Counter()) == texts(tall)
    assert len(found) <= 2 * tall["layout"]["height"] / TALLEST


def test_parts_follow_each_other_on_the_scale_of_the_whole(tall: Figure) -> None:
    found = parts(tall, TALLEST)
    ranges = [part["layout"]["yaxis"]["range"] for part in found]
    assert [top for _, top in ranges] == [0, *(base for base, _ in ranges[:-1])]
    assert ranges[-1][0] == tall["layout"]["yaxis"]["range"][0]
    for part in found:
        base, top = part["layout"]["yaxis"]["range"]
        margin = part["layout"]["margin"]
        assert part["layout"]["height"] == base - top + margin["t"] + margin["b"]


def test_no_node_and_no_name_is_cut_and_marks_only_where_a_payer_is_taller(tall: Figure) -> None:
    found = parts(tall, TALLEST)
    nodes = [(shape["y0"], shape["y1"]) for shape in tall["layout"]["shapes"]]
    ends = [part["layout"]["yaxis"]["range"][0] for part in found[:-1]]
    assert not [end for end in ends for top, base in nodes if top < end < base]
    drawn = [len(part["data"]) for part in found]
    # Ribbons of a payer that goes on are on both pages, and nothing else is.
    crossing = [min(one["y"]) < end < max(one["y"]) for one in tall["data"] for end in ends]
    assert 0 < sum(drawn) - len(tall["data"]) == sum(crossing) < 5


def test_what_fits_and_what_has_numbers_at_its_foot_stays_whole(tall: Figure) -> None:
    (whole,) = parts(tall, tall["layout"]["height"])
    assert whole is tall
    numbered = tall["layout"] | {"xaxis": {"range": [0, 1]}}
    (whole,) = parts({**tall, "layout": numbered}, TALLEST)
    assert whole["layout"] is numbered
