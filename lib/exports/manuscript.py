"""A pack as its template takes it: words, tables and pictures in plain lists and dicts.

Everything a person reads is text here, never markup; what it looks like is the template's.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from lib.charts import marks
from lib.charts.svg import svg
from lib.charts.theme import LIGHT, Figure
from lib.exports.columns import columns
from lib.exports.exhibits import Cards, Chart, Exhibit, KeyFigure, Lines, Listing, Map, Tabled
from lib.exports.pack import Citation, Pack, Section
from lib.wording.reading import endings, rows_shown
from lib.wording.words import Words

Plain = dict[str, Any]
PALETTE: Final = LIGHT
COLOURS: Final = ("ground", "panel", "border", "text", "muted", "link", "differ")
WIDTH: Final = 720  # pixels of a chart that is as wide as the text
TALLEST: Final = 860  # pixels of one that fits a page below its heading
MOST_INSIDE: Final = 16  # rows of a table among charts; longer ones stand behind them
MOST_ROWS: Final = 250  # of any table; more are for a workbook
ENDINGS: Final = ("exact", "at_least", "up_to", "range", "about", "not_stated")


def manuscript(pack: Pack) -> Plain:
    """The whole pack; tables behind its charts, and long ones, come before its last section."""
    *sections, sources = [_section(section, pack) for section in pack.sections]
    return {
        "language": pack.words.language,
        "title": pack.title,
        "subtitle": pack.subtitle,
        "summary": pack.summary,
        "dated": pack.dated,
        "version": pack.version,
        "colours": {name: getattr(PALETTE, name) for name in COLOURS},
        "width": WIDTH,
        "labels": _labels(pack.words),
        "signs": _signs(ENDINGS, pack.words),
        "endings": endings(pack.words),
        "sections": [*sections, *_behind(pack), sources],
        "citations": {str(one.number): _citation(one, pack.words) for one in pack.citations},
    }


def _labels(words: Words) -> dict[str, str]:
    """What the template itself says; ``{page}`` stands for the number of a page."""
    _ = words.gettext
    return {
        "contents": _("Contents"),
        "how_to_read": _("How to read the figures"),
        "table": _("Table: page {page}"),
        "differ": _("Sources differ: page {page}"),
        "sources": _("Sources"),
        "number": _("No."),
    }


def _signs(kinds: Iterable[str], words: Words) -> list[Plain]:
    """Marks of charts with what they mean."""
    _ = words.gettext
    names = {
        "target": _("target"),
        "result": _("result"),
        "not_published": _("split not published"),
    }
    return [
        {"picture": marks.swatch(kind, PALETTE), "name": names.get(kind) or words.qualifier(kind)}
        for kind in kinds
    ]


def _citation(one: Citation, words: Words) -> Plain:
    return {
        "publisher": one.publisher,
        "title": one.title,
        "language": one.language,
        "date": words.date(one.date) if one.date else "",
        "url": _address(one.url),
    }


def _address(url: str) -> str:
    """An address that a reader may follow; "" for anything that is no web address."""
    return url if url.startswith(("https://", "http://")) else ""


def _section(section: Section, pack: Pack) -> Plain:
    return {
        "name": section.name,
        "question": section.question,
        "finding": section.finding,
        "lead": section.lead,
        "exhibits": [
            _exhibit(one, pack)
            for one in section.exhibits
            if not (isinstance(one, Listing) and one.is_reference)
        ],
    }


def _exhibit(one: Exhibit, pack: Pack) -> Plain:
    shared = {
        "name": one.name,
        "title": one.title,
        "of": one.kind,
        "sources": pack.numbers(one.source_ids),
        "is_disputed": one.is_disputed,
    }
    match one:
        case Cards():
            cards = [_card(card, pack) for card in one.figures]
            return {**shared, "kind": "cards", "cards": cards}
        case Chart() | Map():
            return {**shared, "kind": "figure", **_figure(one)}
        case Listing() if _is_long(one):
            return {**shared, "kind": "pointer", "said": _row_count(one)}
        case Listing():
            is_register = one.name == "record.sources"
            table = _table(_numbered(one, pack) if is_register else one, pack)
            return {
                **shared,
                "kind": "table",
                **table,
                "note": one.note,
                "is_register": is_register,
            }
        case Lines():
            picture = one.picture(PALETTE) if one.picture else ""
            lines = [line._asdict() for line in one.lines]
            return {**shared, "kind": "lines", "picture": picture, "lines": lines}
    raise TypeError(f"{one.name}: no page is made of {type(one).__name__}")


def _card(card: KeyFigure, pack: Pack) -> Plain:
    picture, sources = card.picture(PALETTE), pack.numbers(card.source_ids)
    sure = pack.words.qualifier(card.words.how_sure)
    return {**card.words._asdict(), "how_sure": sure, "picture": picture, "sources": sources}


def _figure(one: Chart | Map) -> Plain:
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
        pictures = [
            {"svg": svg(figure, WIDTH), "width": WIDTH, "title": "", "label": "", "alternative": ""}
            for figure in pieces(one)
        ]
        legend = _signs(one.legend, one.words)
    else:
        pictures = [
            {
                "svg": one.still(window, PALETTE),
                "width": window.width,
                "title": window.title,
                "label": window.label,
                "alternative": f"{window.title}: {window.label}" if window.title else "",
            }
            for window in one.windows
        ]
        legend = [{"picture": sign, "name": name} for sign, name in one.legend(PALETTE)]
    first, *rest = pictures
    pictures = [{**first, "alternative": reading.alternative}, *rest]
    for picture in pictures:
        picture["alternative"] = picture["alternative"] or reading.heading
    return {**said, "pictures": pictures, "legend": legend}


def pieces(chart: Chart) -> list[Figure]:
    """The chart in as many parts as it takes pages; only lists can be parted."""
    whole = chart.figure(PALETTE, is_wide=True)
    parts = math.ceil(whole["layout"]["height"] / TALLEST)
    count = len(chart.frame)
    if parts == 1 or not chart.is_list:
        return [whole]
    size = max(1, math.floor(count / (parts * 1.1)))
    return [
        chart.figure(PALETTE, slice(at, at + size), is_wide=True) for at in range(0, count, size)
    ]


def _table(one: Tabled, pack: Pack) -> Plain:
    """The first rows of a table as texts, with the numbers of their documents."""
    count = len(one.frame)
    some = slice(0, MOST_ROWS)
    texts = one.texts(some) if count else one.frame.iloc[:0, :0]
    numbers = pack.row_numbers(one)[some]
    publisher = pack.words.gettext("Publisher")
    links = one.links if isinstance(one, Listing) else {}
    headings = list(map(str, texts))
    return {
        "columns": [column._asdict() for column in columns(texts)],
        "rows": texts.to_numpy().tolist(),
        "numbers": numbers if any(numbers) else [],
        "cited": headings.index(publisher) if publisher in headings else -1,
        "links": {
            str(headings.index(heading)): [_address(url) for url in one.frame[name][some]]
            for heading, name in links.items()
            if heading in headings
        },
        "shown": rows_shown(1, MOST_ROWS, count, one.words) if count > MOST_ROWS else "",
        "empty": one.empty if isinstance(one, Listing) else "",
    }


def _row_count(one: Listing) -> str:
    count = len(one.frame)
    return one.words.ngettext("{n} row", "{n} rows", count).format(n=one.words.number(count))


def _numbered(documents: Listing, pack: Pack) -> Listing:
    """The documents in the order of their numbers."""
    order = np.argsort(pack.row_numbers(documents), kind="stable")
    return replace(documents, frame=documents.frame.iloc[order])


def _is_long(one: Exhibit) -> bool:
    """Whether a table would part the charts of its section by pages."""
    if not isinstance(one, Listing) or one.name in ("record.sources", "project.cards"):
        return False
    return len(one.frame) > MOST_INSIDE


def _behind(pack: Pack) -> Sequence[Plain]:
    """The tables of all charts and maps, with those too long to stand between them."""
    _ = pack.words.gettext
    tables = [
        {
            "kind": "table",
            "name": f"behind.{one.name}",
            "title": one.title,
            "of": "",
            "sources": [],
            "is_disputed": False,
            "note": one.note if isinstance(one, Listing) else one.reading.how_to_read,
            "is_register": False,
            **_table(one, pack),
        }
        for one in pack.exhibits()
        if (isinstance(one, Chart | Map) and not one.reading.empty)
        or (isinstance(one, Listing) and _is_long(one) and not one.is_reference)
    ]
    section = {
        "name": "behind",
        "question": _("Which numbers are drawn?"),
        "finding": _("The numbers behind the charts"),
        "lead": (),
        "exhibits": tables,
    }
    return [section] if tables else []
