"""A figure as a picture of its own: what somebody reads who meets it without the dashboard."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import pytest
from PIL import Image
from pypdf import PdfReader

from lib.exports.exhibits import Chart, Map
from lib.exports.formats import PICTURES
from lib.exports.pack import Pack
from lib.exports.pictures import told
from lib.exports.typeset import typeset
from tests.exports.conftest import made


def pack() -> Pack:
    return made("project", "de")


def figures() -> list[Chart | Map]:
    """What has a picture of its own."""
    every = [one for one in pack().exhibits() if isinstance(one, Chart | Map)]
    return [one for one in every if not one.reading.empty]


def text_of(name: str) -> str:
    """What stands on a picture, read back from the same page as a PDF."""
    reader = PdfReader(io.BytesIO(typeset("picture", "pdf", told(pack(), name))))
    return " ".join("".join(page.extract_text() for page in reader.pages).split())


def test_it_says_what_it_shows_what_is_selected_and_whose_documents_it_rests_on() -> None:
    own = pack()
    assert len(figures()) > 1
    for one in figures():
        text = text_of(one.name)
        publishers = {document.publisher for document in own.citations
                      if document.number in own.numbers(one.source_ids)}  # fmt: skip
        said = [own.title, one.title, one.reading.subtitle, one.reading.coverage, *own.summary,
                own.dated, own.version]  # fmt: skip
        assert [line for line in said if " ".join(line.split()) not in text] == [], one.name
        assert publishers, one.name
        assert [publisher for publisher in publishers if publisher not in text] == [], one.name


def test_a_png_is_sharp_and_an_svg_a_drawing_that_fetches_nothing() -> None:
    name = figures()[0].name
    with Image.open(io.BytesIO(PICTURES["png"].make(pack(), name))) as drawn:
        assert drawn.width == 1600
        assert len(drawn.convert("RGB").resize((200, 200)).getcolors(40_000)) > 20
    drawing = PICTURES["svg"].make(pack(), name).decode()
    tree = ET.fromstring(drawing)
    assert tree.tag.endswith("svg")
    addresses = [value for one in tree.iter() for key, value in one.attrib.items()
                 if key.endswith("href")]  # fmt: skip
    assert [one for one in addresses if not one.startswith(("#", "data:"))] == []


def test_the_figure_of_a_project_is_found_by_the_name_that_its_page_gives_it() -> None:
    (opening,) = [one.name for one in figures() if one.name.startswith("project.openings.")]
    assert told(pack(), "project.openings") == told(pack(), opening)


def test_what_a_pack_does_not_have_is_told() -> None:
    with pytest.raises(LookupError, match="no figure funding.nothing"):
        PICTURES["png"].make(pack(), "funding.nothing")
