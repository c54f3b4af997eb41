"""Money of several currencies in one: bounds, coverage, which rate, against sums by hand."""

from __future__ import annotations

from math import inf
from pathlib import Path

import pandas as pd
import pytest

from lib.figures import rates
from lib.figures.key import key_figures
from lib.model import package
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from scripts import example
from tests.fixture import copies
from tests.fixture.plain import Plain, bound

ROW = "{},{},{},{},{},line 1,riga 1,Zeile 1,ligne 1,línea 1\n"


def loaded(place: Path, *rows: tuple[str, ...], evidence: str = "all") -> Portfolio:
    """The made tables with some rates: the foundation gives 1,000 EUR and up to 50 CHF."""
    folder = copies.copied(place)
    with (folder / "rates.csv").open("a", encoding="utf-8") as file:
        file.writelines(ROW.format(*row) for row in rows)
    return package.opened_at(folder).portfolio.select(Selection(evidence=evidence))  # type: ignore[arg-type]


def found(portfolio: Portfolio) -> pd.Series:
    (row,) = (row for _, row in rates.converted(portfolio, by_co_funders=False).iterrows())
    return row


def test_bounds_carry_through_the_latest_rate(tmp_path: Path) -> None:
    early, late = ("CHF", "EUR", "2", "2024", "study"), ("CHF", "EUR", "0.5", "2025-01", "news")
    row = found(loaded(tmp_path, late, early))
    assert (row["currency_code"], row["low"], row["high"]) == ("EUR", 1000, 1000 + 50 * 0.5)
    assert (row["stated_count"], row["of_count"], row["lacking"]) == (2, 2, ())
    assert row["rates"] == (("CHF", "EUR", 0.5, "2025-01", "Newspaper: Note about an opening"),)


def test_what_is_open_stays_open(tmp_path: Path) -> None:
    folder = copies.copied(tmp_path)
    copies.edit(folder, "funding.csv", "foundation,commitment,1000,EUR,project,exact",
                "foundation,commitment,1000,EUR,project,at_least")  # fmt: skip
    with (folder / "rates.csv").open("a", encoding="utf-8") as file:
        file.write(ROW.format("EUR", "CHF", "3", "2025", "study"))
    row = found(package.opened_at(folder).portfolio.select(Selection()))
    assert (row["currency_code"], row["low"], row["high"]) == ("CHF", 3000, inf)


def test_an_amount_without_a_rate_is_left_out_and_said_to_be(tmp_path: Path) -> None:
    row = found(loaded(tmp_path, ("EUR", "USD", "2", "2025", "study")))
    assert (row["currency_code"], row["low"], row["high"]) == ("USD", 2000, 2000)
    assert (row["stated_count"], row["of_count"], row["lacking"]) == (1, 2, ("CHF",))
    assert row["statement_ids"] == ("F1",)


def test_the_rate_that_reaches_most_amounts_is_taken(tmp_path: Path) -> None:
    pairs = ("EUR", "USD", "2", "2025", "study"), ("CHF", "USD", "3", "2025", "study")
    row = found(loaded(tmp_path, ("EUR", "GBP", "9", "2025", "study"), *pairs))
    assert (row["currency_code"], row["low"], row["high"]) == ("USD", 2000, 2150)


@pytest.mark.parametrize("pair", [(), (("CHF", "USD", "1", "2025", "study"),)])
def test_nothing_is_converted_silently(tmp_path: Path, pair: tuple[tuple[str, ...], ...]) -> None:
    portfolio = loaded(tmp_path, *pair)
    assert rates.converted(portfolio, by_co_funders=True).empty  # one currency only
    shown = set(key_figures(portfolio)["figure_id"])
    assert ("committed_converted" in shown) == bool(pair)
    assert "co_funding_converted" not in shown


def test_of_the_programme_page_only_its_own_rates_count(tmp_path: Path) -> None:
    rate = ("CHF", "EUR", "2", "2025", "study")
    assert len(rates.stated(loaded(tmp_path / "all", rate))) == 1
    assert rates.stated(loaded(tmp_path / "page", rate, evidence="page")).empty


@pytest.mark.parametrize("by_co_funders", [False, True])
def test_the_example_adds_up(by_co_funders: bool) -> None:
    plain = Plain(example.FOLDER)
    latest = max(plain.rows["rates"], key=lambda row: row["rate_date"])
    low = high = 0.0
    for row in plain.committed():
        if (row["funder_id"] != "lantern") == by_co_funders:
            factor = 1.0 if row["currency_code"] == "EUR" else float(latest["rate"])
            own = bound(row) or (0, 0)
            low, high = low + own[0] * factor, high + own[1] * factor
    portfolio = package.opened_at(example.FOLDER).portfolio.select(Selection())
    (row,) = (r for _, r in rates.converted(portfolio, by_co_funders=by_co_funders).iterrows())
    assert (row["low"], row["high"]) == pytest.approx((low, high))
    assert row["currency_code"] == latest["quote_currency_code"] == "EUR"
    assert row["rates"][0][3] == latest["rate_date"]
