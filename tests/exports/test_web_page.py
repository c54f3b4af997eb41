"""The web page read back: what it says, whether it can be used, that nothing in it is fetched."""

from __future__ import annotations

import json
import re
import tomllib
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html
from plotly.io.json import to_json_plotly

from lib.charts.theme import DARK, Palette
from lib.exports import order, web_charts, web_exhibits, web_files
from lib.exports.contents import pack_of
from lib.exports.exhibits import Chart, Listing, Map
from lib.exports.plain import Most
from lib.exports.web_colours import Colours
from lib.exports.web_page import web_page
from lib.model.languages import LANGUAGES
from lib.model.selection import Selection
from lib.model.store import load
from lib.wording.reading import rows_shown
from tests.exports.conftest import KEYS, made
from tests.exports.saying import drawn, hostile, said, squeezed
from tests.fixture import copies

HOSTILE = "<script>alert(1)</script>\" onload='x' {{ 7 * 7 }} </style><!-- &lt;b&gt; 中文"
COLOUR = re.compile(r"#[0-9A-F]{6}|rgba\([^)]*\)")
LARGEST = 6_000_000  # bytes
# A profile, and a selection of nothing, in a language more: all languages take turns.
EVERY = [*KEYS, ("project", LANGUAGES[2]), ("nothing", LANGUAGES[3])]


@pytest.fixture(params=EVERY, ids="-".join)
def key(request: pytest.FixtureRequest) -> tuple[str, str]:
    found: tuple[str, str] = request.param
    return found


@cache
def bytes_of(name: str, language: str) -> bytes:
    return web_page(made(name, language))


@cache
def page_of(name: str, language: str) -> Any:
    return html.document_fromstring(bytes_of(name, language).decode())


def test_every_table_is_put_in_order_by_day_and_number() -> None:
    """Whatever stands under a heading that several columns share."""
    exhibits = {one.name: one for one in made("all", "en").exhibits()}
    counts = exhibits["funding.co_funder_counts"]
    assert isinstance(counts, Chart)
    by_day = order.keys(counts, list(counts.texts()), slice(None))[0]
    assert by_day == counts.frame["date"].tolist()
    assert sum(map(bool, by_day)) > 1
    differing = [one for name, one in exhibits.items() if name.startswith("disagreements.")]
    for one in differing:
        if isinstance(one, Listing):
            headings = list(one.texts())
            found = order.keys(one, headings, slice(None))
            assert found[headings.index("Date")] == one.frame["date"].tolist()
            lows = found[headings.index("Value")]
            for low, said in zip(one.frame["low"], lows, strict=True):
                assert low != low or float(said) == low
    periods = exhibits["timeline.periods"]
    assert isinstance(periods, Chart)
    first = order.keys(periods, list(periods.texts()), slice(None))[1]
    assert set(filter(None, periods.frame["start_date"])) <= set(first)


def text_of(page: Any) -> str:
    """All that is seen, squeezed: neither script nor style nor figures as JSON."""
    seen = page.xpath("//body//text()[not(ancestor::script)]")
    return squeezed("".join(seen))


def figures_of(page: Any) -> list[dict[str, Any]]:
    """What the charts are drawn of."""
    found = page.xpath("//script[@type='application/json']")
    return [json.loads(one.text) for one in found]


def test_every_figure_of_the_screen_is_in_it(key: tuple[str, str]) -> None:
    text = text_of(page_of(*key))
    everything = said(made(*key), with_references=True)
    assert [one for one in everything if squeezed(one) not in text] == []


def test_every_label_of_the_charts_is_in_it(key: tuple[str, str]) -> None:
    text = text_of(page_of(*key))
    assert [one for one in drawn(made(*key)) if squeezed(one) not in text] == []


def test_rows_of_tables_are_those_of_the_figures(key: tuple[str, str]) -> None:
    page = page_of(*key)
    for one in made(*key).exhibits():
        if isinstance(one, Chart | Map | Listing) and len(one.frame):
            if isinstance(one, Chart | Map) and one.reading.empty:
                continue
            (table,) = page.xpath("//*[@id=$id]//table", id=f"exhibit-{one.name}")
            assert len(table.xpath(".//tbody/tr[not(@class='below')]")) == len(one.frame)


def test_charts_and_maps_have_pictures_in_words(key: tuple[str, str]) -> None:
    page = page_of(*key)
    pictures = page.xpath("//*[@role='img']/@aria-label")
    assert all(name.strip() for name in pictures)
    for one in made(*key).exhibits():
        if isinstance(one, Chart | Map) and not one.reading.empty:
            assert one.reading.alternative in pictures
            assert page.xpath(
                "//*[@id=$id]//figure//*[local-name()='svg']", id=f"exhibit-{one.name}"
            )


def test_charts_can_be_drawn_on_either_ground(key: tuple[str, str]) -> None:
    charts = [
        one for one in made(*key).exhibits() if isinstance(one, Chart) and not one.reading.empty
    ]
    figures = figures_of(page_of(*key))
    assert len(figures) == len(charts)
    for one, figure in zip(charts, figures, strict=True):
        assert figure["alternative"] == one.reading.alternative
        assert figure["locale"] == key[1]
        pieces = COLOUR.split(json.dumps(figure["figures"]))
        dyed = "".join(map("".join, zip(pieces, [*figure["dark"], ""], strict=True)))
        assert json.loads(dyed)["figure"] == json.loads(to_json_plotly(one.figure(DARK)))


def test_it_says_what_it_is(key: tuple[str, str]) -> None:
    pack, page = made(*key), page_of(*key)
    assert page.get("lang") == pack.words.language
    assert page.findtext(".//title") == pack.words.of(pack.title, " ".join(pack.summary))
    head = squeezed(page.find(".//header").text_content())
    for text in (pack.title, pack.subtitle, *pack.summary, pack.dated, pack.version):
        assert squeezed(text) in head


def test_one_finds_the_way_without_seeing_it(key: tuple[str, str]) -> None:
    page = page_of(*key)
    for landmark in ("header", "nav", "main", "footer"):
        assert len(page.findall(f".//{landmark}")) == 1
    first = page.xpath("//body//a")[0]
    assert first.get("href") == "#content"
    assert page.find(".//main").get("id") == "content"
    levels = [int(one.tag[1]) for one in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    named = page.xpath("//section/@aria-labelledby")
    assert len(named) == len(made(*key).sections)
    assert all(page.xpath("//*[@id=$id]", id=one) for one in named)
    for table in page.iter("table"):
        assert table.get("aria-label")
        assert all(one.get("scope") == "col" for one in table.iter("th"))
    assert all(one.text_content().strip() or one.get("aria-label") for one in page.iter("a"))


def test_a_colon_is_written_as_the_language_has_it() -> None:
    for language, colon in (("fr", "\xa0:"), ("de", ":")):
        read = page_of("country", language)
        headings = read.xpath("//@data-heading")
        assert headings
        assert all(one.removesuffix(colon)[-1] not in ": \xa0" for one in headings)
        assert all(one.endswith(colon) for one in headings)
        assert read.findtext(".//title").startswith(f"Scale Up Impact{colon} ")


def test_links_lead_somewhere(key: tuple[str, str]) -> None:
    page = page_of(*key)
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    links = page.xpath("//a/@href")
    inside = {unquote(one[1:]) for one in links if one.startswith("#")}
    assert inside <= set(ids)
    outside = [one for one in page.iter("a") if not one.get("href").startswith("#")]
    assert all(one.get("href").startswith(("https://", "http://")) for one in outside)
    assert all(one.get("rel") == "noopener noreferrer" for one in outside)


def test_documents_have_numbers_and_lead_back(key: tuple[str, str]) -> None:
    pack, page = made(*key), page_of(*key)
    for one in pack.citations:
        (row,) = page.xpath("//tr[@id=$id]", id=f"source-{one.number}")
        assert squeezed(f"{one.number}{one.publisher}") in squeezed(row.text_content())
        assert not one.url or one.url in row.xpath(".//a/@href")
    for section in pack.sections[:-1]:
        for exhibit in section.exhibits:
            numbers = pack.numbers(exhibit.source_ids)
            if numbers and isinstance(exhibit, Chart | Map) and not exhibit.reading.empty:
                cited = pack.words.gettext("Sources: {numbers}")
                said_below = page.xpath("//*[@id=$id]", id=f"exhibit-{exhibit.name}")[0]
                listed = cited.format(numbers=", ".join(map(str, numbers)))
                assert squeezed(listed) in squeezed(said_below.text_content())
            for number in numbers:
                back = page.xpath("//tr[@id=$id]//a/@href", id=f"source-{number}")
                assert f"#exhibit-{exhibit.name}" in back


def test_nothing_runs_but_its_own_script_and_nothing_is_fetched(key: tuple[str, str]) -> None:
    page = page_of(*key)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    (script,) = page.xpath("//script[not(@type='application/json')]")
    (style,) = page.iter("style")
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == hashed(script.text)
    assert rules["style-src"] == f"{hashed(style.text)} {hashed('')}"
    assert "connect-src" not in rules
    assert "unsafe" not in policy
    assert "http" not in policy
    assert not page.xpath("//@style | //@src | //@*[starts-with(name(), 'on')]")
    assert not page.xpath("//iframe | //object | //embed | //form | //base | //img")
    assert page.xpath("//link/@href") == ["data:,"]
    urls = re.findall(r"url\([\"']?([^\"')]{5})", style.text)
    assert set(urls) == {"data:"}


def test_whose_work_is_in_it_is_said_in_it(root: Path) -> None:
    (script,) = page_of("nothing", "en").xpath("//script[not(@type='application/json')]")
    licences = (root / "lib" / "component" / "built" / "LICENCES.txt").read_text("utf-8")
    assert licences in script.text
    assert bytes_of("nothing", "en").startswith(b"<!DOCTYPE html>")


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_it_can_be_mailed(key: tuple[str, str]) -> None:
    assert len(bytes_of(*key)) < LARGEST


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert web_page(made("country", "it")) == bytes_of("country", "it")


def test_two_at_once_get_their_own() -> None:
    keys = [("country", "it"), ("nothing", "en"), ("project", "en")] * 2
    with ThreadPoolExecutor(3) as threads:
        found = list(threads.map(lambda key: web_page(made(*key)), keys))
    assert found == [bytes_of(*key) for key in keys]


def test_text_from_data_is_text() -> None:
    page = html.document_fromstring(web_page(hostile(made("project", "en"), HOSTILE)).decode())
    assert squeezed(HOSTILE) in text_of(page)
    assert len(page.xpath("//script[not(@type='application/json')]")) == 1
    assert not page.xpath("//b | //@onload")
    assert all(one.startswith(("#", "http")) for one in page.xpath("//a/@href"))


def test_the_name_of_a_project_is_text_in_charts_maps_and_tables(tmp_path: Path) -> None:
    folder = copies.copied(tmp_path)
    projects = (folder / "projects.csv").read_text("utf-8").splitlines()
    names = projects[0].split(",")
    cells = projects[1].split(",")
    cells[names.index("name")] = '"<script>alert(1)</script>"'
    projects[1] = ",".join(cells)
    (folder / "projects.csv").write_text("\n".join(projects) + "\n", "utf-8")
    written = web_page(pack_of(load(folder), Selection(language="en"))).decode()
    page = html.document_fromstring(written)
    assert "<script>alert" not in written
    assert "<script>alert(1)</script>" in "".join(page.xpath("//td//text()"))
    assert "<script>alert(1)</script>" in "".join(page.xpath("//figure//*[name()='text']//text()"))
    assert "&lt;script&gt;alert(1)" in json.dumps(figures_of(page))


def test_long_tables_and_charts_are_cut_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = made("all", "en")
    monkeypatch.setattr(web_exhibits, "MOST_ROWS", Most(5, 5))
    monkeypatch.setattr(web_charts, "MOST_LINES", 4)
    page = html.document_fromstring(web_page(pack).decode())
    (statements,) = [one for one in pack.exhibits() if one.name == "record.statements"]
    (table,) = page.xpath("//*[@id='exhibit-record.statements']//table")
    assert len(table.xpath(".//tbody/tr[not(@class='below')]")) == 5
    text = text_of(page)
    assert isinstance(statements, Listing)
    assert squeezed(rows_shown(1, 5, len(statements.frame), pack.words)) in text
    (bars,) = [one for one in pack.exhibits() if one.name == "places.announced"]
    assert isinstance(bars, Chart)
    assert squeezed(rows_shown(1, 4, len(bars.frame), pack.words)) in text


def test_a_drawing_follows_the_ground_in_colours_alone() -> None:
    colours = Colours()

    def draw(palette: Palette) -> str:
        mark = f'<a id="h" fill="{palette.text}"/><b c="url(#h)"/>'
        return f'<svg xmlns="x" width="4" height="2" style="top:0">{mark}</svg>'

    assert colours(draw) == (
        '<svg width="4" height="2" viewBox="0 0 4 2">'
        '<a id="d1-0" fill="var(--text)"/><b c="url(#d1-0)"/></svg>'
    )
    assert 'id="d2-0"' in colours(draw)
    assert f"--text:{DARK.text};" in colours.rules(is_dark=True)
    with pytest.raises(ValueError, match="more than colours"):
        colours(lambda palette: f'<svg width="{palette.wash}" height="2"></svg>')


def test_typefaces_cover_what_those_of_the_dashboard_cover(root: Path) -> None:
    faces = tomllib.loads((root / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    wanted = [
        (one["family"].strip("'"), one["weight"], one.get("unicodeRange", ""))
        for one in faces["fontFaces"]
    ]
    found = [
        (family, weight, ranges or "")
        for family, weight, ranges in re.findall(
            r'@font-face {\s+font-family: "([^"]+)";\s+font-weight: (\d+);\s+src: [^;]+;[^;]+;'
            r"(?:\s+unicode-range: ([^;]+);)?",
            web_files.style(),
        )
    ]
    assert found == wanted
