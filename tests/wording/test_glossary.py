"""What words mean: each once, short, in every language."""

from __future__ import annotations

import re

import pytest

from lib.model.languages import LANGUAGES
from lib.model.quantity import QUALIFIERS
from lib.wording.columns import columns
from lib.wording.glossary import channels, groups, headings, term
from lib.wording.terms import Subject
from lib.wording.words import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_explained_once_in_at_most_two_sentences(language: str) -> None:
    found = [
        pair
        for group in groups(words(language), Subject("A title"))
        for pair in group.terms.items()
    ]
    codes = [code for code, _term in found]
    assert len(set(codes)) == len(codes) > 25
    for _code, (name, meaning) in found:
        assert name[:1].isupper()
        assert meaning.endswith(".")
        assert len(re.findall(r"[.?!](?:\s|$)", meaning)) <= 2
        assert not set('"[]()') & set(meaning)  # it stands in the title of a link


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_linked_is_explained(language: str) -> None:
    speech = words(language)
    written = {name for name, _write in columns(speech).values()}
    assert set(headings(speech)) <= written
    for code in [*headings(speech).values(), *QUALIFIERS, "range", "coverage", "named"]:
        assert term(code, speech).meaning
    assert list(channels(speech)) == ["hue", "ending", "fill", "differ"]


def test_an_unknown_word_is_an_error() -> None:
    with pytest.raises(KeyError):
        term("nonsense", words("en"))
