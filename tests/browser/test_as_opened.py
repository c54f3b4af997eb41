"""Every page as it is opened, wide as well as narrow, light as well as dark, in one visit each.

It is whole, can be read by everybody, nothing in it jumps, and it looks as it was accepted.
"""

from __future__ import annotations

from itertools import product
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from scripts import looks
from tests.browser.axe import violations
from tests.browser.looking import headline, sideways

MOST_SHIFT = 0.05  # of the window, in all; Web Vitals calls 0.1 good
GROUNDS = {"light": "rgb(252, 251, 247)", "dark": "rgb(17, 24, 29)"}
SHIFTS = """() => new Promise(done => {
    const name = ({ node, previousRect: from, currentRect: to }) => {
        const at = node?.parentElement?.closest('[class*=st-key-]')
        const called = at?.className.match(/st-key-\\S+/)[0] ?? node?.className ?? node?.nodeName
        return `${called} ${from.x},${from.y} to ${to.x},${to.y}`
    }
    const found = []
    new PerformanceObserver(list => found.push(...list.getEntries()))
        .observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => done(found.filter(({ hadRecentInput }) => !hadRecentInput)
        .map(({ value, sources }) => [value, [...new Set(sources.map(name))].join(', ')])), 100)
})"""


@pytest.mark.parametrize("width", looks.WIDTHS)
@pytest.mark.parametrize("name", looks.PATHS)
def test_a_page_as_it_is_opened(browser: Browser, server: str, name: str, width: int) -> None:
    with looks.opened(browser, server, name, width) as seen:
        page = seen.page
        found = jumps(page) + sideways(page) + violations(page)
        if not headline(page):
            found.append("no title")
        for shade in looks.GROUNDS:
            look = looks.Look(name, width, shade)
            if shade != "light":  # as it is opened
                looks.turn(seen, shade)
            if ground(page) != GROUNDS[shade]:
                found.append(f"{look}: the ground is {ground(page)}")
            if shade == "dark":
                found += [
                    f"{look}: {fault}" for fault in violations(page, rules=["color-contrast"])
                ]
            found.append(looks.fault(look, looks.take(seen)))
        found += seen.faults()
        hosts = {urlsplit(address).netloc for address in seen.requests if "://" in address}
        if hosts != {urlsplit(server).netloc}:
            found.append(f"other hosts: {hosts}")
    assert [fault for fault in found if fault] == []


def jumps(page: Page) -> list[str]:
    """What moved while the page came, when it was too much in all."""
    shifts = page.evaluate(SHIFTS)
    total = sum(value for value, _names in shifts)
    if total <= MOST_SHIFT:
        return []
    moved = "; ".join(f"{value:.3f} {names}" for value, names in shifts if value > 0.001)
    return [f"the page jumps by {total:.3f}: {moved}"]


def ground(page: Page) -> str:
    return str(
        page.get_by_test_id("stApp").first.evaluate("app => getComputedStyle(app).backgroundColor")
    )


def test_every_look_has_one_accepted_picture() -> None:
    kept = {path.name for path in looks.ACCEPTED.iterdir()}
    wanted = product(looks.PATHS, looks.WIDTHS, looks.GROUNDS)
    assert kept == {f"{looks.Look(*way)}.png" for way in wanted}
    assert sum(path.stat().st_size for path in looks.ACCEPTED.iterdir()) < 3_000_000
