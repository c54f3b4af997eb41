"""Still maps: what is drawn, where, what it stands for; the same as on the map that moves."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
import shapely

from lib.charts import map as chart
from lib.charts.map_groups import MOST
from lib.charts.map_sizes import ORIGIN
from lib.charts.map_still import stills
from lib.charts.map_words import Names
from lib.charts.theme import DARK, LIGHT, Palette
from lib.model.outlines import SCALES, features, land
from lib.wording.words import Words
from tests.charts.test_map import HOSTILE, Frames
from tests.charts.test_map import frames as frames  # the fixture

SVG = "{http://www.w3.org/2000/svg}"
HEIGHT = 480
EUROPE = chart.View(11.8, 46.5, 3.95)


def drawn(
    frames: Frames,
    words: Words,
    palette: Palette = LIGHT,
    view: chart.View = EUROPE,
    *,
    names: Names = "countries",
) -> ElementTree.Element:
    return ElementTree.fromstring(
        chart.still(
            **frames, outlines=features(), words=words, palette=palette, view=view, height=HEIGHT,
            names=names,
        ).svg
    )  # fmt: skip


def picks(svg: ElementTree.Element) -> list[list[str]]:
    """What every mark that can be picked stands for, in drawing order."""
    return [json.loads(one.get("data-pick", "")) for one in svg.iter() if one.get("data-pick")]


def written(svg: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in svg.iter(f"{SVG}text")]


def test_several_grounds_are_drawn_as_each_alone(frames: Frames, words: Words) -> None:
    own: dict[str, Any] = {"outlines": features(), "words": words, "view": EUROPE, "height": HEIGHT}
    grounds = (LIGHT, DARK)
    alone = [chart.still(**frames, palette=one, **own).svg for one in grounds]
    assert [one.svg for one in stills(**frames, palettes=grounds, **own)] == alone
    assert alone[0] != alone[1]


def test_it_draws_what_the_moving_map_draws(frames: Frames, words: Words) -> None:
    found = picks(drawn(frames, words))
    sites = {"open", "planned", "unclear", "origin", "city", "district", "county"}
    assert {ids[0] for kind, *ids in found if kind == "site"} == sites
    assert {ids[0] for kind, *ids in found if kind == "country"} == {"RS", "HR"}
    assert {ids[0] for kind, *ids in found if kind == "project"} == {"ndf", "mmi"}
    assert len(found) == len({tuple(pick) for pick in found})


def test_what_is_out_of_sight_is_left_out(frames: Frames, words: Words) -> None:
    svg = ElementTree.tostring(drawn(frames, words), encoding="unicode")
    assert "province" not in svg
    assert "Vietnam" not in svg


def test_marks_stand_where_the_view_puts_them(frames: Frames, words: Words) -> None:
    (mark,) = (
        one for one in drawn(frames, words).iter(f"{SVG}circle") if "open" in str(one.attrib)
    )
    x, y = EUROPE.pixel(19.85, 43.86)
    assert float(mark.get("cx", "")) == pytest.approx(x, abs=0.06)
    assert float(mark.get("cy", "")) == pytest.approx(y, abs=0.06)


def test_every_mark_has_a_tooltip_and_text_stays_text(frames: Frames, words: Words) -> None:
    svg = drawn(frames, words)
    titles = [one.findtext(f"{SVG}title") for one in svg.iter() if one.get("data-pick")]
    assert all(titles)
    assert any(title and title.startswith(HOSTILE) for title in titles)
    tags = {one.tag.removeprefix(SVG) for one in svg.iter()}
    assert tags == {"svg", "g", "path", "circle", "rect", "text", "title"}
    names = {name for one in svg.iter() for name in one.attrib}
    assert not any(name.startswith("on") or "href" in name for name in names)


def test_a_region_writes_its_places_but_not_its_country(frames: Frames, words: Words) -> None:
    view = chart.view_for((18.8, 42.2, 23.0, 46.2), 340, 300)
    texts = written(drawn(frames, words, view=view, names="places"))
    assert "Užice" in texts
    assert "Serbia" not in texts
    assert "Serbia" in written(drawn(frames, words))
    assert {"Užice", "Serbia"} <= {*written(drawn(frames, words, view=view, names="both"))}


def test_colours_are_those_of_the_ground(frames: Frames, words: Words, palette: Palette) -> None:
    marks = drawn(frames, words, palette).iter(f"{SVG}circle")
    fills = {json.loads(mark.get("data-pick", ""))[1]: mark.get("fill") for mark in marks}
    assert fills["open"] == palette.editions[0]
    assert fills["planned"] == palette.ground
    assert fills["origin"] == palette.text


def test_a_place_is_not_smaller_than_the_sign_of_those_from_before(
    frames: Frames, words: Words
) -> None:
    frames["sites"] = frames["sites"].query("site_id == 'open' or site_id == 'origin'")
    marks = drawn(frames, words, view=chart.VIEWS["world"]).iter(f"{SVG}circle")
    picks = [(mark.get("data-pick"), mark.get("r", "")) for mark in marks]
    radius = {json.loads(pick)[1]: float(size) for pick, size in picks if pick}
    assert radius["open"] >= ORIGIN > radius["origin"]


def test_words_and_numbers_are_ink(frames: Frames, words: Words, palette: Palette) -> None:
    texts = [*drawn(frames, words, palette).iter(f"{SVG}text")]
    assert len(texts) > 3
    assert {text.get("fill") for text in texts} == {palette.text}


@pytest.mark.parametrize("view", [chart.VIEWS["world"], EUROPE])
def test_land_is_drawn_to_the_pixel(frames: Frames, words: Words, view: chart.View) -> None:
    """Every country whose middle is in sight has an outline around it, in some ten kilobytes."""
    frames["countries"] = pd.DataFrame(
        {
            **{"country_code": [*features()], "country": "", "label": "", "project_count": 1},
            "edition_ids": [("1",)] * len(features()),
            "is_selected": True,
            "named_count": 0,
        }
    )
    svg = drawn(frames, words, view=view, names="places")
    paths = {
        json.loads(one.get("data-pick", ""))[1]: one.get("d", "")
        for one in svg.iter(f"{SVG}path")
        if one.get("data-pick")
    }
    assert sum(map(len, paths.values())) < 40_000
    for code in ("FR", "IN", "AR", "VN", "DE"):
        about = features()[code]["properties"]
        x, y = view.pixel(about["label_longitude"], about["label_latitude"])
        if abs(x) < 600 and abs(y) < HEIGHT / 2:
            ring = shapely.Polygon(points(max(paths[code].split("M"), key=len)))
            assert ring.buffer(1).contains(shapely.Point(x, y)), code


def test_a_picture_goes_on_beyond_the_antimeridian(frames: Frames, words: Words) -> None:
    """Land and marks of Chukotka, which ends at 170 degrees west, stand east of Kamchatka."""
    view = chart.view_for((160.0, 58.0, 180.0, 72.0), 860, HEIGHT)
    one = frames["sites"].iloc[[0]].assign(longitude=-176.0, latitude=66.5)
    about = frames["countries"].iloc[[0]].assign(country_code="RU")
    svg = drawn({**frames, "sites": one, "countries": about}, words, view=view, names="places")
    (mark,) = svg.iter(f"{SVG}circle")
    x, y = view.pixel(184.0, 66.5)
    assert (float(mark.get("cx", "")), float(mark.get("cy", ""))) == pytest.approx((x, y), abs=0.06)
    paths = [one.get("d", "") for one in svg.iter(f"{SVG}path") if one.get("data-pick")]
    rings = [shapely.Polygon(points(ring)) for path in paths for ring in path.split("M")[1:]]
    assert any(ring.contains(shapely.Point(x, y)) for ring in rings)


def points(path: str) -> Any:
    """The points of a ring in pixels."""
    steps = np.array(re.findall(r"-?\d+", path), dtype=int).reshape(-1, 2)
    return np.cumsum(steps, axis=0) / 2


def test_groups_stand_for_all_places_in_sight(frames: Frames, words: Words) -> None:
    one = frames["sites"].iloc[[0]]
    count = MOST + 1
    many = pd.concat([one] * count, ignore_index=True).assign(
        site_id=[f"site-{number}" for number in range(count)],
        longitude=np.linspace(5, 20, count),
        latitude=np.linspace(40, 50, count),
    )
    svg = drawn({**frames, "sites": many}, words)
    groups = [mark for mark in svg.iter(f"{SVG}circle") if "country" in mark.get("data-pick", "")]
    titles = [mark.findtext(f"{SVG}title", "") for mark in groups]
    numbers = [int(re.sub(r"\D", "", title.split(" ")[0])) for title in titles]
    alone = sum(kind == "site" for kind, *_ in picks(svg))
    assert sum(numbers) + alone == count
    assert len(groups) < 60


def test_neighbours_keep_the_border_they_share() -> None:
    for scale in SCALES:
        every = dict(zip(land(scale).codes, land(scale).shapes, strict=True))
        assert shapely.area(shapely.intersection(every["FR"], every["DE"])) < 0.01
        assert shapely.distance(every["FR"], every["DE"]) < 0.01
