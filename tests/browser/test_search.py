"""Looking for something from any page, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visitor
from tests.browser.looking import headline, path, query
from tests.pages.tables import copied, rows_in


def found(page: Page, typed: str) -> Locator:
    """The links to what was found."""
    page.locator(".st-key-navigation").get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill(typed)
    return page.get_by_role("dialog").get_by_role("link")


@pytest.mark.parametrize(
    ("typed", "name", "place", "parameters"),
    [
        ("novak", "Novak Djokovic Foundation · Serbia", "/projects",
         [("edition", "2"), ("project", "novak-djokovic-foundation")]),
        ("unicef", "UNICEF", "/overview", [("partner", "unicef")]),
        ("kodiko", "Kodiko", "/projects", [("project", "singa")]),
        ("ANATUYA", "Añatuya · Argentina · Haciendo Camino", "/map",
         [("partner", "haciendo-camino")]),
    ],
)  # fmt: skip
def test_what_is_found_leads_to_where_it_is_shown(
    visit: Visitor, typed: str, name: str, place: str, parameters: list[tuple[str, str]]
) -> None:
    page = visit("/funding?edition=2")
    found(page, typed).get_by_text(name, exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    visit.settle(page)
    assert path(page) == place
    assert set(query(page)) == {*parameters, ("lang", "en")}


def test_a_helper_of_many_projects_is_a_filter_by_those_who_carry_them(
    visit: Visitor, fresh_server: Callable[..., str], tmp_path: Path
) -> None:
    """As many as no screen shows side by side."""
    tables = copied(tmp_path)
    helped = {"csb", "haciendo-camino", "pratham", "unicef-vietnam"}
    with (tables / "project_partners.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{project},vcci,evaluator\n" for project in sorted(helped))
    links = rows_in(tables, "project_partners")
    helped |= {row["project_id"] for row in links if row["partner_id"] == "vcci"}
    carriers = [row for row in links if row["partner_role"] == "implementer"]
    carrying = {row["partner_id"] for row in carriers if row["project_id"] in helped}
    page = visit("/funding?edition=2", base=fresh_server(tables=tables), changed=True)
    found(page, "vcci").first.click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    visit.settle(page)
    assert path(page) == "/overview"
    assert sorted(query(page)) == sorted([("lang", "en"), *(("partner", one) for one in carrying)])


def test_a_source_leads_to_its_statements(visit: Visitor) -> None:
    page = visit("/?edition=2")
    found(page, "teleborsa").first.click()
    expect(page).to_have_title("Data and sources · Scale Up Impact")
    visit.settle(page)
    sought = page.locator(".st-key-search").get_by_role("textbox").input_value()
    assert sought
    assert page.get_by_test_id("stAlert").count() == 0
    expect(page.get_by_role("table").filter(has_text="Teleborsa").first).to_be_visible()


def test_the_keyboard_finds_and_follows(visit: Visitor) -> None:
    page = visit("/disagreements")
    page.locator(".st-key-navigation").get_by_role("button", name="Search").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("rastimo")  # at once: "r" alone would have the shell run the page anew
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("rastimo")
    link = page.get_by_role("link", name="Rastimo zajedno · Croatia", exact=True)
    expect(link).to_be_visible()
    for _step in range(3):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_contain_text("Rastimo zajedno")
    visit.settle(page)


def test_more_of_a_kind_opens_where_it_stands(visit: Visitor) -> None:
    page = visit("/map", dark=True)
    link = found(page, "serbia").first
    expect(link).to_have_css("color", "rgb(108, 197, 217)")
    assert link.locator("p").evaluate("text => getComputedStyle(text).textDecorationLine") == (
        "underline"
    )
    places = page.locator(".st-key-found-place")
    expect(places.get_by_role("link")).to_have_count(4)
    places.get_by_role("button", name="7 more").click()
    expect(places.get_by_role("link")).to_have_count(11)
    expect(places.get_by_role("button")).to_have_count(0)


def test_nothing_found_is_said(visit: Visitor) -> None:
    page = visit("/map")
    assert found(page, "zzz").count() == 0
    expect(page.get_by_role("dialog")).to_contain_text("Nothing holds all of these words")
    expect(page.get_by_role("dialog")).to_contain_text("Projects, partners, places, sources")
    assert headline(page)
