"""Labels around points: each set where it meets neither another mark nor the edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from lib.charts.sheet import NARROWEST, tinted
from lib.charts.text import width, wrap
from lib.charts.theme import AXIS_SIZE, Palette, escape, translucent

# In the smaller of two columns on a small desk, at least, and so on.
WIDTHS = (270, NARROWEST, 520, 800, 1100)
LINE = 16
CLEAR, EDGE = 10, 4  # pixels between a point and its label, and a label and the edge


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Box) -> float:
        """Shared area in square pixels."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, wide) * max(0.0, tall)


@dataclass(frozen=True)
class Point:
    """A point with its label: where it stands, the number, what it is about, when.

    ``share`` (0 to 1) runs along the plot, ``y`` counts pixels from its top; the label stays
    between the shares of ``region``.
    """

    share: float
    y: float
    strong: str = ""
    rest: str = ""
    when: str = ""
    is_left_first: bool = False
    region: tuple[float, float] = (0, 1)


@dataclass(frozen=True)
class Plane:
    """The plot in pixels: its margins left and right, its height."""

    left: float
    right: float
    height: float

    def x(self, share: float, whole: float) -> float:
        """Pixel of a share when the figure is ``whole`` pixels wide."""
        return self.left + share * (whole - self.left - self.right)


@dataclass(frozen=True)
class Spot:
    """A place for a label: shift of its anchor from the point, lines, side of the text."""

    x: float
    y: float
    anchor: str
    lines: tuple[str, ...]

    def box(self, point: Point, plane: Plane, whole: float) -> Box:
        """The rectangle the label takes in a figure ``whole`` pixels wide."""
        wide = max(width(line, AXIS_SIZE, 500) for line in self.lines)
        tall = LINE * len(self.lines)
        x = plane.x(point.share, whole) + self.x
        left = {"left": x, "right": x - wide, "center": x - wide / 2}[self.anchor]
        middle = point.y + self.y
        return Box(left, middle - tall / 2, left + wide, middle + tall / 2)


def place(points: Sequence[Point], plane: Plane, traces: Sequence[Point] = ()) -> list[Spot]:
    """For each point the first spot free at every width, else the one that covers least.

    ``traces`` are further points, along lines, that labels had better not cover.
    """
    around, own, along = (
        {whole: [_dot(p, plane, whole, radius) for p in some] for whole in WIDTHS}
        for some, radius in ((points, 15), (points, 8), (traces, 2))
    )
    taken: dict[int, list[Box]] = {whole: [] for whole in WIDTHS}
    chosen: list[Spot] = []
    for number, point in enumerate(points):
        best, least = None, float("inf")
        for order, spot in enumerate(_spots(point)):
            cost = 0.001 * order
            for whole in WIDTHS:
                box = spot.box(point, plane, whole)
                left, right = plane.x(point.region[0], whole), plane.x(point.region[1], whole)
                right += plane.right - EDGE if point.region[1] == 1 else 0
                outside = max(0.0, left - box.left) + max(0.0, box.right - right)
                dots = [*around[whole][:number], own[whole][number], *around[whole][number + 1 :]]
                cost += 20 * (outside + max(0.0, -box.top) + max(0.0, box.bottom - plane.height))
                cost += 10 * sum(map(box.overlap, taken[whole]))
                cost += 5 * sum(map(box.overlap, dots))
                cost += sum(map(box.overlap, along[whole]))
                if cost >= least:
                    break  # no width takes anything off it again
            if cost < least:
                best, least = spot, cost
            if cost <= 0.001 * order:
                break
        assert best is not None
        chosen.append(best)
        for whole in WIDTHS:
            taken[whole].append(best.box(point, plane, whole))
    return chosen


def _dot(point: Point, plane: Plane, whole: float, radius: float) -> Box:
    x = plane.x(point.share, whole)
    return Box(x - radius, point.y - radius, x + radius, point.y + radius)


def _spots(point: Point) -> Iterator[Spot]:
    """Spots in the order of preference: beside the point, then above, below; then wrapped."""
    for lines in _settings(point):
        half = LINE * len(lines) / 2
        sides = [(CLEAR, "left"), (-CLEAR, "right")]
        if point.is_left_first:
            sides.reverse()
        for x, anchor in sides:
            yield Spot(x, 0, anchor, lines)
        for y in (half + 3, -half - 3):
            for x, anchor in sides:
                yield Spot(x, y, anchor, lines)
        for y in (-half - CLEAR, half + CLEAR):
            yield Spot(0, y, "center", lines)
            for x, anchor in ((-CLEAR, "left"), (CLEAR, "right"), (2 * CLEAR, "right")):
                yield Spot(x, y, anchor, lines)


def _settings(point: Point) -> Iterator[tuple[str, ...]]:
    """Ways to set a label in lines, the plainest first."""
    head = f"{point.strong} {point.rest}".strip()
    whole = ", ".join(filter(None, (head, point.when))) if point.rest else f"{head} {point.when}"
    yield (whole.strip(),)
    if point.rest and point.when:
        yield (head, point.when)
    for room in (170, 130, 100, 84):
        texts = (head, point.when) if point.rest else (f"{head} {point.when}",)
        least = max(width(piece, AXIS_SIZE, 500) for text in texts for piece in text.split(" "))
        most = max(room, least)  # no date is broken, nor a word
        yield tuple(line for text in texts for line in wrap(text, most, AXIS_SIZE, 500))


def annotation(point: Point, spot: Spot, palette: Palette, **where: Any) -> dict[str, Any]:
    """The label as plotly wants it; ``where`` gives x, y and the axes they refer to."""
    first = spot.lines[0]
    rest = first.removeprefix(point.strong).strip() if point.strong else first
    head = [f"<b>{escape(point.strong)}</b>"] if first.startswith(point.strong) else []
    head += [tinted(rest, palette.muted)] if rest else []
    lines = [" ".join(head), *(tinted(line, palette.muted) for line in spot.lines[1:])]
    return {
        "text": "<br>".join(lines),
        "xshift": spot.x,
        "yshift": -spot.y,
        "xanchor": spot.anchor,
        "yanchor": "middle",
        "align": spot.anchor,
        "showarrow": False,
        "borderpad": 0,
        "bgcolor": translucent(palette.ground, 0.75),
        "font": {"size": AXIS_SIZE, "color": palette.text},
        **where,
    }
