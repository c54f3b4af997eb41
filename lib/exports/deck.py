"""Slides in 16:9 with the identity's colours and fonts, each object with a text for the blind."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple

from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.opc.packuri import PackURI
from pptx.util import Emu

from lib.charts.theme import LIGHT
from lib.exports import (
    slide_cards,
    slide_chart,
    slide_cover,
    slide_key,
    slide_legend,
    slide_lines,
    slide_numbers,
    slide_panes,
)
from lib.exports.exhibits import KeyFigure
from lib.exports.slide_legend import Entries
from lib.exports.slide_lines import Block
from lib.exports.slide_master import COVER, PLAIN, feet, foot, prepare
from lib.exports.slide_panes import Pane
from lib.exports.slide_plot import Plot
from lib.exports.slide_said import Noted
from lib.exports.slide_single import Single
from lib.exports.slide_stack import Piece, headed, heading
from lib.exports.slide_table import Grid
from lib.exports.slide_text import (
    BOTTOM,
    GAP,
    HEADING,
    LEFT,
    POINT,
    ROOM_WIDE,
    Said,
    described,
    fitted,
    plain_line,
    tall,
    text_box,
    write,
)  # fmt: skip
from lib.model.identity import Look
from lib.wording.words import Words

KICKER: Final = 400_000  # top of the question above a title
_TITLES: Final = ((28, 1), (25, 1), (23, 1), (24, 2), (20, 3), (16, 4))  # points, and lines at most
_LANGUAGES: Final = {
    "en": MSO_LANGUAGE_ID.ENGLISH_UK,
    "it": MSO_LANGUAGE_ID.ITALIAN,
    "de": MSO_LANGUAGE_ID.GERMAN,
    "fr": MSO_LANGUAGE_ID.FRENCH,
    "es": MSO_LANGUAGE_ID.SPANISH,
}


def room_top(title: str, below: str) -> int:
    """Where the room of a slide begins below its headings."""
    high = tall([_heading(title)], ROOM_WIDE) + 3 * POINT
    high += tall([Said(below, 14)], ROOM_WIDE) if below else 0
    return KICKER + 20 * POINT + high + GAP


def _heading(title: str) -> Said:
    return Said(title, fitted(title, ROOM_WIDE, _TITLES), font=HEADING)


class Page(NamedTuple):
    """A slide with the place where its room begins, below its headings; points of its title."""

    slide: Any
    top: int
    size: float

    @property
    def room(self) -> int:
        """EMU from there to the foot."""
        return BOTTOM - self.top


class Deck:
    """A presentation that grows slide by slide; ``selected`` stands at the foot of each."""

    def __init__(self, title: str, language: str, selected: str, look: Look) -> None:
        self.deck = Presentation()
        self.language = _LANGUAGES[language]
        self.selected = selected
        self.deck.core_properties.title = title
        self.deck.core_properties.language = language
        self.look, self.accent = look, look.accent or LIGHT.link
        prepare(self.deck, self.accent)
        self._feet, self._noted = feet(self.deck.slide_layouts[PLAIN]), Noted()
        package = self.deck.part.package
        package.next_partname = _counted(package.next_partname)  # type: ignore[assignment]

    def cover(self, title: str, subtitle: str, lines: Sequence[str]) -> None:
        """The first slide: ink, colours of the editions, the portfolio's own logo and colour."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[COVER])
        slide_cover.add(slide, title, subtitle, lines, self.look, self.language)

    def page(self, title: str, question: str, below: str, notes: Sequence[str]) -> Page:
        """A slide: its question, its finding as title, a quieter line, notes for who speaks."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[PLAIN])
        at = KICKER
        if question and question != title:
            said = [Said(question, 14, self.accent, is_bold=True)]
            text_box(slide, said, (LEFT, at, ROOM_WIDE, tall(said, ROOM_WIDE)), self.language)
        at += 20 * POINT
        heading = [_heading(title)]
        high = tall(heading, ROOM_WIDE)
        frame = slide.shapes.title
        frame.left, frame.top, frame.width, frame.height = map(Emu, (LEFT, at, ROOM_WIDE, high))
        write(frame.text_frame, heading, self.language)
        at += high + 3 * POINT
        if below:
            said = [Said(below, 14, LIGHT.muted)]
            text_box(slide, said, (LEFT, at, ROOM_WIDE, tall(said, ROOM_WIDE)), self.language)
        self._noted.add(slide, "\n".join(filter(None, notes)))
        foot(slide, self._feet, self.selected, self.language)
        return Page(slide, room_top(title, below), heading[0].size)

    def lines(self, page: Page, blocks: Sequence[Block]) -> None:
        """Sentences with their signs."""
        most = slide_lines.beside(page.size, blocks)
        slide_lines.add(page.slide, blocks, page.top, self.language, self.accent, most)

    def lines_below(self, page: Page, blocks: Sequence[Block], top: int) -> None:
        """Sentences below what a slide shows."""
        most = slide_lines.SMALL
        slide_lines.add(page.slide, blocks, top, self.language, self.accent, most, is_below=True)

    def sources(self, page: Page, columns: Sequence[Sequence[str]]) -> None:
        """Documents in columns."""
        slide_lines.add_sources(page.slide, columns, page.top, self.language)

    def cards(
        self,
        page: Page,
        figures: Sequence[KeyFigure],
        words: Words,
        cited: Callable[[Iterable[str]], str],
    ) -> None:
        """Key figures, a cell each; ``cited`` writes the numbers of their documents."""
        slide_cards.add(page.slide, figures, page.top, words, cited, self.language)

    def chart(
        self,
        page: Page,
        plot: Plot,
        alt: str,
        table: tuple[Grid, str] | None,
        colours: Entries = (),
    ) -> None:
        """A native chart of bars; below it a table with its text where there is room for it.

        What its ``colours`` and its marks mean stands between them.
        """
        key = [*colours, *slide_key.entries(plot)]
        under = slide_legend.height(key, ROOM_WIDE) + GAP if key else 0
        room = page.room - under
        left = room - (table[0].tall + GAP if table else 0)
        has_table = table is not None and left >= plot.least
        high = min(left if has_table else room, plot.height)
        at = page.top + high + GAP
        slide_legend.add(page.slide, key, (LEFT, at, ROOM_WIDE, under), self.language)
        if table and has_table:
            grid, said = table
            grid.add(page.slide, slice(None), at + under, said, self.language)
        for aside, long in slide_chart.year_lines(plot, ROOM_WIDE, high):
            ends = (LEFT + aside, page.top, LEFT + aside, page.top + long)
            line = page.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Emu, ends))
            plain_line(line, LIGHT.border)
            described(line, " ")
        frame = page.slide.shapes.add_chart(
            slide_chart.kind(plot), Emu(LEFT), Emu(page.top), Emu(ROOM_WIDE), Emu(high),
            slide_numbers.data_of(plot, ROOM_WIDE),
        )  # fmt: skip
        slide_chart.paint(frame.chart, plot, ROOM_WIDE, high)
        described(frame, alt)

    def table(self, page: Page, grid: Grid | Single, part: slice, alt: str) -> None:
        """Some rows of a table, as a native one."""
        grid.add(page.slide, part, page.top, alt, self.language)

    def tables(
        self, page: Page, pieces: Sequence[Piece], titles: Sequence[str], alts: Sequence[str]
    ) -> int:
        """Parts of tables below each other, each under its heading; where the last of them ends."""
        at = page.top
        for own, title, alt in zip(pieces, titles, alts, strict=True):
            said = [heading(title)]
            text_box(page.slide, said, (LEFT, at, ROOM_WIDE, tall(said, ROOM_WIDE)), self.language)
            at += headed(title)
            own.grid.add(page.slide, own.rows, at, alt, self.language)
            at += own.grid.head_high + sum(own.grid.high[own.rows]) + GAP
        return at

    def maps(self, page: Page, panes: Sequence[Pane]) -> None:
        """One map or two, with their legend."""
        slide_panes.add(page.slide, panes, page.top, self.language)

    def save(self) -> bytes:
        """The file."""
        made = io.BytesIO()
        self.deck.save(made)
        return made.getvalue()


def _counted(search: Callable[[str], PackURI]) -> Callable[[str], PackURI]:
    """The next name of a part by a pattern ("…/slide%d.xml"): counted once the first is found.

    python-pptx looks through all parts for each, which takes the longer the more there are.
    """
    last: dict[str, int] = {}

    def following(pattern: str) -> PackURI:
        if pattern not in last:
            found = search(pattern)
            before, after = map(len, pattern.split("%d"))
            last[pattern] = int(found[before : len(found) - after])
            return found
        last[pattern] += 1
        return PackURI(pattern % last[pattern])

    return following
