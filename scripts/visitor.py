"""A visitor with a browser, who notes everything that goes wrong on the way."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, WebSocket, sync_playwright

from scripts import browser as chromium

# What a browser does not do. The last such flag counts, so what Playwright turns off is here, too;
# the popups of the bar of addresses, which nobody sees, cost every visitor most of a second.
TURNED_OFF: Final = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect"),
    *("TcpPortRandomizationWin", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"),
    *("PreconnectToSearch", "msForceBrowserSignIn", "msEdgeUpdateLaunchServicesPreferredVersion"),
)
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-unsafe-swiftshader",
    "--font-render-hinting=none",  # a letter is as wide on every machine
    f"--disable-features={','.join(TURNED_OFF)}",
)
# The narrow visitor, as Playwright's ``new_context`` takes it.
PHONE: Final[Mapping[str, Any]] = {
    "user_agent": "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Mobile Safari/537.36",
    "is_mobile": True,
    "has_touch": True,
}
LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
LOOK: Final = 0.05  # seconds between two looks at a page
# When the page last changed, in milliseconds; false while the script runs or a part is on its way.
LAST_CHANGE: Final = (
    "document.querySelector('[data-testid=stApp]')"
    "?.getAttribute('data-test-script-state') === 'notRunning'"
    " && !document.querySelector('[data-testid=stSkeleton]') && lastChange"
)
NOTE_CHANGES: Final = (
    "window.lastChange = 0; new MutationObserver(() => { window.lastChange = performance.now() })"
    ".observe(document, {childList: true, subtree: true})"
)
REPORT_VIOLATIONS: Final = (
    "document.addEventListener('securitypolicyviolation', event =>"
    " console.error('CSP: ' + event.effectiveDirective + ' stopped ' + event.blockedURI))"
)
ICONS: Final = "links => links.map(link => link.href)"


@dataclass(frozen=True)
class Way:
    """How a visitor comes.

    ``width`` and ``height`` are pixels; ``lang`` is the language of the visitor's browser;
    ``options`` is what else Playwright's ``new_context`` takes. An address that is no page of
    Streamlit is never idle: without ``settled`` nobody waits for it.
    """

    width: int = 1440
    height: int = 900
    dark: bool = False
    lang: str = "en-GB"
    options: Mapping[str, Any] | None = None
    settled: bool = True


USUAL: Final = Way()


@dataclass
class Visit:
    """One page in a browser, with what it asked for and what it complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    under_way: set[Request] = field(default_factory=set)

    def faults(self) -> list[str]:
        """Console errors, policy violations, requests that left this machine, exceptions shown."""
        found = list(self.complaints)
        seen = list(self.requests)
        if not self.page.is_closed():
            # A browser without a window fetches no icon, one with a window would.
            seen += self.page.eval_on_selector_all("link[rel~=icon]", ICONS)
            shown = self.page.locator("[data-testid=stException]").all_inner_texts()
            found += [f"exception shown: {text}" for text in shown]
        found += [f"outside request: {address}" for address in seen if is_outside(address)]
        return found

    def settle(self, quiet: float = 0.6, limit: float = 90) -> None:
        """Wait until the page stays as it is for ``quiet`` seconds, at most ``limit`` seconds.

        It does when Streamlit is idle, nothing is being fetched (parts of a page are files of their
        own), nothing stands in for a part, and nothing came to the page or left it.

        Asks again and again from here: a condition that waits inside the page would need eval,
        which the policy forbids. Raises ``TimeoutError``.
        """
        deadline = time.monotonic() + limit
        before: float | bool = False
        calm = 0.0
        while calm < quiet:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{self.page.url} is not idle after {limit} s")
            self.page.wait_for_timeout(1000 * LOOK)
            now: float | bool = self.page.evaluate(LAST_CHANGE)
            is_calm = now is not False and now == before and not self.under_way
            # Counted in looks: while the page computes it answers none, so nothing can change.
            calm = calm + LOOK if is_calm else 0.0
            before = now


def is_outside(address: str) -> bool:
    """Whether an address is fetched from another machine than this one."""
    parts = urlsplit(address)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in LOOPBACK


def is_probe(message: ConsoleMessage) -> bool:
    """Whether a message is about the shell's own search for its server below a page's address.

    On a deep link the shell first asks ``/page/_stcore/…``, is told 404, then asks ``/_stcore/…``.
    """
    path = urlsplit(message.location.get("url", "")).path
    return "404" in message.text and "/_stcore/" in path and not path.startswith("/_stcore/")


@contextmanager
def browsing() -> Iterator[Browser]:
    """A headless Chromium; raises ``FileNotFoundError`` when there is none."""
    path = chromium.find()
    if path is None:
        raise FileNotFoundError(chromium.REMEDY)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def visit(browser: Browser, base: str, path: str = "/", way: Way = USUAL) -> Visit:
    """Open a path as a new visitor; their context is the caller's to close."""
    noted = newcomer(browser, way)
    open_as(noted, urljoin(base, path), way)
    return noted


def newcomer(browser: Browser, way: Way) -> Visit:
    """An empty page of a visitor, on which everything is noted."""
    context = browser.new_context(locale=way.lang, **(way.options or {}))
    context.add_init_script(REPORT_VIOLATIONS)
    context.add_init_script(NOTE_CHANGES)
    page = context.new_page()
    noted = Visit(page)

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not is_probe(message):
            noted.complaints.append(f"console: {message.text} ({message.location.get('url', '')})")

    def on_request(request: Request) -> None:
        noted.requests.append(request.url)
        noted.under_way.add(request)

    def on_end(request: Request) -> None:
        noted.under_way.discard(request)

    def on_socket(socket: WebSocket) -> None:
        noted.requests.append(socket.url)

    context.on("request", on_request)
    context.on("requestfinished", on_end)
    context.on("requestfailed", on_end)
    page.on("websocket", on_socket)
    page.on("console", on_console)
    page.on("pageerror", lambda error: noted.complaints.append(f"page error: {error}"))
    return noted


def open_as(noted: Visit, address: str, way: Way) -> None:
    """Lead a page to an address, in a window of a size on a ground; wait until it is idle."""
    noted.page.set_viewport_size({"width": way.width, "height": way.height})
    noted.page.emulate_media(color_scheme="dark" if way.dark else "light")
    noted.page.goto(address)
    if way.settled:
        noted.settle()
