"""Figures of a ledger: the sums of the figures of a portfolio, for any selection."""

from __future__ import annotations

from math import fsum, inf, isnan, nan
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from bench.portfolio import make
from lib.figures import funding, promises, rollup
from lib.model.engine import ledger_of
from lib.model.ledger import Ledger
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS
from lib.model.selection import Selection
from lib.model.store import load
from tests.fixture import copies
from tests.fixture.choices import selections
from tests.fixture.plain import Plain

REAL = Plain(copies.REAL).options()


@pytest.fixture(scope="module")
def ledgers(real: Portfolio, made: Portfolio, tmp_path_factory: pytest.TempPathFactory) -> Books:
    """Portfolios with their ledgers: of this checkout, made by hand, made by rule."""
    ruled = load(make(tmp_path_factory.mktemp("ruled"), 24)).select(Selection())
    return {
        name: (portfolio, ledger_of(portfolio))
        for name, portfolio in {"real": real, "made": made, "ruled": ruled}.items()
    }


Books = dict[str, tuple[Portfolio, Ledger]]


def sums(frame: pd.DataFrame, by: list[str]) -> dict[tuple[str, ...], tuple[float, ...]]:
    """Bounds by keys; a frame of sums is added once more, which changes nothing.

    Added in a loop: frames are small, and there are thousands. NaN where no row says a number.
    """
    groups: dict[tuple[str, ...], list[tuple[float, ...]]] = {}
    for row in frame[[*by, *BOUND_COLUMNS]].itertuples(index=False, name=None):
        groups.setdefault(row[: len(by)], []).append(row[len(by) :])
    return {key: added(rows) for key, rows in groups.items()}


def added(rows: list[tuple[float, ...]]) -> tuple[float, ...]:
    """One bound from several, as they stand in the bound columns."""
    low, high, is_approximate, stated_count = zip(*rows, strict=True)
    lows, highs = ([one for one in end if not isnan(one)] for end in (low, high))
    return (
        fsum(lows) if lows else nan,
        fsum(highs) if highs else nan,
        any(is_approximate),
        sum(stated_count),
    )


def agree(portfolio: Portfolio, ledger: Ledger, selection: Selection) -> None:
    """The ledger's figures say what the portfolio's do."""
    narrowed = portfolio.select(selection)
    money = funding.commitments(narrowed)
    by_type = ["organisation_type", "currency_code"]
    money_by_type = sums(money, by_type)
    for figure in (rollup.funding_by_edition, rollup.funding_by_programme):
        assert sums(figure(ledger, selection), by_type) == money_by_type
    counts = rollup.counts(ledger, selection)
    committed = counts[counts["figure_id"] == "committed"]
    assert sums(committed, ["currency_code"]) == sums(money, ["currency_code"])
    by_project = rollup.funding_by_project(ledger, selection)
    keys = ["project_id", "currency_code"]
    stated = by_project[by_project["row_count"] > 0]
    assert sums(stated, keys) == sums(money[money["project_id"] != ""], keys)
    places = by_project.drop_duplicates("project_id").set_index("project_id")["site_count"]
    own = narrowed.sites.groupby("project_id")["site_id"].size()
    assert places[places > 0].to_dict() == own.to_dict()
    promised = rollup.targets_by_indicator(ledger, selection)
    for total_id in ("places", "people"):
        rows = promises.promised(narrowed, total_id)
        rows = rows[rows["stated_count"] > 0]
        kept = promised[promised["indicator_id"].isin(rows["indicator_id"])]
        assert sums(kept, ["indicator_id"]) == sums(rows, ["indicator_id"])


@pytest.mark.integration
@settings(max_examples=15)
@given(selection=selections(REAL))
def test_the_real_tables_agree(ledgers: Books, selection: Selection) -> None:
    agree(*ledgers["real"], selection)


@pytest.mark.parametrize("evidence", ["all", "page"])
@pytest.mark.parametrize("name", ["real", "made", "ruled"])
def test_every_filter_alone_agrees(ledgers: Books, name: str, evidence: str) -> None:
    portfolio, ledger = ledgers[name]
    agree(portfolio, ledger, Selection(evidence=evidence))  # type: ignore[arg-type]
    for filter_name, values in portfolio.options().items():
        for value in values[:3]:  # others are drawn at random above
            selection = Selection(evidence=evidence).with_values(filter_name, [value])  # type: ignore[arg-type]
            agree(portfolio, ledger, selection)


def test_sums_are_never_made_across_currencies(ledgers: Books) -> None:
    portfolio, ledger = ledgers["ruled"]
    found = rollup.counts(ledger, Selection())
    codes = found.loc[found["figure_id"] == "committed", "currency_code"]
    assert {*codes} == {*funding.commitments(portfolio)["currency_code"]}
    assert len(codes) == codes.nunique() > 1


def test_an_open_bound_stays_open(ledgers: Books) -> None:
    found = rollup.funding_by_edition(ledgers["ruled"][1], Selection())
    first = found[found["edition_id"] == "1"]
    assert (first["high"] == inf).any()
    assert np.isfinite(first["low"]).all()
    assert np.isfinite(found.loc[found["edition_id"].isin(["3", "4"]), "high"]).all()


def test_a_part_is_not_added_to_its_total(tmp_path: Path) -> None:
    portfolio = load(make(tmp_path, 24)).select(Selection())
    ledger = ledger_of(portfolio)
    parts = portfolio.parts
    assert not parts.empty
    rows = rollup.committed(ledger, Selection())
    held = np.array(ledger.texts("funding", "part_of_ids").texts, dtype=object)
    named = held[ledger.texts("funding", "part_of_ids").codes[rows]]
    added = np.array(ledger.texts("funding", "total_id").texts, dtype=object)
    totals = {*added[ledger.texts("funding", "total_id").codes[rows]]}
    assert not any(totals & {*text.split(" ")} - {""} for text in named)


def test_units_are_in_the_language_of_the_selection(made: Portfolio) -> None:
    ledger = ledger_of(load(copies.FOLDER))
    english = rollup.targets_by_indicator(ledger, Selection())
    italian = rollup.targets_by_indicator(ledger, Selection(language="it"))
    assert [*english["low"]] == [*italian["low"]]
    assert [*english["unit"]] != [*italian["unit"]]
    assert [*english["unit"]] == [
        *rollup.targets_by_indicator(ledger_of(made), Selection())["unit"]
    ]
