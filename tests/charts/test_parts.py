"""A chart that is taller than a page: parts that fit, each on the scale of the whole."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pandas as pd
import pytest

from lib.charts import targets
from lib.charts.counts import co_funder_counts
from lib.charts.flow import flow
from lib.charts.parts import parts, said
from lib.charts.sheet import WIDE
from lib.charts.theme import LIGHT, Figure
from lib.figures import co_funders, drawn_flow
from lib.figures import flow as figures
from lib.figures import targets as targets_figures
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.model.store import load
from lib.wording.destinations import labelled
from lib.wording.words import Words
from tests.fixture import copies

TALLEST, FURTHER = 560, 600
WORDS = Words("en")
CURRENCIES = ["EUR", "USD"]
COLUMNS = ["Payer", "Edition", "Destination"]
_TAG = re.compile("<[^>]*>")


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return load(copies.REAL / "example").select(Selection())


@pytest.fixture(scope="module")
def links(portfolio: Portfolio) -> pd.DataFrame:
    return labelled(drawn_flow.drawn(figures.flow(portfolio)), 0, 0, WORDS)


@pytest.fixture(scope="module")
def money(links: pd.DataFrame) -> Figure:
    """Eight payers."""
    return flow(links, WORDS, LIGHT, WIDE, is_paged=True)


@pytest.fixture(scope="module")
def bars(portfolio: Portfolio) -> Figure:
    """Fifteen projects of four editions, on an axis with numbers."""
    return targets.places(targets_figures.places(portfolio), WORDS, LIGHT, WIDE)


def texts(figure: Figure) -> Counter[str]:
    return Counter(note["text"] for note in figure["layout"]["annotations"])


@pytest.mark.parametrize("name", ["money", "bars"])
def test_every_part_fits_and_every_text_is_in_one(
    name: str, request: pytest.FixtureRequest
) -> None:
    whole: Figure = request.getfixturevalue(name)
    found = parts(whole, TALLEST, FURTHER)
    heights = [part["layout"]["height"] for part in found]
    assert len(found) > 1
    assert heights[0] <= TALLEST
    assert max(heights) <= FURTHER
    assert min(heights) > TALLEST / 3  # none is a row that was left over
    heads = {note["text"] for note in whole["layout"]["annotations"]
             if note["text"] in (*COLUMNS, *CURRENCIES) or note["text"].startswith("Edition")
             and note["font"]["weight"] == 600}  # fmt: skip
    counted = sum(map(texts, found), Counter())
    assert {text for text, count in (counted - texts(whole)).items() if count} <= heads
    assert not texts(whole) - counted


def test_parts_are_as_full_as_can_be(money: Figure) -> None:
    layout = money["layout"]
    ends = [*layout["meta"]["rows"], layout["yaxis"]["range"][0]]
    found = [part["layout"] for part in parts(money, 770, 850)]
    assert len(found) == 3
    for part, most in zip(found, (770, 850), strict=False):
        end = part["yaxis"]["range"][0]
        after = min(other for other in ends if other > end)
        assert part["height"] <= most < part["height"] + after - end


def test_where_a_row_would_be_left_over_parts_are_about_equally_high(bars: Figure) -> None:
    first, last = (part["layout"]["height"] for part in parts(bars, 770, 850))
    row = max(after - end for end, after in pairwise(bars["layout"]["meta"]["rows"]))
    assert abs(first - last) < row


def test_a_number_is_as_long_in_every_part_as_in_the_whole(bars: Figure) -> None:
    def lengths(figure: Figure) -> list[tuple[str, float, float]]:
        layout = figure["layout"]
        first, last = layout["xaxis"]["range"]
        wide = WIDE - layout["margin"]["l"] - layout["margin"]["r"]
        return [
            (trace["name"], trace["x"][0], trace["x"][0] / (last - first) * wide)
            for trace in figure["data"]
            if trace["type"] == "bar"
        ]

    found = [one for part in parts(bars, TALLEST, FURTHER) for one in lengths(part)]
    assert sorted(found) == sorted(lengths(bars))
    for (_, less, short), (_, more, long) in pairwise(sorted(found, key=lambda one: one[1])):
        assert short == pytest.approx(long) if less == more else short < long


def test_a_page_that_begins_below_a_head_says_it_again(bars: Figure, money: Figure) -> None:
    for part in parts(money, TALLEST, FURTHER):
        assert {_TAG.sub("", text) for text in texts(part)} & {*CURRENCIES}
    for whole in parts(bars, TALLEST, FURTHER):
        top = whole["layout"]["yaxis"]["range"][1]
        header = next(n for n in whole["layout"]["annotations"] if n["text"].startswith("Edition"))
        assert top <= header["y"] <= top + 20


def test_no_ribbon_and_no_node_is_in_two_parts(money: Figure) -> None:
    found = parts(money, TALLEST, FURTHER)
    assert sum(len(part["data"]) for part in found) == len(money["data"])
    for part in found:
        base, top = part["layout"]["yaxis"]["range"]
        assert all(top <= y <= base for trace in part["data"] for y in trace["y"])


def test_a_payer_of_more_than_a_page_is_drawn_in_parts_under_its_name(links: pd.DataFrame) -> None:
    first = links[links["payer_id"] == links["payer_id"].iloc[0]]
    many = pd.concat([first[first["currency_code"] == "EUR"]] * 4, ignore_index=True)
    found = parts(flow(many, WORDS, LIGHT, WIDE, is_paged=True), 770, 770)
    names = [[text for text in texts(part) if "part " in text] for part in found]
    assert [len(own) for own in names] == [1, 1, 1]
    assert all(f"part {number} of 3" in own[0] for number, own in enumerate(names, start=1))


def test_a_part_tells_its_own_rows_with_whole_names(
    portfolio: Portfolio, links: pd.DataFrame, bars: Figure
) -> None:
    money = flow(links, WORDS, LIGHT, WIDE, is_paged=True)
    found = [said(part).split("; ") for part in parts(money, TALLEST, FURTHER)]
    told = [text for own in found for text in own]
    exact = links[links["low"] == links["high"]]
    assert len(found) > 1
    assert Counter(text.split(":")[0] for text in told) == Counter(exact["payer"])
    amounts = [(row.payer, WORDS.money(row.low, row.high, False, row.currency_code), row.projects)
               for row in exact.itertuples()]  # fmt: skip
    assert all(
        any(text.startswith(payer) and amount in text and all(one in text for one in projects)
            for text in told)
        for payer, amount, projects in amounts
    )  # fmt: skip
    rows = [text for part in parts(bars, TALLEST, FURTHER) for text in said(part).split("; ")]
    names = targets_figures.places(portfolio)["project"]
    assert all(text.startswith(name) for text, name in zip(rows, names, strict=True))


def test_what_fits_and_what_is_no_sheet_of_rows_stays_whole(
    portfolio: Portfolio, money: Figure
) -> None:
    (whole,) = parts(money, money["layout"]["height"], FURTHER)
    assert whole is money
    counts = co_funder_counts(co_funders.counts(portfolio), WORDS, LIGHT)
    (whole,) = parts(counts, 10, 10)
    assert whole is counts
