"""The dashboard on a phone: one column, one menu, one button for all filters."""

from __future__ import annotations

from playwright.sync_api import expect

from scripts.visitor import PHONE
from tests.browser.conftest import Visitor
from tests.browser.looking import ENGLISH, PAGES, query, sideways

OPTIONS = {**PHONE, "device_scale_factor": 2}


def test_a_phone_has_one_menu_and_one_button_for_filters(visit: Visitor) -> None:
    page = visit("/projects", width=390, height=844, options=OPTIONS)
    assert page.locator(".st-key-filters").count() == 0
    assert page.get_by_role("link", name="Funding", exact=True).count() == 0
    assert sideways(page) == []
    page.get_by_role("button", name="Filters · none active").tap()
    filters = page.locator(".st-key-filters")
    expect(filters).to_be_visible()
    assert sideways(page) == []
    filters.get_by_role("button", name="2", exact=True).tap()
    expect(page.locator("h1").first).to_have_text("4 projects")
    visit.settle(page)
    assert query(page) == [("edition", "2"), ENGLISH]
    expect(page.get_by_role("button", name="Filters · 1 active")).to_be_visible()
    page.keyboard.press("Escape")
    expect(filters).to_have_count(0)
    page.get_by_role("button", name="Menu").tap()
    links = page.get_by_test_id("stPopoverBody").get_by_role("link")
    expect(links).to_have_count(len(PAGES))
    links.nth(PAGES.index("targets")).tap()
    expect(page).to_have_title("Targets and results · Scale Up Impact")
    visit.settle(page)
    assert query(page) == [("edition", "2"), ENGLISH]
    assert sideways(page) == []


def test_a_phone_chooses_the_language_beside_the_menu(visit: Visitor) -> None:
    page = visit("/projects?edition=2", width=390, height=844, options=OPTIONS)
    languages = page.get_by_role("button", name="EN", exact=True)
    place, menu = languages.bounding_box(), page.get_by_role("button", name="Menu").bounding_box()
    assert place and menu and place["y"] == menu["y"]
    languages.tap()
    page.get_by_role("menuitem", name="Italiano").tap()
    expect(page.locator("h1").first).to_have_text("4 progetti")
    visit.settle(page)
    assert query(page) == [("edition", "2"), ("lang", "it")]


def test_tables_are_written_as_lines_on_a_phone(visit: Visitor) -> None:
    page = visit("/map?edition=3", width=390, height=844, options=OPTIONS)
    listed = page.locator(".st-key-panel-shown")
    assert listed.locator("table").count() == 0
    said = listed.inner_text()
    for line in (
        "For Our Children",
        "Announced: 9 municipalities",
        "With a name: 9",
        "On the map: 6 places",
    ):
        assert line in said
