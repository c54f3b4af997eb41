"""A running dashboard, a browser, a visitor who notes what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.serving import running
from scripts.visitor import Visit, browsing
from scripts.visitor import visit as new_visit

# Software draws the maps: a busy machine takes its time, which is no fault.
PATIENCE = 60_000  # milliseconds
expect.set_options(timeout=PATIENCE / 2)


class Visitor:
    """Opens pages of one server as new visitors; remembers the visits for the teardown."""

    def __init__(self, browser: Browser, base: Callable[[], str]) -> None:
        self.browser = browser
        self.base = base
        self.visits: dict[Page, Visit] = {}

    def __call__(self, path: str = "/", *, base: str | None = None, **how: Any) -> Page:
        """The page at a path; ``how`` as in scripts.visitor.visit."""
        seen = new_visit(self.browser, base or self.base(), path, **how)
        seen.page.set_default_timeout(PATIENCE)
        self.visits[seen.page] = seen
        return seen.page

    def seen(self, page: Page) -> Visit:
        """What was noted on a page so far."""
        return self.visits[page]

    def settle(self, page: Page) -> None:
        """Wait until a page is idle again, after a click for example."""
        self.visits[page].settle()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of one dashboard for all tests, with the tables of this checkout."""
    with running() as base:
        yield base


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


@pytest.fixture
def visit(
    browser: Browser, fresh_server: Callable[..., str], request: pytest.FixtureRequest
) -> Iterator[Visitor]:
    """``visit(path, width=1440, height=900, dark=False, lang="en-GB")`` returns the idle page.

    ``options`` is what else a browser's context can be told (a phone, for example);
    ``settled=False`` does not wait for the page to be idle.

    The test fails at its end when a visit met a console error, a policy violation, a request to
    another machine or an exception on the page. Every visit is over before a server goes
    (``fresh_server``): a page notices at once, and would call for it.
    """
    visitor = Visitor(browser, lambda: str(request.getfixturevalue("server")))
    yield visitor
    faults = []
    for page, seen in visitor.visits.items():
        faults += seen.faults()
        page.context.close()
    assert not faults, "\n".join(faults)
