"""Maps of files: what they show, told to those who do not see them."""

from __future__ import annotations

import re

import pytest

from lib.charts.theme import LIGHT
from lib.exports import places
from lib.exports.exhibits import Map, Window
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
        assert f"{number} without names" in told.replace("\u00a0", " ") or number in told


def test_a_part_of_the_world_tells_and_draws_its_own_countries_alone(sites: Map) -> None:
    vietnam, europe = window(sites, "region.vn"), window(sites, "europe")
    assert sites.alternative(vietnam) == (
        "Map of places. Vietnam: 4 from before, 15 without names."
    )
    assert "Vietnam" not in sites.alternative(europe)
    assert sites.alternative(europe).startswith("Map of places: Europe. Austria: 2 places")
    crowded = vietnam._replace(view=window(sites, "whole").view, width=2000, height=2000)
    picks = re.findall(
        r'data-pick="\[&quot;site&quot;, &quot;([\w-]+)', sites.still(crowded, LIGHT)
    )
    codes = sites.frame.set_index("site_id").loc[picks, "country_code"]
    assert set(codes) == {"VN"}
