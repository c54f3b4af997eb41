"""The shapes of a still map, as SVG: its marks, its arcs, its words."""

from __future__ import annotations

import json
from html import escape

import pandas as pd

from lib.charts import map_rows as rows
from lib.charts import map_words
from lib.charts.map_placed import Leader
from lib.charts.map_rows import Row
from lib.charts.map_sizes import (
    FULL_SIZE_ZOOM,
    LABEL_SIZE,
    SMALLEST,
)
from lib.charts.map_view import View
from lib.charts.theme import Palette
from lib.wording.words import Words

ARC = 0.6  # of the opacity that arcs have where nothing is written across them


def site_marks(
    sites: pd.DataFrame, words: Words, palette: Palette, view: View, radius: float, line: float
) -> list[str]:
    """Round marks of sites, which shrink only where the view is far away."""
    near = 2 ** (view.zoom - FULL_SIZE_ZOOM)
    own = radius * max(SMALLEST, min(1.0, near))
    width = line * max(0.5, min(1.0, near))
    return [
        mark(row, view, own * row["size"], width, ("site", row["site_id"]))
        for row in rows.site_rows(sites, words, palette)
    ]


def mark(row: Row, view: View, radius: float, line: float, pick: tuple[str, ...]) -> str:
    x, y = view.pixel(row["longitude"], row["latitude"])
    look = (
        f'cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" fill="{rgb(row["fill"])}" '
        f'fill-opacity="{row["fill"][3] / 255:.2f}" stroke="{rgb(row["line"])}" '
        f'stroke-width="{line:.2f}"'
    )
    return pickable("circle", look, pick, row)


def pickable(tag: str, look: str, pick: tuple[str, ...], row: Row, body: str = "") -> str:
    """An element with what it stands for (a kind, then ids); its tooltip is its name, too."""
    text = f"{row['tip_title']}\n{row['tip_text']}".strip()
    return (
        f'<{tag} {look} data-pick="{escape(json.dumps(pick))}">'
        f"<title>{escape(text)}</title>{body}</{tag}>"
    )


def arc(row: Row, view: View) -> str:
    """From the first place to another one, bent a little upwards; pale, below marks and words."""
    x, y = view.pixel(row["from_longitude"], row["from_latitude"])
    right, down = view.pixel(row["to_longitude"], row["to_latitude"])
    middle, top = (x + right) / 2, (y + down) / 2 - abs(right - x) * 0.2
    return (
        f'<path d="M{x:.1f} {y:.1f}Q{middle:.1f} {top:.1f} {right:.1f} {down:.1f}" fill="none" '
        f'stroke="{rgb(row["line"])}" stroke-opacity="{ARC * row["line"][3] / 255:.2f}" '
        f'stroke-width="1"/>'
    )


def leader(line: Leader, palette: Palette) -> str:
    """A thin line from a point to the words about it."""
    middle, level = (line.x + line.right) / 2, (line.y + line.down) / 2
    return (
        f'<path d="M{line.x:.1f} {line.y:.1f}Q{middle:.1f} {level:.1f} {line.right:.1f} '
        f'{line.down:.1f}" fill="none" stroke="{palette.text}" stroke-width="0.8"/>'
        f'<circle cx="{line.x:.1f}" cy="{line.y:.1f}" r="1.6" fill="{palette.text}"/>'
    )


def written_words(
    written: list[Row],
    view: View,
    palette: Palette,
    weight: int,
    size: int,
    *,
    has_halo: bool = False,
) -> list[str]:
    """Plain words beside or below a point, in ink; they let clicks through.

    ``has_halo``: what runs below them is kept from their letters.
    """
    look = (
        f'font-size="{size}" font-weight="{weight}" fill="{palette.text}" text-anchor="middle" '
        f'dominant-baseline="central" pointer-events="none"'
    )
    if has_halo:
        look += (
            f' stroke="{palette.ground}" stroke-width="3" stroke-opacity="0.85" '
            f'stroke-linejoin="round" paint-order="stroke"'
        )
    found = []
    for row in written:
        x, y = view.pixel(row["longitude"], row["latitude"])
        place = f'x="{x + row["right"]:.1f}" y="{y + row["down"]:.1f}"'
        found.append(f"<text {place} {look}>{escape(row['text'].strip())}</text>")
    return found


def box(row: Row, view: View, palette: Palette) -> str:
    """A number in a box whose border has the colour of the edition."""
    x, y = view.pixel(row["longitude"], row["latitude"])
    wide, tall = map_words.box_size(row["text"])
    left, top = x + row["right"], y + row["down"]
    hue, (kind, ids) = palette.shared(row["edition_ids"]), row["pick"]
    body = (
        f'<rect x="{left - wide / 2:.1f}" y="{top - tall / 2:.1f}" width="{wide:.1f}" '
        f'height="{tall:.1f}" rx="4" fill="{palette.ground}" stroke="{hue}" stroke-width="1.2"/>'
        f'<text x="{left:.1f}" y="{top:.1f}" font-size="{LABEL_SIZE}" font-weight="600" '
        f'fill="{palette.text}" text-anchor="middle" dominant-baseline="central">'
        f"{escape(row['text'].strip())}</text>"
    )
    return pickable("g", "", (kind, *ids), row, body)


def rgb(channels: list[int]) -> str:
    return "#" + "".join(f"{one:02X}" for one in channels[:3])
