"""Key figures, tables, marks, documents as the templates of files take them: plain dicts of texts.

Everything a person reads is text here, never markup; what it looks like is the template's. What is
drawn in the colours of a ground is left to the file, which knows its ground.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any, Final

import numpy as np

from lib.charts import marks
from lib.charts.theme import Figure, Palette
from lib.exports.columns import columns
from lib.exports.exhibits import Chart, Exhibit, KeyFigure, Listing, Tabled
from lib.exports.pack import Citation, Pack
from lib.wording.reading import rows_shown
from lib.wording.words import Words

Plain = dict[str, Any]
Draw = Callable[[Palette], str]  # SVG in the colours of a ground
Drawn = Callable[[Draw], str]  # how a file draws: on paper once, on a screen for both grounds
WIDTH: Final = 720  # pixels of a chart that is as wide as the text
TALLEST: Final = 860  # pixels of one that fits a page below its heading
REGISTER: Final = "record.sources"  # the table to whose rows the numbers of documents lead
ENDINGS: Final = ("exact", "at_least", "up_to", "range", "about", "not_stated")


def headed(one: Exhibit, pack: Pack) -> Plain:
    """What stands at the head of every exhibit, whatever kind it is of."""
    return {
        "name": one.name,
        "title": one.title,
        "of": one.kind,
        "sources": pack.numbers(one.source_ids),
        "is_disputed": one.is_disputed,
    }


def signs(kinds: Iterable[str], words: Words, drawn: Drawn) -> list[Plain]:
    """Marks of charts with what they mean."""
    _ = words.gettext
    names = {
        "target": _("target"),
        "result": _("result"),
        "not_published": _("split not published"),
    }
    return [
        {
            "picture": drawn(partial(marks.swatch, kind)),
            "name": names.get(kind) or words.qualifier(kind),
        }
        for kind in kinds
    ]


def card(one: KeyFigure, pack: Pack, drawn: Drawn) -> Plain:
    """A key figure with its words, the drawing of its coverage, the numbers of its documents."""
    return {
        **one.words._asdict(),
        "how_sure": pack.words.qualifier(one.words.how_sure),
        "picture": drawn(one.picture),
        "sources": pack.numbers(one.source_ids),
    }


def citation(one: Citation, words: Words) -> Plain:
    """A document as it is cited."""
    return {
        "publisher": one.publisher,
        "title": one.title,
        "language": one.language,
        "date": words.date(one.date) if one.date else "",
        "url": address(one.url),
    }


def address(url: str) -> str:
    """An address that a reader may follow; "" for anything that is no web address."""
    return url if url.startswith(("https://", "http://")) else ""


def table(one: Tabled, pack: Pack, most: int) -> Plain:
    """The first ``most`` rows of a table as texts, with the numbers of their documents."""
    count = len(one.frame)
    some = slice(0, most)
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
            str(headings.index(heading)): [address(url) for url in one.frame[name][some]]
            for heading, name in links.items()
            if heading in headings
        },
        "shown": rows_shown(1, most, count, one.words) if count > most else "",
        "empty": one.empty if isinstance(one, Listing) else "",
    }


def numbered(documents: Listing, pack: Pack) -> Listing:
    """The documents in the order of their numbers."""
    order = np.argsort(pack.row_numbers(documents), kind="stable")
    return replace(documents, frame=documents.frame.iloc[order])


def pieces(chart: Chart, palette: Palette) -> list[Figure]:
    """The chart in as many parts as it takes pages; only lists can be parted."""
    whole = chart.figure(palette, is_wide=True)
    parts = math.ceil(whole["layout"]["height"] / TALLEST)
    count = len(chart.frame)
    if parts == 1 or not chart.is_list:
        return [whole]
    size = max(1, math.floor(count / (parts * 1.1)))
    return [
        chart.figure(palette, slice(at, at + size), is_wide=True) for at in range(0, count, size)
    ]
