"""Charts of a web page: as pictures that need no script, and as figures that can be explored."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Final

import pandas as pd
from markupsafe import Markup
from plotly.io.json import to_json_plotly

from lib.charts.svg import svg
from lib.charts.theme import DARK, LIGHT, Figure, Palette
from lib.exports.exhibits import Chart, Draw
from lib.exports.pack import Pack
from lib.exports.pictures import beneath
from lib.exports.plain import Drawn, Plain, cut, pieces, spoken, width_of
from lib.wording.words import Words

MOST_LINES: Final = 50  # of a chart that has a line a row
DISAGREEMENTS: Final = "#section-disagreements"
_COLOUR: Final = re.compile(r"#[0-9A-F]{6}|rgba\([^)]*\)")  # as in page.js


def chart(one: Chart, pack: Pack, drawn: Drawn) -> Plain:
    """A chart that has something to draw: pictures, the figure as JSON, which rows they show.

    Pictures are for paper and for where scripts do not run, and have the size of a page. They can
    be taken along, with the finding above them and what they rest on below.
    """
    _ = one.words.gettext
    shown, some = cut(one, MOST_LINES)
    shown = replace(
        shown,
        draw=_once(shown.draw),
        draw_wide=shown.draw_wide and _once(shown.draw_wide),
        draw_screen=shown.draw_screen and _once(shown.draw_screen),
    )
    light = pieces(shown, LIGHT)
    count = len(light)
    parts = zip(light, pieces(shown, DARK), spoken(light, shown), strict=True)
    return {
        "pictures": [
            {"svg": _picture(own, dark, count, drawn), "alternative": told}
            for own, dark, told in parts
        ],
        "figure": _figure(shown, _picture_words(one, pack, some)),
        "shown": some,
        "files": {"png": _("Download as PNG"), "svg": _("Download as SVG")},
    }


def _once(draw: Draw) -> Draw:
    """What draws the same rows for pictures and for screens, once for each ground."""
    made: dict[str, Figure] = {}

    def drawn(frame: pd.DataFrame, words: Words, palette: Palette) -> Figure:
        if palette.ground not in made:
            made[palette.ground] = draw(frame, words, palette)
        return made[palette.ground]

    return drawn


def _picture_words(one: Chart, pack: Pack, some: str) -> Plain:
    """What a picture says that somebody takes along: it is met without the page."""
    reading = one.reading
    return {
        "file": one.name.replace(".", "-"),
        "above": [pack.title, one.title, reading.subtitle],
        "below": [*filter(None, (reading.coverage, some)), *beneath(pack, one)],
    }


def _picture(light: Figure, dark: Figure, count: int, drawn: Drawn) -> str:
    width = width_of(light, count)
    return drawn(lambda palette: svg(light if palette is LIGHT else dark, width))


def _figure(one: Chart, picture: Plain) -> Markup:
    """What the chart's script takes; no text in it can end its element.

    The figures are those of light ground; ``dark`` lists what stands there for each colour.
    """
    light, dark = _figures(one, LIGHT), _figures(one, DARK)
    if _COLOUR.sub("", light) != _COLOUR.sub("", dark):
        raise ValueError(f"{one.name}: more than colours differ between light and dark")
    rest = {
        "dark": _COLOUR.findall(dark),
        "alternative": one.reading.alternative,
        "ways": _ways(one),
        "locale": one.words.language,
        "picture": picture,
    }
    written = f'{{"figures":{light},{json.dumps(rest, ensure_ascii=False)[1:]}'
    return Markup(written.replace("<", "\\u003c"))


def _ways(one: Chart) -> dict[str, tuple[str, str]]:
    """Where the sign ≠ of a project or an edition leads: to the section that the foot names."""
    if not one.is_disputed or "is_disputed" not in one.frame:
        return {}
    found = {}
    for row in one.frame[one.frame["is_disputed"].astype(bool)].to_dict("records"):
        name = str(row.get("project") or row.get("label") or "")
        about = one.words.of(one.words.gettext("Disagreements"), name)
        found[str(row.get("project_id") or row.get("edition_id"))] = (DISAGREEMENTS, about)
    return found


def _figures(one: Chart, palette: Palette) -> str:
    """The figure for narrow places, with the one for wide places where that differs."""
    figures, wide = {"figure": one.figure(palette)}, one.screen(palette)
    if wide:
        figures["wide"] = wide
    parts = (f'"{name}":{to_json_plotly(figure)}' for name, figure in figures.items())
    return f"{{{','.join(parts)}}}"
