"""What changed, in a browser: a package is taken along, and dropped again later."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.looking import sideways


def test_the_exported_package_can_be_dropped(visit: Visitor, tmp_path: Path) -> None:
    page = visit("/sources?edition=1&lang=en")
    page.get_by_role("button", name="Board pack").click()
    with page.expect_download() as caught:
        page.get_by_test_id("stPopoverBody").get_by_role("button", name="Data", exact=True).click()
    path = tmp_path / "earlier.zip"
    caught.value.save_as(path)
    page.keyboard.press("Escape")
    page.get_by_role("link", name="What changed").click()
    expect(page.locator("h1").first).to_have_text("What changed")
    page.locator("input[type=file]").set_input_files(path)
    expect(page.locator("h1").first).to_have_text(
        "Within “Edition 1” nothing has changed since “earlier” (documents up to 2025)"
    )
    visit.settle(page)
    assert sideways(page) == []
    page.get_by_role("button", name="Compare with another version").click()
    expect(page.locator("h1").first).to_have_text("What changed")
