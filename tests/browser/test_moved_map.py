"""A map that its reader moves: what moves it, what a copied link keeps of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import hypot, log2
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from lib.charts.map_view import View
from lib.model.outlines import features
from scripts.visitor import PHONE
from tests.browser.axe import violations
from tests.browser.conftest import Visitor
from tests.browser.looking import choose_edition
from tests.browser.test_as_opened import jumps
from tests.pages.tables import HOSTILE, hostile

MOVING = ".moving-map"
PATH = "/map?map-moves=yes&lang=en"
PATH_AS_COPIED = "/map?lang=en&map-moves=yes"
BERLIN = (13.41053, 52.52437)  # as the table of sites has it
HEARS = {"permissions": ["clipboard-read", "clipboard-write"]}
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"
NO_WEBGL = """
const own = HTMLCanvasElement.prototype.getContext
HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    return kind === 'webgl2' ? null : own.call(this, kind, ...more)
}"""
HEIGHTS = """
window.heights = []
const note = () => {
    const map = document.querySelector('.moving-map')
    if (map && map.clientHeight !== heights.at(-1)) heights.push(map.clientHeight)
    requestAnimationFrame(note)
}
note()"""
LOSE = "canvas => canvas.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()"
DRAWN = """
window.drawn = 0
for (const name of ['drawElementsInstanced', 'drawArraysInstanced']) {
    const own = WebGL2RenderingContext.prototype[name]
    WebGL2RenderingContext.prototype[name] = function (...all) {
        drawn = Math.max(drawn, all.at(-1))
        return own.apply(this, all)
    }
}"""
COLOURS = """image => {
    const { naturalWidth: width, naturalHeight: height } = image
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const pen = canvas.getContext('2d')
    pen.drawImage(image, 0, 0)
    return new Set(new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer)).size
}"""


@pytest.fixture(autouse=True)
def without_land(visit: Visitor) -> None:
    visit.has_land = False


def the_map(page: Page) -> Locator:
    """The map, once it is drawn: what was fetched for it has come by then."""
    found = page.locator(MOVING)
    expect(found.locator("canvas")).to_be_visible()
    found.scroll_into_view_if_needed()
    return found


def middle(shown: Locator) -> tuple[float, float]:
    box = shown.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, shown: Locator, right: float, down: float) -> None:
    """Take the map by its middle, where a hand that moves already is, and move it by pixels."""
    x, y = middle(shown)
    length = hypot(right, down)
    page.mouse.move(x - 2 * right / length, y - 2 * down / length)
    page.mouse.down()
    page.mouse.move(x, y)
    page.mouse.move(x + right, y + down, steps=4)
    page.mouse.up()


def looks(shown: Locator, before: View | None = None) -> View:
    """Where a map says that it looks, once it no longer does so as ``before``."""
    expect(shown).to_have_attribute("data-at", re.compile(","))
    if before is not None:
        expect(shown).not_to_have_attribute("data-at", written(before))
    latitude, longitude, zoom = map(float, str(shown.get_attribute("data-at")).split(","))
    return View(longitude, latitude, zoom)


def written(view: View) -> str:
    """A view as the end of a link."""
    return ",".join(f"{one:g}" for one in (view.latitude, view.longitude, view.zoom))


def point_at(page: Page, shown: Locator, view: View, longitude: float, latitude: float) -> None:
    """Lead the pointer to where a place must be in a view."""
    x, y = middle(shown)
    right, down = view.pixel(longitude, latitude)
    page.mouse.move(x + right, y + down - 1)
    page.mouse.move(x + right, y + down)


def copied(page: Page) -> str:
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".copy-link").get_by_role("status")).to_have_text("Link copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_link_to_a_moved_map_shows_others_the_same_place(visit: Visitor) -> None:
    """Moved with the hand and the wheel until Berlin is seen beside the middle of Germany."""
    germany = features()["DE"]["properties"]
    page = visit(PATH, options=HEARS)
    shown = the_map(page)
    assert copied(page) == f"{visit.base}{PATH_AS_COPIED}", "nobody has moved it"
    drag(page, shown, 40, 30)
    first = looks(shown)
    right, down = first.pixel(germany["label_longitude"], germany["label_latitude"])
    drag(page, shown, -right, -down)
    second = looks(shown, first)
    assert second.zoom == first.zoom
    page.keyboard.down("Control")
    page.mouse.move(*middle(shown))
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    view = looks(shown, second)
    assert view.zoom > second.zoom + 0.5
    off = view.pixel(germany["label_longitude"], germany["label_latitude"])
    assert max(map(abs, off)) < 4, "the middle of Germany is that of the map"
    link = copied(page)
    assert link == f"{visit.base}{PATH_AS_COPIED}&at={written(view)}"
    other = visit("/healthz", lang="it-IT", settled=False)
    for width in (1440, 700):
        other.set_viewport_size({"width": width, "height": 900})
        other.goto(link)
        visit.settle(other)
        again = the_map(other)
        if width == 700:  # lower, once it is drawn for the width that it has
            expect(again).not_to_have_css("height", "640px")
        assert looks(again) == view
        point_at(other, again, view, *BERLIN)
        expect(again.locator(".map-tip strong")).to_have_text("Berlin")
        assert other.get_by_test_id("stAlert").count() == 0


def test_a_moved_map_asks_the_server_nothing_and_a_filter_frames_it_anew(visit: Visitor) -> None:
    sent: list[object] = []
    page = visit("/healthz", settled=False, options=HEARS)
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    page.goto(f"{visit.base}{PATH}&at=48.21,16.37,4.5")
    visit.settle(page)
    shown = the_map(page)
    assert looks(shown) == View(16.37, 48.21, 4.5)
    before = len(sent)
    assert before > 0
    drag(page, shown, 60, -40)
    dragged = looks(shown, View(16.37, 48.21, 4.5))
    page.get_by_role("button", name="Zoom out").click()
    farther = looks(shown, dragged)
    assert farther.zoom == 3.5
    assert len(sent) == before
    page.emulate_media(color_scheme="dark")
    visit.settle(page)
    assert looks(shown) == farther, "on another ground it stays where it is"
    choose_edition(page, "2")
    expect(shown).not_to_have_attribute("data-at", re.compile(","))
    visit.settle(page)
    assert "at=" not in copied(page)


def test_a_filter_frames_a_map_anew_that_still_glides(visit: Visitor) -> None:
    """Also one that leaves it where it was: editions 1 and 2 lie within what edition 1 frames."""
    page = visit("/map?map-moves=yes&edition=1&lang=en")
    shown = the_map(page)
    for pause in (0, 80, 160, 240):  # milliseconds; it glides for 300
        page.evaluate(
            """pause => {
                document.querySelector('.map-buttons button').click()
                const edition = document.querySelectorAll('.st-key-edition button')[1]
                setTimeout(() => edition.click(), pause)
            }""",
            pause,
        )
        expect(page.locator(".st-key-summary")).to_contain_text("Edition 1 · Edition 2")
        expect(shown, f"{pause} ms").not_to_have_attribute("data-at", re.compile(","))
        visit.settle(page)
        assert shown.get_attribute("data-at") is None, pause
        choose_edition(page, "2")
        expect(page.locator(".st-key-summary")).not_to_contain_text("Edition 2")
        visit.settle(page)


def test_a_map_that_a_link_opens_has_the_height_for_its_width_at_once(visit: Visitor) -> None:
    page = visit("/words?lang=en", width=700, changed=True)
    page.add_init_script(HEIGHTS)
    page.goto(f"{visit.base}{PATH}")
    shown = the_map(page)
    visit.settle(page)
    (height,) = page.evaluate("heights")
    assert height < 640
    expect(shown).to_have_css("height", f"{height}px")


def test_a_map_is_framed_for_the_width_that_it_has(visit: Visitor) -> None:
    """With the words that have room there, as the still one is, also where a link opens it."""
    zooms = []
    page = visit("/healthz", settled=False)
    for width in (1440, 1000, 700):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{visit.base}/map?lang=en")
        visit.settle(page)
        still = page.locator(".st-key-map-home-still .picture").evaluate("it => it.clientHeight")
        page.goto(f"{visit.base}{PATH}")
        visit.settle(page)
        shown = the_map(page)
        expect(shown).to_have_css("height", f"{still}px")
        page.get_by_role("button", name="Zoom in").click()
        visit.settle(page)
        zooms.append(looks(shown).zoom)
    most, same, narrow = zooms
    assert most == same > narrow


def test_keys_move_a_map_and_everybody_can_read_it(visit: Visitor) -> None:
    page = visit(PATH)
    shown = the_map(page)
    page.locator(".st-key-map-moves input").focus()
    page.keyboard.press("Tab")  # to the question mark of the toggle
    page.keyboard.press("Tab")
    area = page.get_by_role("application", name="Map: arrows move it, + and − zoom")
    expect(area).to_be_focused()
    scrolled = page.evaluate(SCROLLED)
    page.keyboard.press("ArrowLeft")
    first = looks(shown)
    page.keyboard.press("+")
    second = looks(shown, first)
    assert second.zoom == pytest.approx(first.zoom + 1)
    page.keyboard.press("-")
    assert looks(shown, second) == first
    assert page.evaluate(SCROLLED) == scrolled
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    visit.settle(page)
    assert violations(page, rules=["color-contrast"]) == []


@pytest.mark.parametrize("width", [1440, 390])
def test_the_wheel_or_a_finger_moves_the_page_and_not_the_map(visit: Visitor, width: int) -> None:
    page = visit(PATH, width=width, options=PHONE if width < 640 else None)
    assert jumps(page) == []
    shown = the_map(page)
    x, y = middle(shown)
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop = 100")
    if width > 640:
        page.mouse.move(x, y)
        page.mouse.wheel(0, 150)
    else:
        swipe(page, shown, 0, -150)
    visit.settle(page)
    assert page.evaluate(SCROLLED) > 150
    assert shown.get_attribute("data-at") is None
    if width < 640:  # aside, it moves the map
        swipe(page, shown, -120, 0)
        assert looks(shown).longitude > 12.5, "it was framed around 11.9"


def swipe(page: Page, shown: Locator, right: float, down: float) -> None:
    """Draw a finger over the middle of the map, in ten steps."""
    x, y = middle(shown)
    session = page.context.new_cdp_session(page)
    for step in range(11):
        finger = {"x": x + right * step / 10, "y": y + down * step / 10}
        kind = "touchMove" if step else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [finger]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_what_is_pointed_at_says_texts_and_no_markup(
    visit: Visitor, fresh_server: Callable[..., str], tmp_path: Path
) -> None:
    page = visit(f"{PATH}&at=52.52,13.4,6", base=fresh_server(tables=hostile(tmp_path)))
    shown = the_map(page)
    point_at(page, shown, looks(shown), *BERLIN)
    tip = shown.locator(".map-tip")
    expect(tip.locator("strong")).to_have_text(f"{HOSTILE}Berlin")
    assert tip.locator("> *").count() == 2
    assert tip.locator("strong > *, div > *").count() == 0
    page.locator(".deck-events-root").focus()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_names_are_written_as_their_script_is(
    visit: Visitor, fresh_server: Callable[..., str], root: Path
) -> None:
    """Letter by letter Arabic would stand apart and run the wrong way."""
    page = visit(
        f"{PATH}&country=EG&at=27.5,31.2,5.5", base=fresh_server(tables=root / "data" / "example")
    )
    shown = the_map(page)
    name = shown.locator(".map-labels span", has_text="الأقصر")
    for view in (View(31.2, 27.5, 5.5), View(31.2, 27.5, 6.5)):
        x, y = middle(shown)
        box = name.bounding_box()
        assert box is not None
        right, down = view.pixel(32.64, 25.70)  # as the table of sites has it
        assert 5 < box["x"] - (x + right) < 30
        assert abs(box["y"] + box["height"] / 2 - (y + down)) < 6
        if view.zoom < 6:
            page.get_by_role("button", name="Zoom in").click()
            looks(shown, view)
            visit.settle(page)


def test_a_line_to_a_name_stays_as_long_when_the_map_is_zoomed(visit: Visitor) -> None:
    """Names keep away from their points by pixels: a line of degrees would run past them."""
    page = visit(PATH)
    shown = the_map(page)
    lines = shown.locator(".map-labels i")
    expect(lines.first).to_be_attached()
    before = [where(line) for line in lines.all()]
    page.get_by_role("button", name="Zoom in").click()
    expect(shown).to_have_attribute("data-at", re.compile("."))
    visit.settle(page)
    after = [where(line) for line in lines.all()]
    assert [length for length, *_begin in after] == [length for length, *_begin in before]
    assert [begin for _length, *begin in after] != [begin for _length, *begin in before]


def where(line: Locator) -> tuple[float, float, float]:
    """How long a line is, and where it begins; pixels."""
    read = (
        "line => [line.offsetWidth, ...line.style.transform.match(/-?[0-9.]+(?=px)/g).map(Number)]"
    )
    length, right, down = line.evaluate(read)
    return length, right, down


@pytest.mark.parametrize("is_there", [False, True])
def test_without_webgl_the_map_stands_still_and_says_why(visit: Visitor, is_there: bool) -> None:
    page = visit("/healthz", settled=False, changed=True)
    if not is_there:
        page.add_init_script(NO_WEBGL)
    page.goto(f"{visit.base}{PATH}")
    if is_there:
        the_map(page).locator("canvas").evaluate(LOSE)
    expect(page.get_by_test_id("stAlert")).to_contain_text("A map that moves needs WebGL")
    expect(page.locator(".st-key-map-home-still .picture svg").last).to_be_visible()
    expect(page.locator(MOVING)).to_have_count(0)
    visit.settle(page)
    if is_there:  # whoever asks for it again gets it again
        for _once in range(2):
            page.locator(".st-key-map-moves label").click()
            visit.settle(page)
        expect(page.locator(MOVING).locator("canvas")).to_be_visible()


def test_a_printer_gets_a_picture_of_the_map(visit: Visitor) -> None:
    visit.has_land = True
    page = visit(PATH)
    the_map(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    picture = page.locator(".map-printed")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate(COLOURS) > 20
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(picture).to_have_count(0)


def test_of_outlines_only_what_is_seen_is_drawn(visit: Visitor) -> None:
    """Without a graphics card each part of a line costs 36 µs a frame: 40,065 took a second."""
    visit.has_land = True
    page = visit("/healthz", settled=False, changed=True)
    page.add_init_script(DRAWN)
    counts = {}
    for at in ("", "&at=40,-100,4", "&at=20,14,1", "&at=52.5,13.4,6"):
        with page.expect_response("**/geo/*.geojson"):
            page.goto(f"{visit.base}{PATH}{at}")
        the_map(page)
        visit.settle(page)
        page.wait_for_function("drawn > 200")
        counts[at] = page.evaluate("drawn")
    home, elsewhere, whole, near = counts.values()
    assert near < 3_000 < home < 9_000, counts
    assert 500 < elsewhere < 9_000, "there is land beyond what was framed"
    assert whole < 20_000, "no detail is drawn that is smaller than half a pixel"
    page.get_by_role("button", name="Zoom out").click()
    page.wait_for_function("near => drawn > near", arg=near)


def test_a_map_fills_the_screen_when_asked_to(visit: Visitor) -> None:
    page = visit(PATH)
    shown = the_map(page)
    page.get_by_role("button", name="Zoom in").click()
    before = looks(shown)
    box = shown.bounding_box()
    assert box is not None
    page.get_by_role("button", name="Full screen").click()
    expect(shown).to_have_css("height", f"{page.evaluate('innerHeight')}px")
    assert page.evaluate("document.fullscreenElement.className") == "moving-map"
    whole = looks(shown, before)
    wide, tall = page.evaluate("[innerWidth, innerHeight]")
    nearer = log2(min(wide / box["width"], tall / box["height"]))
    assert nearer > 0.2
    assert whole.zoom == pytest.approx(before.zoom + nearer, abs=0.02)
    page.keyboard.press("Escape")
    expect(shown).to_have_css("height", "640px")
    assert looks(shown, whole) == before
    page.get_by_role("button", name="Full screen").click()
    expect(shown).not_to_have_css("height", "640px")
    page.get_by_role("button", name="Full screen").click()
    expect(shown).to_have_css("height", "640px")
