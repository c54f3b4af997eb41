"""The words on the map: which are written, with the place found for each."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Literal

import pandas as pd
import shapely

from lib.charts.map_home import Homes
from lib.charts.map_labels import Box, Offset, Room, beside
from lib.charts.map_rows import Row, literal
from lib.charts.map_sizes import (
    AREA,
    FULL_SIZE_ZOOM,
    LABEL_SIZE,
    NOTE_SIZE,
    ORIGIN,
    PLACE,
    SMALLEST,
)
from lib.charts.map_view import View
from lib.charts.text import width
from lib.model.rows import each

# What is written: countries where a view from afar has room for them, and places where a close one
# has; places in any view; both in any view.
Names = Literal["countries", "places", "both"]

FEW, ROOMY = 25, 3.0  # places of the programme that are named from which zoom on
CLEAR = 5.0  # pixels that stay free beside words
EDGE = 2.0  # pixels that stay free along the frame, so that the line around a box is seen whole
BOX_SHIFT = 60  # pixels that a number moves aside, twice as far before it covers another


def room_beside(marks: pd.DataFrame, groups: pd.DataFrame, view: View) -> Room:
    """The room on the map once all sites (located rows) and groups of sites are drawn."""
    near = max(SMALLEST, min(1.0, 2 ** (view.zoom - FULL_SIZE_ZOOM)))
    room = Room(Box.around(0, 0, view.width - 2 * EDGE, view.height - 2 * EDGE))
    for row in each(marks):
        radius = AREA if row.precision == "admin_area" else PLACE
        radius = ORIGIN if (row.site_role, row.precision) == ("origin", "place") else radius
        side = 2 * radius * near + 1
        room.taken.append(Box.around(*view.pixel(row.longitude, row.latitude), side, side))
    for row in each(groups):
        side = 2 * row.radius + 1
        room.taken.append(Box.around(*view.pixel(row.longitude, row.latitude), side, side))
    return room


def box_size(text: str) -> tuple[float, float]:
    """Width and height in pixels of a box around a number."""
    return width(text, LABEL_SIZE, 600) + 16, LABEL_SIZE + 12.0


def apart(size: tuple[float, float]) -> tuple[float, float]:
    """Some words with the room that keeps them from running into others."""
    return size[0] + 2 * CLEAR, size[1] + CLEAR


def boxed(rows: list[Row], view: View, room: Room, waiting: Container[str] = ()) -> list[Row]:
    """Numbers without names, each moved to the first free place; all of them stay.

    A number that has room on its own country stands there bare; every other one says whose it is
    (``is_named``), wherever it stands. Where marks leave no room they are covered rather than
    another number. In: rows of :func:`lib.charts.map_numbers.number_rows`. ``waiting``: countries
    whose numbers are left out where they have no room on it.
    """
    numbers, found, homes = Room(room.frame), [], Homes(view)
    lines: list[shapely.LineString] = []
    for row in rows:
        is_patient = row["home"] in waiting
        text, offset = _spot(row, view, homes, room, numbers, lines, is_patient=is_patient)
        if offset is None:
            continue
        size = box_size(text)
        x, y = view.pixel(row["longitude"], row["latitude"])
        right, down = room.held(x, y, size, offset)
        taken = Box.around(x + right, y + down, *size)
        numbers.taken.append(taken)
        room.taken.append(taken)
        lines.append(_line(x, y, taken))
        moved = {"text": text, "right": right, "down": down, "is_named": text == row["named"]}
        found.append(row | moved)
    return found


def _spot(
    row: Row,
    view: View,
    homes: Homes,
    room: Room,
    numbers: Room,
    lines: Sequence[shapely.LineString],
    *,
    is_patient: bool,
) -> tuple[str, Offset | None]:
    """What a number says, and where (pixels from its point); a patient one may have no place.

    Elsewhere than on its country it has a line from its point, which crosses no other box where
    there is such a place; nor does its box cross one of the ``lines`` of others.
    """
    x, y = view.pixel(row["longitude"], row["latitude"])
    offsets = homes.offsets(row["home"], x, y, 2 * BOX_SHIFT)
    for text in dict.fromkeys([row["text"], row["bare"]]):
        size = box_size(text)
        inside = homes.on(row["home"], x, y, size, offsets)
        free = room.take(x, y, size, inside)
        if free:
            return text, free
    if is_patient:
        return row["named"], None
    size = box_size(row["named"])
    others = [_area(other) for other in numbers.taken]

    def is_clear(box: Box) -> bool:
        line, area = _line(x, y, box), _area(box)
        return not (any(map(line.intersects, others)) or any(map(area.intersects, lines)))

    free = room.take(x, y, apart(size), offsets, is_clear) or room.take(x, y, apart(size), offsets)
    return row["named"], free or numbers.take(x, y, size, offsets) or (0.0, 0.0)


def _line(x: float, y: float, box: Box) -> shapely.LineString:
    return shapely.LineString([(x, y), box.nearest(x, y)])


def _area(box: Box) -> shapely.Polygon:
    return shapely.box(box.left, box.top, box.right, box.bottom)


def uncovered(boxes: list[Row], view: View) -> list[Row]:
    """The boxes that share no room with one before them."""
    room, found = Room(Box.around(0, 0, view.width, view.height)), []
    for row in boxes:
        point = view.pixel(row["longitude"], row["latitude"])
        if room.take(*point, box_size(row["text"]), [(row["right"], row["down"])]):
            found.append(row)
    return found


def close_up(country_codes: Sequence[str]) -> Names:
    """What a map of one project writes: a country alone in its frame is named above it."""
    return "both" if len(country_codes) > 1 else "places"


def has_place_names(marks: pd.DataFrame, view: View, names: Names = "countries") -> bool:
    """Are places named on a map: one that asks for it, a close one, or one of few places?"""
    few = int((marks["site_role"] != "origin").sum()) <= FEW
    return names != "countries" or view.has_names or (view.zoom >= ROOMY and few)


def told(boxes: list[Row], view: View) -> frozenset[str]:
    """The countries whose names need no writing: from afar a box that says it is enough."""
    return frozenset(row["home"] for row in boxes if row["is_named"] and not view.is_close)


def place_words(marks: pd.DataFrame, view: View, room: Room) -> list[Row]:
    """Names of sites (located rows), where they fit beside their mark; each name once.

    The places of the programme come before those that were there already.
    """
    found = []
    ordered = marks.sort_values("site_role", key=lambda role: role == "origin", kind="stable")
    for row in each(ordered.drop_duplicates("name")):
        gap = (AREA if row.precision == "admin_area" else PLACE) + 3
        size = width(row.name, NOTE_SIZE) + 2, NOTE_SIZE + 3.0
        offset = room.take(*view.pixel(row.longitude, row.latitude), size, beside(*size, gap))
        if offset:
            point = {"longitude": float(row.longitude), "latitude": float(row.latitude)}
            found.append(point | {"text": literal(row.name), "right": offset[0], "down": offset[1]})
    return found
