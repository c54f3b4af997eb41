"""Filters, charts, the address: each follows the others."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visitor
from tests.browser.looking import (
    ENGLISH,
    bar_widths,
    chart,
    chart_words,
    choose_edition,
    follow,
    headline,
    numbers,
    path,
    query,
    summary,
)

PLACES = "places.announced"
EDITION_2 = [("edition", "2"), ENGLISH]


def chosen_editions(page: Page) -> list[str]:
    buttons = page.locator(".st-key-edition button[aria-pressed=true]")
    return buttons.all_inner_texts()


def test_a_filter_moves_charts_numbers_and_address(visit: Visitor) -> None:
    page = visit("/")
    whole, bars = numbers(page), bar_widths(page, PLACES)
    assert whole[2] == "11"
    choose_edition(page, "2")
    expect(page.get_by_test_id("stMetricValue").nth(2)).to_have_text("4")
    visit.settle(page)
    assert query(page) == EDITION_2
    assert numbers(page)[2:] == ["4", "4", "36", "≥ 800,000"]
    words = chart_words(page, PLACES)
    assert "Rastimo zajedno" in words
    assert "SINGA" not in words
    croatia, vietnam = bar_widths(page, PLACES)
    assert croatia / vietnam == pytest.approx(21 / 15, rel=0.02)
    assert len(bars) > 2
    page.reload()
    visit.settle(page)
    assert query(page) == EDITION_2
    assert numbers(page)[2] == "4"
    assert chosen_editions(page) == ["2"]
    page.locator(".st-key-reset").get_by_role("button").click()
    expect(page.get_by_test_id("stMetricValue").nth(2)).to_have_text("11")
    visit.settle(page)
    assert query(page) == [ENGLISH]
    assert numbers(page) == whole
    assert bar_widths(page, PLACES) == bars


def test_pages_share_filters_and_back_returns(visit: Visitor) -> None:
    page = visit("/projects")
    choose_edition(page, "2")
    expect(page.locator("h1").first).to_have_text("4 projects")
    visit.settle(page)
    follow(page, "Targets and results")
    expect(page).to_have_title("Targets and results · Scale Up Impact")
    visit.settle(page)
    assert (path(page), query(page)) == ("/targets", EDITION_2)
    assert "UNICEF Vietnam" in chart_words(page, "targets.places")
    assert "Pratham" not in chart_words(page, "targets.places")
    choose_edition(page, "3")
    expect(page.locator(".st-key-summary")).to_contain_text("7 projects")
    visit.settle(page)
    assert query(page) == [("edition", "2"), ("edition", "3"), ENGLISH]
    page.go_back()
    expect(page.locator(".st-key-summary")).to_contain_text("Edition 2: 4 projects")
    visit.settle(page)
    assert (path(page), query(page)) == ("/targets", EDITION_2)
    assert chosen_editions(page) == ["2"]
    assert "Pratham" not in chart_words(page, "targets.places")
    page.go_back()
    expect(page.locator("h1").first).to_have_text("4 projects")
    visit.settle(page)
    assert (path(page), query(page)) == ("/projects", EDITION_2)
    page.go_back()
    expect(page.locator("h1").first).to_have_text("11 projects")
    visit.settle(page)
    assert chosen_editions(page) == []
    page.go_forward()
    expect(page.locator("h1").first).to_have_text("4 projects")


def test_a_click_on_a_bar_filters_a_second_one_clears(visit: Visitor) -> None:
    page = visit("/targets")
    expect(chart(page, "targets.places").locator(".barlayer .point").first).to_be_attached()
    click_bar(page, "targets.places", "Centro per la Salute del Bambino")
    expect(page.locator(".st-key-summary")).to_contain_text("1 project of 11, in 1 country")
    visit.settle(page)
    assert query(page) == [("partner", "centro-per-la-salute-del-bambino"), ENGLISH]
    assert "SINGA" not in chart_words(page, "targets.places")
    click_bar(page, "targets.places", "Centro per la Salute del Bambino")
    expect(page.locator(".st-key-summary")).to_contain_text("Showing all 3 editions")
    visit.settle(page)
    assert query(page) == [ENGLISH]
    assert "SINGA" in chart_words(page, "targets.places")


def test_a_click_on_places_announced_filters_everything(visit: Visitor) -> None:
    page = visit("/?edition=1")
    click_bar(page, PLACES, "Haciendo Camino")
    expect(page.get_by_test_id("stMetricValue").nth(2)).to_have_text("1")
    visit.settle(page)
    assert query(page) == [("edition", "1"), ("partner", "haciendo-camino"), ENGLISH]
    assert numbers(page)[4] == "13"


def click_bar(page: Page, name: str, project: str) -> None:
    """Click on the first bar beside a project's name, or below it."""
    drawn = chart(page, name)
    drawn.scroll_into_view_if_needed()
    label = drawn.locator("text", has_text=project).first.bounding_box()
    bars = drawn.locator(".barlayer .point path")
    boxes = [bars.nth(i).bounding_box() for i in range(bars.count())]
    assert label is not None
    below = [box for box in boxes if box and box["y"] + box["height"] > label["y"]]
    bar = min(below, key=lambda box: box["y"])
    page.mouse.click(bar["x"] + bar["width"] / 3, bar["y"] + bar["height"] / 2)


def test_two_visitors_never_see_each_others_choices(visit: Visitor) -> None:
    one, other = visit("/projects?edition=1"), visit("/projects?lang=it")
    choose_edition(other, "3")
    choose_edition(one, "1")
    expect(other.locator("h1").first).to_have_text("3 progetti")
    expect(one.locator("h1").first).to_have_text("11 projects")
    one.locator(".st-key-programme").get_by_role("button", name="For Refugees").click()
    other.reload()
    expect(one.locator("h1").first).to_have_text("2 projects")
    expect(other.locator("h1").first).to_have_text("3 progetti")
    for page in (one, other):
        visit.settle(page)
    assert query(one) == [("programme", "refugees"), ENGLISH]
    assert query(other) == [("edition", "3"), ("lang", "it")]
    assert "For Refugees" in summary(one)
    assert "Edizione 3" in summary(other)
    assert headline(other) == "3 progetti"


def chip(page: Page, name: str) -> Locator:
    """The button that takes one chosen value away."""
    return page.locator(".st-key-summary").get_by_role("button", name=f"Remove {name}", exact=True)


def test_what_is_chosen_is_taken_away_value_by_value(visit: Visitor) -> None:
    page = visit("/projects?edition=2&country=HR&country=VN&evidence=page")
    for name in ("Edition 2", "Croatia", "Vietnam", "programme page only"):
        expect(chip(page, name)).to_be_visible()
    chip(page, "Croatia").click()
    expect(page.locator("h1").first).to_have_text("1 project")
    visit.settle(page)
    assert query(page) == [("edition", "2"), ("country", "VN"), ("evidence", "page"), ENGLISH]
    expect(chip(page, "Croatia")).to_have_count(0)


def test_chips_follow_one_another_under_the_keyboard(visit: Visitor) -> None:
    page = visit("/projects?edition=2&country=HR&evidence=page")
    chip(page, "Edition 2").focus()
    for left in ("Croatia", "programme page only"):
        page.keyboard.press("Enter")
        expect(chip(page, left)).to_have_count(1)  # for a moment, the old row stands there too
        visit.settle(page)
        expect(chip(page, left)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_have_text("11 projects")
    visit.settle(page)
    assert query(page) == [ENGLISH]


def test_a_name_longer_than_the_list_of_a_filter_ends_in_dots(visit: Visitor) -> None:
    page = visit("/funding?lang=en")
    page.locator(".st-key-partner input").click()
    name = page.get_by_role("option").nth(1).locator("> *")
    name.evaluate("name => name.textContent = 'a name of many words '.repeat(9)")
    expect(name).to_have_css("text-overflow", "ellipsis")
    expect(name).to_have_css("overflow", "hidden")
    frame = page.get_by_test_id("stMultiSelectDropdown").bounding_box()
    box = name.bounding_box()
    assert frame and box
    assert box["x"] + box["width"] <= frame["x"] + frame["width"]
    assert box["height"] < 30  # one line


def test_an_emptied_list_says_in_the_language_what_it_shows(visit: Visitor) -> None:
    page = visit("/overview?lang=it")
    field = page.locator(".st-key-evidence").get_by_role("combobox")
    field.fill("")
    expect(field).to_have_value("")
    expect(field).to_have_attribute("placeholder", "Tutte le fonti pubbliche")
