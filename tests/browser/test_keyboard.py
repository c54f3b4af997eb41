"""Everything by keyboard alone: Tab reaches it in the order in which it stands, Enter works it."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.looking import PAGES

# Its place (the innermost key), role, name, whether one can see that it has the focus.
FOCUSED = """() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const isAround = (one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one)
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    }
    const drawn = (line) => {  // pixels of its stroke, whatever scale it is drawn in
        const { strokeWidth, vectorEffect } = getComputedStyle(line)
        const scale = vectorEffect === 'non-scaling-stroke' ? 1 : line.getScreenCTM().a
        return parseFloat(strokeWidth) * scale
    }
    const field = element.closest('[role=group], [data-testid=stTextInputRootElement]')
    const lines = element.closest('.picture') ? [element, ...element.querySelectorAll('rect')] : []
    const name = element.ariaLabel || element.innerText || element.labels?.[0]?.innerText
        || element.querySelector('img')?.alt || element.title
        || element.querySelector(':scope > title')?.textContent || ''
    return {
        place: element.closest('[class*=st-key-]')?.className.match(/st-key-(\\S+)/)[1] ?? '',
        role: element.role || element.tagName.toLowerCase(),
        name: name.trim().split('\\n')[0],
        top: Math.round(element.getBoundingClientRect().top + stMain.scrollTop),
        ring: isAround(element) || (field ? isAround(field) : false)
            || lines.some((line) => drawn(line) >= 2),
    }
}""".replace("stMain.", "document.querySelector('[data-testid=stMain]').")
MOST = 400  # presses of the key; no page has as much to reach


class Stop(NamedTuple):
    """Something that has the focus."""

    place: str
    role: str
    name: str
    top: int
    ring: bool


def focused(page: Page) -> Stop | None:
    found = page.evaluate(FOCUSED)
    return Stop(**found) if found else None


def stops(page: Page) -> list[Stop]:
    """Everything that Tab reaches, until it leaves the page."""
    found: list[Stop] = []
    for _press in range(MOST):
        page.keyboard.press("Tab")
        stop = focused(page)
        if stop is None and found:
            return found
        if stop is not None:
            found.append(stop)
    raise AssertionError(f"Tab does not leave the page: {found[-5:]}")


def go(page: Page, place: str, name: str = "") -> None:
    """Press Tab until something of a place, and of a name, has the focus."""
    for _press in range(MOST):
        page.keyboard.press("Tab")
        stop = focused(page)
        if stop and stop.place == place and name in stop.name:
            return
    raise AssertionError(f"Tab does not reach {name!r} in {place}")


@pytest.mark.parametrize(
    ("where", "blocks"),
    [
        ("/targets", ["targets-places", "targets-people"]),
        ("/funding", ["funding-flow"]),
        ("/map", ["places-sites"]),
    ],
)
def test_tab_reaches_everything_in_its_order(visit: Visitor, where: str, blocks: list[str]) -> None:
    page = visit(where)
    found = stops(page)
    places = [stop.place for stop in found]
    links = [stop for stop in found if (stop.place, stop.role) == ("pages", "a")]
    assert len(links) == len(PAGES)
    wanted = ["find", "lang", "edition", "programme", "country", "partner", "evidence"]
    wanted += ["copy-link", "board-pack"]
    for block in blocks:
        wanted += [f"{kind}-{block}" for kind in ("table", "reading", "csv", "sources")]
    assert [place for place in wanted if place not in places] == []
    order = [places.index(place) for place in wanted]
    assert order == sorted(order)
    assert [stop.place for stop in found if not stop.name] == []
    assert [stop for stop in found if not stop.ring] == []


def test_a_panel_that_a_key_opens_is_entered_and_left_again(visit: Visitor) -> None:
    page = visit("/funding")
    button = page.locator(".st-key-board-pack button").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Board pack")).to_be_focused()
    expect(page.get_by_role("button", name="PDF", exact=True)).to_be_visible()
    page.keyboard.press("Tab")
    stop = focused(page)
    assert stop
    assert (stop.place, stop.name) == ("pack-pdf-file", "PDF")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


@pytest.mark.parametrize(
    ("button", "following"),
    [(".st-key-board-pack", "summary"), (".st-key-table-funding-flow", "reading-funding-flow")],
)
def test_tab_leaves_an_open_panel_for_what_stands_beside_its_button(
    visit: Visitor, button: str, following: str
) -> None:
    """And not for the top of the page, at whose end the panel is."""
    page = visit("/funding")
    opener = page.locator(f"{button} button").first
    panel = page.get_by_test_id("stPopoverBody")
    for key in ("Tab", "Shift+Tab"):
        opener.focus()
        page.keyboard.press("Enter")
        expect(panel).to_be_focused()
        visit.settle(page)
        inside = 0
        page.keyboard.press(key)
        while panel.locator(":focus").count():
            inside += 1
            page.keyboard.press(key)
        expect(panel).to_have_count(0)
        stop = focused(page)
        assert stop
        if key == "Tab":
            assert inside >= 4, "everything in it was reached first"
            assert (stop.place, stop.ring) == (following, True)
        else:
            expect(opener).to_be_focused()


@pytest.mark.parametrize("button", ["chip-0", "reset", "without-0"])
def test_a_button_that_goes_leaves_the_focus_with_what_is_selected(
    visit: Visitor, button: str
) -> None:
    chosen = "edition=1&country=VN" if button == "without-0" else "edition=2"
    page = visit(f"/funding?{chosen}")
    page.locator(f".st-key-{button} button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f".st-key-{button}")).to_have_count(0)
    said = page.locator(".st-key-summary [data-testid=stMarkdown]").first
    expect(said).to_be_focused()
    visit.settle(page)
    expect(said).to_be_focused()
    expect(said).to_contain_text("Showing")
    page.keyboard.press("Tab")
    stop = focused(page)
    assert stop
    assert stop.place in ("chip-0", "copy-link")
