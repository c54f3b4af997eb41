"""Titles of disagreements: like stands against like."""

from __future__ import annotations

import math
from types import SimpleNamespace

import pandas as pd
import pytest

from lib.model.quantity import Bound
from lib.wording.disagreements import page_title
from lib.wording.findings import against_parts, findings, group_title
from lib.wording.words import words

NUMBER = {"low": 5.0, "high": 5.0, "is_approximate": False, "unit": "cities", "table": "targets"}
DATE = {"low": float("nan"), "high": float("nan"), "unit": "", "table": "milestones"}
TEXT = {"low": float("nan"), "high": float("nan"), "unit": "", "table": "context"}


def statement(quantity: str, **said: object) -> dict[str, object]:
    rest = {"quantity_id": quantity, "project": "Aurora", "edition_id": "1", "currency_code": ""}
    return {"start_date": "", "end_date": "", "value_text": "", "scope": "project"} | rest | said


@pytest.mark.parametrize(
    ("statements", "title"),
    [
        (
            [statement("a", **NUMBER), statement("a", **NUMBER | {"low": 9.0, "high": 9.0})],
            "Aurora: 5 ≠ 9 cities",
        ),
        (
            [statement("a", **NUMBER), statement("a", **NUMBER | {"unit": "places"})],
            "Aurora: 5 cities ≠ 5 places",
        ),
        (
            [statement("a", **DATE, start_date="2021", milestone_kind="start"),
             statement("b", **NUMBER)],
            "Aurora: “2021” and “5 cities” do not fit together",
        ),
        (
            [statement("a", **DATE, start_date="2021", end_date="2023", milestone_kind="period"),
             statement("b", **NUMBER, end_date="2024")],
            "Aurora: 2021–2023 ≠ until 2024",
        ),
        (
            [statement("a", **NUMBER), statement("a", **NUMBER | {"low": 9.0, "high": 9.0}),
             statement("b", **NUMBER | {"low": 7.0, "high": 7.0}, project="Breva"),
             statement("b", **NUMBER | {"low": 8.0, "high": 8.0}, project="Breva")],
            "Aurora: 5 ≠ 9 cities; Breva: 7 ≠ 8 cities",
        ),
        (
            [statement("a", **NUMBER),
             statement("a", **NUMBER | {"low": float("nan"), "high": float("nan")})],
            "Aurora: 5 cities ≠ a wording without a number",
        ),
        (
            [statement("a", **TEXT, value_text="Ala; Bra; Como"),
             statement("a", **TEXT, value_text="Ala; Bra; Como; Dro")],
            "Aurora: 3 names ≠ 4 names",
        ),
        (
            [statement("a", **TEXT, value_text="Ala; Bra; Como"),
             statement("a", **TEXT, value_text="Ala; Bra; Dro")],
            "Aurora: 3 names ≠ 3 other names",
        ),
        (
            [statement("a", **TEXT, value_text="word " * 20),
             statement("a", **TEXT, value_text="other " * 20)],
            "Aurora: worded differently",
        ),
    ],
)  # fmt: skip
def test_values_of_one_kind_stand_against_each_other(
    statements: list[dict[str, object]], title: str
) -> None:
    assert group_title(pd.DataFrame(statements), words("en")) == title


def test_a_total_stands_against_its_parts_first() -> None:
    total = statement("a", **NUMBER | {"low": 20.0, "high": 20.0}, project="")
    parts = {"part_values": (Bound(10, 10), Bound(0, 6)), "parts_low": 10.0, "parts_high": 16.0}
    rows = pd.DataFrame([total, statement("b", **NUMBER)])
    sums = pd.DataFrame([total | parts | {"is_disagreement": True}])
    (found,) = findings(rows, sums, words("en"))
    assert (found.subject, found.values) == ("Edition 1", "20 cities ≠ 10–16 = 10 + ≤\u00a06")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([(24.0, 24.0), (42.0, 42.0)], "66 places = 24 + 42"),
        ([(24.0, math.inf), (12.0, 12.0)], "66 places (compatible with ≥ 24 + 12)"),
        ([(24.0, 24.0), (0.0, 50.0)], "66 places (compatible with 24 + ≤ 50)"),
        ([(24.0, 24.0, True), (42.0, 42.0)], "66 places (compatible with ≈ 24 + 42)"),
    ],
)
def test_a_total_equals_the_sum_of_exact_parts_alone(
    parts: list[tuple[float, ...]], said: str
) -> None:
    row = SimpleNamespace(
        low=66.0, high=66.0, is_approximate=False, unit="places", is_disagreement=False,
        part_values=tuple(Bound(*part) for part in parts),
    )  # fmt: skip
    assert against_parts(row, words("en")).replace("\xa0", " ") == said


def test_a_page_read_alone_can_only_contradict_itself() -> None:
    alone = words("en", is_page_only=True)
    assert page_title(2, words("en")) == "The sources disagree on 2 points"
    assert page_title(2, alone) == "The programme page contradicts itself on 2 points"
    assert page_title(0, words("en")) == "No disagreement was found"
