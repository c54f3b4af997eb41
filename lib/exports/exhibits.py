"""What a section of a pack can show: key figures, charts, maps, tables, sentences.

An exhibit is made for one portfolio and one language and knows everything a file needs of it. No
kind of file is named here, and nothing is drawn or written before a file asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pandas as pd

from lib.charts import map_still
from lib.charts.map_sight import in_sight
from lib.charts.map_still import Still
from lib.charts.theme import Figure, Palette
from lib.exports.windows import Ground, Window
from lib.wording import map_seen
from lib.wording.card import Card
from lib.wording.reading import Reading
from lib.wording.words import Words

Draw = Callable[[pd.DataFrame, Words, Palette], Figure]
Write = Callable[[pd.DataFrame, Words], pd.DataFrame]  # rows as people read them, a row for a row


@dataclass(frozen=True, eq=False, kw_only=True)
class Exhibit:
    """Anything a section shows.

    ``name`` is the figure's (``funding.flow``), one only within a pack, also for files, sheets and
    anchors; ``title`` is its finding where it has one, else what it is. ``statement_ids`` stand
    behind it, ``source_ids`` are the documents in the order in which they are mentioned (see
    :meth:`lib.exports.pack.Pack.numbers`). ``kind`` is what it is one of, where there are several
    kinds in a section. ``short`` is what it is in a few words, for the name of a sheet.
    """

    name: str
    title: str
    kind: str = ""
    short: str = ""
    statement_ids: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    is_disputed: bool = False  # the section of disagreements says more


class KeyFigure(NamedTuple):
    """One number with its words; ``row`` is its row of ``lib.figures.key.key_figures``.

    ``picture`` draws its coverage as SVG, "" where there is none to draw.
    """

    name: str
    row: Mapping[str, Any]
    words: Card
    picture: Callable[[Palette], str]
    source_ids: tuple[str, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Cards(Exhibit):
    """The key figures; ``frame`` holds a row for each."""

    figures: tuple[KeyFigure, ...]
    frame: pd.DataFrame


@dataclass(frozen=True, eq=False, kw_only=True)
class Tabled(Exhibit):
    """Whatever has rows: ``frame`` as figures give it, with bounds and typed columns.

    :meth:`texts` are the same rows as people read them, under headings, all columns text.
    """

    frame: pd.DataFrame
    write: Write
    words: Words

    def texts(self, some: slice = slice(None)) -> pd.DataFrame:
        """Some or all of the rows as texts."""
        return self.write(self.frame.iloc[some], self.words)


@dataclass(frozen=True, eq=False, kw_only=True)
class Chart(Tabled):
    """A chart: its reading in words and how it is drawn.

    Without rows ``reading.empty`` says why, and nothing is drawn. ``drawn`` are the rows that are
    drawn where they are not those of the table; ``legend`` names marks
    (:func:`lib.charts.marks.swatch`). ``is_list``: a line a row, so that the first rows are a
    chart as well. ``draw_wide`` is for ``lib.charts.sheet.WIDE`` pixels and more, where it differs;
    ``draw_screen`` for where the pages of the dashboard, that have more room, draw yet another one.
    ``is_logarithmic``: its axis of numbers is; ``span`` are the ends of an axis of years.
    ``reading_of`` says what some of its rows show, where those of a currency stand apart; without
    it ``reading`` is true of any.
    """

    reading: Reading
    draw: Draw
    draw_wide: Draw | None = None
    draw_screen: Draw | None = None
    drawn: pd.DataFrame | None = None
    legend: tuple[str, ...] = ()
    is_list: bool = False
    is_logarithmic: bool = False
    span: tuple[float, ...] = ()
    reading_of: Callable[[pd.DataFrame], Reading] | None = None

    def figure(self, palette: Palette, *, is_wide: bool = False) -> Figure:
        """The chart as a Plotly figure, the one that the pages show."""
        draw = self.draw_wide if is_wide and self.draw_wide else self.draw
        return draw(self._drawn, self.words, palette)

    def screen(self, palette: Palette) -> Figure | None:
        """The figure that the pages show where there is room; None where it is the same."""
        draw = self.draw_screen or self.draw_wide
        return draw(self._drawn, self.words, palette) if draw else None

    def told_of(self, some: Sequence[int]) -> Reading:
        """What some of its rows show, and how much of what is stated they are."""
        return self.reading_of(self.frame.iloc[list(some)]) if self.reading_of else self.reading

    @property
    def _drawn(self) -> pd.DataFrame:
        return self.frame if self.drawn is None else self.drawn


@dataclass(frozen=True, eq=False, kw_only=True)
class Map(Tabled):
    """A map: its reading in words, what it is drawn of, the parts of the world it shows.

    ``legend`` gives each mark as SVG with its meaning.
    """

    reading: Reading
    ground: Ground
    windows: tuple[Window, ...]
    legend: Callable[[Palette], list[tuple[str, str]]]

    def still(self, window: Window, palette: Palette, *, is_narrow: bool = False) -> Still:
        """One window as SVG of its size, with what it has no room to write."""
        return self.stills(window, [palette], is_narrow=is_narrow)[0]

    def stills(
        self, window: Window, palettes: Sequence[Palette], *, is_narrow: bool = False
    ) -> list[Still]:
        """The same on several grounds."""
        view, width, height = window.view, window.width, window.height
        if is_narrow and window.narrow:
            view, width, height = (
                window.narrow, round(window.narrow.width), round(window.narrow.height)
            )  # fmt: skip
        found = map_still.stills(
            *self.ground.within(window.codes), self.words, palettes, view, height,
            names=window.names, widest=width, codes=window.codes,
        )  # fmt: skip
        return [
            one._replace(svg=one.svg.replace('width="100%"', f'width="{width}"', 1))
            for one in found
        ]

    def unwritten(self, window: Window, made: Still) -> str:
        """What a window has no room to write; of the first of several the others tell it."""
        if len(self.windows) > 1 and window is self.windows[0]:
            return ""
        return map_seen.unwritten(made.countries, made.places, self.words)

    def alternative(self, window: Window) -> str:
        """What a window shows, in words: the marks in its frame, country by country."""
        countries, *marks, _arcs, _outlines = self.ground.within(window.codes)
        sites, unnamed = (in_sight(one, window.view, window.width, window.height) for one in marks)
        if window.codes:
            countries = countries[countries["country_code"].isin(window.codes)]
        return map_seen.alternative(window.title, countries, sites, unnamed, self.words)


@dataclass(frozen=True, eq=False, kw_only=True)
class Listing(Tabled):
    """A table of its own.

    ``empty`` stands in for one without rows, ``note`` below it; ``links`` gives for a heading the
    column of ``frame`` with the addresses that its cells lead to. ``is_reference``: so long that
    only files to look things up in hold it (workbook, data, web page), not those to read.
    """

    empty: str = ""
    note: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    is_reference: bool = False


class Line(NamedTuple):
    """A sentence, with a sign before it (``≠``, ``=`` or "") and small print after it."""

    text: str
    sign: str = ""
    note: str = ""


@dataclass(frozen=True, eq=False, kw_only=True)
class Lines(Exhibit):
    """Sentences; ``picture`` draws what they say as SVG, where there is something to draw."""

    lines: tuple[Line, ...]
    picture: Callable[[Palette], str] | None = None


def sentences(name: str, title: str, said: Iterable[str], **behind: Any) -> tuple[Lines, ...]:
    """Plain sentences as an exhibit, with what stands ``behind`` them; none at all without any."""
    lines = tuple(map(Line, said))
    return (Lines(name=name, title=title, lines=lines, **behind),) if lines else ()


def told(one: Exhibit) -> tuple[Line, ...]:
    """What an exhibit says where sentences are all that it has; nothing for any other."""
    if isinstance(one, Lines):
        return one.lines
    if isinstance(one, Chart | Map) and one.reading.empty:
        return (Line(one.reading.empty),)
    if isinstance(one, Listing) and one.frame.empty and one.empty:
        return (Line(one.empty),)
    return ()
