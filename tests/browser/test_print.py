"""The browser's own print: what a board gets on paper."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from lib.wording.words import words
from tests.browser.conftest import Visitor
from tests.browser.looking import chart_words, headline

A4 = (595, 842)  # points
CLICKED = ("EN", "IT", "Reset all filters", "Copy link", "CSV", "Open the profile", "Next:")
# Pixels beside a line of the list of documents, and those that a number of three digits takes.
ROOM = """line => {
    const pen = document.createElement('canvas').getContext('2d')
    pen.font = getComputedStyle(line).font
    return [parseFloat(getComputedStyle(line).marginLeft), pen.measureText('999. ').width]
}"""
LOWER = "(title, pixels) => { title.style.marginTop = `${pixels}px` }"
WIDE = "heads => heads.map(head => head.getBoundingClientRect().width)"


def sheets(page: Page) -> list[str]:
    """What stands on each sheet, in one line of text each."""
    page.emulate_media(media="print")
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    for sheet in printed.pages:
        assert tuple(map(round, sheet.mediabox.upper_right)) == A4
    return [" ".join(sheet.extract_text().split()) for sheet in printed.pages]


@pytest.mark.parametrize(
    "link",
    ["/?edition=2&country=HR", "/funding", "/disagreements", "/projects?project=csb", "/map"],
)
def test_paper_has_what_was_seen_and_nothing_to_click(visit: Visitor, link: str) -> None:
    page = visit(link)
    said = page.locator(".st-key-summary").get_by_text("Showing").inner_text()
    title = " ".join(headline(page).split())
    first, *others = sheets(page)
    text = " ".join([first, *others])
    assert title in first
    assert " ".join(said.split()) in first
    today = words("en").date(date.today().isoformat())
    assert f"Printed on {today}" in first
    assert "Documents cited on this page" in text
    assert "https://www.thehumansafetynet.org/" in text.replace(" ", "")  # lines are broken
    assert [word for word in CLICKED if re.search(rf"(?<!\S){word}(?!\S)", text)] == []
    assert "Partner " not in first
    assert "Menu" not in first
    page.emulate_media(media="screen")
    paper = page.locator("[class*=st-key-printed-]")
    assert paper.count() > 0
    assert not any(one.is_visible() for one in paper.all())


def test_numbers_beside_a_chart_lead_to_the_list_at_the_foot(visit: Visitor) -> None:
    page = visit("/targets?edition=1")
    text = " ".join(sheets(page))
    numbers = [int(n) for found in re.findall(r"Sources?: ([\d, –]+)", text)
               for n in re.findall(r"\d+", found)]  # fmt: skip
    listed = text.partition("Documents cited on this page")[2]
    assert numbers
    assert all(re.search(rf"(?<!\S){n}\. ", listed) for n in numbers)
    room, wide = page.locator("[class*=st-key-printed-on-] li").first.evaluate(ROOM)
    assert room >= wide


def test_the_map_of_a_country_shows_it_alone_on_paper(visit: Visitor) -> None:
    page = visit("/map")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1000})  # what a sheet has
    room = page.locator(".st-key-region-1 .picture").bounding_box()
    assert room
    assert room["width"] < 240


def test_a_chart_is_drawn_to_the_paper_and_back(visit: Visitor) -> None:
    page = visit("/?edition=2")
    drawn = chart_words(page, "places.announced")
    width = page.locator(".chart-plot .main-svg").first
    before = width.get_attribute("width")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert width.get_attribute("width") == "727"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert width.get_attribute("width") == before
    assert chart_words(page, "places.announced") == drawn


def test_paper_has_what_is_folded_and_the_rows_asked_for(visit: Visitor) -> None:
    page = visit("/projects?project=bbbs-fame")
    expect(page.get_by_text("Linz followed in 2023.")).to_be_hidden()
    assert "Linz followed in 2023." in " ".join(sheets(page))
    page = visit("/sources?edition=1")
    page.get_by_text("All rows at once").first.click()
    expect(page.get_by_text("Rows 1–\u2060107 of 107")).to_be_visible()
    visit.settle(page)
    assert "F142" in " ".join(sheets(page))


def test_a_chart_too_wide_for_paper_is_drawn_for_it(visit: Visitor) -> None:
    page = visit("/targets")
    plot = page.locator(".st-key-block-targets-places .chart-plot")
    expect(plot).to_contain_text("What the result refers to")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(plot).not_to_contain_text("What the result refers to")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(plot).to_contain_text("What the result refers to")


@pytest.mark.parametrize(
    ("link", "title", "end"),
    [
        ("/map?edition=2", "Announced, named and shown", "UNICEF Vietnam 15 provinces"),
        ("/overview", "What the record does not say", "Not found means"),
    ],
)
def test_a_short_table_has_one_sheet_with_its_title_and_note(
    visit: Visitor, link: str, title: str, end: str
) -> None:
    (sheet,) = [one for one in sheets(visit(link)) if title in one]
    assert end in sheet.partition(title)[2]


@pytest.mark.parametrize(
    ("link", "alone"),
    [
        ("/projects?project=for-our-children", r"\(\d+\)"),
        ("/sources", r"(statements|Documents read|of \d+)"),
    ],
)
def test_no_title_stands_alone_at_the_foot_of_a_sheet(
    visit: Visitor, link: str, alone: str
) -> None:
    """However far down it begins."""
    page = visit(link)
    for lower in range(0, 960, 80):
        page.locator("h1").first.evaluate(LOWER, lower)
        *whole, _last = sheets(page)
        assert [sheet[-60:] for sheet in whole if re.search(rf"{alone}$", sheet)] == []


def test_on_paper_a_sentence_has_more_room_than_its_value(visit: Visitor) -> None:
    page = visit("/sources")
    page.get_by_text("All rows at once").first.click()
    expect(page.get_by_text("Rows 1–\u2060251 of 251")).to_be_visible()
    visit.settle(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1000})  # what a sheet has
    heads = page.locator("[class*=st-key-panel-statements-] th")
    wide = dict(zip(heads.all_inner_texts(), heads.evaluate_all(WIDE), strict=True))
    assert wide["What is said"] > 1.5 * wide["Value"]
    assert min(wide.values()) > 40
    assert heads.first.evaluate("head => head.closest('table').offsetWidth") <= 688


def test_cards_fill_the_sheets(visit: Visitor) -> None:
    """A card holds a table, and is not its note: it may begin a sheet."""
    *full, _last = sheets(visit("/projects"))
    assert full
    assert all(sheet.count("Places announced") >= 3 for sheet in full)


def test_paper_is_light(visit: Visitor) -> None:
    visit.has_land = False
    page = visit("/projects?project=csb", dark=True)
    for ground, turned in (("dark", re.compile("invert")), ("light", "none")):
        page.emulate_media(media="print", color_scheme=ground)
        for name in ("body", "[data-testid=stApp]", "[data-testid=stMain]"):
            expect(page.locator(name).first).to_have_css("background-color", "rgba(0, 0, 0, 0)")
        expect(page.locator("h1").first).to_have_css("color", "rgb(23, 35, 43)")
        expect(page.locator(".st-key-project-map .picture").first).to_have_css("filter", turned)
    page.emulate_media(media="screen", color_scheme="dark")
    page.locator(".st-key-project-map-moves label").click()
    page.emulate_media(media="print")
    moving = page.locator(".moving-map")
    expect(moving).to_have_css("filter", re.compile("invert"))
    page.emulate_media(color_scheme="light")
    expect(moving).to_have_css("filter", "none")
