"""The map with more sites than the eye can tell apart."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from lib.charts.map_groups import MOST
from lib.wording.map import grouped_line
from lib.wording.words import words
from tests.pages.reading import CHART, Opened, moving, opened, sent
from tests.pages.tables import crowded, rows_in

SITES = MOST + 500
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return crowded(tmp_path_factory.mktemp("many"), SITES)


@pytest.fixture
def tables(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASHBOARD_DATA", str(place))
    return place


def world_of(shown: Opened) -> dict[str, Any]:
    """The layers of the map that moves."""
    (element,) = moving(shown).moving_maps
    return {layer["id"]: layer["data"] for layer in sent(element)["deck"]["layers"]}


def counted(layers: dict[str, Any]) -> int:
    """How many sites a map draws, alone or in groups."""
    alone = sum(len(layers.get(name, [])) for name in ("places", "areas", "origins"))
    numbers = [row["text"] for row in layers.get("group_counts", [])]
    return alone + sum(map(number, numbers))


def still(shown: Opened, key: str) -> list[list[tuple[str, str]]]:
    """The round marks of a still map for each width: what each stands for, and its tooltip."""
    (element,) = (one for one in shown.of(CHART) if one.proto.id.endswith(f"-{key}"))
    drawn = ElementTree.fromstring(json.loads(element.proto.bytes)["svg"])
    return [
        [
            (json.loads(circle.get("data-pick", ""))[0], "".join(circle.itertext()))
            for circle in one.iter(f"{SVG}circle")
            if circle.get("data-pick")  # others are where a line leads to
        ]
        for one in (drawn if drawn.get("class") == "either" else [drawn])
    ]


def drawn(marks: list[tuple[str, str]]) -> int:
    """How many sites a still map draws, alone or in groups."""
    return sum(1 if kind == "site" else number(text.split(" ")[0]) for kind, text in marks)


def number(text: str) -> int:
    return int(re.sub(r"[,.\u202f]", "", text))


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_map_draws_them_together_and_says_so(tables: Path, language: str) -> None:
    shown = opened("map", {"lang": language})
    assert shown.exceptions == []
    every, europe = still(shown, "map-whole"), still(shown, "map-home-still")
    assert drawn(every[-1]) == SITES
    world = world_of(shown)
    assert counted(world) == SITES
    assert all(0 < drawn(marks) < SITES for marks in europe)
    assert len(world["groups"]) > 10
    assert all(10 < len(marks) < 100 for marks in europe)
    speech = words(language)
    assert any(grouped_line(SITES, speech) in text for text in shown.texts)
    sign = speech.gettext("number of places near each other")
    assert any(sign in text.replace("\u00a0", " ") for text in shown.texts)


def test_what_is_sent_stays_small(tables: Path) -> None:
    shown = opened("map")
    sizes = [len(element.proto.bytes) for element in shown.of(CHART)]
    sizes += [len(element.proto.bytes) for element in moving(shown).moving_maps]
    assert max(sizes) < 1_000_000


def test_a_selection_below_the_limit_shows_each(tables: Path) -> None:
    shown = opened("map", {"country": "AT"})
    own = [row for row in rows_in(tables, "sites") if row["country_code"] == "AT"]
    assert not any("too many to tell apart" in text for text in shown.texts)
    assert not any("places near" in text.replace("\u00a0", " ") for text in shown.texts)
    assert drawn(still(shown, "map-home-still")[-1]) == len(own)
    world = world_of(shown)
    assert "groups" not in world
    assert counted(world) == len(own)


def test_the_overview_says_it_too(tables: Path) -> None:
    shown = opened("overview")
    assert shown.exceptions == []
    assert [drawn(marks) for marks in still(shown, "small-map-still")] == [SITES]
    assert any("too many to tell apart" in text for text in shown.texts)
