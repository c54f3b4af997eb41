"""A pack as its template takes it: words, tables and pictures in plain lists and dicts.

Everything a person reads is text here, never markup; what it looks like is the template's.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Final

from lib.charts.rows import ENDINGS
from lib.charts.svg import svg
from lib.charts.theme import LIGHT
from lib.exports.appendix import MOST_ROWS, appendix, is_long, kept_table, tabled_as
from lib.exports.exhibits import Cards, Chart, Exhibit, Lines, Listing, Map
from lib.exports.footnotes import MOST_NOTES, footnoted
from lib.exports.kept import MOST_WHOLE
from lib.exports.letters import drawable
from lib.exports.pack import Pack, Section
from lib.exports.plain import (
    REGISTER,
    WIDTH,
    Draw,
    Most,
    Plain,
    card,
    citation,
    cut,
    headed,
    lead,
    numbered,
    pieces,
    signs,
    spoken,
    table,
    width_of,
)
from lib.exports.windows import Window
from lib.wording.reading import endings
from lib.wording.words import Words

PALETTE: Final = LIGHT
COLOURS: Final = ("ground", "panel", "border", "text", "muted", "link", "differ")
MOST_LINES: Final = 50  # of a chart that has a line a row
MOST_DOCUMENTS: Final = Most(120, 120)
MOST_SPOKEN: Final = 12_000  # letters said of one picture: a PDF holds 32,767 bytes, two a letter

_UNTITLED: Final = {"title": "", "label": "", "rest": ""}


def _ink(draw: Draw) -> str:
    """A drawing as it is printed."""
    return drawable(draw(PALETTE))


def manuscript(pack: Pack) -> Plain:
    """The whole pack; tables behind its charts, and long ones, come before its last section."""
    *sections, sources = [_section(section, pack) for section in pack.sections]
    printed = [*sections, *appendix(pack), sources]
    return {
        "language": pack.words.language,
        "title": pack.title,
        "subtitle": pack.subtitle,
        "summary": pack.summary,
        "dated": pack.dated,
        "created": created(pack),
        "version": pack.version,
        "colours": colours(pack),
        "logo": [*pack.look.logo.content] if pack.look.logo else [],
        "width": WIDTH,
        "registered": MOST_DOCUMENTS.part,
        "most_notes": MOST_NOTES,
        "labels": _labels(pack.words),
        "signs": signs(ENDINGS, pack.words, _ink),
        "endings": endings(pack.words),
        "sections": [{**one, "exhibits": footnoted(one["exhibits"])} for one in printed],
        "citations": {str(one.number): citation(one, pack.words) for one in pack.citations},
    }


def colours(pack: Pack) -> dict[str, str]:
    """The colours of what is printed, that of the portfolio among them."""
    own = {name: getattr(PALETTE, name) for name in COLOURS}
    return {**own, "accent": pack.look.accent or PALETTE.link}


def created(pack: Pack) -> int:
    """When a file says that it was made, in seconds: with the day it begins."""
    return int(datetime.combine(pack.day, time(), UTC).timestamp())


def _labels(words: Words) -> dict[str, str]:
    """What the template itself says; ``{page}`` stands for the number of a page."""
    _ = words.gettext
    return {
        "contents": _("Contents"),
        "how_to_read": _("How to read the figures"),
        "table": _("Table: page {page}"),
        "differ": _("Sources differ: page {page}"),
        "sources": _("Sources: {numbers}"),
        "number": _("No."),
        "of": _("{name}: {said}"),
    }


def _section(section: Section, pack: Pack) -> Plain:
    return {
        "name": section.name,
        "question": section.question,
        "finding": section.finding,
        "lead": lead(section, pack),
        "exhibits": [
            _exhibit(one, pack)
            for one in _printed(section)
            if not (isinstance(one, Listing) and one.is_reference)
        ],
    }


def _printed(section: Section) -> list[Exhibit]:
    """What a section shows, sentences before the chart or map that they follow elsewhere.

    So they fill the rest of a page that has no room for it, and so does a table of few rows before
    the parts of a map. One that its section is named after, and that has no title of its own,
    stays first; a section with a lead begins with words anyway.
    """
    if section.lead:
        return [*section.exhibits]
    found: list[Exhibit] = []
    picture: Exhibit | None = None
    for one in section.exhibits:
        is_brief = isinstance(one, Listing) and len(one.frame) <= MOST_WHOLE
        if picture and (isinstance(one, Lines) or (is_brief and isinstance(picture, Map))):
            found.insert(found.index(picture), one)
            continue
        is_own = isinstance(one, Chart | Map) and one.title != section.finding
        picture = one if is_own else None
        found.append(one)
    return found


def _exhibit(one: Exhibit, pack: Pack) -> Plain:
    shared = headed(one, pack)
    match one:
        case Cards():
            cards = [card(own, pack, _ink) for own in one.figures]
            return {**shared, "kind": "cards", "cards": cards}
        case Chart() | Map():
            return {**shared, "kind": "figure", "table": tabled_as(one, pack), **figure(one)}
        case Listing() if is_long(one):
            return {**shared, "kind": "pointer", "table": one.name, "said": _row_count(one)}
        case Listing():
            is_register = one.name == REGISTER
            most = MOST_DOCUMENTS if is_register else MOST_ROWS
            rows = kept_table(table(numbered(one, pack) if is_register else one, pack, most))
            return {
                **shared,
                "kind": "table",
                **rows,
                "note": one.note,
                "is_register": is_register,
            }
        case Lines():
            picture = one.picture(PALETTE) if one.picture else ""
            lines = [line._asdict() for line in one.lines]
            return {**shared, "kind": "lines", "picture": picture, "lines": lines}
    raise TypeError(f"{one.name}: no page is made of {type(one).__name__}")


def figure(one: Chart | Map) -> Plain:
    """A chart or a map with its words; one without rows says why there is nothing."""
    reading = one.reading
    said = {
        "subtitle": "" if reading.empty else reading.subtitle,
        "coverage": reading.coverage,
        "empty": reading.empty,
    }
    if reading.empty:
        return {**said, "pictures": [], "legend": []}
    if isinstance(one, Chart):
        shown, some = cut(one, MOST_LINES)
        figures = pieces(shown, PALETTE)
        count = len(figures)
        pictures = [
            {"svg": drawable(svg(figure, width_of(figure, count))), "width": WIDTH, **_UNTITLED,
             "alternative": _spoken(told)}
            for figure, told in zip(figures, spoken(figures, shown), strict=True)
        ]  # fmt: skip
        said["coverage"] = " · ".join(filter(None, (reading.coverage, some)))
        legend = signs(one.legend, one.words, _ink)
    else:
        pictures = [_window(one, window) for window in one.windows]
        legend = [{"picture": sign, "name": name} for sign, name in one.legend(PALETTE)]
    return {**said, "pictures": pictures, "legend": legend}


def _window(one: Map, window: Window) -> Plain:
    """A part of the world with its title, and below it what it has no room to write."""
    made = one.still(window, PALETTE)
    return {
        "svg": drawable(made.svg),
        "width": window.width,
        "title": window.title,
        "label": window.label,
        "rest": one.unwritten(window, made),
        "alternative": _spoken(one.alternative(window)),
    }


def _spoken(text: str) -> str:
    """What is read aloud of a picture; of very many marks the first: a table has them all."""
    if len(text) <= MOST_SPOKEN:
        return text
    return text[:MOST_SPOKEN].rpartition(" ")[0] + " …"


def _row_count(one: Listing) -> str:
    count = len(one.frame)
    return one.words.ngettext("{n} row", "{n} rows", count).format(n=one.words.number(count))
