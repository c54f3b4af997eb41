"""Disagreements of the made tables: linked statements, totals that their parts miss."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.figures import disagreements, promises, statements, timeline
from lib.model.portfolio import Portfolio
from lib.model.quantity import Bound
from lib.model.selection import Selection


def test_groups_are_named_after_their_first_statement(made: Portfolio) -> None:
    assert disagreements.groups(made).to_dict() == {
        **{"M5": "M5", "M6": "M5"},
        **{"R1": "R1", "R2": "R1"},
        **{"T1": "T1", "T2": "T1"},
    }


def test_a_chain_of_links_is_one_group(made: Portfolio) -> None:
    """T4 contradicts T3, T3 contradicts T2, T1 contradicts T2."""
    links = made.targets["statement_id"].map({"T1": "T2", "T3": "T2", "T4": "T3"}).fillna("")
    chained = replace(made, targets=made.targets.assign(contradicts_id=links), whole=None)
    found = disagreements.groups(chained)
    assert {i for i, first in found.items() if first == "T1"} == {"T1", "T2", "T3", "T4"}


def test_linked_statements_headline_first(made: Portfolio) -> None:
    rows = disagreements.linked(made)
    assert rows["statement_id"].tolist() == ["M5", "M6", "R1", "R2", "T1", "T2"]
    assert rows["is_headline"].tolist() == [True, False] * 3
    assert rows["authority"].tolist() == [
        *("official", "official"),
        *("official", "press"),
        *("official", "partner"),
    ]
    # As of, else published, else nothing.
    assert rows["date"].tolist() == ["", "2019", "", "2020-06-01", "", "2022-03-01"]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(edition=("1",)), ["T1", "T2"]),
        (Selection(edition=("2",)), []),
        (Selection(evidence="page"), []),
    ],
)
def test_a_group_needs_two_statements(
    made: Portfolio, selection: Selection, expected: list[str]
) -> None:
    found = disagreements.linked(made.select(selection))
    assert found["statement_id"].tolist() == expected


def test_totals_against_their_parts(made: Portfolio) -> None:
    """Edition 1: 20 against 10 + (0 to 6). B: 100 participants, 40 parents and 60 children."""
    rows = disagreements.totals_against_parts(made).set_index("statement_id")
    assert sorted(rows.index) == ["T10", "T6"]
    assert rows["is_disagreement"].to_dict() == {"T10": False, "T6": True}
    assert rows.loc["T6", ["low", "high", "parts_low", "parts_high"]].tolist() == [20, 20, 10, 16]
    assert rows.loc["T6", "part_ids"] == ("T1", "T3")
    assert rows.loc["T6", "part_values"] == (Bound(10, 10), Bound(0, 6))
    assert rows.loc["T10", ["parts_low", "parts_high"]].tolist() == [100, 100]


def test_a_total_needs_all_its_parts(made: Portfolio) -> None:
    """T6 is stated by the page as its parts are; T10 and its parts are not."""
    page = disagreements.totals_against_parts(made.select(Selection(evidence="page")))
    assert page["statement_id"].tolist() == ["T6"]
    for name in ("project-a", "project-c"):
        alone = made.select(Selection(project=(name,)))
        assert disagreements.totals_against_parts(alone).empty


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), 4),  # three groups, and T6
        (Selection(edition=("1",)), 2),  # T1 with T2, and T6
        (Selection(evidence="page"), 1),  # T6
        (Selection(edition=("2",)), 0),
    ],
)
def test_count(made: Portfolio, selection: Selection, expected: int) -> None:
    assert disagreements.count(made.select(selection)) == expected


def test_what_else_is_stated(made: Portfolio) -> None:
    found = disagreements.others(made, ["T1", "T2", "T3", "R1", "M5"])
    assert found == {
        "T1": (Bound(12, 12),),
        "T2": (Bound(10, 10),),
        "R1": (Bound(5, 5, True),),
        "M5": (),  # a date: no number to name
    }


def test_what_is_disputed(made: Portfolio) -> None:
    assert disagreements.are_disputed(made, ["T3", "T1"])
    assert not disagreements.are_disputed(made, ["T3", "T4"])
    assert not disagreements.are_disputed(made, [])
    second = made.select(Selection(edition=("2",)))
    assert not disagreements.are_disputed(second, ["T1", "T4"])


def test_the_time_that_an_amount_is_for_is_disputed_and_not_the_amount(real: Portfolio) -> None:
    """Sources differ about the years of edition 2; one of them promises money for some years."""
    rows = disagreements.linked(real)
    dated = rows[rows["group_id"].isin(rows.loc[rows["table"] == "milestones", "group_id"])]
    (amount,) = dated[dated["table"] == "funding"].to_dict("records")
    assert not disagreements.are_disputed(real, [amount["statement_id"]])
    group = dated[dated["group_id"] == amount["group_id"]]
    years = {row.statement_id: (row.start_date, row.end_date) for row in group.itertuples()}
    (of_edition,) = group.loc[group["project_id"] == "", "statement_id"]
    of_projects = {one for one in years if one != of_edition}
    assert len(of_projects) > 1  # each differs from the edition, which says nothing of the others
    found = disagreements.other_periods(real)
    assert {one: found[one] for one in of_projects} == dict.fromkeys(
        of_projects, (years[of_edition],)
    )
    assert {*found[of_edition]} == {years[one] for one in of_projects}
    # The years of the edition hold for each of its projects: its own list has the disagreement.
    alone = real.select(Selection(project=(amount["project_id"],)))
    assert amount["group_id"] in set(disagreements.linked(alone)["group_id"])
    (row,) = [row for row in timeline.periods(alone).itertuples() if row.project_id]
    assert row.is_disputed
    assert row.other_periods


def test_described_keeps_rows_and_says_who(made: Portfolio) -> None:
    for name in ("funding", "targets", "results", "milestones", "context"):
        table = made.table(name)
        rows = statements.described(made, table)
        assert rows["statement_id"].tolist() == table["statement_id"].tolist()
        assert (
            not rows[["publisher", "source", "url", "authority", "project", "unit"]]
            .isna()
            .any(axis=None)
        )
    rows = statements.described(made, made.results).set_index("statement_id")
    assert rows.loc["R4", "source"] == "Note about an opening"  # it has no title
    assert rows.loc["R3", "source"] == "Study"
    assert rows.loc["R6", "unit"] == "trainer"


def test_units_of_statements(made: Portfolio) -> None:
    rows = statements.with_unit(made, made.statements).set_index("statement_id")
    assert rows.loc[["T1", "R6", "C2", "C3", "F1", "M1"], "unit"].tolist() == [
        *("towns", "trainer", "parents"),
        *("", "", ""),
    ]


@pytest.mark.parametrize(
    "selection",
    [Selection(evidence="page"), Selection(country=("DE",)), Selection(programme=("refugees",)),
     Selection(edition=("2",)), Selection()],
)  # fmt: skip
def test_a_mark_leads_to_a_disagreement_that_is_shown(
    real: Portfolio, selection: Selection
) -> None:
    portfolio = real.select(selection)
    shown = set(disagreements.linked(portfolio)["quantity_id"])
    marked = timeline.periods(portfolio)
    marked = marked.loc[marked["is_disputed"], "statement_ids"].explode()
    known = real.statements.set_index("statement_id")["quantity_id"]
    assert set(known[marked.dropna()]) <= shown
    for total in ("places", "people"):
        rows = promises.by_project(portfolio, total)
        for row in rows[rows["is_disputed"]].itertuples():
            assert set(row.quantity_ids) & shown


def test_the_mark_stays_where_one_of_two_values_is_the_years_of_an_edition(real: Portfolio) -> None:
    """Vietnam's money runs longer than edition 2, whose years are stated for more projects."""
    portfolio = real.select(Selection(country=("VN",)))
    rows = timeline.periods(portfolio)
    assert rows["is_disputed"].tolist() == [True, True]
    drawn = set(rows["statement_ids"].explode())
    linked = disagreements.linked(portfolio)
    assert drawn <= set(linked["statement_id"])
    assert disagreements.count(portfolio) == linked["group_id"].nunique() == 4
