"""Places drawn together: none is lost, none is drawn twice, few marks remain."""

from __future__ import annotations

import json
import math
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.map_sites import sites as made
from lib.charts import map as chart
from lib.charts import map_deck
from lib.charts.map_groups import CELL, LARGE, MOST, SMALL, split, together
from lib.charts.map_view import View
from lib.charts.theme import LIGHT, Palette
from lib.model.outlines import features
from lib.wording.words import Words

COUNTRY = [
    "country_code",
    "country",
    "edition_ids",
    "project_count",
    "label",
    "is_selected",
    "named_count",
]
NUMBER = ["project_id", "edition_id", "country_code", "low", "high", "is_approximate"]
ARC = ["from_longitude", "from_latitude", "to_longitude", "to_latitude", "edition_id"]
SITE = ["longitude", "latitude", "country_code", "edition_id", "precision"]
EUROPE = chart.View(11.8, 46.5, 3.95)

degrees = st.floats(-180, 180) | st.sampled_from([0.0, 180.0, -180.0, float("nan")])
rows = st.lists(
    st.tuples(
        degrees,
        degrees.map(lambda longitude: longitude / 2),
        st.sampled_from(["AT", "CZ", "IT"]),
        st.sampled_from(["1", "2", "3"]),
        st.sampled_from(["place", "admin_area", "country"]),
    ),
    max_size=60,
)
views = st.builds(
    View,
    st.floats(-180, 180),
    st.floats(-70, 70),
    st.floats(0, 7),
    st.sampled_from([350.0, math.inf]),
    st.sampled_from([170.0, math.inf]),
)


@given(rows, views, st.integers(0, 20))
def test_every_located_site_is_counted_once(
    listed: list[tuple[Any, ...]], view: View, most: int
) -> None:
    sites = pd.DataFrame(listed, columns=SITE)
    drawn = sites.dropna(subset=["longitude", "latitude"]).query("precision != 'country'")
    alone, groups = split(sites, view, most)
    if len(drawn) <= most:
        assert alone is sites
        assert groups.empty
        return
    assert len(alone) + groups["site_count"].sum() == len(drawn)
    assert set(alone.index) <= set(drawn.index)
    assert (groups["site_count"] > 1).all()
    assert groups["country_counts"].map(sum).tolist() == groups["site_count"].tolist()
    for code in ("AT", "CZ", "IT"):
        inside = sum(
            counts[codes.index(code)]
            for codes, counts in zip(groups["country_codes"], groups["country_counts"], strict=True)
            if code in codes
        )
        own = (drawn["country_code"] == code).sum()
        assert inside + (alone["country_code"] == code).sum() == own
    editions = {edition for found in groups["edition_ids"] for edition in found}
    assert editions | set(alone["edition_id"]) == set(drawn["edition_id"])


@given(rows, views)
def test_marks_of_groups_do_not_cover_each_other(listed: list[tuple[Any, ...]], view: View) -> None:
    groups = split(pd.DataFrame(listed, columns=SITE), view, 0).groups
    pixels = [view.pixel(*point) for point in groups[["longitude", "latitude"]].to_numpy(float)]
    near = [
        (pixel, radius)
        for pixel, radius in zip(pixels, groups["radius"], strict=True)
        if abs(pixel[0]) < 60 and abs(pixel[1]) < 60
    ]
    for place, (one, radius) in enumerate(near):
        for other, its in near[place + 1 :]:
            assert math.dist(one, other) >= radius + its - 0.01


@pytest.mark.parametrize("count", [MOST, MOST + 1])
def test_up_to_the_limit_each_site_is_drawn(count: int) -> None:
    alone, groups = split(made(count), EUROPE)
    assert groups.empty == (count == MOST)
    assert len(alone) + groups["site_count"].sum() == count


def test_squares_follow_the_view() -> None:
    sites = made(10_000)
    views = {"world": chart.VIEWS["world"], "europe": EUROPE}
    counts = {name: len(split(sites, view).groups) for name, view in views.items()}
    assert counts["world"] < counts["europe"]
    inside = [
        math.dist((0, 0), EUROPE.pixel(row.longitude, row.latitude)) < 300
        for row in split(sites, EUROPE).groups.itertuples()
    ]
    assert sum(inside) > 20


def test_the_area_grows_with_the_number() -> None:
    groups = split(made(10_000), EUROPE).groups
    assert groups["radius"].between(SMALL, LARGE).all()
    assert groups["radius"].max() == LARGE == CELL / 2
    by_count = groups.sort_values("site_count")
    assert by_count["radius"].is_monotonic_increasing
    area = groups["radius"] ** 2 - SMALL**2
    per_site = (LARGE**2 - SMALL**2) / groups["site_count"].max()
    assert (area - per_site * groups["site_count"]).abs().max() < 2


def _drawn(sites: pd.DataFrame, words: Words, palette: Palette = LIGHT) -> dict[str, Any]:
    """Rows by layer."""
    empty = [pd.DataFrame(columns=names) for names in (COUNTRY, [*NUMBER, "latitude", "longitude"])]
    arcs = pd.DataFrame([(1.0, 2.0, 3.0, 4.0, "1")], columns=ARC)
    deck = map_deck.world(
        empty[0], sites, empty[1], arcs, features(), words, palette, chart.VIEWS["world"]
    )
    layers = json.loads(deck.to_json())["layers"]
    return {layer["id"]: layer["data"] for layer in layers}


def test_a_group_says_how_many_where_and_of_which_editions(palette: Palette) -> None:
    sites = made(MOST + 1).assign(latitude=48.2, longitude=16.4, country_code="AT", edition_id="2")
    sites.loc[:2, ["country_code", "edition_id"]] = ["CZ", "1"]
    drawn = _drawn(sites, Words("en"), palette)
    assert [row["text"] for row in drawn["group_counts"]] == ["2,001"]
    (row,) = drawn["groups"]
    said = row["properties"]
    assert said["tip_title"] == "2,001 named places and areas"
    assert said["tip_text"] == "Austria: 1,998\nCzechia: 3\nEdition 1 and Edition 2"
    assert said["line"][:3] == [*bytes.fromhex(palette.muted[1:])]


def test_a_group_of_one_edition_has_its_colour(palette: Palette) -> None:
    sites = made(MOST + 1).assign(latitude=48.2, longitude=16.4, edition_id="2")
    (row,) = _drawn(sites, Words("it"), palette)["groups"]
    assert row["properties"]["line"][:3] == [*bytes.fromhex(palette.edition("2")[1:])]


def test_arcs_and_groups_are_not_drawn_together(words: Words) -> None:
    assert "arcs" in _drawn(made(11), words)
    many = _drawn(made(MOST + 1), words)
    assert "arcs" not in many
    assert {"groups", "group_counts"} <= set(many)


@pytest.mark.parametrize(("count", "most"), [(MOST, 1_000_000), (100_000, 100_000)])
def test_a_map_stays_small(count: int, most: int) -> None:
    drawn = _drawn(made(count), Words("it"))
    assert len(json.dumps(drawn, ensure_ascii=False).encode()) < most


@pytest.mark.parametrize(("code", "codes"), [("", ("AT", "CZ")), ("AT", ("AT",))])
def test_a_click_on_a_group_names_its_countries(code: str, codes: tuple[str, ...]) -> None:
    sites = made(MOST + 1).assign(latitude=48.2, longitude=16.4, country_code="AT")
    if not code:
        sites.loc[0, "country_code"] = "CZ"
    given_frames = (pd.DataFrame(columns=COUNTRY), sites, [], features(), EUROPE)
    assert chart.picked({"groups": [0]}, *given_frames) == ("country", codes)
    assert chart.picked({"groups": [1]}, *given_frames) is None


def test_the_legend_shows_the_sign_of_a_group_only_beside_groups(
    words: Words, palette: Palette
) -> None:
    sites = made(MOST + 1).assign(site_role="expansion", status="active")
    arcs = pd.DataFrame({"name": ["Linz"]})
    few, many = (
        chart.legend(sites, arcs.iloc[:0], arcs, words, palette, is_grouped=is_grouped)
        for is_grouped in (False, True)
    )
    assert chart.disc(palette, words) not in few
    assert many == [*few[:-1], chart.disc(palette, words)], "instead of arcs"


@given(rows, views, st.data())
def test_rows_that_stand_for_several_sites_are_weighed(
    listed: list[tuple[Any, ...]], view: View, data: st.DataObject
) -> None:
    sites = pd.DataFrame(listed, columns=SITE).dropna(subset=["longitude", "latitude"])
    counts = data.draw(st.lists(st.integers(1, 9), min_size=len(sites), max_size=len(sites)))
    one_by_one = sites.loc[sites.index.repeat(counts)]
    groups = together(sites.assign(site_count=counts), view)
    assert groups["site_count"].sum() == sum(counts)
    again = together(one_by_one.assign(site_count=1), view)
    pd.testing.assert_frame_equal(groups, again, rtol=1e-9, atol=1e-9)
