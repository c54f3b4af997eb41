"""Words around figures."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.model.languages import LANGUAGES
from lib.model.selection import Selection
from lib.wording import co_funders, commitments, indicators, record, sites, uncharted
from lib.wording.reading import no_amount, no_disagreement, numbers, rows_shown
from lib.wording.selection import speech
from lib.wording.words import Words

SELECTION = {
    "en": "selection", "de": "Auswahl", "fr": "sélection", "it": "selezione", "es": "selección",
}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "said"),
    [([], ""), ([3], "3"), ([2, 1], "1, 2"), ([5, 1, 3, 4], "1, 3–5"), ({7, 8, 9, 10}, "7–10")],
)
def test_numbers_in_a_row_are_spans(found: list[int], said: str) -> None:
    assert numbers(found) == said


def empty(words: Words) -> list[str]:
    """What is said where nothing is found."""
    columns = ("group_id", "name", "date", "site_count", "stated_count", "project_count")
    none = pd.DataFrame({name: [] for name in columns})
    return [
        no_amount(words),
        no_disagreement(words),
        record.no_statement("", words),
        uncharted.no_unmatched(none, words),
        uncharted.no_others(none, words),
        indicators.by_indicator(none, 3, words).empty,
        sites.sites(none, 0, 3, words).empty,
        commitments.by_group(none, "EUR", "", 3, words).empty,
        co_funders.counts(none, words).empty,
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_selection_is_spoken_of_where_there_is_one(language: str) -> None:
    for evidence in ("all", "page"):
        whole = speech(Selection(evidence=evidence, language=language))
        some = speech(Selection(evidence=evidence, language=language, edition=("1",)))
        assert not [said for said in empty(whole) if SELECTION[language] in said]
        assert all(SELECTION[language] in said for said in empty(some))


def test_one_row_is_no_span() -> None:
    words = speech(Selection(language="de"))
    assert rows_shown(21, 21, 23, words) == "Zeile 21 von 23"
    assert rows_shown(21, 22, 23, words) == "Zeilen 21–22 von 23"


def test_a_count_of_co_funders_without_a_date_is_heard_as_undated() -> None:
    """A number behind "not stated" would be heard as one that nobody stated."""
    rows = [("2021", 10.0, "Teleborsa"), ("", 12.0, "Foundation")]
    frame = pd.DataFrame(rows, columns=["date", "low", "publisher"])
    frame = frame.assign(high=frame["low"], is_approximate=False, is_headline=False)
    said = co_funders.counts(frame, speech(Selection())).alternative
    rest = "2021: 10, says Teleborsa; undated: 12, says Foundation."
    assert said == f"Dot plot of co-funder counts. {rest}"
