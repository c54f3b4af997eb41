"""The filters as one value: what it prints it reads, what it does not know it says."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.model.languages import LANGUAGES
from lib.model.selection import FILTERS, Ignored, Selection
from tests.fixture.choices import selections

OPTIONS = {
    "edition": ["1", "2"],
    "programme": ["families", "refugees"],
    "country": ["FR", "IT", "NA"],
    "partner": ["partner-a", "partner-b"],
    "project": ["project-a", "project-b"],
}
KNOWN = {value for values in OPTIONS.values() for value in values} | {"all", "page", *LANGUAGES}
HOSTILE = ("<script>", "'; --", "../../etc/passwd", "", " ", "1 ", "NaN", "\x00", "%00", "Ⅰ")
few = settings(max_examples=40)
any_selection = selections(OPTIONS, languages=LANGUAGES)


@few
@given(any_selection)
def test_what_is_printed_is_read(selection: Selection) -> None:
    assert Selection.read(selection.query(), OPTIONS, LANGUAGES) == (selection, ())


def test_what_narrows_is_counted() -> None:
    narrowed = Selection(edition=("1",), country=("FR", "IT"), evidence="page")
    assert Selection().active_count == 0
    assert narrowed.active_count == 3
    # A project is shown whole: of the filters of the bar only the evidence narrows it.
    assert narrowed.with_values("project", ["project-a"]).active_count == 2


@few
@given(any_selection)
def test_the_address_holds_texts_only_of_what_is_set(selection: Selection) -> None:
    query = selection.query()
    assert all(values and all(isinstance(v, str) for v in values) for values in query.values())
    assert set(query) <= {*FILTERS, "evidence", "lang"}
    assert query["lang"] == [selection.language]
    assert bool(query.keys() - {"lang"}) == selection.is_filtered


@few
@given(any_selection, any_selection)
def test_selections_compare_by_value(one: Selection, other: Selection) -> None:
    assert (one == other) == (one.query() == other.query())
    assert one != other or hash(one) == hash(other)
    again, _ = Selection.read(one.query(), OPTIONS, LANGUAGES)
    assert again is not one
    assert len({one, again}) == 1


@few
@given(any_selection, st.randoms(use_true_random=False))
def test_the_same_is_selected_in_whichever_order(selection: Selection, dice: Random) -> None:
    """Only projects stand in the order in which they were chosen."""
    other = selection
    for name in FILTERS:
        values = list(getattr(selection, name))
        if name != "project":
            dice.shuffle(values)
        other = other.with_values(name, values)
    assert (other, hash(other)) == (selection, hash(selection))


def test_editions_stand_in_their_order() -> None:
    assert Selection(edition=("10", "2", "1")).edition == ("1", "2", "10")
    assert Selection(project=("b", "a")).project == ("b", "a")


hostile = st.one_of(st.sampled_from(HOSTILE), st.text()).filter(lambda text: text not in KNOWN)


@few
@given(any_selection, st.sampled_from([*FILTERS, "evidence", "lang"]), hostile)
def test_unknown_words_are_left_out_and_told(selection: Selection, name: str, word: str) -> None:
    query = selection.query()
    query[name] = [word, *query.get(name, [])]
    found, ignored = Selection.read(query, OPTIONS, LANGUAGES)
    assert found == selection
    assert ignored == (Ignored(name, word),)


def test_every_unknown_word_is_told_once() -> None:
    query = {"edition": ["9", "1", "9"], "country": ["XX"], "evidence": ["none"], "lang": ["eo"]}
    found, ignored = Selection.read(query, OPTIONS, LANGUAGES)
    assert found == Selection(edition=("1",))
    assert ignored == (
        Ignored("edition", "9"),
        Ignored("country", "XX"),
        Ignored("evidence", "none"),
        Ignored("lang", "eo"),
    )


def test_a_value_of_another_filter_is_unknown() -> None:
    found, ignored = Selection.read({"edition": ["IT"]}, OPTIONS)
    assert found == Selection()
    assert ignored == (Ignored("edition", "IT"),)


def test_a_value_said_twice_counts_once() -> None:
    found, _ = Selection.read({"country": ["IT", "IT", "FR"]}, OPTIONS)
    assert found.country == ("FR", "IT")


def test_the_reader_s_language_holds_where_the_address_has_none() -> None:
    assert Selection.read({}, OPTIONS, LANGUAGES, "it")[0].language == "it"
    assert Selection.read({"lang": ["en"]}, OPTIONS, LANGUAGES, "it")[0].language == "en"
    assert Selection.read({"lang": ["eo"]}, OPTIONS, LANGUAGES, "it")[0].language == "it"


def test_a_filter_no_one_offers_stays_empty() -> None:
    found, _ = Selection.read({"partner": ["partner-a"]}, {"edition": ["1"]})
    assert found == Selection()


@few
@given(any_selection, st.sampled_from(FILTERS))
def test_setting_one_filter_leaves_the_others(selection: Selection, name: str) -> None:
    before = selection.query()
    found = selection.with_values(name, OPTIONS[name])
    assert getattr(found, name) == tuple(OPTIONS[name])
    assert found.with_values(name, getattr(selection, name)) == selection
    assert selection.query() == before


def test_only_filters_can_be_set() -> None:
    with pytest.raises(ValueError, match="evidence"):
        Selection().with_values("evidence", ["page"])


@few
@given(any_selection)
def test_without_filters_only_the_language_stays(selection: Selection) -> None:
    bare = selection.without_filters()
    assert bare == Selection(language=selection.language)
    assert not bare.is_filtered


def test_more_than_can_be_shown_is_told() -> None:
    """Three projects stand side by side; of evidence and language there is one."""
    projects = ["a", "b", "c", "d"]
    query = {
        "project": projects,
        "evidence": ["page", "all"],
        "lang": ["it", "en"],
        "EDITION": ["1"],
    }
    found, ignored = Selection.read(query, OPTIONS | {"project": projects}, LANGUAGES)
    assert found == Selection(project=("a", "b", "c"), evidence="page", language="it")
    assert ignored == (
        Ignored("project", "d", is_too_much=True),
        Ignored("evidence", "all", is_too_much=True),
        Ignored("lang", "en", is_too_much=True),
        Ignored("EDITION", "1"),
    )
