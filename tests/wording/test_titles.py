"""Titles that are read aloud: amounts in several currencies, of how many, several other values."""

from __future__ import annotations

import pytest

from lib.figures import flow, groups, targets, timeline
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.model.store import load
from lib.wording import disagreements as differing
from lib.wording import funding
from lib.wording import targets as target_words
from lib.wording import timeline as periods
from lib.wording.words import words
from tests.fixture import copies

SPEECH = words("en")


@pytest.fixture(scope="module")
def example() -> Portfolio:
    return load(copies.REAL / "example").select(Selection())


@pytest.fixture(scope="module")
def real() -> Portfolio:
    return load(copies.REAL).select(Selection())


def test_money_in_two_currencies_is_all_said(example: Portfolio) -> None:
    links = flow.flow(example)
    assert funding.page_title(links, SPEECH).replace("\u00a0", " ") == (
        "EUR 5.72 M and USD 3.18 M have a published destination"
    )
    some = links[~links["is_co_funder"].astype(bool)].assign(is_published=False)
    some.loc[some.index[0], "is_published"] = True
    amount = SPEECH.money(*some.iloc[0][["low", "high"]], False, some.iloc[0]["currency_code"])
    assert funding.page_title(some, SPEECH) == (
        f"Of {SPEECH.money(5.72e6, 5.72e6, False, 'EUR')} and "
        f"{SPEECH.money(3.18e6, 3.18e6, False, 'USD')}, {amount} has a published destination"
    )


def test_periods_speak_of_editions_and_of_projects(real: Portfolio) -> None:
    rows = periods.labelled(timeline.periods(real), SPEECH)
    own = rows[rows["row_kind"] == "project"]
    both = sum(bool(start and end) for start, end in zip(own.start_date, own.end_date, strict=True))
    assert periods.periods(rows, SPEECH).title == (
        "Of 3 editions, only edition 2 has both dates published; "
        f"{both} of {len(real.projects)} projects have"
    )


def test_no_target_is_the_largest_of_one(real: Portfolio) -> None:
    """Of two targets both are said; more than all others together is one among several."""
    people = targets.people(real)
    titles = [
        target_words.people(people.iloc[:count], len(real.projects), SPEECH).title
        for count in (1, 2)
    ]
    names = people["project"].tolist()
    assert titles[0].startswith(f"{names[0]}: ")
    assert titles[1].startswith(titles[0])
    assert f" · {names[1]}: " in titles[1]
    assert not any("other targets" in title or "largest" in title for title in titles)


def test_several_other_values_are_a_list(real: Portfolio) -> None:
    found = [one for one in groups.shown(real) if len(one.rows) > 3]
    said = {differing.group_title(one.rows, SPEECH, one.sums) for one in found}
    assert any("12 ≠ 10, about 10 and 13 co-funders" in one.replace("\u00a0", " ") for one in said)
