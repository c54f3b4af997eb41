"""The portfolio narrowed: which rows stay, which cannot be divided, what stays untouched."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from lib.model.languages import LANGUAGES
from lib.model.portfolio import Portfolio
from lib.model.schema import STATEMENT_TABLES, TABLES
from lib.model.selection import FILTERS, Selection
from tests.fixture import copies
from tests.fixture.choices import chosen, selections
from tests.fixture.plain import Plain

PLAIN = {"made": Plain(copies.FOLDER), "real": Plain(copies.REAL)}
MADE = PLAIN["made"].options()
REAL = PLAIN["real"].options()


def differing(one: Portfolio, other: Portfolio) -> list[str]:
    """The tables in which two portfolios differ."""
    names = [*TABLES, "coverage"]
    return [name for name in names if not one.table(name).equals(other.table(name))]


def hold(portfolio: Portfolio, plain: Plain, selection: Selection) -> None:
    """What is kept is what loops over the files keep."""
    found, filters = portfolio.select(selection), chosen(selection)
    projects = plain.selected(**filters)
    assert set(found.projects["project_id"]) == projects
    for table in STATEMENT_TABLES:
        kept = plain.kept(table, selection.evidence, **filters)
        assert set(found.table(table)["statement_id"]) == kept
        rest = {
            row["statement_id"]
            for row in plain.rows[table]
            if row["statement_id"] not in plain.kept(table, **filters)
            and plain.covered(row) & projects
            and row["is_headline"] == "true"
            and row.get("scope", "project") == "project"
            and (selection.evidence == "all" or row["source_id"] in plain.pages)
        }
        assert set(found.not_attributable(table)["statement_id"]) == rest
    countries = set(selection.country or plain.options()["country"])
    links = [(r["project_id"], r["country_code"]) for r in plain.rows["project_countries"]]
    links = [link for link in links if link[0] in projects and link[1] in countries]
    assert list(found.project_countries.itertuples(index=False, name=None)) == links
    sites = {
        row["site_id"]
        for row in plain.rows["sites"]
        if row["project_id"] in projects
        and row["country_code"] in countries
        and (selection.evidence == "all" or row["source_id"] in plain.pages)
    }
    assert set(found.sites["site_id"]) == sites


BAR = [((), *((value,) for value in MADE[name])) for name in FILTERS[:4]]


@pytest.mark.integration
@pytest.mark.parametrize("evidence", ["all", "page"])
def test_every_combination_of_single_filters(made: Portfolio, evidence: str) -> None:
    spoken = made.select(Selection())
    for edition, programme, country, partner in product(*BAR):
        if not (programme and partner):
            filters = (edition, programme, country, partner)
            selection = Selection(*filters, evidence=evidence)  # type: ignore[arg-type]
            hold(spoken, PLAIN["made"], selection)


@settings(max_examples=25)
@given(selection=selections(MADE))
def test_random_selections_of_the_made_tables(made: Portfolio, selection: Selection) -> None:
    hold(made, PLAIN["made"], selection)


@settings(max_examples=10)
@given(selection=selections(REAL))
def test_random_selections_of_the_real_tables(real: Portfolio, selection: Selection) -> None:
    hold(real, PLAIN["real"], selection)


@pytest.mark.parametrize("name", ["made", "real"])
def test_selecting_everything_is_selecting_nothing(
    name: str, request: pytest.FixtureRequest
) -> None:
    portfolio = request.getfixturevalue(name)
    nothing = portfolio.select(Selection())
    assert nothing.is_whole
    for filters in [(one,) for one in FILTERS] + [FILTERS]:
        every = Selection(**{one: tuple(PLAIN[name].options()[one]) for one in filters})
        found = portfolio.select(every)
        assert differing(found, nothing) == []
        assert found.is_whole
        assert all(found.not_attributable(table).empty for table in STATEMENT_TABLES)


def test_selecting_nothing_keeps_every_row(made: Portfolio) -> None:
    found = made.select(Selection())
    assert {name: len(found.table(name)) for name in TABLES} == {
        name: len(rows) for name, rows in PLAIN["made"].rows.items()
    }


def test_one_edition_of_the_made_tables(made: Portfolio) -> None:
    """F3 covers A of edition 1 with C of edition 2: it belongs to neither edition alone."""
    first = made.select(Selection(edition=("1",)))
    assert first.projects["project_id"].tolist() == ["project-a", "project-b"]
    assert first.editions["edition_id"].tolist() == ["1"]
    assert first.funding["statement_id"].tolist() == ["F6", "F7", "F8", "F9"]
    assert first.not_attributable("funding")["statement_id"].tolist() == ["F1", "F2", "F3"]
    assert first.milestones["statement_id"].tolist() == ["M1", "M2", "M4", "M7"]
    assert first.not_attributable("milestones")["statement_id"].tolist() == ["M5"]
    assert first.context["statement_id"].tolist() == ["C3"]
    assert first.not_attributable("context")["statement_id"].tolist() == ["C1"]
    assert not first.is_whole


def test_a_project_in_two_countries_shows_only_the_selected_one(made: Portfolio) -> None:
    found = made.select(Selection(country=("FR",)))
    assert found.projects["project_id"].tolist() == ["project-b", "project-d"]
    assert set(found.project_countries["country_code"]) == {"FR"}
    assert found.sites["site_id"].tolist() == ["site-5", "site-11"]


def test_a_partner_that_carries_two_projects(made: Portfolio) -> None:
    found = made.select(Selection(partner=("partner-d",)))
    assert found.projects["project_id"].tolist() == ["project-b", "project-d"]
    assert made.select(Selection(partner=("evaluator",))).projects.empty


def test_the_page_s_evidence_is_the_page_s_alone(made: Portfolio) -> None:
    found = made.select(Selection(evidence="page"))
    assert found.is_whole
    assert set(found.statements["source_id"]) == {"page"}
    # Town 1 is named by the page, but only the newspaper says that it is open.
    sites = found.sites.set_index("site_id")
    assert sites["status"].to_dict() == {
        "site-1": "planned",
        "site-2": "planned",
        "site-7": "planned",
        "site-8": "active",
    }
    assert sites["as_of_date"].tolist() == ["", "", "", "2022-01"]


@settings(max_examples=10)
@given(one=selections(MADE, languages=LANGUAGES), other=selections(MADE))
def test_two_selections_know_nothing_of_each_other(
    made: Portfolio, one: Selection, other: Selection
) -> None:
    before = {name: made.table(name).copy() for name in [*TABLES, "coverage"]}
    first = made.select(one)
    kept = {name: first.table(name).copy() for name in TABLES}
    second = made.select(other)
    assert first.selection == one
    assert second.selection == other
    for name, rows in kept.items():
        assert_frame_equal(first.table(name), rows)
    for name, rows in before.items():
        assert_frame_equal(made.table(name), rows)
    # Coming from another selection makes no difference.
    spoken = made.in_language(other.language)
    assert (
        differing(spoken.select(replace(one, language=other.language)).select(other), second) == []
    )


TOWNS = {"en": "Towns", "it": "Comuni", "de": "Gemeinden", "fr": "Communes", "es": "Municipios"}


def test_selections_of_a_language_come_from_one_portfolio(made: Portfolio) -> None:
    """So that figures of the whole, and of single projects, are kept for all of them."""
    one, other = (made.select(Selection(edition=(edition,))) for edition in ("1", "2"))
    assert one.everything is other.everything is made.in_language("en")
    assert made.select(Selection(language="it")).everything is made.in_language("it")
    assert made.in_language("it") is not made.in_language("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_in_the_language_of_the_selection(made: Portfolio, language: str) -> None:
    found = made.select(Selection(language=language))
    for name in TABLES:
        endings = tuple(f"_{language}" for language in LANGUAGES)
        assert not [c for c in found.table(name) if c.endswith(endings)]
    assert found.indicators["name"].iloc[0] == TOWNS[language]
    assert found.everything.selection == Selection(language=language)


def test_what_filters_offer(made: Portfolio) -> None:
    spoken = made.select(Selection(edition=("1",)))
    assert spoken.options() == {
        "edition": ["1", "2"],
        "programme": ["families", "refugees"],
        "country": ["FR", "IT", "NA"],
        "partner": ["partner-a", "partner-b", "partner-d", "partner-c"],
        "project": ["project-a", "project-b", "project-c", "project-d"],
    }


def test_a_portfolio_is_frozen(made: Portfolio) -> None:
    with pytest.raises(FrozenInstanceError):
        made.funding = made.targets  # type: ignore[misc]


@given(data=st.data())
@settings(max_examples=10)
def test_a_filter_never_brings_rows_back(made: Portfolio, data: st.DataObject) -> None:
    wide = data.draw(selections(MADE))
    name = data.draw(st.sampled_from([f for f in FILTERS if not getattr(wide, f)] or ["edition"]))
    values = getattr(wide, name) or MADE[name]
    narrow = wide.with_values(name, values[:1])
    one, other = made.select(wide), made.select(narrow)
    assert set(other.statements["statement_id"]) <= set(one.statements["statement_id"])
    assert set(other.sites["site_id"]) <= set(one.sites["site_id"])
