"""The comparison with accepted pictures: what a person would notice fails, and can be looked at."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from scripts import looks

LOOK = looks.Look("overview", 1440, "light")
VALUE = "document.querySelector('[data-testid=stMetricValue] p, [data-testid=stMetricValue]')"
BAR = "document.querySelector('.st-key-chart-places-announced .barlayer .point path')"
# Each is something of the page, its property, and what that becomes.
CHANGES = {
    "another number": f"[{VALUE}, 'textContent', '99']",
    "another colour": f"[{BAR}.style, 'fill', '#C4561B']",
    "a line more": "[document.querySelector('h1').style, 'paddingBottom', '60px']",
    "a panel less": "[document.querySelector('.st-key-not-found').style, 'visibility', 'hidden']",
}
CHANGE = "([what, name, value]) => { window.was = what[name]; what[name] = value }"
UNDO = "([what, name]) => { what[name] = window.was }"


def test_what_a_person_would_notice_is_a_fault(
    browser: Browser, server: str, tmp_path: Path
) -> None:
    accepted, differing = tmp_path / "accepted", tmp_path / "differing"
    accepted.mkdir()
    with looks.opened(browser, server, LOOK.page, LOOK.width) as seen:
        first = looks.take(seen)
        assert "run make accept" in looks.fault(LOOK, first, accepted, differing)
        looks.save(first, accepted / f"{LOOK}.png")
        assert looks.fault(LOOK, looks.take(seen), accepted, differing) == ""
        assert not differing.exists()
        unnoticed = []
        whole = seen.page.viewport_size
        assert whole
        for name, change in CHANGES.items():
            seen.page.evaluate(f"({CHANGE})({change})")
            if not looks.fault(LOOK, looks.take(seen), accepted, differing):
                unnoticed.append(name)
            seen.page.evaluate(f"({UNDO})({change})")
            seen.page.set_viewport_size(whole)  # it has grown with the page
        assert unnoticed == []
        assert looks.fault(LOOK, looks.take(seen), accepted, differing) == "", "all is undone"


def test_a_fault_can_be_looked_at(tmp_path: Path) -> None:
    expected = Image.new("RGB", (200, 100), "#FFFFFF")
    now = expected.copy()
    now.paste("#112233", (90, 50, 110, 60))
    looks.save(expected, tmp_path / f"{LOOK}.png")
    said = looks.fault(LOOK, now, tmp_path, tmp_path / "differing")
    assert "most of all 160 pixels from the left and 80 from the top" in said
    found = {path.name for path in (tmp_path / "differing").iterdir()}
    assert found == {f"{LOOK}_{kind}.png" for kind in ("expected", "actual", "difference")}
    assert str(tmp_path / "differing" / f"{LOOK}_difference.png") in said
    with Image.open(tmp_path / "differing" / f"{LOOK}_difference.png") as difference:
        assert difference.getpixel((100, 55)) == (163, 18, 63)


def test_a_page_that_grew_or_shrank_is_a_fault(tmp_path: Path) -> None:
    looks.save(Image.new("RGB", (200, 100), "#FFFFFF"), tmp_path / f"{LOOK}.png")
    for tall in (90, 160):
        grown = Image.new("RGB", (200, tall), "#FFFFFF")
        assert looks.fault(LOOK, grown, tmp_path, tmp_path / "differing")


def test_pictures_are_kept_as_they_were_taken(tmp_path: Path) -> None:
    taken = Image.linear_gradient("L").convert("RGB")
    looks.save(taken, tmp_path / "kept.png")
    with Image.open(tmp_path / "kept.png") as kept:
        assert kept.mode == "P"
        assert kept.convert("RGB").tobytes() == taken.tobytes()
