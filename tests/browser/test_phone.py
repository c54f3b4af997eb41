"""The dashboard on a phone: one column, one menu, one button for all filters."""

from __future__ import annotations

from urllib.parse import urlencode

from playwright.sync_api import expect

from scripts.visitor import PHONE
from tests.browser.conftest import Visitor
from tests.browser.looking import ENGLISH, PAGES, chart, query, sideways
from tests.pages.reading import HELD

OPTIONS = {**PHONE, "device_scale_factor": 2}


def test_a_phone_has_one_menu_and_one_button_for_filters(visit: Visitor) -> None:
    page = visit("/projects", width=390, height=844, options=OPTIONS)
    assert page.locator(".st-key-filters").count() == 0
    assert page.get_by_role("link", name="Funding", exact=True).count() == 0
    assert sideways(page) == []
    expect(page.locator("h1").first).to_have_css("font-size", "26px")
    edges = page.locator(".st-key-summary, .copy-link button, .stPageLink a:visible").evaluate_all(
        "parts => parts.slice(0, 2).map(part => part.getBoundingClientRect().left)"
    )
    assert len(set(edges)) == 1
    page.get_by_role("button", name="Filters · none active").tap()
    filters = page.locator(".st-key-filters")
    expect(filters).to_be_visible()
    assert sideways(page) == []
    filters.get_by_role("button", name="2", exact=True).tap()
    expect(page.locator("h1").first).to_have_text("4 projects")
    visit.settle(page)
    assert query(page) == [("edition", "2"), ENGLISH]
    expect(page.get_by_role("button", name="Filters · 1 active")).to_be_visible()
    page.keyboard.press("Escape")
    expect(filters).to_have_count(0)
    page.get_by_role("button", name="Menu").tap()
    links = page.get_by_test_id("stPopoverBody").get_by_role("link")
    expect(links).to_have_count(len(PAGES))
    links.nth(PAGES.index("targets")).tap()
    expect(page).to_have_title("Targets and results · Scale Up Impact")
    visit.settle(page)
    assert query(page) == [("edition", "2"), ENGLISH]
    assert sideways(page) == []
    expect(links).to_have_count(0)  # the menu would cover half of the page that was chosen


def test_a_link_of_several_words_keeps_within_the_page(visit: Visitor) -> None:
    page = visit("/?edition=2&lang=it", width=390, height=844, options=OPTIONS)
    words = page.locator(".st-key-summary").get_by_text("Dossier per il consiglio").bounding_box()
    edges = page.locator(".st-key-summary").bounding_box()
    assert words and edges
    assert edges["x"] <= words["x"]
    assert words["x"] + words["width"] <= edges["x"] + edges["width"]


def test_a_tap_on_a_bar_filters_and_another_one_takes_that_away(visit: Visitor) -> None:
    """Plotly does not know where a finger is before it has gone; a bar is lower than a finger."""
    page = visit("/overview?lang=en", width=390, height=844, options=OPTIONS)
    bars = chart(page, "places.announced").locator("[role=button]")
    for number, chosen in (
        (1, [("partner", "novak-djokovic-foundation"), ENGLISH]),
        (0, [ENGLISH]),
    ):
        bars.nth(number).scroll_into_view_if_needed()
        visit.settle(page)
        box = bars.nth(number).bounding_box()
        assert box
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] + 6)
        expect(page).to_have_url(f"{visit.base}/overview?{urlencode(chosen)}")
        visit.settle(page)
        assert query(page) == chosen


def test_a_phone_chooses_the_language_beside_the_menu(visit: Visitor) -> None:
    page = visit("/projects?edition=2", width=390, height=844, options=OPTIONS)
    languages = page.get_by_role("button", name="EN", exact=True)
    place, menu = languages.bounding_box(), page.get_by_role("button", name="Menu").bounding_box()
    assert place and menu and place["y"] == menu["y"]
    languages.tap()
    page.get_by_role("menuitem", name="Italiano").tap()
    expect(page.locator("h1").first).to_have_text("4 progetti")
    visit.settle(page)
    assert query(page) == [("edition", "2"), ("lang", "it")]


def test_a_chart_in_a_very_narrow_place_is_shown_smaller(visit: Visitor) -> None:
    page = visit("/overview?edition=3", width=320, height=844, options=OPTIONS)
    assert sideways(page) == []
    plot = page.locator(".st-key-chart-timeline-periods .chart-plot")
    place, drawn = plot.bounding_box(), plot.evaluate("plot => plot.offsetWidth")
    assert place and place["width"] < 0.9 * drawn
    below = page.locator(".st-key-chart-timeline-periods").bounding_box()
    assert below and abs(below["height"] - place["height"]) < 2
    words = plot.locator(".annotation-text").evaluate_all(
        "texts => texts.map(text => text.getBoundingClientRect())"
        ".map(({left, right, top, bottom}) => [left, right, top, bottom])"
    )
    meeting = [
        (one, other)
        for i, one in enumerate(words)
        for other in words[:i]
        if one[0] < other[1] - 1 and other[0] < one[1] - 1
        and one[2] < other[3] - 2 and other[2] < one[3] - 2
    ]  # fmt: skip
    assert words
    assert meeting == []


def test_tables_are_written_as_lines_on_a_phone(visit: Visitor) -> None:
    page = visit("/map?edition=3", width=390, height=844, options=OPTIONS)
    listed = page.locator(".st-key-panel-shown")
    assert listed.locator("table").count() == 0
    said = listed.inner_text().replace(HELD, " ")
    for line in (
        "For Our Children",
        "Announced: 9 municipalities",
        "Announced, with a name: 9",
        "On the map: 6 places",
    ):
        assert line in said


def test_a_count_beside_many_dots_is_not_cut_off(visit: Visitor) -> None:
    page = visit("/overview", width=390, height=844, options=OPTIONS)
    cells = page.locator(".st-key-not-found td:last-child")
    expect(cells.first).to_contain_text("/11")
    cells.locator("img").evaluate_all("dots => dots.forEach(one => { one.style.width = '165px' })")
    wide = cells.evaluate_all("cells => cells.map(cell => cell.scrollWidth - cell.clientWidth)")
    assert set(wide) == {0}


FINGER = """
link => {
  link.scrollIntoView({ block: 'center' });
  const { left, right, top, bottom } = link.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const edges = [[x - 11, y], [x + 11, y], [x, y - 11], [x, y + 11]];
  return edges.every((edge) => link.contains(document.elementFromPoint(...edge)));
}
"""


def test_a_sign_alone_has_room_for_a_finger(visit: Visitor) -> None:
    """24 by 24 pixels, in a badge and in a chart, though the sign itself is a third as wide."""
    for link, within in (
        ("/projects?project=csb&lang=en", ".stMarkdownBadge"),
        ("/overview", "svg"),
    ):
        page = visit(link, width=390, options=PHONE)
        signs = page.locator(f"{within} a").get_by_text("≠", exact=True)
        expect(signs.first).to_be_visible()
        for sign in signs.all():
            assert sign.evaluate(f"sign => ({FINGER.strip()})(sign.closest('a'))")
