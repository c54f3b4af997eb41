"""The map with more sites than the eye can tell apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lib.charts.map_groups import MOST
from tests.pages.reading import LANGUAGES, Opened, opened
from tests.pages.tables import crowded, rows_in

SITES = MOST + 500


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return crowded(tmp_path_factory.mktemp("many"), SITES)


@pytest.fixture
def tables(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASHBOARD_DATA", str(place))
    return place


def maps(shown: Opened) -> list[dict[str, Any]]:
    """The layers of every map of the page."""
    decks = [json.loads(element.proto.json) for element in shown.of("deck_gl_json_chart")]
    return [{layer["id"]: layer["data"] for layer in deck["layers"]} for deck in decks]


def counted(layers: dict[str, Any]) -> int:
    """How many sites a map draws, alone or in groups."""
    alone = sum(len(layers.get(name, [])) for name in ("places", "areas", "origins"))
    numbers = [row["text"] for row in layers.get("group_counts", [])]
    return alone + sum(int(number.replace(",", "").replace(".", "")) for number in numbers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_draws_them_together_and_says_so(tables: Path, language: str) -> None:
    shown = opened("map", {"lang": language})
    assert shown.exceptions == []
    world, europe, *_regions = maps(shown)
    assert counted(world) == counted(europe) == SITES
    assert 10 < len(world["groups"]) <= len(europe["groups"]) < 100
    said = {"en": "The map draws 2,500 places and areas", "it": "La mappa mostra 2.500 luoghi"}
    assert any(said[language] in text for text in shown.texts)
    sign = {"en": "number of places near each other", "it": "numero di luoghi vicini tra loro"}
    assert any(sign[language] in text.replace("\u00a0", " ") for text in shown.texts)


def test_what_is_sent_stays_small(tables: Path) -> None:
    sizes = [len(element.proto.json) for element in opened("map").of("deck_gl_json_chart")]
    assert max(sizes) < 1_000_000


def test_a_selection_below_the_limit_shows_each(tables: Path) -> None:
    shown = opened("map", {"country": "AT"})
    own = [row for row in rows_in(tables, "sites") if row["country_code"] == "AT"]
    for layers in maps(shown)[:2]:
        assert "groups" not in layers
        assert counted(layers) == len(own)
    assert not any("too many to tell apart" in text for text in shown.texts)
    assert not any("places near" in text.replace("\u00a0", " ") for text in shown.texts)


def test_the_overview_says_it_too(tables: Path) -> None:
    shown = opened("overview")
    assert shown.exceptions == []
    assert counted(maps(shown)[0]) == SITES
    assert any("too many to tell apart" in text for text in shown.texts)
