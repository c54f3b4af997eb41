"""One project of the made tables: card, partners, statements, openings."""

from __future__ import annotations

from dataclasses import replace
from gc import collect
from math import isnan
from pathlib import Path
from weakref import ref

import pytest

from lib.figures import project
from lib.model.portfolio import Portfolio
from lib.model.quantity import Bound
from lib.model.selection import Selection
from lib.model.store import load
from tests.fixture import copies


def alone(made: Portfolio, letter: str) -> Portfolio:
    """The portfolio of one project."""
    return project.of_project(made, f"project-{letter}")


def test_cards(made: Portfolio) -> None:
    rows = project.cards(made).set_index("project_id")
    assert rows["partners"].to_dict() == {
        "project-a": ("Partner A",),
        "project-b": ("=1+1", "Partner D"),
        "project-c": ("Partner Ç",),
        "project-d": ("Partner D",),
    }
    assert rows["country_codes"].tolist() == [("IT",), ("FR", "IT"), ("NA",), ("FR",)]
    assert rows["high"].tolist()[:3] == [10, 6, 3]
    assert isnan(rows["high"].iloc[3])
    assert rows["name"].tolist()[2] == "Project Č"
    assert project.cards(made.select(Selection(edition=("2",), country=("IT",)))).empty


def test_partners_with_their_role(made: Portfolio) -> None:
    rows = project.partners(alone(made, "a"))
    assert rows[["name", "partner_role"]].to_numpy().tolist() == [
        ["Partner A", "implementer"],
        ["Evaluator", "evaluator"],
    ]


def test_one_project_whatever_else_is_filtered(made: Portfolio) -> None:
    other = Selection(edition=("2",), country=("FR",), evidence="page", language="en")
    found = project.of_project(made.select(other), "project-a")
    assert found.selection == Selection(project=("project-a",), evidence="page")
    assert found.projects["project_id"].tolist() == ["project-a"]
    assert set(found.targets["statement_id"]) == {"T1"}


def test_selections_of_the_same_tables_share_the_portfolio_of_a_project(made: Portfolio) -> None:
    everyone = Selection(language="en")
    whole = made.select(everyone)
    shared = project.of_project(whole, "project-a")
    for other in (replace(everyone, edition=("2",)), replace(everyone, country=("FR",))):
        assert project.of_project(whole.select(other), "project-a") is shared
    page = project.of_project(whole.select(replace(everyone, evidence="page")), "project-a")
    assert page.selection.evidence == "page"
    assert len(page.statements) < len(shared.statements)
    assert project.of_project(whole, "project-b").projects["project_id"].tolist() == ["project-b"]
    same_tables_read_again = replace(whole.everything, fingerprint=whole.fingerprint)
    assert project.of_project(same_tables_read_again, "project-a") is not shared


def test_nobody_changes_what_others_are_given_of_a_project(made: Portfolio) -> None:
    one = alone(made, "a")
    given = project.cards(one)
    given.loc[:, "name"] = "changed"
    assert project.cards(alone(made, "a"))["name"].tolist() == ["Project A"]


def test_portfolios_of_projects_do_not_hold_replaced_tables_for_ever(made: Portfolio) -> None:
    replaced = replace(made.everything)
    project.of_project(replaced, "project-a")
    held = ref(replaced)
    del replaced
    for _ in range(project.MOST_ALONE):
        project.of_project(replace(made.everything), "project-a")
    collect()
    assert held() is None


def test_each_project_leads_to_the_next_that_is_selected(made: Portfolio) -> None:
    letters = {one: project.following(made, f"project-{one}")[-1:] for one in "abcd"}
    assert letters == {"a": "b", "b": "c", "c": "d", "d": "a"}
    france = made.select(Selection(country=("FR",), language="en"))
    letters = {one: project.following(france, f"project-{one}")[-1:] for one in "abcd"}
    assert letters == {"a": "b", "b": "d", "c": "d", "d": "b"}
    italy = made.select(Selection(edition=("1",), partner=("partner-a",), language="en"))
    assert project.following(italy, "project-a") == ""


def test_statements_of_a_project_headlines_first(made: Portfolio) -> None:
    rows = project.statements(alone(made, "a"), "targets")
    assert rows["statement_id"].tolist() == ["T1", "T7", "T2"]
    assert rows["differs"].tolist() == [(Bound(12, 12),), (), (Bound(10, 10),)]
    assert rows["is_disputed"].tolist() == [True, False, True]
    milestones = project.statements(alone(made, "a"), "milestones")
    assert milestones["statement_id"].tolist() == ["M2", "M4"]
    assert project.statements(alone(made, "d"), "results").empty


def test_openings_beside_what_was_due(made: Portfolio) -> None:
    """Four at the end of 2021, seven at the end of 2022, ten due in 2022."""
    rows = project.openings(alone(made, "a"), "project-a")
    assert rows[["statement_id", "row_kind", "low", "as_of_date"]].to_numpy().tolist() == [
        ["R4", "result", 4, "2021-12-31"],
        ["R3", "result", 7, "2022-12"],
        ["T1", "target", 10, "2022"],
    ]
    assert rows["position"].tolist() == pytest.approx([2022, 2023, 2023])
    assert rows["label"].tolist() == ["", "Town 1, Town 2", ""]
    assert set(rows["edition_id"]) == {"1"}


def test_openings_are_those_of_places_whatever_their_quantity_is_called(tmp_path: Path) -> None:
    folder = copies.copied(tmp_path)
    for name in ("targets", "results"):
        path = folder / f"{name}.csv"
        text = path.read_text(encoding="utf-8")
        assert "project-a/expansion-places" in text
        path.write_text(text.replace("project-a/expansion-places", "project-a/wells"), "utf-8")
    rows = project.openings(alone(load(folder), "a"), "project-a")
    assert rows["statement_id"].tolist() == ["R4", "R3", "T1"]


@pytest.mark.parametrize("letter", ["b", "c", "d"])
def test_no_openings_without_a_dated_number(made: Portfolio, letter: str) -> None:
    assert project.openings(alone(made, letter), f"project-{letter}").empty


def test_documents_about_a_project(made: Portfolio) -> None:
    rows = project.sources(alone(made, "a"))
    assert set(rows["source_id"]) == {"page", "study", "news", "archive"}
    # D: two statements in the study and on the page, a region named by the study.
    assert set(project.sources(alone(made, "d"))["source_id"]) == {"page", "study"}


def test_money_of_a_project(made: Portfolio) -> None:
    assert project.money(alone(made, "a"))["statement_id"].tolist() == ["F6", "F7", "F8"]
    assert project.money(alone(made, "c"))["statement_id"].tolist() == ["F4"]


def test_the_page_names_fewer_organisations(real: Portfolio) -> None:
    """Ministry and chamber of Vietnam are known from the press; the page names UNICEF."""
    everyone = project.partners(project.of_project(real, "unicef-vietnam"))
    page = real.select(Selection(evidence="page"))
    named = project.partners(project.of_project(page, "unicef-vietnam"))
    assert set(named["name"]) < set(everyone["name"])
    assert set(named["source_id"]) == {"scale-up-impact-page"}


def test_payers_of_one_project_stand_among_its_organisations(real: Portfolio) -> None:
    rows = project.partners(project.of_project(real, "csb"))
    payers = rows.loc[rows["partner_role"] == "payer", "name"]
    assert {"Con i Bambini", "Generali Italia"} < set(payers)
    assert "The Human Safety Net" not in set(payers)
