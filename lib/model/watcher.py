"""Watcher: what stands of a database, which is read again and again by a thread of its own.

A database tells nobody that a row has changed, and may be gone, frozen or slow at any moment. So no
visitor ever asks it: visitors get what the thread has found, or what stood before.
"""

from __future__ import annotations

import logging
import time
import weakref
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Final

from lib.files.address import VARIABLE, Address
from lib.model import last_good
from lib.model.faults import Fault, FaultyTables
from lib.model.keeper import Standing, Trouble
from lib.model.lost import since
from lib.model.package import Package, dumped, fingerprint, opened_again
from lib.model.row_keys import with_keys

PAUSE: Final = 5  # seconds between two readings, of tables that are read at once or not at all
LONGEST_PAUSE: Final = 15  # seconds
SHARE: Final = 20  # times what a reading takes is waited before the next
PATIENCE: Final = 4  # seconds that the first reading may keep visitors waiting
BRIEFLY: Final = 2  # the same, where there is a set that stood before
AT_ONCE: Final = 0.5  # seconds within which a database answers that is well
_LOG = logging.getLogger(__name__)


class Watcher:
    """Reads one database as long as somebody holds it; may be asked by many at once."""

    def __init__(self, address: Address, state: Path) -> None:
        """``state`` is a folder in which the last good set is kept."""
        import lib.files.database  # noqa: F401 - the driver comes before the time is counted

        self._address, self._state = address, state
        self._lock = Lock()
        self._has_looked = Event()
        self._begun = time.monotonic()
        self._seen = ""
        self._outcome: Package | tuple[Fault, ...] = ()
        self._now: Standing | Trouble | None = None
        Thread(target=_watch, args=(weakref.ref(self),), daemon=True, name="database").start()

    def standing(self) -> Standing:
        """What stands now. Raises :class:`FaultyTables` when nothing ever did.

        Only what comes within ``PATIENCE`` of the start is waited for, or ``BRIEFLY`` where a set
        stood before, which is brought meanwhile.
        """
        if self._now is None and not self._has_looked.wait(AT_ONCE):
            stood = self._restored()
            patience = BRIEFLY if stood else PATIENCE
            left = self._begun + patience - time.monotonic()
            if not self._has_looked.wait(max(0, left)):
                with self._lock:
                    if self._now is None:
                        slow = Fault(VARIABLE, 0, "", "", "database_slow", f"{patience:g}")
                        self._now = self._troubled((slow,), stood)
        now = self._now
        if not isinstance(now, Standing):
            raise FaultyTables(now.faults if now else ())
        return now

    def look(self) -> float:
        """Read the database once; the seconds until it is worth while to read it again."""
        began, pause = time.monotonic(), float(PAUSE)
        try:
            files = dumped(self._address)
            pause = min(max(pause, SHARE * (time.monotonic() - began)), LONGEST_PAUSE)
            found: Package | tuple[Fault, ...] = self._judged(files)
        except FaultyTables as error:
            found = error.faults
        except Exception as error:  # the thread must outlive it
            _LOG.exception("The database could not be read")
            found = (Fault(VARIABLE, 0, "", "", "database_failed", type(error).__name__),)
        with self._lock:
            if isinstance(found, Package):
                self._now = Standing(found, datetime.now(UTC))
            else:
                self._now = self._troubled(found)
        self._has_looked.set()
        return pause

    def _judged(self, files: dict[str, bytes]) -> Package | tuple[Fault, ...]:
        """The verdict on some tables; the same ones are judged once."""
        seen = fingerprint(files)
        stood = self._now.package if isinstance(self._now, Standing) else None
        if seen != self._seen:
            try:
                found = since(stood, opened_again(files, self._address))
                keyed = with_keys(found.doubts, found.brought.sheets)
                self._outcome = replace(found, doubts=keyed)
            except FaultyTables as error:
                self._outcome = error.faults
            else:
                last_good.keep(self._state, self._address, self._outcome)
            self._seen = seen
        return self._outcome

    def _troubled(
        self, faults: tuple[Fault, ...], stood: Standing | None = None
    ) -> Standing | Trouble:
        """What stood before, with the reason why it is not the newest and since when.

        ``stood`` is what stood when another process had the database, where that is known.
        """
        before = self._now if isinstance(self._now, Standing) else stood or self._restored()
        known = before.trouble if before else self._now
        is_known = isinstance(known, Trouble) and known.faults == faults
        trouble = known if is_known and known else Trouble(datetime.now(UTC), faults)
        assert isinstance(trouble, Trouble)
        return Standing(before.package, before.read_at, trouble) if before else trouble

    def _restored(self) -> Standing | None:
        """What stood when another process had the database."""
        found = last_good.restored(self._state, self._address)
        return Standing(*found) if found else None


def _watch(held: weakref.ref[Watcher]) -> None:
    """Look until nobody holds the watcher any more."""
    while watcher := held():
        pause = watcher.look()
        del watcher
        time.sleep(pause)
