"""Ahead: what a page is made of, made while the browser of its first reader loads what draws it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Lock, Thread
from typing import Final

from lib.model import engine, store
from lib.model.faults import FaultyTables
from lib.model.languages import LANGUAGES
from lib.model.selection import FILTERS, Selection
from lib.view import rehearsal
from lib.view.navigation import PAGES
from lib.wording.catalogue import preferred

_FILTERS: Final = {*FILTERS, "evidence"}
_turn: Final = Lock()


def begin(page: str, query: Mapping[str, Sequence[str]], locale: str) -> Thread | None:
    """Play a page in the reader's language, beside the server: returns at once.

    A browser has a second's work before it asks for what is on the page, and the first reader in a
    language waits no longer than the next. ``page`` is a name, or nothing for the start page,
    ``query`` what its address says, ``locale`` what the browser prefers, as in "de-CH".

    Only where nothing is filtered, and one page at a time, so that addresses asked for by the
    thousand make no work: of pages in a language there are a few, each is played once. Out: the
    thread at work, None for what is not played.
    """
    name = page or PAGES[0]
    if name not in PAGES or not _FILTERS.isdisjoint(query) or engine.is_rolled_up():
        return None
    asked = query.get("lang", ())
    language = asked[0] if asked and asked[0] in LANGUAGES else preferred(locale)
    if not _turn.acquire(blocking=False):
        return None
    work = Thread(target=_play, args=(name, language), daemon=True, name="ahead")
    work.start()
    return work


def _play(page: str, language: str) -> None:
    try:
        with suppress(FaultyTables):  # told on every page
            rehearsal.play(store.standing(), Selection(language=language), [page])
    finally:
        _turn.release()
