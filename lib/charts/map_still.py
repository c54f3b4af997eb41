"""Still maps: a region or the world as SVG, which a browser draws at once, wherever it runs.

The rows are those of the layers of the map that moves (:mod:`lib.charts.map_deck`), so both say the
same; each mark carries what it stands for (``data-pick``) and its tooltip, as title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Final, NamedTuple

import pandas as pd

from lib.charts import map_rows as rows
from lib.charts.map_groups import count_rows, group_rows, split, together
from lib.charts.map_land import GRAIN, NARROW, WIDEST, paths
from lib.charts.map_placed import fewest
from lib.charts.map_rows import Outlines
from lib.charts.map_shapes import (
    arc,
    box,
    leader,
    mark,
    pickable,
    rgb,
    site_marks,
    written_words,
)
from lib.charts.map_sight import in_sight, partly_in_sight, turned
from lib.charts.map_sizes import AREA, COUNT_SIZE, LABEL_SIZE, NOTE_SIZE, ORIGIN, PLACE
from lib.charts.map_view import VIEWS, View, country_bounds, view_for
from lib.charts.map_words import Names
from lib.charts.theme import FONT, Palette, mix
from lib.model.rows import each
from lib.wording.words import Words

# Width and height that a map of discs counts on, and how far it is drawn (pixels): narrow, wide.
DISCS: Final = ((300, 260, NARROW), (600, 440, WIDEST))


class Still(NamedTuple):
    """A map as SVG, with what it has no room to write: countries with counts, names of places."""

    svg: str
    countries: list[str]
    places: list[str]


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
    codes: Sequence[str] = (),
) -> Still:
    """:func:`stills` on one ground."""
    (made,) = stills(
        countries, sites, unnamed, arcs, outlines, words, [palette], view, height,
        names=names, widest=widest, codes=codes,
    )  # fmt: skip
    return made


def stills(
    countries: pd.DataFrame,
    sites: pd.DataFrame,
    unnamed: pd.DataFrame,
    arcs: pd.DataFrame,
    outlines: Outlines,
    words: Words,
    palettes: Sequence[Palette],
    view: View,
    height: int,
    *,
    names: Names = "countries",
    widest: int = WIDEST,
    codes: Sequence[str] = (),
) -> list[Still]:
    """A map as SVG, as wide as its place and ``height`` pixels high, its centre that of the view.

    Once for each ground of ``palettes``: room for words is found once for all. It is drawn to half
    of ``widest`` pixels on either side. Frames as in :func:`lib.charts.map_deck.world`. ``codes``:
    the countries whose names and numbers are written, () for all.
    """
    written = countries
    if codes:
        unnamed = unnamed[unnamed["country_code"].isin(codes)]
        written = countries[countries["country_code"].isin(codes)]
    alone, groups, unnamed = (
        partly_in_sight(marks, view, widest, height) for marks in (*split(sites, view), unnamed)
    )
    said = fewest(written, alone, groups, unnamed, outlines, words, view, names)
    if len(arcs):
        arcs = turned(arcs, ["from_longitude", "to_longitude"], view, widest)
    untold = [
        *_labels(said.countries, outlines, view, words, widest),
        *(row["named"].strip() for row in said.numbers),
    ]

    def drawn(palette: Palette) -> str:
        ways = rows.arc_rows(arcs, palette) if groups.empty and len(arcs) else []
        is_crossed = bool(ways or said.leaders)
        found = [
            _land(countries, outlines, words, palette, paths(view, height, widest)),
            *(arc(row, view) for row in ways),
            *(leader(one, palette) for one in said.leaders),
            *_groups(groups, words, palette, view),
            *written_words(count_rows(groups, words), view, palette, 600, COUNT_SIZE),
            *site_marks(rows.areas(alone), words, palette, view, AREA, 1.6),
            *site_marks(rows.places(alone, view), words, palette, view, PLACE, 1.6),
            *site_marks(rows.origins(alone), words, palette, view, ORIGIN, 1.0),
            *written_words(said.names, view, palette, 600, LABEL_SIZE, has_halo=is_crossed),
            *written_words(said.counts, view, palette, 400, NOTE_SIZE, has_halo=is_crossed),
            *written_words(said.beside, view, palette, 400, NOTE_SIZE, has_halo=is_crossed),
            *(box(row, view, palette) for row in said.boxes),
        ]
        return _svg(found, palette, height)

    return [Still(drawn(palette), untold, said.places) for palette in palettes]


def _labels(
    countries: pd.DataFrame, outlines: Outlines, view: View, words: Words, widest: int
) -> list[str]:
    """Names of countries with their counts, of those whose middle lies in the picture."""
    known = rows.outlined(countries, outlines)
    middle = [outlines[code]["properties"] for code in known["country_code"]]
    seen = in_sight(
        known.assign(
            longitude=[own["label_longitude"] for own in middle],
            latitude=[own["label_latitude"] for own in middle],
        ),
        view,
        widest,
        view.height,
    )
    return [words.of(row.country, row.label) for row in each(seen)]


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
        groups = partly_in_sight(together(places, view), view, widest, height)
        marks = [
            _land(named, outlines, words, palette, paths(view, height, widest)),
            *_groups(groups, words, palette, view),
            *written_words(count_rows(groups, words), view, palette, 600, COUNT_SIZE),
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


def _groups(groups: pd.DataFrame, words: Words, palette: Palette, view: View) -> list[str]:
    marks = zip(group_rows(groups, words, palette), groups["country_codes"], strict=True)
    return [mark(row, view, row["radius"], 1.5, ("country", *codes)) for row, codes in marks]


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
        look = f'd="{path}" fill="{rgb(about["fill"])}" stroke="{palette.ground}"'
        own.append(pickable("path", look, ("country", code), about))
    fill = mix(palette.border, palette.ground, rows.LAND)
    stroke = mix(palette.border, palette.ground, 0.9)
    return (
        f'<g transform="scale({1 / GRAIN:g})" stroke-width="{GRAIN}" stroke-linejoin="round" '
        f'fill-rule="evenodd"><path d="{"".join(rest)}" fill="{fill}" stroke="{stroke}"/>'
        f"{''.join(own)}</g>"
    )
