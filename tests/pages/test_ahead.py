"""A page is made while the browser of its first reader in a language still loads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from threading import Event
from unittest.mock import Mock

import pytest

from lib.model import engine, store
from lib.model.faults import FaultyTables
from lib.view import ahead, kept, rehearsal, stage
from lib.view.navigation import PAGES
from tests.pages.reading import opened
from tests.pages.test_rehearsal import NARROWER


@pytest.fixture
def unplayed() -> Iterator[None]:
    """Components are known, nothing is kept; afterwards no page takes itself for rehearsed."""
    for page in PAGES:
        opened(page)
    kept.forget()
    yield
    stage.rehearse("")


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Mock:
    played = Mock()
    monkeypatch.setattr(rehearsal, "play", played)
    return played


def _done(page: str, query: Mapping[str, list[str]], locale: str) -> None:
    work = ahead.begin(page, query, locale)
    assert work is not None
    work.join(30)
    assert not work.is_alive()


def test_the_first_reader_in_a_language_finds_the_page_made(unplayed: None) -> None:
    for page in PAGES:
        _done(page, {"lang": ["de"]}, "en-GB")
        before = kept.made()
        assert opened(page, {"lang": "de"}).exceptions == []
        assert kept.made() - before <= NARROWER.get(page, 0), page


def test_a_page_is_played_once(unplayed: None) -> None:
    _done("funding", {}, "fr")
    before = kept.made()
    _done("funding", {"lang": ["fr"]}, "")
    assert kept.made() == before


@pytest.mark.parametrize(
    ("query", "locale", "language"),
    [
        ({}, "it-CH", "it"),
        ({}, "", "en"),
        ({}, "nl", "en"),
        ({"lang": ["es"]}, "de", "es"),
        ({"lang": ["xx"]}, "de", "de"),
        ({"currency": ["EUR"]}, "de", "de"),
    ],
)
def test_it_is_played_in_the_language_it_will_be_read_in(
    play: Mock, query: dict[str, list[str]], locale: str, language: str
) -> None:
    _done("", query, locale)
    ((standing, selection, pages),) = (called.args for called in play.mock_calls)
    assert standing is store.standing()
    assert (selection.language, pages) == (language, [PAGES[0]])
    assert not selection.is_filtered


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("words", {}),
        ("own", {}),
        *(("map", {name: ["1"]}) for name in ("edition", "country", "project", "evidence")),
    ],
)
def test_what_is_filtered_or_beside_makes_no_work(
    play: Mock, page: str, query: dict[str, list[str]]
) -> None:
    assert ahead.begin(page, query, "de") is None


def test_sums_alone_make_no_work(play: Mock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "is_rolled_up", lambda: True)
    assert ahead.begin("", {}, "de") is None


def test_one_page_at_a_time(play: Mock) -> None:
    under_way, end = Event(), Event()
    play.side_effect = lambda *_: (under_way.set(), end.wait(30))
    work = ahead.begin("", {}, "de")
    assert work is not None
    assert under_way.wait(30)
    assert ahead.begin("map", {}, "fr") is None
    end.set()
    work.join(30)
    _done("map", {}, "fr")


def test_faulty_tables_are_left_to_the_page_that_lists_them(
    play: Mock, monkeypatch: pytest.MonkeyPatch
) -> None:
    standing = Mock(side_effect=FaultyTables([]))
    monkeypatch.setattr(store, "standing", standing)
    _done("", {}, "de")
    assert play.mock_calls == []
    _done("", {}, "de")
    assert standing.call_count == 2
