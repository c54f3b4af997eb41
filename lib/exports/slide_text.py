"""Text on a slide: the room there is, how much of it words take, runs in the house's typefaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple
from xml.sax.saxutils import escape

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt

from lib.charts.text import wrap
from lib.charts.theme import LIGHT
from lib.model.accent import channels

HEADING, BODY = "Source Serif 4", "IBM Plex Sans"
POINT: Final = 12_700  # EMU
WIDTH, HEIGHT = 12_192_000, 6_858_000  # EMU: 13.33 by 7.5 inches
LEFT: Final = 612_000  # margin at either side
ROOM_WIDE: Final = WIDTH - 2 * LEFT
BOTTOM: Final = 6_290_000  # where what a slide shows ends, above its foot
FOOT: Final = (6_430_000, 250_000)  # top and height of the line at the foot
GAP: Final = 150_000
_LINE: Final = {HEADING: 1.38, BODY: 1.31}  # height of a line, in sizes of its letters

UNSEEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # not allowed in XML
Box = tuple[int, int, int, int]  # left, top, width, height


class Said(NamedTuple):
    """A paragraph with its look; ``size`` and the space ``after`` it in points."""

    text: str
    size: float
    colour: str = LIGHT.text
    font: str = BODY
    is_bold: bool = False
    after: float = 0


def lines(text: str, wide: float, size: float, *, is_bold: bool = False) -> list[str]:
    """The lines that a text breaks into in ``wide`` EMU at ``size`` points."""
    return wrap(text, wide / POINT, size, 600 if is_bold else 400)


def tall(said: Sequence[Said], wide: float) -> int:
    """EMU that paragraphs take in ``wide`` EMU, slightly on the generous side."""
    points = sum(
        max(1, len(lines(one.text, wide, one.size, is_bold=one.is_bold or one.font == HEADING)))
        * one.size
        * _LINE[one.font]
        + one.after
        for one in said
    )
    return round(points * POINT)


def fitted(text: str, wide: float, sizes: Sequence[tuple[float, int]]) -> float:
    """The first of some sizes in points at which a heading needs at most so many lines."""
    for size, most in sizes:
        if len(lines(text, wide, size, is_bold=True)) <= most:
            return size
    return sizes[-1][0]


def write(frame: Any, said: Sequence[Said], language: Any) -> None:
    """Paragraphs into a frame whose words begin at its very edge."""
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    body, lang = frame._txBody, MSO_LANGUAGE_ID.to_xml(language)
    for old in body.p_lst:
        body.remove(old)
    for one in said:  # python-pptx would look up every element anew
        look = f'lang="{lang}" sz="{round(one.size * 100)}" b="{int(one.is_bold)}"'
        colour = f'<a:srgbClr val="{one.colour.lstrip("#")}"/>'
        body.append(parse_xml(
            f'<a:p {nsdecls("a")}><a:pPr><a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft>'
            f'<a:spcPts val="{round(one.after * 100)}"/></a:spcAft></a:pPr><a:r><a:rPr {look}>'
            f'<a:solidFill>{colour}</a:solidFill><a:latin typeface="{one.font}"/></a:rPr>'
            f"<a:t>{escape(UNSEEN.sub('', one.text))}</a:t></a:r></a:p>"
        ))  # fmt: skip


def rgb(colour: str) -> RGBColor:
    """A colour of the theme as python-pptx takes it."""
    return RGBColor(*channels(colour))


def plain_shape(shape: Any, fill: str, line: str = "") -> None:
    """A shape of one colour without shadow, with a thin line or none."""
    _flat(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(fill)
    if line:
        shape.line.color.rgb, shape.line.width = rgb(line), Pt(0.75)
    else:
        shape.line.fill.background()


def plain_line(line: Any, colour: str) -> None:
    """A thin line of one colour without shadow."""
    _flat(line)
    line.line.color.rgb, line.line.width = rgb(colour), Pt(0.75)


def _flat(shape: Any) -> None:
    for style in shape._element.findall(qn("p:style")):  # brings a shadow along
        shape._element.remove(style)


def described(shape: Any, text: str) -> None:
    """What is read to who cannot see an object."""
    next(shape._element.iter(qn("p:cNvPr"))).set("descr", text)


def text_box(
    slide: Any, said: Sequence[Said], box: tuple[int, int, int, int], language: Any
) -> None:
    """Texts in a box of EMU, left, top, wide, tall; read aloud as they stand."""
    shape = slide.shapes.add_textbox(*map(Emu, box))
    write(shape.text_frame, said, language)
    described(shape, " ".join(one.text for one in said))
