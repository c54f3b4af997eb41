"""Lists of many, and names that are written from right to left."""

from __future__ import annotations

import pytest

from lib.model.languages import LANGUAGES
from lib.model.quantity import Bound
from lib.wording.lists import MOST, MOST_LETTERS, MOST_SAID, listed, named, some
from lib.wording.values import not_comparable
from lib.wording.words import words

FEW = ["North", "East", "South"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_are_all_there(language: str) -> None:
    speech = words(language)
    assert named(FEW, speech) == speech.joined(FEW)
    assert some(FEW, speech) == "North\u00a0· East\u00a0· South"
    assert listed(FEW, speech) == speech.clauses(FEW)
    assert named([], speech) == some([], speech) == listed([], speech) == ""


def test_of_many_the_first_are_named_and_the_rest_counted() -> None:
    speech = words("en")
    many = [f"name-{number}" for number in range(MOST_SAID + 5)]
    assert named(many, speech) == speech.joined([*many[:MOST], f"{len(many) - MOST}\u00a0others"])
    assert some(many, speech).endswith(
        f"\u00a0· {many[MOST - 1]}\u00a0· and {len(many) - MOST} more"
    )
    assert listed(many, speech).endswith(f"; {many[MOST_SAID - 1]}; and 5 more")
    assert named(many[: MOST + 1], speech).endswith(" and 1\u00a0other")


def test_of_long_ones_there_are_fewer_and_always_one() -> None:
    long = ["x" * (MOST_LETTERS // 3)] * 4
    assert some(long, words("en")) == "\u00a0· ".join([*long[:3], "and 1 more"])
    assert some(["x" * 2 * MOST_LETTERS, "y"], words("en")).endswith("x\u00a0· and 1 more")


@pytest.mark.parametrize("name", ["مؤسسة", "קרן 22"])
def test_after_a_name_from_right_to_left_the_sentence_goes_on(name: str) -> None:
    assert words("en").of(name, "336") == f"{name}\u200e: 336"
    assert words("en").of("Trường", "336") == "Trường: 336"


def test_no_line_parts_a_result_from_what_it_counts() -> None:
    others = [(Bound(count, count, False, 1), "parents") for count in (248.0, 644.0, 333.0)]
    said = not_comparable(others, words("en"))
    assert said.endswith("248\u00a0parents, 644\u00a0parents and 1\u00a0other")
