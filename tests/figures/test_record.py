"""The record of the made tables: search, documents, citations, what is known."""

from __future__ import annotations

import pytest

from lib.figures import places, record
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.wording import map as map_texts
from lib.wording.record import coverage_table
from lib.wording.words import words


def test_every_statement_of_the_selection(made: Portfolio) -> None:
    rows = record.statements(made)
    assert len(rows) == 38
    assert rows.loc[rows["is_disputed"], "statement_id"].tolist() == [
        *("M5", "M6", "R1", "R2", "T1", "T2"),
    ]
    # Edition 1: F6 to F9; T1 to T3 and T6 to T10; R3, R4, R5, R7; M1, M2, M4, M7; C3.
    assert len(record.statements(made.select(Selection(edition=("1",))))) == 4 + 8 + 4 + 4 + 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("t12", ["T12"]),
        ("STATEMENT t7.", ["T7"]),
        ("t7. statement", ["T7"]),
        ("=1+1", ["T5"]),
        ("[x](http://", ["T5"]),
        ("<b>&</b> parents", []),
        ("project č newspaper paragraph r6", ["R6"]),
        ("R6 Paragraph newspaper PROJECT c", ["R6"]),
        ("note about opening f4", ["F4"]),
        (".*", []),
        ("town 8", ["T12"]),
    ],
)
def test_search(made: Portfolio, words: str, expected: list[str]) -> None:
    assert record.statements(made, words)["statement_id"].tolist() == expected


def test_blank_words_search_nothing(made: Portfolio) -> None:
    assert len(record.statements(made, "  \t ")) == 38


def test_documents_with_what_they_carry(made: Portfolio) -> None:
    """Nothing rests on the standard. Counted in the files by source_id."""
    rows = record.sources(made).set_index("source_id")
    assert rows[["statement_count", "site_count"]].T.to_dict("list") == {
        "page": [14, 4],
        "study": [12, 5],
        "news": [8, 0],
        "archive": [4, 2],
    }
    assert list(rows.index) == ["page", "study", "news", "archive"]
    page = record.sources(made.select(Selection(evidence="page")))
    assert page["source_id"].tolist() == ["page"]


def test_citations_come_first_in_the_order_given(made: Portfolio) -> None:
    rows = record.cited(made, ["T3", "T1", "T3"])
    # T2, R3 and R4 are also stated about the places of A.
    assert rows["statement_id"].tolist()[:2] == ["T3", "T1"]
    assert sorted(rows["statement_id"].tolist()[2:]) == ["R3", "R4", "T2"]
    assert record.cited(made, []).empty


def test_citations_of_the_page_are_the_page_s(made: Portfolio) -> None:
    rows = record.cited(made.select(Selection(evidence="page")), ["T1"])
    assert rows["statement_id"].tolist() == ["T1"]


def test_a_citation_may_lie_outside_the_selection(made: Portfolio) -> None:
    """Money for more than the selection is told with its source."""
    rows = record.cited(made.select(Selection(project=("project-b",))), ["F1"])
    assert rows["statement_id"].tolist() == ["F1"]


def test_what_is_known_of_each_project(made: Portfolio) -> None:
    rows = record.coverage(made)
    found = {row[0]: row[1:] for row in rows[["project_id", *record.QUESTIONS]].to_numpy().tolist()}
    # places, people, result, period, money, sites
    assert found == {
        "project-a": [True, True, True, True, True, True],
        "project-b": [True, True, True, False, False, True],
        "project-c": [True, True, True, False, True, True],
        "project-d": [False, False, False, False, True, True],
    }


def test_what_is_known_in_part(real: Portfolio) -> None:
    """A result that no target speaks about, money that is only shared."""
    rows = record.coverage(real).set_index("project_id")
    assert rows.loc["rastimo-zajedno", ["result", "is_comparable"]].tolist() == [True, False]
    assert rows.loc["singa", ["money", "is_own_money"]].tolist() == [True, False]
    assert rows.loc["singa", ["result", "is_comparable"]].tolist() == [True, True]
    said = coverage_table(record.coverage(real), words("en")).set_index("Project")
    assert said.loc["Rastimo zajedno", "Any result"] == "found, not comparable"
    money = said["Amount of money, alone or shared"]
    assert money["SINGA"] == "only shared with others"
    # What was given to it before is none of its own here, as its card says.
    assert money["Novak Djokovic Foundation"] == "only shared with others"


def test_an_area_of_another_kind_is_a_name_everywhere(real: Portfolio) -> None:
    """Of one project only the state is named in which the announced districts lie."""
    rows = record.coverage(real)
    other = rows.loc[rows["sites"] & ~rows["is_announced_site"], "project_id"]
    shown = places.shown(real).set_index("project_id")
    assert not other.empty
    assert (shown.loc[other, "named_count"] == 0).all()
    assert (shown.loc[other, ["point_count", "area_count"]].sum(axis="columns") > 0).all()
    said = coverage_table(rows, words("en"))["Places by name"]
    assert said[rows["project_id"].isin(other)].tolist() == ["found, not those announced"] * len(
        other
    )
    stated = shown.loc[rows.loc[~rows["sites"], "project_id"], "stated_count"] > 0
    title = map_texts.page_title(places.shown(real), words("en"))
    assert title.endswith(f"; {stated.sum()} projects give only a number")


def test_what_the_page_knows_of_each_project(made: Portfolio) -> None:
    rows = record.coverage(made.select(Selection(evidence="page"))).set_index("project_id")
    assert rows["people"].tolist() == [False, False, True, False]
    assert rows["places"].tolist() == [True, True, True, False]
    assert not rows["money"].any()
    assert not rows["result"].any()
    # Of B the page names nothing but the country.
    assert rows["sites"].tolist() == [True, False, True, False]


def test_what_no_filter_changes_is_made_once_for_all_selections(made: Portfolio) -> None:
    first, second = (made.select(Selection(edition=(one,))) for one in ("1", "2"))
    assert record.source_of(first) is record.source_of(second)
    assert {*record.source_of(first)} == {*made.statements["statement_id"]}
