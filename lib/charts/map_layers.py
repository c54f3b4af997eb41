"""The layers of the map, from the land up to the names.

What draws them (lib/component/source: layers.js, of leaders labels.js) knows these kinds of layers
and no others.
"""

from __future__ import annotations

from typing import Any, Final

import pydeck as pdk

from lib.charts.map_rows import LAND, Row, rgba
from lib.charts.map_sizes import FULL_SIZE_ZOOM, LABEL_SIZE, SMALLEST
from lib.charts.map_view import View
from lib.charts.theme import FONT, Palette, mix

WORLD_OUTLINES: Final = "/geo/countries-110m.geojson"
CLOSE_OUTLINES: Final = "/geo/countries-50m-simplified.geojson"

PIXELS, COMMON, AUTO = (pdk.types.String(word) for word in ("pixels", "common", "auto"))


def land(palette: Palette, view: View) -> pdk.Layer:
    """All countries of the world, fetched by the browser from where the dashboard comes from."""
    return pdk.Layer(
        "GeoJsonLayer",
        data=CLOSE_OUTLINES if view.is_close else WORLD_OUTLINES,
        id="land",
        pickable=False,
        get_fill_color=_land(palette),
        get_line_color=rgba(mix(palette.border, palette.ground, 0.9)),
        get_line_width=1,
        line_width_units=PIXELS,
    )


def countries(features: list[Row], palette: Palette) -> pdk.Layer:
    """The programme's countries, a shade darker than other land."""
    return pdk.Layer(
        "GeoJsonLayer",
        data=features,
        id="countries",
        pickable=True,
        get_fill_color="properties.fill",
        get_line_color=rgba(palette.ground),
        get_line_width=1,
        line_width_units=PIXELS,
    )


def arcs(rows: list[Row]) -> pdk.Layer:
    """Low arcs from a project's first place."""
    return pdk.Layer(
        "ArcLayer",
        data=rows,
        id="arcs",
        pickable=False,
        get_source_position=["from_longitude", "from_latitude"],
        get_target_position=["to_longitude", "to_latitude"],
        get_source_color="line",
        get_target_color="line",
        get_width=1.3,
        width_units=PIXELS,
        get_tilt=30,
        get_height=0.4,
        parameters={"depthWriteEnabled": False},  # flat: marks with their names stay above
    )


def marks(name: str, rows: list[Row], radius: float, line_width: float) -> pdk.Layer:
    """Round marks of a fixed size, which shrink only where the view is far away."""
    return pdk.Layer(
        "GeoJsonLayer",
        data=[_point(row) for row in rows],
        id=name,
        pickable=True,
        get_fill_color="properties.fill",
        get_line_color="properties.line",
        get_point_radius="properties.size",
        point_radius_units=COMMON,
        point_radius_scale=radius / 2**FULL_SIZE_ZOOM,
        point_radius_min_pixels=radius * SMALLEST,
        point_radius_max_pixels=radius,
        get_line_width=line_width / 2**FULL_SIZE_ZOOM,
        line_width_units=COMMON,
        line_width_min_pixels=line_width / 2,
        line_width_max_pixels=line_width,
    )


def groups(rows: list[Row]) -> pdk.Layer:
    """Rings for several places each, as many pixels wide however near the view is."""
    return pdk.Layer(
        "GeoJsonLayer",
        data=[_point(row) for row in rows],
        id="groups",
        pickable=True,
        get_fill_color="properties.fill",
        get_line_color="properties.line",
        get_point_radius="properties.radius",
        point_radius_units=PIXELS,
        get_line_width=1.5,
        line_width_units=PIXELS,
    )


def boxes(name: str, rows: list[Row], palette: Palette) -> pdk.Layer:
    """Numbers in a box whose border has the colour of the edition."""
    lines = [rgba(palette.shared(row["edition_ids"])) for row in rows]
    return _text(
        name,
        [
            {key: row[key] for key in row if key != "edition_ids"} | {"line": line}
            for row, line in zip(rows, lines, strict=True)
        ],
        pickable=True,
        get_color=rgba(palette.text),
        font_weight=600,
        background=True,
        get_background_color=rgba(palette.ground),
        get_border_color="line",
        get_border_width=1.2,
        background_border_radius=4,
        background_padding=[6, 3, 6, 3],
    )


def words_on_land(
    name: str, rows: list[Row], palette: Palette, weight: int, size: int
) -> pdk.Layer:
    """Plain words beside or below a point, in ink: secondary text is too pale on land."""
    colour = rgba(palette.text)
    return _text(name, rows, get_color=colour, font_weight=weight, get_size=size)


def leaders(rows: list[Row], palette: Palette) -> pdk.Layer:
    """Lines from points (degrees) to the words about them (``begin``, ``end``: pixels from there).

    No layer of deck.gl: a line of theirs would grow with the map, away from its words.
    """
    return pdk.Layer("Leaders", data=rows, id="leaders", pickable=False, color=rgba(palette.text))


def _point(row: Row) -> Row:
    """A row as GeoJSON feature."""
    place = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
    return {"type": "Feature", "geometry": place, "properties": row}


def _land(palette: Palette) -> list[int]:
    return rgba(mix(palette.border, palette.ground, LAND))


def _text(name: str, rows: list[Row], **appearance: Any) -> pdk.Layer:
    options = {"pickable": False, "get_size": LABEL_SIZE} | appearance
    return pdk.Layer(
        "TextLayer",
        data=rows,
        id=name,
        get_position=["longitude", "latitude"],
        get_text="text",
        get_pixel_offset=["right", "down"],
        size_units=PIXELS,
        font_family=pdk.types.String(FONT),
        character_set=AUTO,
        font_settings={"fontSize": 2 * LABEL_SIZE, "buffer": 4},
        **options,
    )
