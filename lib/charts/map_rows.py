"""The rows that the map's layers draw: one dict a mark, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from lib.charts.map_view import View, pixels
from lib.charts.theme import Palette, mix
from lib.model.accent import channels
from lib.model.outlines import geometry
from lib.model.rows import each
from lib.wording.lists import named
from lib.wording.words import Words

Row = dict[str, Any]
Outlines = Mapping[str, Mapping[str, Any]]

STACKED = 3.0  # pixels: places nearer than this are drawn inside each other
SHRINK = 0.5  # size of a place drawn inside another, against the one around it
LAND, OUTSIDE, INSIDE = 0.42, 0.68, 0.97  # shares of the border colour: other, unselected, selected
PALE = 0.25  # opacity inside the ring of a reported area


def rgba(colour: str, opacity: float = 1.0) -> list[int]:
    """A colour like ``#1B4F8C`` as red, green, blue, alpha from 0 to 255."""
    return [*channels(colour), round(255 * opacity)]


def literal(text: object) -> str:
    """Text that deck.gl shows as it is; a leading ``@@`` would be read as an expression."""
    written = str(text)
    return f" {written}" if written.startswith("@@") else written


def located(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that have both coordinates; the frame itself where all have."""
    here = np.add(*(rows[name].to_numpy(float) for name in ("latitude", "longitude")))
    is_known = ~np.isnan(here)
    return rows if is_known.all() else rows[is_known]


def areas(sites: pd.DataFrame) -> pd.DataFrame:
    """Located sites that are areas (``precision`` admin_area): the rings."""
    rows = located(sites)
    return rows[rows["precision"] == "admin_area"]


def origins(sites: pd.DataFrame) -> pd.DataFrame:
    """Located places from before the programme: the small dots."""
    rows = located(sites)
    return rows[(rows["precision"] == "place") & (rows["site_role"] == "origin")]


def places(sites: pd.DataFrame, view: View) -> pd.DataFrame:
    """Located expansion places, with ``size``: 1, or less for each that lies on another one.

    Two places within three pixels of each other would hide one another; they are drawn inside each
    other, the inner ones last.
    """
    rows = located(sites)
    rows = rows[(rows["precision"] == "place") & (rows["site_role"] == "expansion")]
    x, y = pixels(view, rows["longitude"].to_numpy(float), rows["latitude"].to_numpy(float))
    apart = np.hypot(x[:, None] - x, y[:, None] - y)
    below = np.tril(apart < STACKED, -1).sum(axis=1)
    return rows.assign(size=SHRINK ** np.minimum(below, 2)).sort_values(
        "size", ascending=False, kind="stable"
    )


def country_rows(
    countries: pd.DataFrame, outlines: Outlines, words: Words, palette: Palette
) -> list[Row]:
    """Fill and tooltip of the programme's countries; those without an outline are left out."""
    rows = []
    for row in each(outlined(countries, outlines)):
        count = words.ngettext("{n} project", "{n} projects", row.project_count)
        lines = [count.format(n=words.number(row.project_count)), row.label]
        lines.append(named([words.edition(edition) for edition in row.edition_ids], words))
        share = INSIDE if row.is_selected else OUTSIDE
        rows.append(
            {
                "country_code": row.country_code,
                "fill": rgba(mix(palette.border, palette.ground, share)),
                **tip(row.country, [*dict.fromkeys(lines)]),
            }
        )
    return rows


def country_features(drawn: list[Row], view: View) -> list[Row]:
    """Rows of :func:`country_rows` as GeoJSON features, as fine as the view asks for."""
    return [
        {
            "type": "Feature",
            "properties": row,
            "geometry": geometry(row["country_code"], is_close=view.is_close),
        }
        for row in drawn
    ]


def outlined(countries: pd.DataFrame, outlines: Outlines) -> pd.DataFrame:
    """The countries that can be drawn, in their order."""
    return countries[countries["country_code"].isin(list(outlines))]


def site_rows(sites: pd.DataFrame, words: Words, palette: Palette) -> list[Row]:
    """Marks of sites: position, colours, size, tooltip.

    Full: reported open. Hollow: announced. Hollow grey: not known how far it is. Places from before
    the programme are ink.
    """
    _ = words.gettext
    rows = []
    for row in each(sites):
        is_origin, is_area = row.site_role == "origin", row.precision == "admin_area"
        is_known, is_open = row.status != "unknown", row.status == "active"
        hue = palette.text if is_origin else palette.edition(row.edition_id)
        ring = hue if is_known or is_origin else palette.muted
        if is_area:
            fill, line = rgba(hue, PALE if is_open else 0.0), ring
        elif is_origin or is_open:
            fill, line = rgba(hue), palette.ground
        else:
            fill, line = rgba(palette.ground), ring
        state = _("there before") if is_origin else words.status(row.status)
        if row.as_of_date:
            state = f"{state}, {words.date(row.as_of_date)}"
        if publisher := getattr(row, "status_publisher", ""):
            state = f"{state} ({publisher})"
        kind = [words.precision("admin_area")] if is_area else []
        rows.append(
            {
                "site_id": row.site_id,
                "longitude": float(row.longitude),
                "latitude": float(row.latitude),
                "fill": fill,
                "line": rgba(line),
                "size": float(getattr(row, "size", 1.0)),
                **tip(
                    row.name,
                    [*kind, f"{row.project} · {words.edition(row.edition_id)}", state]
                    + [_("Source: {source}").format(source=row.publisher)],
                ),
            }
        )
    return rows


def arc_rows(arcs: pd.DataFrame, palette: Palette) -> list[Row]:
    """Arcs from a project's first place, in the colour of its edition."""
    ends = ["from_longitude", "from_latitude", "to_longitude", "to_latitude"]
    drawn = arcs.dropna(subset=ends)
    return [
        {
            **{end: float(getattr(row, end)) for end in ends},
            "line": rgba(palette.edition(row.edition_id), 0.75),
        }
        for row in each(drawn)
    ]


def tip(title: str, lines: list[str]) -> Row:
    """What every layer's rows carry for the tooltip: a title with lines of text."""
    return {"tip_title": literal(title), "tip_text": literal("\n".join(filter(None, lines)))}
