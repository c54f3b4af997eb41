"""The pack as PowerPoint slides: findings as titles, charts, tables and maps that can be edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

import pandas as pd

from lib.charts.theme import LIGHT
from lib.exports.deck import Deck, room_top
from lib.exports.exhibits import Cards, Chart, Exhibit, Lines, Listing, Map, Window, told
from lib.exports.pack import Pack, Section
from lib.exports.plain import MOST_LINKED, REGISTER, cited
from lib.exports.slide_bars import panels
from lib.exports.slide_chart import Plot, most
from lib.exports.slide_lines import Block, source_pages
from lib.exports.slide_parts import MOST_SLIDES, beginning, equal_parts, shown_rows
from lib.exports.slide_sentences import MOST_LINES, Spoken, lead, of_section, of_sections
from lib.exports.slide_stack import stacks
from lib.exports.slide_table import Grid, held
from lib.exports.slide_text import BOTTOM, HEADING, ROOM_WIDE, Said
from lib.wording.reading import numbers

MOST_CARDS: Final = 8  # on a slide
WIDE: Final = 2.2  # width by height of a map that needs all of a slide's width
FEW: Final = 3  # bars of a chart that leaves room for its numbers
MOST_ROWS: Final = 120  # of a table, more than fit those slides


def slides(pack: Pack) -> bytes:
    """A PowerPoint file of a pack."""
    deck = Deck(pack.title, pack.words.language, " ".join(pack.summary))
    lines = [*pack.summary, pack.dated, pack.version]
    deck.cover(pack.title, pack.subtitle, lines, pack.look)
    asked = Counter(section.question for section in pack.sections)
    for is_told, some in groupby(pack.sections, _is_told):
        if is_told:
            sections = list(some)
            shown = [_shown(section) for section in sections]
            _spoken(deck, pack, of_sections(sections, shown, pack.words, _room))
            continue
        for section in some:
            # Where several sections ask one question, what they find tells them apart.
            named = section if asked[section.question] == 1 else section._replace(
                question=section.finding
            )  # fmt: skip
            _section(deck, pack, named)
    _sources(deck, pack)
    return deck.save()


def _is_told(section: Section) -> bool:
    """Whether a section has sentences alone."""
    shown = _shown(section)
    return bool(shown) and all(map(told, shown))


def _shown(section: Section) -> list[Exhibit]:
    """What a section shows on slides, what it says below its finding among it."""
    shown = [
        one
        for one in section.exhibits
        if one.name != REGISTER and not (isinstance(one, Listing) and one.is_reference)
    ]
    at = 1 if isinstance(next(iter(shown), None), Cards) else 0
    return [*shown[:at], lead(section), *shown[at:]] if section.lead else shown


def _section(deck: Deck, pack: Pack, section: Section) -> None:
    """The slides of a section, exhibit by exhibit; disagreements as its last."""
    differing = [one for one in section.exhibits if isinstance(one, Listing) and one.kind]
    shown = [one for one in _shown(section) if one not in differing]
    for kind, some in groupby(shown, lambda one: Lines if told(one) else type(one)):
        if kind is Lines:
            _spoken(deck, pack, of_section(section.question, list(some), _room))
            continue
        if kind is Listing:
            tables = [one for one in some if isinstance(one, Listing)]
            _tables(deck, pack, section, tables)
            continue
        for exhibit in some:
            _exhibit(deck, pack, section, exhibit)
    _differing(deck, pack, section, differing)


def _exhibit(deck: Deck, pack: Pack, section: Section, exhibit: Exhibit) -> None:
    notes = _notes(pack, exhibit)
    if isinstance(exhibit, Cards):
        for figures in equal_parts(exhibit.figures, MOST_CARDS):
            page = deck.page(section.finding, section.question, "", notes)
            deck.cards(page, figures, pack.words)
    elif isinstance(exhibit, Map):
        for window in exhibit.windows:
            _map(deck, section, exhibit, window, notes)
    elif isinstance(exhibit, Chart):
        _chart(deck, section, exhibit, notes)


def _spoken(deck: Deck, pack: Pack, found: Sequence[Spoken]) -> None:
    """Sentences; those of one exhibit alone on as many slides as they need."""
    for one in found:
        notes = list(dict.fromkeys(note for own in one.exhibits for note in _notes(pack, own)))
        first, *rest = one.blocks
        parts = [first.lines] if rest else beginning(equal_parts(first.lines, MOST_LINES))
        end = 0
        for lines in parts:
            start, end = end, end + len(lines)
            below = shown_rows(slice(start, end), len(first.lines), pack.words)
            page = deck.page(one.title, one.question, below, notes)
            deck.lines(page, [Block("", lines), *rest])


def _map(deck: Deck, section: Section, exhibit: Map, window: Window, notes: list[str]) -> None:
    """A part of the world with its name and what the map covers: beside it, of a wide one above."""
    size, alt = (window.width, window.height), exhibit.reading.alternative
    coverage = exhibit.reading.coverage
    if window.width > WIDE * window.height and not window.title:
        page = deck.page(exhibit.title, section.question, coverage, notes)
        deck.map(page, exhibit.still(window, LIGHT), size, [], alt)
        return
    said = [
        Said(window.title, 20, font=HEADING, after=4),
        Said(window.label, 14, after=10),
        Said(coverage, 14, LIGHT.muted),
    ]
    page = deck.page(exhibit.title, section.question, "", notes)
    deck.map(page, exhibit.still(window, LIGHT), size, [one for one in said if one.text], alt)


def _differing(deck: Deck, pack: Pack, section: Section, groups: Sequence[Listing]) -> None:
    """What differs, a row a group: who says what stands in the notes."""
    _ = pack.words.gettext
    if not groups:
        return
    headings = [_("What differs"), _("Kind"), _("Sources")]
    rows = [(one.title, one.kind, _numbers(pack, one)) for one in groups]
    texts = pd.DataFrame(rows, columns=pd.Index(headings))
    grid = Grid(texts, _room(section.finding))
    for part in grid.pages():
        notes = [note for one in groups[part] for note in (one.title, one.note, *_notes(pack, one))]
        page = deck.page(section.finding, section.question, "", notes)
        deck.table(page, grid, part, section.finding)


def _numbers(pack: Pack, exhibit: Exhibit) -> str:
    return numbers(pack.numbers(exhibit.source_ids))


def _chart(deck: Deck, section: Section, exhibit: Chart, notes: list[str]) -> None:
    """Native charts, one for each axis, of many bars the first; below few bars their numbers."""
    reading, words = exhibit.reading, exhibit.words
    _ = words.gettext
    names = (_("before"), _("certain"), _("about"), _("possible"), _("in words"))
    used = _colours(exhibit.frame)
    found = panels(exhibit)
    table = (
        Grid(held(exhibit.texts()), _room(exhibit.title) // 2)
        if len(found) == 1 and len(exhibit.frame) <= FEW
        else None
    )
    for name, bars in found:
        own = [next(used) for _bar in bars]
        end = 0
        for part in beginning(equal_parts(bars, most(bars, ROOM_WIDE))):
            start, end = end, end + len(part)
            shown = shown_rows(slice(start, end), len(bars), words)
            measure = reading.measure or reading.subtitle
            below = " · ".join(filter(None, (name, measure, reading.coverage, shown)))
            page = deck.page(exhibit.title, section.question, below, notes)
            plot = Plot(part, names, own[start:end], exhibit.is_logarithmic)
            deck.chart(page, plot, reading.alternative, table)


def _colours(frame: pd.DataFrame) -> Iterator[str]:
    """The hue of each bar: of its edition, of its type of payer, else ink."""
    rows: list[Any] = frame.to_dict("records")
    for row in rows:
        if row.get("edition_id"):
            yield LIGHT.edition(str(row["edition_id"]))
        elif row.get("organisation_type"):
            yield LIGHT.organisation_type(str(row["organisation_type"]))
        else:
            yield LIGHT.text


def _tables(deck: Deck, pack: Pack, section: Section, tables: Sequence[Listing]) -> None:
    """Tables that follow one another; short ones share slides."""
    for own in stacks([one for one in tables if len(one.frame)], _room(section.finding)):
        if isinstance(own, Listing):
            _table(deck, pack, section, own)
            continue
        notes = [note for one, _grid in own for note in (one.title, *_notes(pack, one), one.note)]
        deck.tables(deck.page(section.finding, section.question, "", notes), own)


def _table(deck: Deck, pack: Pack, section: Section, exhibit: Listing) -> None:
    """Rows shared by as many slides as they need; of a long table the first slides."""
    notes = [*_notes(pack, exhibit), exhibit.note]
    count = len(exhibit.frame)
    grid = Grid(held(exhibit.texts(slice(0, MOST_ROWS))), _room(exhibit.title, is_below=True))
    for part in beginning(grid.pages()):
        shown = shown_rows(part, count, pack.words)
        below = " · ".join(filter(None, (exhibit.kind, shown)))
        page = deck.page(exhibit.title, section.question, below, notes)
        deck.table(page, grid, part, exhibit.title)


def _sources(deck: Deck, pack: Pack) -> None:
    """The documents by number."""
    title = pack.words.gettext("Sources")
    said = [
        f"{one.number}  {one.publisher}: {one.title}"
        + (f", {pack.words.date(one.date)}" if one.date else "")
        for one in pack.citations
    ]
    pages: Sequence[Any] = source_pages(said, _room(title))
    is_cut, end = len(pages) > MOST_SLIDES.whole, 0
    if is_cut:
        pages = beginning(source_pages(said, _room(title, is_below=True)))
    for columns in pages:
        start, end = end, end + sum(map(len, columns))
        below = shown_rows(slice(start, end), len(said), pack.words) if is_cut else ""
        deck.sources(deck.page(title, "", below, []), columns)


def _room(title: str, *, is_below: bool = False) -> int:
    return BOTTOM - room_top(title, "…" if is_below else "")


def _notes(pack: Pack, exhibit: Exhibit) -> list[str]:
    """How to read it, then where it comes from."""
    reading = exhibit.reading if isinstance(exhibit, Chart | Map) else None
    found = cited(pack, exhibit.source_ids)
    documents = [pack.citations[number - 1] for number in found["sources"][:MOST_LINKED]]
    return [
        *([reading.how_to_read, reading.alternative] if reading else []),
        *([f"[{found['spans']}]"] if found["spans"] else []),
        *(f"[{one.number}] {one.publisher}: {one.title} {one.url}" for one in documents),
    ]
