"""Packs of portfolios that are larger than paper: whatever is left out is said."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from lxml import html
from pptx import Presentation
from pypdf import PdfReader

from lib.exports import (
    appendix,
    manuscript,
    plain,
    record,
    slide_notes,
    slide_pages,
    slide_parts,
    slides,
    web_exhibits,
    web_page,
)
from lib.exports.exhibits import Line, Lines, Listing
from lib.exports.pack import Pack
from lib.exports.pdf import pdf
from lib.exports.plain import Most
from lib.figures import groups
from lib.model.selection import Selection
from lib.wording.reading import numbers, rows_shown
from tests.exports.conftest import made, tables
from tests.exports.saying import squeezed

FEW = Most(4, 3)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that the record of today exceeds as one of thousands of rows exceeds the real ones."""
    for module in (manuscript, web_exhibits, web_page):
        monkeypatch.setattr(module, "MOST_DOCUMENTS", FEW, raising=False)
    for module in (appendix, manuscript):
        monkeypatch.setattr(module, "MOST_ROWS", FEW)
    monkeypatch.setattr(manuscript, "MOST_LINES", 3)
    monkeypatch.setattr(manuscript, "MOST_SPOKEN", 90)
    for module in (slide_pages, slide_parts):
        monkeypatch.setattr(module, "MOST_SLIDES", Most(1, 1))
    for module in (plain, slide_notes):
        monkeypatch.setattr(module, "MOST_LINKED", 3)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return made("edition", "en")


def test_paper_holds_the_beginning_and_says_so(pack: Pack) -> None:
    content = pdf(pack)
    with pikepdf.open(io.BytesIO(content)) as opened:
        spoken = [str(one.Alt) for one in opened.objects if _has_alternative(one)]
    whole = named(pack, "targets.places").reading.alternative
    assert whole not in spoken
    assert f"{whole[:90].rpartition(' ')[0]} …" in spoken
    said = squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))
    count = len(pack.citations)
    assert squeezed(rows_shown(1, FEW.part, count, pack.words)) in said
    bars = named(pack, "targets.places")
    assert squeezed(numbers(pack.numbers(bars.source_ids))) in said
    assert squeezed(rows_shown(1, 3, len(bars.frame), pack.words)) in said


def test_no_number_leads_to_a_document_that_is_left_out(pack: Pack) -> None:
    page = html.document_fromstring(web_page.web_page(pack).decode())
    places = set(page.xpath("//@id"))
    assert not [
        link for link in page.xpath("//a/@href") if link[0] == "#" and link[1:] not in places
    ]


def test_slides_hold_the_beginning_and_say_so(pack: Pack) -> None:
    many = Lines(name="many", title="Many", lines=(Line("A finding."),) * 36)
    section = pack.sections[0]._replace(exhibits=(many,))
    found = Presentation(io.BytesIO(slides.slides(replace(pack, sections=(section,)))))
    said = [
        shape.text_frame.text
        for page in found.slides
        for shape in page.shapes
        if shape.has_text_frame
    ]
    assert rows_shown(1, 9, 36, pack.words) in said
    assert any(
        text.startswith("Rows 1–") and text.endswith(f" {len(pack.citations)}") for text in said
    )


def test_disagreements_beyond_those_with_a_table_share_one(monkeypatch: pytest.MonkeyPatch) -> None:
    portfolio = tables().select(Selection())
    found = groups.shown(portfolio)
    monkeypatch.setattr(record, "MOST_GROUPS", 3)
    section = record.differing(portfolio, made("edition", "en").words)
    *alone, rest = [one for one in section.exhibits if isinstance(one, Listing)]
    assert [one.name for one in alone] == [f"disagreements.{one.group_id}" for one in found[:3]]
    assert [*rest.frame["statement_id"]] == [
        name for one in found[3:] for name in one.rows["statement_id"]
    ]
    assert rest.title == f"{len(found) - 3} more disagreements"


def _has_alternative(one: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and "/Alt" in one


def named(pack: Pack, name: str) -> Any:
    (found,) = [one for one in pack.exhibits() if one.name == name]
    return found


def test_slides_cite_so_many_documents_as_leave_room(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [one.source_id for one in pack.citations[::2]]
    whole = slide_notes.sources(pack, ids)
    monkeypatch.setattr(slide_notes, "LONGEST", 12)
    cut = slide_notes.sources(pack, ids)
    assert cut.endswith(" …")
    assert whole.startswith(cut.removesuffix(" …"))
    assert len(cut) < len(whole)
    assert whole.removeprefix("Sources: ") in slide_notes.documents(pack, ids)[0]
