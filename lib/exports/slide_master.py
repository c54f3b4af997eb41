"""What all slides of a deck share: colours, typefaces, the rules at head and foot, the foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu

from lib.charts.theme import LIGHT
from lib.exports.slide_text import (
    BODY,
    FOOT,
    HEADING,
    HEIGHT,
    LEFT,
    ROOM_WIDE,
    WIDTH,
    lines,
)  # fmt: skip

COVER, PLAIN = 0, 5  # layouts of the template: a title with a subtitle, a title alone
FOOT_SIZE: Final = 12
NUMBER_WIDE: Final = 700_000
_FOOT_WIDE: Final = ROOM_WIDE - NUMBER_WIDE - 200_000
_PLACES: Final = {
    PP_PLACEHOLDER.TITLE: (LEFT, 640_000, ROOM_WIDE, 720_000),
    PP_PLACEHOLDER.CENTER_TITLE: (LEFT, 1_500_000, ROOM_WIDE, 1_100_000),
    PP_PLACEHOLDER.SUBTITLE: (LEFT, 2_750_000, ROOM_WIDE, 900_000),
    PP_PLACEHOLDER.FOOTER: (LEFT, FOOT[0], _FOOT_WIDE, FOOT[1]),
    PP_PLACEHOLDER.SLIDE_NUMBER: (LEFT + ROOM_WIDE - NUMBER_WIDE, FOOT[0], NUMBER_WIDE, FOOT[1]),
}
_FEET: Final = {PP_PLACEHOLDER.FOOTER: "ftr", PP_PLACEHOLDER.SLIDE_NUMBER: "sldNum"}
_COLOURS: Final = {
    "dk1": LIGHT.text, "lt1": LIGHT.ground, "dk2": LIGHT.muted, "lt2": LIGHT.panel,
    **{f"accent{n}": colour for n, colour in enumerate(LIGHT.categorical[:6], start=1)},
    "hlink": LIGHT.link, "folHlink": LIGHT.link,
}  # fmt: skip


def prepare(deck: Any, accent: str) -> None:
    """Make the template of python-pptx, which is 4:3 and nobody's, one of the house."""
    ratio = WIDTH / deck.slide_width
    deck.slide_width, deck.slide_height = Emu(WIDTH), Emu(HEIGHT)
    master = deck.slide_master
    for place in (master, *master.slide_layouts):
        for shape in place.placeholders:
            _place(shape, ratio)
    subtitle = deck.slide_layouts[COVER].placeholders[1]._element
    for level in (
        *master._element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr"),
        *subtitle.xpath("./p:txBody/a:lstStyle/a:lvl1pPr"),
    ):
        level.set("algn", "l")
    tree = master._element.cSld.spTree
    tree.insert(2, _bar(900, (LEFT, FOOT[0] - 60_000, ROOM_WIDE, 9_525), LIGHT.border))
    tree.insert(2, _bar(901, (LEFT, 300_000, ROOM_WIDE, 9_525), LIGHT.text))
    tree.insert(3, _bar(902, (LEFT, 300_000, 900_000, 50_800), accent))
    deck.slide_layouts[COVER]._element.set("showMasterSp", "0")
    _theme(deck)


def feet(layout: Any) -> list[tuple[str, int]]:
    """The fields at the foot of slides of a layout: which each is, and its index."""
    found = [own.placeholder_format for own in layout.placeholders]
    return [(_FEET[own.type], own.idx) for own in found if own.type in _FEET]


def foot(slide: Any, fields: Sequence[tuple[str, int]], text: str, language: Any) -> None:
    """What is selected and the number of the slide, as the fields that PowerPoint has for them."""
    held = lines(text, _FOOT_WIDE, FOOT_SIZE)
    shown = held[0] + (" …" if len(held) > 1 else "") if held else ""
    lang = MSO_LANGUAGE_ID.to_xml(language)
    look = (
        f'<a:rPr lang="{lang}" sz="{FOOT_SIZE * 100}"><a:solidFill>'
        f'<a:srgbClr val="{LIGHT.muted.lstrip("#")}"/></a:solidFill></a:rPr>'
    )
    tree = slide.shapes._spTree
    numbers = [int(one) for one in tree.xpath("./*/*[1]/p:cNvPr/@id")]
    for number, (kind, index) in enumerate(fields, start=max(numbers) + 1):
        said, algn = f"<a:r>{look}<a:t>{escape(shown)}</a:t></a:r>", "l"
        if kind == "sldNum":
            field = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            said, algn = f"{field}{look}<a:t>‹#›</a:t></a:fld>", "r"
        tree.append(parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="{kind}"/>'
            '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
            f'<p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr>'
            '</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" '
            f'anchor="t"/><a:p><a:pPr algn="{algn}"/>{said}</a:p></p:txBody></p:sp>'
        ))  # fmt: skip


def _place(shape: Any, ratio: float) -> None:
    box = _PLACES.get(shape.placeholder_format.type)
    if box:
        shape.left, shape.top, shape.width, shape.height = map(Emu, box)
    elif shape._element.spPr.xfrm is not None:
        shape.left, shape.width = Emu(int(shape.left * ratio)), Emu(int(shape.width * ratio))


def _bar(number: int, box: tuple[int, int, int, int], colour: str) -> Any:
    left, top, wide, tall = box
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="rule"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{wide}" cy="{tall}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _theme(deck: Any) -> None:
    """The identity's colours and fonts as those of the deck, so that what is added has them too."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml = part.blob.decode()
    for name, colour in _COLOURS.items():
        value = f'<a:{name}><a:srgbClr val="{colour.lstrip("#")}"/></a:{name}>'
        xml = re.sub(rf"<a:{name}>.*?</a:{name}>", value, xml, count=1, flags=re.S)
    for kind, font in (("majorFont", HEADING), ("minorFont", BODY)):
        xml = re.sub(
            rf'(<a:{kind}>\s*<a:latin typeface=")[^"]*', rf"\g<1>{font}", xml, count=1, flags=re.S
        )
    part._blob = xml.encode()
