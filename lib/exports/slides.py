"""The pack as PowerPoint slides: findings as titles, charts, tables and maps that can be edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import pandas as pd

from lib.charts.text import wrap
from lib.charts.theme import LIGHT
from lib.exports import slide_chart
from lib.exports.deck import LEFT, ROOM_TALL, ROOM_WIDE, TOP, Deck, widths
from lib.exports.exhibits import Cards, Chart, Exhibit, Lines, Listing, Map
from lib.exports.pack import Pack, Section
from lib.wording.reading import rows_shown

MOST_BARS, MOST_LINES = 12, 9  # on a slide
MOST_SLIDES: Final = 3  # of one figure or table: more is for a workbook
TABLE_LINE, TABLE_PAD = 168_000, 100_000  # EMU of a line of a table, and around each row
POINT_PIXELS: Final = 11 * 96 / 72  # pixels of the letters of a table


def slides(pack: Pack) -> bytes:
    """A PowerPoint file of a pack."""
    deck = Deck(pack.title, pack.words.language)
    lines = [pack.subtitle, *pack.summary, pack.dated, pack.version]
    deck.cover(pack.title, lines, pack.look)
    for section in pack.sections:
        differing = [one for one in section.exhibits if isinstance(one, Listing) and one.kind]
        for exhibit in section.exhibits:
            if exhibit not in differing:
                _exhibit(deck, pack, section, exhibit)
        _differing(deck, pack, section, differing)
    _sources(deck, pack)
    return deck.save()


def _exhibit(deck: Deck, pack: Pack, section: Section, exhibit: Exhibit) -> None:
    if isinstance(exhibit, Cards):
        _cards(deck, pack, section, exhibit)
    elif isinstance(exhibit, Lines):
        for lines in _parts(exhibit.lines, MOST_LINES):
            said = [f"{line.sign} {line.text}".strip() for line in lines]
            slide = deck.slide(exhibit.title, section.question, _notes(pack, exhibit))
            deck.text(slide, said, (LEFT, TOP, ROOM_WIDE, ROOM_TALL), 16)
    elif isinstance(exhibit, Map):
        for window in exhibit.windows:
            below = " · ".join(filter(None, (window.title, window.label, exhibit.reading.coverage)))
            slide = deck.slide(exhibit.title, below, _notes(pack, exhibit))
            size = (window.width, window.height)
            deck.map(slide, exhibit.still(window, LIGHT), size, exhibit.reading.alternative)
    elif isinstance(exhibit, Chart):
        _chart(deck, pack, exhibit)
    elif isinstance(exhibit, Listing) and not exhibit.is_reference:
        _table(deck, pack, section, exhibit)


def _differing(deck: Deck, pack: Pack, section: Section, groups: Sequence[Listing]) -> None:
    """What differs, a row a group: who says what stands in the notes."""
    _ = pack.words.gettext
    for part in _parts(groups, MOST_LINES):
        notes = [note for one in part for note in (one.title, one.note, *_notes(pack, one))]
        slide = deck.slide(section.finding, section.question, notes)
        rows = [(one.title, one.kind, _numbers(pack, one)) for one in part]
        headings = [_("What differs"), _("Kind"), _("Sources")]
        deck.table(slide, pd.DataFrame(rows, columns=pd.Index(headings)), section.finding)


def _numbers(pack: Pack, exhibit: Exhibit) -> str:
    return ", ".join(map(str, pack.numbers(exhibit.source_ids)))


def _cards(deck: Deck, pack: Pack, section: Section, exhibit: Cards) -> None:
    """The finding, with the key figures as a table."""
    _ = pack.words.gettext
    slide = deck.slide(section.finding, section.question, _notes(pack, exhibit))
    cards = [one.words for one in exhibit.figures]
    texts = pd.DataFrame(
        {
            _("Key figure"): [card.noun for card in cards],
            _("Value"): [card.value for card in cards],
            _("How sure"): [pack.words.qualifier(one.how_sure) for one in cards],
            _("Coverage"): [" · ".join(filter(None, (c.coverage, c.differs))) for c in cards],
        }
    )
    deck.table(slide, texts, exhibit.title)


def _chart(deck: Deck, pack: Pack, exhibit: Chart) -> None:
    """Native charts, one for each axis, of many bars the first."""
    reading, notes = exhibit.reading, _notes(pack, exhibit)
    if reading.empty:
        slide = deck.slide(exhibit.title, "", notes)
        deck.text(slide, [reading.empty], (LEFT, TOP, ROOM_WIDE, ROOM_TALL), 16)
        return
    _ = pack.words.gettext
    names = (_("before"), _("certain"), _("about"), _("possible"), _("in words"))
    colours = dict(zip(exhibit.frame.index, _colours(exhibit.frame), strict=True))
    used = iter(colours.values())
    for name, bars in slide_chart.panels(exhibit):
        own = [next(used) for _bar in bars]
        for place, part in enumerate(_parts(bars, MOST_BARS)[:MOST_SLIDES]):
            first = place * MOST_BARS
            shown = "" if len(bars) <= MOST_BARS else rows_shown(
                first + 1, first + len(part), len(bars), pack.words
            )  # fmt: skip
            below = " · ".join(filter(None, (name, reading.subtitle, reading.coverage, shown)))
            slide = deck.slide(exhibit.title, below, notes)
            deck.chart(slide, part, names, own[first : first + len(part)], reading.alternative)


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


def _table(deck: Deck, pack: Pack, section: Section, exhibit: Listing) -> None:
    """As many rows a slide as fit; of a long table the first slides."""
    notes = [*_notes(pack, exhibit), exhibit.note]
    if exhibit.frame.empty:
        if exhibit.empty:
            slide = deck.slide(exhibit.title, section.question, notes)
            deck.text(slide, [exhibit.empty], (LEFT, TOP, ROOM_WIDE, ROOM_TALL), 16)
        return
    count, start = len(exhibit.frame), 0
    for _page in range(MOST_SLIDES):
        texts = exhibit.texts(slice(start, start + 40))
        if texts.empty:
            return
        fit = _fitting(texts)
        is_whole = not start and fit == count
        shown = "" if is_whole else rows_shown(start + 1, start + fit, count, pack.words)
        below = " · ".join(filter(None, (section.question, exhibit.kind, shown)))
        deck.table(deck.slide(exhibit.title, below, notes), texts.iloc[:fit], exhibit.title)
        start += fit


def _fitting(texts: pd.DataFrame) -> int:
    """How many rows, one at least, fit a slide below their headings."""
    rooms = [wide / 9525 - 16 for wide in widths(texts)]
    left = ROOM_TALL
    rows = [tuple(map(str, texts.columns)), *texts.itertuples(index=False)]
    for number, row in enumerate(rows):
        lines = [
            len(wrap(str(cell), room, POINT_PIXELS)) for cell, room in zip(row, rooms, strict=True)
        ]
        left -= max(1, *lines) * TABLE_LINE + TABLE_PAD
        if left < 0:
            return max(1, number - 1)
    return len(texts)


def _sources(deck: Deck, pack: Pack) -> None:
    """The documents by number."""
    _ = pack.words.gettext
    for cited in _parts(pack.citations, 14):
        slide = deck.slide(_("Sources"), "", [])
        lines = [
            f"{one.number}  {one.publisher}: {one.title}"
            + (f", {pack.words.date(one.date)}" if one.date else "")
            for one in cited
        ]
        deck.text(slide, lines, (LEFT, TOP, ROOM_WIDE, ROOM_TALL), 11)


def _notes(pack: Pack, exhibit: Exhibit) -> list[str]:
    """How to read it, then where it comes from."""
    reading = exhibit.reading if isinstance(exhibit, Chart | Map) else None
    cited = [pack.citations[number - 1] for number in pack.numbers(exhibit.source_ids)]
    return [
        *([reading.how_to_read, reading.alternative] if reading else []),
        *(f"[{one.number}] {one.publisher}: {one.title} {one.url}" for one in cited),
    ]


def _parts(items: Sequence[Any], most: int) -> list[Sequence[Any]]:
    return [items[start : start + most] for start in range(0, len(items), most)]
