"""The web page of the pack beside the pages of the dashboard: the same charts, the same numbers."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lxml import html

from lib.exports.contents import pack_of
from lib.exports.web_page import web_page
from lib.model.languages import LANGUAGES
from lib.model.selection import Selection
from lib.model.store import current
from tests.pages.reading import Opened, opened

SOME: tuple[dict[str, str], ...] = (
    {"edition": "1"},
    {"programme": "refugees", "evidence": "page"},
    {"edition": "1", "country": "IN"},  # nothing
)
# Every selection and every language once: words and figures come from the same functions in each.
CHOICES = [{**some, "lang": one} for some, one in zip(({}, SOME[0], *SOME), LANGUAGES, strict=True)]


def written(query: dict[str, str]) -> Any:
    """The web page of what an address selects, read back."""
    tables = current()
    asked = {name: [value] for name, value in query.items()}
    selection, _ = Selection.read(asked, tables.options(), LANGUAGES)
    return html.document_fromstring(web_page(pack_of(tables, selection)).decode())


def screen(page: Opened) -> dict[str, Any]:
    """The figures that a page sends to the browser, by name, with the widest that it has."""
    sent = {one.proto.id.rpartition("-chart-")[2]: json.loads(one.proto.bytes)
            for one in page.charts}  # fmt: skip
    return {
        key.replace(".", "-"): {"figure": one["figure"]}
        | ({"wide": one.get("wider", one["wide"])} if "wide" in one else {})
        for key, one in sent.items()
    }


@pytest.mark.parametrize("query", CHOICES, ids=lambda query: "-".join(query.values()))
def test_charts_and_key_figures_are_those_of_the_screen(query: dict[str, str]) -> None:
    page = written(query)
    charts = [json.loads(one.text) for one in page.xpath("//script[@type='application/json']")]
    found = {one["picture"]["file"]: one["figures"] for one in charts}
    seen = [opened(name, query) for name in ("overview", "funding", "targets")]
    shown = {name: figure for one in seen for name, figure in screen(one).items()}
    assert {name: found.get(name) for name in shown} == shown
    assert bool(shown) == bool(charts)
    assert all(name in shown or name.startswith("project-openings-") for name in found)
    values = page.xpath("//p[@class='value']/text()")
    # Without projects the pack has figures, all of them not stated; the page has a title.
    told = [one.replace("\u00a0", " ") for one in values] if shown else []
    assert told == seen[0].numbers


def test_the_chart_of_a_profile_is_that_of_the_screen() -> None:
    query = {"project": "novak-djokovic-foundation", "lang": "it"}
    openings = screen(opened("projects", query))["project-openings"]
    charts = [
        json.loads(one.text) for one in written(query).xpath("//script[@type='application/json']")
    ]
    (found,) = [one for one in charts if one["picture"]["file"].startswith("project-openings-")]
    assert found["figures"] == openings
