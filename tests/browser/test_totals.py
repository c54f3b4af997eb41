"""The page of totals in a browser: a filter, a click on the map, no complaint."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bench.portfolio import make
from tests.browser.conftest import Visitor
from tests.browser.looking import choose_edition, headline, numbers, query, sideways, summary


def test_sums_follow_the_filters(
    visit: Visitor,
    fresh_server: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DASHBOARD_ENGINE", "duckdb://")
    base = fresh_server(make(tmp_path, 300, parquet=True))
    page = visit("/funding", base=base)
    assert "There is no page “funding”" in page.get_by_test_id("stAlert").inner_text()
    assert headline(page).startswith("300 projects, ")
    before = numbers(page)
    choose_edition(page, "3")
    expect(page.locator(".st-key-summary")).to_contain_text("Edition 3: ")
    visit.settle(page)
    assert numbers(page)[0] != before[0]
    assert headline(page).startswith("38 projects, ")
    assert ("edition", "3") in query(page)
    disc = page.locator(".st-key-totals-map circle[data-pick]:visible").first
    _kind, *codes = json.loads(disc.get_attribute("data-pick") or "[]")
    disc.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-summary")).to_contain_text(f"in {len(codes)} countr")
    visit.settle(page)
    assert [code for name, code in query(page) if name == "country"] == codes
    assert "Edition 3" in summary(page)
    assert sideways(page) == []
