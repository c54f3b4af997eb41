"""What words mean: from where they stand to the page that explains them all."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.looking import follow, headline, query, sideways


@pytest.mark.parametrize(("width", "dark", "lang"), [(1440, False, "en-GB"), (390, True, "it-IT")])
def test_the_page_of_words_is_whole(visit: Visitor, width: int, dark: bool, lang: str) -> None:
    page = visit("/words?edition=2", width=width, dark=dark, lang=lang)
    assert headline(page)
    assert sideways(page) == []
    for name in ("hue", "ending", "fill", "differ"):
        channel = page.locator(f".st-key-channel-{name}")
        assert channel.locator("h4").inner_text()
        assert (
            channel.locator("img").count() == {"hue": 3, "ending": 6, "fill": 3, "differ": 1}[name]
        )
    assert page.locator("h3").count() > 25


def test_a_name_in_a_legend_hangs_beside_its_sign(visit: Visitor) -> None:
    page = visit("/words", width=1024, lang="de-DE")
    sign = page.locator(".st-key-channel-fill p > span").last
    lefts = sign.locator("span").evaluate("it => [...it.getClientRects()].map(one => one.left)")
    ends = sign.locator("img").evaluate("it => it.getBoundingClientRect().right")
    assert len({*lefts}) == 1
    assert ends < lefts[0]
    assert sign.evaluate("it => it.clientHeight") > 30, "it takes two lines"


def test_one_click_from_every_page_and_on(visit: Visitor) -> None:
    page = visit("/disagreements?edition=2")
    page.locator(".st-key-summary").get_by_role("link", name="What words mean").click()
    expect(page).to_have_title("What words mean · Scale Up Impact")
    visit.settle(page)
    assert query(page)[0] == ("edition", "2")
    page.locator(".st-key-onward").get_by_role("link", name="Next: Overview").click()
    expect(page).to_have_title("Overview · Scale Up Impact")
    visit.settle(page)
    follow(page, "Funding")
    expect(page).to_have_title("Funding · Scale Up Impact")
    visit.settle(page)


def test_words_are_explained_where_they_stand(visit: Visitor) -> None:
    page = visit("/?edition=1")
    page.locator(".st-key-card-places .stMarkdownBadge").first.hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_contain_text("The source gives a plain number.")
    expect(tip.get_by_role("link")).to_have_attribute("href", "words?lang=en#exact")


def test_the_head_of_a_column_leads_to_its_word(visit: Visitor) -> None:
    page = visit("/funding", lang="it-IT")
    page.locator(".st-key-table-funding-flow").get_by_role("button").click()
    head = page.get_by_role("columnheader").get_by_role("link", name="Quanto è certo")
    title = head.first.get_attribute("title") or ""
    head.first.click()
    expect(page.locator("#how_sure")).to_be_in_viewport()
    assert page.locator(".st-key-term-how_sure p").inner_text() == title
    assert len(page.context.pages) == 1  # the visit goes on, in its tab
    page.go_back()
    expect(page.locator(".st-key-table-funding-flow")).to_be_visible()
