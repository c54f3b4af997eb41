"""A running dashboard, a browser, a visitor who notes what goes wrong."""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from scripts.serving import free_port, running, serving, status_of
from scripts.visitor import Visit, Way, browsing, newcomer, open_as

# Software draws the maps: a busy machine takes its time, which is no fault.
PATIENCE = 60_000  # milliseconds
FORGET = "() => { localStorage.clear(); sessionStorage.clear() }"
expect.set_options(timeout=PATIENCE / 2)
LAND = "*/geo/*.geojson"
NO_LAND = b64encode(b'{"type": "FeatureCollection", "features": []}').decode()


def leave_land_out(page: Page) -> CDPSession:
    """Answer a map that moves that no other country has any land, until the session is detached.

    By the protocol of the browser: with a route of Playwright's it would keep no file at all.
    """
    session = page.context.new_cdp_session(page)

    def answer(asked: dict[str, Any]) -> None:
        answered = {"requestId": asked["requestId"], "responseCode": 200, "body": NO_LAND}
        session.send("Fetch.fulfillRequest", answered)

    session.on("Fetch.requestPaused", answer)
    session.send("Fetch.enable", {"patterns": [{"urlPattern": LAND}]})
    return session


class Rested:
    """Pages that visitors have left, for the next who come in the same language and way.

    They remember nothing of the visitors but the scripts, which a browser prepares for longer than
    the page takes to come. At most a few wait; the one that was left first goes first.
    """

    MOST = 4

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.waiting: list[tuple[str, Visit]] = []

    def taken(self, way: Way) -> Visit:
        """An empty page, of those that wait if one is of the kind."""
        kind = kind_of(way)
        for place, (waiting, seen) in enumerate(self.waiting):
            if waiting == kind:
                del self.waiting[place]
                for noted in (seen.requests, seen.complaints, seen.under_way):
                    noted.clear()
                return seen
        return newcomer(self.browser, way)

    def leave(self, seen: Visit, way: Way, address: str) -> None:
        """Make a page forget its visitor, and wait at an address of the same machine.

        A blank page would be a process of its own, which has to begin anew.
        """
        page = seen.page
        page.unroute_all()
        page.evaluate(FORGET)
        page.context.clear_cookies()
        page.goto(address)
        page.emulate_media(media="null")
        page.mouse.move(0, 0)
        self.waiting.append((kind_of(way), seen))
        if len(self.waiting) > self.MOST:
            _kind, first = self.waiting.pop(0)
            first.page.context.close()


def kind_of(way: Way) -> str:
    """What a page cannot change any more once it is there."""
    return f"{way.lang} {sorted((way.options or {}).items())}"


class Visitor:
    """Opens pages of one server as new visitors; remembers the visits for the teardown.

    ``has_land`` says whether maps that move have the land of other countries than the record's:
    software draws each frame of its 40,000 points for a second and more, while most tests look at
    what is marked and at how it moves.
    """

    def __init__(self, rested: Rested, base: str) -> None:
        self.rested = rested
        self.base = base
        self.visits: dict[Page, Visit] = {}
        self.kept: dict[Page, Way] = {}
        self.has_land = True
        self.landless: dict[Page, CDPSession] = {}

    def __call__(
        self,
        path: str = "/",
        *,
        base: str | None = None,
        changed: bool = False,
        **how: Any,
    ) -> Page:
        """The page at a path; ``changed`` says that nobody can use it afterwards.

        ``how`` are properties of ``scripts.visitor.Way``.
        """
        way = Way(**how)
        if changed:
            seen = newcomer(self.rested.browser, way)
        else:
            seen = self.rested.taken(way)
            self.kept[seen.page] = way
        self.visits[seen.page] = seen
        seen.page.set_default_timeout(PATIENCE)
        if not self.has_land:
            self.landless[seen.page] = leave_land_out(seen.page)
        open_as(seen, urljoin(base or self.base, path), way)
        return seen.page

    def seen(self, page: Page) -> Visit:
        """What was noted on a page so far."""
        return self.visits[page]

    def settle(self, page: Page) -> None:
        """Wait until a page is idle again, after a click for example."""
        self.visits[page].settle()

    def leave(self, is_good: bool) -> None:
        """End every visit; pages that were good may be used again."""
        for page, seen in self.visits.items():
            is_alone = not page.is_closed() and page.context.pages == [page]
            if is_good and is_alone and page in self.kept and page.url.startswith("http:"):
                if page in self.landless:
                    self.landless[page].detach()
                self.rested.leave(seen, self.kept[page], f"{self.base}/healthz")
            else:
                page.context.close()


SHARED = pytest.StashKey[str]()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell each process of a test run (xdist) the address of one dashboard for all of them.

    Each would prepare the same. It starts while the processes do; ``server`` waits for it.
    """
    config = node.config
    if SHARED not in config.stash:
        port = free_port()
        served = ExitStack()
        with_all = serving(warm=None, port=port)  # as visitors find it: what is likely is prepared
        begun = ThreadPoolExecutor(1).submit(served.enter_context, with_all)

        def end() -> None:
            begun.result()  # raises with the log of one that did not come up
            served.close()

        config.add_cleanup(end)
        config.stash[SHARED] = f"http://127.0.0.1:{port}"
    node.workerinput["server"] = config.stash[SHARED]


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of one dashboard for all tests, with the tables of this checkout."""
    shared = getattr(request.config, "workerinput", {}).get("server")
    if shared is None:
        with serving(warm=None) as (base, _pid):
            yield base
        return
    deadline = time.monotonic() + 90
    while status_of(f"{shared}/readyz") != 200:
        assert time.monotonic() < deadline, f"{shared} did not come up"
        time.sleep(0.1)
    yield shared


@pytest.fixture
def fresh_server() -> Iterator[Callable[..., str]]:
    """Starts new dashboards that nobody has visited yet; each call returns an address.

    ``fresh_server(tables=folder)`` serves other tables, or those of a database;
    ``until="/healthz"`` does not wait for them to be good; ``log`` is the file of its log.
    """
    with ExitStack() as servers:

        def start(
            tables: Path | str | None = None,
            until: str = "/readyz",
            status: int = 200,
            log: Path | None = None,
        ) -> str:
            return servers.enter_context(running(tables, until, status, log=log))

        yield start


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    with browsing() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def rested(browser: Browser) -> Rested:
    """The pages that nobody is on."""
    return Rested(browser)


@pytest.fixture
def visit(rested: Rested, server: str, fresh_server: Callable[..., str]) -> Iterator[Visitor]:
    """``visit(path, width=1440, dark=True, …)`` returns the idle page.

    The test fails at its end when a visit met a console error, a policy violation, a request to
    another machine or an exception on the page. Every visit is over before a server goes
    (``fresh_server``): a page notices at once, and would call for it.
    """
    visitor = Visitor(rested, server)
    yield visitor
    faults = [fault for seen in visitor.visits.values() for fault in seen.faults()]
    visitor.leave(is_good=not faults)
    assert not faults, "\n".join(faults)
