"""Cards of projects and what is known of each, against sums made with nothing but csv."""

from __future__ import annotations

import re

import pytest

from tests.pages import sums
from tests.pages.reading import Opened, opened, plain
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
    assert card == ["15 provinces", "≥ 800,000 people", "≥ EUR 1.0 M · commitment"]


def test_what_is_known_is_a_dot_with_words_and_a_total() -> None:
    shown = opened("sources")
    table = shown.of("table")[0].value
    places = next(name for name in table if str(name).startswith("Number of places"))
    said = [re.match(r"!\[(.*?)\]", cell).group(1) for cell in table[places]]  # type: ignore[union-attr]
    _low, _high, stated = sums.promised("places", {})
    assert said.count("found") == stated
    assert said.count("not found") == len(rows("projects")) - stated
    assert plain(places) == f"Number of places ({stated}/{len(rows('projects'))})"


def test_names_of_projects_in_tables_lead_to_their_profiles() -> None:
    table = opened("sources", {"edition": "1"}).of("table")[0].value
    links = [cell.rpartition("](")[2] for cell in table["Project"]]
    assert "projects?edition=1&project=singa&lang=en)" in links
    assert len(links) == len(sums.projects({"edition": "1"}))
