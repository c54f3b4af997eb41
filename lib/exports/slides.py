"""The pack as PowerPoint slides: findings as titles, charts, tables and maps that can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final

from lib.exports import slide_differing
from lib.exports import slide_notes as told_in
from lib.exports import slide_pages as pages
from lib.exports.deck import Deck
from lib.exports.exhibits import Cards, Chart, Exhibit, Lines, Listing, Map, told
from lib.exports.pack import Pack, Section
from lib.exports.plain import REGISTER
from lib.exports.slide_head import Head
from lib.exports.slide_parts import equal_parts
from lib.exports.slide_sentences import lead, of_section, of_sections
from lib.wording.slides import numbered

MOST_CARDS: Final = 8  # on a slide


def slides(pack: Pack) -> bytes:
    """A PowerPoint file of a pack."""
    deck = Deck(pack.title, pack.words.language, " ".join(pack.summary), pack.look)
    lines = [*pack.summary, pack.dated, pack.version]
    deck.cover(pack.title, pack.subtitle, lines)
    for is_told, some in groupby(pack.sections, _is_told):
        if is_told:
            sections = list(some)
            shown = [_shown(section) for section in sections]
            pages.spoken(deck, pack, of_sections(sections, shown, pack.words, pages.room_below))
            continue
        for section in some:
            _section(deck, pack, section)
    pages.sources(deck, pack)
    return deck.save()


def _is_told(section: Section) -> bool:
    """Whether a section has sentences alone."""
    shown = _shown(section)
    return bool(shown) and all(map(told, shown))


def _shown(section: Section) -> list[Exhibit]:
    """What a section shows on slides, what it says below its finding among it.

    Of key figures it stands on their own slide.
    """
    shown = [
        one
        for one in section.exhibits
        if one.name != REGISTER and not (isinstance(one, Listing) and one.is_reference)
    ]
    has_cards = any(isinstance(one, Cards) for one in shown)
    return [lead(section), *shown] if section.lead and not has_cards else shown


def _section(deck: Deck, pack: Pack, section: Section) -> None:
    """The slides of a section, exhibit by exhibit; of a project pictures, then tables, then words.

    Disagreements come before what agrees, those of a project as the last of its tables. Sentences
    stand below the last table if there is room.
    """
    differing = [one for one in section.exhibits if isinstance(one, Listing) and one.kind]
    shown = [one for one in _shown(section) if one not in differing]
    head = Head(section, pack.words)
    if not head.is_project:
        after = shown if differing and all(map(told, shown)) else []
        if slide_differing.add(deck, pack, head, differing, after):
            shown = []
    leads: list[Exhibit] = []
    if head.is_project:
        shown = sorted(shown, key=lambda one: -1 if head.is_lead(one) else _order(one))
        if any(_kind(one) is Map for one in shown):
            leads, shown = shown[:1], shown[1:]
        ends = [at for at, one in enumerate(shown) if told(one) and not head.is_lead(one)]
        place = min(ends, default=len(shown))
        shown[place:place] = slide_differing.as_table(pack, differing)
    said: list[Exhibit] = []
    groups = [[*some] for _of, some in groupby(_gathered(shown, head), _kind)]
    for own, following in pairwise([*groups, []]):
        if _kind(own[0]) is Lines:
            left = [one for one in own if one not in said]
            if left:
                pages.spoken(deck, pack, of_section(head, left, pages.room_below))
        elif _kind(own[0]) is Listing:
            tables = [one for one in own if isinstance(one, Listing)]
            said = pages.tables(deck, pack, head, tables, _to_join(following, head))
        else:
            for one in own:
                if isinstance(one, Map):
                    pages.maps(deck, pack, head, one, leads)
                else:
                    _exhibit(deck, pack, head, one)


def _gathered(shown: Sequence[Exhibit], head: Head) -> list[Exhibit]:
    """What says that there is nothing, after the last sentences of a section, else its tables.

    What stands below its heading is none of these sentences.
    """
    nothing = [one for one in shown[1:] if _is_nothing(one)]
    found = [one for one in shown if one not in nothing]
    kinds = [_kind(one) for one in found]
    after = (Lines, Listing) if Lines in kinds[bool(head.section.lead) :] else (Listing, Lines)
    for kind in () if head.is_project else after:
        if kind in kinds:
            at = len(kinds) - kinds[::-1].index(kind)
            return [*found[:at], *nothing, *found[at:]]
    return [*shown]


def _to_join(following: Sequence[Exhibit], head: Head) -> list[Exhibit]:
    """The sentences that may stand below the last table before them."""
    return [one for one in following if told(one) and (head.is_project or _is_nothing(one))]


def _is_nothing(exhibit: Exhibit) -> bool:
    return bool(told(exhibit)) and not isinstance(exhibit, Lines)


def _kind(exhibit: Exhibit) -> type[Exhibit]:
    return Lines if told(exhibit) else type(exhibit)


def _order(exhibit: Exhibit) -> int:
    kinds: list[type[Exhibit]] = [Map, Chart, Listing, Lines]
    return kinds.index(_kind(exhibit))


def _exhibit(deck: Deck, pack: Pack, head: Head, exhibit: Exhibit) -> None:
    if isinstance(exhibit, Cards):
        shared = equal_parts(exhibit.figures, MOST_CARDS)
        for place, figures in enumerate(shared, start=1):
            head.is_first = False
            title = numbered(head.section.finding, place, len(shared), pack.words)
            below = " ".join(head.section.lead)
            page = deck.page(title, head.question, below, told_in.notes(pack, exhibit))
            deck.cards(page, figures, pack.words, lambda ids: told_in.brief(pack, ids))
    elif isinstance(exhibit, Chart):
        pages.charts(deck, pack, head, exhibit)
