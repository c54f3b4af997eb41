"""The board pack of a visit, worked out once for all files that are made of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from threading import Lock, Thread

from lib.exports.contents import pack_of
from lib.exports.pack import Pack
from lib.view.kept import kept
from lib.view.visit import Visit


class _Work:
    """A pack that is worked out by whoever asks first; others wait for it."""

    def __init__(self, make: Callable[[], Pack]) -> None:
        self._make = make
        self._made: Pack | None = None
        self._lock = Lock()

    def done(self) -> Pack:
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made


def packed(visit: Visit) -> Pack:
    """What is shown, with its words and sources, and what has changed where versions are compared.

    It says the day on which it is made.
    """
    return _work(visit).done()


def begin(visit: Visit) -> None:
    """Work it out while the visitor reads which files there are."""

    def work() -> None:
        with suppress(Exception):  # comes again for who asks for a file, and is told there
            packed(visit)

    Thread(target=work, daemon=True, name="pack").start()


def _work(visit: Visit) -> _Work:
    since, day = visit.since.earlier if visit.since else None, date.today()
    return kept(
        visit.apart(),
        ("pack", day),
        lambda: _Work(lambda: pack_of(visit.portfolio, visit.selection, since, day)),
    )
