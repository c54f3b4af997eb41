"""Ledger: a selection keeps the rows of rollups that it keeps of the portfolio."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.portfolio import make
from lib.model.engine import ledger, ledger_of
from lib.model.faults import Fault, FaultyTables
from lib.model.ledger import Ledger
from lib.model.portfolio import Portfolio
from lib.model.registers import Registers
from lib.model.rollup import DIMENSIONS, READS
from lib.model.selection import FILTERS, Selection
from lib.model.store import load
from tests.fixture import copies
from tests.fixture.choices import selections
from tests.fixture.plain import Plain

pytestmark = pytest.mark.integration

REAL = Plain(copies.REAL).options()
MADE = Plain(copies.FOLDER).options()


@pytest.fixture(scope="module")
def real_ledger(real: Portfolio) -> Ledger:
    """The ledger of the tables of this checkout."""
    return ledger_of(real)


@pytest.fixture(scope="module")
def made_ledger(made: Portfolio) -> Ledger:
    """The ledger of the tables made for tests."""
    return ledger_of(made)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """The ledger of a made portfolio with thousands of rows."""
    return ledger(make(tmp_path_factory.mktemp("large"), 4000, parquet=True))


def counted(found: Ledger, table: str, selection: Selection) -> int:
    """How many rows of a table a selection keeps."""
    return int(found.array(table, "row_count")[found.kept(table, selection)].sum())


def hold(portfolio: Portfolio, found: Ledger, selection: Selection) -> None:
    """The ledger keeps as many rows of each table as the portfolio, with the same words."""
    narrowed = portfolio.select(selection)
    for name, table in READS.items():
        assert counted(found, name, selection) == len(narrowed.table(table)), name
    ids = np.array(found.project_ids, dtype=object)[found.projects(selection)]
    assert [*ids] == [*narrowed.projects["project_id"]]
    assert found.country_count(selection) == narrowed.project_countries["country_code"].nunique()
    name = "page_status" if selection.evidence == "page" else "status"
    kept = found.kept("sites", selection)
    status = np.array(found.texts("sites", name).texts, dtype=object)
    for one in ("planned", "active", "unknown"):
        own = kept & (status[found.texts("sites", name).codes] == one)
        expected = (narrowed.sites["status"] == one).sum()
        assert found.array("sites", "row_count")[own].sum() == expected


@settings(max_examples=25)
@given(selection=selections(REAL))
def test_a_ledger_keeps_what_the_portfolio_keeps(
    real: Portfolio, real_ledger: Ledger, selection: Selection
) -> None:
    hold(real, real_ledger, selection)


@settings(max_examples=25)
@given(selection=selections(MADE))
def test_a_ledger_of_made_tables_does_too(
    made: Portfolio, made_ledger: Ledger, selection: Selection
) -> None:
    hold(made, made_ledger, selection)


def test_a_generated_portfolio_loads_and_is_narrowed_alike(tmp_path: Path) -> None:
    portfolio = load(make(tmp_path, 11))
    assert len(portfolio.projects) == len(portfolio.funding) == 11
    assert {*portfolio.funding["qualifier"]} == {
        *("exact", "at_least", "up_to", "about", "not_stated")
    }
    found = ledger_of(portfolio)
    for name, values in portfolio.options().items():
        for value in values:
            hold(portfolio, found, Selection().with_values(name, [value]))


def test_the_same_size_is_the_same_portfolio(tmp_path: Path) -> None:
    one, other = make(tmp_path / "1", 300), make(tmp_path / "2", 300)
    names = sorted(path.name for path in one.iterdir())
    assert names == sorted(path.name for path in other.iterdir())
    for name in names:
        assert (one / name).read_bytes() == (other / name).read_bytes(), name


@given(data=st.data())
@settings(max_examples=25)
def test_everything_is_nothing_and_a_filter_never_adds(large: Ledger, data: st.DataObject) -> None:
    options = {
        "edition": [*large.registers.editions["edition_id"]],
        "programme": [*large.registers.programmes["programme_id"]],
        "country": sorted({*large.registers.project_countries["country_code"]}),
        "partner": sorted({*large.registers.project_partners["partner_id"]}),
        "project": [*large.project_ids],
    }
    name = data.draw(st.sampled_from(FILTERS))
    everything = Selection().with_values(name, data.draw(st.permutations(options[name])))
    selection = data.draw(selections({n: v[:12] for n, v in options.items()}, FILTERS[:4]))
    free = [one for one in FILTERS if not getattr(selection, one)]
    filter_name = data.draw(st.sampled_from(free or ["project"]))
    narrow = selection.with_values(filter_name, [data.draw(st.sampled_from(options[filter_name]))])
    for table in DIMENSIONS:
        assert (large.kept(table, everything) == large.kept(table, Selection())).all()
        more = large.kept(table, selection)
        for less in (narrow, replace(selection, evidence="page")):
            kept = large.kept(table, less)
            assert not (kept & ~more).any()
            if READS[table] != "sites":
                for measure in ("low", "high", "stated_count"):
                    values = large.array(table, measure)
                    assert values[kept].sum() <= values[more].sum()


def test_values_that_nobody_knows_match_nothing(large: Ledger) -> None:
    for name in FILTERS:
        selection = Selection().with_values(name, ["nowhere"])
        assert not large.projects(selection).any()
        assert not counted(large, "sites", selection)


@pytest.mark.parametrize(
    ("table", "dimension", "register", "key"),
    [
        ("funding", "project_id", "projects", "project_id"),
        ("funding", "funder_id", "funders", "funder_id"),
        ("targets", "indicator_id", "indicators", "indicator_id"),
        ("results", "edition_id", "editions", "edition_id"),
    ],
)
def test_rows_that_refer_to_nothing_are_told(
    large: Ledger, table: str, dimension: str, register: str, key: str
) -> None:
    rows = getattr(large.registers, register)
    lost = rows[key].iloc[-1]
    registers: Registers = replace(large.registers, **{register: rows.iloc[:-1]})
    with pytest.raises(FaultyTables) as caught:
        Ledger(registers, large.rollups)
    assert Fault(table, 0, dimension, lost, "unknown_reference", register) in caught.value.faults
