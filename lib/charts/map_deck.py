"""The map that moves: layers for the graphics card, of the rows that still maps are drawn of.

It is loaded by those who ask for such a map; nothing else needs pydeck.
"""

from __future__ import annotations

import json
import math
from functools import lru_cache

import numpy as np
import pandas as pd
import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from lib.charts import map_layers as layers
from lib.charts import map_rows as rows
from lib.charts.map_groups import count_rows, group_rows, split
from lib.charts.map_labels import Box, Room
from lib.charts.map_numbers import gathered, number_rows
from lib.charts.map_placed import Leader, fewest, in_the_open
from lib.charts.map_rows import Outlines
from lib.charts.map_sight import in_sight
from lib.charts.map_sizes import AREA, COUNT_SIZE, LABEL_SIZE, NOTE_SIZE, ORIGIN, PLACE
from lib.charts.map_view import View, degrees
from lib.charts.map_words import boxed
from lib.charts.theme import Palette
from lib.wording.words import Words

# North stays up. Keys are those that a language writes, not where they lie (controls.js).
HELD = {"dragRotate": False, "touchRotate": False, "keyboard": False}


class Deck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A deck whose JSON has no indentation: outlines take a sixth of the room."""

    def to_json(self) -> str:
        """The deck as compact JSON, written once: a deck is not changed after it was made."""
        return _written(self)


@lru_cache(maxsize=256)
def _written(deck: Deck) -> str:
    return json.dumps(  # without indentation it is the encoder in C that writes
        deck, default=default_serialize, separators=(",", ":"), sort_keys=True, ensure_ascii=False
    )


def world(
    countries: pd.DataFrame,
    sites: pd.DataFrame,
    unnamed: pd.DataFrame,
    arcs: pd.DataFrame,
    outlines: Outlines,
    words: Words,
    palette: Palette,
    view: View,
) -> Deck:
    """The whole map, to be moved, zoomed or clicked by its reader.

    In: ``countries`` (country_code, country, edition_ids, project_count, named_count, label,
    is_selected);
    ``sites`` (site_id, project, edition_id, name, site_role, status, latitude, longitude,
    precision, as_of_date, publisher); ``unnamed`` (project_id, edition_id, country_code, low, high,
    is_approximate, latitude, longitude); ``arcs`` (from_longitude, from_latitude, to_longitude,
    to_latitude, edition_id); ``outlines``: :func:`lib.model.outlines.features`. Degrees throughout.
    Rows without coordinates are not drawn. Out: layers ``land``, ``countries``, ``arcs``,
    ``groups``, ``group_counts``, ``areas``, ``places``, ``origins``, ``leaders``,
    ``country_names``, ``country_counts``, ``place_names``, ``unnamed``; those without rows are left
    out. Too many sites to tell apart are drawn as groups (:func:`lib.charts.map_groups.split`),
    without arcs.
    """
    alone, groups = split(sites, view)
    near = in_sight(unnamed, view, view.width, view.height)
    said = fewest(countries, alone, groups, near, outlines, words, view)
    boxes = said.boxes + _beyond(unnamed.drop(near.index), words, view)
    drawn = _marks(countries, alone, groups, arcs, outlines, words, palette, view)
    drawn.append(layers.leaders(_leader_rows(in_the_open(said, view), view), palette))
    drawn += _words(said.names, said.counts, said.beside, boxes, palette)
    return _deck(drawn, view)


def numbers(deck: Deck) -> list[rows.Row]:
    """The numbers that a deck writes, as rows in the order of their layer."""
    found: list[list[rows.Row]] = [one.data for one in deck.layers if one.id == "unnamed"]
    return found[0] if found else []


def _beyond(unnamed: pd.DataFrame, words: Words, view: View) -> list[rows.Row]:
    """Numbers outside the frame: they wait where they belong, one a country, each with its name."""
    found = number_rows(gathered(unnamed, view, "country"), words, is_short=True)
    named = [row | {"text": row["named"], "bare": row["named"]} for row in found]
    frame = Box.around(0, 0, view.width, view.height)
    return boxed(named, view, Room(Box(-math.inf, -math.inf, math.inf, math.inf), [frame]))


def _marks(
    countries: pd.DataFrame,
    sites: pd.DataFrame,
    groups: pd.DataFrame,
    arcs: pd.DataFrame,
    outlines: Outlines,
    words: Words,
    palette: Palette,
    view: View,
) -> list[pdk.Layer]:
    features = rows.country_features(rows.country_rows(countries, outlines, words, palette), view)
    numbers = count_rows(groups, words)
    areas, places, origins = rows.areas(sites), rows.places(sites, view), rows.origins(sites)
    return [
        layers.land(palette, view),
        layers.countries(features, palette),
        layers.arcs(rows.arc_rows(arcs, palette) if groups.empty else []),
        layers.groups(group_rows(groups, words, palette)),
        layers.words_on_land("group_counts", numbers, palette, 600, COUNT_SIZE),
        layers.marks("areas", rows.site_rows(areas, words, palette), AREA, 1.6),
        layers.marks("places", rows.site_rows(places, words, palette), PLACE, 1.6),
        layers.marks("origins", rows.site_rows(origins, words, palette), ORIGIN, 1.0),
    ]


def _leader_rows(lines: list[tuple[Leader, Leader]], view: View) -> list[rows.Row]:
    """Lines as they stay when the map moves: a point in degrees; begin and end, pixels from it."""
    x, y = np.array([(one.x, one.y) for one, _seen in lines], dtype=float).reshape(-1, 2).T
    points = zip(lines, *degrees(view, x, y), strict=True)
    return [
        {
            "longitude": float(longitude),
            "latitude": float(latitude),
            "begin": [seen.x - one.x, seen.y - one.y],
            "end": [seen.right - one.x, seen.down - one.y],
        }
        for (one, seen), longitude, latitude in points
    ]


def _words(
    names: list[rows.Row],
    counts: list[rows.Row],
    beside: list[rows.Row],
    numbers: list[rows.Row],
    palette: Palette,
) -> list[pdk.Layer]:
    return [
        layers.words_on_land("country_names", names, palette, 600, LABEL_SIZE),
        layers.words_on_land("country_counts", counts, palette, 400, NOTE_SIZE),
        layers.words_on_land("place_names", beside, palette, 400, NOTE_SIZE),
        layers.boxes("unnamed", numbers, palette),
    ]


def _deck(drawn: list[pdk.Layer], view: View) -> Deck:
    """A deck without base map; ``map_style`` stays at its default, because None would fetch one."""
    return Deck(
        layers=[layer for layer in drawn if layer.data],
        views=[pdk.View(type="MapView", controller=HELD)],
        initial_view_state=pdk.ViewState(
            longitude=view.longitude, latitude=view.latitude, zoom=view.zoom, pitch=0, bearing=0
        ),
        map_provider=None,
        tooltip=False,
    )
