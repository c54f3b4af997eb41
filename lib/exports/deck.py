"""Slides in 16:9 with the identity's colours and fonts, each object with a text for the blind."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final
from xml.sax.saxutils import escape

import pandas as pd
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from lib.charts.theme import LIGHT
from lib.exports import slide_chart, slide_map
from lib.exports.columns import columns
from lib.exports.logos import png
from lib.exports.slide_chart import Bar
from lib.exports.slide_map import Place
from lib.model.accent import channels
from lib.model.identity import Look

HEADING, BODY = "Source Serif 4", "IBM Plex Sans"
WIDTH, HEIGHT = 12_192_000, 6_858_000  # EMU: 13.33 by 7.5 inches
LEFT, TOP = 560_000, 1_380_000
ROOM_WIDE, ROOM_TALL = WIDTH - 2 * LEFT, HEIGHT - TOP - 560_000
LOGO, BAND = 720_000, 120_000  # EMU: how tall they are
ROW = 300_000  # EMU of a row of a table at least
COVER, PLAIN = 0, 5  # layouts of the template: a title with a subtitle, a title alone
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # not allowed in XML
_LANGUAGES: Final = {
    "en": MSO_LANGUAGE_ID.ENGLISH_UK,
    "it": MSO_LANGUAGE_ID.ITALIAN,
    "de": MSO_LANGUAGE_ID.GERMAN,
    "fr": MSO_LANGUAGE_ID.FRENCH,
    "es": MSO_LANGUAGE_ID.SPANISH,
}
_COLOURS: Final = {
    "dk1": LIGHT.text, "lt1": "#FFFFFF", "dk2": LIGHT.muted, "lt2": LIGHT.panel,
    **{f"accent{n}": colour for n, colour in enumerate(LIGHT.categorical[:6], start=1)},
    "hlink": LIGHT.link, "folHlink": LIGHT.link,
}  # fmt: skip


class Deck:
    """A presentation that grows slide by slide."""

    def __init__(self, title: str, language: str) -> None:
        self.deck = Presentation()
        self.language = _LANGUAGES[language]
        self.deck.core_properties.title = title
        self.deck.core_properties.language = language
        _widen(self.deck)
        _theme(self.deck)

    def cover(self, title: str, lines: Sequence[str], look: Look) -> None:
        """The first slide, with the logo and in the colour of the portfolio, if it has them."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[COVER])
        self._write(slide.shapes.title.text_frame, [title], 40, HEADING)
        self._write(slide.placeholders[1].text_frame, lines, 16, BODY)
        if look.logo:
            picture = slide.shapes.add_picture(
                io.BytesIO(png(look.logo)), Emu(LEFT), Emu(LEFT), height=Emu(LOGO)
            )
            picture.width = Emu(min(picture.width, ROOM_WIDE))
            _described(picture, title)
        if look.accent:
            band = slide.shapes.add_shape(
                MSO_SHAPE.RECTANGLE, Emu(0), Emu(HEIGHT - BAND), Emu(WIDTH), Emu(BAND)
            )
            band.fill.solid()
            band.fill.fore_color.rgb = RGBColor(*channels(look.accent))
            band.line.fill.background()
            _described(band, "")

    def slide(self, title: str, below: str, notes: Sequence[str]) -> Any:
        """A slide with its finding as title, a quieter line below it, notes for who speaks."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[PLAIN])
        size = 26 if len(title) < 90 else 20 if len(title) < 180 else 16
        self._write(slide.shapes.title.text_frame, [title], size, HEADING)
        if below:
            self.text(slide, [below], (LEFT, 1_020_000, ROOM_WIDE, 320_000), 13, LIGHT.muted)
        slide.notes_slide.notes_text_frame.text = "\n".join(filter(None, notes))
        return slide

    def text(
        self,
        slide: Any,
        lines: Sequence[str],
        box: tuple[int, int, int, int],
        size: float = 16,
        colour: str = LIGHT.text,
    ) -> None:
        """A box of text."""
        shape = slide.shapes.add_textbox(*map(Emu, box))
        shape.text_frame.word_wrap = True
        self._write(shape.text_frame, lines, size, BODY, colour)
        _described(shape, " ".join(lines))

    def chart(
        self,
        slide: Any,
        bars: Sequence[Bar],
        names: Sequence[str],
        colours: Sequence[str],
        alt: str,
    ) -> None:
        """A native chart of bars."""
        tall = min(ROOM_TALL, 500_000 + len(bars) * 420_000)
        frame = slide.shapes.add_chart(
            slide_chart.KIND, Emu(LEFT), Emu(TOP), Emu(ROOM_WIDE), Emu(tall),
            slide_chart.data_of(bars, names),
        )  # fmt: skip
        slide_chart.paint(frame.chart, bars, colours, BODY)
        _described(frame, alt)

    def table(self, slide: Any, texts: pd.DataFrame, alt: str) -> None:
        """A native table of rows as people read them."""
        wide = widths(texts)
        frame = slide.shapes.add_table(1, len(wide), Emu(LEFT), Emu(TOP), Emu(ROOM_WIDE), Emu(ROW))
        for column, own in zip(frame.table.columns, wide, strict=True):
            column.width = Emu(own)
        table = frame.table._tbl
        table.remove(table.tr_lst[0])
        rows = [tuple(map(str, texts.columns)), *texts.itertuples(index=False)]
        for cells in rows:  # python-pptx would look up every cell anew
            table.append(parse_xml(_row(cells, self.language)))
        _described(frame, alt)

    def map(self, slide: Any, svg: str, size: tuple[int, int], alt: str) -> None:
        """A map as a group of native shapes."""
        pixel = min(ROOM_WIDE / size[0], ROOM_TALL / size[1])
        wide, tall = round(size[0] * pixel), round(size[1] * pixel)
        x, y = WIDTH // 2, TOP + tall // 2
        group = slide.shapes.add_group_shape()
        for shape in slide_map.shapes(svg, Place(x, y, pixel, size[0] / 2, size[1] / 2)):
            group._element.append(shape)
        xfrm = group._element.grpSpPr.get_or_add_xfrm()
        for off, ext in (("off", "ext"), ("chOff", "chExt")):
            getattr(xfrm, f"get_or_add_{off}")().x = Emu(x - wide // 2)
            getattr(xfrm, f"get_or_add_{off}")().y = Emu(TOP)
            getattr(xfrm, f"get_or_add_{ext}")().cx = Emu(wide)
            getattr(xfrm, f"get_or_add_{ext}")().cy = Emu(tall)
        _described(group, alt)

    def save(self) -> bytes:
        """The file."""
        made = io.BytesIO()
        self.deck.save(made)
        return made.getvalue()

    def _write(
        self, frame: Any, lines: Sequence[str], size: float, font: str, colour: str = LIGHT.text
    ) -> None:
        for place, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if not place else frame.add_paragraph()
            run = paragraph.add_run()
            run.text = line
            run.font.size, run.font.name = Pt(size), font
            run.font.language_id = self.language
            run.font.color.rgb = RGBColor(*channels(colour))


def _row(cells: Iterable[str], language: Any) -> str:
    """A row of a table; its look is that of the table's style."""
    lang = MSO_LANGUAGE_ID.to_xml(language)
    return (
        f'<a:tr {nsdecls("a")} h="{ROW}">'
        + "".join(
            f'<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="{lang}" sz="1100"/>'
            f"<a:t>{escape(_UNSEEN.sub('', cell))}</a:t></a:r></a:p></a:txBody>"
            '<a:tcPr marL="60000" marR="60000"/></a:tc>'
            for cell in cells
        )
        + "</a:tr>"
    )


def widths(texts: pd.DataFrame) -> list[int]:
    """How wide the columns of a table are on a slide, in EMU."""
    shares = [max(column.share, 6.0) for column in columns(texts)]
    return [round(ROOM_WIDE * share / sum(shares)) for share in shares]


def _described(shape: Any, text: str) -> None:
    """What is read to who cannot see an object."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", text)


def _widen(deck: Any) -> None:
    """The template of python-pptx is 4:3: all of it is stretched, so that nothing stands askew."""
    ratio = WIDTH / deck.slide_width
    deck.slide_width, deck.slide_height = Emu(WIDTH), Emu(HEIGHT)
    master = deck.slide_master
    for place in (master, *master.slide_layouts):
        for shape in place.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = (
                    Emu(int(shape.left * ratio)),
                    Emu(int(shape.width * ratio)),
                )
    for place in (master, deck.slide_layouts[PLAIN]):
        title = place.placeholders[0]
        title.left, title.top, title.width, title.height = map(
            Emu, (LEFT, 300_000, ROOM_WIDE, 720_000)
        )
        title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    for level in master._element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr"):
        level.set("algn", "l")


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
