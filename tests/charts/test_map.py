"""The map: what is drawn, where, in which colour; what a click means."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lib.charts import map as chart
from lib.charts import map_deck
from lib.charts.map_labels import Box, Room, around
from lib.charts.map_layers import CLOSE_OUTLINES, WORLD_OUTLINES
from lib.charts.map_placed import Leader, Placed, in_the_open
from lib.charts.map_rows import rgba
from lib.charts.theme import LIGHT, Palette
from lib.model.outlines import SCALES, features
from lib.wording.words import Words

GEO = Path(__file__).parents[2] / "data" / "geo"
HOSTILE = '<img src=x onerror="alert(1)">'
EUROPE, WORLD = chart.View(11.8, 46.5, 3.95), chart.VIEWS["world"]
WORLD_FROM_ZERO = chart.View(0.0, 0.0, 1.0)
Frames = dict[str, pd.DataFrame]


def _site(
    site_id: str, name: str, longitude: float, latitude: float, **other: Any
) -> dict[str, Any]:
    site = {
        "site_id": site_id,
        "project_id": "ndf",
        "project": "Novak Djokovic Foundation",
        "edition_id": "1",
        "name": name,
        "country_code": "RS",
        "site_role": "expansion",
        "status": "active",
        "longitude": longitude,
        "latitude": latitude,
        "precision": "place",
        "as_of_date": "2024-01-31",
        "publisher": "Human Safety Net",
    }
    return site | other


@pytest.fixture
def frames() -> Frames:
    sites = [
        _site("open", "Užice", 19.85, 43.86),
        _site("planned", HOSTILE, 19.79, 44.61, status="planned", as_of_date=""),
        _site("unclear", "@@=name", 21.3, 43.98, status="unknown"),
        _site("origin", "Belgrade", 20.4651, 44.804, site_role="origin"),
        _site("city", "Belgrade", 20.4651, 44.804),
        _site("district", "New Belgrade", 20.4242, 44.8056),
        _site("county", "Istarska županija", 13.87, 45.12, precision="admin_area", edition_id="2"),
        _site("province", "Điện Biên", 103.2, 21.7, precision="admin_area", site_role="origin"),
        _site("lost", "Kuklen", float("nan"), float("nan")),
    ]
    countries = [("RS", "Serbia", True), ("HR", "Croatia", True), ("VN", "Vietnam", False)]
    unnamed = [("ndf", "1", "RS", 4.0, 4.0, 20.5, 44.3), ("mmi", "3", "CH", 0.0, 60.0, 7.4, 46.7)]
    arcs = [(20.47, 44.8, 19.85, 43.86, "1", "Užice")]
    return {
        "countries": pd.DataFrame(
            [
                (code, name, ("1", "2"), 2, f"{number} named", is_selected, number)
                for number, (code, name, is_selected) in enumerate(countries)
            ],
            columns=["country_code", "country", "edition_ids", "project_count", "label"]
            + ["is_selected", "named_count"],
        ),
        "sites": pd.DataFrame(sites),
        "unnamed": pd.DataFrame(
            [(*row[:5], False, *row[5:]) for row in unnamed],
            columns=["project_id", "edition_id", "country_code", "low", "high", "is_approximate"]
            + ["longitude", "latitude"],
        ),
        "arcs": pd.DataFrame(
            arcs,
            columns=["from_longitude", "from_latitude", "to_longitude", "to_latitude"]
            + ["edition_id", "name"],
        ),
    }


def _drawn(
    frames: Frames, words: Words, palette: Palette = LIGHT, view: chart.View = EUROPE
) -> dict[str, Any]:
    deck = map_deck.world(**frames, outlines=features(), words=words, palette=palette, view=view)
    written: dict[str, Any] = json.loads(deck.to_json())
    return written


def _rows(deck: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Rows by layer; a feature stands for its properties."""
    return {
        layer["id"]: [row.get("properties", row) for row in layer["data"]]
        for layer in deck["layers"]
        if layer["id"] != "land"
    }


def test_each_frame_is_drawn_once(frames: Frames, words: Words) -> None:
    rows = _rows(_drawn(frames, words))
    assert {name: len(drawn) for name, drawn in rows.items()} == {
        "countries": 3,
        "arcs": 1,
        "areas": 2,
        "places": 5,
        "origins": 1,
        "country_names": 2,
        "country_counts": 2,
        "place_names": 5,
        "unnamed": 2,
    }


def test_empty_frames_leave_the_land(frames: Frames, words: Words) -> None:
    deck = _drawn({name: frame.iloc[:0] for name, frame in frames.items()}, words)
    assert [layer["id"] for layer in deck["layers"]] == ["land"]


def test_frames_stay_as_they_were(frames: Frames, words: Words) -> None:
    before = {name: frame.copy(deep=True) for name, frame in frames.items()}
    _drawn(frames, words)
    for name, frame in before.items():
        pd.testing.assert_frame_equal(frame, frames[name])


def test_fill_says_how_far_a_place_is(frames: Frames, words: Words, palette: Palette) -> None:
    rows = _rows(_drawn(frames, words, palette))
    marks = {row["site_id"]: row for name in ("places", "origins", "areas") for row in rows[name]}
    hue = palette.edition("1")
    assert (marks["open"]["fill"], marks["open"]["line"]) == (rgba(hue), rgba(palette.ground))
    assert (marks["planned"]["fill"], marks["planned"]["line"]) == (
        rgba(palette.ground),
        rgba(hue),
    )
    assert marks["unclear"]["line"] == rgba(palette.muted)
    assert marks["origin"]["fill"] == rgba(palette.text)
    assert marks["county"]["line"] == rgba(palette.edition("2"))
    assert 0 < marks["county"]["fill"][3] < 128
    assert marks["province"]["line"] == rgba(palette.text)


def test_selected_countries_stand_out(frames: Frames, words: Words, palette: Palette) -> None:
    fills = {
        row["country_code"]: row["fill"]
        for row in _rows(_drawn(frames, words, palette))["countries"]
    }
    assert fills["RS"] == fills["HR"] != fills["VN"]


def test_a_place_on_another_is_drawn_inside_it(frames: Frames, words: Words) -> None:
    sizes = [(row["site_id"], row["size"]) for row in _rows(_drawn(frames, words))["places"]]
    assert sizes[-1] == ("district", 0.5)
    assert {size for _site_id, size in sizes[:-1]} == {1.0}
    close = chart.View(20.5, 44.8, 7.0)
    assert {row["size"] for row in _rows(_drawn(frames, words, view=close))["places"]} == {1.0}


def test_numbers_without_names_are_written_as_bounds(frames: Frames) -> None:
    words = Words("en")
    near = [row["text"] for row in _rows(_drawn(frames, words))["unnamed"]]
    far = [row["text"] for row in _rows(_drawn(frames, words, view=WORLD))["unnamed"]]
    assert near == ["4 unnamed", "≤\u00a060 unnamed"]
    assert far == ["Serbia: 4", "Switzerland: ≤\u00a060"], "on no country of their own"


def test_text_stays_text(frames: Frames) -> None:
    deck = _drawn(frames, Words("en"), view=chart.View(20.5, 44.5, 6.0))
    rows = _rows(deck)
    titles = [row["tip_title"] for row in rows["places"]]
    assert HOSTILE in titles, "what shows it knows only text"
    assert " @@=name" in titles
    assert " @@=name" in [row["text"] for row in rows["place_names"]]


def test_every_mark_that_can_be_pointed_at_has_a_tooltip(frames: Frames, words: Words) -> None:
    deck = _drawn(frames, words)
    pickable = {layer["id"] for layer in deck["layers"] if layer["pickable"]}
    assert pickable == {"countries", "areas", "places", "origins", "unnamed"}
    for name, rows in _rows(deck).items():
        for row in rows if name in pickable else []:
            assert row["tip_title"]
            assert row["tip_text"]


def test_lines_lead_to_words_that_stand_apart_and_to_no_others(
    frames: Frames, words: Words
) -> None:
    assert "leaders" not in _rows(_drawn(frames, words)), "all words stand in their countries"
    rows = _rows(_drawn(frames, words, view=WORLD))
    assert len(rows["leaders"]) == 2
    for line, box in zip(rows["leaders"], rows["unnamed"], strict=True):
        point = [line["longitude"], line["latitude"]]
        assert point == pytest.approx([box["longitude"], box["latitude"]])
        # To the nearer edge of a box of one line, which lies right above or below.
        assert line["begin"] == [0, 0]
        assert abs(box["down"]) - abs(line["end"][1]) == pytest.approx(12.5, abs=0.5)
        assert line["end"][1] * box["down"] > 0


def test_a_line_begins_where_the_box_at_its_point_ends(frames: Frames, words: Words) -> None:
    swiss = ("CH", "Switzerland", ("1", "2"), 2, "1 project", True, 0)
    frames["countries"].loc[len(frames["countries"])] = swiss
    rows = _rows(_drawn(frames, words, view=chart.View(11.8, 46.5, 3.0)))
    line, box = rows["leaders"][-1], rows["unnamed"][0]
    assert (box["home"], box["down"]) == ("CH", pytest.approx(0))
    assert -13 < line["begin"][1] < -10, "half as far as the box is high"
    assert line["end"][1] < line["begin"][1], "the name stands above"


def test_a_line_is_not_drawn_through_the_words_of_others() -> None:
    place = {"longitude": 0.0, "latitude": 0.0, "right": 0.0}
    names = [
        place | {"text": "Switzerland", "down": -100.0},
        place | {"text": "Italy", "down": -40},
    ]
    said = Placed(names, [], [], [], [Leader(0, 0, 0, -90)], pd.DataFrame(), [], [])
    (first, second) = (seen for _whole, seen in in_the_open(said, WORLD_FROM_ZERO))
    assert (first.y, second.down) == (0, -90)
    assert -40 < first.down < -30
    assert -50 < second.y < -40


def test_what_draws_the_map_knows_its_layers(frames: Frames, words: Words) -> None:
    source = Path(map_deck.__file__).parents[1] / "component" / "source"
    known = re.search(r"const LAYERS = \{ (.*) \};", (source / "layers.js").read_text("utf-8"))
    over = re.search(r"const LEADERS = '(.*)';", (source / "labels.js").read_text("utf-8"))
    assert known is not None
    assert over is not None
    layers = [one for view in (EUROPE, WORLD) for one in _drawn(frames, words, view=view)["layers"]]
    assert {layer["@@type"] for layer in layers} == {*known[1].split(", "), over[1]}
    read = [one for layer in layers for one in layer.values() if str(one).startswith("@@=")]
    assert read
    for one in read:
        assert re.fullmatch(r"@@=(\w+(\.\w+)*|\[\w+(, \w+)*\])", one), one


@pytest.mark.parametrize("view", [WORLD, EUROPE])
def test_the_map_asks_nobody_else(frames: Frames, words: Words, view: chart.View) -> None:
    deck = _drawn(frames, words, view=view)
    assert "http" not in json.dumps(deck)
    assert "mapProvider" not in deck
    assert deck["mapStyle"] == "__MAP_STYLE__", "None would fetch a style from another host"
    assert deck["layers"][0]["data"] in (WORLD_OUTLINES, CLOSE_OUTLINES)
    assert (GEO / Path(deck["layers"][0]["data"]).name).is_file()


def test_only_lone_countries_are_named_on_the_world_map(frames: Frames, words: Words) -> None:
    frames["countries"]["is_selected"] = True
    names = [row["text"] for row in _rows(_drawn(frames, words, view=WORLD))["country_names"]]
    assert names == ["Vietnam"]


@pytest.mark.parametrize(
    ("indices", "expected"),
    [
        ({"countries": [1]}, ("country", ("HR",))),
        ({"places": [4]}, ("site", ("district",))),
        ({"areas": [1]}, ("site", ("province",))),
        ({"origins": [0]}, ("site", ("origin",))),
        ({"unnamed": [1]}, ("project", ("mmi",))),
        ({"origins": [1]}, None),
        ({"places": [-1]}, None),
        ({"land": [0]}, None),
        ({}, None),
    ],
)
def test_a_click_names_what_was_drawn(
    frames: Frames, indices: dict[str, list[int]], expected: tuple[str, tuple[str, ...]] | None
) -> None:
    deck = map_deck.world(
        **frames, outlines=features(), words=Words("en"), palette=LIGHT, view=EUROPE
    )
    drawn = frames["countries"], frames["sites"], map_deck.numbers(deck)
    assert chart.picked(indices, *drawn, outlines=features(), view=EUROPE) == expected


def test_a_view_shows_its_bounds_whole() -> None:
    west, south, east, north = 13.5, 42.4, 19.4, 46.5
    view = chart.view_for((west, south, east, north), 400, 300, 20)
    left, bottom = view.pixel(west, south)
    right, top = view.pixel(east, north)
    assert max(right, -left) <= 180.1
    assert max(bottom, -top) <= 130.1
    assert max(right, bottom) == pytest.approx(180, abs=1) or max(bottom, -top) == pytest.approx(
        130, abs=1
    )
    assert chart.view_for((20, 44, 20, 44)).zoom == 7.0
    with pytest.raises(ValueError, match="west, south, east, north"):
        chart.view_for((1, 0, 0, 1))


def test_the_world_view_is_as_wide_as_the_world() -> None:
    assert 850 < WORLD.scale < 900


@pytest.mark.parametrize(("width", "height"), [(600, 440), (300, 260)])
def test_words_stay_within_a_view_that_frames_countries(
    frames: Frames, words: Words, width: int, height: int
) -> None:
    """Argentina lies at the left edge of its view."""
    bounds = chart.country_bounds(features(), ["AR", "RS", "VN"])
    assert bounds is not None
    view = chart.view_for(bounds, width, height, margin=16)
    argentina = (
        frames["countries"]
        .iloc[:1]
        .assign(
            country_code="AR",
            country="Argentina",
            label="1 project",
            is_selected=True,
            named_count=0,
        )
    )
    deck = _drawn({**frames, "countries": argentina}, words, view=view)
    (name,) = _rows(deck)["country_names"]
    x, y = view.pixel(name["longitude"], name["latitude"])
    assert abs(x + name["right"]) + 35 < width / 2
    assert abs(y + name["down"]) < height / 2


def test_bounds_of_countries_leave_overseas_parts_out() -> None:
    bounds = chart.country_bounds(features(), ["FR", "XX"])
    assert bounds is not None
    assert bounds[0] > -6
    assert bounds[1] > 41
    assert chart.country_bounds(features(), ["XX"]) is None


def test_bounds_of_marks_have_a_least_span(frames: Frames) -> None:
    one = frames["sites"].iloc[:1]
    bounds = chart.mark_bounds(one, frames["unnamed"].iloc[:0], span=4)
    assert bounds == pytest.approx((17.85, 41.86, 21.85, 45.86))
    lost = frames["sites"].iloc[-1:]
    assert chart.mark_bounds(lost, frames["unnamed"].iloc[:0]) is None


def test_words_take_room_only_once() -> None:
    room = Room(Box.around(0, 0, 100, 100))
    places = [room.take(0, 0, (40, 20), around(60)) for _number in range(20)]
    found = [place for place in places if place]
    assert found[0] == (0.0, 0.0)
    assert None in places, "a full map takes no more"
    boxes = [Box.around(*place, 40, 20) for place in found]
    assert not any(a.meets(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def _legend(frames: Frames, words: Words, palette: Palette) -> list[tuple[str, str]]:
    return chart.legend(*(frames[name] for name in ("sites", "unnamed", "arcs")), words, palette)


def test_the_legend_explains_six_marks(frames: Frames, words: Words, palette: Palette) -> None:
    entries = _legend(frames, words, palette)
    assert len(entries) == len({text for _svg, text in entries}) == 6
    for svg, text in entries:
        assert svg.startswith("<svg ")
        assert svg.endswith("</svg>")
        assert text
        assert palette.muted in svg or palette.text in svg


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("sites", ["open", "city", "district"]),
        ("sites", ["planned", "unclear"]),
        ("sites", ["county", "province"]),
        ("unnamed", ["ndf", "mmi"]),
        ("sites", ["origin"]),
        ("arcs", ["Užice"]),
    ],
)
def test_the_legend_names_no_mark_that_the_map_has_not(
    frames: Frames, words: Words, palette: Palette, name: str, gone: list[str]
) -> None:
    before, rows = _legend(frames, words, palette), frames[name]
    key = {"sites": "site_id", "unnamed": "project_id", "arcs": "name"}[name]
    left = frames | {name: rows[~rows[key].isin(gone)]}
    assert len(left[name]) == len(rows) - len(gone)
    without = _legend(left, words, palette)
    assert [entry for entry in before if entry in without] == without
    assert len(without) == 5
    assert _legend({part: frames[part].iloc[:0] for part in frames}, words, palette) == []


def test_the_legend_leaves_out_what_has_no_coordinates(
    frames: Frames, words: Words, palette: Palette
) -> None:
    lost = frames | {"sites": frames["sites"].query("site_id == 'lost'")}
    whole = frames | {"sites": frames["sites"].iloc[:0]}
    assert _legend(lost, words, palette) == _legend(whole, words, palette)


@pytest.mark.parametrize("scale", SCALES)
def test_outlines_are_complete(scale: str) -> None:
    outlines = json.loads((GEO / f"countries-{scale}.geojson").read_text(encoding="utf-8"))[
        "features"
    ]
    codes = [outline["properties"]["country_code"] for outline in outlines]
    coded = [code for code in codes if code]
    assert len(coded) == len(set(coded)) > 170
    assert {"AR", "AT", "BG", "CH", "DE", "FR", "HR", "IN", "IT", "RS", "VN"} <= set(coded)
    for outline in outlines:
        assert set(outline["properties"]) == {
            "country_code",
            "label_longitude",
            "label_latitude",
            "frame",
        }
