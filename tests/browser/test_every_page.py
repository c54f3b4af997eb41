"""Every page in another language than English, in which test_as_opened looks at each closely."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.looking import PAGES, headline, sideways

WAYS = [
    ("it", 390, True, PAGES),
    ("it", 1440, True, ("overview", "sources")),
]


@pytest.mark.parametrize(("language", "width", "dark", "pages"), WAYS)
def test_pages_are_whole(
    server: str, visit: Visitor, language: str, width: int, dark: bool, pages: tuple[str, ...]
) -> None:
    page = visit("/healthz", width=width, dark=dark, lang=language, settled=False)
    seen = visit.seen(page)
    found = []
    for name in pages:
        page.goto(f"{server}/{name}")
        visit.settle(page)
        expect(page.locator("h1").first).to_be_visible()
        found += [f"{name}: {fault}" for fault in seen.faults() + sideways(page)]
        if not headline(page):
            found.append(f"{name}: no title")
        ground = page.get_by_test_id("stApp").first.evaluate(
            "element => getComputedStyle(element).backgroundColor"
        )
        if (ground == "rgb(17, 24, 29)") != dark:
            found.append(f"{name}: ground is {ground}")
    assert found == []
    assert {urlsplit(address).netloc for address in seen.requests if "://" in address} == {
        urlsplit(server).netloc
    }


@pytest.mark.parametrize(
    ("browser_language", "query", "title"),
    [
        ("it-IT", "", "11 progetti"),
        ("pl-PL", "", "11 projects"),
        ("it-IT", "?lang=en", "11 projects"),
        ("en-GB", "?lang=it", "11 progetti"),
    ],
)
def test_the_language_is_the_browsers_until_one_is_chosen(
    visit: Visitor, browser_language: str, query: str, title: str
) -> None:
    page = visit(f"/projects{query}", lang=browser_language)
    assert headline(page) == title
    if not query:
        assert "lang" not in page.url


def test_choosing_a_language_changes_words_not_filters(visit: Visitor) -> None:
    page = visit("/projects?edition=2")
    spoken = page.locator("html")
    expect(spoken).to_have_attribute("lang", "en")
    page.locator(".st-key-lang button", has_text="IT").click()
    expect(page.locator("h1").first).to_have_text("4 progetti")
    visit.settle(page)
    expect(spoken).to_have_attribute("lang", "it")
    assert urlsplit(page.url).query == "edition=2&lang=it"
    page.locator(".st-key-lang button", has_text="EN").click()
    expect(page.locator("h1").first).to_have_text("4 projects")
    visit.settle(page)
    assert urlsplit(page.url).query == "edition=2&lang=en"
