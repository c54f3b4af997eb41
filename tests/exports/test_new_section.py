"""A section as the guide to the pack writes one: it comes into every kind of file."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from lib.exports import contents, timeline
from lib.exports.formats import FORMATS
from lib.exports.pack import Pack
from lib.exports.rows import csv_bytes
from lib.figures import places
from lib.model import store
from lib.model.selection import Selection
from tests.exports.conftest import SELECTIONS, tables
from tests.exports.saying import squeezed

GUIDE = Path(__file__).parents[2] / "docs" / "pack.md"
DAY = date(2026, 5, 31)
QUESTION = "Who carries the projects?"


def written(place: int) -> str:
    """What the guide has in Python: how to ask for files, then a section."""
    found: list[str] = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    return found[place]


@pytest.fixture(scope="module")
def pack() -> Pack:
    """A pack with the section of the guide in the place of another."""
    module: dict[str, Any] = {}
    exec(compile(written(1), str(GUIDE), "exec"), module)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timeline, "section", module["section"])
        return contents.pack_of(tables(), SELECTIONS["project"], day=DAY)


def test_it_is_in_every_kind_of_file(pack: Pack) -> None:
    (own,) = [section for section in pack.sections if section.name == "carriers"]
    told, table = own.exhibits
    count = len(table.frame)  # type: ignore[attr-defined]
    assert count > 1
    made = {suffix: form.make(pack) for suffix, form in FORMATS.items()}
    said = {suffix: squeezed(text_of(suffix, content)) for suffix, content in made.items()}
    for suffix in ("pdf", "pptx", "xlsx", "html"):
        assert squeezed(f"Organisations: {count}") in said[suffix], suffix
        assert squeezed(QUESTION) in said[suffix], suffix
    with zipfile.ZipFile(io.BytesIO(made["zip"])) as archive:
        assert "figures/carriers-organisations.csv" in archive.namelist()
    for suffix in ("pptx", "xlsx", "zip"):
        assert stamps(made[suffix]) == {(2026, 5, 31, 0, 0, 0)}, suffix
        assert told.name in [one.name for one in pack.exhibits()]


def test_a_program_gets_the_bytes_of_the_pages_and_of_the_zip(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr(store, "current", tables)
    exec(compile(written(0), str(GUIDE), "exec"), asked)
    assert len(Presentation(io.BytesIO(asked["slides"])).slides) > 20
    zipped = FORMATS["zip"].make(asked["pack"])
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        for name, content in asked["csv"].items():
            assert archive.read(f"figures/{name.replace('.', '-')}.csv") == content
    shown = places.announced(tables().select(Selection(edition=("2",), language="de")))
    assert asked["csv"]["places.announced"] == csv_bytes(shown)


def text_of(suffix: str, content: bytes) -> str:
    opened = io.BytesIO(content)
    if suffix == "pdf":
        return "".join(page.extract_text() for page in PdfReader(opened).pages)
    if suffix == "pptx":
        shapes = [shape for page in Presentation(opened).slides for shape in page.shapes]
        return " ".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)
    if suffix == "xlsx":
        sheets = load_workbook(opened).worksheets
        rows = (row for sheet in sheets for row in sheet.iter_rows(values_only=True))
        return " ".join(str(cell) for row in rows for cell in row if cell is not None)
    return content.decode("utf-8", "replace")


def stamps(content: bytes) -> set[tuple[int, ...]]:
    """When a zip says that what it holds was made, also what is packed in that."""
    found: set[tuple[int, ...]] = set()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for one in archive.infolist():
            found.add(one.date_time)
            if one.filename.endswith(".xlsx"):
                found |= stamps(archive.read(one))
            if one.filename == "docProps/core.xml":
                said = re.findall(rb"<dcterms:\w+[^>]*>([^<]*)<", archive.read(one))
                assert set(said) == {b"2026-05-31T00:00:00Z"}
    return found
