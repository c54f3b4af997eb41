"""Bounds: their sums, what is left of them, how they end."""

from __future__ import annotations

from math import inf, isnan

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lib.model.quantity import (
    BOUND_COLUMNS,
    NOT_STATED,
    QUALIFIERS,
    Bound,
    add,
    bounds,
    disagree,
    ending,
    subtract,
    total,
)

Said = tuple[str, int]

few = settings(max_examples=40)

# Whole numbers: the sums of floats this small are exact, so that the order of adding is free.
values = st.integers(min_value=0, max_value=10**9)
said = st.tuples(st.sampled_from(QUALIFIERS), values)
many = st.lists(said, max_size=8)
some = st.lists(said, min_size=1, max_size=8)


def frame(rows: list[Said]) -> pd.DataFrame:
    """Statements with their bounds."""
    value = [float("nan") if qualifier == "not_stated" else float(v) for qualifier, v in rows]
    columns = {"value": pd.Series(value, dtype=float), "qualifier": [q for q, _ in rows]}
    return bounds(pd.DataFrame(columns).astype({"qualifier": object}))


def same(one: Bound, other: Bound) -> bool:
    """Equal bounds, "not stated" being equal to itself."""
    return one == other or one.stated_count == other.stated_count == 0


def row(bound: Bound) -> pd.DataFrame:
    """A bound as a frame of one row."""
    return pd.DataFrame([bound], columns=BOUND_COLUMNS)


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "is_approximate", "count"),
    [
        ("exact", 7, 7, False, 1),
        ("at_least", 7, inf, False, 1),
        ("up_to", 0, 7, False, 1),
        ("about", 7, 7, True, 1),
    ],
)
def test_a_qualifier_is_an_interval(
    qualifier: str, low: float, high: float, is_approximate: bool, count: int
) -> None:
    assert add(frame([(qualifier, 7)])) == Bound(low, high, is_approximate, count)


def test_not_stated_has_no_interval() -> None:
    found = frame([("not_stated", 7)]).iloc[0]
    assert isnan(found["low"])
    assert isnan(found["high"])
    assert not found["is_approximate"]
    assert found["stated_count"] == 0
    assert add(frame([("not_stated", 7)])) is NOT_STATED


def test_a_qualifier_without_a_value_states_nothing() -> None:
    rows = pd.DataFrame({"value": [float("nan")] * 5, "qualifier": list(QUALIFIERS)})
    assert bounds(rows)["stated_count"].tolist() == [0, 0, 0, 0, 0]
    assert bounds(rows)[["low", "high"]].isna().all(axis=None)


def test_bounds_leaves_its_input_alone() -> None:
    rows = pd.DataFrame({"value": [1.0], "qualifier": ["exact"]})
    bounds(rows)
    assert list(rows) == ["value", "qualifier"]


def test_nine_and_up_to_sixty() -> None:
    found = add(frame([("exact", 9), ("up_to", 60), ("not_stated", 0)]))
    assert found == Bound(9, 69, False, 2)


@few
@given(many)
def test_bounds_never_cross(rows: list[Said]) -> None:
    stated = frame(rows).dropna(subset=["low"])
    assert (stated["low"] <= stated["high"]).all()
    found = add(frame(rows))
    assert found.stated_count == 0 or 0 <= found.low <= found.high


@few
@given(many, st.randoms(use_true_random=False))
def test_adding_is_commutative(rows: list[Said], random: object) -> None:
    mixed = list(rows)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert same(add(frame(rows)), add(frame(mixed)))


@few
@given(some, some, some)
def test_adding_is_associative(one: list[Said], two: list[Said], three: list[Said]) -> None:
    first = add(pd.concat([row(add(frame(one + two))), row(add(frame(three)))]))
    second = add(pd.concat([row(add(frame(one))), row(add(frame(two + three)))]))
    assert same(first, second)
    assert same(first, add(frame(one + two + three)))


@few
@given(many, st.integers(0, 3))
def test_not_stated_adds_nothing(rows: list[Said], missing: int) -> None:
    found = add(frame(rows + [("not_stated", 0)] * missing))
    assert same(found, add(frame(rows)))
    assert found.stated_count == sum(qualifier != "not_stated" for qualifier, _ in rows)


@few
@given(st.lists(st.tuples(said, st.sampled_from("abc")), min_size=1, max_size=8))
def test_groups_add_up_to_the_whole(rows: list[tuple[Said, str]]) -> None:
    statements = frame([said for said, _ in rows]).assign(group=[group for _, group in rows])
    by_group = total(statements, ["group"])
    assert by_group["group"].tolist() == list(dict.fromkeys(group for _, group in rows))
    assert same(add(by_group), add(statements))
    for name, own in statements.groupby("group"):
        found = by_group[by_group["group"] == name]
        assert same(add(found), add(own))
        assert found["low"].isna().item() == (add(own).stated_count == 0)


def test_a_total_of_nothing_has_no_rows() -> None:
    found = total(frame([]).assign(group=pd.Series(dtype=object)), ["group"])
    assert list(found) == ["group", *BOUND_COLUMNS]
    assert found.empty


@few
@given(some, some)
def test_what_is_left_is_never_below_zero(whole: list[Said], parts: list[Said]) -> None:
    found = subtract(add(frame(whole)), add(frame(parts)))
    assert found.stated_count == 0 or 0 <= found.low <= found.high


@few
@given(some, some, st.floats(0, 1), st.floats(0, 1))
def test_what_is_left_holds_every_difference(
    whole: list[Said], parts: list[Said], one: float, other: float
) -> None:
    """Whatever the true whole and the true parts are, the true rest lies in the bound."""
    all_of, some_of = add(frame(whole)), add(frame(parts))
    assume(all_of.stated_count and some_of.stated_count)
    true_whole, true_parts = inside(all_of, one), inside(some_of, other)
    assume(true_parts <= true_whole)
    found = subtract(all_of, some_of)
    assert found.low - 1e-3 <= true_whole - true_parts <= found.high + 1e-3


def inside(bound: Bound, share: float) -> float:
    """A number in a bound; an open one is taken to be two milliards wide."""
    return bound.low + share * (min(bound.high, bound.low + 2e9) - bound.low)


@few
@given(some)
def test_nothing_taken_out_leaves_the_whole(rows: list[Said]) -> None:
    whole = add(frame(rows))
    assert subtract(whole, NOT_STATED) == whole
    assert subtract(NOT_STATED, whole) is NOT_STATED
    assert subtract(Bound(5, 9), Bound(2, 3)) == Bound(2, 7)


@few
@given(some, some)
def test_disagreement_is_mutual(one: list[Said], other: list[Said]) -> None:
    first, second = add(frame(one)), add(frame(other))
    assert disagree(first, second) == disagree(second, first)
    assert not disagree(first, first)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Bound(43, 43), Bound(34, 34), True),
        (Bound(43, 43), Bound(10, 43), False),
        (Bound(15, inf), Bound(15, 15), False),
        (Bound(16, inf), Bound(0, 15), True),
        (Bound(10, 10, True), Bound(12, 12), False),
        (Bound(10, 10), NOT_STATED, False),
    ],
)
def test_only_what_cannot_both_be_true_disagrees(one: Bound, other: Bound, expected: bool) -> None:
    assert disagree(one, other) is expected


@few
@given(st.sampled_from(QUALIFIERS), values.filter(bool))
def test_one_statement_ends_as_it_is_qualified(qualifier: str, value: int) -> None:
    found = add(frame([(qualifier, value)]))
    assert ending(found.low, found.high, found.is_approximate) == qualifier


@few
@given(some)
def test_every_sum_has_an_ending(rows: list[Said]) -> None:
    found = add(frame(rows))
    end = ending(found.low, found.high, found.is_approximate)
    assert end in (*QUALIFIERS, "range")
    assert (end == "at_least") == (found.high == inf and found.low > 0)
    assert (end == "range") == (0 < found.low < found.high < inf)
    assert (end == "up_to") == (0 == found.low < found.high < inf)
    assert (end == "about") == (found.low == found.high and found.is_approximate)
