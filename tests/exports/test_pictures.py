"""A figure as a picture of its own: what somebody reads who meets it without the dashboard."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import pytest
from PIL import Image
from pypdf import PdfReader

from lib.exports.exhibits import Chart, Map
from lib.exports.formats import PICTURES
from lib.exports.pictures import told
from lib.exports.typeset import typeset
from tests.exports.conftest import made

PACK = made("project", "de")
FIGURES = [one for one in PACK.exhibits() if isinstance(one, Chart | Map) and not one.reading.empty]


def text_of(name: str) -> str:
    """What stands on a picture, read back from the same page as a PDF."""
    reader = PdfReader(io.BytesIO(typeset("picture", "pdf", told(PACK, name))))
    return " ".join("".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("name", [one.name for one in FIGURES])
def test_it_says_what_it_shows_what_is_selected_and_whose_documents_it_rests_on(name: str) -> None:
    (one,) = [one for one in FIGURES if one.name == name]
    text = text_of(name)
    publishers = {document.publisher for document in PACK.citations
                  if document.number in PACK.numbers(one.source_ids)}  # fmt: skip
    said = [PACK.title, one.title, one.reading.subtitle, one.reading.coverage, *PACK.summary,
            PACK.dated, PACK.version]  # fmt: skip
    assert [line for line in said if " ".join(line.split()) not in text] == []
    assert publishers
    assert [publisher for publisher in publishers if publisher not in text] == []


def test_a_png_is_sharp_and_an_svg_a_drawing_that_fetches_nothing() -> None:
    name = FIGURES[0].name
    with Image.open(io.BytesIO(PICTURES["png"].make(PACK, name))) as drawn:
        assert drawn.width == 1600
        assert len(drawn.convert("RGB").resize((200, 200)).getcolors(40_000)) > 20
    drawing = PICTURES["svg"].make(PACK, name).decode()
    tree = ET.fromstring(drawing)
    assert tree.tag.endswith("svg")
    addresses = [value for one in tree.iter() for key, value in one.attrib.items()
                 if key.endswith("href")]  # fmt: skip
    assert [one for one in addresses if not one.startswith(("#", "data:"))] == []


def test_the_figure_of_a_project_is_found_by_the_name_that_its_page_gives_it() -> None:
    (opening,) = [one.name for one in FIGURES if one.name.startswith("project.openings.")]
    assert told(PACK, "project.openings") == told(PACK, opening)


def test_what_a_pack_does_not_have_is_told() -> None:
    with pytest.raises(LookupError, match="no figure funding.nothing"):
        PICTURES["png"].make(PACK, "funding.nothing")
