"""What changed, in every kind of file: there only with an earlier version, with its sources."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from lib.exports import changes as changes_told
from lib.exports.__main__ import main
from lib.exports.contents import pack_of
from lib.exports.exhibits import Lines, Listing
from lib.exports.formats import FORMATS
from lib.exports.pack import Pack, Section
from lib.figures import changes, key, registers
from lib.model.earlier import Earlier, earlier, sides
from lib.model.languages import LANGUAGES
from lib.model.package import packed
from lib.model.selection import Selection
from lib.wording.words import words
from tests.exports.conftest import made, tables
from tests.fixture import copies

OLD_SOURCE = "a-document-that-is-gone"


@cache
def before() -> Earlier:
    """The tables of this checkout as they were with a smaller commitment and one more document."""
    old = {path.name: path.read_text(encoding="utf-8") for path in copies.REAL.glob("*.csv")}
    # The first row of the table is the commitment that all others repeat.
    assert old["funding.csv"].splitlines()[1].startswith("F001,")
    old["funding.csv"] = old["funding.csv"].replace(",7000000,", ",5000000,", 1)
    head = old["sources.csv"].splitlines()[0]
    cells = dict.fromkeys(head.split(","), "") | {
        "source_id": OLD_SOURCE,
        "publisher": "A publisher of old",
        "title": "A title of old",
        "language_code": "en",
        "url": "https://example.org/gone",
        "authority": "press",
        "is_programme_page": "false",
    }
    old["sources.csv"] += ",".join(cells.values()) + "\n"
    head = old["context.csv"].splitlines()[0]
    said = dict.fromkeys(head.split(","), "") | {
        "statement_id": "Z1",
        "quantity_id": "Z1",
        "qualifier": "about",
        "is_headline": "true",
        "source_id": OLD_SOURCE,
        "topic": "old",
        "value": "12",
        "scope": "project",
    }
    for name in said:
        if name.startswith(("locator_", "description_")):
            said[name] = f"Said once ({name[-2:]})"
    old["context.csv"] += ",".join(said.values()) + "\n"
    content = packed({name: text.encode() for name, text in old.items()})
    return earlier({"2026-05-31.zip": content}, "2026-05-31")


@cache
def pack(language: str = "en") -> Pack:
    return pack_of(tables(), Selection(language=language), before())


def section(of: Pack) -> Section:
    (found,) = [one for one in of.sections if one.name == "changes"]
    return found


def told(selection: Selection, since: Earlier) -> Section:
    """What a pack of a selection says of it, without the rest of the pack."""
    compared = sides(since, tables().select(selection))
    return changes_told.section(compared, words(selection.language))


def files() -> dict[str, bytes]:
    """The tables of this checkout."""
    return {path.name: path.read_bytes() for path in copies.REAL.glob("*.csv")}


def test_it_is_there_only_with_an_earlier_version() -> None:
    assert "changes" not in [one.name for one in made("all", "en").sections]
    first, *others = [one.name for one in made("all", "en").sections]
    assert [one.name for one in pack().sections] == [first, "changes", *others]
    # What other tests look at without a pack around it.
    there, alone = section(pack()), told(Selection(), before())
    assert there._replace(exhibits=()) == alone._replace(exhibits=())
    assert [one.name for one in there.exhibits] == [one.name for one in alone.exhibits]


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_tables_are_the_figures(language: str) -> None:
    selection = Selection(language=language)
    figures, said, rest = told(selection, before()).exhibits
    then, now = before().portfolio.select(selection), tables().select(selection)
    for exhibit, frame in (
        (figures, changes.key_figures(then, now)),
        (said, changes.statements(then, now)),
        (rest, registers.changes(then, now)),
    ):
        assert isinstance(exhibit, Listing)
        pd.testing.assert_frame_equal(exhibit.frame, frame)
        texts = exhibit.texts()
        assert len(texts) == len(frame) > 0
        assert all(isinstance(cell, str) for name in texts for cell in texts[name])
    assert isinstance(figures, Listing)
    old = key.key_figures(then).iloc[0]
    assert figures.texts().iloc[0, 1] == words(language).money(
        old["low"], old["high"], False, old["currency_code"]
    )


def test_it_says_what_was_what() -> None:
    found = section(pack())
    assert found.finding == "2 removed and 1 changed since 31 May 2026"
    assert found.lead == (
        "Compared with 31 May 2026: 11 projects, 252 statements, 104 places and 91 sources, "
        "the newest of 4 Feb 2026.",
    )
    said = found.exhibits[1]
    assert isinstance(said, Listing)
    texts = said.texts()[["Kind", "What happened", "Before", "Now", "Publisher"]]
    rows = texts.replace("\u00a0", " ", regex=True).to_numpy().tolist()
    assert rows == [
        ["Money", "changed: value", "EUR 5.0 M", "EUR 7.0 M", "The Human Safety Net"],
        ["Other statement", "removed", "≈ 12", "", "A publisher of old"],
    ]


def test_a_key_figure_whose_coverage_changed_leads_to_the_statement() -> None:
    found = told(Selection(edition=("2",)), before())
    figures, said, _rest = found.exhibits
    assert isinstance(figures, Listing)
    assert isinstance(said, Listing)
    texts = figures.texts().replace("\u00a0", " ", regex=True).set_index("Key figure")
    row = texts.loc["Committed by the foundation"]
    assert row["Before"] == row["Now"]
    assert row["What happened"] == "coverage changed"
    assert row["Coverage before"] == "EUR 5.0 M for the whole programme"
    assert row["Coverage now"] == "EUR 7.0 M for the whole programme"
    assert said.frame["statement_id"].tolist() == ["F001"]
    assert set(said.source_ids) <= set(figures.source_ids)
    assert found.finding.startswith("1 changed since")


@cache
def of_another() -> Earlier:
    example = {path.name: path.read_bytes() for path in (copies.REAL / "example").glob("*.csv")}
    return earlier({"old.zip": packed(example)}, "old")


def test_another_portfolio_is_not_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = told(Selection(), of_another())
    assert found.finding == "These are the tables of another portfolio"
    (only,) = found.exhibits
    assert isinstance(only, Lines)
    assert "“Scale Up Impact”. Nothing is compared." in only.lines[0].text
    arguments = ["--since", str(copies.REAL / "example"), "--out", str(tmp_path / "pack")]
    assert main(arguments) == 1
    assert "another portfolio" in capsys.readouterr().err
    assert not (tmp_path / "pack").exists()


def test_a_name_that_is_no_date_is_said_with_the_date_of_its_data() -> None:
    found = told(Selection(), earlier(files(), "old"))
    assert found.finding == "Nothing has changed since “old” (documents up to 4 Feb 2026)"


def test_a_document_that_is_gone_is_cited_like_any_other() -> None:
    own = pack()
    (cited,) = [one for one in own.citations if one.source_id == OLD_SOURCE]
    said = section(own).exhibits[1]
    assert isinstance(said, Listing)
    assert own.row_numbers(said)[1] == cited.number
    assert [one.number for one in own.citations] == list(range(1, len(own.citations) + 1))
    listed = [one for one in own.exhibits() if one.name == "record.sources"]
    assert [OLD_SOURCE in one.source_ids for one in listed] == [True]
    assert OLD_SOURCE not in [one.source_id for one in made("all", "en").citations]


@cache
def same() -> Earlier:
    return earlier(files(), "2026-05-31")


@pytest.mark.parametrize("language", LANGUAGES[:2])
def test_nothing_changed_says_so(language: str) -> None:
    found = told(Selection(edition=("1",), language=language), same())
    speech = words(language)
    form = speech.gettext("Nothing has changed since {version}")
    assert found.finding == form.format(version=speech.date("2026-05-31"))
    figures, said, rest = found.exhibits
    assert isinstance(figures, Listing)
    assert isinstance(said, Listing)
    assert isinstance(rest, Listing)
    assert set(figures.texts()[speech.gettext("What happened")]) == {speech.gettext("as before")}
    assert said.frame.empty
    assert rest.frame.empty
    assert said.empty
    assert rest.empty


def test_a_selection_that_was_empty_is_said() -> None:
    old = files()
    old["projects.csv"] = old["projects.csv"].replace(b"\nsinga,1,", b"\nsinga,3,")
    chosen = Selection(edition=("1",), country=("FR",))
    found = told(chosen, earlier(old, "old"))
    assert "No project of this selection was in the earlier tables." in found.lead
    nothing = told(Selection(edition=("1",), country=("IN",)), before())
    assert "No project matches these filters, neither then nor now." in nothing.lead


@cache
def of_an_edition() -> Earlier:
    return earlier({"a.zip": FORMATS["zip"].make(made("edition", "en"))}, "a")


@pytest.mark.parametrize("language", LANGUAGES[:2])
def test_a_package_of_a_selection_says_of_which(language: str) -> None:
    found, speech = told(Selection(language=language), of_an_edition()), words(language)
    form = speech.gettext(
        "The earlier tables hold a selection only: {filters}. Those of today are compared within "
        "it."
    )
    assert form.format(filters=speech.edition("1")) in found.lead
    part = speech.edition("1")
    nothing = speech.gettext("Within “{part}” nothing has changed since {version}")
    assert found.finding.startswith(nothing.format(part=part, version="").strip(" )"))
    assert part in found.exhibits[0].title
    # Counted is what is compared: no document that says nothing about it.
    part_of = tables().select(Selection(edition=("1",)))
    documents = {*part_of.statements["source_id"], *part_of.sites["source_id"]}
    assert f" {len(documents)} " in found.lead[0]


def test_every_kind_of_file_has_it() -> None:
    found = section(pack())
    own = replace(pack(), sections=(pack().sections[0], found, *pack().sections[-3:]))
    pages = PdfReader(io.BytesIO(FORMATS["pdf"].make(own))).pages
    said = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert found.finding in said
    assert "changed: value" in said
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].make(own)))
    cells = [
        str(cell)
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell is not None
    ]
    assert {"changed: value", "EUR\u00a05.0\u00a0M", "Before: Low", "A publisher of old"} <= set(
        cells
    )
    slides = Presentation(io.BytesIO(FORMATS["pptx"].make(own))).slides
    texts = [
        cell.text
        for slide in slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    assert "changed: value" in texts
    with zipfile.ZipFile(io.BytesIO(FORMATS["zip"].make(own))) as archive:
        rows = json.loads(archive.read("figures/changes-statements.json"))["rows"]
    assert [(row["statement_id"], row["change"], row["then_low"], row["low"]) for row in rows] == [
        ("F001", "changed", 5_000_000, 7_000_000),
        ("Z1", "removed", 12, None),
    ]


def test_the_shell_asks_for_it_by_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = tmp_path / "2026-05-31.zip"
    old.write_bytes(packed(files()))
    arguments = ["--since", str(old), "--out", str(tmp_path / "pack"), "--format", "zip"]
    assert main(arguments) == 0
    with zipfile.ZipFile(next((tmp_path / "pack").glob("*.zip"))) as archive:
        assert "figures/changes-statements.csv" in archive.namelist()
    unnamed = files()["funding.csv"].replace(b",value,", b",worth,", 1)
    old.write_bytes(packed(files() | {"funding.csv": unnamed}))
    assert main(arguments) == 1
    assert "funding.csv:12:value: The qualifier is at_least." in capsys.readouterr().err


def test_the_shell_takes_filters_as_an_address_has_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["?edition=99&lang=de"]) == 1
    assert capsys.readouterr().err == "No filter knows edition=99\n"


def test_a_number_that_is_only_surer_is_told_so_after_the_other_changes() -> None:
    old = files()
    lines = old["targets.csv"].decode().splitlines(keepends=True)
    at = next(place for place, line in enumerate(lines) if line.startswith("F019,"))
    assert ",up_to," in lines[at]
    lines[at] = lines[at].replace(",up_to,", ",exact,")
    since = earlier({"old.zip": packed({**old, "targets.csv": "".join(lines).encode()})}, "old")
    said = told(Selection(), since).exhibits[1]
    assert isinstance(said, Listing)
    rows = said.texts()[["What happened", "Before", "Now"]].to_numpy().tolist()
    space = "\u00a0"
    assert rows == [["changed: how sure", "60 family centres", f"≤{space}60 family centres"]]
    made_of = FORMATS["pptx"].make(pack_of(tables(), Selection(), since))
    slides = [
        [shape for shape in slide.shapes if shape.has_text_frame or shape.has_table]
        for slide in Presentation(io.BytesIO(made_of)).slides
    ]
    tabled = [place for place, own in enumerate(slides) if any(
        one.has_table and "changed: how sure" in [cell.text for cell in one.table.iter_cells()]
        for one in own
    )]  # fmt: skip
    nothing = [place for place, own in enumerate(slides) if any(
        one.has_text_frame and "Nothing else was added" in one.text_frame.text for one in own
    )]  # fmt: skip
    assert tabled and min(nothing) >= max(tabled)
