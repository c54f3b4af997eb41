"""A page that stays open while its server is started anew."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from scripts.serving import running
from scripts.visitor import visit
from tests.browser.looking import chart
from tests.browser.test_own import payloads
from tests.fixture import other

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
CONNECTED = ("data-test-connection-state", "CONNECTED")
IDLE = ("data-test-script-state", "notRunning")


def test_the_first_click_counts_after_the_server_was_started_anew(browser: Browser) -> None:
    """What is noted on the pages meanwhile is that they miss their server, which is no fault."""
    with running() as base:
        seen = {what: visit(browser, base, way[0]) for what, way in FIRST_CLICKS.items()}
    with running(port=urlsplit(base).port or 0):
        for what, (_path, click, place, said) in FIRST_CLICKS.items():
            page = seen[what].page
            expect(page.get_by_test_id("stApp")).to_have_attribute(*CONNECTED)
            seen[what].settle()
            click(page)
            expect(page.locator(place).first, what).to_contain_text(said)
            page.context.close()


TABS = {  # what is open on each: a panel, a page of a list, nothing
    "/funding?edition=2&lang=en": ".st-key-table-funding-flow button",
    "/sources?search=serbia&lang=en": (
        "[class*=st-key-page-documents] >> role=button[name=/Page 2/]"
    ),
    "/projects?project=csb&lang=en": ".st-key-detail-results summary",
    "/disagreements?edition=1&lang=de": "",
}


def test_many_tabs_come_back_as_they_were(browser: Browser) -> None:
    """All of them call for the server that is started anew at once."""
    context = browser.new_context()
    with running() as base:
        tabs = []
        for link, click in [*TABS.items()] * 2:
            page = context.new_page()
            page.goto(base + link)
            expect(page.get_by_test_id("stApp")).to_have_attribute(*IDLE)
            if click:
                page.locator(click).first.click()
            tabs.append(page)
        before = [seen(page) for page in tabs]
    with running(port=urlsplit(base).port or 0):
        for page, was in zip(tabs, before, strict=True):
            expect(page.get_by_test_id("stApp")).to_have_attribute(*CONNECTED)
            expect(page.get_by_test_id("stApp")).to_have_attribute(*IDLE)
            assert seen(page) == was
    context.close()


def seen(page: Page) -> tuple[str, str, list[str]]:
    """The address of a page, what it is about, and every table of it that can be seen."""
    page.locator("h1").first.wait_for()
    tables = [one.inner_text() for one in page.locator("table").all() if one.is_visible()]
    return page.url, page.locator(".st-key-summary").first.inner_text(), tables


def test_own_tables_that_went_with_the_server_are_told(browser: Browser) -> None:
    """Other numbers would else stand there, unasked; nor are files listed that nobody has."""
    with running() as base:
        shown, listed = (visit(browser, base, "/own?lang=en") for _ in range(2))
        for seen in (shown, listed):
            seen.page.locator("input[type=file]").set_input_files(payloads(other.files()))
            seen.page.get_by_role("button", name="Open the dashboard over").wait_for()
        shown.page.get_by_role("button", name="Open the dashboard over").click()
        expect(shown.page.get_by_text("seen by you alone")).to_be_visible()
        files = listed.page.get_by_role("button", name="Remove")
        expect(files.first).to_be_visible()
        listed.settle()
    with running(port=urlsplit(base).port or 0):
        gone = shown.page.get_by_text("Your own tables are gone with the session")
        expect(gone).to_be_visible()
        expect(files).to_have_count(0)
        shown.settle()
        shown.page.locator(".st-key-edition button").first.click()
        summary = shown.page.locator(".st-key-summary").first
        expect(summary).to_contain_text("Showing Edition 1")
        expect(gone).to_have_count(0)
        for seen in (shown, listed):
            seen.page.context.close()


def test_a_search_goes_on_where_it_was(browser: Browser) -> None:
    """What was typed is there again, with what was typed while there was no server."""
    with running() as base:
        seen = visit(browser, base, "/funding?lang=en")
        page = seen.page
        page.locator(".st-key-find button").click()
        page.keyboard.type("rast")
        field = page.get_by_role("searchbox")
        expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible()
    expect(field).to_be_disabled()
    page.keyboard.type("imo")
    with running(port=urlsplit(base).port or 0):
        expect(field).to_be_focused()
        expect(field).to_have_value("rastimo")
        link = page.get_by_role("link", name="Rastimo zajedno · Croatia", exact=True)
        expect(link).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        seen.settle()
        expect(page.get_by_role("dialog")).to_have_count(0)
        page.context.close()
