"""Disagreements as they are shown: of which kind, in which order, why one value is first."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.figures import disagreements, groups
from lib.model.portfolio import Portfolio
from lib.model.rows import each
from lib.model.selection import Selection


def test_kinds_in_their_order(made: Portfolio) -> None:
    found = groups.shown(made)
    assert [(one.kind, one.rows["statement_id"].tolist()) for one in found] == [
        ("total", ["T6", "T1", "T3"]),  # the total that is missed, then its parts
        ("number", ["R1", "R2"]),
        ("number", ["T1", "T2"]),
        ("date", ["M5", "M6"]),
    ]
    assert found[0].sums["statement_id"].tolist() == ["T6"]
    assert all(one.sums.empty for one in found[1:])


def test_a_disagreement_names_the_charts_that_show_it(made: Portfolio) -> None:
    shown = {one.group_id: one.figures for one in groups.shown(made)}
    assert shown["T6"] == shown["T1"] == ("targets.places",)
    assert shown["R1"] == ("funding.co_funder_counts",)


@pytest.mark.parametrize(
    "selection",
    [Selection(), Selection(edition=("1",)), Selection(edition=("2",)), Selection(evidence="page"),
     Selection(country=("DE",)), Selection(programme=("families",))],
)  # fmt: skip
def test_as_many_as_are_counted(made: Portfolio, real: Portfolio, selection: Selection) -> None:
    for portfolio in (made, real):
        narrowed = portfolio.select(selection)
        found = groups.shown(narrowed)
        assert len(found) == disagreements.count(narrowed)
        assert [one.kind for one in found] == sorted(
            (one.kind for one in found), key=groups.KINDS.index
        )
        every = [statement for one in found for statement in one.rows["statement_id"]]
        assert set(disagreements.linked(narrowed)["statement_id"]) <= set(every)


def test_what_stands_behind_a_key_figure_comes_first(real: Portfolio) -> None:
    numbers = [one for one in groups.shown(real) if one.kind == "number"]
    is_key = [bool({*one.figures} & {*groups.KEY}) for one in numbers]
    assert is_key == sorted(is_key, reverse=True)
    assert (numbers[-1].rows["scope"] == "foundation").all()


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([("official", True, "", True), ("official", False, "2024", False)], "programme_page"),
        ([("official", False, "", True), ("press", False, "2024", False)], "most_official"),
        ([("press", False, "2024", True), ("press", False, "2021", False)], "latest"),
        ([("press", False, "2021", True), ("press", False, "2024", False)], "decided"),
        ([("press", False, "2021", True), ("press", False, "2021", False)], "decided"),
        ([("press", False, "2021", True)], "only"),
        ([("press", False, "2021", False)], "only"),
    ],
)
def test_why_a_headline_is_the_headline(
    rows: list[tuple[str, bool, str, bool]], reason: str
) -> None:
    columns = ["authority", "is_programme_page", "date", "is_headline"]
    told = [*each(pd.DataFrame(rows, columns=columns))]
    assert groups.headline_reason(told) == reason
