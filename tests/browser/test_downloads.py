"""Files that a visitor takes along."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Download, Locator, Page, Route, expect

from tests.browser.conftest import Visitor
from tests.browser.looking import choose_edition
from tests.pages.tables import TABLES


def taken(page: Page, name: str, place: Locator | None = None) -> Download:
    """What a click on a button downloads; ``place`` is the part of the page that holds it."""
    button = (place or page).get_by_role("button", name=name, exact=True)
    with page.expect_download() as started:
        button.click()
    return started.value


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def test_tables_are_downloaded_as_they_stand(visit: Visitor) -> None:
    page = visit("/sources?edition=2")
    table = taken(page, "partners")
    assert table.suggested_filename.startswith("partners-")
    assert table.suggested_filename.endswith(".csv")
    assert content(table) == (TABLES / "partners.csv").read_bytes()
    package = taken(page, "All tables (zip)")
    assert package.suggested_filename.endswith(".zip")
    with zipfile.ZipFile(io.BytesIO(content(package))) as archive:
        assert archive.testzip() is None
        for path in TABLES.glob("*.csv"):
            assert archive.read(path.name) == path.read_bytes()


def test_a_figure_is_downloaded_under_an_address_of_its_own(visit: Visitor) -> None:
    found = []
    for edition in ("2", "2"):
        page = visit(f"/targets?edition={edition}")
        found.append(taken(page, "CSV", page.locator(".st-key-block-targets-places")))
        assert found[-1].suggested_filename.startswith("targets-places-")
    texts = [content(download).decode("utf-8-sig") for download in found]
    assert texts[0] == texts[1]
    rows = list(csv.DictReader(io.StringIO(texts[0], newline="")))
    assert [row["project_id"] for row in rows] == [
        "rastimo-zajedno",
        "bbbs-fame",
        "tailwind",
        "unicef-vietnam",
    ]
    assert [row["high"] for row in rows] == ["21.0", "", "", "15.0"]
    assert found[0].url != found[1].url


def test_a_file_is_there_for_who_comes_late_while_others_are_about(visit: Visitor) -> None:
    """Runs of any visitor's pages end between the making of a file and the fetching of it."""
    other = visit("/projects")
    page = visit("/targets?edition=2", changed=True)
    asked: list[Route] = []
    page.route("**/media/*", lambda route: asked.append(route))
    with page.expect_download() as started:
        page.locator(".st-key-block-targets-places").get_by_role("button", name="CSV").click()
        while not asked:
            page.wait_for_timeout(50)
        for edition in ("1", "2", "3"):
            choose_edition(other, edition)
            visit.settle(other)
        asked[0].continue_()
    assert started.value.suggested_filename.startswith("targets-places-")
    assert content(started.value).decode("utf-8-sig").startswith("project_id,")


def test_the_board_pack_of_two_visitors_are_two_files(visit: Visitor) -> None:
    found = []
    for edition in ("1", "2"):
        page = visit(f"/targets?edition={edition}")
        page.get_by_role("button", name="Board pack").click()
        told = page.locator(".st-key-pack-xlsx").get_by_role("status")
        expect(told).to_have_text("")
        found.append(taken(page, "Excel"))
        assert found[-1].suggested_filename.startswith(f"scale-up-impact-edition-{edition}-en-")
        bar = page.get_by_role("progressbar")
        expect(bar).to_have_attribute("aria-valuenow", "100")
        expect(page.get_by_test_id("stProgress")).to_have_text(
            "The file is made; the browser has it."
        )
        expect(told).to_have_text("The file is made; the browser has it.")
    texts = [cover(content(download)) for download in found]
    assert any("Edition 1" in text for text in texts[0])
    assert any("Edition 2" in text for text in texts[1])
    assert found[0].url != found[1].url


def cover(workbook: bytes) -> list[str]:
    rows = load_workbook(io.BytesIO(workbook)).worksheets[0].iter_rows(values_only=True)
    return [str(cell) for row in rows for cell in row if cell is not None]
