"""The PDF read back: what it says, what a screen reader needs, that nobody gets another's."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pypdf import PageObject, PdfReader

from lib.charts.theme import LIGHT
from lib.exports import typeset as setting
from lib.exports.contents import pack_of
from lib.exports.exhibits import Chart, Lines, Map
from lib.exports.kept import LAST, MOST_WHOLE
from lib.exports.letters import ARABIC, RANGES, WITHOUT_SHAPE, printable
from lib.exports.manuscript import manuscript
from lib.exports.pdf import pdf
from lib.exports.typeset import NotWellSet
from lib.model.selection import Selection
from lib.model.store import load
from tests.exports.conftest import made
from tests.exports.saying import drawn, hostile, said, squeezed
from tests.fixture import copies

HOSTILE = "<b>#panic()</b> $x$ @nobody \\u{41} *no* [link](javascript:1) 'quoted' -- 中文"


@cache
def bytes_of(name: str, language: str) -> bytes:
    return pdf(made(name, language))


@cache
def pages_of(name: str, language: str) -> list[str]:
    """What stands on each page, squeezed."""
    return [squeezed(page.extract_text()) for page in PdfReader(stream(name, language)).pages]


def text_of(name: str, language: str) -> str:
    return "".join(pages_of(name, language))


def stream(name: str, language: str) -> io.BytesIO:
    return io.BytesIO(bytes_of(name, language))


def test_every_figure_of_the_screen_is_in_it(key: tuple[str, str]) -> None:
    pack, text = made(*key), text_of(*key)
    assert [one for one in said(pack) if squeezed(printable(one)) not in text] == []


def test_every_label_of_the_charts_is_in_it(key: tuple[str, str]) -> None:
    text = text_of(*key)
    assert [one for one in drawn(made(*key)) if squeezed(one) not in text] == []


def test_the_first_page_says_what_it_is(key: tuple[str, str]) -> None:
    pack = made(*key)
    first = pages_of(*key)[0]
    for text in (pack.title, pack.subtitle, *pack.summary, pack.dated, pack.version):
        assert squeezed(text) in first


def test_every_page_has_its_number(key: tuple[str, str]) -> None:
    pages = pages_of(*key)
    for number, page in enumerate(pages[1:], start=2):
        assert page.endswith(f"{number}/{len(pages)}")


def structure(element: Any, parents: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """The elements below one, each by what it is."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid["/S"]), kid
            yield from structure(kid)


def test_it_can_be_read_aloud(key: tuple[str, str]) -> None:
    pack = made(*key)
    with pikepdf.open(stream(*key)) as file:
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang) == pack.words.language
        assert file.Root.ViewerPreferences.DisplayDocTitle
        with file.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
            assert pack.title in str(about["dc:title"])
        found = list(structure(file.Root.StructTreeRoot))
        kinds = [kind for kind, _element in found]
        figures = [element for kind, element in found if kind == "/Figure"]
        assert all(str(figure.get("/Alt", "")).strip() for figure in figures)
        assert kinds.count("/Title") == 1
        assert kinds.count("/TH") >= kinds.count("/Table")
        levels = [int(kind[2]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_its_lists_are_lists_and_its_day_is_that_of_the_pack() -> None:
    pack = made("edition", "en")
    several = [one for one in pack.exhibits() if isinstance(one, Lines) and len(one.lines) > 1]
    with pikepdf.open(stream("edition", "en")) as file:
        kinds = [kind for kind, _element in structure(file.Root.StructTreeRoot)]
        assert str(file.docinfo["/CreationDate"]).startswith(f"D:{pack.day:%Y%m%d}")
    assert kinds.count("/L") >= len(several) > 0
    assert kinds.count("/LI") >= sum(len(one.lines) for one in several)


def rows_by_page(table: Any) -> list[tuple[int, int]]:
    """The page of each row of a table but its heads, and how many rows its first cell spans."""
    found = []
    for kind, row in structure(table):
        if kind != "/TR":
            continue
        cells = [cell for name, cell in structure(row) if name in ("/TH", "/TD")]
        if any(str(cell["/S"]) == "/TH" for cell in cells):
            continue
        pages = [page for cell in cells for page in pages_of_element(cell)]
        spans = [int(cell["/A"][0].get("/RowSpan", 1)) if "/A" in cell else 1 for cell in cells]
        found.append((min(pages), max(spans)))
        assert len(set(pages)) == 1
    return found


def pages_of_element(element: Any) -> Iterator[int]:
    if "/Pg" in element:
        yield element["/Pg"].objgen[0]
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from pages_of_element(kid)


def test_no_page_parts_a_row_a_short_table_or_the_last_rows_of_one() -> None:
    with pikepdf.open(stream("all", "en")) as file:
        tables = [
            rows_by_page(element)
            for kind, element in structure(file.Root.StructTreeRoot)
            if kind == "/Table"
        ]
    assert any(span > 1 for rows in tables for _page, span in rows)
    parted = 0
    for rows in tables:
        pages = [page for page, _span in rows]
        for place, (page, span) in enumerate(rows):
            assert set(pages[place : place + span]) == {page}
        lines = sum(1 for place in range(len(rows)) if not place or rows[place - 1][1] == 1)
        if lines <= MOST_WHOLE:
            assert len(set(pages)) == 1
        elif len(set(pages)) > 1:
            parted += 1
            assert pages.count(pages[-1]) >= LAST
    assert parted > 3


def test_no_page_begins_with_what_a_table_on_the_page_before_rests_on() -> None:
    pack = made("all", "en")
    head = squeezed(pack.title) + squeezed(" ".join(pack.summary))
    pages = pages_of("all", "en")
    assert sum(page.startswith(head) for page in pages) > 10
    assert not any(page.removeprefix(head).startswith("Sources:") for page in pages)


def test_no_heading_stands_without_what_it_is_the_heading_of() -> None:
    with pikepdf.open(stream("all", "en")) as file:
        every = [
            (kind, next(pages_of_element(element)))
            for kind, element in structure(file.Root.StructTreeRoot)
            if kind in ("/H1", "/H2", "/Figure", "/Table", "/L")
        ]
    headed = [
        (page, following)
        for (kind, page), (next_kind, following) in pairwise(every)
        if kind == "/H1" or (kind == "/H2" and next_kind in ("/Figure", "/Table"))
    ]
    assert len(headed) > 20
    assert [page for page, following in headed if page != following] == []


def test_most_sections_begin_where_the_one_before_ends() -> None:
    """But for the first, which has a page of its own to begin on."""
    pack = made("all", "en")
    head = squeezed(pack.title) + squeezed(" ".join(pack.summary))
    pages = [page.removeprefix(head) for page in pages_of("all", "en")]
    opened = [squeezed(one.question) + squeezed(one.finding) for one in pack.sections[1:]]
    first = [own for own in opened if any(page.startswith(own) for page in pages)]
    assert 2 * len(first) <= len(opened)


def test_sentences_stand_before_the_picture_that_they_follow_elsewhere() -> None:
    printed = {one["name"]: one for one in manuscript(made("all", "en"))["sections"]}
    (places,) = [one for one in made("all", "en").sections if one.name == "map"]
    order = [one.name for one in places.exhibits]
    assert isinstance(places.exhibits[0], Map)
    assert isinstance(places.exhibits[1], Lines)
    names = [one["name"] for one in printed["map"]["exhibits"]]
    assert names == [order[1], order[0], *order[2:]]
    targets = printed["targets"]["exhibits"]
    assert targets[0]["kind"] == "figure"


def test_a_table_of_few_rows_stands_before_the_parts_of_a_map() -> None:
    few, many = (
        [one["name"] for one in section["exhibits"]]
        for name in ("edition", "all")
        for section in manuscript(made(name, "en"))["sections"]
        if section["name"] == "map"
    )
    assert few.index("places.shown") < few.index("places.sites")
    assert many.index("places.sites") < many.index("places.shown")


def test_the_legend_of_a_map_stands_on_the_page_of_the_first_part_of_it() -> None:
    (drawn,) = [one for one in made("all", "en").exhibits() if one.name == "places.sites"]
    assert isinstance(drawn, Map) and len(drawn.windows) > 2
    meanings = [squeezed(meaning) for _svg, meaning in drawn.legend(LIGHT)]
    told = squeezed(drawn.reading.subtitle)
    (page,) = [one for one in map(squeezed, pages_of("all", "en")) if told in one]
    assert [own for own in meanings if own not in page] == []


def test_the_map_of_a_project_stands_below_its_heading() -> None:
    """Half a page has room for both: that is what its height is for."""
    pack = pack_of(load(copies.REAL), Selection(edition=("2",), language="en"))
    (own,) = [one for one in pack.sections if one.name == "project.rastimo-zajedno"]
    title = squeezed(own.exhibits[0].title)
    pages = [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(pdf(pack))).pages]
    assert isinstance(own.exhibits[0], Map)
    begun = squeezed(own.question) + squeezed(own.finding)
    contents, *found = [title in page for page in pages if begun in page]
    assert (contents, found) == (False, [True])


def test_pictures_are_told_in_the_words_of_their_readings(key: tuple[str, str]) -> None:
    with pikepdf.open(stream(*key)) as file:
        found = [
            str(element.Alt)
            for kind, element in structure(file.Root.StructTreeRoot)
            if kind == "/Figure"
        ]
    for exhibit in made(*key).exhibits():
        if isinstance(exhibit, Map) and not exhibit.reading.empty:
            assert {printable(exhibit.alternative(one)) for one in exhibit.windows} <= {*found}
        elif isinstance(exhibit, Chart) and not exhibit.reading.empty:
            assert printable(exhibit.reading.alternative) in found


def test_its_typefaces_come_with_it(key: tuple[str, str]) -> None:
    families = set()
    for page in PdfReader(stream(*key)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            (inner,) = font.get_object()["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            families.add(str(descriptor["/FontName"]).split("+")[1].split("-")[0])
    assert families == {"IBMPlexSans", "SourceSerif4"}


def test_it_has_bookmarks_and_links_that_lead_to_the_web_alone(key: tuple[str, str]) -> None:
    reader = PdfReader(stream(*key))
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert [
        section.finding for section in made(*key).sections if section.finding not in titles
    ] == []
    assert all(address.startswith(("https://", "http://")) for address in addresses(reader))


def test_a_row_leads_to_its_document_by_one_link() -> None:
    """Its publisher with the number beside it: that is no link to the register besides."""
    within = beyond = 0
    for page, text in zip(PdfReader(stream("all", "en")).pages, pages_of("all", "en"), strict=True):
        if squeezed("Value shown first") in text:
            notes = [note.get_object() for note in page.get("/Annots", [])]
            out = sum("/URI" in note.get("/A", {}) for note in notes)
            within, beyond = within + len(notes) - out, beyond + out
    assert beyond > 50
    assert 4 * within < beyond


def addresses(reader: PdfReader) -> Iterator[str]:
    """Where the links of a PDF lead that leave it."""
    for page in reader.pages:
        for note in page.get("/Annots", []):
            action = note.get_object().get("/A", {})
            if "/URI" in action:
                yield str(action["/URI"])


def test_documents_are_cited_by_their_numbers(key: tuple[str, str]) -> None:
    pack, text = made(*key), text_of(*key)
    for citation in pack.citations:
        named = f"{citation.number}{citation.publisher}"
        assert squeezed(named) in text
        assert squeezed(citation.url) in text


def test_an_address_of_letters_written_as_numbers_keeps_to_its_column() -> None:
    pages = PdfReader(stream("all", "en")).pages
    lines = [line for page in pages for line in page.extract_text().splitlines()]
    coded = [line for line in lines if re.search("(%[0-9a-f]{2}){4}", line)]
    assert len(coded) > 2
    assert max(map(len, coded)) < 50


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert pdf(made("country", "it")) == bytes_of("country", "it")


def test_two_at_once_get_their_own() -> None:
    keys = [("project", "en"), ("nothing", "en"), ("country", "it"), ("nothing", "it")] * 2
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda key: pdf(made(*key)), keys))
    assert found == [bytes_of(*key) for key in keys]


def test_text_from_data_is_text() -> None:
    made_of = pdf(hostile(made("project", "en"), HOSTILE))
    reader = PdfReader(io.BytesIO(made_of))
    text = squeezed("".join(page.extract_text() for page in reader.pages))
    assert squeezed(printable(HOSTILE)) in text
    assert WITHOUT_SHAPE in printable(HOSTILE)
    assert all(address.startswith("http") for address in addresses(reader))


def test_a_warning_is_no_pdf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(setting, "FONTS", tmp_path)
    with pytest.raises(NotWellSet, match="font"):
        pdf(made("nothing", "en"))


def test_a_map_of_names_with_vowel_signs_is_set() -> None:
    portfolio = load(copies.REAL / "example")
    content = pdf(pack_of(portfolio, Selection(country=("JO",))))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    assert "\u0651" in text, "the table says the name as it is written"


def test_notes_settle_where_sections_that_cite_the_same_share_a_page() -> None:
    """Of this selection they did not, once its map cited who states the number of places."""
    pack = pack_of(load(copies.REAL), Selection(country=("DE",), language="es"))
    found = [notes(page) for page in PdfReader(io.BytesIO(pdf(pack))).pages]
    assert [own for own in found if own != sorted({*own})] == []


def test_notes_stand_once_on_a_page_and_ascend() -> None:
    found = [notes(page) for page in PdfReader(stream("all", "en")).pages]
    assert sum(map(len, found)) > 20
    assert [own for own in found if own != sorted({*own})] == []


def notes(page: PageObject) -> list[int]:
    """The numbers before the notes at the foot of a page, from the top down."""
    found: list[tuple[float, int]] = []

    def read(text: str, user: list[float], _matrix: Any, _font: Any, size: float) -> None:
        if text.strip().isdigit() and user[4] < 60 and size < 6:
            found.append((-user[5], int(text)))

    page.extract_text(visitor_text=read)
    return [number for _height, number in sorted(found)]


def test_the_letters_are_those_of_the_typefaces() -> None:
    for face, spans in (("IBMPlexSans_", RANGES), ("IBMPlexSansArabic_", ARABIC)):
        known = [set(TTFont(path).getBestCmap()) for path in setting.FONTS.glob(f"{face}*.ttf")]
        ends = [[int(end, 16) for end in span.split("-")] for span in spans.split()]
        listed = {letter for span in ends for letter in range(span[0], span[-1] + 1)}
        assert len(known) == 3
        assert all(listed <= letters for letters in known)
    assert (
        printable("Đà Nẵng, Кикинда, Požega, خطوات, ≥ 5 € – “ok”")
        == "Đà Nẵng, Кикинда, Požega, خطوات, ≥ 5 € – “ok”"
    )
    assert printable("أولى\u200e: 5\ufeff\u2066") == "أولى\u200e: 5"  # a direction stays
    assert printable("a\u0301 中文 \u202e\x07") == f"á {WITHOUT_SHAPE} {WITHOUT_SHAPE}"
