"""Parts of the world: every country in one, those of a selection apart."""

from __future__ import annotations

import pytest

from lib.figures.continents import apart, continents, grouped
from lib.model.fields import COUNTRY_CODES


def test_every_country_lies_in_one_continent() -> None:
    found = continents(COUNTRY_CODES)
    assert sorted(code for codes in found.values() for code in codes) == sorted(COUNTRY_CODES)
    # As many as M49 lists (249 with the Antarctic, without Taiwan), Taiwan and Kosovo.
    assert {name: len(codes) for name, codes in found.items()} == {
        "africa": 60,
        "antarctica": 1,
        "asia": 51,
        "europe": 52,
        "north_america": 41,
        "oceania": 29,
        "south_america": 16,
    }
    assert found["europe"].count("XK") == 1


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["VN", "EG", "KE"], ("africa", ["EG", "KE"], ["VN"])),
        (["AR", "IN"], ("", [], ["AR", "IN"])),
        (["IT", "FR"], ("europe", ["IT", "FR"], [])),
        ([], ("", [], [])),
    ],
)
def test_most_countries_are_shown_together(
    codes: list[str], expected: tuple[str, list[str], list[str]]
) -> None:
    assert apart(codes) == expected


def test_many_countries_are_put_together_by_continent() -> None:
    codes = ["VN", "EG", "KE", "AR", "VN"]
    assert grouped(codes, 4) == [["VN"], ["EG"], ["KE"], ["AR"]]
    assert grouped(codes, 3) == [["VN"], ["EG", "KE"], ["AR"]]
    assert grouped([], 3) == []
