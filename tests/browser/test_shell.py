"""The running server: headers, health, deep links, outside requests."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from scripts.visitor import TURNED_OFF
from scripts.visitor import visit as new_visit
from tests.browser.conftest import Visitor

HEADERS = (
    "content-security-policy",
    "cross-origin-opener-policy",
    "permissions-policy",
    "referrer-policy",
    "x-content-type-options",
    "x-frame-options",
)
CARD_ENDS = (
    "columns => columns.map(column => column.querySelector('[data-testid=stVerticalBlock]'))"
    ".map(cards => Math.round(cards.lastElementChild.getBoundingClientRect().bottom))"
)
# Of the last card of each column: how much earlier it ends, how much higher it is than its words.
CARD_ROOM = """columns => columns.map(column => {
    const card = [...column.querySelectorAll(':scope > * > *')].at(-1).firstElementChild
    const { bottom, height } = card.getBoundingClientRect()
    card.style.height = 'fit-content'
    const own = card.getBoundingClientRect().height
    card.style.height = ''
    return [column.getBoundingClientRect().bottom - bottom, height - own]
})"""
MIDDLES = (
    "parts => parts.map(part => part.getBoundingClientRect())"
    ".map(({ top, bottom }) => (top + bottom) / 2)"
)
LOADED_FONTS = (
    "[...document.fonts].filter(font => font.status === 'loaded')"
    ".map(font => [font.family.replaceAll('\"', ''), font.weight])"
)


def fetched(address: str, **headers: str) -> tuple[int, Message, bytes]:
    asked = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(asked, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/anything/at/all", 200),
        ("/favicon.png", 200),
        ("/_stcore/health", 200),
        ("/_stcore/host-config", 200),
        ("/healthz", 200),
        ("/readyz", 200),
        ("/geo/countries-50m.geojson", 200),
        ("/app/static/fonts/IBMPlexSans-Regular.ba711a30.woff2", 200),
        ("/app/static/fonts/none.woff2", 404),
        ("/geo/none.geojson", 404),
        ("/media/none.csv", 404),
        ("//outside.example", 400),
        ("/page/_stcore/health", 404),
    ],
)
def test_every_answer_carries_the_security_headers(server: str, path: str, status: int) -> None:
    found, headers, body = fetched(server + path)
    assert found == status
    assert [name for name in HEADERS if headers.get_all(name) is None] == []
    assert [name for name in HEADERS if len(headers.get_all(name, [])) > 1] == []
    assert b"Traceback" not in body


def test_health_says_that_the_process_lives(server: str) -> None:
    status, headers, body = fetched(server + "/healthz")
    assert (status, body) == (200, b"ok")
    assert headers["content-type"].startswith("text/plain")


def test_readiness_follows_the_tables(
    server: str, fresh_server: Callable[..., str], tmp_path: Path
) -> None:
    assert fetched(server + "/readyz")[::2] == (200, b"ready")
    empty = fresh_server(tables=tmp_path, until="/healthz")
    assert fetched(empty + "/readyz")[::2] == (503, b"not ready")


def test_outlines_are_geojson(server: str) -> None:
    _, headers, body = fetched(server + "/geo/countries-50m.geojson")
    assert headers["content-type"] == "application/geo+json"
    assert "max-age" in headers["cache-control"]
    assert json.loads(body)["type"] == "FeatureCollection"


def test_bundles_travel_compressed(server: str) -> None:
    _, _, shell = fetched(f"{server}/")
    scripts = re.findall(r'"\.(/static/js/[^"]+\.js)"', shell.decode())
    assert scripts
    for address in scripts[:3]:
        _, headers, _ = fetched(server + address, **{"Accept-Encoding": "gzip"})
        assert headers["content-encoding"] == "gzip"
        assert "immutable" in headers["cache-control"]


@pytest.mark.parametrize("path", ["/", "/map", "/funding"])
def test_a_card_that_is_not_as_long_as_those_beside_it_ends_with_its_words(
    visit: Visitor, path: str
) -> None:
    columns = visit(f"{path}?lang=de", width=1024).get_by_test_id("stColumn")
    room = columns.evaluate_all(CARD_ROOM)
    assert len(room) > 1
    assert [(missing, more) for missing, more in room if missing > 1 and more > 1] == []


def test_what_other_sources_say_has_one_colour_in_a_panel_too(visit: Visitor) -> None:
    page = visit("/")
    page.locator(".st-key-ways-places-announced").get_by_role("button", name="Table").click()
    link = page.get_by_test_id("stPopoverBody").get_by_role("link", name="≠").first
    expect(link).to_have_css("color", "rgb(135, 21, 59)")


def test_in_a_panel_of_sources_what_is_said_has_more_room_than_anything_else(
    visit: Visitor,
) -> None:
    page = visit("/?lang=de", width=1024)
    page.locator(".st-key-ways-places-announced").get_by_role("button", name="Quellen").click()
    heads = page.get_by_test_id("stPopoverBody").locator("th")
    expect(heads).to_have_count(7)
    wide = heads.evaluate_all("heads => heads.map(head => head.offsetWidth)")
    assert wide[2] == max(wide) >= 256


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_front_page_wears_our_look(visit: Visitor, dark: bool) -> None:
    page = visit("/", dark=dark)
    ground = page.locator("[data-testid=stApp]").first
    expect(ground).to_have_css(
        "background-color", "rgb(17, 24, 29)" if dark else "rgb(252, 251, 247)"
    )
    title = page.locator("h1").first
    assert title.evaluate("element => getComputedStyle(element).fontSize") == "34px"
    family = title.evaluate("element => getComputedStyle(element).fontFamily")
    assert family.replace('"', "").startswith("Source Serif 4, IBM Plex Sans")
    ends = page.get_by_test_id("stColumn").evaluate_all(CARD_ENDS)
    assert ends[-2] == ends[-1]
    foot = page.locator(".st-key-ways-places-announced").locator("xpath=../..")
    said, *_others, ways = foot.locator("p, button").evaluate_all(MIDDLES)
    assert abs(said - ways) < 2  # what is covered stands in the line of what leads on
    feet = page.locator("[class*=st-key-sure-]").evaluate_all(MIDDLES)
    assert max(feet[:3]) - min(feet[:3]) < 2  # so do the feet of cards side by side
    loaded = page.evaluate(LOADED_FONTS)
    assert ["Source Serif 4", "600"] in loaded
    assert ["IBM Plex Sans", "400"] in loaded
    page.set_viewport_size({"width": 1024, "height": 900})
    tops = [page.locator(f".st-key-{name}").bounding_box() for name in ("aside", "pages")]
    first = page.locator(".st-key-navigation strong").bounding_box()
    assert first and all(tops)
    aside, pages = (top["y"] + top["height"] / 2 for top in tops if top)
    assert abs(aside - first["y"] - first["height"] / 2) < 4  # beside the title, not alone
    assert pages > aside


@pytest.mark.parametrize("path", ["/", "/projects?project=mmi-megamarie-plus"])
def test_how_sure_numbers_are_stands_in_one_line_of_cards(visit: Visitor, path: str) -> None:
    page = visit(path)
    badges = page.locator("[class*=st-key-sure-] .stMarkdownBadge:visible")
    tops = [round(box["y"]) for badge in badges.all() if (box := badge.bounding_box())]
    assert len(tops) > 3
    assert len({*tops}) == (2 if path == "/" else 1)


def test_the_foot_of_a_chart_is_one_line(visit: Visitor) -> None:
    page = visit("/targets")
    places = page.locator(".st-key-block-targets-places")
    said = places.get_by_text("with a target alone").bounding_box()
    link = places.get_by_role("button", name="How to read").locator("p").bounding_box()
    assert said and link
    assert abs(said["y"] + said["height"] / 2 - link["y"] - link["height"] / 2) < 3


def test_the_visitor_notices_what_goes_wrong(browser: Browser, server: str) -> None:
    seen = new_visit(browser, server)
    assert seen.faults() == []
    seen.page.evaluate("console.error('a complaint')")
    seen.page.evaluate("setTimeout(() => { throw new Error('a mishap') })")
    seen.page.evaluate("fetch('http://outside.invalid/beacon').catch(() => 0)")
    seen.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
        " {textContent: 'window.wasRun = true'}))"
    )
    seen.page.wait_for_timeout(500)
    found = "\n".join(seen.faults())
    assert "a complaint" in found
    assert "a mishap" in found
    assert "CSP: script-src-elem stopped inline" in found
    assert "CSP: connect-src stopped http://outside.invalid/beacon" in found
    assert seen.page.evaluate("window.wasRun") is None
    seen.page.context.close()


def test_what_playwright_turns_off_stays_off(browser: Browser) -> None:
    """Of several flags that turn something off a browser heeds the last one."""
    page = browser.new_page()
    page.goto("chrome://version")
    asked = page.locator("#command_line").inner_text()
    page.context.close()
    theirs, *_others, ours = (
        {*names.split(",")} for names in re.findall(r"--disable-features=(\S+)", asked)
    )
    assert theirs <= ours == {*TURNED_OFF}
