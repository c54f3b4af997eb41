"""The words on the map: which are written, with the place found for each."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import pandas as pd

from lib.charts.map_labels import Box, Offset, Room, around, beside
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

# What is written: countries where a view from afar has room for them, and places where a close one
# has; places in any view; both in any view.
Names = Literal["countries", "places", "both"]

# Where room is looked for: of a country by its code ("" for several), around a point (pixels), up
# to so many pixels away.
Find = Callable[[str, float, float, int], Iterable[Offset]]

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


def _anywhere(_code: str, _x: float, _y: float, reach: int) -> Iterable[Offset]:
    return around(reach)


def boxed(
    rows: list[Row],
    view: View,
    room: Room,
    codes: Sequence[str] = (),
    find: Find = _anywhere,
) -> list[Row]:
    """Numbers without names, each moved to the first free place; all of them stay.

    Where marks leave none they are covered rather than another number. ``codes``: the country that
    each is about, "" for several.
    """
    numbers, found = Room(room.frame), []
    for row, code in zip(rows, codes or [""] * len(rows), strict=True):
        size = box_size(row["text"])
        x, y = view.pixel(row["longitude"], row["latitude"])
        places = [*find(code, x, y, 2 * BOX_SHIFT)]
        free = room.take(x, y, _apart(size), places)
        right, down = free or numbers.take(x, y, size, places) or (0.0, 0.0)
        taken = Box.around(x + right, y + down, *size)
        numbers.taken.append(taken)
        room.taken.append(taken)
        found.append(row | {"right": right, "down": down})
    return found


def country_size(name: str, label: str) -> tuple[float, float]:
    """Width and height in pixels of a country's name above its count."""
    return max(width(name, LABEL_SIZE, 600), width(label, NOTE_SIZE)), 2 * LINE


def country_words(
    countries: pd.DataFrame, outlines: Outlines, view: View, room: Room, find: Find = _anywhere
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
        size = _apart(country_size(row.country, row.label))
        offset = room.take(*here, size, find(row.country_code, *here, shift))
        if offset is None:
            continue
        longitude, latitude = points[row.country_code]
        place = {"longitude": longitude, "latitude": latitude, "right": offset[0]}
        place["country_code"] = row.country_code
        names.append(place | {"text": literal(row.country), "down": offset[1] - LINE / 2})
        counts.append(place | {"text": literal(row.label), "down": offset[1] + LINE / 2})
    return names, counts


def close_up(country_codes: Sequence[str]) -> Names:
    """What a map of one project writes: a country alone in its frame is named above it."""
    return "both" if len(country_codes) > 1 else "places"


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
