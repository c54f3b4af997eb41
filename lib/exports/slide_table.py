"""A native table of a slide: ink rules instead of bands, rows as tall as their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import permutations
from typing import Any, Final
from xml.sax.saxutils import escape

import numpy as np
import numpy.typing as npt
import pandas as pd
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu

from lib.charts.text import width, wrap
from lib.charts.theme import LIGHT
from lib.exports.columns import columns
from lib.exports.slide_text import BODY, LEFT, POINT, ROOM_WIDE, UNSEEN, Said, described, tall

SIZES: Final = (14, 12)  # points
PAD, SIDE = 57_150, 85_000  # EMU above and below, left and right of what a cell holds
WORD, USUAL = 150, 0.9  # points of the longest word that is not broken; which text is usual
STEP, MOST_STEPS = 12.0, 12  # points that go from column to column at once; how often
_NUMBERS: Final = re.compile(r"[\d, ]{1,12}")
_PLAIN_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no fill, no grid
_EDGES: Final = '<a:lnL w="0"><a:noFill/></a:lnL><a:lnR w="0"><a:noFill/></a:lnR>'


class Grid:
    """A table of texts for slides: as large letters as let it stand on one, else smaller ones.

    Columns are as wide, and rows as tall, on every slide that has some of its rows.
    """

    def __init__(
        self, texts: pd.DataFrame, room: int, sizes: Sequence[int] = SIZES, usual: float = USUAL
    ) -> None:
        self.rows = [tuple(map(str, row)) for row in texts.itertuples(index=False)]
        self.head = tuple(map(str, texts.columns))
        self.is_right = [column.is_number for column in columns(texts)]
        self.room = room
        for self.size in sizes:
            self.wide, self.is_roomy = _widths([self.head, *self.rows], self.size, usual)
            self.high = [self._tall(row) for row in self.rows]
            self.head_high = self._tall(self.head, is_head=True)
            if self.is_roomy and self.tall <= room:
                return

    @property
    def tall(self) -> int:
        """EMU of all rows with the headings."""
        return self.head_high + sum(self.high)

    def pages(self) -> list[slice]:
        """The rows of each slide, about equally full."""
        room = self.room - self.head_high
        found = _filled(self.high, room)
        for limit in range(max(self.high, default=room), room, 60_000):
            even = _filled(self.high, limit)
            if len(even) == len(found):
                return even
        return found

    def add(self, slide: Any, part: slice, top: int, alt: str, language: Any) -> None:
        """Put some of the rows on a slide."""
        rows, high = [self.head, *self.rows[part]], [self.head_high, *self.high[part]]
        box = (LEFT, top, sum(self.wide), sum(high))
        frame = slide.shapes.add_table(1, len(self.wide), *map(Emu, box))
        table = frame.table._tbl
        for column, own in zip(table.tblGrid.gridCol_lst, self.wide, strict=True):
            column.w = Emu(own)  # else the width of the whole would be summed up for each
        table.tblPr.set("bandRow", "0")
        table.tblPr.xpath("./a:tableStyleId")[0].text = _PLAIN_STYLE
        table.remove(table.tr_lst[0])
        lang = MSO_LANGUAGE_ID.to_xml(language)
        for place, (cells, own) in enumerate(zip(rows, high, strict=True)):
            kind = "head" if not place else "last" if place == len(rows) - 1 else ""
            table.append(parse_xml(self._row(cells, own, kind, lang)))
        described(frame, alt)

    def _tall(self, row: Sequence[str], *, is_head: bool = False) -> int:
        rooms = zip(row, self.wide, strict=True)
        return 2 * PAD + max(
            tall([Said(cell, self.size, is_bold=is_head)], own - 2 * SIDE) for cell, own in rooms
        )

    def _row(self, cells: Sequence[str], high: int, kind: str, lang: str) -> str:
        """A row: python-pptx would look up every cell anew."""
        colour = LIGHT.muted if kind == "head" else LIGHT.text
        rule, ink = (15_875, LIGHT.text) if kind else (6_350, LIGHT.border)
        look = (
            f'<a:rPr lang="{lang}" sz="{self.size * 100}" b="{int(kind == "head")}">'
            f'{_solid(colour)}<a:latin typeface="{BODY}"/></a:rPr>'
        )
        made = (
            f'<a:tc><a:txBody><a:bodyPr/><a:p><a:pPr algn="{"r" if right else "l"}"/><a:r>{look}'
            f"<a:t>{escape(UNSEEN.sub('', cell))}</a:t></a:r></a:p></a:txBody>"
            f'<a:tcPr marL="{SIDE}" marR="{SIDE}" marT="{PAD}" marB="{PAD}">'
            f"{_EDGES}{_line('lnB', rule, ink)}<a:noFill/></a:tcPr></a:tc>"
            for cell, right in zip(cells, self.is_right, strict=True)
        )
        return f'<a:tr {nsdecls("a")} h="{high}">{"".join(made)}</a:tr>'


def held(texts: pd.DataFrame) -> pd.DataFrame:
    """A table without the columns that hold nothing in any row."""
    return texts[[name for name in texts if any(texts[name].tolist())]]


def _widths(rows: Sequence[Sequence[str]], size: float, most: float) -> tuple[list[int], bool]:
    """How wide the columns are, in EMU: each its longest word, then so that all break as often.

    Of the cells of a column ``most`` are no longer than its usual one; of all of them its heading
    is one.

    Also whether no word has to be broken.
    """
    held = list(zip(*rows, strict=True))

    def told(own: Sequence[str]) -> Sequence[str]:
        return own if most == 1 else own[1:] or own

    words = [max(width(word, size, 600) for text in own for word in _words(text)) for own in held]
    least = [min(word, WORD) for word in words]
    usual = [
        max(float(np.quantile([width(text, size) for text in told(own)], most)), word)
        for own, word in zip(held, least, strict=True)
    ]
    room = (ROOM_WIDE - 2 * SIDE * len(held)) / POINT
    is_roomy = sum(words) <= room and least == words
    few, many = 0.05, 100.0  # lines of a usual cell
    for _step in range(30):
        lines = (few + many) / 2
        wide = [max(own, one / lines) for own, one in zip(least, usual, strict=True)]
        few, many = (lines, many) if sum(wide) > room else (few, lines)
    share = room / sum(wide)  # less than all of it where the longest words alone take more
    wide = _shifted([own * share for own in wide], least, held, size)
    return [round(own * POINT) + 2 * SIDE for own in wide], is_roomy


def _words(text: str) -> list[str]:
    """What a line of a cell may end after: a few numbers of documents stay in one."""
    return [text] if _NUMBERS.fullmatch(text) else text.split(" ")


def _shifted(
    wide: Sequence[float], least: Sequence[float], held: Sequence[Sequence[str]], size: float
) -> list[float]:
    """Widths from which no column could give another a step and make the rows less tall."""

    @cache
    def lines(place: int, own: float) -> npt.NDArray[np.int64]:
        return np.array([len(wrap(text, own, size)) for text in held[place]])

    def tall(some: Sequence[float]) -> int:
        return int(np.max([lines(place, own) for place, own in enumerate(some)], axis=0).sum())

    now, best = list(wide), tall(wide)
    for _round in range(MOST_STEPS):
        tried = []
        for giver, taker in permutations(range(len(now)), 2):
            if now[giver] - STEP >= least[giver]:
                some = list(now)
                some[giver] -= STEP
                some[taker] += STEP
                tried.append((tall(some), some))
        least_tall, some = min(tried, key=lambda one: one[0], default=(best, now))
        if least_tall >= best:
            break
        now, best = some, least_tall
    return now


def _filled(rows: Sequence[int], room: int) -> list[slice]:
    found, start, left = [], 0, room
    for place, own in enumerate(rows):
        if own > left and place > start:
            found.append(slice(start, place))
            start, left = place, room
        left -= own
    return [*found, slice(start, len(rows))]


def _line(edge: str, wide: int, colour: str) -> str:
    return f'<a:{edge} w="{wide}">{_solid(colour)}</a:{edge}>'


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'
