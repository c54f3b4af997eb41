"""What files of a pack must say: all that is on the pages of the dashboard."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from lib.charts.theme import LIGHT
from lib.exports.exhibits import Cards, Chart, Lines, Listing, Map, Tabled
from lib.exports.pack import Pack
from lib.exports.plain import pieces


def squeezed(text: str) -> str:
    """Letters alone: lines break, and pieces of a line are apart, as they do on paper."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFKC", text))


def said(pack: Pack, *, with_references: bool = False) -> Iterator[str]:
    """Every text that somebody sees on a page of the dashboard, in charts and tables as well."""
    for section in pack.sections:
        yield from (section.question, section.finding, *section.lead)
    for exhibit in pack.exhibits():
        if isinstance(exhibit, Listing) and exhibit.is_reference and not with_references:
            continue
        if not isinstance(exhibit, Cards):
            yield exhibit.title
        if isinstance(exhibit, Cards):
            for card in exhibit.figures:
                own = card.words
                yield from own._replace(how_sure=pack.words.qualifier(own.how_sure))
        if isinstance(exhibit, Lines):
            yield from (text for line in exhibit.lines for text in (line.text, line.note))
        if isinstance(exhibit, Chart | Map):
            yield exhibit.reading.empty or exhibit.reading.coverage
        if isinstance(exhibit, Tabled) and len(exhibit.frame):
            texts = pack.texts(exhibit)
            yield from (cell for column in texts for cell in texts[column])


def drawn(pack: Pack) -> Iterator[str]:
    """Every text of every chart."""
    for exhibit in pack.exhibits():
        if isinstance(exhibit, Chart) and not exhibit.reading.empty:
            for figure in pieces(exhibit, LIGHT):
                for note in figure["layout"]["annotations"]:
                    for text in re.split(r"<[^>]*>", note["text"]):
                        yield text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def hostile(pack: Pack, text: str) -> Pack:
    """The same pack with a text that tries to be more than that wherever a text can stand."""
    sections = []
    for section in pack.sections:
        exhibits = tuple(replace(one, title=text) for one in section.exhibits)
        sections.append(section._replace(finding=text, lead=(text,), exhibits=exhibits))
    first, *rest = pack.citations
    first = first._replace(publisher=text, title=text, url="javascript:alert(1)")
    return replace(pack, sections=tuple(sections), summary=(text,), citations=(first, *rest))
