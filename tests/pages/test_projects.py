"""Cards of projects and what is known of each, against sums made with nothing but csv."""

from __future__ import annotations

import re

import pytest

from lib.view import project_cards
from tests.pages import sums
from tests.pages.reading import Opened, opened, plain, sent
from tests.pages.tables import rows


def facts(shown: Opened) -> list[list[str]]:
    """The facts on each card, in the order of the cards."""
    return [
        [plain(value).replace("\u00a0", " ") for value in table.value.iloc[:, 0]]
        for table in shown.of("table")
    ]


@pytest.mark.parametrize("chosen", [{}, {"edition": "2"}, {"evidence": "page"}], ids=str)
def test_a_card_has_the_same_facts_in_the_same_order(chosen: dict[str, str]) -> None:
    shown = opened("projects", chosen)
    assert [len(card) for card in facts(shown)] == [3] * len(sums.projects(chosen))
    for number, total in enumerate(("places", "people")):
        _low, _high, stated = sums.promised(total, chosen)
        assert sum(card[number] != "not stated" for card in facts(shown)) == stated


def test_money_on_a_card_is_the_project_s_own() -> None:
    (card,) = facts(opened("projects", {"partner": "unicef"}))
    said = [one.partition(" · :red")[0] for one in card]
    assert said == ["15 provinces", "≥ 800,000 people", "≥ EUR 1.0 M · commitment"]
    assert card[0] == "15 provinces · :red≠ at least 15"  # as its sources say, and no source else
    assert ":red" not in card[2]  # of the amount only the years differ


def test_what_is_known_is_a_dot_with_words_and_a_total() -> None:
    shown = opened("sources")
    table = shown.tables[0]
    places = next(name for name in table[0] if plain(name).startswith("Number of places"))
    said = [re.match(r"!\[(.*?)\]", row[places]).group(1) for row in table]  # type: ignore[union-attr]
    _low, _high, stated = sums.promised("places", {})
    assert said.count("found") == stated
    assert said.count("not found") == len(rows("projects")) - stated
    assert plain(places) == f"Number of places ({stated}/{len(rows('projects'))})"


def test_names_of_projects_in_tables_lead_to_their_profiles() -> None:
    table = opened("sources", {"edition": "1"}).tables[0]
    links = [row["Project"].rpartition("](")[2] for row in table]
    assert "projects?edition=1&project=singa&lang=en)" in links
    assert len(links) == len(sums.projects({"edition": "1"}))


def test_a_profile_begins_with_its_key_figures_and_their_finding() -> None:
    shown = opened("projects", {"project": "novak-djokovic-foundation"})
    assert shown.title == "Novak Djokovic Foundation: 15 sites announced, 15 reported"
    assert shown.numbers == ["15", "15", "≈ 6,600", "not stated"]
    folded = {plain(one.label) for one in shown.of("expander")}
    count = sum(row["project_id"] == "novak-djokovic-foundation" for row in rows("targets"))
    assert {f"Targets ({count})", "Money for more than this project"} <= folded


def test_a_profile_says_what_was_not_found_without_drawing_it() -> None:
    shown = opened("projects", {"project": "bbbs-fame"})
    assert shown.title == "Big Brothers Big Sisters: no number of places found"
    assert "Not found in the sources read: Targets, Results and Money" in shown.texts
    assert len(shown.charts) == 1  # when it runs; there are no places to draw


def test_the_map_of_a_profile_chooses_nothing() -> None:
    """No filter changes a profile: a click would show nothing, and lead to no project at all."""
    (still,) = opened("projects", {"project": "csb"}).pictures
    assert not sent(still)["picks"]
    moving = opened("projects", {"project": "csb", "project-map-moves": "yes"})
    (deck,) = moving.moving_maps
    assert not sent(deck)["picks"]
    assert all(sent(one)["picks"] for one in opened("map").pictures)
    (deck,) = opened("map", {"map-moves": "yes"}).moving_maps
    assert sent(deck)["picks"]


def test_projects_side_by_side_are_columns_of_one_table() -> None:
    shown = opened("projects", {"project": ["csb", "mmi-megamarie-plus"]})
    facts = {row["Fact"]: row for row in _compared(shown)}
    names = ["Centro per la Salute del Bambino", "MMI · MegaMarie plus"]
    assert [facts["Places announced"][one] for one in names] == [
        "6 cities · :red≠ 15",
        "≤ 60 family centres · :red≠ 60",
    ]
    assert [facts["Edition"][one] for one in names] == ["1", "3"]
    for name, project in zip(names, ("csb", "mmi-megamarie-plus"), strict=True):
        alone = opened("projects", {"project": project})
        cards = [text for text in alone.marked if text.startswith("#### ") and "≠" in text]
        assert int(facts["Disagreements"][name]) == len(cards) > 0


def _compared(shown: Opened) -> list[dict[str, str]]:
    return [
        {plain(k): plain(v).replace("\u00a0", " ") for k, v in row.items()}
        for row in shown.tables[0]
    ]


@pytest.mark.parametrize("count", range(2, 25))
def test_what_a_card_closes_leaves_no_blank_beside_it(count: int) -> None:
    closes = [project_cards.closing(left, count) for left in range(count, 0, -1)]
    two = sum(2 if "-whole" in closed else 1 for closed in closes)
    assert two % 2 == 0
    if project_cards.abreast(count) == 3 and count % 3 != 2:
        sixths = sum(3 if "-half" in closed else 2 for closed in closes)
        assert sixths % 6 == 0
    assert any("-half" in closed for closed in closes) == project_cards.shares(count)
