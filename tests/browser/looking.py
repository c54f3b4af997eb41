"""What tests look at on a page, and how they click on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Locator, Page, expect

PAGES = ("overview", "funding", "targets", "map", "projects", "disagreements", "sources")
ENGLISH = ("lang", "en")  # in the address once a visitor has changed or followed anything
WIDTHS = (
    "[document.scrollingElement.scrollWidth, innerWidth,"
    " ...['stMain', 'stMainBlockContainer'].flatMap(name => {"
    " const box = document.querySelector(`[data-testid=${name}]`);"
    " return [box.scrollWidth, box.clientWidth] })]"
)


def headline(page: Page) -> str:
    """The title of the page: its finding, with plain spaces."""
    return page.locator("h1").first.inner_text().replace("\u00a0\u2060", " ")


def summary(page: Page) -> str:
    """The sentence that says what is selected, with plain spaces."""
    return page.locator(".st-key-summary").inner_text().replace("\u00a0", " ")


def numbers(page: Page) -> list[str]:
    """The key figures."""
    shown = page.get_by_test_id("stMetricValue").all_inner_texts()
    return [text.replace("\u00a0", " ") for text in shown]


def query(page: Page) -> list[tuple[str, str]]:
    """The parameters of the address."""
    return parse_qsl(urlsplit(page.url).query)


def path(page: Page) -> str:
    return urlsplit(page.url).path


def chart(page: Page, name: str) -> Locator:
    """The chart of a figure."""
    return page.locator(f".st-key-chart-{name.replace('.', '-')}")


def chart_words(page: Page, name: str) -> list[str]:
    """Everything a chart writes, once it is drawn."""
    drawn = chart(page, name).locator("text")
    drawn.first.wait_for(state="attached", timeout=30_000)
    words: list[str] = drawn.evaluate_all("texts => texts.map(text => text.textContent)")
    return words


def bar_widths(page: Page, name: str) -> list[float]:
    """The bars of a chart in pixels."""
    widths: list[float] = (
        chart(page, name)
        .locator(".barlayer .point path")
        .evaluate_all("bars => bars.map(bar => Math.round(bar.getBoundingClientRect().width))")
    )
    return widths


def choose_edition(page: Page, edition: str) -> None:
    """Click on an edition in the filter bar."""
    page.locator(".st-key-edition").get_by_role("button", name=edition, exact=True).click()


def follow(page: Page, name: str) -> None:
    """Click on a link of the navigation."""
    page.locator(".st-key-navigation").get_by_role("link", name=name, exact=True).click()


def sideways(page: Page) -> list[str]:
    """What is wider than its place, so that it would scroll sideways."""
    whole, window, main, main_room, block, block_room = page.evaluate(WIDTHS)
    sizes = {"page": (whole, window), "main": (main, main_room), "block": (block, block_room)}
    return [f"{name}: {wide} in {room}" for name, (wide, room) in sizes.items() if wide > room + 1]


class Clicks:
    """Clicks on a map, five seconds apart for the page: close ones would be a double click."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.now = datetime.now(UTC)

    def at(self, deck: Locator, right: float, down: float) -> None:
        """Click so many pixels right of and below the middle of a map, once."""
        expect(deck).to_be_visible()
        deck.scroll_into_view_if_needed()
        box = deck.bounding_box()
        assert box is not None
        self.now += timedelta(seconds=5)
        self.page.clock.set_fixed_time(self.now)
        self.page.mouse.click(
            box["x"] + box["width"] / 2 + right, box["y"] + box["height"] / 2 + down
        )
