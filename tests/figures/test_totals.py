"""Figures of the totals page against loops over the rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, inf

import pytest
from hypothesis import given, settings

from bench.portfolio import make
from lib.figures import totals
from lib.model.engine import ledger_of
from lib.model.ledger import Ledger
from lib.model.selection import Selection
from lib.model.store import load
from tests.fixture import copies
from tests.fixture.choices import chosen, selections
from tests.fixture.plain import Plain, bound

Books = dict[str, tuple[Plain, Ledger]]
REAL = Plain(copies.REAL).options()


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    """Tables as texts and as a ledger: of this checkout, made by hand, made by rule."""
    ruled = make(tmp_path_factory.mktemp("ruled"), 60, parquet=False)
    places = {"real": copies.REAL, "made": copies.FOLDER, "ruled": ruled}
    return {name: (Plain(place), ledger_of(load(place))) for name, place in places.items()}


def hold(plain: Plain, ledger: Ledger, selection: Selection) -> None:
    """Every figure is what loops find."""
    told = {"evidence": selection.evidence, **chosen(selection)}
    money(plain, ledger, selection, told)
    promises(plain, ledger, selection, told)
    where(plain, ledger, selection, told)


def money(plain: Plain, ledger: Ledger, selection: Selection, told: dict[str, str]) -> None:
    rows = plain.committed(**told)
    found = totals.by_currency(ledger, selection).set_index("currency_code")
    assert {*found.index} == {row["currency_code"] for row in rows}
    for code, sums in found.iterrows():
        own = [row for row in rows if row["currency_code"] == code]
        assert sums["low"] == pytest.approx(fsum(bound(row)[0] for row in own))
        assert sums["high"] == pytest.approx(sum(bound(row)[1] for row in own))
        assert sums["stated_count"] == len(own)
        assert sums["project_count"] == len({row["project_id"] for row in own} - {""})
        shares = {"own": [], "co_funded": []}
        for row in own:
            shares["co_funded" if row["funder_id"] in plain.co_funders else "own"].append(row)
        for name, some in shares.items():
            assert sums[name].stated_count == len(some)
            if some:
                assert sums[name].low == pytest.approx(fsum(bound(row)[0] for row in some))
                assert sums[name].high == pytest.approx(sum(bound(row)[1] for row in some))
        by_project = totals.by_project(ledger, selection, str(code))
        single = [row for row in own if row["project_id"]]
        assert {*by_project["project_id"]} == {row["project_id"] for row in single}
        assert by_project["low"].sum() == pytest.approx(fsum(bound(row)[0] for row in single))
        assert by_project["low"].is_monotonic_decreasing
        counts = Counter(row["project_id"] for row in plain.sites(**told))
        for row in by_project.itertuples():
            assert row.site_count == counts[row.project_id]


def promises(plain: Plain, ledger: Ledger, selection: Selection, told: dict[str, str]) -> None:
    kept = plain.kept("targets", **told)
    projects = defaultdict(set)
    for row in plain.rows["targets"]:
        if (
            row["statement_id"] in kept
            and row["project_id"]
            and bound(row)
            and row["is_headline"] == "true"
            and row["scope"] == "project"
        ):
            projects[row["indicator_id"]].add(row["project_id"])
    found = totals.by_indicator(ledger, selection).set_index("indicator_id")["project_count"]
    assert found.to_dict() == {one: len(own) for one, own in projects.items()}


def where(plain: Plain, ledger: Ledger, selection: Selection, told: dict[str, str]) -> None:
    drawn = [
        row
        for row in plain.sites(**told)
        if row["latitude"] and row["longitude"] and row["precision"] != "country"
    ]
    places = totals.places(ledger, selection)
    assert places["site_count"].sum() == len(drawn)
    for axis in ("latitude", "longitude"):
        expected = fsum(float(row[axis]) for row in drawn)
        assert (places[axis] * places["site_count"]).sum() == pytest.approx(expected, abs=1e-6)
    by_country = totals.located(ledger, selection).set_index("country_code")["site_count"]
    assert by_country.to_dict() == Counter(row["country_code"] for row in drawn)
    projects = plain.selected(**chosen(selection))
    works = Counter(
        row["country_code"]
        for row in plain.rows["project_countries"]
        if row["project_id"] in projects
        and (not selection.country or row["country_code"] in selection.country)
    )
    countries = totals.by_country(ledger, selection).set_index("country_code")
    assert countries.loc[countries["is_selected"], "project_count"].to_dict() == works
    editions = {row["project_id"]: row["edition_id"] for row in plain.rows["projects"]}
    size = (len({editions[one] for one in projects}), len(projects), len(works))
    assert totals.size(ledger, selection) == size
    elsewhere = [one for one in projects if plain.countries[one] - {*selection.country}]
    assert totals.also_elsewhere(ledger, selection) == (len(elsewhere) if selection.country else 0)


@settings(max_examples=20)
@given(selection=selections(REAL))
def test_the_real_tables_agree_with_loops(books: Books, selection: Selection) -> None:
    hold(*books["real"], selection)


@pytest.mark.parametrize("name", ["real", "made", "ruled"])
def test_every_filter_alone_agrees_with_loops(books: Books, name: str) -> None:
    plain, ledger = books[name]
    for evidence in ("all", "page"):
        hold(plain, ledger, Selection(evidence=evidence))  # type: ignore[arg-type]
        for filter_name, values in plain.options().items():
            for value in values[:4]:
                hold(plain, ledger, Selection().with_values(filter_name, [value]))


def test_an_open_sum_stays_open_and_comes_where_its_lower_bound_does(books: Books) -> None:
    _, ledger = books["ruled"]
    sums = totals.by_project(ledger, Selection(edition=("1",)), "EUR")
    assert (sums["high"] == inf).any()


def test_a_place_keeps_its_number_under_every_selection(books: Books) -> None:
    _, ledger = books["ruled"]
    every = totals.places(ledger, Selection(), ("cell",))["cell"]
    some = totals.places(ledger, Selection(edition=("3",)), ("cell",))["cell"]
    assert 0 < len(some) < len(every)
    assert some.to_dict().items() <= every.to_dict().items()


def test_the_currency_with_most_statements_is_first(books: Books) -> None:
    plain, ledger = books["ruled"]
    counts = Counter(row["currency_code"] for row in plain.committed())
    assert totals.currencies(ledger)[0] == counts.most_common(1)[0][0]
    assert {*totals.currencies(ledger)} == {*counts}
