"""Maps of files: what they show, told to those who do not see them."""

from __future__ import annotations

import re

import pytest

from lib.charts.theme import LIGHT
from lib.exports import places
from lib.exports.exhibits import Map
from lib.exports.windows import Window
from lib.figures import places as figures
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.model.store import load
from lib.wording.words import Words
from tests.fixture import copies

WORDS = Words("en")


@pytest.fixture(scope="module")
def whole() -> Portfolio:
    return load(copies.REAL).select(Selection())


@pytest.fixture(scope="module")
def sites(whole: Portfolio) -> Map:
    return places.sites(whole, WORDS, places.windows(whole, WORDS))


def window(sites: Map, name: str) -> Window:
    return next(one for one in sites.windows if one.name == name)


def test_every_mark_of_a_map_is_told(sites: Map, whole: Portfolio) -> None:
    told = sites.alternative(window(sites, "whole"))
    located = figures.sites(whole).dropna(subset=["latitude"])
    for code, own in located.groupby("country_code"):
        counts = {
            "place": ((own["site_role"] == "expansion") & (own["precision"] == "place")).sum(),
            "area": ((own["site_role"] == "expansion") & (own["precision"] == "admin_area")).sum(),
            "from before": (own["site_role"] == "origin").sum(),
        }
        said = re.search(rf"{WORDS.country(str(code))}: ([^;.]*)", told)
        assert said
        for what, count in counts.items():
            assert (re.search(rf"\b{count} {what}", said[1]) is not None) == (count > 0)
    for row in figures.unnamed(whole).itertuples():
        number = WORDS.bound(row.low, row.high, row.is_approximate)
        assert f"{WORDS.country(row.country_code)}: " in told
        assert f"{number} without names" in told


def test_a_part_of_the_world_tells_and_draws_its_own_countries_alone(sites: Map) -> None:
    vietnam, europe = window(sites, "region.vn"), window(sites, "europe")
    assert sites.alternative(vietnam) == (
        "Map of places. Vietnam: 4 from before, 15 without names."
    )
    assert "Vietnam" not in sites.alternative(europe)
    assert sites.alternative(europe).startswith("Map of places: Europe. Austria: 2 places")
    crowded = vietnam._replace(view=window(sites, "whole").view, width=2000, height=2000)
    picks = re.findall(
        r'data-pick="\[&quot;site&quot;, &quot;([\w-]+)', sites.still(crowded, LIGHT).svg
    )
    codes = sites.frame.set_index("site_id").loc[picks, "country_code"]
    assert set(codes) == {"VN"}


@pytest.mark.parametrize("is_narrow", [True, False])
def test_what_a_map_has_no_room_to_write_is_told_below_it(sites: Map, is_narrow: bool) -> None:
    europe, argentina = window(sites, "europe"), window(sites, "region.ar")
    made = sites.still(europe, LIGHT, is_narrow=is_narrow)
    countries = [WORDS.country(code) for code in europe.codes]
    told = sites.unwritten(europe, made)
    written = [bool(re.search(f">{name}( \\d+)?</text>", made.svg)) for name in countries]
    assert written == [f"{name}: " not in told for name in countries]
    assert "Bulgaria" not in told
    made = sites.still(argentina, LIGHT)
    located = sites.frame.dropna(subset=["latitude"])
    names = located.loc[located["country_code"] == "AR", "name"]
    told = sites.unwritten(argentina, made)
    assert [name for name in names if (f">{name}</text>" in made.svg) == (name in told)] == []


def test_words_away_from_their_country_are_led_to_it(sites: Map, whole: Portfolio) -> None:
    whole_world = window(sites, "whole")
    svg = sites.still(whole_world, LIGHT).svg
    home = whole.outlines["CH"]["properties"]
    x, y = whole_world.view.pixel(home["label_longitude"], home["label_latitude"])
    ends = re.findall(rf'd="M{x:.1f} {y:.1f}Q\S+ \S+ (\S+) (\S+)" fill="none"', svg)
    assert len(ends) == 1, "one line leads to the number of Switzerland"
    number = WORDS.of("Switzerland", WORDS.bound(0, 60, False))
    left, top, wide, tall = (
        float(one)
        for one in re.findall(
            r'<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"[^>]*/><text[^>]*>'
            + re.escape(number),
            svg,
        )[0]
    )
    right, down = map(float, ends[0])
    assert left - 0.2 <= right <= left + wide + 0.2
    assert top - 0.2 <= down <= top + tall + 0.2
