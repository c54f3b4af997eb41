"""What opens on a page, or stands on it only sometimes, can be read by everybody, too."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from scripts.visitor import PHONE
from tests.browser.axe import LEVELS, violations
from tests.browser.conftest import Visitor

GROUNDS = {"light": "rgb(252, 251, 247)", "dark": "rgb(17, 24, 29)"}
BLOCK = ".st-key-block-targets-places"
# What a click opens on a page.
WIDE = {
    "Table": f"{BLOCK} button:has-text('Table')",
    "How to read": f"{BLOCK} button:has-text('How to read')",
    "Sources": f"{BLOCK} button:has-text('Sources')",
    "Board pack": ".st-key-board-pack button",
    "Search": ".st-key-find button",
}
# What appears then.
PANEL = "[data-testid=stPopoverBody], [role=dialog], [role=menu]"
NARROW = {
    "Menu": "button:has-text('Menu')",
    "Filters": "button:has-text('Filters')",
    "Languages": ".st-key-languages button",
}


def unreadable(page: Page) -> list[str]:
    """The violations of what stands there: of every rule in the light, of contrast in the dark."""
    return [fault for ground in grounds(page) for fault in violations_on(page, ground)]


def grounds(page: Page) -> list[str]:
    """The ground that there is, then the other one: to turn it takes longer than to look."""
    is_light = page.evaluate("matchMedia('(prefers-color-scheme: light)').matches")
    return [*GROUNDS] if is_light else [*reversed(GROUNDS)]


def turn(page: Page, ground: str) -> None:
    page.emulate_media(color_scheme="dark" if ground == "dark" else "light")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", GROUNDS[ground])


def violations_on(page: Page, ground: str, within: str | None = None) -> list[str]:
    """The violations of what stands there, once it stands on a ground."""
    turn(page, ground)
    rules = ["color-contrast"] if ground == "dark" else LEVELS
    return [f"{ground}: {fault}" for fault in violations(page, within=within, rules=rules)]


def opened(page: Page, settle: Callable[[Page], None], ways: dict[str, str]) -> list[str]:
    """The violations of everything that can be opened, one after the other, on each ground.

    The page around it was looked at as it is opened; the search goes when the ground is turned.
    """
    found = []
    for ground in grounds(page):
        turn(page, ground)
        settle(page)
        for name, button in ways.items():
            page.locator(button).first.click()
            settle(page)
            found += [f"{name}: {fault}" for fault in violations_on(page, ground, PANEL)]
            page.keyboard.press("Escape")
            settle(page)
    return found


def test_panels_and_chosen_filters(visit: Visitor) -> None:
    page = visit("/targets?edition=1&country=IT&country=RS&programme=families")
    assert unreadable(page) == []
    assert opened(page, visit.settle, WIDE) == []


def test_menus_of_a_phone(visit: Visitor) -> None:
    page = visit("/projects?edition=2", width=390, height=844, options=PHONE)
    assert opened(page, visit.settle, NARROW) == []


def test_nothing_left_and_nothing_there(visit: Visitor) -> None:
    """Filters that leave no project, an address that is no page, one whose words nobody knows."""
    page = visit("/overview?country=VN&edition=3")
    assert unreadable(page) == []
    for address in ("nonsense", "projects?country=XX"):
        page.goto(page.url.split("/overview")[0] + f"/{address}")
        visit.settle(page)
        assert page.get_by_test_id("stAlert").count() == 1
        assert unreadable(page) == []
