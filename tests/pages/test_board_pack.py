"""The button on every page: the files of what is shown, made when they are asked for."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from threading import Event, Timer
from typing import Any

import pytest
import streamlit as st
from openpyxl import load_workbook

from lib.charts.theme import LIGHT
from lib.exports.formats import FORMATS
from lib.model import store
from lib.model.languages import LANGUAGES
from lib.model.selection import Selection
from lib.view import board_pack, kept, packed
from lib.view.narrowed import narrowed
from lib.view.visit import Visit
from lib.wording import pack as texts
from lib.wording.selection import speech
from lib.wording.words import words
from tests.pages.reading import opened, unfolded

Made = dict[str, tuple[str, str, Callable[[], bytes]]]


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Made:
    """The buttons that were drawn: name, media type and maker by key."""
    found: Made = {}
    button = st.download_button

    def noted(label: str, make: Any, file_name: str, mime: str, key: str, **rest: Any) -> bool:
        found[key] = (file_name, mime, make)
        return button(label, make, file_name=file_name, mime=mime, key=key, **rest)

    monkeypatch.setattr(st, "download_button", noted)
    return found


def test_nothing_is_made_before_it_is_asked_for(
    files: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    made: list[object] = []
    monkeypatch.setattr(packed, "begin", begun.append)
    monkeypatch.setattr(packed, "pack_of", lambda *asked: made.append(asked))
    page = opened("overview")
    assert not [key for key in files if key.startswith("pack-")]
    assert not begun
    unfolded(page)
    assert begun
    assert {key for key in files if key.startswith("pack-")} == {
        f"pack-{suffix}-file" for suffix in FORMATS
    }
    assert not made


def test_the_files_are_those_of_the_selection(files: Made) -> None:
    unfolded(opened("targets", {"edition": "1", "lang": "it"}))
    name, mime, make = files["pack-xlsx-file"]
    assert name.startswith("scale-up-impact-edition-1-it-")
    assert mime == FORMATS["xlsx"].media_type
    cover = load_workbook(io.BytesIO(make())).worksheets[0]
    said = [cell for row in cover.iter_rows(values_only=True) for cell in row]
    assert any("Edizione 1" in str(cell) for cell in said)
    with zipfile.ZipFile(io.BytesIO(files["pack-zip-file"][2]())) as archive:
        on_page = files["csv-targets.places"][2]()
        assert archive.read("figures/targets-places.csv") == on_page


def test_a_profile_is_taken_along_as_it_is_shown(files: Made) -> None:
    unfolded(opened("projects", {"project": "bbbs-fame"}))
    assert files["pack-zip-file"][0].startswith("scale-up-impact-project-bbbs-fame-en-")


def test_the_pack_is_of_what_the_page_says_it_shows(files: Made) -> None:
    """A project in the address narrows its profile alone, which is whole, whatever is filtered."""
    for page, query, stem in (
        ("funding", {"project": "singa"}, "scale-up-impact-en-"),
        ("projects", {"edition": "2", "project": "singa"}, "scale-up-impact-project-singa-en-"),
    ):
        shown = unfolded(opened(page, {**query, "lang": "en"}))
        name, _media, make = files["pack-zip-file"]
        assert name.startswith(stem)
        with zipfile.ZipFile(io.BytesIO(make())) as archive:
            described = json.loads(archive.read("datapackage.json"))
        (sentence,) = [text for text in shown.texts if text.startswith("Showing ")]
        assert sentence in described["description"].replace("\u00a0", " ")
        is_profile = page == "projects"
        assert described["selection"].get("project", []) == (["singa"] if is_profile else [])
        chips = [one.label for one in shown.at.button if "Remove" in one.label]
        assert [chip.split(")")[-1].strip() for chip in chips] == (["SINGA"] if is_profile else [])


def test_two_visitors_get_files_of_their_own(files: Made) -> None:
    names = []
    for _visitor in range(2):
        unfolded(opened("overview"))
        names.append(files["pack-xlsx-file"][0])
    assert names[0] != names[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_filters_that_leave_nothing_every_file_says_so(files: Made, language: str) -> None:
    unfolded(opened("overview", {"edition": "1", "country": "IN", "lang": language}))
    made = {suffix: files[f"pack-{suffix}-file"][2]() for suffix in FORMATS}
    assert all(made.values())
    said = words(language).gettext("No project matches these filters")
    assert said in made["html"].decode().replace("\u00a0", " ")
    (_cover, only) = load_workbook(io.BytesIO(made["xlsx"])).worksheets
    assert said in [cell for row in only.iter_rows(values_only=True) for cell in row]


def test_every_kind_of_file_has_a_name() -> None:
    assert set(FORMATS) <= set(texts.kinds(words("en")))


def test_a_file_that_cannot_be_made_says_so(files: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    page = unfolded(opened("overview"))

    def fail(_pack: object) -> bytes:
        raise OSError("no room")

    broken = FORMATS["xlsx"]._replace(make=fail)
    monkeypatch.setattr(board_pack, "FORMATS", {**FORMATS, "xlsx": broken})
    making = page.at.session_state["making-xlsx"]
    with pytest.raises(OSError, match="no room"):
        files["pack-xlsx-file"][2]()
    assert (making.is_over, making.is_failed) == (True, True)


def test_the_same_file_is_made_once_for_all_who_ask(files: Made) -> None:
    made = []
    for _visitor in range(2):
        unfolded(opened("overview", {"edition": "3", "lang": "es"}))
        made.append(files["pack-xlsx-file"][2]())
    assert made[0] is made[1]


@pytest.fixture
def visit() -> Visit:
    kept.forget()
    selection = Selection(edition=("2",), language="en")
    standing = store.standing()
    portfolio = narrowed(standing.package.portfolio, selection)
    return Visit(standing, portfolio, speech(selection), LIGHT, selection)


def test_who_asks_for_a_file_takes_the_pack_that_was_begun(
    visit: Visit, begin: Callable[[Visit], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    is_begun, is_let_go, made = Event(), Event(), []

    def slow(*_asked: object) -> object:
        is_begun.set()
        assert is_let_go.wait(10)
        made.append(object())
        return made[-1]

    monkeypatch.setattr(packed, "pack_of", slow)
    begin(visit)
    assert is_begun.wait(10)
    Timer(0.1, is_let_go.set).start()
    assert packed.packed(visit) is packed.packed(visit)
    assert len(made) == 1


def test_what_fails_ahead_is_told_to_who_asks(
    visit: Visit, begin: Callable[[Visit], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    is_begun = Event()

    def fail(*_asked: object) -> object:
        is_begun.set()
        raise OSError

    monkeypatch.setattr(packed, "pack_of", fail)
    begin(visit)
    assert is_begun.wait(10)
    with pytest.raises(OSError):
        packed.packed(visit)
