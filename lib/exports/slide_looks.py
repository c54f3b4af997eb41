"""How a bar of a slide looks, which says how sure its number is."""

from __future__ import annotations

from typing import NamedTuple

from lib.charts.theme import LIGHT, mix
from lib.exports.slide_bars import Column

PALE, FADED, WASHED = (
    0.3,
    0.06,
    0.22,
)  # shares of a colour: of a target, at an open end, below waves
_LINE = 12_700  # EMU
_YEAR = 50_000  # how much of an open period is solid: the stated year, of two that are drawn


def look(column: Column, colour: str) -> str:
    """The fill and the edge of a bar, as XML.

    Solid is exact, fading at least, hatched possible, waves about; dashed is money whose split is
    not published, dotted what is not stated. Targets are pale.
    """
    hue = mix(colour, LIGHT.ground, PALE) if column.role == "target" else colour
    match column.look:
        case "up_to":
            return _pattern("wdUpDiag", colour, LIGHT.ground) + _edge(colour)
        case "about":
            return _pattern("wave", colour, mix(colour, LIGHT.ground, WASHED)) + _edge(colour)
        case "not_published":
            return _pattern("ltDnDiag", colour, LIGHT.ground) + _edge(colour, "sysDash")
        case "not_stated":
            return NONE + _edge(LIGHT.muted, "sysDot")
        case "at_least":
            return _fading(hue, mix(hue, LIGHT.ground, FADED)) + _NO_EDGE
        case "open_end":
            return _fading(hue, LIGHT.ground, _YEAR) + _NO_EDGE
        case "open_start":
            return _fading(hue, LIGHT.ground, _YEAR, angle=10_800_000) + _NO_EDGE
        case "start":
            return NONE + _NO_EDGE
        case _:
            return solid(hue) + _edge(colour)


class Mark(NamedTuple):
    """Points that a mark is thick, per cent of its number that it is long."""

    thick: int
    long: int
    colour: str
    is_dashed: bool = False


def mark(column: Column) -> Mark:
    """How a number on a logarithmic axis is drawn.

    A target is a block, a result narrow; at least is long and thin, up to dashed, about pale.
    """
    tall, long = _RESULT if column.role == "result" else _TARGET
    match column.look:
        case "up_to":
            return Mark(*_DASHED, column.hue, is_dashed=True)
        case "at_least":
            return Mark(tall // 2, 2 * long, column.hue)
        case "about":
            return Mark(tall, long, mix(column.hue, LIGHT.ground, 0.5))
        case _:
            return Mark(tall, long, column.hue)


_TARGET, _RESULT, _DASHED = (9, 10), (7, 3), (4, 50)  # points thick, per cent long
DASH, SPACE = 3, 1  # of a dash and the gap after it, in thicknesses of the line


def solid(colour: str) -> str:
    """One colour, as XML."""
    return f"<a:solidFill>{_colour(colour)}</a:solidFill>"


NONE = "<a:noFill/>"
_NO_EDGE = "<a:ln><a:noFill/></a:ln>"


def _edge(colour: str, dash: str = "solid") -> str:
    return f'<a:ln w="{_LINE}">{solid(colour)}<a:prstDash val="{dash}"/></a:ln>'


def _pattern(name: str, colour: str, ground: str) -> str:
    return (
        f'<a:pattFill prst="{name}"><a:fgClr>{_colour(colour)}</a:fgClr>'
        f"<a:bgClr>{_colour(ground)}</a:bgClr></a:pattFill>"
    )


def _fading(colour: str, end: str, solid: int = 60_000, *, angle: int = 0) -> str:
    stops = "".join(
        f'<a:gs pos="{place}">{_colour(own)}</a:gs>'
        for place, own in ((0, colour), (solid, colour), (100_000, end))
    )
    return (
        f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst>'
        f'<a:lin ang="{angle}" scaled="0"/></a:gradFill>'
    )


def _colour(colour: str) -> str:
    return f'<a:srgbClr val="{colour.lstrip("#")}"/>'
