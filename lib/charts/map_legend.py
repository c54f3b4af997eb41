"""The legend of the map: a small drawing for each mark, with its words."""

from __future__ import annotations

import pandas as pd

from lib.charts.map_rows import areas, located
from lib.charts.theme import FONT, Palette
from lib.wording.words import Words

HEIGHT = 20  # pixels of every drawing
_FAMILY = FONT.replace('"', "'")


def legend(
    sites: pd.DataFrame,
    unnamed: pd.DataFrame,
    arcs: pd.DataFrame,
    words: Words,
    palette: Palette,
    *,
    is_grouped: bool = False,
) -> list[tuple[str, str]]:
    """Each mark that the map has as an SVG drawing, 20 pixels high, with what it means.

    In: ``sites`` (site_role, status, precision, longitude, latitude), ``unnamed`` and ``arcs`` as
    the map takes them. Grey stands for the colour of an edition, because hue says only which
    edition. ``is_grouped``: are places drawn together, and therefore no arcs?
    """
    _ = words.gettext
    grey, ink, ground = palette.muted, palette.text, palette.ground
    number = (
        f'<rect x="1" y="2" width="24" height="16" rx="4" fill="{ground}" stroke="{grey}"/>'
        f'<text x="13" y="14" text-anchor="middle" font-family="{_FAMILY}"'
        f' font-size="11" font-weight="600" fill="{ink}">{words.number(13)}</text>'
    )
    arc = f'<path d="M2 16 Q13 -4 24 16" fill="none" stroke="{grey}" stroke-width="1.5"/>'
    rows = located(sites)
    is_place, is_new = rows["precision"] == "place", rows["site_role"] == "expansion"
    is_open = is_new & (rows["status"] == "active")
    entries = [
        ((is_place & is_open).any(), _circle(5.5, grey, ground), _("named place, reported active")),
        (
            (is_place & is_new & ~is_open).any(),
            _circle(4.6, ground, grey),
            _("named place, announced"),
        ),
        (len(areas(rows)), _circle(8, "none", grey), _("named area (filled if reported)")),
        (len(unnamed), number, _("number without names")),
        ((is_place & ~is_new).any(), _circle(3, ink, ground), _("there before")),
        (len(arcs) and not is_grouped, arc, _("from the first place of the project")),
    ]
    drawn = [(_svg(drawing), meaning) for is_drawn, drawing, meaning in entries if is_drawn]
    return [*drawn, disc(palette, words)] if is_grouped else drawn


def disc(palette: Palette, words: Words) -> tuple[str, str]:
    """The mark of several places near each other, as :func:`legend` gives it."""
    drawing = (
        f'<circle cx="13" cy="10" r="9" fill="{palette.washed(palette.muted)}"'
        f' stroke="{palette.muted}" stroke-width="1.5"/><text x="13" y="14" text-anchor="middle"'
        f' font-family="{_FAMILY}" font-size="11" font-weight="600" fill="{palette.text}">'
        f"{words.number(24)}</text>"
    )
    return _svg(drawing), words.gettext("number of places near each other")


def _circle(radius: float, fill: str, line: str) -> str:
    return (
        f'<circle cx="13" cy="10" r="{radius}" fill="{fill}" stroke="{line}" stroke-width="1.6"/>'
    )


def _svg(drawing: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="26" height="{HEIGHT}" '
        f'viewBox="0 0 26 {HEIGHT}" aria-hidden="true">{drawing}</svg>'
    )
