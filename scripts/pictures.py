"""Takes a picture of every page in every language, light as well as dark, wide as well as narrow.

usage: python -m scripts.pictures [FOLDER]
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser

from lib.model.languages import LANGUAGES
from scripts.serving import running
from scripts.visitor import Visit, Way, browsing, visit

WIDTHS: Final = (1440, 390)
TALLEST: Final = 9000
PAGE_HEIGHT: Final = "document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"


def pages(browser: Browser, base: str) -> list[str]:
    """The paths that the navigation leads to, the first page first."""
    start = visit(browser, base)
    start.page.locator(".st-key-navigation a").first.wait_for()
    links = start.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    start.page.context.close()
    parts = [urlsplit(link) for link in links]
    inside = [part.path for part in parts if part.netloc == urlsplit(base).netloc]
    return list(dict.fromkeys(["/", *(path for path in inside if "." not in path)]))


def grow(seen: Visit, tallest: int) -> None:
    """Make the window as tall as its page, at most ``tallest`` pixels, and wait for what comes."""
    page = seen.page
    size = page.viewport_size or {"width": WIDTHS[0], "height": 900}
    tall = min(max(int(page.evaluate(PAGE_HEIGHT)) + 60, size["height"]), tallest)
    page.set_viewport_size({"width": size["width"], "height": tall})
    seen.settle()


def take(seen: Visit, target: Path) -> None:
    """Save the whole page, not only what fits the window."""
    grow(seen, TALLEST)
    seen.settle(quiet=1.5)
    seen.page.screenshot(path=target)


def main() -> None:
    """Save the pictures; exits with the faults that the visits met."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "pictures")
    target.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    with running() as base, browsing() as browser:
        for path, width, dark, lang in product(
            pages(browser, base), WIDTHS, (False, True), LANGUAGES
        ):
            seen = visit(browser, base, urljoin(path, f"?lang={lang}"), Way(width, dark=dark))
            name = path.strip("/").replace("/", "_") or "home"
            picture = target / f"{name}_{width}_{'dark' if dark else 'light'}_{lang}.png"
            take(seen, picture)
            faults += [f"{picture.name}: {fault}" for fault in seen.faults()]
            seen.page.context.close()
            print(picture, flush=True)
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
