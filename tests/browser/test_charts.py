"""Charts change in place: the plot stays, marks glide, a keyboard does what a mouse does."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, WebSocketRoute, expect

from bench.portfolio import make
from tests.browser.conftest import Visitor
from tests.browser.looking import (
    ENGLISH,
    bar_widths,
    chart,
    chart_words,
    choose_edition,
    query,
)
from tests.browser.test_phone import OPTIONS

PLACES = "targets.places"
PLOT = ".js-plotly-plot"
# Notes every frame in which a chart has no drawing, or one without words.
WATCH = """plot => {
    plot.isOurs = true
    window.removed = 0
    window.empty = 0
    window.gliding = 0
    new MutationObserver(changes => {
        for (const { removedNodes } of changes)
            for (const node of removedNodes)
                if (node.nodeName === 'svg' && node.matches('.main-svg')) window.removed += 1
    }).observe(plot.parentElement, { childList: true, subtree: true })
    const look = () => {
        const words = plot.querySelectorAll('.infolayer .annotation').length
        if (!plot.isConnected || !words) window.empty += 1
        if (plot.getAnimations({ subtree: true }).some(({ id }) => id === 'glide'))
            window.gliding += 1
        requestAnimationFrame(look)
    }
    look()
}"""


def plot(page: Page, name: str) -> Locator:
    drawn = chart(page, name).locator(PLOT)
    expect(drawn.locator(".annotation").first).to_be_attached()
    return drawn


def still(page: Page, name: str) -> None:
    """Wait until nothing glides."""
    for _look in range(100):
        if not plot(page, name).evaluate("plot => plot.getAnimations({ subtree: true }).length"):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{name} does not come to rest")


def marks(page: Page, name: str) -> Locator:
    return plot(page, name).get_by_role("button").and_(page.locator(".point"))


def focused(page: Page) -> str:
    """The name of what has the focus."""
    return str(page.evaluate("document.activeElement.ariaLabel"))


def test_a_change_is_drawn_into_the_plot_that_is_there(visit: Visitor) -> None:
    page = visit("/targets")
    plot(page, PLACES).evaluate(WATCH)
    for edition, name in (("2", "Rastimo zajedno"), ("3", "Pratham")):
        choose_edition(page, edition)
        expect(plot(page, PLACES).locator("text", has_text=name).first).to_be_attached()
        visit.settle(page)
    assert plot(page, PLACES).evaluate("plot => plot.isOurs") is True
    assert page.evaluate("[window.removed, window.empty]") == [0, 0]
    assert page.evaluate("window.gliding") > 0
    still(page, PLACES)
    words, bars = chart_words(page, PLACES), bar_widths(page, PLACES)
    box = chart(page, PLACES).bounding_box()
    page.reload()
    visit.settle(page)
    assert (chart_words(page, PLACES), bar_widths(page, PLACES)) == (words, bars)
    assert chart(page, PLACES).bounding_box() == box


def test_who_wants_no_motion_sees_none(visit: Visitor) -> None:
    page = visit("/targets", options={"reduced_motion": "reduce"})
    plot(page, PLACES).evaluate(WATCH)
    choose_edition(page, "2")
    expect(plot(page, PLACES).locator("text", has_text="SINGA")).to_have_count(0)
    visit.settle(page)
    assert plot(page, PLACES).evaluate("plot => plot.isOurs") is True
    assert page.evaluate("[window.removed, window.empty, window.gliding]") == [0, 0, 0]


def test_of_two_fast_changes_the_last_is_what_stays(visit: Visitor) -> None:
    page = visit("/targets")
    plot(page, PLACES).evaluate(WATCH)
    for edition in ("2", "3"):
        choose_edition(page, edition)
    expect(page.locator(".st-key-summary")).to_contain_text("Edition 2 · Edition 3")
    visit.settle(page)
    still(page, PLACES)
    assert page.evaluate("[window.removed, window.empty]") == [0, 0]
    words, bars = chart_words(page, PLACES), bar_widths(page, PLACES)
    assert {"Pratham", "Rastimo zajedno"} <= set(words)
    assert "SINGA" not in words
    page.reload()
    visit.settle(page)
    assert (chart_words(page, PLACES), bar_widths(page, PLACES)) == (words, bars)


def test_clicks_before_the_browser_hears_of_the_first_are_kept(visit: Visitor) -> None:
    """As over a slow line: the second click comes with the address from before the first."""
    page = visit("/targets", changed=True)
    held: list[tuple[WebSocketRoute, str | bytes]] = []
    is_slow = False

    def between(browser: WebSocketRoute) -> None:
        def answer(said: str | bytes) -> None:
            if is_slow:
                held.append((browser, said))
            else:
                browser.send(said)

        browser.connect_to_server().on_message(answer)

    page.route_web_socket("**/_stcore/stream", between)
    page.reload()
    visit.settle(page)
    is_slow = True
    for edition in ("2", "3"):
        heard = len(held)
        choose_edition(page, edition)
        while len(held) == heard:
            page.wait_for_timeout(50)
    is_slow = False
    for browser, said in held:
        browser.send(said)
    expect(page.locator(".st-key-summary")).to_contain_text("Edition 2 · Edition 3")
    page.go_back()
    expect(page.locator(".st-key-summary")).to_contain_text("Edition 2: 4 projects")


def test_the_keyboard_picks_a_mark(visit: Visitor) -> None:
    page = visit("/targets")
    assert plot(page, PLACES).get_attribute("role") == "group"
    assert "Rastimo zajedno" in str(plot(page, PLACES).get_attribute("aria-label"))
    reached = marks(page, PLACES).and_(page.locator("[tabindex='0']"))
    expect(reached).to_have_count(1)
    reached.focus()
    assert focused(page).startswith("Haciendo Camino, target: 13")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert focused(page) == "≠ · Disagreements: Novak Djokovic Foundation"
    page.keyboard.press("ArrowRight")
    assert focused(page).startswith("Centro per la Salute del Bambino, target: 6 cities")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("End")
    assert focused(page).startswith("Pratham")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-summary")).to_contain_text("1 project")
    visit.settle(page)
    assert query(page) == [("partner", "haciendo-camino"), ENGLISH]
    # The mark keeps the focus, and picking it again takes the filter away.
    assert focused(page).startswith("Haciendo Camino")
    page.keyboard.press(" ")
    expect(page.locator(".st-key-summary")).to_contain_text("Showing all 3 editions")
    visit.settle(page)
    assert query(page) == [ENGLISH]
    assert focused(page).startswith("Haciendo Camino")


def test_a_mark_can_be_picked_again_and_again(visit: Visitor) -> None:
    page = visit("/targets?edition=2")
    for chosen in (True, False, True):
        bar = plot(page, PLACES).locator(".barlayer .point").first
        box = bar.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + 20, box["y"] + box["height"] / 2)
        shown = expect(page.locator(".st-key-summary"))
        shown.to_contain_text("1 project") if chosen else shown.to_contain_text("4 projects")
        visit.settle(page)
        still(page, PLACES)
        assert ("partner" in dict(query(page))) == chosen


def test_a_chart_without_picks_is_one_picture(visit: Visitor) -> None:
    page = visit("/funding")
    drawn = plot(page, "funding.by_funder_type")
    picture = drawn.locator(".main-svg[role=img]")
    expect(picture).to_have_count(1)
    assert len(str(picture.get_attribute("aria-label"))) > 40
    assert drawn.get_attribute("role") is None
    assert marks(page, "funding.by_funder_type").count() == 0
    assert drawn.locator(".point[tabindex]").count() == 0
    # The flow has nodes that can be picked: editions, here the one whose money is known.
    (edition,) = marks(page, "funding.flow").all()
    edition.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-summary")).to_contain_text("Edition 1")


def test_a_chart_is_taken_along_as_a_picture(visit: Visitor) -> None:
    page = visit("/targets?edition=2", width=390, height=844, options=OPTIONS)
    block = page.locator(".st-key-block-targets-places")
    assert plot(page, PLACES).locator(".modebar-btn").count() == 0
    block.get_by_role("button", name="Picture").click()
    files = {}
    for kind in ("PNG", "SVG"):
        with page.expect_download() as started:
            page.get_by_role("button", name=kind, exact=True).click()
        assert re.fullmatch(
            rf"targets-places-[0-9a-f]{{8}}\.{kind.lower()}", started.value.suggested_filename
        )
        files[kind] = Path(started.value.path()).read_bytes()
    assert files["PNG"].startswith(b"\x89PNG")
    wide, _tall = struct.unpack(">II", files["PNG"][16:24])
    assert wide == 1600
    assert files["SVG"].startswith(b"<svg")


def test_another_language_is_drawn_into_the_same_plot(visit: Visitor) -> None:
    page = visit("/targets?edition=2")
    plot(page, PLACES).evaluate("plot => { plot.isOurs = true }")
    page.locator(".st-key-lang button", has_text="IT").click()
    expect(plot(page, PLACES).locator("text", has_text="Edizione 2")).to_be_attached()
    visit.settle(page)
    assert plot(page, PLACES).evaluate("plot => plot.isOurs") is True
    assert "Edition 2" not in chart_words(page, PLACES)
    bar = plot(page, PLACES).locator(".barlayer .point").first.bounding_box()
    assert bar is not None
    page.mouse.click(bar["x"] + 20, bar["y"] + bar["height"] / 2)
    expect(page.locator(".st-key-summary")).to_contain_text("1 progetto")


def test_a_chart_follows_the_ground_and_the_width(visit: Visitor) -> None:
    page = visit("/targets?edition=2")
    plot(page, PLACES).evaluate("plot => { plot.isOurs = true }")
    assert "What the result refers to" in chart_words(page, PLACES)
    page.set_viewport_size({"width": 800, "height": 900})
    expect(plot(page, PLACES).locator(".main-svg").first).not_to_have_attribute("width", "1248")
    visit.settle(page)
    drawn = plot(page, PLACES).locator(".main-svg").first.bounding_box()
    room = chart(page, PLACES).bounding_box()
    assert drawn is not None
    assert room is not None
    assert abs(drawn["width"] - room["width"]) <= 1
    assert "What the result refers to" not in chart_words(page, PLACES)
    page.emulate_media(color_scheme="dark")
    ground = plot(page, PLACES).locator(".main-svg").first
    expect(ground).to_have_css("background-color", "rgb(17, 24, 29)")
    assert plot(page, PLACES).evaluate("plot => plot.isOurs") is True


def test_a_place_is_kept_before_a_chart_is_there(visit: Visitor) -> None:
    page = visit("/healthz", settled=False, changed=True)
    page.route(
        "**/bidi-components/**", lambda route: (page.wait_for_timeout(1500), route.continue_())
    )
    page.goto(page.url.replace("/healthz", "/targets"))
    box = chart(page, PLACES)
    expect(box).to_be_attached()
    early = box.bounding_box()
    assert chart(page, PLACES).locator(PLOT).count() == 0
    plot(page, PLACES)
    assert early is not None
    assert early["height"] > 350
    late = box.bounding_box()
    assert late is not None
    assert late["height"] == early["height"]


def test_charts_leave_with_their_page(visit: Visitor) -> None:
    page = visit("/targets")
    plot(page, PLACES).evaluate("plot => { window.old = plot }")
    page.locator(".st-key-navigation").get_by_role("link", name="Funding", exact=True).click()
    expect(plot(page, "funding.flow")).to_be_visible()
    visit.settle(page)
    assert page.evaluate("[window.old.isConnected, '_fullLayout' in window.old]") == [False, False]


def test_a_sign_in_a_chart_leads_to_what_differs(visit: Visitor) -> None:
    """By mouse and by keyboard, in the same tab; the arrows reach it among the bars."""
    page = visit("/targets?edition=2")
    sign = plot(page, "targets.places").get_by_role("link", name="≠ at least 15")
    sign.click()
    expect(page).to_have_url(re.compile("/disagreements[?].*partner=unicef"))
    expect(page.locator("h1")).to_contain_text("The sources disagree on")
    page.go_back()
    bar = plot(page, "targets.places").get_by_role("button", name="UNICEF Vietnam")
    bar.first.focus()
    page.keyboard.press("ArrowRight")
    expect(plot(page, "targets.places").get_by_role("link", name="≠ at least 15")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/disagreements[?].*partner=unicef"))
    assert len(page.context.pages) == 1


def test_a_chart_stays_when_a_filter_leaves_fewer_rows_than_have_pages(
    visit: Visitor, fresh_server: Callable[..., str], tmp_path: Path
) -> None:
    tables = make(tmp_path, 90, parquet=False)
    page = visit("/overview?lang=en", base=fresh_server(tables=tables))
    periods = page.locator(".st-key-block-timeline-periods")
    pages = periods.locator(".st-key-pages-chart-timeline-periods")
    periods.locator(".chart-plot").evaluate("plot => { plot.isOurs = true }")
    expect(pages).to_be_visible()
    choose_edition(page, "1")
    expect(pages).to_have_count(0)
    visit.settle(page)
    assert periods.locator(".chart-plot").evaluate("plot => plot.isOurs")
