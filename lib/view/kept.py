"""What is made once for a reader: pictures, sentences and tables of what never changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, TypeVar, cast

from lib.view.visit import Reader

MOST = 4096  # of what is kept, from a sentence to a picture of some ten thousand bytes
T = TypeVar("T")


def kept(visit: Reader, name: Hashable, make: Callable[[], T]) -> T:
    """What ``make`` gives, kept for what the visit reads, its selection and palette.

    ``name`` tells it from what else is kept. Whoever has the same selection of the same tables
    reads the same sentences and sees the same pictures. What is kept is shared and must not be
    changed. What is made of a visitor's own tables is kept in the session, and goes with it.
    """
    asked = _Asked(visit, name, make)
    if visit.own is None:
        return cast(T, _kept(asked))
    if asked not in visit.own:
        if len(visit.own) >= MOST:
            visit.own.clear()
        visit.own[asked] = make()
    return cast(T, visit.own[asked])


class _Asked:
    """A question: equal when the answer is, however it would be made."""

    def __init__(self, visit: Reader, name: Hashable, make: Callable[[], Any]) -> None:
        self.make = make
        self.source = visit.source  # held, so that no later one takes its place in memory
        self.key = (id(visit.source), visit.selection, id(visit.palette), name)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self.key == other.key


@lru_cache(maxsize=MOST)
def _kept(asked: _Asked) -> Any:
    return asked.make()


def made() -> int:
    """How often something was made that is shared: what was asked for and not kept yet."""
    return _kept.cache_info().misses


def forget() -> None:
    """Keep nothing that is shared any more."""
    _kept.cache_clear()
