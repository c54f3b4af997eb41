"""The script that takes pictures of every page keeps running."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts import pictures
from tests.browser.looking import PAGES

PNG = b"\x89PNG\r\n\x1a\n"


def test_pictures_of_one_page(
    server: str,
    browser: Browser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.argv", ["pictures", str(tmp_path / "taken")])
    monkeypatch.setattr(pictures, "running", lambda: nullcontext(server))
    monkeypatch.setattr(pictures, "browsing", lambda: nullcontext(browser))
    monkeypatch.setattr(pictures, "pages", lambda browser, base: ["/projects"])
    monkeypatch.setattr(pictures, "WIDTHS", (390,))
    monkeypatch.setattr(pictures, "LANGUAGES", ("it",))
    pictures.main()
    taken = sorted((tmp_path / "taken").iterdir())
    assert [picture.name for picture in taken] == [
        f"projects_390_{ground}_it.png" for ground in ("dark", "light")
    ]
    assert all(picture.read_bytes().startswith(PNG) for picture in taken)
    assert len({picture.read_bytes() for picture in taken}) == 2
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_pictures_are_taken_of_every_page(server: str, browser: Browser) -> None:
    found = pictures.pages(browser, server)
    assert {f"/{page}" for page in PAGES[1:]} <= set(found)
    assert {"/", "/overview"} & set(found)


def test_a_page_with_a_fault_is_reported(
    server: str, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take: Callable[..., None] = pictures.take

    def with_fault(seen: pictures.Visit, target: Path) -> None:
        take(seen, target)
        seen.complaints.append("console: a complaint")

    monkeypatch.setattr("sys.argv", ["pictures", str(tmp_path)])
    monkeypatch.setattr(pictures, "running", lambda: nullcontext(server))
    monkeypatch.setattr(pictures, "browsing", lambda: nullcontext(browser))
    monkeypatch.setattr(pictures, "pages", lambda browser, base: ["/projects"])
    monkeypatch.setattr(pictures, "product", lambda *_: [("/projects", 390, False, "en")])
    monkeypatch.setattr(pictures, "take", with_fault)
    with pytest.raises(SystemExit, match="projects_390_light_en.png: console: a complaint"):
        pictures.main()
