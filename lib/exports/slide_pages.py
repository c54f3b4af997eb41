"""The slides of each kind of exhibit: sentences, maps, charts, tables, documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any, Final

import pandas as pd

from lib.charts.theme import LIGHT
from lib.exports import slide_notes as told_in
from lib.exports.deck import Deck, room_top
from lib.exports.exhibits import Chart, Exhibit, Listing, Map, told
from lib.exports.pack import Pack
from lib.exports.plain import spoken_part
from lib.exports.slide_bars import count_rows, panels, rows_of
from lib.exports.slide_head import Head, both
from lib.exports.slide_key import editions
from lib.exports.slide_lines import Block, source_pages
from lib.exports.slide_panes import SIDE, Pane, is_region, is_wide, named
from lib.exports.slide_parts import MOST_SLIDES, beginning, equal_parts, shown_rows
from lib.exports.slide_plot import Plot, kind_of, parts
from lib.exports.slide_sentences import MOST_LINES, Spoken, below_headings, of_section
from lib.exports.slide_single import Single
from lib.exports.slide_stack import Piece, fitting, stacks, together
from lib.exports.slide_table import Grid
from lib.exports.slide_text import BOTTOM, POINT, ROOM_WIDE, Said, tall
from lib.wording.slides import numbered, scale, table

FEW: Final = 3  # bars of a chart that leaves room for its numbers


LEGEND: Final = 60 * POINT  # below a map, at most


MOST_ROWS: Final = 120  # of a table, more than fit those slides


def spoken(deck: Deck, pack: Pack, found: Sequence[Spoken]) -> None:
    """Sentences; those of one exhibit alone on as many slides as they need."""
    for one in found:
        notes = list(
            dict.fromkeys(note for own in one.exhibits for note in told_in.notes(pack, own))
        )
        first, *rest = one.blocks
        shared = [first.lines] if rest else beginning(equal_parts(first.lines, MOST_LINES))
        end = 0
        for place, lines in enumerate(shared, start=1):
            start, end = end, end + len(lines)
            below = shown_rows(slice(start, end), len(first.lines), pack.words)
            if one.exhibits[0].name.endswith(".lead"):
                below = _below(below, told_in.sources(pack, one.exhibits[0].source_ids))
            title = numbered(one.title, place, len(shared), pack.words)
            page = deck.page(title, one.question, below, notes)
            deck.lines(page, [Block(first.heading, lines), *rest])


def maps(deck: Deck, pack: Pack, head: Head, exhibit: Map, leads: Sequence[Exhibit]) -> None:
    """The windows of a map: large ones alone, those of far countries two on a slide.

    Beside the only one of a project stands what introduces it, where there is room.
    """
    reading, words = exhibit.reading, pack.words
    lines = [Said(line.text, 14, after=8) for one in leads for line in told(one)]
    room = room_below(head.section.finding, is_below=True) - LEGEND
    if lines and tall([*lines, Said(reading.coverage, 14)], SIDE) > room:
        spoken(deck, pack, of_section(head, leads, room_below))
        lines = []
    large = [[one] for one in exhibit.windows if not is_region(one)]
    small = equal_parts([one for one in exhibit.windows if is_region(one)], 2)
    for windows in [*large, *small]:
        part = words.joined(one.title for one in windows)
        title, below = head.of(exhibit.short if part else exhibit.title, of=part)
        said = [named(one) for one in windows]
        alts = [exhibit.alternative(one) for one in windows]
        coverage = ""
        if not any(one.title for one in windows):  # what is said of all is not true of a part
            coverage = "" if lines or not is_wide(windows[0]) else reading.coverage
            said[0] += [] if coverage else [*lines, Said(reading.coverage, 14, LIGHT.muted)]
        ids = [own for one in windows for own in one.source_ids] or exhibit.source_ids
        if lines:
            ids = [*ids, *(own for one in leads for own in one.source_ids)]
        above = _below(below, coverage, told_in.sources(pack, ids))
        notes = [*told_in.notes(pack, exhibit, source_ids=()), *alts]
        page = deck.page(title, head.question, above, [*notes, *told_in.documents(pack, ids)])
        deck.maps(page, [Pane(exhibit, *own) for own in zip(windows, said, alts, strict=True)])


def charts(deck: Deck, pack: Pack, head: Head, exhibit: Chart) -> None:
    """Native charts, one for each axis, of many bars the first; below few bars their numbers."""
    reading, words = exhibit.reading, exhibit.words
    measure = reading.measure or reading.subtitle
    found = panels(exhibit)
    slices = [
        (name, bars, shared, place)
        for name, bars in found
        for shared in (beginning(parts(bars, ROOM_WIDE)),)
        for place in range(len(shared))
    ]
    below_it = None
    if len(found) == 1 and len(exhibit.frame) <= FEW:
        rows = told_in.rows(pack, exhibit, slice(None))
        below_it = Grid(rows, room_below(exhibit.title) // 2), table(exhibit.title, words)
    ends: dict[str, int] = {}
    for name, bars, shared, place in slices:
        part, start = shared[place], ends.get(name, 0)
        ends[name] = start + count_rows(part)
        shown = shown_rows(slice(start, ends[name]), count_rows(bars), words)
        own = rows_of(exhibit, name)
        told_of = exhibit.told_of(own) if len(found) > 1 else reading
        about = words.of(name, told_of.heading) if len(found) > 1 else exhibit.title
        title, finding = head.of(numbered(about, place + 1, len(shared), words))
        ids = told_in.of_rows(pack, exhibit, own[start : ends[name]])
        plot = Plot(kind_of(exhibit), part, bars, words, exhibit.span)
        of = scale(words) if plot.kind == "marks" else ""
        cited = told_in.sources(pack, ids)
        unit = name if len(found) == 1 else ""  # where there are several the heading has it
        said = (finding, unit, measure, of, told_of.coverage, shown, cited)
        notes = told_in.notes(pack, exhibit, plot, ids)
        said_aloud = told_in.alternative(exhibit, plot)
        alt = spoken_part(exhibit, said_aloud, place + 1, len(shared))
        page = deck.page(title, head.question, _below(*said), notes)
        deck.chart(page, plot, alt, below_it, editions(exhibit))


def tables(
    deck: Deck, pack: Pack, head: Head, listings: Sequence[Listing], after: Sequence[Exhibit] = ()
) -> list[Exhibit]:
    """Tables that follow one another fill slides together.

    Out: which of the first sentences ``after`` have room below the last of them.
    """
    words = pack.words
    found = [one for one in listings if len(one.frame)]
    if head.is_project:
        alike = groupby(found, lambda one: one.write)
        found = [together([*some], pack.words) for _write, some in alike]

    def rows(listing: Listing) -> pd.DataFrame:
        return told_in.rows(pack, listing, slice(0, MOST_ROWS))

    def titled(piece: Piece) -> str:
        return numbered(piece.listing.title, piece.place, piece.of, words)

    def room(titles: Sequence[str]) -> int:
        return room_below(head.longest(titles), is_below=len(titles) == 1)

    shared = stacks(found, room, rows)
    joined = fitting(shared[-1], after, room) if shared else []
    if shared and after and not joined:
        shared, joined = _with_room(shared, after, room, rows)
    for pieces in shared:  # headings number the parts of what shares a slide
        titles = [titled(one) for one in pieces]
        below_it = joined if pieces is shared[-1] else []
        notes = [
            note
            for one in pieces
            for note in (
                one.listing.title,
                *told_in.notes(pack, one.listing, source_ids=_behind(pack, one)),
                one.listing.note,
            )
        ]
        for one in below_it:
            notes += [one.title, *told_in.notes(pack, one)]
        title, finding = head.of(_title(pieces, titles, below_it))
        alts = [table(one, words) for one in titles]
        shown = [shown_rows(one.rows, len(one.listing.frame), words) for one in pieces]
        if len(pieces) > 1 or below_it:
            page = deck.page(title, head.question, "", notes)
            heads = [" · ".join(filter(None, own)) for own in zip(titles, shown, strict=True)]
            top = deck.tables(page, pieces, heads, alts)
            if below_it:
                deck.lines_below(page, below_headings(below_it), top)
            continue
        (piece,) = pieces
        kind = piece.listing.kind
        ids = () if any(pack.row_numbers(piece.listing)) else _behind(pack, piece)
        cited = told_in.sources(pack, ids)
        below = _below(finding, kind, *shown, cited)
        page = deck.page(title, head.question, below, notes)
        deck.table(page, piece.grid, piece.rows, alts[0])
    return joined


def _with_room(
    shared: list[list[Piece]],
    after: Sequence[Exhibit],
    room: Callable[[Sequence[str]], int],
    rows: Callable[[Listing], pd.DataFrame],
) -> tuple[list[list[Piece]], list[Exhibit]]:
    """Slides of tables whose last one has room for sentences, too: else they had one alone.

    Below a row that is turned it is in smaller letters; a table that follows another one has a
    slide of its own with them, where it is whole.
    """
    *before, last = shared
    tried = shared
    if isinstance(last[0].grid, Single):
        turned = stacks([last[0].listing], lambda titles: room(titles) * 2 // 3, rows)
        tried = [*before, *turned]
    elif len(last) > 1 and last[-1].of == 1:
        tried = [*before, last[:-1], last[-1:]]
    joined = fitting(tried[-1], after, room)
    return (tried, joined) if joined else (shared, [])


def _below(*said: str) -> str:
    """What stands below a title: of sentences among it the last full stop is left out."""
    return " · ".join(one.removesuffix(".") for one in said if one)


def _behind(pack: Pack, piece: Piece) -> tuple[str, ...]:
    """The documents behind the rows that a slide has of a table."""
    rows = range(len(piece.listing.frame))[piece.rows]
    return told_in.of_rows(pack, piece.listing, rows)


def _title(pieces: Sequence[Piece], titles: Sequence[str], below: Sequence[Exhibit]) -> str:
    """What tables show; on a slide of several their headings say which part of each it has."""
    names = [one.listing.title for one in pieces] if len(pieces) > 1 else titles[:1]
    return both([*names, *(one.title for one in below)])


def sources(deck: Deck, pack: Pack) -> None:
    """The documents by number."""
    section = pack.sections[-1]
    name = section.finding
    said = [
        f"{one.number}  {one.publisher}: {one.title}"
        + (f", {pack.words.date(one.date)}" if one.date else "")
        for one in pack.citations
    ]
    pages: Sequence[Any] = source_pages(said, room_below(name))
    is_cut, end = len(pages) > MOST_SLIDES.whole, 0
    if is_cut:
        pages = beginning(source_pages(said, room_below(name, is_below=True)))
    for place, columns in enumerate(pages, start=1):
        start, end = end, end + sum(map(len, columns))
        below = shown_rows(slice(start, end), len(said), pack.words) if is_cut else ""
        title = numbered(name, place, len(pages), pack.words)
        deck.sources(deck.page(title, section.question, below, []), columns)


def room_below(title: str, *, is_below: bool = False) -> int:
    """EMU that a slide has below its title; with ``is_below`` a line stands below that, too."""
    return BOTTOM - room_top(title, "…" if is_below else "")
