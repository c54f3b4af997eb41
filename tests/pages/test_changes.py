"""What changed: an earlier version dropped or chosen, shown to its session alone."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
import streamlit as st
from openpyxl import load_workbook

from lib.exports.contents import pack_of
from lib.exports.data_package import data_package
from lib.model.package import packed
from lib.model.selection import Selection
from lib.model.store import load
from lib.wording.catalogue import translations
from lib.wording.words import words
from tests.fixture.copies import REAL
from tests.pages.reading import CHART, Opened, again, opened, plain, unfolded
from tests.pages.tables import copied, rewrite
from tests.pages.test_every_page import english

GONE = "https://example.org/gone"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The tables of the checkout with a smaller commitment, a place less, a document more."""
    folder = copied(tmp_path_factory.mktemp("old"))
    rewrite(
        folder,
        "funding",
        lambda row: row | ({"value": "5000000"} if row["statement_id"] == "F001" else {}),
    )
    lines = (folder / "sites.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "sites.csv").write_text("".join(lines[:-1]), encoding="utf-8")
    files = {path.name: path.read_bytes() for path in folder.glob("*.csv")}
    head, *_rest = files["sources.csv"].decode().splitlines()
    cells = dict.fromkeys(head.split(","), "") | {
        "source_id": "gone",
        "publisher": "<b>Gone</b>",
        "title": "An old title",
        "language_code": "en",
        "url": GONE,
        "authority": "press",
        "is_programme_page": "false",
    }
    files["sources.csv"] += (",".join(cells.values()) + "\n").encode()
    return files


def dropped(page: Opened, content: dict[str, bytes]) -> Opened:
    page.at.file_uploader[0].set_value([(name, one, "") for name, one in content.items()])
    return again(page)


def compared(content: dict[str, bytes], query: dict[str, str] | None = None) -> Opened:
    return dropped(opened("changes", query), {"2026-05-31.zip": packed(content)})


def texts_of(page: Opened) -> str:
    return "\n".join(page.texts)


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_page_says_what_to_drop(language: str) -> None:
    _ = translations(language).gettext
    page = opened("changes", {"lang": language})
    assert page.exceptions == []
    assert page.title == _("What changed")
    assert page.at.file_uploader[0].label == _("An earlier Data Package, or its tables")
    assert english(page, language) == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_changed_is_said_in_the_language_of_the_reader(
    old: dict[str, bytes], language: str
) -> None:
    speech = words(language)
    page = unfolded(compared(old, {"lang": language}))
    assert page.exceptions == []
    assert speech.date("2026-05-31") in page.title
    assert english(page, language) == []
    (money,) = page.table(speech.gettext("Statements"))
    assert money[speech.gettext("Before")] == plain(speech.money(5e6, 5e6, False, "EUR"))
    assert money[speech.gettext("Now")] == plain(speech.money(7e6, 7e6, False, "EUR"))
    before = speech.gettext("Before: {value}")
    assert before.format(value=speech.money(5e6, 5e6, False, "EUR")) in page.texts
    rest = page.table(speech.gettext("Projects, partners, places, sources"))
    assert [row[speech.gettext("What happened")] for row in rest] == [
        speech.gettext("removed"),
        speech.gettext("added"),
    ]
    assert page.numbers == opened("overview", {"lang": language}).numbers


def test_sources_are_linked_and_printed_as_elsewhere(old: dict[str, bytes]) -> None:
    page = compared(old)
    assert any(f"]({GONE})" in text for text in page.marked)
    assert "<b>Gone</b>" in texts_of(page)
    printed = [text for text in page.texts if "Documents cited on this page" in text]
    assert len(printed) == 1
    assert GONE in printed[0]


def test_filters_narrow_both_sides(old: dict[str, bytes]) -> None:
    page = compared(old, {"edition": "1"})
    assert page.exceptions == []
    assert "<b>Gone</b>" not in texts_of(page)
    # What is promised to the whole programme is no statement of it, but its key figures say it.
    (said,) = page.table("Statements")
    assert said["What happened"] == "changed: value"
    before = "Before: not attributable · EUR 5.0 M for the whole programme"
    assert before not in texts_of(page)
    nothing = compared(old, {"edition": "3", "programme": "refugees"})
    assert nothing.exceptions == []
    assert "No project matches these filters, neither then nor now." in texts_of(nothing)


def test_a_selection_that_was_empty_then_is_said(old: dict[str, bytes]) -> None:
    content = {path.name: path.read_bytes() for path in REAL.glob("*.csv")}
    content["projects.csv"] = content["projects.csv"].replace(b"\nsinga,1,", b"\nsinga,3,")
    page = compared(content, {"edition": "1"})
    assert page.exceptions == []
    assert re.search(r"\d+ added", page.title)
    chosen = {"edition": "1", "country": "FR"}
    assert "No project of this selection was in the earlier tables." in texts_of(
        compared(content, chosen)
    )


@pytest.fixture(scope="module")
def exported() -> bytes:
    """The Data Package of an edition, in Italian."""
    return data_package(pack_of(load(REAL), Selection(edition=("1",), language="it")))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_exported_package_has_not_changed(exported: bytes, language: str) -> None:
    speech = words(language)
    page = dropped(opened("changes", {"lang": language}), {"mine.zip": exported})
    assert page.exceptions == []
    form = speech.gettext("Within “{part}” nothing has changed since {version}")
    assert page.title.startswith(form.format(part=speech.edition("1"), version="").strip(" )"))
    assert "mine" in page.title
    assert speech.edition("1") in texts_of(page)
    assert english(page, language) == []


def test_it_is_seen_in_its_session_alone_and_can_be_left(old: dict[str, bytes]) -> None:
    page = compared(old)
    assert opened("changes").title == "What changed"
    page.at.switch_page("../pages/overview.py")
    page = again(page)
    assert page.exceptions == []
    page.at.switch_page("../pages/changes.py")
    page = again(page)
    assert page.title == "1 added, 1 removed and 1 changed since 31 May 2026"
    page.at.button(key="let-go").click()
    page = again(page)
    assert page.title == "What changed"


def test_files_of_a_folder_are_tables_too(old: dict[str, bytes]) -> None:
    page = dropped(opened("changes"), old)
    assert page.title == "1 added, 1 removed and 1 changed since the earlier tables"


def test_faults_are_told_with_what_to_do(old: dict[str, bytes]) -> None:
    content = dict(old)
    del content["parts.csv"]
    page = compared(content)
    assert page.exceptions == []
    assert page.title == "What changed"
    assert "The tables cannot be used: 1 fault" in texts_of(page)
    assert "Put it back, even if it holds only a header." in texts_of(page)


def test_languages_that_came_since_are_not_compared(old: dict[str, bytes]) -> None:
    page = opened("changes", {"lang": "de"})
    content = {}
    for name, one in old.items():
        head, _, rest = one.decode().partition("\n")
        content[name] = f"{re.sub('_de,|_de$', '_pt,', head).rstrip(',')}\n{rest}".encode()
    page = dropped(page, {"2026-05-31.zip": packed(content)})
    assert page.exceptions == []
    assert "In den früheren Tabellen fehlen Texte auf Deutsch" in texts_of(page)
    assert len(page.table("Angaben")) == 1


@pytest.fixture
def kept(old: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The tables of the checkout with versions beside them: a good one, a bad one."""
    folder = copied(tmp_path)
    (folder / "versions").mkdir()
    (folder / "versions" / "2026-05-31.zip").write_bytes(packed(old))
    (folder / "versions" / "2025.zip").write_bytes(b"PK\x03\x04")
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    yield folder


def test_versions_beside_the_tables_can_be_chosen(kept: Path) -> None:
    page = opened("changes")
    assert page.exceptions == []
    choice = page.at.selectbox(key="version")
    assert choice.options == ["31 May 2026", "2025"]
    choice.set_value("2025")
    page = again(page)
    assert "The tables cannot be used" in texts_of(page)
    page.at.selectbox(key="version").set_value("2026-05-31")
    page = again(page)
    assert page.exceptions == []
    assert page.title == "1 added, 1 removed and 1 changed since 31 May 2026"
    assert link(page)["version"] == ["2026-05-31"]


@pytest.mark.usefixtures("kept")
def test_an_address_names_the_version_that_is_compared_with() -> None:
    page = again(opened("changes", {"version": "2026-05-31"}))
    assert page.exceptions == []
    assert page.title == "1 added, 1 removed and 1 changed since 31 May 2026"
    page = opened("changes", {"version": "2001*"})
    assert page.exceptions == []
    assert [plain(one.value) for one in page.at.warning] == ["No version “2001*” is kept here."]
    assert page.at.selectbox(key="version").value is None
    assert "version" not in link(page)


def test_a_version_is_told_to_be_gone_where_none_is_kept_at_all() -> None:
    page = opened("changes", {"version": "<b>2001", "lang": "en"})
    assert [plain(one.value) for one in page.at.warning] == ["No version “<b>2001” is kept here."]
    assert len(again(page).at.warning) == 0


def link(page: Opened) -> dict[str, list[str]]:
    """The parameters of the address that is copied."""
    (sent,) = (one.proto.bytes for one in page.of(CHART) if "copy-link" in one.proto.id)
    return parse_qs(json.loads(sent)["query"])


Made = dict[str, Callable[[], bytes]]


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Made:
    """The makers of the buttons that were drawn."""
    found: Made = {}
    button = st.download_button

    def noted(label: str, make: Any, key: str, **rest: Any) -> bool:
        found[key] = make
        return button(label, make, key=key, **rest)

    monkeypatch.setattr(st, "download_button", noted)
    return found


def test_the_board_pack_of_the_session_says_it_too(old: dict[str, bytes], files: Made) -> None:
    page = compared(old)
    page.at.switch_page("../pages/funding.py")
    page = unfolded(again(page))
    assert page.exceptions == []
    assert "Also what changed since 31 May 2026." in texts_of(page)
    cells = [
        str(cell)
        for sheet in load_workbook(io.BytesIO(files["pack-xlsx-file"]()))
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    ]
    assert "1 added, 1 removed and 1 changed since 31 May 2026" in " ".join(cells)
    unfolded(opened("funding"))
    with zipfile.ZipFile(io.BytesIO(files["pack-zip-file"]())) as archive:
        assert "figures/changes-statements.csv" not in archive.namelist()


def test_nothing_of_it_is_kept_where_others_are_served(old: dict[str, bytes]) -> None:
    page = compared(old)
    held = page.at.session_state["since"]
    assert len(held.kept) > 2
    from lib.view.kept import _kept

    asked = {one.key[-1] for one in held.kept}
    assert {"said", "rest"} <= asked
    before = _kept.cache_info().currsize
    again(page)
    assert _kept.cache_info().currsize == before


def test_data_and_sources_leads_there() -> None:
    links = [link.proto.page for link in opened("sources").of("page_link")]
    assert "changes" in links
