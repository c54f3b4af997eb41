"""Finding room for words on the map, so that none covers a mark or another word."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

Offset = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, width: float, height: float) -> Box:
        """The box with this middle."""
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    def meets(self, other: Box) -> bool:
        """Do the two share any area?"""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def inside(self, other: Box) -> bool:
        """Does it lie whole within the other?"""
        return (
            other.left <= self.left
            and other.top <= self.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The point of it that is nearest to another point: where a line from there ends."""
        return min(max(x, self.left), self.right), min(max(y, self.top), self.bottom)


@dataclass
class Room:
    """What is already taken within the frame of the map."""

    frame: Box
    taken: list[Box] = field(default_factory=list)

    def take(
        self,
        x: float,
        y: float,
        size: tuple[float, float],
        offsets: Iterable[Offset],
        suits: Callable[[Box], bool] = lambda _box: True,
    ) -> Offset | None:
        """Take the first free place for a box among offsets from a point; None when all are full.

        Pixels; an offset says where the middle of the box comes to lie. ``suits``: may a free place
        be taken?
        """
        for right, down in offsets:
            box = Box.around(x + right, y + down, *size)
            is_free = box.inside(self.frame) and not any(map(box.meets, self.taken))
            if is_free and suits(box):
                self.taken.append(box)
                return right, down
        return None

    def held(self, x: float, y: float, size: tuple[float, float], offset: Offset) -> Offset:
        """An offset from a point that keeps a box within the frame, as far as there is room."""
        return (
            _held(x + offset[0], size[0], self.frame.left, self.frame.right) - x,
            _held(y + offset[1], size[1], self.frame.top, self.frame.bottom) - y,
        )


def _held(middle: float, length: float, low: float, high: float) -> float:
    """The middle of a stretch, moved so that it lies between two ends where it fits."""
    if length >= high - low:
        return (low + high) / 2
    return min(max(middle, low + length / 2), high - length / 2)


def beside(width: float, height: float, gap: float) -> Iterator[Offset]:
    """Right, left, above, below: where the name of a point is looked for."""
    yield gap + width / 2, 0
    yield -gap - width / 2, 0
    yield gap + width / 2, -height * 0.6
    yield gap + width / 2, height * 0.6
    yield -gap - width / 2, -height * 0.6
    yield -gap - width / 2, height * 0.6
    yield 0, -gap - height / 2
    yield 0, gap + height / 2


@cache
def around(reach: int, step: int = 6, directions: int = 16) -> Sequence[Offset]:
    """The point itself, then ever wider circles around it, up to ``reach`` pixels away."""
    circles = [
        (distance * math.sin(angle), -distance * math.cos(angle))
        for distance in range(step, reach + 1, step)
        for angle in (2 * math.pi * turn / directions for turn in range(directions))
    ]
    return [(0.0, 0.0), *circles]
