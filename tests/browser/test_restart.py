"""A page that stays open while its server is started anew."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from scripts.serving import running
from scripts.visitor import visit
from tests.browser.looking import chart

SELECTED = "/overview?country=RS&lang=en"
FIRST_CLICKS: dict[str, tuple[str, Callable[[Page], None], str, str]] = {
    "a filter": (
        SELECTED,
        lambda page: page.locator(".st-key-edition button").first.click(),
        ".st-key-summary",
        "Edition 1 · Serbia",
    ),
    "a mark": (
        SELECTED,
        lambda page: chart(page, "places.announced").locator("[role=button]").first.press("Enter"),
        ".st-key-summary",
        "Serbia · Novak Djokovic Foundation",
    ),
    "a panel": (
        "/funding?edition=2&lang=en",
        lambda page: page.locator(".st-key-table-funding-flow button").click(),
        "[data-testid=stPopoverBody] table",
        "Payer",
    ),
}


def test_the_first_click_counts_after_the_server_was_started_anew(browser: Browser) -> None:
    """What is noted on the pages meanwhile is that they miss their server, which is no fault."""
    with running() as base:
        seen = {what: visit(browser, base, way[0]) for what, way in FIRST_CLICKS.items()}
    with running(port=urlsplit(base).port or 0):
        for what, (_path, click, place, said) in FIRST_CLICKS.items():
            page = seen[what].page
            expect(page.get_by_test_id("stApp")).to_have_attribute(
                "data-test-connection-state", "CONNECTED"
            )
            seen[what].settle()
            click(page)
            expect(page.locator(place).first, what).to_contain_text(said)
            page.context.close()
