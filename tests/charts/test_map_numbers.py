"""Numbers without names: each is written, or in one with those near it; none is lost or doubled."""

from __future__ import annotations

import random
import re

import pandas as pd
import pytest

from lib.charts.map_labels import Box, Room
from lib.charts.map_numbers import CELL, MOST, gathered, number_rows
from lib.charts.map_picks import picked
from lib.charts.map_view import VIEWS, View
from lib.charts.map_words import box_size, boxed
from lib.model.outlines import features
from lib.wording.words import words

WORLD = VIEWS["world"]
CODES = ("KE", "TZ", "FR", "BR")


def numbers(count: int) -> pd.DataFrame:
    dice = random.Random(count)
    points = {code: features()[code]["properties"] for code in CODES}
    rows = []
    for at in range(count):
        code, low = CODES[at % len(CODES)], dice.randrange(50)
        rows.append(
            {
                "project_id": f"p{at}",
                "edition_id": str(at % 3),
                "country_code": code,
                "low": float(low),
                "high": float(low + dice.randrange(9)),
                "is_approximate": at % 5 == 0,
                "latitude": points[code]["label_latitude"],
                "longitude": points[code]["label_longitude"],
            }
        )
    return pd.DataFrame(rows)


def test_few_are_written_one_by_one() -> None:
    rows = numbers(len(CODES))
    found = gathered(rows, WORLD)
    assert found["project_ids"].tolist() == [(one,) for one in rows["project_id"]]
    assert found["longitude"].tolist() == rows["longitude"].tolist()
    assert [row["text"] for row in number_rows(found, words("en"), is_short=False)] == [
        f"{words('en').bound(row.low, row.high, row.is_approximate)} unnamed"
        for row in rows.itertuples()
    ]


@pytest.mark.parametrize("view", [WORLD, View(37, 0, 5.0)])
def test_of_many_those_near_each_other_are_one_number(view: View) -> None:
    rows = numbers(MOST * 4)
    found = gathered(rows, view)
    assert len(found) <= len(CODES)
    ids = [one for own in found["project_ids"] for one in own]
    assert sorted(ids) == sorted(rows["project_id"])
    for row in found.itertuples():
        own = rows[rows["project_id"].isin(row.project_ids)]
        assert (row.low, row.high) == (own["low"].sum(), own["high"].sum())
        for code, bound in row.parts:
            part = own[own["country_code"] == code]
            assert (bound.low, bound.high) == (part["low"].sum(), part["high"].sum())
    places = [view.pixel(row.longitude, row.latitude) for row in found.itertuples()]
    cells = {(x // CELL[0], y // CELL[1]) for x, y in places}
    assert len(cells) == len(places)


def test_no_number_covers_another_however_little_room_marks_leave() -> None:
    view = View(14, 20, -0.9, 230, 180)
    rows = number_rows(gathered(numbers(MOST * 4), view), words("en"), is_short=True)
    assert len(rows) > 1
    everywhere = Box.around(0, 0, 999, 999)
    boxes = []
    for row in boxed(rows, view, Room(Box.around(0, 0, view.width, view.height), [everywhere])):
        x, y = view.pixel(row["longitude"], row["latitude"])
        boxes.append(Box.around(x + row["right"], y + row["down"], *box_size(row["text"])))
    assert not any(one.meets(other) for one in boxes for other in boxes if one is not other)


def test_a_number_of_several_countries_says_of_how_many() -> None:
    view = View(14, 20, -0.9, 230, 180)
    rows = number_rows(gathered(numbers(MOST * 4), view), words("en"), is_short=True)
    drawn = boxed(rows, view, Room(Box.around(0, 0, view.width, view.height)))
    assert [row["home"] for row in drawn] == [row["home"] for row in rows]
    several = [row["text"] for row in drawn if not row["home"]]
    assert several
    assert all(re.match(r"\d+ countries: ", text) for text in several)


def test_a_number_of_several_selects_their_countries() -> None:
    rows, nothing = numbers(MOST * 4), pd.DataFrame(columns=["country_code"])
    sites = pd.DataFrame(columns=["latitude", "longitude", "precision", "site_role", "site_id"])
    found = gathered(rows, WORLD)
    drawn = number_rows(found, words("en"), is_short=True)
    assert all("Announced places that no source names" in row["tip_text"] for row in drawn)
    for at, row in enumerate(found.itertuples()):
        told = picked({"unnamed": [at]}, nothing, sites, drawn, features(), WORLD)
        assert told == ("country", tuple(code for code, _bound in row.parts)) == drawn[at]["pick"]
    assert picked({"unnamed": [len(found)]}, nothing, sites, drawn, features(), WORLD) is None
