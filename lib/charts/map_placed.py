"""The words of a still map: each beside what it is about, or led to it by a line.

What finds no room is told apart, so that it can stand below the map.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from lib.charts import map_words
from lib.charts.map_home import Homes
from lib.charts.map_labels import Box
from lib.charts.map_rows import Outlines, Row
from lib.charts.map_view import View
from lib.charts.map_words import Names

TOUCHING = 6.0  # pixels between a word and its point that the eye still takes as one


class Leader(NamedTuple):
    """A line from a point to the words about it, in pixels from the centre of the map."""

    x: float
    y: float
    right: float
    down: float


class Placed(NamedTuple):
    """The words of a map as rows, the lines that lead to them, and what has no room.

    ``countries`` are rows of the frame of countries, ``places`` are names, each once.
    """

    names: list[Row]
    counts: list[Row]
    beside: list[Row]
    boxes: list[Row]
    leaders: list[Leader]
    countries: pd.DataFrame
    places: list[str]


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
    boxes = map_words.boxed(numbers, view, room)
    written = countries[countries["is_selected"]] if names != "places" else countries[:0]
    said = map_words.told(boxes, view)
    titled, counts = map_words.country_words(written, outlines, view, room, said)
    has_places = map_words.has_place_names(marks, view, names)
    beside = map_words.place_words(marks, view, room) if has_places else []
    leaders = [
        *(_leader(row, row["home"], map_words.box_size(row["text"]), view, homes)
          for row in boxes),
        *(_leader(row | {"down": row["down"] + map_words.LINE / 2}, row["country_code"],
                  map_words.country_size(row["text"], count["text"]), view, homes)
          for row, count in zip(titled, counts, strict=True)),
    ]  # fmt: skip
    told = {row["country_code"] for row in titled}
    known = {row["text"].strip() for row in beside}
    lost = dict.fromkeys(marks["name"]) if has_places else ()
    return Placed(
        titled,
        counts,
        beside,
        boxes,
        [one for one in leaders if one],
        written[~written["country_code"].isin(told)],
        [name for name in lost if name.strip() not in known],
    )


def _leader(
    row: Row, code: str, size: tuple[float, float], view: View, homes: Homes
) -> Leader | None:
    """The line to words that neither touch their point nor stand in their country."""
    x, y = view.pixel(row["longitude"], row["latitude"])
    middle = x + row["right"], y + row["down"]
    box = Box.around(*middle, *size)
    right, down = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
    is_near = max(abs(right - x), abs(down - y)) <= TOUCHING
    if is_near or homes.holds(code, *(np.array([one]) for one in middle))[0]:
        return None
    return Leader(x, y, right, down)
