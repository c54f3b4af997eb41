"""Slides of sentences: what follows one another shares a slide where it stays large there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from lib.exports.exhibits import Exhibit, Line, Lines, told
from lib.exports.pack import Section
from lib.exports.slide_head import Head, both
from lib.exports.slide_lines import Block, size_of
from lib.wording.words import Words

LARGE: Final = 14  # points of sentences on a slide of several headings, at least
MOST_LINES: Final = 9  # of one exhibit on a slide


class Spoken(NamedTuple):
    """A slide of sentences; ``question`` stands above its title, "" for that of several."""

    title: str
    question: str
    blocks: list[Block]
    exhibits: list[Exhibit]


def lead(section: Section) -> Lines:
    """What a section says below its finding."""
    return Lines(
        name=f"{section.name}.lead",
        title=section.finding,
        lines=tuple(map(Line, section.lead)),
        source_ids=section.source_ids,
    )


def of_section(head: Head, exhibits: Sequence[Exhibit], room: Callable[[str], int]) -> list[Spoken]:
    """The slides of exhibits that have sentences alone; ``room`` is what a title leaves, in EMU."""
    first, *rest = exhibits
    longest = head.longest([_named(head, exhibits)])
    blocks = below_headings(exhibits)
    if not rest or size_of(blocks, room(longest)) >= LARGE:
        is_title = [line.text for line in told(first)] == [first.title]
        title, _below = head.of(head.question if is_title else _named(head, exhibits))
        is_said = head.is_lead(first) or is_title or head.is_titled(title, blocks[0].heading)
        blocks[0] = blocks[0]._replace(heading="" if is_said else blocks[0].heading)
        above = "" if title == head.question else head.question
        return [Spoken(title, above, blocks, [*exhibits])]
    half = len(exhibits) // 2
    return [*of_section(head, exhibits[:half], room), *of_section(head, exhibits[half:], room)]


def below_headings(exhibits: Sequence[Exhibit]) -> list[Block]:
    """Sentences below their headings; what is said of several that follow is said once."""
    return [
        Block(both(one.title for one in own), lines)
        for lines, own in ((lines, [*own]) for lines, own in groupby(exhibits, told))
    ]


def _named(head: Head, exhibits: Sequence[Exhibit]) -> str:
    """What sentences are about: of a project all of it, else the first."""
    return both(one.title for one in exhibits) if head.is_project else exhibits[0].title


def of_sections(
    sections: Sequence[Section],
    exhibits: Sequence[Sequence[Exhibit]],
    words: Words,
    room: Callable[[str], int],
) -> list[Spoken]:
    """The slides of sections that have sentences alone, each with its ``exhibits``."""
    first, *rest = sections
    if not rest:
        return of_section(Head(first, words), exhibits[0], room)
    blocks = [
        Block(section.question if at else "", _lines(section, own, words, is_titled=not at))
        for at, (section, own) in enumerate(zip(sections, exhibits, strict=True))
    ]
    if size_of(blocks, room(first.finding)) >= LARGE:
        every = [one for own in exhibits for one in own]
        return [Spoken(first.finding, first.question, blocks, every)]
    half = len(sections) // 2
    return [
        *of_sections(sections[:half], exhibits[:half], words, room),
        *of_sections(sections[half:], exhibits[half:], words, room),
    ]


def _lines(
    section: Section, exhibits: Sequence[Exhibit], words: Words, *, is_titled: bool
) -> list[Line]:
    """The sentences of a section, each after what it is about, none that its finding says.

    The finding is the first of them where the slide is not titled with it.
    """
    found = [] if is_titled else [Line(section.finding)]
    return found + [
        line._replace(text=words.of(one.title, line.text)) if one.title != section.finding else line
        for one in exhibits
        for line in told(one)
        if line.text != section.finding
    ]
