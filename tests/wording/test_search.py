"""What can be looked for by name."""

from __future__ import annotations

import pytest

from lib.model import store
from lib.model.languages import LANGUAGES
from lib.model.matching import holding
from lib.wording.search import KINDS, LONGEST, index, kinds
from lib.wording.words import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_with_a_name_is_found_by_it(language: str) -> None:
    portfolio = store.current().in_language(language)
    rows = index(portfolio, words(language))
    assert rows["kind"].drop_duplicates().tolist() == list(KINDS)
    counts = rows["kind"].value_counts()
    assert counts["project"] == len(portfolio.projects)
    assert counts["partner"] == len(portfolio.partners)
    assert counts["source"] == len(portfolio.sources)
    assert counts["statement"] == len(portfolio.statements)
    assert rows["label"].str.len().max() <= LONGEST
    assert not rows["label"].str.endswith("- …").any(), "parted within a word"


@pytest.mark.parametrize(
    ("language", "typed", "kind", "code"),
    [
        ("en", "djokovic NOVAK", "project", "novak-djokovic-foundation"),
        ("it", "serbia famiglie edizione 1", "project", "novak-djokovic-foundation"),
        ("en", "anatuya argentina", "place", "haciendo-camino"),
        ("en", "unicef", "partner", "unicef"),
        ("de", "kodiko", "partner", "kodiko"),
        ("fr", "generali osiguranje", "partner", "generali-osiguranje-srbija"),
        ("en", "F031", "statement", "F031"),
    ],
)
def test_a_finding(language: str, typed: str, kind: str, code: str) -> None:
    rows = index(store.current().in_language(language), words(language))
    found = rows[holding(rows["text"], typed)]
    assert code in found.loc[found["kind"] == kind, "code"].tolist()


def test_kinds_with_their_counts() -> None:
    said = kinds(dict.fromkeys(KINDS, 1) | {"place": 29}, words("en"))
    assert said["project"] == "1 project"
    assert said["place"] == "29 places"
