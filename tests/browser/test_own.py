"""Own tables, in a browser: dropped, told what is wrong with them, shown to nobody else."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import FilePayload, expect

from tests.browser.conftest import Visitor
from tests.browser.looking import sideways
from tests.fixture import other

TITLE = "Scale Up Impact"


def payloads(files: dict[str, bytes]) -> list[FilePayload]:
    """Files as a browser takes them."""
    return [
        FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
        for name, content in files.items()
    ]


def broken() -> dict[str, bytes]:
    """The other portfolio with a number that is none, and without one table."""
    files = other.files()
    content = files["funding.csv"]
    assert content.count(b",1000,EUR") == 1
    files["funding.csv"] = content.replace(b",1000,EUR", b",many,EUR")
    del files["parts.csv"]
    return files


def test_tables_are_dropped_mended_and_shown_to_one_visitor(visit: Visitor) -> None:
    page = visit("/own?lang=en")
    somebody = visit("/own?lang=en")
    page.locator("input[type=file]").set_input_files(payloads(broken()))
    told = page.get_by_role("heading", name="The tables cannot be used: 2 faults")
    expect(told).to_be_visible()
    rows = page.get_by_role("row")
    expect(rows.filter(has_text="funding.csv").filter(has_text="many")).to_contain_text("value")
    expect(rows.filter(has_text="parts.csv")).to_contain_text("This table is missing")
    visit.settle(page)
    assert sideways(page) == []
    page.reload()  # files are gone with the page, as it says
    visit.settle(page)
    expect(told).not_to_be_visible()
    page.locator("input[type=file]").set_input_files(payloads(other.files()))
    page.get_by_role("button", name="Open the dashboard over these tables").click()
    banner = page.get_by_text("Your own tables, seen by you alone")
    expect(banner).to_be_visible()
    # The reader lands where a portfolio begins.
    expect(page.locator("h1").first).to_contain_text("4 projects,")
    assert urlsplit(page.url).path == "/overview"
    page.get_by_role("link", name="Projects", exact=True).first.click()
    expect(page.locator("h1").first).to_have_text("4 projects")
    expect(page.get_by_text(other.TITLE).first).to_be_visible()
    expect(page.locator(f"img[src='{other.ADDRESS}']").first).to_be_visible()
    # Whoever was there meanwhile sees and gets nothing of it.
    somebody.get_by_role("link", name="Projects", exact=True).first.click()
    expect(somebody.locator("h1").first).to_have_text("11 projects")
    expect(somebody.get_by_text(TITLE).first).to_be_visible()
    assert other.TITLE not in somebody.content()
    assert "Your own tables" not in somebody.content()


def test_a_file_of_another_kind_is_refused_in_the_language_of_the_page(visit: Visitor) -> None:
    page = visit("/own?lang=de")
    page.locator("input[type=file]").set_input_files(payloads({"tables.exe": b"MZ"}))
    expect(page.get_by_test_id("stFileChipIconError")).to_be_visible()
    place = page.get_by_test_id("stFileUploader")
    said = place.evaluate("place => getComputedStyle(place, '::after').content")
    assert said.startswith('"Rot Markiertes wurde nicht angenommen. Möglich sind XLSX, ZIP')
    page.get_by_test_id("stFileChip").hover()
    assert "not allowed" not in page.get_by_test_id("stApp").inner_text()


def test_nobody_uploads_in_the_name_of_another_one(server: str, visit: Visitor) -> None:
    page = visit("/own")
    address = f"{server}/_stcore/upload_file/another-session/1"
    file = {"name": "projects.csv", "mimeType": "text/csv", "buffer": b"project_id\n"}
    (token,) = (one["value"] for one in page.context.cookies() if one["name"] == "_streamlit_xsrf")

    def told(headers: dict[str, str]) -> int:
        return page.request.put(address, headers=headers, multipart={"file": file}).status

    assert told({}) == 403
    assert told({"X-Xsrftoken": "made-up"}) == 403
    assert told({"X-Xsrftoken": token}) == 400  # there is no such session
