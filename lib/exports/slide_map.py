"""A map as native shapes of a slide: every country a shape that can be recoloured, in one group.

The shapes are those of the still map (:mod:`lib.charts.map_still`), read from its drawing, so that
a slide shows what the page shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final, NamedTuple
from xml.etree.ElementTree import Element, fromstring
from xml.sax.saxutils import escape, quoteattr

import numpy as np
import numpy.typing as npt
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from lib.charts.map_land import GRAIN
from lib.charts.text import width as text_width

FONT: Final = "IBM Plex Sans"
LEAST_POINTS, MOST_POINTS = 12, 18  # of the words on a map, whatever its scale
_GLOW: Final = 25_400  # EMU around letters
_SVG: Final = "{http://www.w3.org/2000/svg}"
_RING: Final = re.compile(r"M(-?\d+) (-?\d+)l([^z]*)z")
_NUMBER: Final = re.compile(r"-?[0-9.]+")
Point = tuple[float, float]


class Place(NamedTuple):
    """Where on a slide a drawing stands: its centre and the size of a pixel, in EMU; half sizes."""

    x: int
    y: int
    pixel: float
    half_width: float
    half_height: float

    def at(self, point: Point) -> tuple[int, int]:
        """The place of a point in pixels from the centre, kept inside the frame."""
        x = max(-self.half_width, min(self.half_width, point[0]))
        y = max(-self.half_height, min(self.half_height, point[1]))
        return round(self.x + x * self.pixel), round(self.y + y * self.pixel)

    def along(self, points: npt.NDArray[np.float64]) -> list[tuple[int, int]]:
        """The places of points, a row each."""
        half = (self.half_width, self.half_height)
        at = np.rint((self.x, self.y) + np.clip(points, np.negative(half), half) * self.pixel)
        return [(x, y) for x, y in at.astype(int).tolist()]


def shapes(svg: str, place: Place) -> Iterator[Any]:
    """The elements of a map's SVG as shapes, from the bottom up; what lies outside is left out."""
    number = 100
    for element, title in _elements(fromstring(svg), ""):
        for xml in _drawn(element, title, place):
            number += 1
            yield parse_xml(xml.replace("{id}", str(number), 1))


def _elements(parent: Element, title: str) -> Iterator[tuple[Element, str]]:
    """Everything that is drawn, each with its own name or that of what it belongs to."""
    for child in parent:
        own = child.findtext(f"{_SVG}title") or title
        if child.tag in (f"{_SVG}svg", f"{_SVG}g"):
            yield from _elements(child, own)
        else:
            yield child, own


def _drawn(element: Element, title: str, place: Place) -> Iterator[str]:
    kind, name = element.tag.removeprefix(_SVG), title.split("\n")[0]
    if kind == "path" and "Q" in element.get("d", ""):
        yield from _arc(element, place)
    elif kind == "path":
        yield from _land(element, name, place)
    elif kind == "circle":
        x, y, radius = (float(element.get(one, 0)) for one in ("cx", "cy", "r"))
        if abs(x) < place.half_width and abs(y) < place.half_height:
            yield _round(element, name, place, (x - radius, y - radius), (x + radius, y + radius))
    elif kind == "rect":
        x, y, wide, tall = (float(element.get(one, 0)) for one in ("x", "y", "width", "height"))
        if abs(x) < place.half_width and abs(y) < place.half_height:
            yield _round(element, name, place, (x, y), (x + wide, y + tall), "roundRect")
    elif kind == "text":
        yield from _text(element, place)


def _land(element: Element, name: str, place: Place) -> Iterator[str]:
    rings = []
    for x, y, steps in _RING.findall(element.get("d", "")):
        numbers = np.array([int(one) for one in (x, y, *_NUMBER.findall(steps))])
        ring = place.along(numbers.reshape(-1, 2).cumsum(axis=0) / GRAIN)
        kept = ring[:1] + [new for old, new in pairwise(ring) if new != old]
        if len(kept) > 2:
            rings.append(kept)
    if rings:
        yield _freeform(rings, name, _fill(element), _line(element, 6350))


def _arc(element: Element, place: Place) -> Iterator[str]:
    x, y, middle, top, right, down = map(float, _NUMBER.findall(element.get("d", "")))
    curve = [
        place.at((
            (1 - t) ** 2 * x + 2 * t * (1 - t) * middle + t**2 * right,
            (1 - t) ** 2 * y + 2 * t * (1 - t) * top + t**2 * down,
        ))
        for t in (step / 12 for step in range(13))
    ]  # fmt: skip
    yield _freeform([curve], "", "<a:noFill/>", _line(element, 12700), is_open=True)


def _freeform(
    rings: list[list[tuple[int, int]]], name: str, fill: str, line: str, *, is_open: bool = False
) -> str:
    left, top = (min(point[axis] for ring in rings for point in ring) for axis in (0, 1))
    wide, tall = (max(point[axis] for ring in rings for point in ring) for axis in (0, 1))
    end = "" if is_open else "<a:close/>"
    path = "".join(
        "".join(
            f'<a:{"lnTo" if i else "moveTo"}><a:pt x="{x - left}" y="{y - top}"/>'
            f"</a:{'lnTo' if i else 'moveTo'}>"
            for i, (x, y) in enumerate(ring)
        )
        + end
        for ring in rings
    )
    size = f'w="{wide - left}" h="{tall - top}"'
    own = (
        f"<a:custGeom><a:avLst/><a:pathLst><a:path {size}>{path}</a:path></a:pathLst></a:custGeom>"
    )
    return _shape(name, (left, top, wide - left, tall - top), own, fill, line)


def _round(
    element: Element, name: str, place: Place, first: Point, last: Point, form: str = "ellipse"
) -> str:
    (left, top), (right, base) = place.at(first), place.at(last)
    own = f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
    box = (left, top, right - left, base - top)
    return _shape(name, box, own, _fill(element), _line(element, 9525))


def _text(element: Element, place: Place) -> Iterator[str]:
    x, y, size = (float(element.get(one, 0)) for one in ("x", "y", "font-size"))
    said = "".join(element.itertext())
    wide = text_width(said, size, 600) + 8
    if abs(x) + wide / 2 > place.half_width or abs(y) + size > place.half_height:
        return
    (left, top), (right, base) = (
        place.at((x - wide / 2, y - size * 0.8)),
        place.at((x + wide / 2, y + size * 0.8)),
    )
    points = round(100 * min(MOST_POINTS, max(LEAST_POINTS, size * place.pixel / 12700)))
    bold = ' b="1"' if element.get("font-weight", "400") >= "600" else ""
    body = (
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        f'<a:p><a:pPr algn="ctr"/><a:r><a:rPr sz="{points}"{bold}>{_solid(element.get("fill", ""))}'
        f'{_halo(element)}<a:latin typeface="{FONT}"/></a:rPr><a:t>{escape(said)}</a:t></a:r></a:p>'
        "</p:txBody>"
    )
    own = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    box = (left, top, right - left, base - top)
    yield _shape(said, box, own, "<a:noFill/>", "<a:ln><a:noFill/></a:ln>", body)


def _halo(element: Element) -> str:
    """What keeps arcs from the letters of a name, as a stroke does in the drawing."""
    stroke = element.get("stroke")
    if stroke is None:
        return ""
    colour = f'<a:srgbClr val="{stroke.lstrip("#")}"/>'
    return f'<a:effectLst><a:glow rad="{_GLOW}">{colour}</a:glow></a:effectLst>'


def _shape(
    name: str, box: tuple[int, int, int, int], own: str, fill: str, line: str, body: str = ""
) -> str:
    left, top, wide, tall = box
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{{id}}" name={quoteattr(name)}/>'
        f'<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{wide}" cy="{tall}"/></a:xfrm>{own}{fill}{line}</p:spPr>{body}</p:sp>'
    )


def _solid(colour: str, opacity: str = "1") -> str:
    alpha = f'<a:alpha val="{round(float(opacity) * 100_000)}"/>'
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}">{alpha}</a:srgbClr></a:solidFill>'


def _fill(element: Element) -> str:
    colour = element.get("fill", "none")
    return "<a:noFill/>" if colour == "none" else _solid(colour, element.get("fill-opacity", "1"))


def _line(element: Element, wide: int) -> str:
    colour = element.get("stroke", "none")
    if colour == "none":
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{wide}">{_solid(colour, element.get("stroke-opacity", "1"))}</a:ln>'
