"""The words of a map: each beside what it is about, or led to it by a line.

What finds no room is told apart, so that it can stand below the map.
"""

from __future__ import annotations

from collections.abc import Container
from itertools import product
from typing import NamedTuple

import numpy as np
import pandas as pd
import shapely

from lib.charts import map_words
from lib.charts.map_home import Homes
from lib.charts.map_labels import Box
from lib.charts.map_numbers import GRAINS, gathered, number_rows
from lib.charts.map_rows import Outlines, Row, located
from lib.charts.map_sizes import LABEL_SIZE, NOTE_SIZE
from lib.charts.map_titles import titles, with_short
from lib.charts.map_view import View
from lib.charts.map_words import Names
from lib.charts.text import width
from lib.wording.words import Words

TOUCHING = 6.0  # pixels between a word and its point that the eye still takes as one


class Leader(NamedTuple):
    """A line from a point to the words about it, in pixels from the centre of the map."""

    x: float
    y: float
    right: float
    down: float


class Placed(NamedTuple):
    """The words of a map as rows, the lines that lead to them, and what has no room.

    ``countries`` are rows of the frame of countries, ``numbers`` those whose boxes would cover
    others, ``places`` are names, each once.
    """

    names: list[Row]
    counts: list[Row]
    beside: list[Row]
    boxes: list[Row]
    leaders: list[Leader]
    countries: pd.DataFrame
    numbers: list[Row]
    places: list[str]


def fewest(
    countries: pd.DataFrame,
    sites: pd.DataFrame,
    groups: pd.DataFrame,
    unnamed: pd.DataFrame,
    outlines: Outlines,
    words: Words,
    view: View,
    names: Names = "countries",
) -> Placed:
    """Find room for all words of a map, with as few boxes as it takes that none is covered.

    In: frames as in :func:`lib.charts.map_deck.world`, ``sites`` those that are drawn alone,
    ``groups`` the others. Where no way is free of faults, the one with the fewest.
    """
    short = names != "places" and not view.is_close
    known, marks, tried = with_short(countries, words), located(sites), []
    for grain, step in product(GRAINS, (1, -1)):  # from either end: who comes first has more room
        numbers = number_rows(gathered(unnamed, view, grain), words, is_short=short)
        tried.append(placed(known, marks, groups, numbers[::step], outlines, view, names))
        lost, crossed = _faults(tried[-1], view)
        if not lost and (not crossed or (grain, step) == ("country", -1)):
            break  # for a line alone the numbers of several countries are not made one
    return min(tried, key=lambda one: _faults(one, view))


def _faults(said: Placed, view: View) -> tuple[int, int]:
    """How many numbers have no room, and how many lines run behind the box of another."""
    boxes = [_area(row, view) for row in said.boxes]
    lines = [shapely.LineString([one[:2], one[2:]]) for one in said.leaders]
    return len(said.numbers), sum(line.intersects(box) for line in lines for box in boxes)


def _area(row: Row, view: View, size: tuple[float, float] | None = None) -> shapely.Polygon:
    """What words cover, a box without its border, in pixels from the centre of the map."""
    x, y = view.pixel(row["longitude"], row["latitude"])
    size = size or map_words.box_size(row["text"])
    box = Box.around(x + row["right"], y + row["down"], *size)
    return shapely.box(box.left + 1, box.top + 1, box.right - 1, box.bottom - 1)


def in_the_open(said: Placed, view: View) -> list[tuple[Leader, Leader]]:
    """Lines of a map, each with every piece of it that no words cover."""
    looks = ((said.names, LABEL_SIZE, 600), (said.counts, NOTE_SIZE, 400))
    covered = [_area(row, view) for row in said.boxes]
    for written, size, weight in (*looks, (said.beside, NOTE_SIZE, 400)):
        covered += [
            _area(row, view, (width(row["text"], size, weight), 1.2 * size)) for row in written
        ]
    lines = [shapely.LineString([one[:2], one[2:]]) for one in said.leaders]
    rest = shapely.difference(lines, shapely.union_all(covered))
    pieces, of = shapely.get_parts(rest, return_index=True)
    return [
        (said.leaders[at], Leader(*shapely.get_coordinates(piece).ravel().tolist()))
        for piece, at in zip(pieces, of, strict=True)
        if not piece.is_empty
    ]


def placed(
    countries: pd.DataFrame,
    marks: pd.DataFrame,
    groups: pd.DataFrame,
    numbers: list[Row],
    outlines: Outlines,
    view: View,
    names: Names,
) -> Placed:
    """Find room for all words of a map.

    In: ``countries`` with their names and labels; ``marks``, the located sites, and ``groups``;
    ``numbers`` as :func:`lib.charts.map_numbers.number_rows` gives them.
    """
    room = map_words.room_beside(marks, groups, view)
    homes = Homes(view)
    written = (
        countries[countries["is_selected"].astype(bool)] if names != "places" else countries[:0]
    )
    joined = {*written["country_code"]} & {*outlines} if view.is_close else set()
    boxes = map_words.boxed(numbers, view, room, joined)
    below: dict[str, list[Row]] = {}
    for row in _left(numbers, boxes):
        below.setdefault(row["home"], []).append(row)
    titled = titles(written, outlines, view, room, map_words.told(boxes, view), below)
    told = {one.code for one in titled}
    boxes += map_words.boxed(_left(numbers, boxes, told), view, room)
    uncovered = map_words.uncovered(boxes, view)
    has_places = map_words.has_place_names(marks, view, names)
    beside = map_words.place_words(marks, view, room) if has_places else []
    leaders = [
        *(_leader(row, row["home"], map_words.box_size(row["text"]), view, homes)
          for row in uncovered),
        *(_leader(one.name | {"down": one.down}, one.code, one.size, view, homes)
          for one in titled),
    ]  # fmt: skip
    known = {row["text"].strip() for row in beside}
    lost = dict.fromkeys(marks["name"]) if has_places else ()
    return Placed(
        [one.name for one in titled],
        [one.counted for one in titled if one.counted],
        beside,
        [*uncovered, *(row for one in titled for row in one.boxes)],
        [one for one in leaders if one],
        written[~written["country_code"].isin(told)],
        [row for row in boxes if row not in uncovered],
        [name for name in lost if name.strip() not in known],
    )


def _left(numbers: list[Row], boxes: list[Row], told: Container[str] = ()) -> list[Row]:
    """The numbers that have no box yet, but those of countries that are told with their name."""
    known = {(row["home"], row["pick"], row["bare"]) for row in boxes}
    return [
        row
        for row in numbers
        if (row["home"], row["pick"], row["bare"]) not in known and row["home"] not in told
    ]


def _leader(
    row: Row, code: str, size: tuple[float, float], view: View, homes: Homes
) -> Leader | None:
    """The line to words that neither touch their point nor stand in their country."""
    x, y = view.pixel(row["longitude"], row["latitude"])
    middle = x + row["right"], y + row["down"]
    box = Box.around(*middle, *size)
    right, down = box.nearest(x, y)
    is_near = max(abs(right - x), abs(down - y)) <= TOUCHING
    if is_near or homes.holds(code, *(np.array([one]) for one in middle))[0]:
        return None
    return Leader(x, y, right, down)
