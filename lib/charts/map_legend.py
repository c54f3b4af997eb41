"""The legend of the map: a small drawing for each mark, with its words."""

from __future__ import annotations

from lib.charts.theme import FONT, Palette
from lib.wording.words import Words

HEIGHT = 20  # pixels of every drawing
_FAMILY = FONT.replace('"', "'")


def legend(
    palette: Palette, words: Words, *, is_grouped: bool = False, has_arcs: bool | None = None
) -> list[tuple[str, str]]:
    """Each mark of the map as an SVG drawing, 20 pixels high, with what it means.

    Grey stands for the colour of an edition, because hue says only which edition. ``is_grouped``:
    are places drawn together, and therefore no arcs? ``has_arcs``: are there any, where that is
    known; else the legend says when there are.
    """
    _ = words.gettext
    grey, ink, ground = palette.muted, palette.text, palette.ground
    number = (
        f'<rect x="1" y="2" width="24" height="16" rx="4" fill="{ground}" stroke="{grey}"/>'
        f'<text x="13" y="14" text-anchor="middle" font-family="{_FAMILY}"'
        f' font-size="11" font-weight="600" fill="{ink}">{words.number(13)}</text>'
    )
    arc = f'<path d="M2 16 Q13 -4 24 16" fill="none" stroke="{grey}" stroke-width="1.5"/>'
    last = [(_svg(arc), _("from the first place (one project selected)"))]
    if is_grouped:
        last = [disc(palette, words)]
    elif has_arcs is not None:
        last = [(_svg(arc), _("from the first place of the project"))] if has_arcs else []
    return [
        (_svg(_circle(5.5, grey, ground)), _("named place, reported active")),
        (_svg(_circle(4.6, ground, grey)), _("named place, announced")),
        (_svg(_circle(8, "none", grey)), _("named area (filled if reported)")),
        (_svg(number), _("number without names")),
        (_svg(_circle(3, ink, ground)), _("there before")),
        *last,
    ]


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
