"""Clicks on the map filter like every other filter."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from playwright.sync_api import Page, expect

from lib.charts.map_groups import MOST, split
from lib.charts.map_view import VIEWS
from lib.model.outlines import features
from tests.browser.conftest import Visitor
from tests.browser.looking import ENGLISH, Clicks, query
from tests.pages.tables import crowded, rows, rows_in

DECK = "[data-testid=stDeckGlJsonChart]"


def after(page: Page, visit: Visitor, words: str) -> list[tuple[str, str]]:
    """The address once the sentence of the selection says something."""
    expect(page.locator(".st-key-summary")).to_contain_text(words)
    visit.settle(page)
    return query(page)


def test_a_click_on_a_country_filters_by_it(visit: Visitor) -> None:
    page = visit("/map")
    point = features()["DE"]["properties"]
    spot = VIEWS["world"].pixel(point["label_longitude"], point["label_latitude"])
    Clicks(page).at(page.locator(f".st-key-map-world {DECK}"), *spot)
    assert after(page, visit, "Showing Germany: 2 projects") == [("country", "DE"), ENGLISH]


def test_a_click_on_a_place_filters_by_its_partners(visit: Visitor) -> None:
    page = visit("/map?edition=1")
    page.locator(".st-key-view button", has_text="Europe").click()
    deck = page.locator(f".st-key-map-europe {DECK}")
    expect(deck).to_be_visible()
    visit.settle(page)
    (nantes,) = (row for row in rows("sites") if row["name"] == "Nantes")
    spot = VIEWS["europe"].pixel(float(nantes["longitude"]), float(nantes["latitude"]))
    Clicks(page).at(deck, *spot)
    assert after(page, visit, "SINGA: 1 project") == [
        ("edition", "1"),
        ("partner", "singa"),
        ENGLISH,
    ]


def test_a_click_on_a_group_filters_by_its_country_and_shows_each_place(
    visit: Visitor, fresh_server: Callable[..., str], tmp_path: Path
) -> None:
    tables = crowded(tmp_path, MOST + 500)
    projects = {row["project_id"]: row["edition_id"] for row in rows_in(tables, "projects")}
    sites = pd.DataFrame(rows_in(tables, "sites")).astype({"latitude": float, "longitude": float})
    sites["edition_id"] = sites["project_id"].map(projects)
    groups = split(sites, VIEWS["world"]).groups
    (group,) = groups[groups["country_codes"] == ("AU",)].itertuples()
    page = visit("/map", base=fresh_server(tables=tables))
    foot = page.locator("[class*=st-key-block-places]")
    expect(foot).to_contain_text("The map draws 2,500 places and areas")
    spot = VIEWS["world"].pixel(group.longitude, group.latitude)
    Clicks(page).at(page.locator(f".st-key-map-world {DECK}"), *spot)
    assert after(page, visit, "Showing Australia: 1 project") == [("country", "AU")]
    expect(foot).not_to_contain_text("The map draws")


def test_a_click_on_a_still_map_filters_too(visit: Visitor) -> None:
    page = visit("/map")
    page.locator(".st-key-map-near path[data-pick*=RS]").click()
    assert after(page, visit, "Showing Serbia: 1 project") == [("country", "RS")]


def test_marks_of_a_still_map_are_reached_and_picked_by_keyboard(visit: Visitor) -> None:
    page = visit("/overview")
    reached = page.locator(".st-key-small-map-still [tabindex='0']")
    assert reached.count() == 1
    reached.focus()
    page.keyboard.press("End")
    page.keyboard.press("Home")
    first = page.evaluate("document.activeElement.dataset.pick")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.dataset.pick")
    assert first != second
    kind, code = json.loads(second)
    assert kind == "country"
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-reset")).to_be_visible()
    visit.settle(page)
    assert query(page) == [("country", code), ENGLISH]


def test_marks_that_are_cut_off_cannot_be_reached(visit: Visitor) -> None:
    page = visit("/map")
    india = page.locator(".st-key-region-IN")
    names = india.locator("[role=button] > title").all_text_contents()
    assert any("Maharashtra" in name for name in names)
    assert not any("Vietnam" in name or "Gia Lai" in name for name in names)
