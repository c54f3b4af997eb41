"""Colours of both grounds, with the layout every chart starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from lib.model.accent import DARK_GROUNDS, LIGHT_GROUNDS, channels

FONT = '"IBM Plex Sans", "Source Sans 3", "Segoe UI", Arial, sans-serif'
TEXT_SIZE, AXIS_SIZE = 13, 12
UNKNOWN = "unknown"
HOLLOW = 0.1  # share of a hue in a bar of what is announced: a line on it keeps a contrast of 3

# A figure as plotly.js reads it. Plotly's objects in Python would check every setting again at each
# drawing; the tests let them check every chart instead.
Figure = dict[str, Any]


@dataclass(frozen=True)
class Palette:
    """The colours of one ground, each named by what it says; all are ``#RRGGBB``.

    ``wash`` is the share of a colour in what may lie under a figure.
    """

    ground: str
    panel: str
    border: str
    text: str
    muted: str
    link: str
    differ: str
    editions: tuple[str, ...]
    programmes: tuple[str, ...]
    organisation_types: Mapping[str, str]
    wash: float

    @property
    def categorical(self) -> tuple[str, ...]:
        """The ten data colours in their fixed order."""
        types = self.organisation_types.values()
        return tuple(dict.fromkeys([*self.editions, *self.programmes, *types]))

    @property
    def chip(self) -> str:
        """What lies under the sign that sources disagree."""
        return mix(self.differ, self.ground, 0.13)

    @property
    def chip_text(self) -> str:
        """The colour of that sign nearer to ink, so that a figure on the chip can be read."""
        return mix(self.differ, self.text, 0.8)

    def washed(self, colour: str) -> str:
        """A colour so pale that a figure on it can be read."""
        return mix(colour, self.ground, self.wash)

    def edition(self, edition_id: str) -> str:
        """Colour of an edition by its number; they cycle through the ten data colours."""
        place = int(edition_id) - 1 if edition_id.isdecimal() else sum(map(ord, edition_id))
        return self.categorical[place % len(self.categorical)]

    def shared(self, edition_ids: Sequence[str]) -> str:
        """Colour of what belongs to these editions: grey where they are several."""
        return self.edition(edition_ids[0]) if len(edition_ids) == 1 else self.muted

    def organisation_type(self, organisation_type: str) -> str:
        """Colour of a kind of organisation; grey for mixed, unknown or any other kind."""
        return self.organisation_types.get(organisation_type, self.organisation_types[UNKNOWN])


def _named(names: str, colours: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(names.split(), colours.split(), strict=True)))


_ORGANISATION_TYPES = f"foundation company association public {UNKNOWN}"

LIGHT = Palette(
    ground=LIGHT_GROUNDS[0],
    panel=LIGHT_GROUNDS[1],
    border="#D8D2C4",
    text="#17232B",
    muted="#55626B",
    link="#0B5C70",
    differ="#A3123F",
    editions=("#1B4F8C", "#268F7E", "#C4561B"),
    programmes=("#7B2D6B", "#7A8A12"),
    organisation_types=_named(_ORGANISATION_TYPES, "#572472 #A5861D #3E7F55 #792C1B #7C878E"),
    wash=0.35,
)
DARK = Palette(
    ground=DARK_GROUNDS[0],
    panel=DARK_GROUNDS[1],
    border="#36434B",
    text="#EDEAE2",
    muted="#A9B4BA",
    link="#6CC5D9",
    differ="#FF8DA6",
    editions=("#5E9BE6", "#6BD9C2", "#F2935A"),
    programmes=("#D58BC4", "#BCC94E"),
    organisation_types=_named(_ORGANISATION_TYPES, "#9C63B6 #F7CA47 #89C89B #BF6149 #8C979E"),
    wash=0.25,
)


def palette(is_dark: bool) -> Palette:
    """The palette of the ground the reader looks at."""
    return DARK if is_dark else LIGHT


def mix(colour: str, ground: str, share: float) -> str:
    """``share`` (0 to 1) of ``colour`` laid over ``ground``, as an opaque ``#RRGGBB``."""
    pairs = zip(channels(colour), channels(ground), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def translucent(colour: str, alpha: float) -> str:
    """``colour`` with an opacity of ``alpha`` (0 to 1)."""
    red, green, blue = channels(colour)
    return f"rgba({red},{green},{blue},{alpha:g})"


def escape(text: str) -> str:
    """Text from a table made safe for plotly, which reads a small HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def layout(palette: Palette, height: float, **overrides: Any) -> dict[str, Any]:
    """Layout common to all charts.

    ``height`` in pixels; ``overrides`` replace whole entries. The width is left to the page.
    """
    base: dict[str, Any] = {
        "template": {"layout": {}},
        "height": round(height),
        "margin": {"l": 4, "r": 12, "t": 4, "b": 28, "pad": 0, "autoexpand": False},
        "paper_bgcolor": palette.ground,
        "plot_bgcolor": palette.ground,
        "font": {"family": FONT, "size": TEXT_SIZE, "color": palette.text},
        "hoverlabel": {
            "bgcolor": palette.panel,
            "bordercolor": palette.border,
            "font": {"family": FONT, "size": TEXT_SIZE, "color": palette.text},
            "align": "left",
        },
        "separators": ".,",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "barmode": "overlay",
        "colorway": list(palette.categorical),
    }
    return base | overrides


def axis(palette: Palette, **overrides: Any) -> dict[str, Any]:
    """An axis that can be read yet not dragged: secondary text, upright; thin lines."""
    base: dict[str, Any] = {
        "fixedrange": True,
        "automargin": False,
        "tickangle": 0,
        "zeroline": False,
        "showline": False,
        "gridcolor": palette.border,
        "gridwidth": 1,
        "tickfont": {"family": FONT, "size": AXIS_SIZE, "color": palette.muted},
    }
    return base | overrides
