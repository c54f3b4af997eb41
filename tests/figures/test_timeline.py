"""When: positions of partial dates, periods and events of the made tables."""

from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.figures import timeline
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.model.store import load
from tests.fixture import copies


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2023", 2023, 2024),
        ("2023-01", 2023, 2023 + 1 / 12),
        ("2023-12", 2023 + 11 / 12, 2024),
        ("2023-07", 2023.5, 2023 + 7 / 12),
        ("2023-01-01", 2023, 2023 + 1 / 372),
        ("2023-12-31", 2024 - 1 / 372, 2024),
    ],
)
def test_partial_dates_are_spans(date: str, start: float, end: float) -> None:
    assert timeline.position(date) == pytest.approx(start)
    assert timeline.position(date, is_end=True) == pytest.approx(end)


def test_no_date_has_no_position() -> None:
    assert isnan(timeline.position(""))
    assert isnan(timeline.position("", is_end=True))


@settings(max_examples=60)
@given(st.dates(), st.dates())
def test_positions_keep_the_order_of_dates(one: object, other: object) -> None:
    first, second = sorted((str(one), str(other)))
    assert timeline.position(first) <= timeline.position(second)
    for cut in (4, 7, 10):
        start = timeline.position(first[:cut])
        assert start <= timeline.position(first) + 1e-9
        assert timeline.position(first, is_end=True) <= (
            timeline.position(first[:cut], is_end=True) + 1e-9
        )


def test_periods_of_editions_and_projects(made: Portfolio) -> None:
    rows = timeline.periods(made)
    assert rows["row_kind"].tolist() == ["edition", "project", "project"] * 2
    assert rows["label"].tolist()[1:3] == ["Project A", "Project B <b>&</b>"]
    columns = ["start_date", "end_date", "is_start_stated", "is_end_stated", "statement_ids"]
    assert rows[columns].to_numpy().tolist() == [
        ["2020", "2022", True, True, ("M1",)],
        ["2020-03", "2022", True, True, ("M2",)],
        ["", "", False, False, ()],
        ["", "", False, False, ()],
        ["", "", False, False, ()],
        ["", "", False, False, ()],
    ]
    assert rows["start"].iloc[1] == pytest.approx(2020 + 2 / 12)
    assert rows["end"].iloc[1] == 2023  # all of 2022 belongs to it
    assert rows["duration_years"].tolist()[4] == 3
    assert rows["duration_years"].isna().sum() == 5
    assert not rows["is_disputed"].any()


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    """The made tables with names of quantities that say nothing, and a start of another project."""
    folder = copies.copied(tmp_path_factory.mktemp("renamed"))
    copies.edit(folder, "milestones.csv", "project-a,,project-a/period,", "project-a,,a/zeit,")
    copies.edit(folder, "milestones.csv", "project-b,,project-b/meeting,event,,about,",
                "project-b,,b/x,start,,about,2021-03")  # fmt: skip
    return load(folder).select(Selection())


def test_a_period_is_one_by_its_kind_whatever_its_quantity_is_called(
    made: Portfolio, renamed: Portfolio
) -> None:
    usual, rows = (timeline.periods(one).set_index("project_id") for one in (made, renamed))
    columns = ["start_date", "end_date", "statement_ids", "is_approximate"]
    assert rows.loc["project-a", columns].tolist() == ["2020-03", "2022", ("M2",), False]
    assert rows.loc["project-b", columns].tolist() == ["2021-03", "", ("M7",), True]
    assert usual.loc["project-b", "statement_ids"] == ()


def test_a_partnership_that_was_there_before_is_no_start_of_a_project(real: Portfolio) -> None:
    rows = timeline.periods(real)
    rows = rows[rows["row_kind"] == "project"].set_index("project_id")
    told = {
        name: ids
        for name, ids in rows["statement_ids"].items()
        if ids and {*ids} <= {*real.milestones["statement_id"]}
    }
    assert told == {
        "rastimo-zajedno": ("F148",),
        "tailwind": ("F158",),
        "for-our-children": ("F184",),
        "mmi-megamarie-plus": ("F200",),
    }


def test_periods_of_a_selection(made: Portfolio) -> None:
    rows = timeline.periods(made.select(Selection(edition=("2",))))
    assert rows["edition_id"].tolist() == ["2", "2", "2"]
    nothing = timeline.periods(made.select(Selection(edition=("2",), country=("IT",))))
    assert nothing.empty
    assert list(nothing) == list(rows)


def test_the_span_is_that_of_the_whole_record(made: Portfolio) -> None:
    """All that is dated lies in 2020 to the end of 2022, even where no date is selected."""
    assert timeline.span(made) == (2020, 2023)
    assert timeline.span(made.select(Selection(edition=("2",)))) == (2020, 2023)


def test_an_edition_s_years_stay_with_one_of_its_projects(made: Portfolio) -> None:
    """M1 is about A and B: with A alone the edition's own statement is not of the selection."""
    rows = timeline.periods(made.select(Selection(project=("project-a",))))
    assert rows["row_kind"].tolist() == ["edition", "project"]
    assert rows["start_date"].tolist()[1] == "2020-03"


def test_events_in_order_of_time(made: Portfolio) -> None:
    rows = timeline.events(made)
    dated = rows[rows["position"].notna()]
    assert dated["statement_id"].tolist() == ["M5", "M6", "M4"]
    assert dated["position"].is_monotonic_increasing
    assert dated["moment"].tolist() == ["2020", "2021-01-15", "2021-05-04"]
    alone = timeline.events(made.select(Selection(project=("project-a",))))
    assert alone["statement_id"].tolist() == ["M4"]
    assert timeline.events(made.select(Selection(project=("project-d",)))).empty
