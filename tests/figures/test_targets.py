"""Promises of the made tables, and what is reported beside them."""

from __future__ import annotations

from dataclasses import replace
from math import inf, isnan

import pandas as pd
import pytest

from lib.exports.contents import pack_of
from lib.figures import co_funders, profile, promises, record, targets
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, Bound
from lib.model.rows import each
from lib.model.selection import Selection
from lib.model.store import load
from lib.wording.targets import page_title
from lib.wording.uncharted import no_unmatched
from lib.wording.words import words
from tests.fixture import copies


def ids(rows: pd.DataFrame) -> list[str]:
    """The statements of a frame, in order."""
    return rows["statement_id"].tolist()


def test_what_may_be_added(made: Portfolio) -> None:
    """Not T2 (also stated), not T6 (several projects), not T10 (no total), not T12 (a part)."""
    assert ids(promises.promised(made, "places")) == ["T1", "T3", "T4", "T5"]
    assert ids(promises.promised(made, "people")) == ["T7", "T8", "T9", "T11"]
    assert promises.promised(made, "people")["unit"].tolist() == [
        "parents",
        "parents",
        "children",
        "parents",
    ]


def test_people_by_project(made: Portfolio) -> None:
    rows = promises.by_project(made, "people").set_index("project_id")
    assert rows["stated_count"].tolist() == [1, 1, 1, 0]  # B states two numbers, and counts once
    assert rows.loc["project-a", BOUND_COLUMNS].tolist() == [500, 500, True, 1]
    assert rows.loc["project-b", BOUND_COLUMNS].tolist() == [100, 100, False, 1]
    assert rows.loc["project-b", "unit"] == "parents + children"
    assert rows.loc["project-b", "parts"] == (
        (Bound(40, 40), "parents"),
        (Bound(60, 60), "children"),
    )
    assert rows.loc["project-b", "statement_ids"] == ("T8", "T9")
    assert rows.loc["project-c", BOUND_COLUMNS].tolist() == [800, inf, False, 1]
    assert isnan(rows.loc["project-d", "low"])
    assert rows["due_date"].tolist() == ["2022-12-31", "", "", ""]


def test_a_number_is_due_when_any_source_of_it_says(real: Portfolio) -> None:
    """The programme page names no day; another document states the same number with one."""
    singa = promises.by_project(real, "places").set_index("project_id").loc["singa"]
    said = real.targets.set_index("statement_id")
    assert said.loc["F029", "end_date"] == ""
    assert said.loc["F042", ["low", "end_date"]].tolist() == [singa["low"], "2021-12-31"]
    assert singa["due_date"] == "2021-12-31"
    assert singa["statement_ids"] == ("F029", "F042")
    profile_due = profile.key_figures(real).set_index(["project_id", "figure_id"])["date"]
    assert profile_due["singa", "places"] == singa["due_date"]


def test_people_are_those_who_state_a_number_largest_first(made: Portfolio) -> None:
    rows = targets.people(made)
    assert rows["project_id"].tolist() == ["project-c", "project-a", "project-b"]
    assert targets.people(made.select(Selection(project=("project-d",)))).empty


def test_projects_have_their_countries(made: Portfolio) -> None:
    rows = promises.projects(made)
    assert rows["project_id"].tolist() == ["project-a", "project-b", "project-c", "project-d"]
    assert rows["country_codes"].tolist() == [("IT",), ("FR", "IT"), ("NA",), ("FR",)]


def test_places_beside_what_is_reported(made: Portfolio) -> None:
    rows = targets.places(made).set_index("project_id")
    result = [f"result_{name}" for name in BOUND_COLUMNS]
    # A: seven towns reported at the end of 2022 (four a year before are "also stated").
    a = rows.loc["project-a"]
    assert a[["low", "high"]].tolist() == [10, 10]
    assert a[result].tolist() == [7, 7, False, 1]
    assert a["result_kind"] == "reported"
    assert a["result_as_of_date"] == "2022-12"
    assert a["result_statement_ids"] == ("R3",)
    # C: all three announced towns are named, two of them work, the later since February 2022.
    c = rows.loc["project-c"]
    assert c[result].tolist() == [2, 2, False, 1]
    assert c["result_kind"] == "counted"
    assert c["result_as_of_date"] == ""
    assert c["result_statement_ids"] == ()
    # B: up to six, of which two are named: nothing can be counted. D: nothing is announced.
    for name in ("project-b", "project-d"):
        assert rows.loc[name, "result_kind"] == ""
        assert rows.loc[name, "result_stated_count"] == 0
        assert isnan(rows.loc[name, "result_low"])
    assert rows["is_comparable"].tolist() == [True, False, True, False]


def test_what_the_page_does_not_name_is_not_counted(made: Portfolio) -> None:
    rows = targets.places(made.select(Selection(evidence="page")))
    assert rows["result_kind"].tolist() == ["", "", "", ""]


def test_results_without_a_target(made: Portfolio) -> None:
    """R5, R6, and R7 from before the expansion; R1 is about no project."""
    rows = targets.unmatched(made)
    assert ids(rows) == ["R5", "R6", "R7"]
    assert rows["unit"].tolist()[:2] == ["parents", "trainer"]  # one trainer, in the singular
    assert rows["as_of_date"].tolist()[:2] == ["", "2024"]
    assert rows["scope"].tolist()[2] == "earlier"
    assert ids(targets.unmatched(made.select(Selection(edition=("1",))))) == ["R5", "R7"]


def test_a_count_of_co_funders_is_no_result(real: Portfolio) -> None:
    """The programme page reports nothing else."""
    page = real.select(Selection(evidence="page"))
    assert page.results["indicator_id"].tolist() == ["co_funders"]
    said = no_unmatched(targets.reported(page), words("en", is_page_only=True))
    assert said == "The programme page states no result."


def test_every_headline_result_is_somewhere_once(made: Portfolio, real: Portfolio) -> None:
    example = load(copies.REAL / "example").select(Selection())
    for portfolio in (made, real, example):
        shown = [*ids(targets.unmatched(portfolio)), *ids(co_funders.counts(portfolio))]
        frames = (targets.places, targets.people, targets.in_other_units)
        for frame in (figure(portfolio) for figure in frames):
            shown += [one for some in frame["result_statement_ids"] for one in some]
        rows = portfolio.results
        counts = set(co_funders.counts(portfolio)["statement_id"])
        heads = rows[rows["is_headline"] | rows["statement_id"].isin(counts)]
        assert sorted(shown) == sorted(ids(heads))
    people = targets.people(example)
    # Every project of the example has a number of people reported under its target's quantity.
    assert people["is_comparable"].tolist() == [True] * 15
    stated = example.results.set_index("statement_id")["value"]
    for row in each(people):
        assert row.result_low == sum(stated[one] for one in row.result_statement_ids)


def test_promises_that_enter_no_total(made: Portfolio) -> None:
    """T6 is about two projects, T10 has an own total, T12 is a part."""
    assert sorted(ids(targets.other_promises(made))) == ["T10", "T12", "T6"]
    assert ids(targets.other_promises(made.select(Selection(edition=("2",))))) == ["T12"]


def test_every_headline_target_is_somewhere_once(made: Portfolio, real: Portfolio) -> None:
    for portfolio in (made, real):
        shown = ids(targets.other_promises(portfolio))
        for total in ("places", "people"):
            shown += ids(promises.promised(portfolio, total))
        heads = portfolio.targets[portfolio.targets["is_headline"]]
        assert sorted(shown) == sorted(ids(heads))


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    """The made tables, where a result counts the participants that B promises."""
    folder = copies.copied(tmp_path_factory.mktemp("answered"))
    copies.edit(folder, "results.csv", "project-b/parents-reached,parents,25,part",
                "project-b/participants,participants,25,project")  # fmt: skip
    copies.edit(folder, "indicators.csv", "participants,people,", "participants,other,")
    copies.edit(folder, "parts.csv", "T10,T8,true,true\nT10,T9,true,true\n", "")
    return load(folder).select(Selection())


def test_what_enters_no_total_is_set_against_its_target(answered: Portfolio) -> None:
    (row,) = each(targets.in_other_units(answered))
    assert (row.project_id, row.project) == ("project-b", "Project B <b>&</b>")
    assert (row.low, row.high, row.result_low, row.result_high) == (100, 100, 25, 25)
    assert (row.unit, row.statement_ids, row.result_statement_ids) == (
        "participants", ("T10",), ("R5",),
    )  # fmt: skip
    assert ids(targets.unmatched(answered)) == ["R6", "R7"]
    assert sorted(ids(targets.other_promises(answered))) == ["T12", "T6"]
    of_b = targets.places(answered).set_index("project_id").loc["project-b"]
    assert of_b["other_results"] == ()  # it is not called incomparable
    known = record.coverage(answered).set_index("project_id")
    assert known["is_comparable"]["project-b"]
    frames = [figure(answered) for figure in (targets.places, targets.people)]
    title = page_title(*frames, targets.in_other_units(answered), words("en"))
    assert title.startswith("For 3 of 4 projects")
    (section,) = [one for one in pack_of(answered, Selection()).sections if one.name == "targets"]
    (listed,) = [one for one in section.exhibits if one.name == "targets.in_other_units"]
    assert listed.statement_ids == ("T10", "R5")


def test_one_quantity_of_unlike_things_is_not_compared(answered: Portfolio) -> None:
    other = answered.results.assign(
        indicator_id=answered.results["indicator_id"].replace("participants", "trainers")
    )
    assert targets.in_other_units(replace(answered, results=other)).empty


def test_what_is_reported_after_the_day_that_was_set_is_late(real: Portfolio) -> None:
    rows = targets.places(real)
    assert set(rows.loc[rows["is_late"], "project_id"]) == {"novak-djokovic-foundation", "singa"}
    dates = [("2023", "2022-12-31"), ("2022", "2022-12-31"), ("2023", ""), ("", "2022")]
    assert [targets._is_after(*pair) for pair in dates] == [True, False, False, False]


def test_units_are_in_the_reader_s_language() -> None:
    italian = load(copies.FOLDER).select(Selection(language="it"))
    rows = promises.by_project(italian, "places")
    assert rows["unit"].tolist() == ["comuni", "centri", "comuni", ""]


def test_a_country_never_divides_a_result(real: Portfolio) -> None:
    """SINGA counts its five cities in France and Germany together, whichever is selected."""
    whole = targets.places(real).set_index("project_id").loc["singa"]
    for countries in (("DE",), ("FR",), ("FR", "VN")):
        rows = targets.places(real.select(Selection(country=countries))).set_index("project_id")
        assert rows.loc["singa", "is_comparable"]
        assert rows.loc["singa", "result_low"] == whole["result_low"] == 5


def test_a_counted_result_has_the_documents_that_report_its_places(real: Portfolio) -> None:
    rows = targets.places(real).set_index("project_id")
    sites = real.sites[(real.sites["project_id"] == "singa") & real.sites["is_announced_place"]]
    assert rows.loc["singa", "result_kind"] == "counted"
    assert rows["before_count"].to_dict() == {one: int(one == "singa") for one in rows.index}
    assert rows.loc["singa", "result_source_ids"] == tuple(sites["status_source_id"].unique())
    assert all(rows.loc[rows["result_kind"] != "counted", "result_source_ids"] == ())
    pack = pack_of(real.everything, Selection())
    (chart,) = [one for one in pack.exhibits() if one.name == "targets.places"]
    assert {*rows.loc["singa", "result_source_ids"]} <= {*chart.source_ids}
    one = profile.key_figures(real).set_index(["project_id", "figure_id"])["source_ids"]
    assert one["singa", "result"] == rows.loc["singa", "result_source_ids"]
