"""The words on the map: which are written, with the place found for each."""

from __future__ import annotations

import math

import pandas as pd

from lib.charts.map_labels import Box, Room, around, beside
from lib.charts.map_rows import Outlines, Row, literal, outlined
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

ALONE = 50.0  # pixels to the next country's label that a lone country has on the world map
LINE = 15.0  # pixels from a country's name down to its count
CLEAR = 5.0  # pixels that stay free beside words
BOX_SHIFT = 60  # pixels that a number moves aside, twice as far before it covers another
NAME_SHIFT, NAME_SHIFT_FAR = 90, 60  # a country's name, and where the countries are small


def room_beside(marks: pd.DataFrame, groups: pd.DataFrame, view: View) -> Room:
    """The room on the map once all sites (located rows) and groups of sites are drawn."""
    near = max(SMALLEST, min(1.0, 2 ** (view.zoom - FULL_SIZE_ZOOM)))
    room = Room(Box.around(0, 0, view.width, view.height))
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


def _apart(size: tuple[float, float]) -> tuple[float, float]:
    """Some words with the room that keeps them from running into others."""
    return size[0] + 2 * CLEAR, size[1] + CLEAR


def boxed(rows: list[Row], view: View, room: Room) -> list[Row]:
    """Numbers without names, each moved to the nearest free place; all of them stay.

    Where marks leave none they are covered rather than another number.
    """
    numbers, found = Room(room.frame), []
    for row in rows:
        size = box_size(row["text"])
        x, y = view.pixel(row["longitude"], row["latitude"])
        free = room.take(x, y, _apart(size), around(2 * BOX_SHIFT))
        right, down = free or numbers.take(x, y, size, around(2 * BOX_SHIFT)) or (0.0, 0.0)
        taken = Box.around(x + right, y + down, *size)
        numbers.taken.append(taken)
        room.taken.append(taken)
        found.append(row | {"right": right, "down": down})
    return found


def country_words(
    countries: pd.DataFrame, outlines: Outlines, view: View, room: Room
) -> tuple[list[Row], list[Row]]:
    """Names of countries with their counts below, where both fit; from afar only lone countries."""
    points = {
        code: (
            outlines[code]["properties"]["label_longitude"],
            outlines[code]["properties"]["label_latitude"],
        )
        for code in outlined(countries, outlines)["country_code"]
    }
    pixels = {code: view.pixel(*point) for code, point in points.items()}
    shift = NAME_SHIFT if view.zoom >= FULL_SIZE_ZOOM - 1 else NAME_SHIFT_FAR
    names: list[Row] = []
    counts: list[Row] = []
    for row in each(outlined(countries, outlines)):
        here = pixels[row.country_code]
        others = (
            math.dist(here, there) for code, there in pixels.items() if code != row.country_code
        )
        if not row.is_selected or (not view.is_close and min(others, default=ALONE) < ALONE):
            continue
        wide = max(width(row.country, LABEL_SIZE, 600), width(row.label, NOTE_SIZE))
        offset = room.take(*here, _apart((wide, 2 * LINE)), around(shift))
        if offset is None:
            continue
        longitude, latitude = points[row.country_code]
        place = {"longitude": longitude, "latitude": latitude, "right": offset[0]}
        names.append(place | {"text": literal(row.country), "down": offset[1] - LINE / 2})
        counts.append(place | {"text": literal(row.label), "down": offset[1] + LINE / 2})
    return names, counts


def place_words(marks: pd.DataFrame, view: View, room: Room) -> list[Row]:
    """Names of sites (located rows), where they fit beside their mark; each name once."""
    found = []
    for row in each(marks.drop_duplicates("name")):
        gap = (AREA if row.precision == "admin_area" else PLACE) + 3
        size = width(row.name, NOTE_SIZE) + 2, NOTE_SIZE + 3.0
        offset = room.take(*view.pixel(row.longitude, row.latitude), size, beside(*size, gap))
        if offset:
            point = {"longitude": float(row.longitude), "latitude": float(row.latitude)}
            found.append(point | {"text": literal(row.name), "right": offset[0], "down": offset[1]})
    return found
