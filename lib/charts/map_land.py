"""Land as SVG paths: what of the outlines lies in a view, to the pixel and no finer."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import numpy as np
import shapely

from lib.charts.map_view import View, degrees, pixels
from lib.model.outlines import SCALES, land

WIDEST: Final = 1400  # pixels around the centre that are drawn: a page is hardly wider
NARROW, BROAD = 560, 880  # pixels of a place: a narrower one has a picture of its own
STEPS: Final = {1: (0,), 2: (0, NARROW), 3: (0, NARROW, BROAD)}  # from which width, by how many
BEYOND: Final = 20  # pixels more, so that no edge of what was cut is seen
GRAIN: Final = 2  # steps a pixel: points of outlines are whole numbers of them


@lru_cache(maxsize=64)
def paths(view: View, height: int, widest: int = WIDEST) -> tuple[tuple[str, str], ...]:
    """The countries in sight: code, and outline as a path in steps of a ``GRAIN`` of a pixel.

    A country on both sides of the antimeridian has a path for either.
    """
    half = np.array([widest / 2 + BEYOND, height / 2 + BEYOND])
    (west, east), (north, south) = degrees(view, np.array([-1, 1]) * half[0],
                                           np.array([-1, 1]) * half[1])  # fmt: skip
    found = []
    for turn in (0.0, 360.0, -360.0) if is_part(view, widest) else (0.0,):
        box = (max(west - turn, -180.0), south, min(east - turn, 180.0), north)
        if box[0] >= box[2]:
            continue
        every = land(_scale(view)).within(box)
        # Half a pixel less of detail: what neighbours then share no longer, a border covers.
        seen = shapely.simplify(shapely.clip_by_rect(every.shapes, *box), 180 / view.scale)
        found += [(every.codes[one], path) for one, path in _drawn(seen, view, turn).items()]
    return tuple(found)


def is_part(view: View, widest: float) -> bool:
    """Does a picture hold less than the whole world, so that it may go on beyond 180 degrees?"""
    return view.scale > widest


def _scale(view: View) -> str:
    """The coarsest outlines that have all the detail a pixel can show."""
    pixel = 360 / view.scale
    return next((name for name, detail in SCALES.items() if detail <= 2 * pixel), "50m")


def _drawn(outlines: Any, view: View, turn: float) -> dict[int, str]:
    """The path of each outline that has one, by its place; longitudes by a turn further east.

    Rings as moves from point to point; what falls on the same step is one point. All at once: land
    has hundreds of small rings.
    """
    parts, outline_of = shapely.get_parts(outlines, return_index=True)
    rings, part_of = shapely.get_rings(parts, return_index=True)
    points, ring_of = shapely.get_coordinates(rings, return_index=True)
    x, y = pixels(view, points[:, 0] + turn, points[:, 1])
    steps = np.round(np.column_stack([x, y]) * GRAIN).astype(int)
    moves = np.diff(steps, axis=0)
    is_move = moves.any(axis=1) & (np.diff(ring_of) == 0)
    moves = moves[is_move]
    count = np.bincount(ring_of[1:][is_move], minlength=len(rings))
    ends = np.cumsum(count).tolist()
    written = [f"{dx} {dy}" for dx, dy in moves.tolist()]
    found: dict[int, str] = {}
    for ring in np.flatnonzero(count >= 3).tolist():
        left, top = steps[np.searchsorted(ring_of, ring)].tolist()
        way = " ".join(written[ends[ring] - int(count[ring]) : ends[ring] - 1])
        one = int(outline_of[part_of[ring]])
        found[one] = f"{found.get(one, '')}M{left} {top}l{way}z"
    return found
