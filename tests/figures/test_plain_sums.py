"""The real tables: figures against loops over the files, and against each other."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from lib.figures import flow, funding
from lib.figures.disagreements import totals_against_parts
from lib.figures.key import key_figures
from lib.figures.promises import by_project
from lib.figures.record import coverage
from lib.model.portfolio import Portfolio
from lib.model.quantity import add
from lib.model.selection import EVIDENCE, FILTERS, Evidence, Selection
from tests.fixture import copies
from tests.fixture.choices import chosen, selections
from tests.fixture.plain import Plain, Sum, bound

PLAIN = Plain(copies.REAL)
OPTIONS = PLAIN.options()
SINGLE = [(name, value) for name in FILTERS for value in OPTIONS[name]]


def promised(portfolio: Portfolio, total: str) -> Sum:
    """A promised total as the loops tell it."""
    rows = by_project(portfolio, total)
    found = add(rows)
    stated = found.stated_count
    return Sum(found.low if stated else 0, found.high if stated else 0, stated, len(rows))


@pytest.mark.parametrize("evidence", EVIDENCE)
@pytest.mark.parametrize(("name", "value"), SINGLE)
def test_every_filter_alone_sums_as_loops_do(
    real: Portfolio, name: str, value: str, evidence: Evidence
) -> None:
    selection = Selection(evidence=evidence).with_values(name, [value])
    portfolio = real.select(selection)
    for total in ("places", "people"):
        expected = PLAIN.promised(total, evidence, **{name: (value,)})
        assert promised(portfolio, total) == expected


@settings(max_examples=12)
@given(selection=selections(OPTIONS))
def test_any_selection_sums_as_loops_do(real: Portfolio, selection: Selection) -> None:
    portfolio = real.select(selection)
    for total in ("places", "people"):
        expected = PLAIN.promised(total, selection.evidence, **chosen(selection))
        assert promised(portfolio, total) == expected
        assert expected.stated <= expected.asked


def figures(portfolio: Portfolio) -> dict[tuple[str, str], pd.Series]:
    """Key figures by name and currency, what nobody states as zero."""
    rows = key_figures(portfolio).fillna({"low": 0, "high": 0})
    return {(row["figure_id"], row["currency_code"]): row for _, row in rows.iterrows()}


@settings(max_examples=12)
@given(wide=selections(OPTIONS), data=st.data())
def test_a_filter_more_never_finds_more(
    real: Portfolio, wide: Selection, data: st.DataObject
) -> None:
    """Coverage and lower bounds never grow; upper bounds of places and people neither."""
    free = [name for name in FILTERS if not getattr(wide, name)] or ["project"]
    name = data.draw(st.sampled_from(free))
    narrow = wide.with_values(name, [data.draw(st.sampled_from(OPTIONS[name]))])
    if getattr(wide, name):
        narrow = replace(wide, evidence="page")
    before, after = figures(real.select(wide)), figures(real.select(narrow))
    for key, row in after.items():
        if key not in before:
            assert row["stated_count"] == 0
            continue
        assert row["low"] <= before[key]["low"]
        if key[0] in ("places", "people", "projects", "countries"):
            assert row["high"] <= before[key]["high"]
            assert row["stated_count"] <= before[key]["stated_count"]
            assert row["of_count"] <= before[key]["of_count"]
        assert row["stated_count"] <= row["of_count"]


def test_everything_selected_is_nothing_selected(real: Portfolio) -> None:
    every = real.select(Selection(**{name: tuple(OPTIONS[name]) for name in FILTERS}))  # type: ignore[arg-type]
    for figure in (key_figures, flow.flow, coverage, totals_against_parts):
        assert_frame_equal(figure(every), figure(real))


CODES = ("EUR", "CHF", "RSD")


@settings(max_examples=12)
@given(selection=selections(OPTIONS), data=st.data())
def test_money_is_added_within_one_currency_and_one_side(
    real: Portfolio, selection: Selection, data: st.DataObject
) -> None:
    """The amounts of the record, in currencies drawn by lot."""
    count = len(real.funding)
    drawn = data.draw(st.lists(st.sampled_from(CODES), min_size=count, max_size=count))
    mixed = replace(real, funding=real.funding.assign(currency_code=drawn), whole=None)
    portfolio = mixed.select(selection)
    code = dict(zip(mixed.funding["statement_id"], drawn, strict=True))
    bounds = {row["statement_id"]: bound(row) for row in PLAIN.rows["funding"]}
    payer = {row["statement_id"]: row["funder_id"] for row in PLAIN.rows["funding"]}
    group = {row["funder_id"]: row["group_id"] for row in PLAIN.rows["funders"]}
    seen: list[str] = []
    for side in (True, False):
        rows = funding.committed(portfolio, by_co_funders=side)
        assert rows["currency_code"].is_unique
        for _, row in rows.iterrows():
            own = row["statement_ids"]
            seen += own
            assert {code[one] for one in own} == {row["currency_code"]}
            sides = {"co-funders" in (payer[one], group.get(payer[one])) for one in own}
            assert sides == {side}
            assert row["low"] == sum((bounds[one] or (0, 0))[0] for one in own)
            assert row["high"] == sum((bounds[one] or (0, 0))[1] for one in own)
    assert len(seen) == len(set(seen))
    assert sorted(seen) == sorted(funding.commitments(portfolio)["statement_id"])
    by_type = funding.by_funder_type(portfolio)
    for _, row in by_type.iterrows():
        assert {code[one] for one in row["statement_ids"]} == {row["currency_code"]}


def test_the_headline_numbers_of_the_record(real: Portfolio) -> None:
    """As on the programme page: 7 and 2.5 million euro, eleven projects in eleven countries."""
    found = figures(real)
    assert found["committed", "EUR"][["low", "high"]].tolist() == [7e6, 7e6]
    assert found["co_funding", "EUR"][["low", "high"]].tolist() == [2.5e6, 2.5e6]
    assert found["projects", ""]["low"] == 11
    assert found["countries", ""]["low"] == len(OPTIONS["country"])
    # 13 + 15 + 6 cities, 5 incubators, 21 regions, 15 provinces, 9 municipalities, 4 districts;
    # up to 60 centres in Switzerland.
    assert found["places", ""][["low", "high"]].tolist() == [88, 148]
    assert found["people", ""]["low"] >= 800_000
    assert found["people", ""]["high"] == inf
