"""Clicks on the map filter like every other filter."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from lib.charts.map_groups import MOST, split
from lib.charts.map_view import View, filled, framed_bounds
from lib.figures.continents import apart
from lib.model.outlines import features
from tests.browser.conftest import Visitor
from tests.browser.looking import ENGLISH, Clicks, choose_edition, query
from tests.pages.reading import HELD
from tests.pages.tables import TABLES, crowded, rows, rows_in

DECK = ".moving-map"


def after(page: Page, visit: Visitor, words: str) -> list[tuple[str, str]]:
    """The address once the sentence of the selection says something."""
    expect(page.locator(".st-key-summary")).to_contain_text(words)
    visit.settle(page)
    return query(page)


def framed(tables: Path | str) -> View:
    """The view that the map opens with: the countries of one continent framed."""
    linked = rows_in(Path(tables), "project_countries")
    _name, near, _far = apart(row["country_code"] for row in linked)
    marks = pd.DataFrame(rows_in(Path(tables), "sites")).replace("", None)
    marks = marks.astype({"latitude": float, "longitude": float})
    bounds = framed_bounds(features(), near, marks)
    assert bounds is not None
    return filled(bounds, 560, 380, 500)


def moving(page: Page, visit: Visitor) -> Locator:
    """The map that moves, once it stands in the place of the still one."""
    page.locator(".st-key-map-moves label").click()
    deck = page.locator(f".st-key-map-home {DECK}")
    expect(deck).to_be_visible()
    visit.settle(page)
    return deck


def test_a_click_on_a_country_of_the_map_that_moves_filters_by_it(visit: Visitor) -> None:
    page = visit("/map", changed=True)
    deck = moving(page, visit)
    point = features()["DE"]["properties"]
    spot = framed(TABLES).pixel(point["label_longitude"], point["label_latitude"])
    Clicks(page).at(deck, *spot)
    assert after(page, visit, "Showing Germany: 2 projects") == [("country", "DE"), ENGLISH]
    expect(deck).to_be_visible()  # what moves goes on moving


def test_a_click_on_a_place_filters_by_its_partners(visit: Visitor) -> None:
    page = visit("/map?edition=1")
    (nantes,) = (row for row in rows("sites") if row["name"] == "Nantes")
    wide = page.locator(".st-key-map-home-still .either > svg:last-child")
    wide.locator(f"circle[data-pick*={nantes['site_id']}]").click()
    assert after(page, visit, "SINGA: 1 project") == [
        ("edition", "1"),
        ("partner", "singa"),
        ENGLISH,
    ]


def test_a_click_on_a_group_filters_by_its_country_and_shows_each_place(
    visit: Visitor, fresh_server: Callable[..., str], tmp_path: Path
) -> None:
    visit.has_land = False
    tables = crowded(tmp_path, MOST + 500)
    projects = {row["project_id"]: row["edition_id"] for row in rows_in(tables, "projects")}
    sites = pd.DataFrame(rows_in(tables, "sites")).astype({"latitude": float, "longitude": float})
    sites["edition_id"] = sites["project_id"].map(projects)
    view = framed(tables)
    groups = split(sites, view).groups
    (group,) = groups[groups["country_codes"] == ("FI",)].itertuples()
    page = visit("/map", base=fresh_server(tables=tables), changed=True)
    foot = page.locator("[class*=st-key-block-places]")
    expect(foot).to_contain_text(f"The map draws 2,500{HELD}places and areas")
    deck = moving(page, visit)
    Clicks(page).at(deck, *view.pixel(group.longitude, group.latitude))
    assert after(page, visit, "Showing Finland: 2 projects") == [("country", "FI"), ENGLISH]
    expect(foot).not_to_contain_text("The map draws")


def test_a_click_on_a_still_map_filters_too(visit: Visitor) -> None:
    page = visit("/map")
    page.locator(".st-key-map-home-still .either > svg:last-child path[data-pick*=RS]").click()
    assert after(page, visit, "Showing Serbia: 1 project") == [("country", "RS"), ENGLISH]


def test_what_a_map_has_beside_and_below_it(visit: Visitor) -> None:
    page = visit("/map")
    # What stands below it stands under what is beside it.
    lefts = [
        page.locator(f".st-key-{key} h4").first.evaluate("one => one.getBoundingClientRect().left")
        for key in ("region-0", "shown-and-not")
    ]
    assert lefts[0] == pytest.approx(lefts[1], abs=0.5)
    # Marks that are cut off cannot be reached.
    india = page.locator(".st-key-region-2")
    expect(india.locator("h4")).to_have_text("India")
    names = india.locator("[role=button] > title").all_text_contents()
    assert any("Maharashtra" in name for name in names)
    assert not any("Vietnam" in name or "Gia Lai" in name for name in names)


def test_maps_of_parts_of_the_world_stay_when_others_are_shown(visit: Visitor) -> None:
    """New ones would leave their places blank for a moment."""
    page = visit("/map")
    seen = [page.locator(f".st-key-region-{key}") for key in ("0", "whole")]
    for one in seen:
        one.locator(".picture").evaluate("picture => { picture.isOurs = true }")
    expect(seen[0].locator("h4")).to_have_text("Argentina")
    choose_edition(page, "2")
    expect(seen[0].locator("h4")).to_have_text("Vietnam")
    visit.settle(page)
    for one in seen:
        assert one.locator(".picture").evaluate("picture => picture.isOurs")


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


def test_the_focus_stays_on_a_mark_that_was_picked(visit: Visitor) -> None:
    """Also where the pick brings lines above the map, as Germany does: a project in two countries
    is shown whole."""
    page = visit("/overview")
    mark = page.locator('.st-key-small-map-still [data-pick=\'["country", "DE"]\']')
    mark = mark.and_(page.locator(":visible"))
    mark.focus()
    mark.evaluate("mark => { mark.closest('.picture').isOurs = true }")
    for words in ("Showing Germany", "Showing all"):
        page.keyboard.press("Enter")
        expect(page.locator(".st-key-summary")).to_contain_text(words)
        visit.settle(page)
        assert page.evaluate("JSON.parse(document.activeElement.dataset.pick ?? '[]')")[1:] == [
            "DE"
        ]
    assert page.locator(".st-key-small-map-still .picture").evaluate("picture => picture.isOurs")


def test_a_filter_leaves_the_map_of_a_profile_where_its_reader_moved_it(visit: Visitor) -> None:
    visit.has_land = False
    page = visit("/projects?project=csb")
    page.locator(".st-key-project-map-moves label").click()
    deck = page.locator(f".st-key-project-map {DECK}")
    deck.evaluate("deck => { deck.isOurs = true }")
    choose_edition(page, "2")
    expect(page.get_by_text("A profile shows the whole project")).to_be_visible()
    visit.settle(page)
    assert deck.evaluate("deck => deck.isOurs")


def test_the_width_that_is_seen_comes_alone_once_it_is_known(visit: Visitor) -> None:
    """Of three widths; when the window has become narrow, that one comes without being asked."""
    page = visit("/map")
    drawn = page.locator(".st-key-map-home-still .either > svg")
    page.locator(".st-key-edition button", has_text="1").click()
    expect(drawn).to_have_count(1)
    expect(drawn).to_have_attribute("height", "640")
    page.set_viewport_size({"width": 390, "height": 844})
    expect(drawn).not_to_have_attribute("height", "640")
    expect(page.locator(".st-key-map-home-still .alone-0-of-3 > svg")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
