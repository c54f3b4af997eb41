"""A browser while the database is frozen, gone and back."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.fixture.copies import REAL
from tests.fixture.postgres import PASSWORD, Server, fill

IN_TIME = 5  # seconds until a visitor has a page
CALM = 2  # seconds in which a machine with nothing else to do opens a page
FRESH = 30  # seconds until what has changed is seen


@pytest.fixture
def address(postgres: Server) -> Iterator[str]:
    """The record, in a schema of its own; afterwards the server runs again."""
    yield fill(postgres, "browsed", REAL)
    postgres.send(signal.SIGCONT)
    postgres.start()


def shown(visit: Visitor, base: str) -> tuple[Page, float]:
    """The overview as a new visitor sees it, with the seconds until its figures were there."""
    began = time.monotonic()
    page = visit("/", base=base, settled=False)
    expect(page.get_by_test_id("stMetric").first).to_be_visible()
    return page, time.monotonic() - began


def until(
    visit: Visitor, page: Page, address: str, holds: Callable[[Page], bool], seconds: float = FRESH
) -> float:
    """Open an address again and again until something holds; how long it took."""
    began = time.monotonic()
    while True:
        page.goto(address)
        visit.settle(page)
        taken = time.monotonic() - began
        if holds(page):
            return taken
        assert taken < seconds


def test_frozen_gone_and_back(
    postgres: Server,
    address: str,
    visit: Visitor,
    fresh_server: Callable[..., str],
    tmp_path: Path,
) -> None:
    log = tmp_path / "log"
    base = fresh_server(tables=address, log=log)
    page, before = shown(visit, base)
    visit.settle(page)
    warning = "[data-testid=stAlert]"
    assert page.locator(warning).count() == 0
    seen = [page.content()]
    for name, away, back in (
        ("frozen", lambda: postgres.send(signal.SIGSTOP), lambda: postgres.send(signal.SIGCONT)),
        ("killed", postgres.kill, postgres.start),
    ):
        away()
        page, taken = shown(visit, base)
        # A machine that is busy with other tests is slow with a database, too.
        assert taken < IN_TIME * max(1, before / CALM)
        banner = until(visit, page, base, lambda page: page.locator(warning).count() == 1)
        expect(page.locator(warning)).to_contain_text("has not been readable since")
        seen.append(page.content())
        back()
        with postgres.owner() as owner:
            owner.execute(f"UPDATE browsed.projects SET name = 'Back after {name}'")

        def is_fresh(page: Page, said: str = f"Back after {name}") -> bool:
            # What is read first may still be the old: the change came after the server.
            is_calm = page.locator(warning).count() == 0
            return is_calm and page.get_by_text(said).count() > 0

        fresh = until(visit, page, f"{base}/projects", is_fresh)
        seen.append(page.content())
        print(f"{name}: page {taken:.1f} s, banner {banner:.1f} s, fresh {fresh:.1f} s")
    assert PASSWORD not in "".join([*seen, log.read_text()])
