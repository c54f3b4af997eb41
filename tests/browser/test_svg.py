"""Charts as SVG beside the same figures drawn by Plotly: all stands at the same pixels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import plotly
import pytest
from playwright.sync_api import Browser, Page

from lib.charts.svg import svg
from lib.charts.theme import LIGHT
from lib.wording.words import Words
from tests.charts.test_figures import CHARTS

PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
WIDTH = 640
BOXES = """
([root, selector]) => {
  const origin = document.querySelector(root).getBoundingClientRect();
  return [...document.querySelectorAll(root + " " + selector)].map(element => {
    const box = element.getBoundingClientRect();
    const [left, top] = [box.left - origin.left, box.top - origin.top];
    return [element.textContent, left, top, box.width, box.height];
  });
}
"""


class Box(NamedTuple):
    text: str
    left: float
    top: float
    width: float
    height: float


@pytest.fixture(scope="module")
def page(browser: Browser) -> Any:
    opened = browser.new_page()
    opened.set_content('<div id="plotly"></div><div id="own"></div>')
    opened.add_script_tag(content=PLOTLY.read_text(encoding="utf-8"))
    yield opened
    opened.close()


@pytest.fixture(params=CHARTS, scope="module")
def drawn(page: Page, request: pytest.FixtureRequest) -> Page:
    """A page with one chart, drawn by both, once for all that is measured in it."""
    draw, frame = CHARTS[request.param]
    figure = draw(frame(), Words("en"), LIGHT)
    figure["layout"]["width"] = WIDTH
    page.evaluate(
        "figure => Plotly.newPlot('plotly', figure.data, figure.layout, {displayModeBar: false})",
        json.loads(json.dumps(figure)),
    )
    del figure["layout"]["width"]
    page.evaluate("svg => { document.getElementById('own').innerHTML = svg; }", svg(figure, WIDTH))
    return page


def boxes(page: Page, root: str, selector: str) -> list[Box]:
    found = [Box(*one) for one in page.evaluate(BOXES, [root, selector])]
    return sorted(found, key=lambda box: (box.text, round(box.top), round(box.left), box.width))


MARKS = {
    ".barlayer .point path": ".bar",
    ".scatterlayer .js-fill": ".band",
    ".scatterlayer .points path": ".point",
}


def test_marks_stand_where_plotly_puts_them(drawn: Page) -> None:
    for theirs, ours in MARKS.items():
        shown = [box for box in boxes(drawn, "#plotly", theirs) if box.width != 22]  # not seen
        own = boxes(drawn, "#own", ours)
        assert len(own) == len(shown), ours
        for one, other in zip(own, shown, strict=True):
            # Plotly rounds bars to whole pixels.
            assert one[1:] == pytest.approx(other[1:], abs=1.6), ours


def test_texts_stand_where_plotly_puts_them(drawn: Page) -> None:
    labels = ".annotation-text, .xtick text, .x2tick text, .ytick text"
    shown = [box for box in boxes(drawn, "#plotly", labels) if box.width and box.text]
    own = boxes(drawn, "#own", "text")
    joined = "".join(sorted("".join(box.text for box in own)))
    assert joined == "".join(sorted("".join(box.text for box in shown)))
    middles = {box.text: (box.left + box.width / 2, box.top + box.height / 2) for box in own}
    for box in shown:
        if box.text in middles and sum(other.text == box.text for other in own) == 1:
            middle = (box.left + box.width / 2, box.top + box.height / 2)
            assert middles[box.text] == pytest.approx(middle, abs=4)
