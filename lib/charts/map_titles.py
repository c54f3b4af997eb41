"""Names of countries on the map: each with its count and the numbers that belong to it."""

from __future__ import annotations

import math
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, product
from typing import Any, Final, NamedTuple

import pandas as pd

from lib.charts.map_home import Homes
from lib.charts.map_labels import Box, Room
from lib.charts.map_rows import Outlines, Row, literal
from lib.charts.map_sizes import FULL_SIZE_ZOOM, LABEL_SIZE, NOTE_SIZE
from lib.charts.map_view import View
from lib.charts.map_ways import Ways
from lib.charts.map_words import apart, box_size
from lib.charts.text import width
from lib.model.rows import each
from lib.wording.words import Words

ALONE: Final = 50.0  # pixels to the next country's label that a lone country has on the world map
LINE: Final = 15.0  # pixels from a country's name down to its count
GAP: Final = 2.0  # pixels between words and the box below them, and between two boxes
# Pixels that a name moves, where the countries are small, and where there is little room, too.
SHIFT, SHIFT_FAR, SHIFT_SHORT = 90, 60, 120
# In which names are placed, until none is crossed nor further away than SHIFT.
MOST_ORDERS: Final = 12


class Title(NamedTuple):
    """A country's name, the count below it, the boxes below both; ``right``, ``down`` to the middle
    of all of it, from the country's point, ``size`` its width and height (pixels)."""

    code: str
    name: Row
    counted: Row | None
    boxes: list[Row]
    longitude: float
    latitude: float
    right: float
    down: float
    size: tuple[float, float]


class _Tried(NamedTuple):
    """Names as they were placed one after the other, what is taken then, how many are crossed."""

    titles: list[Title]
    taken: list[Box]
    crossed: int

    @property
    def longest(self) -> float:
        """How far the name furthest from its country's point stands (pixels)."""
        return max((math.hypot(one.right, one.down) for one in self.titles), default=0.0)


def titles(
    countries: pd.DataFrame,
    outlines: Outlines,
    view: View,
    room: Room,
    told: frozenset[str] = frozenset(),
    below: Mapping[str, Sequence[Row]] | None = None,
) -> list[Title]:
    """Names of countries, where they fit; from afar only lone countries.

    Those with a box come first, then those with most named places.
    ``told``: the countries that are named already. ``below``: by country the numbers that stand in
    a box below its name. Where not all have room, each is written in one line (column ``short``),
    if more of them have room then, in an order that leaves none far from its country. What is
    written is taken from ``room``; none stands on the line that leads to another one, and no two
    lines cross, where there is such a place.
    """
    below = below or {}
    wanted = _wanted(countries, outlines, view, told, below)
    best = _titles(wanted, outlines, view, room, below, is_short=False)
    if view.is_close and len(best.titles) < len(wanted):
        for order in islice(_orders(wanted), MOST_ORDERS):
            tried = _titles(order, outlines, view, room, below, is_short=True)
            best = max(best, tried, key=lambda one: (len(one.titles), -one.crossed, -one.longest))
            if not tried.crossed and tried.longest <= SHIFT:
                break
    room.taken[:] = best.taken
    return best.titles


def _orders(wanted: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """In which orders names look for room: who comes last has least, so each may come first."""
    fewest = sorted(wanted, key=lambda row: row.named_count)
    yield wanted
    yield fewest
    for row, order in product(reversed(wanted), (wanted, fewest)):
        yield [row, *(other for other in order if other is not row)]


def with_short(countries: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Countries (``country``, ``named_count``) with what a narrow map writes: ``short``."""
    short = [
        f"{row.country} {words.number(row.named_count)}" if row.named_count else row.country
        for row in each(countries)
    ]
    return countries.assign(short=short)


def _titles(
    wanted: Sequence[Any],
    outlines: Outlines,
    view: View,
    room: Room,
    below: Mapping[str, Sequence[Row]],
    *,
    is_short: bool,
) -> _Tried:
    homes, found, crossed = Homes(view), [], 0
    room, ways = replace(room, taken=[*room.taken]), Ways(homes)
    far = SHIFT_SHORT if is_short else SHIFT_FAR
    shift = SHIFT if view.zoom >= FULL_SIZE_ZOOM - 1 else far
    for row in wanted:
        point = _point(row.country_code, outlines)
        here = view.pixel(*point)
        words = (row.short,) if is_short else (row.country, row.label)
        boxes = [
            own | {"text": own["bare"] if is_short else own["text"], "is_named": False}
            for own in below.get(row.country_code, ())
        ]
        size = _size(words, boxes)
        offsets = homes.offsets(row.country_code, *here, shift)
        clear = partial(ways.are_clear, row.country_code, here)
        offset = room.take(*here, apart(size), offsets, clear)
        if not offset and is_short:  # rather a longer line than one behind another name
            wider = homes.offsets(row.country_code, *here, 2 * shift)
            offset = room.take(*here, apart(size), wider, clear)
        if not offset:
            offset = room.take(*here, apart(size), offsets)
            crossed += offset is not None
        if offset:
            box = Box.around(here[0] + offset[0], here[1] + offset[1], *size)
            ways.add(row.country_code, here, box)
            found.append(_title(row.country_code, words, boxes, point, offset, size, view))
    return _Tried(found, room.taken, crossed)


def _wanted(
    countries: pd.DataFrame,
    outlines: Outlines,
    view: View,
    told: frozenset[str],
    below: Container[str],
) -> list[Any]:
    """The countries to be named, those with most to write first."""
    rows = [row for row in each(countries) if row.country_code in outlines]
    rows.sort(key=lambda row: (row.country_code in below, row.named_count), reverse=True)
    points = {row.country_code: view.pixel(*_point(row.country_code, outlines)) for row in rows}

    def is_wanted(row: Any) -> bool:
        if not row.is_selected or row.country_code in told:
            return False
        here = points[row.country_code]
        others = (math.dist(here, one) for code, one in points.items() if code != row.country_code)
        return view.is_close or min(others, default=ALONE) >= ALONE

    return [*filter(is_wanted, rows)]


def _point(code: str, outlines: Outlines) -> tuple[float, float]:
    about = outlines[code]["properties"]
    return about["label_longitude"], about["label_latitude"]


def _size(words: Sequence[str], boxes: Sequence[Row]) -> tuple[float, float]:
    weights = ((LABEL_SIZE, 600), (NOTE_SIZE, 400))
    wide = [width(text, *look) for text, look in zip(words, weights, strict=False)]
    around = [box_size(row["text"]) for row in boxes]
    tall = LINE * len(words) + sum(GAP + own[1] for own in around)
    return max([*wide, *(own[0] for own in around)]), tall


def _title(
    code: str,
    words: Sequence[str],
    boxes: Sequence[Row],
    point: tuple[float, float],
    offset: tuple[float, float],
    size: tuple[float, float],
    view: View,
) -> Title:
    """A title whose middle lies at an offset from a country's point."""
    longitude, latitude = point
    place = {"longitude": longitude, "latitude": latitude, "right": offset[0], "country_code": code}
    down = offset[1] - size[1] / 2 + LINE / 2
    lines = [
        place | {"text": literal(text), "down": down + LINE * at} for at, text in enumerate(words)
    ]
    down += LINE * len(words) - LINE / 2
    here, drawn = view.pixel(*point), []
    for row in boxes:
        tall = box_size(row["text"])[1]
        x, y = view.pixel(row["longitude"], row["latitude"])
        right = here[0] + offset[0] - x
        drawn.append(row | {"right": right, "down": here[1] + down + GAP + tall / 2 - y})
        down += GAP + tall
    counted = lines[1] if len(lines) > 1 else None
    return Title(code, lines[0], counted, drawn, longitude, latitude, *offset, size)
