"""Links that are sent, opened in a new tab, or asked for first of all."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.looking import PAGES, headline, path, query, summary

LINKS = "links => links.map(link => link.href)"


PATHS = (
    "links => links.filter(link => link.host === location.host && !link.hash)"
    ".map(link => link.pathname)"
)


def frame_of(page: Page) -> tuple[str, list[str], list[str]]:
    """What the frame contributes to a page: its title, the links on it, the first words."""
    page.locator(".st-key-navigation a").nth(6).wait_for()
    links = page.locator("a").evaluate_all(PATHS)
    words = page.get_by_test_id("stMain").inner_text().split()
    return page.title(), sorted(set(links)), words[:20]


def test_a_link_as_very_first_request_has_frame_filters_and_language(
    visit: Visitor, fresh_server: Callable[..., str]
) -> None:
    base, link = fresh_server(), "/funding?edition=2&country=VN&lang=it"
    page = visit(link, base=base)
    assert page.locator(".st-key-navigation").get_by_role("link").count() == len(PAGES)
    assert page.locator(".st-key-filters").count() == 1
    assert "Edizione 2 · Vietnam" in summary(page)
    assert frame_of(page) == frame_of(visit(link))
    profile = visit("/projects?project=csb&lang=it", base=base)
    assert "Centro per la Salute del Bambino" in headline(profile)
    assert "1 progetto su 11" in summary(profile)


def test_links_opened_in_new_tabs_show_the_same_selection(visit: Visitor) -> None:
    start = visit("/disagreements?edition=1&evidence=page&lang=it")
    shown = start.locator(".st-key-navigation").get_by_role("link")
    expect(shown).to_have_count(len(PAGES))
    expect(start.locator(".st-key-reset")).to_be_visible()
    links, said = shown.evaluate_all(LINKS), summary(start)
    tab = visit("/healthz", settled=False)
    for name, link in zip(PAGES, links, strict=True):
        tab.goto(link)
        visit.settle(tab)
        assert path(tab) == f"/{name}"
        expect(tab.locator(".st-key-summary")).to_have_text(said, use_inner_text=True)
        titles = start.locator(".st-key-navigation").get_by_role("link").all_inner_texts()
        assert tab.title() == f"{titles[PAGES.index(name)]} · Scale Up Impact"


def test_the_start_page_and_the_overview_are_one(visit: Visitor) -> None:
    page = visit("/?edition=3&programme=refugees")
    links = page.locator(".st-key-navigation").get_by_role("link").evaluate_all(LINKS)
    title, said = page.title(), summary(page)
    page.goto(links[0])
    visit.settle(page)
    assert (page.title(), summary(page)) == (title, said)


def test_links_on_cards_keep_the_selection(visit: Visitor) -> None:
    page = visit("/projects?edition=2")
    links = page.get_by_role("link", name="Open the profile").evaluate_all(LINKS)
    assert len(links) == 4
    page.get_by_role("link", name="Open the profile").last.click()
    page.get_by_role("link", name="All projects").wait_for()
    visit.settle(page)
    assert headline(page).startswith("UNICEF Vietnam: 15 provinces announced")
    assert page.url == links[-1]
    page.get_by_role("link", name="All projects").click()
    page.get_by_role("link", name="Open the profile").first.wait_for()
    visit.settle(page)
    assert headline(page) == "4 projects"
    assert page.url.endswith("/projects?edition=2&lang=en")
    page.go_back()
    page.get_by_role("link", name="All projects").wait_for()
    assert headline(page).startswith("UNICEF Vietnam")


def test_unknown_values_in_a_link_are_said_literally(visit: Visitor) -> None:
    page = visit("/projects?country=%3Cb%3Ex%3C/b%3E&edition=2")
    warning = page.get_by_test_id("stAlert")
    assert "country = <b>x</b>" in warning.inner_text()
    assert warning.locator("b").count() == 0
    assert headline(page) == "4 projects"


def test_what_a_link_asks_for_in_vain_is_told_until_a_list_is_turned(visit: Visitor) -> None:
    """The list is a part that runs alone; what is told stands above it."""
    page = visit("/sources?lang=en&list=nothing-2")
    expect(page.get_by_test_id("stAlert")).to_contain_text("list = nothing-2")
    lists = page.locator("[class*=st-key-page-statements]")
    lists.get_by_role("button", name="Page 2").click()
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    expect(page.locator("[class*=st-key-at-statements]")).to_contain_text("26")
    assert query(page) == [("lang", "en"), ("list", "nothing-2")]


def test_a_panel_that_opens_stays_open_while_what_was_told_goes(visit: Visitor) -> None:
    page = visit("/funding?lang=en&kind=number")
    expect(page.get_by_test_id("stAlert")).to_contain_text("kind = number")
    page.locator(".st-key-table-funding-flow button").click()
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    visit.settle(page)
    expect(page.locator("[data-testid=stPopoverBody] table")).to_be_visible()


def test_signs_that_no_address_should_hold_do_no_harm(visit: Visitor) -> None:
    """No bytes of UTF-8, none at all, those that turn a line; parameters of each page together."""
    odd = "%FF%FE", "a%00b", "%E2%80%AEabc", "%3Cimg%20src=//x.invalid%3E", "h" * 1_000
    names = "search", "currency", "kind", "view", "open", "list", "edition", "map-moves"
    asked = "&".join(f"{name}={value}" for value in odd for name in names)
    for name in ("map", "sources", "words"):
        page = visit(f"/{name}?lang=en&x={'h' * 10_000}&{asked}")
        told = page.get_by_test_id("stAlert")
        expect(told).to_contain_text("others")
        assert told.locator("img").count() == 0
        assert page.get_by_test_id("stException").count() == 0


def test_a_page_that_is_not_there_leads_to_the_overview_which_says_so(
    server: str, visit: Visitor
) -> None:
    page = visit("/healthz", lang="it-IT", settled=False)
    for asked in ("nonsense", "funding/nonsense", "%3Cb%3Ebold"):
        page.goto(f"{server}/{asked}?edition=1")
        visit.settle(page)
        alert = page.get_by_test_id("stAlert")
        expect(alert).to_contain_text("non esiste; questa è la sintesi")
        assert unquote(asked) in alert.inner_text()
        assert alert.locator("b").count() == 0
        assert "11 progetti" in headline(page)
        assert page.get_by_role("dialog").count() == 0
    page.locator(".st-key-navigation").get_by_role("link", name="Fondi", exact=True).click()
    expect(page).to_have_title("Fondi · Scale Up Impact")
    visit.settle(page)
    assert page.get_by_test_id("stAlert").count() == 0
    assert urlsplit(page.url).query == "lang=it"


@pytest.mark.parametrize(
    "link",
    [
        "/funding?edition=2&country=VN",
        "/projects?edition=1&project=csb&project=singa",
        "/?evidence=page",
    ],
)
def test_a_copied_link_shows_the_same_to_a_reader_of_another_language(
    visit: Visitor, link: str
) -> None:
    page = visit(link, options={"permissions": ["clipboard-read", "clipboard-write"]})
    said = summary(page)  # below which a moment later stands that the link was copied
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".copy-link").get_by_role("status")).to_have_text("Link copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    other = visit(copied.removeprefix(visit.base), lang="it-IT")
    expect(other.locator(".st-key-summary")).to_have_text(said, use_inner_text=True)
    assert (headline(other), path(other)) == (headline(page), path(page))


OPENED = [
    ("/funding?edition=2&lang=en", "", ".st-key-table-funding-flow button", "table-funding-flow"),
    ("/projects?project=csb&lang=en", "", ".st-key-detail-results summary", "detail-results"),
    ("/sources?lang=en", "[class*=st-key-page-statements]", "Page 2", "statements-2"),
    ("/sources?lang=en", "", ".st-key-pages-documents [data-testid=stCheckbox]", "documents-all"),
]


@pytest.mark.parametrize(("link", "within", "what", "held"), OPENED)
def test_a_copied_link_opens_and_turns_to_what_is_seen(
    visit: Visitor, link: str, within: str, what: str, held: str
) -> None:
    page = visit(link, options={"permissions": ["clipboard-read", "clipboard-write"]})
    place = page.locator(within).get_by_role("button", name=what) if within else page.locator(what)
    place.click()
    visit.settle(page)
    told = shown(page)
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".copy-link").get_by_role("status")).to_have_text("Link copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{visit.base}{link}&") and copied.endswith(f"={held}")
    other = visit(copied.removeprefix(visit.base), lang="it-IT")
    assert shown(other) == told != shown(visit(link))
    assert other.get_by_text("something that is not here").count() == 0


def shown(page: Page) -> list[str]:
    """Every table that can be seen, in panels too."""
    return [table.inner_text() for table in page.locator("table").all() if table.is_visible()]


def test_a_link_is_copied_without_a_clipboard_too(visit: Visitor) -> None:
    page = visit("/projects?edition=2", lang="it-IT", options={"permissions": ["clipboard-read"]})
    page.evaluate("delete Navigator.prototype.clipboard")
    button = page.get_by_role("button", name="Copia il link")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".copy-link").get_by_role("status")).to_have_text("Link copiato")
    expect(button).to_be_focused()
    page.evaluate("document.execCommand = () => false")
    page.keyboard.press("Enter")
    field = page.get_by_role("textbox", name="Copia questo indirizzo")
    expect(field).to_be_focused()
    assert field.input_value() == f"{visit.base}/projects?edition=2&lang=it"
    field.blur()
    expect(field).to_have_count(0)
