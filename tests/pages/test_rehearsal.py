"""Pages that are played through before the first visitor."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
import streamlit as st

from lib.model import store
from lib.model.languages import LANGUAGES
from lib.model.selection import Selection
from lib.view import kept, rehearsal, stage
from lib.view.navigation import PAGES
from tests.pages.reading import opened

EDITIONS = {"edition": ["1", "2", "3"], "programme": ["families", "refugees"], "country": ["DE"]}
# Who opens a link gets its maps for narrower places, too, until the browser tells its width.
NARROWER = {"overview": 1, "map": 4}


@pytest.fixture(scope="module")
def known() -> None:
    """Without a server Streamlit learns of a component from the first page that needs it."""
    for page in PAGES:
        opened(page)


@pytest.fixture
def unplayed(known: None) -> Iterator[None]:
    """Nothing is kept yet; afterwards no page takes itself for rehearsed."""
    kept.forget()
    yield
    stage.rehearse("")


def test_what_was_rehearsed_is_not_made_again(
    unplayed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rehearsal, "likely", lambda _: [Selection(edition=("2",), language="en")])
    assert rehearsal.rehearse(store.standing(), 60) == 1
    for page in PAGES:
        before = kept.made()
        shown = opened(page, {"edition": "2", "lang": "en"})
        assert shown.exceptions == []
        assert kept.made() - before <= NARROWER.get(page, 0), page


def test_a_rehearsed_page_says_what_another_says(
    unplayed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def texts() -> list[list[str]]:
        return [opened(page, {"edition": "1", "lang": "en"}).texts for page in PAGES]

    unrehearsed = texts()
    kept.forget()
    monkeypatch.setattr(rehearsal, "likely", lambda _: [Selection(edition=("1",), language="en")])
    rehearsal.rehearse(store.standing(), 60)
    assert texts() == unrehearsed


def test_the_likeliest_comes_first_and_each_once() -> None:
    found = list(rehearsal.likely(EDITIONS))
    assert [one.language for one in found[: len(LANGUAGES)]] == list(LANGUAGES)
    assert not any(one.is_filtered for one in found[: len(LANGUAGES)])
    assert [one.edition for one in found if one.edition] == [
        *(("1",), ("2",), ("3",)),
        *(("1", "2"), ("1", "3"), ("2", "3")),
    ]
    assert {one.programme for one in found} == {()}
    assert len(set(found)) == len(found)


def test_of_many_editions_each_alone_is_likely() -> None:
    many = {"edition": [str(number) for number in range(20)], "programme": [], "country": []}
    assert [one.edition for one in rehearsal.likely(many) if one.edition] == [
        (number,) for number in many["edition"]
    ]


def test_no_selection_is_begun_once_the_time_is_over(unplayed: None) -> None:
    assert rehearsal.rehearse(store.standing(), 0) == 0
    assert rehearsal.rehearse(store.standing(), 1e-9) == 0


def test_a_page_that_fails_is_logged_and_left_to_its_first_visitor(
    unplayed: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for page in PAGES:
        tmp_path.joinpath(f"{page}.py").write_text("1 / 0" if page == "map" else "")
    monkeypatch.setattr(rehearsal, "FOLDER", tmp_path)
    monkeypatch.setattr(rehearsal, "likely", lambda _: [Selection(language="en")])
    with caplog.at_level(logging.WARNING):
        assert rehearsal.rehearse(store.standing(), 60) == 1
    (told,) = caplog.records
    assert "map" in told.getMessage()
    assert told.exc_info is not None
    assert told.exc_info[0] is ZeroDivisionError


def test_nothing_is_said_of_a_visitor_that_is_not_there(
    unplayed: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(rehearsal, "likely", lambda _: [Selection(language="en")])
    with caplog.at_level(logging.INFO):
        rehearsal.rehearse(store.standing(), 60)
    assert "ScriptRunContext" not in caplog.text


@pytest.mark.parametrize("given", ["soon", "-1", "nan", "1e9", "4 s"])
def test_a_length_that_is_none_is_refused_by_name(
    given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_WARM_SECONDS", given)
    with pytest.raises(RuntimeError, match=f"DASHBOARD_WARM_SECONDS is '{given}'.*0.*3600"):
        rehearsal.seconds()


@pytest.mark.parametrize(("given", "found"), [("", 6.0), ("0", 0.0), (" 2.5 ", 2.5)])
def test_how_long_is_rehearsed(given: str, found: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_WARM_SECONDS", given)
    assert rehearsal.seconds() == found


def test_parts_that_run_alone_are_played_as_well(unplayed: None) -> None:
    from lib.view.disclosure import apart

    drawn = Mock()
    stage.rehearse("first")
    apart(drawn)
    drawn.assert_called_once_with()
    assert st.session_state["rehearsed"] == "first"
