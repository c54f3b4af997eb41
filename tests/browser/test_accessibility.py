"""What opens on a page, or stands on it only sometimes, can be read by everybody, too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from scripts.visitor import PHONE
from tests.browser.axe import violations
from tests.browser.conftest import Visitor

BLOCK = ".st-key-block-targets-places"
# What a click opens on a page.
WIDE = {
    "Table": f"{BLOCK} button:has-text('Table')",
    "How to read": f"{BLOCK} button:has-text('How to read')",
    "Sources": f"{BLOCK} button:has-text('Sources')",
    "Board pack": ".st-key-board-pack button",
    "Search": ".st-key-find button",
}
NARROW = {
    "Menu": "button:has-text('Menu')",
    "Filters": "button:has-text('Filters')",
    "Languages": ".st-key-languages button",
}
GROUNDS = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


def opened(page: Page, settle: Callable[[Page], None], ways: dict[str, str]) -> list[str]:
    """The violations of everything that can be opened, one after the other."""
    found = []
    for name, button in ways.items():
        page.locator(button).first.click()
        settle(page)
        found += [f"{name}: {violation}" for violation in violations(page)]
        page.keyboard.press("Escape")
        settle(page)
    return found


@GROUNDS
def test_panels_and_chosen_filters(visit: Visitor, dark: bool) -> None:
    page = visit("/targets?edition=1&country=IT&country=RS&programme=families", dark=dark)
    assert violations(page) == []
    assert opened(page, visit.settle, WIDE) == []


@GROUNDS
def test_menus_of_a_phone(visit: Visitor, dark: bool) -> None:
    page = visit("/projects?edition=2", width=390, height=844, dark=dark, options=PHONE)
    assert opened(page, visit.settle, NARROW) == []


@GROUNDS
def test_nothing_left_and_nothing_there(visit: Visitor, dark: bool) -> None:
    """Filters that leave no project, an address that is no page, one whose words nobody knows."""
    page = visit("/overview?country=VN&edition=3", dark=dark)
    assert violations(page) == []
    for address in ("nonsense", "projects?country=XX"):
        page.goto(page.url.split("/overview")[0] + f"/{address}")
        visit.settle(page)
        assert page.get_by_test_id("stAlert").count() == 1
        assert violations(page) == []
