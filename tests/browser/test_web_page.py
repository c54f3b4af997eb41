"""The web page of the pack, opened from a disk by a browser without a network."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from playwright.sync_api import Page, expect

from lib.charts.theme import DARK, LIGHT, Palette
from lib.exports.contents import pack_of
from lib.exports.exhibits import Chart
from lib.exports.pack import Pack
from lib.exports.pictures import beneath
from lib.exports.web_page import web_page
from lib.model.selection import Selection
from lib.model.store import load
from tests.browser.axe import violations
from tests.browser.conftest import Visitor
from tests.fixture import copies

OPENED = ("file:", "data:", "blob:")
DRAWN = "figure.chart .live .main-svg:first-of-type"
Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def pack() -> Pack:
    """A pack with profiles, whose charts are of every kind."""
    return pack_of(load(copies.REAL), Selection(edition=("1",), language="de"))


@pytest.fixture(scope="module")
def written(pack: Pack) -> bytes:
    return web_page(pack)


@pytest.fixture
def opened(visit: Visitor, written: bytes, tmp_path: Path) -> Opened:
    """``opened(width=390)`` returns the page with its charts drawn."""
    path = tmp_path / "pack.html"

    def open_(content: bytes = b"", **how: object) -> Page:
        path.write_bytes(content or written)
        options = {"offline": True}
        page = visit("", base=path.as_uri(), settled=False, options=options, **how)
        for figure in page.locator("figure.chart").all():
            figure.scroll_into_view_if_needed()
            expect(figure.locator(".live .main-svg").first).to_be_visible()
        asked = visit.seen(page).requests
        assert asked
        assert [one for one in asked if not one.startswith(OPENED)] == []
        return page

    return open_


def drawn_count(pack: Pack) -> int:
    return sum(isinstance(one, Chart) and not one.reading.empty for one in pack.exhibits())


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, True)], ids=["light", "dark"])
def test_every_chart_is_drawn_on_the_ground_there_is(
    opened: Opened, pack: Pack, width: int, dark: bool
) -> None:
    page = opened(width=width, dark=dark)
    assert page.locator(DRAWN).count() == drawn_count(pack)
    assert page.locator("figure.chart .still:visible").count() == 0
    expect_ground(page, DARK if dark else LIGHT)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    wide, narrow = page.locator(".either").first.locator("> svg").all()
    assert (wide.is_visible(), narrow.is_visible()) == (width > 560, width <= 560)
    assert page.evaluate("[...document.fonts].filter(one => one.status === 'error').length") == 0
    # Charts turn with the ground.
    bar = page.locator("figure.chart .live .barlayer .point path").first
    before = bar.evaluate("one => getComputedStyle(one).fill")
    page.emulate_media(color_scheme="light" if dark else "dark")
    expect(bar).not_to_have_css("fill", before)
    expect_ground(page, LIGHT if dark else DARK)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    # Paper has pictures, and no dark ground.
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("figure.chart .live:visible").count() == 0
    assert page.locator("figure.chart .still:visible").count() >= drawn_count(pack)
    expect(page.locator("h1")).to_have_css("color", "rgb(23, 35, 43)")
    expect(page.locator("nav")).to_be_hidden()
    # Tables are unfolded there, but for that of all statements, which is for a workbook.
    printed = page.locator(".exhibit:not(.reference) .folded tbody tr").all()
    assert printed
    assert all(row.is_visible() for row in printed)
    expect(page.locator(".reference")).to_be_hidden()
    for heading in page.locator("h2:visible, h3:visible").all():
        expect(heading).to_have_css("break-inside", "avoid")


def expect_ground(page: Page, palette: Palette) -> None:
    """The page and its charts are on the ground of a palette."""
    red, green, blue = (int(palette.ground[at : at + 2], 16) for at in (1, 3, 5))
    for name in ("body", DRAWN):
        ground = expect(page.locator(name).first)
        ground.to_have_css("background-color", f"rgb({red}, {green}, {blue})")


def test_clicks_and_keys_lead_where_they_say(opened: Opened) -> None:
    page = opened()
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    for folded in page.locator("summary").all():
        folded.focus()
        page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == page.locator("details").count()
    page.locator("nav a").last.click()
    expect(page.locator("main > section").last.locator("h2")).to_be_in_viewport()
    number = page.locator(".cards .cite a").first
    number.click()
    row = page.locator("tr:target")
    expect(row).to_be_in_viewport()
    assert row.get_attribute("id") == f"source-{number.inner_text()}"
    row.locator(".back").first.click()
    expect(page.locator(":target")).to_have_attribute("class", "exhibit")
    mark = page.locator("figure.chart .live .barlayer .point path").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".hoverlayer .hovertext").first).to_be_visible()
    page.mouse.down()
    page.mouse.up()


def test_every_chart_is_named_and_each_sign_of_doubt_leads_on(
    opened: Opened, visit: Visitor, pack: Pack
) -> None:
    page = opened()
    named = page.locator(".live .chart-plot[role=group], .live .main-svg[role=img]")
    expect(named).to_have_count(drawn_count(pack))
    said = named.evaluate_all("all => all.map(one => one.ariaLabel)")
    charts = [one for one in pack.exhibits() if isinstance(one, Chart) and not one.reading.empty]
    assert sorted(said) == sorted(one.reading.alternative for one in charts)
    sign = page.locator("[id='exhibit-targets.places'] .live .annotation a").first
    sign.click()
    expect(page.locator("#section-disagreements h2")).to_be_in_viewport()
    assert page.url.endswith("#section-disagreements")
    assert visit.seen(page).complaints == []


def test_no_line_ends_within_the_number_of_a_card(opened: Opened) -> None:
    """The example converts money: its numbers are written in full."""
    example = pack_of(load(copies.REAL / "example"), Selection())
    page = opened(web_page(example), width=1200)
    values = page.locator(".value")
    assert values.filter(has_text="8,582,000").count() == 1
    lines = values.evaluate_all(
        """found => found.map((one) => {
            const range = document.createRange();
            range.selectNodeContents(one);
            return range.getClientRects().length;
        })"""
    )
    assert set(lines) == {1}


def test_axe_finds_nothing_with_every_table_open(visit: Visitor, tmp_path: Path) -> None:
    one = pack_of(load(copies.REAL), Selection(project=("singa",), language="de"))
    path = tmp_path / "pack.html"
    path.write_bytes(web_page(one))
    page = visit("", base=path.as_uri(), settled=False, options={"offline": True})
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert violations(page) == []


def test_tables_are_put_in_order_and_charts_taken_along(opened: Opened) -> None:
    page = opened()
    exhibit = page.locator("[id='exhibit-targets.places']")
    exhibit.locator("summary").last.click()
    heading = exhibit.locator("th").nth(2)
    lows = "cells => cells.map(cell => cell.cells[2].dataset.key)"
    before = exhibit.locator("tbody tr:not(.below)").evaluate_all(lows)
    for order, is_down in (("ascending", False), ("descending", True)):
        heading.get_by_role("button").press("Enter")
        expect(heading).to_have_attribute("aria-sort", order)
        found = exhibit.locator("tbody tr:not(.below)").evaluate_all(lows)
        stated = sorted(filter(None, before), key=float, reverse=is_down)
        assert found == stated + [""] * (len(before) - len(stated))
        assert len(set(stated)) > 1


def test_a_picture_taken_along_says_what_it_is_of_and_what_it_rests_on(
    opened: Opened, pack: Pack
) -> None:
    page = opened(width=390)
    taken = {}
    for kind in ("png", "svg"):
        with page.expect_download() as started:
            page.locator(f".take [data-kind={kind}]").first.click()
        assert started.value.suggested_filename == f"places-announced.{kind}"
        taken[kind] = Path(started.value.path()).read_bytes()
    (one,) = [one for one in pack.exhibits() if one.name == "places.announced"]
    assert isinstance(one, Chart)
    drawn = etree.fromstring(taken["svg"])
    said = " ".join("".join(own.itertext()) for own in drawn.iter("{*}text"))
    own = [pack.title, one.title, one.reading.subtitle, one.reading.coverage, *beneath(pack, one)]
    for text in [*own, *one.frame["project"]]:
        assert " ".join(text.split()) in " ".join(said.split()), text
    assert b"var(--" not in taken["svg"]
    assert taken["svg"].count(b"@font-face")
    wide, high = int(drawn.get("width")), int(drawn.get("height"))
    for text in drawn.findall("{*}text"):
        assert 0 < float(text.get("y")) < high
    with Image.open(io.BytesIO(taken["png"])) as picture:
        assert picture.size == (2 * wide, 2 * high)
        assert len(picture.convert("RGB").getcolors(1_000_000) or ()) > 50


def test_it_can_be_read_without_scripts(
    visit: Visitor, pack: Pack, written: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "pack.html"
    path.write_bytes(written)
    options = {"offline": True, "java_script_enabled": False}
    page = visit("", base=path.as_uri(), settled=False, options=options)
    assert page.locator("figure.chart .still:visible").count() >= drawn_count(pack)


def test_it_is_taken_along_from_any_page(visit: Visitor) -> None:
    page = visit("/targets?edition=2")
    page.get_by_role("button", name="Board pack").click()
    with page.expect_download() as started:
        page.locator(".st-key-pack-html").get_by_role("button", name="Web page").click()
    name = started.value.suggested_filename
    assert name.startswith("scale-up-impact-edition-2-en-")
    assert name.endswith(".html")
    written = Path(started.value.path()).read_bytes()
    assert written.startswith(b"<!DOCTYPE html>")
    assert b"Edition 2" in written


def test_the_name_of_a_project_is_text(opened: Opened, tmp_path: Path) -> None:
    folder = copies.copied(tmp_path)
    name = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    projects = folder / "projects.csv"
    head, first, *others = projects.read_text("utf-8").splitlines()
    cells = first.split(",")
    cells[head.split(",").index("name")] = name
    projects.write_text("\n".join([head, ",".join(cells), *others]) + "\n", "utf-8")
    page = opened(web_page(pack_of(load(folder), Selection())))
    said: list[str] = page.locator(".live text").all_text_contents()
    assert name in " ".join(said)  # in lines, one after the other
    assert page.locator("main img, main script:not([type])").count() == 0
