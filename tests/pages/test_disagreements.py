"""The page of disagreements: a card each, counted from the tables with nothing but csv."""

from __future__ import annotations

import pytest

from tests.pages import sums
from tests.pages.reading import Opened, again, opened, plain
from tests.pages.tables import rows


def findings(shown: Opened) -> list[str]:
    """What the cards set against each other."""
    lines = [text.splitlines()[0] for text in shown.marked if text.startswith("#### ")]
    return [
        plain(line).replace("\u00a0", " ")
        for line in lines
        if "≠" in line or "fit together" in line
    ]


def linked(chosen: dict[str, str]) -> int:
    """How many groups of two or more statements links tie together, of those that are left."""
    left = set(sums.projects(chosen))
    every = [row for table in sums.STATEMENTS for row in rows(table)]
    groups = [{row["statement_id"]} for row in every]
    for row in every:
        if row.get("contradicts_id"):
            ends = {row["statement_id"], row["contradicts_id"]}
            joined = [group for group in groups if group & ends]
            groups = [group for group in groups if not group & ends] + [set().union(*joined)]
    kept = {row["statement_id"] for row in every if sums._about(row) <= left}
    return sum(len(group & kept) > 1 for group in groups)


@pytest.mark.parametrize("chosen", [{}, {"edition": "2"}, {"programme": "refugees"}], ids=str)
def test_a_card_for_every_disagreement(chosen: dict[str, str]) -> None:
    shown = opened("disagreements", chosen)
    assert shown.exceptions == []
    assert len(findings(shown)) == linked(chosen)
    assert shown.title == f"The sources disagree on {linked(chosen)} points"


def test_the_programme_page_alone_contradicts_itself() -> None:
    assert opened("disagreements", {"evidence": "page"}).title == (
        "The programme page contradicts itself on 3 points"
    )


def test_the_total_that_its_parts_miss_comes_first() -> None:
    first, second, *_rest = findings(opened("disagreements"))
    assert first == "43 cities ≠ 34 = 13 + 15 + 6"
    assert second == "12 ≠ 10, about 10 and 13 co-funders"


def test_a_card_says_who_says_what_and_which_value_is_shown_first() -> None:
    said = [text.replace("\u00a0", " ") for text in opened("disagreements").paragraphs]
    (page,) = [text for text in said if text.startswith("15 provinces shown first")]
    assert "The Human Safety Net" in page
    assert "undated · official" in page
    (other,) = [text for text in said if text.startswith("≥ 15 provinces")]
    assert "shown first" not in other


def test_a_list_of_places_is_counted_in_the_title() -> None:
    assert "15 names ≠ 16 names" in findings(opened("disagreements"))


def test_a_card_leads_to_its_project_and_to_the_charts_that_show_it() -> None:
    shown = opened("disagreements", {"edition": "2"})
    links = [(link.proto.label, link.proto.query_string) for link in shown.of("page_link")]
    assert ("UNICEF Vietnam", "edition=2&partner=unicef&lang=en") in links
    assert ("≠ Targets and results", "edition=2&lang=en") in links


def test_one_kind_by_itself() -> None:
    shown = opened("disagreements")
    shown.at.session_state["kind"] = "words"
    assert len(findings(again(shown))) == 2
