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
        for code, outline in zip(every.codes, seen, strict=True):
            rings = shapely.get_rings(shapely.get_parts(outline))
            points = (shapely.get_coordinates(ring) + (turn, 0.0) for ring in rings)
            path = "".join(_path(ring, view) for ring in points)
            if path:
                found.append((code, path))
    return tuple(found)


def is_part(view: View, widest: float) -> bool:
    """Does a picture hold less than the whole world, so that it may go on beyond 180 degrees?"""
    return view.scale > widest


def _scale(view: View) -> str:
    """The coarsest outlines that have all the detail a pixel can show."""
    pixel = 360 / view.scale
    return next((name for name, detail in SCALES.items() if detail <= 2 * pixel), "50m")


def _path(ring: Any, view: View) -> str:
    """A ring as moves from point to point; what falls on the same step is one point."""
    x, y = pixels(view, ring[:, 0], ring[:, 1])
    steps = np.round(np.column_stack([x, y]) * GRAIN).astype(int)
    moves = np.diff(steps, axis=0)
    moves = moves[moves.any(axis=1)]
    if len(moves) < 3:
        return ""
    return f"M{steps[0, 0]} {steps[0, 1]}l{' '.join(f'{dx} {dy}' for dx, dy in moves[:-1])}z"
