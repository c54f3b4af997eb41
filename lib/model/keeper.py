"""Keeper: the last good set of tables stands until a newer one holds.

A set is read whole, checked whole and put in the place of the other by one assignment. While files
are being written nothing is published: a set counts only when nothing changed while it was read,
and, once one stands, some time after the last change.
"""

from __future__ import annotations

import logging
import math
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Final

from lib.files.folder import is_packed
from lib.files.place import Stamp, stamp
from lib.model import last_good
from lib.model.faults import Fault, FaultyTables
from lib.model.lost import since
from lib.model.package import Package, opened_at

QUIET = 2.0  # seconds without a change before newer tables are looked at
AGAIN: Final = 60.0  # seconds after which what took too long is read again
TRIES: Final = 20  # until a first set is the same before and after it was read
_GONE: Final = ("missing_file", "no_tables", "empty_folder", "absent")
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trouble:
    """Why newer tables do not stand, and when that was noticed first."""

    since: datetime
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Standing:
    """A set of tables, when it was read, and why it is not the newest, if it is not."""

    package: Package
    read_at: datetime
    trouble: Trouble | None = None


class Keeper:
    """Keeps the tables of one place; may be asked by many at once."""

    def __init__(self, place: Path, state: Path, quiet: float | None = None) -> None:
        """``state`` is a folder outside of the place, in which the last good set is kept.

        ``quiet`` are seconds in the place of ``QUIET``.
        """
        self._place, self._state, self._quiet = place, state, quiet
        self._lock = Lock()
        self._judged: Stamp | None = None
        self._again_at = math.inf  # of the monotonic clock
        self._now: Standing | Trouble | None = None

    def standing(self) -> Standing:
        """What stands now. Raises :class:`FaultyTables` when nothing ever did.

        Who comes while another one reads is given what stood before, and waits only for the first.
        """
        if self._is_due() and self._lock.acquire(blocking=not isinstance(self._now, Standing)):
            try:
                if self._is_due():
                    self._judge()
            finally:
                self._lock.release()
        now = self._now
        if not isinstance(now, Standing):
            raise FaultyTables(now.faults if now else ())
        return now

    def _is_due(self) -> bool:
        return time.monotonic() >= self._again_at or stamp(self._place) != self._judged

    def _judge(self) -> None:
        """Read what is there: at once where nothing stands, else when nobody writes any more."""
        if isinstance(self._now, Standing):
            if self._is_settled():
                self._look()
            return
        if not any(self._look() for _ in range(TRIES)) and self._now is None:
            fault = Fault(self._place.name, 0, "", "", "changing")
            self._now = Trouble(datetime.now(UTC), (fault,))

    def _look(self) -> bool:
        """Read what is there; whether it was the same before and after."""
        before = stamp(self._place)
        outcome = self._outcome()
        is_same = stamp(self._place) == before
        if is_same:
            self._now, self._judged = outcome, before
            trouble = outcome.trouble if isinstance(outcome, Standing) else outcome
            is_slow = trouble and any(fault.rule == "too_slow" for fault in trouble.faults)
            self._again_at = time.monotonic() + AGAIN if is_slow else math.inf
        return is_same

    def _is_settled(self) -> bool:
        """Whether the last change is some time ago, which is waited for once.

        Where it goes on, the set that stands is shown, and the next visit asks again.
        """
        quiet = QUIET if self._quiet is None else self._quiet
        if 0 <= (age := self._age()) < quiet:
            time.sleep(quiet - age)
        return not 0 <= self._age() < quiet

    def _age(self) -> float:
        return time.time() - _last_change(stamp(self._place)).timestamp()

    def _outcome(self) -> Standing | Trouble:
        try:
            package = opened_at(self._place)
        except Exception as error:  # whatever new tables do, those that stand are shown
            before = self._now if isinstance(self._now, Standing) else self._restored()
            trouble = self._trouble(self._in_one(self._told(error), before), before)
            return Standing(before.package, before.read_at, trouble) if before else trouble
        if isinstance(self._now, Standing):
            package = since(self._now.package, package)
        found = Standing(package, datetime.now(UTC))
        last_good.keep(self._state, self._place, package)
        return found

    def _trouble(self, faults: tuple[Fault, ...], before: Standing | None) -> Trouble:
        """Trouble since now, or since the same was noticed: no file says when it came to be."""
        known = before.trouble if before else self._now
        if isinstance(known, Trouble) and known.faults == faults:
            return known
        return Trouble(datetime.now(UTC), faults)

    def _in_one(self, faults: tuple[Fault, ...], before: Standing | None) -> tuple[Fault, ...]:
        """The faults; where all tables stood in one file that is gone, one that names the file."""
        held = [name for name in before.package.brought.files if is_packed(name)] if before else []
        if len(held) != 1 or not all(one.rule in _GONE for one in faults if not one.is_doubt):
            return faults
        is_there = Path(self._place.parent, held[0]).exists() or (self._place / held[0]).exists()
        return faults if is_there else (Fault(held[0], 0, "", "", "missing_whole"),)

    def _told(self, error: Exception) -> tuple[Fault, ...]:
        if isinstance(error, FaultyTables):
            return error.faults
        _LOG.error("The tables could not be read", exc_info=error)
        return (Fault(self._place.name, 0, "", "", "unreadable", type(error).__name__),)

    def _restored(self) -> Standing | None:
        """What stood when another process had the place."""
        found = last_good.restored(self._state, self._place)
        return Standing(*found) if found else None


def _last_change(seen: Stamp) -> datetime:
    """When a file was last changed, as far as one can see."""
    last = max((max(one.changed, one.modified) for one in seen), default=0)
    return datetime.fromtimestamp(last / 1e9, UTC)
