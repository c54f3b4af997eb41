"""Pictures drawn once: a chart of a frozen portfolio on one ground never changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, TypeVar, cast

from lib.view.visit import Visit

MOST = 512  # pictures that are kept, of some ten thousand bytes each
T = TypeVar("T")


def drawn(visit: Visit, name: Hashable, draw: Callable[[], T]) -> T:
    """What ``draw`` makes, kept for the visit's portfolio and palette under ``name``.

    The portfolio stands for tables, selection and language; whoever has the same one sees the same
    picture. What is kept is shared and must not be changed.
    """
    return cast(T, _kept(_Asked(visit, name, draw)))


class _Asked:
    """A question for a picture: equal when the picture is, however it would be drawn."""

    def __init__(self, visit: Visit, name: Hashable, draw: Callable[[], Any]) -> None:
        self.draw = draw
        self.portfolio = visit.portfolio  # held, so that no later one takes its place in memory
        self.key = (id(visit.portfolio), id(visit.palette), name)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self.key == other.key


@lru_cache(maxsize=MOST)
def _kept(asked: _Asked) -> Any:
    return asked.draw()
