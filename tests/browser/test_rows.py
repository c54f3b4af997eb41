"""A row of a table filters everything: by pointer, by key, on a telephone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.visitor import PHONE
from tests.browser.conftest import Visitor
from tests.browser.looking import ENGLISH, query

CSB = ("partner", "centro-per-la-salute-del-bambino")


def about(page: Page, name: str) -> Locator:
    """The rows on the page that filter by a name."""
    return page.locator(f'.can-pick[title*="{name}"]')


def test_a_click_filters_and_the_same_row_again_takes_it_away(visit: Visitor) -> None:
    page = visit("/sources")
    row = about(page, "Centro per la Salute del Bambino").first
    row.locator("td").nth(2).click()
    expect(page.locator(".st-key-summary")).to_contain_text("1 project of 11")
    visit.settle(page)
    assert query(page) == [CSB, ENGLISH]
    row.locator("td").nth(2).click()
    expect(page.locator(".st-key-summary")).to_contain_text("all 3 editions")
    visit.settle(page)
    assert query(page) == [ENGLISH]


@pytest.mark.parametrize("name", ["rows", "told"])
def test_a_script_that_comes_when_its_place_has_gone_does_nothing(
    visit: Visitor, root: Path, name: str
) -> None:
    page = visit("/sources")
    (script,) = (root / "lib" / "component" / "built").glob(f"{name}.*.js")
    address = f"/_stcore/bidi-components/scale-up-impact-dashboard.{name}/{script.name}"
    page.evaluate(
        """async address => {
            const { default: begin } = await import(address)
            const data = new TextEncoder().encode('{"choices": [], "place": "gone"}')
            begin({ parentElement: document.createElement('div'), data, setTriggerValue: () => {} })
        }""",
        address,
    )


def test_a_link_in_a_row_leads_where_it_leads(visit: Visitor) -> None:
    page = visit("/sources")
    about(page, "SINGA").get_by_role("link", name="SINGA", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"/projects\?project=singa"))
    visit.settle(page)
    assert query(page) == [("project", "singa"), ENGLISH]


def test_keys_reach_the_rows_of_a_figure(visit: Visitor) -> None:
    page = visit("/targets")
    page.locator(".st-key-table-targets-places button").click()
    rows = page.locator("tbody tr.can-pick")
    expect(rows).to_have_count(11)
    assert [row.get_attribute("tabindex") for row in rows.all()].count("0") == 1
    rows.first.focus()
    page.keyboard.press("End")
    expect(rows.last).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-summary")).to_contain_text("Novak Djokovic Foundation")
    visit.settle(page)
    assert query(page) == [("partner", "novak-djokovic-foundation"), ENGLISH]


def test_a_telephone_has_paragraphs_that_filter(visit: Visitor) -> None:
    page = visit("/sources", width=390, height=844, options=PHONE)
    paragraph = about(page, "Edition 1").first
    paragraph.locator("strong").click()
    expect(page.locator(".st-key-summary")).to_contain_text("Edition 1")
    visit.settle(page)
    assert query(page) == [("edition", "1"), ENGLISH]
