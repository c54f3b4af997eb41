"""Words of still maps: whose a number is can be read off it; none is cut at an edge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest
import shapely

from lib.charts import map as chart
from lib.charts import map_deck
from lib.charts.map_view import View, filled, framed_bounds
from lib.charts.map_words import box_size
from lib.charts.text import width
from lib.charts.theme import LIGHT
from lib.exports import places
from lib.exports.windows import Ground
from lib.model.outlines import CLOSE, features, shapes
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.model.store import load
from lib.view.frames import ROOMS
from lib.wording.words import Words
from tests.fixture import copies

EXAMPLE = Path(__file__).resolve().parents[2] / "data" / "example"
BOX = re.compile(r'<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"[^>]*/><text[^>]*>([^<]*)')
LINE = re.compile(r'<path d="M(\S+) (\S+)Q\S+ \S+ (\S+) (\S+)" fill="none"[^>]*width="0.8"/>')
TEXT = re.compile(r'<text x="(\S+)" y="(\S+)" font-size="(\d+)" font-weight="(\d+)"[^>]*>([^<]*)')


class Drawn(NamedTuple):
    """A map with what it was drawn of."""

    svg: str
    view: View
    ground: Ground
    words: Words


@pytest.fixture(scope="module")
def every() -> Portfolio:
    return load(copies.REAL)


@pytest.fixture(scope="module")
def whole(every: Portfolio) -> Portfolio:
    return every.select(Selection())


def maps(portfolio: Portfolio, language: str, codes: list[str]) -> Iterator[Drawn]:
    """The map of some countries for each width of its place."""
    words = Words(language)
    ground = places.ground_of(portfolio, words)
    for room in ROOMS:
        view = framed(ground, codes, *room)
        svg = chart.still(*ground, words, LIGHT, view, round(view.height), codes=codes).svg
        yield Drawn(svg, view, ground, words)


def framed(ground: Ground, codes: list[str], width: int, least: int, most: int) -> View:
    bounds = framed_bounds(ground.outlines, codes, ground.sites)
    assert bounds is not None
    return filled(bounds, width, least, most)


def near_and_all(portfolio: Portfolio) -> tuple[list[str], list[str]]:
    codes = list(dict.fromkeys(portfolio.project_countries["country_code"]))
    return [code for code in codes if code not in ("AR", "IN", "VN")], codes


def test_a_number_stands_on_its_country_or_says_whose_it_is(whole: Portfolio) -> None:
    for codes in near_and_all(whole):
        for drawn in maps(whole, "en", codes):
            found = {row.country_code: row for row in drawn.ground.unnamed.itertuples()}
            boxes = BOX.findall(drawn.svg)
            assert len(boxes) == len({*found} & {*codes})
            for *box, said in boxes:
                left, top, wide, tall = map(float, box)
                named = [code for code in found if said.startswith(drawn.words.country(code))]
                own = named or [
                    code
                    for code, row in found.items()
                    if drawn.words.bound(row.low, row.high, row.is_approximate) in said
                    and holds(code, drawn.view, left + wide / 2, top + tall / 2)
                ]
                over = [float(y) for x, y, *_look, name in TEXT.findall(drawn.svg)
                        if name.startswith(tuple(map(drawn.words.country, found)))
                        and abs(float(x) - left - wide / 2) < 1]  # fmt: skip
                is_joined = any(0 < top - y < 2 * tall for y in over)
                assert own or is_joined, f"{said} stands on no country of its own in {drawn.view}"


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_narrow_map_of_a_continent_names_each_country_once(
    whole: Portfolio, language: str
) -> None:
    codes = near_and_all(whole)[0]
    drawn = next(maps(whole, language, codes))
    said = re.findall(r">([^<>]+)</text>", drawn.svg)
    for row in drawn.ground.countries.itertuples():
        if row.country_code in codes:
            (own,) = [one for one in said if one.startswith(row.country)]
            assert own == (f"{row.country} {row.named_count}" if row.named_count else row.country)


def test_no_number_covers_another_one() -> None:
    """Several countries have several numbers: on a narrow map there are fewer boxes."""
    portfolio = load(EXAMPLE).select(Selection())
    _near, codes = near_and_all(portfolio)
    drawn = next(maps(portfolio, "de", codes))
    boxes = [shapely.box(x, y, x + wide, y + tall) for x, y, wide, tall in
             ((float(one) for one in box[:4]) for box in BOX.findall(drawn.svg))]  # fmt: skip
    assert 2 < len(boxes) < len(drawn.ground.unnamed)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize("language", ["de", "en", "es"])
def test_no_line_runs_behind_the_box_of_another_number(language: str) -> None:
    portfolio = load(EXAMPLE).select(Selection())
    _near, codes = near_and_all(portfolio)
    for drawn in [*maps(portfolio, language, codes)][:1]:
        boxes = [shapely.box(x + 1, y + 1, x + wide - 1, y + tall - 1) for x, y, wide, tall in
                 ((float(one) for one in box[:4]) for box in BOX.findall(drawn.svg))]  # fmt: skip
        lines = [shapely.LineString([(x, y), (right, down)]) for x, y, right, down in
                 ((float(one) for one in ends) for ends in LINE.findall(drawn.svg))]  # fmt: skip
        assert lines
        assert not any(line.intersects(box) for line in lines for box in boxes)


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it"])
def test_no_name_of_a_country_stands_on_the_line_to_another(
    whole: Portfolio, language: str
) -> None:
    narrow = next(maps(whole, language, near_and_all(whole)[0]))
    lines = [shapely.LineString([(x, y), (right, down)]) for x, y, right, down in
             ((float(one) for one in ends) for ends in LINE.findall(narrow.svg))]  # fmt: skip
    names = [(float(row[0]), float(row[1]), width(row[4], 13, 600) / 2)
             for row in TEXT.findall(narrow.svg) if row[3] == "600"]  # fmt: skip
    boxes = [shapely.box(x - half, y - 5, x + half, y + 5) for x, y, half in names]
    assert lines
    assert not any(line.intersection(box).length > 2 for line in lines for box in boxes)
    assert not any(one.crosses(other) for one, other in combinations(lines, 2))
    assert max(line.length for line in lines) < 95


@pytest.mark.parametrize("codes", [["IT", "DE", "PL", "PT"], ["VN", "EG", "KE"], []])
def test_the_map_that_moves_says_each_country_once_and_covers_no_number(
    codes: list[str],
) -> None:
    portfolio = load(EXAMPLE).select(Selection())
    words = Words("de")
    ground = places.ground_of(portfolio, words)
    view = framed(ground, codes or near_and_all(portfolio)[1], *ROOMS[1])
    deck = map_deck.world(*ground, words, LIGHT, view)
    written = {layer.id: layer.data for layer in deck.layers}
    boxes = [around(view, row, *box_size(row["text"])) for row in written["unnamed"]]
    titles = [
        around(view, row, width(row["text"], 13, 600), 13) for row in written["country_names"]
    ]
    assert not any(one.intersects(other) for one, other in combinations([*boxes, *titles], 2))
    names = [row["text"] for row in written["country_names"]]
    named = {row["home"] for row in written["unnamed"] if row["is_named"]}
    assert names
    assert not {*names} & {*map(words.country, named)}
    assert len(names) == len({*names})


def around(view: View, row: dict[str, Any], wide: float, tall: float) -> shapely.Geometry:
    x, y = view.pixel(row["longitude"], row["latitude"])
    x, y = x + row["right"], y + row["down"]
    return shapely.box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)


def holds(code: str, view: View, x: float, y: float) -> bool:
    """Does a pixel lie in a country? By another way than the map: the outline is projected."""
    outline = shapely.transform(
        shapes(CLOSE)[code], lambda points: [view.pixel(*point) for point in points]
    )
    return bool(outline.contains(shapely.Point(x, y)))


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_no_word_is_cut_at_an_edge(whole: Portfolio, language: str) -> None:
    for codes in near_and_all(whole):
        for drawn in maps(whole, language, codes):
            written = TEXT.findall(drawn.svg)
            assert written
            for x, y, size, weight, said in written:
                half = width(said, int(size), int(weight)) / 2
                assert abs(float(x)) + half <= drawn.view.width / 2 + 1, said
                assert abs(float(y)) + int(size) / 2 <= drawn.view.height / 2 + 1, said


def test_few_places_carry_their_names_many_do_not(whole: Portfolio) -> None:
    italy = [*maps(whole, "en", ["IT"])][-1]
    few = {row.name for row in italy.ground.sites.itertuples() if row.country_code == "IT"}
    one = whole.everything.select(Selection(country=("IT",)))
    alone = {said for *_where, said in TEXT.findall([*maps(one, "en", ["IT"])][-1].svg)}
    assert len(few & alone) > 20
    europe = [*maps(whole, "en", near_and_all(whole)[0])][-1]
    assert not few & {said for *_where, said in TEXT.findall(europe.svg)}


def test_a_frame_holds_every_mark_of_its_countries(whole: Portfolio) -> None:
    for codes in near_and_all(whole):
        for drawn in maps(whole, "en", codes):
            own = drawn.ground.sites.dropna(subset=["latitude"])
            for row in own[own["country_code"].isin(codes)].itertuples():
                x, y = drawn.view.pixel(row.longitude, row.latitude)
                assert abs(x) < drawn.view.width / 2
                assert abs(y) < drawn.view.height / 2


def test_a_large_country_does_not_make_the_marks_of_others_specks() -> None:
    """Norway reaches to Svalbard, Portugal to the Azores; nothing is there."""
    marks = pd.DataFrame(
        {"country_code": ["NO", "PT"], "longitude": [9.0, -8.0], "latitude": [61.0, 39.5]}
    )
    bounds = framed_bounds(features(), ["NO", "PT", "IT"], marks)
    assert bounds is not None
    west, south, east, north = bounds
    assert -14 < west < -9
    assert 34 < south < 40
    assert 13 < east < 20
    assert 61 < north < 67
