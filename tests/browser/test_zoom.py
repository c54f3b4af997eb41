"""Between desk and phone nothing is cut or scrolls sideways.

A window of 1280 pixels at 200 % (WCAG 1.4.4, 1.4.10), and a tablet.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from scripts.looks import PATHS
from tests.browser.conftest import Visitor
from tests.browser.looking import sideways

# Texts whose letters reach out of what shows them, unless that can be scrolled.
CUT = """() => {
    const found = []
    const main = document.querySelector('[data-testid=stMain]')
    const words = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (words.nextNode()) {
        const node = words.currentNode
        if (!node.textContent.trim() || !node.parentElement.checkVisibility()) continue
        range.selectNodeContents(node)
        const text = range.getBoundingClientRect()
        if (text.width < 2 || text.height < 2) continue
        for (let box = node.parentElement; box !== main; box = box.parentElement) {
            const { overflowX, overflowY, clipPath } = getComputedStyle(box)
            const room = box.getBoundingClientRect()
            if (clipPath !== 'none' || room.width < 2) break  // for screen readers alone
            if (overflowX === 'auto' || overflowX === 'scroll') break
            const isApart = text.right <= room.left || text.left >= room.right
                || text.bottom <= room.top || text.top >= room.bottom
            if (isApart) break  // a mark of the world around what a map shows
            const across = overflowX === 'hidden' || overflowX === 'clip'
            const down = overflowY === 'hidden' || overflowY === 'clip'
            if ((across && (text.left < room.left - 2 || text.right > room.right + 2))
                || (down && (text.top < room.top - 4 || text.bottom > room.bottom + 4))) {
                const place = box.closest('[class*=st-key-]')?.className.match(/st-key-\\S+/)
                found.push(`${node.textContent.trim().slice(0, 60)} (${place})`)
                break
            }
        }
    }
    return found
}"""


# Numbers that go on in a second line.
BROKEN = """() => [...document.querySelectorAll('[data-testid=stMetricValue] p')]
    .filter(number => number.getClientRects().length > 1
        || number.clientHeight > 2 * parseFloat(getComputedStyle(number).fontSize))
    .map(number => number.textContent)"""

# Boxes around numbers that reach out of the map beside other figures.
BEYOND = """() => {
    const map = document.querySelector('.st-key-small-map .picture')
    const frame = map.getBoundingClientRect()
    return [...map.querySelectorAll('[data-pick] rect')]
        .map(one => one.getBoundingClientRect())
        .filter(one => one.left < frame.left || one.right > frame.right)
        .length
}"""
# Signs of help that stand in a line below the text that they explain.
ALONE = """() => [...document.querySelectorAll('[class*=st-key-block-] p:has(.stTooltipIcon)')]
    .filter(text => {
        const words = [...text.firstElementChild.getClientRects()].at(-1)
        return text.querySelector('button').getBoundingClientRect().top > words.bottom
    })
    .map(text => text.textContent)"""

FACTS = "[class*=st-key-rows-][class*=-facts-] [data-testid=stTable]"
# Tables of which a part is out of sight until it is moved.
MOVED = """tables => tables.flatMap(table => [table, ...table.querySelectorAll('*')])
    .filter(box => box.clientWidth && box.scrollWidth > box.clientWidth + 1
        && getComputedStyle(box).overflowX !== 'visible')
    .map(box => box.textContent)"""


@pytest.fixture
def zoomed(visit: Visitor) -> Page:
    return visit(
        "/healthz", width=640, height=400, options={"device_scale_factor": 2}, settled=False
    )


def test_pages_are_whole_at_twice_the_size(server: str, visit: Visitor, zoomed: Page) -> None:
    found = {}
    for name, path in PATHS.items():
        zoomed.goto(server + path)
        visit.settle(zoomed)
        found[name] = sideways(zoomed) + zoomed.evaluate(CUT)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_a_tablet_shows_numbers_whole(server: str, visit: Visitor) -> None:
    page = visit("/healthz", width=700, height=900, settled=False)
    found = {}
    for name, path in PATHS.items():
        page.goto(f"{server}{path}{'&' if '?' in path else '?'}lang=de")
        visit.settle(page)
        found[name] = sideways(page) + page.evaluate(CUT) + page.evaluate(BROKEN)
        if name == "projects":  # their facts are read without moving them sideways
            assert page.locator(FACTS).count() == 11
            found[name] += page.locator(FACTS).evaluate_all(MOVED)
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(("width", "abreast"), [(1440, 2), (700, 2), (390, 1)])
def test_four_projects_are_never_three_and_one(visit: Visitor, width: int, abreast: int) -> None:
    page = visit("/projects?edition=1", width=width, height=900)
    cards = page.locator("[data-testid=stGridCell]:has([class*=st-key-card-])")
    tops = Counter(cards.evaluate_all("cards => cards.map(card => card.offsetTop)"))
    assert [*tops.values()] == [abreast] * (4 // abreast)


@pytest.mark.parametrize(
    ("width", "abreast"), [(1440, [4, 3]), (1024, [3, 2, 2]), (800, [2, 2, 2, 1])]
)
def test_no_card_leaves_a_blank_beside_it(visit: Visitor, width: int, abreast: list[int]) -> None:
    page = visit("/projects?edition=1&edition=3", width=width, height=900)
    cards = page.locator("[data-testid=stGridCell]:has([class*=st-key-card-])")
    tops = Counter(cards.evaluate_all("cards => cards.map(card => card.offsetTop)"))
    assert [*tops.values()] == abreast
    if abreast[-1] == 1:
        wide = cards.evaluate_all("cards => cards.map(card => card.offsetWidth)")
        assert wide[-1] > 2 * wide[0]


def test_statements_fill_columns_one_after_the_other(visit: Visitor) -> None:
    page = visit("/targets", width=1440, height=900)
    said = page.locator("[class*=st-key-said-]").first.locator("> [data-testid=stGridCell]")
    left, top, height = (
        said.evaluate_all(f"all => all.map(one => Math.round(one.getBoundingClientRect().{side}))")
        for side in ("left", "top", "height")
    )
    same = [n for n in range(1, len(left)) if left[n] == left[n - 1]]
    assert len(set(left)) == 3
    assert same
    for n in same:  # each begins where the one above it ends, not below the longest of a row
        assert 0 < top[n] - top[n - 1] - height[n - 1] < 40


def test_tables_to_take_along_stand_in_lines_of_a_text(visit: Visitor) -> None:
    page = visit("/sources", width=1024, height=900)
    tops = page.locator(".st-key-files a, .st-key-files button").evaluate_all(
        "all => [...new Set(all.map(one => Math.round(one.getBoundingClientRect().top)))]"
    )
    assert [below - above for above, below in pairwise(tops)] == [32] * (len(tops) - 1) != []


@pytest.mark.parametrize("width", [700, 1024])
def test_no_number_is_cut_by_the_frame_of_a_small_map(visit: Visitor, width: int) -> None:
    page = visit("/overview?lang=es", width=width, height=900)
    assert page.locator(".st-key-small-map .picture [data-pick] rect").count() > 2
    assert page.evaluate(BEYOND) == 0


def test_a_sign_of_help_stays_in_the_line_of_its_text(visit: Visitor) -> None:
    page = visit("/overview?lang=de&edition=2", width=390, height=844)
    assert page.locator("[class*=st-key-block-] .stTooltipIcon").count() == 2
    assert page.evaluate(ALONE) == []
