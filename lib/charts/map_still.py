"""Still maps: a region or the world as SVG, which a browser draws at once, wherever it runs.

The rows are those of the layers of the map that moves (:mod:`lib.charts.map_deck`), so both say the
same; each mark carries what it stands for (``data-pick``) and its tooltip, as title.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Final

import numpy as np
import pandas as pd

from lib.charts import map_rows as rows
from lib.charts import map_words
from lib.charts.map_groups import count_rows, group_rows, split, together
from lib.charts.map_land import BEYOND, GRAIN, NARROW, WIDEST, is_part, paths
from lib.charts.map_numbers import gathered, number_rows
from lib.charts.map_rows import Outlines, Row
from lib.charts.map_sizes import (
    AREA,
    COUNT_SIZE,
    FULL_SIZE_ZOOM,
    LABEL_SIZE,
    NOTE_SIZE,
    ORIGIN,
    PLACE,
    SMALLEST,
)
from lib.charts.map_view import VIEWS, View, country_bounds, nearest, pixels, view_for
from lib.charts.map_words import Names
from lib.charts.theme import FONT, Palette, mix
from lib.wording.words import Words

# Width and height that a map of discs counts on, and how far it is drawn (pixels): narrow, wide.
DISCS: Final = ((300, 260, NARROW), (600, 440, WIDEST))


def still(
    countries: pd.DataFrame,
    sites: pd.DataFrame,
    unnamed: pd.DataFrame,
    arcs: pd.DataFrame,
    outlines: Outlines,
    words: Words,
    palette: Palette,
    view: View,
    height: int,
    *,
    names: Names = "countries",
    widest: int = WIDEST,
) -> str:
    """A map as SVG, as wide as its place and ``height`` pixels high, its centre that of the view.

    It is drawn to half of ``widest`` pixels on either side.

    Frames as in :func:`lib.charts.map_deck.world`.
    """
    alone, groups, unnamed = (
        _in_sight(marks, view, widest, height) for marks in (*split(sites, view), unnamed)
    )
    located = rows.located(alone)
    room = map_words.room_beside(located, groups, view)
    has_countries = names != "places"
    short = has_countries and not view.is_close
    numbers = number_rows(gathered(unnamed, view), words, palette, is_short=short)
    boxes = map_words.boxed(numbers, view, room)
    written = countries if has_countries else countries[:0]
    named = map_words.country_words(written, outlines, view, room)
    has_places = view.has_names or names != "countries"
    beside = map_words.place_words(located, view, room) if has_places else []
    arcs = _turned(arcs, ["from_longitude", "to_longitude"], view, widest)
    ways = rows.arc_rows(arcs, palette) if groups.empty else []
    drawn = [
        _land(countries, outlines, words, palette, paths(view, height, widest)),
        *(_arc(row, view) for row in ways),
        *_groups(groups, words, palette, view),
        *_words(count_rows(groups, words), view, palette, 600, COUNT_SIZE),
        *_sites(rows.areas(alone), words, palette, view, AREA, 1.6),
        *_sites(rows.places(alone, view), words, palette, view, PLACE, 1.6),
        *_sites(rows.origins(alone), words, palette, view, ORIGIN, 1.0),
        *_words(named[0], view, palette, 600, LABEL_SIZE),
        *_words(named[1], view, palette, 400, NOTE_SIZE),
        *_words(beside, view, palette, 400, NOTE_SIZE),
        *(_box(row, view, palette) for row in boxes),
    ]
    return _svg(drawn, palette, height)


def discs(
    countries: pd.DataFrame,
    places: pd.DataFrame,
    framed: Sequence[str],
    outlines: Outlines,
    words: Words,
    palette: Palette,
) -> list[str]:
    """Two still maps, for narrow places and for others, that draw nothing but discs with numbers.

    In: ``countries`` (country_code, edition_ids, project_count, is_selected), ``places`` as
    :func:`lib.charts.map_groups.together` takes them, ``framed``: codes of the countries that the
    maps show whole.
    """
    named = countries.assign(
        country=[words.country(code) for code in countries["country_code"]], label=""
    )
    bounds = country_bounds(outlines, framed)

    def drawn(width: int, height: int, widest: int) -> str:
        view = replace(VIEWS["world"], width=width, height=height)
        if bounds:
            view = view_for(bounds, width, height, margin=16)
        groups = _in_sight(together(places, view), view, widest, height)
        marks = [
            _land(named, outlines, words, palette, paths(view, height, widest)),
            *_groups(groups, words, palette, view),
            *_words(count_rows(groups, words), view, palette, 600, COUNT_SIZE),
        ]
        return _svg(marks, palette, height)

    return [drawn(*size) for size in DISCS]


def _svg(drawn: Sequence[str], palette: Palette, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{height}" '
        f'style="background:{palette.ground};border-radius:6px" '
        f'font-family="{escape(FONT)}"><svg x="50%" y="50%" overflow="visible">'
        f"{''.join(drawn)}</svg></svg>"
    )


def _in_sight(marks: pd.DataFrame, view: View, widest: int, height: int) -> pd.DataFrame:
    """The rows whose point lies in the picture, also beyond the antimeridian."""
    marks = _turned(rows.located(marks), ["longitude"], view, widest)
    x, y = pixels(view, marks["longitude"].to_numpy(float), marks["latitude"].to_numpy(float))
    return marks[(np.abs(x) < widest / 2) & (np.abs(y) < height / 2 + BEYOND)]


def _turned(marks: pd.DataFrame, columns: list[str], view: View, widest: int) -> pd.DataFrame:
    """Marks with longitudes that go on beyond 180 degrees where the land of a picture does."""
    if not is_part(view, widest):
        return marks
    return marks.assign(**{one: nearest(view, marks[one].to_numpy(float)) for one in columns})


def _groups(groups: pd.DataFrame, words: Words, palette: Palette, view: View) -> list[str]:
    marks = zip(group_rows(groups, words, palette), groups["country_codes"], strict=True)
    return [_mark(row, view, row["radius"], 1.5, ("country", *codes)) for row, codes in marks]


def _land(
    countries: pd.DataFrame,
    outlines: Outlines,
    words: Words,
    palette: Palette,
    land: Sequence[tuple[str, str]],
) -> str:
    """All land in sight (codes with paths); the programme's countries on top, a shade darker."""
    programme = {
        row["country_code"]: row for row in rows.country_rows(countries, outlines, words, palette)
    }
    rest, own = [], []
    for code, path in land:
        about = programme.get(code)
        if about is None:
            rest.append(path)
            continue
        look = f'd="{path}" fill="{_rgb(about["fill"])}" stroke="{palette.ground}"'
        own.append(_pickable("path", look, ("country", code), about))
    fill = mix(palette.border, palette.ground, rows.LAND)
    stroke = mix(palette.border, palette.ground, 0.9)
    return (
        f'<g transform="scale({1 / GRAIN:g})" stroke-width="{GRAIN}" stroke-linejoin="round" '
        f'fill-rule="evenodd"><path d="{"".join(rest)}" fill="{fill}" stroke="{stroke}"/>'
        f"{''.join(own)}</g>"
    )


def _sites(
    sites: pd.DataFrame, words: Words, palette: Palette, view: View, radius: float, line: float
) -> list[str]:
    """Round marks of sites, which shrink only where the view is far away."""
    near = 2 ** (view.zoom - FULL_SIZE_ZOOM)
    own = radius * max(SMALLEST, min(1.0, near))
    width = line * max(0.5, min(1.0, near))
    return [
        _mark(row, view, own * row["size"], width, ("site", row["site_id"]))
        for row in rows.site_rows(sites, words, palette)
    ]


def _mark(row: Row, view: View, radius: float, line: float, pick: tuple[str, ...]) -> str:
    x, y = view.pixel(row["longitude"], row["latitude"])
    look = (
        f'cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" fill="{_rgb(row["fill"])}" '
        f'fill-opacity="{row["fill"][3] / 255:.2f}" stroke="{_rgb(row["line"])}" '
        f'stroke-width="{line:.2f}"'
    )
    return _pickable("circle", look, pick, row)


def _pickable(tag: str, look: str, pick: tuple[str, ...], row: Row, body: str = "") -> str:
    """An element with what it stands for (a kind, then ids); its tooltip is its name, too."""
    text = f"{row['tip_title']}\n{row['tip_text']}".strip()
    return (
        f'<{tag} {look} data-pick="{escape(json.dumps(pick))}">'
        f"<title>{escape(text)}</title>{body}</{tag}>"
    )


def _arc(row: Row, view: View) -> str:
    """From the first place to another one, bent a little upwards."""
    x, y = view.pixel(row["from_longitude"], row["from_latitude"])
    right, down = view.pixel(row["to_longitude"], row["to_latitude"])
    middle, top = (x + right) / 2, (y + down) / 2 - abs(right - x) * 0.2
    return (
        f'<path d="M{x:.1f} {y:.1f}Q{middle:.1f} {top:.1f} {right:.1f} {down:.1f}" fill="none" '
        f'stroke="{_rgb(row["line"])}" stroke-opacity="{row["line"][3] / 255:.2f}" '
        f'stroke-width="1.3"/>'
    )


def _words(written: list[Row], view: View, palette: Palette, weight: int, size: int) -> list[str]:
    """Plain words beside or below a point, in ink; they let clicks through."""
    look = (
        f'font-size="{size}" font-weight="{weight}" fill="{palette.text}" text-anchor="middle" '
        f'dominant-baseline="central" pointer-events="none"'
    )
    found = []
    for row in written:
        x, y = view.pixel(row["longitude"], row["latitude"])
        place = f'x="{x + row["right"]:.1f}" y="{y + row["down"]:.1f}"'
        found.append(f"<text {place} {look}>{escape(row['text'].strip())}</text>")
    return found


def _box(row: Row, view: View, palette: Palette) -> str:
    """A number in a box whose border has the colour of the edition."""
    x, y = view.pixel(row["longitude"], row["latitude"])
    wide, tall = map_words.box_size(row["text"])
    left, top = x + row["right"], y + row["down"]
    hue, (kind, ids) = _rgb(row["line"]), row["pick"]
    body = (
        f'<rect x="{left - wide / 2:.1f}" y="{top - tall / 2:.1f}" width="{wide:.1f}" '
        f'height="{tall:.1f}" rx="4" fill="{palette.ground}" stroke="{hue}" stroke-width="1.2"/>'
        f'<text x="{left:.1f}" y="{top:.1f}" font-size="{LABEL_SIZE}" font-weight="600" '
        f'fill="{palette.text}" text-anchor="middle" dominant-baseline="central">'
        f"{escape(row['text'].strip())}</text>"
    )
    return _pickable("g", "", (kind, *ids), row, body)


def _rgb(channels: list[int]) -> str:
    return "#" + "".join(f"{one:02X}" for one in channels[:3])
