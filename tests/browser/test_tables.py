"""Other tables than the checkout's: faulty ones, hostile ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Dialog, Page, expect

from scripts.serving import status_of
from tests.browser.conftest import Visitor
from tests.browser.looking import PAGES, headline, numbers
from tests.pages.tables import HOSTILE, TABLES, faulty, hostile, rows

# Of our own pictures, whose text alternative may say such a name.
MARKED = """tags => tags.filter(tag => !(tag.src ?? '').startsWith('data:image/svg+xml;'))
    .map(tag => tag.outerHTML).filter(html => /bold|onerror|outside/.test(html))"""
STATEMENTS = ("context", "funding", "milestones", "results", "targets")


def test_faulty_tables_show_their_faults_until_they_are_mended(
    visit: Visitor, fresh_server: Callable[..., str], tmp_path: Path
) -> None:
    tables = faulty(tmp_path)
    base = fresh_server(tables=tables, until="/healthz")
    page = visit("/funding?edition=2", base=base)
    assert headline(page) == "The tables cannot be used: 3 faults"
    expect(page.get_by_role("table")).to_be_visible()
    shown = page.get_by_test_id("stApp").inner_text()
    assert "Traceback" not in shown
    assert numbers(page) == []
    assert page.locator(".js-plotly-plot").count() == 0
    page.set_viewport_size({"width": 390, "height": 844})  # a window, by its name no telephone
    ends = page.locator("tbody td").evaluate_all(
        "cells => cells.map(cell => cell.getBoundingClientRect().right)"
    )
    assert len(ends) == 15
    assert max(ends) <= 390
    assert (status_of(f"{base}/readyz"), status_of(f"{base}/healthz")) == (503, 200)
    italian = visit("/overview", base=base, lang="it-IT")
    assert headline(italian) != headline(page)
    expect(italian.locator("html")).to_have_attribute("lang", "it")
    assert "3" in headline(italian)
    for name in ("funding", "sites"):
        (tables / f"{name}.csv").write_bytes((TABLES / f"{name}.csv").read_bytes())
    assert status_of(f"{base}/readyz") == 200
    page.reload()
    visit.settle(page)
    assert headline(page) == headline(visit("/funding?edition=2"))


def test_hostile_text_is_shown_as_it_stands(
    visit: Visitor, fresh_server: Callable[..., str], tmp_path: Path
) -> None:
    base = fresh_server(tables=hostile(tmp_path))
    page = visit("/healthz", base=base, settled=False, changed=True)
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    for name in (*PAGES, "projects?project=csb"):
        page.goto(f"{base}/{name}")
        visit.settle(page)
        main = page.get_by_test_id("stMain")
        said = main.inner_text().replace("\u2060", "") + " ".join(
            main.locator("text").evaluate_all("texts => texts.map(text => text.textContent)")
        )
        assert HOSTILE.split(" ![")[0] in said, name
        assert page.locator("b, img, script, iframe").evaluate_all(MARKED) == []
        assert page.locator("a[href*='//outside']").count() == 0
        assert visit.seen(page).faults() == []
        if name == "targets":
            assert "<img src=x onerror=alert(1)>" in tooltip(page)
            assert page.locator("image, img").evaluate_all(MARKED) == []
    assert dialogs == []


def tooltip(page: Page) -> str:
    """What appears when the mouse stands on a bar."""
    chart = page.locator(".st-key-chart-targets-places")
    chart.scroll_into_view_if_needed()
    box = chart.locator(".barlayer .point path").first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 3, box["y"] + box["height"] / 2)
    tip = chart.locator(".hoverlayer .hovertext").first
    expect(tip).to_be_visible()
    return tip.text_content() or ""


def test_a_table_is_made_when_it_is_opened(visit: Visitor) -> None:
    page = visit("/targets?edition=2")
    block = page.locator(".st-key-block-targets-places")
    assert block.locator("table").count() == 0
    block.get_by_role("button", name="Table", exact=True).click()
    panel = page.get_by_test_id("stPopoverBody")
    expect(panel.get_by_role("row").nth(4)).to_contain_text("UNICEF Vietnam")
    expect(panel.get_by_role("row").nth(4)).to_contain_text("15")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    block.get_by_role("button", name="Sources", exact=True).click()
    panel = page.get_by_test_id("stPopoverBody")
    expect(panel.get_by_role("row").nth(1)).to_be_visible()
    expect(panel.get_by_role("heading")).to_have_text("Statements behind this figure")
    expect(panel.get_by_role("columnheader").nth(1)).to_have_text("Project")
    place = panel.bounding_box()
    assert place and place["width"] == 960
    assert 0 <= place["x"] <= 1440 - 960


def test_another_page_of_a_table_brings_its_rows_and_nothing_else(visit: Visitor) -> None:
    page = visit("/sources")
    seen = page.locator("[class*=st-key-panel-statements]")
    total = sum(len(rows(table)) for table in STATEMENTS)
    first = seen.get_by_role("row").nth(1).inner_text()
    others = page.locator(".st-key-panel-documents tr")
    others.evaluate_all("rows => rows.forEach(row => { row.kept = true })")
    seen.get_by_role("button", name="Page 2").click()
    expect(seen).to_contain_text(f"Rows 26–\u206050 of {total}")
    visit.settle(page)
    assert seen.get_by_role("row").count() == 26
    assert seen.get_by_role("row").nth(1).inner_text() != first
    assert others.evaluate_all("rows => rows.every(row => row.kept)")
    cells = page.locator(".st-key-panel-documents tr").nth(1).locator("td")
    for place, side in ((0, "left"), (-1, "right")):  # names, numbers
        expect(cells.nth(place)).to_have_css("text-align", side)


def test_a_narrow_window_has_room_for_what_a_statement_says(visit: Visitor) -> None:
    page = visit("/sources?lang=de", width=390, height=844)
    row = page.locator("[class*=st-key-panel-statements] tr").nth(1)
    number, said = (row.locator("td").nth(place).bounding_box() for place in (0, 3))
    assert number and said
    assert number["width"] < 100
    assert said["width"] >= 288
    assert said["height"] < 150  # some lines, where it were twelve


def test_pages_of_a_table_in_a_panel_leave_the_panel_open(visit: Visitor) -> None:
    page = visit("/map")
    foot = page.locator("[class*=st-key-block-places]")
    foot.get_by_role("button", name="Table", exact=True).click()
    panel = page.get_by_test_id("stPopoverBody")
    panel.get_by_role("button", name="Next page").click()
    expect(panel).to_contain_text(f"Rows 26–\u206050 of {len(rows('sites'))}")
    expect(panel.get_by_role("row")).to_have_count(26)


def test_a_panel_at_the_foot_of_a_page_has_room_below_its_button(visit: Visitor) -> None:
    page = visit("/overview")
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, main.scrollHeight)")
    page.locator("[class*=st-key-block-]").last.get_by_role(
        "button", name="Table", exact=True
    ).click()
    panel = page.get_by_test_id("stPopoverBody")
    expect(panel.get_by_role("table")).to_be_visible()
    page.wait_for_function("panel => panel.clientHeight > 400", arg=panel.element_handle())
    main = page.get_by_test_id("stMain")
    expect(main).to_have_attribute("data-panel", "")
    page.keyboard.press("Escape")
    expect(main).not_to_have_attribute("data-panel", "")
