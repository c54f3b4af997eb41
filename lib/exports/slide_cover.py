"""The first slide: ink, colours of the editions, the portfolio's own logo and colour."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu

from lib.charts.theme import LIGHT
from lib.exports.logos import png
from lib.exports.slide_text import (
    HEADING,
    HEIGHT,
    LEFT,
    ROOM_WIDE,
    WIDTH,
    Said,
    described,
    plain_shape,
    rgb,
    tall,
    text_box,
    write,
)  # fmt: skip
from lib.model.identity import Look
from lib.model.logo import Logo

LOGO, PLATE, BAND = 560_000, 70_000, 120_000  # EMU: tall, around it, tall


def add(
    slide: Any, title: str, subtitle: str, lines: Sequence[str], look: Look, language: Any
) -> None:
    """Write it: the title, what it is about, below them the lines that say what is selected."""
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = rgb(LIGHT.text)
    write(slide.shapes.title.text_frame, [Said(title, 60, LIGHT.ground, HEADING)], language)
    slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    second = slide.placeholders[1].text_frame
    write(second, [Said(subtitle, 24, LIGHT.border)], language)
    for place, colour in enumerate(LIGHT.editions):
        box = (LEFT + place * 1_100_000, 1_100_000, 1_000_000, 63_500)
        rule = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Emu, box))
        plain_shape(rule, colour)
        described(rule, " ")
    if look.logo:
        _logo(slide, look.logo, title)
    if look.accent:
        box = (0, HEIGHT - BAND, WIDTH, BAND)
        band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Emu, box))
        plain_shape(band, look.accent)
        described(band, " ")
    said = [Said(line, 16, LIGHT.border, after=6) for line in lines if line]
    high = tall(said, ROOM_WIDE)
    text_box(slide, said, (LEFT, HEIGHT - 500_000 - high, ROOM_WIDE, high), language)


def _logo(slide: Any, logo: Logo, title: str) -> None:
    """On a plate of paper: most logos are made for a light ground."""
    picture = slide.shapes.add_picture(io.BytesIO(png(logo)), Emu(0), Emu(0), height=Emu(LOGO))
    picture.width = Emu(min(picture.width, ROOM_WIDE))
    box = (LEFT, 240_000, picture.width + 2 * PLATE, LOGO + 2 * PLATE)
    plate = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Emu, box))
    plain_shape(plate, LIGHT.ground)
    described(plate, " ")
    picture._element.addprevious(plate._element)
    picture.left, picture.top = Emu(LEFT + PLATE), Emu(240_000 + PLATE)
    described(picture, title)
