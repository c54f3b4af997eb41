"""Key figures, tables, marks, documents as the templates of files take them: plain dicts of texts.

Everything a person reads is text here, never markup; what it looks like is the template's. What is
drawn in the colours of a ground is left to the file, which knows its ground.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from lib.charts import marks
from lib.charts.parts import parts, said
from lib.charts.theme import Figure, Palette
from lib.exports.columns import columns
from lib.exports.exhibits import Chart, Exhibit, KeyFigure, Listing, Tabled
from lib.exports.pack import Citation, Pack, Section
from lib.wording.destinations import no_split
from lib.wording.reading import numbers, rows_shown
from lib.wording.words import Words

Plain = dict[str, Any]
Draw = Callable[[Palette], str]  # SVG in the colours of a ground
Drawn = Callable[[Draw], str]  # how a file draws: on paper once, on a screen for both grounds
WIDTH: Final = 720  # pixels of a chart that is as wide as the text
TALLEST: Final = 770  # pixels of one that fits a page below its headings, above footnotes
FURTHER: Final = 850  # pixels of a part of a chart after its first: no heading is above it
SHRUNK: Final = 1.2  # times as tall is drawn smaller instead of in parts
MOST_LINKED: Final = 60  # documents of one figure that are told one by one
REGISTER: Final = "record.sources"  # the table to whose rows the numbers of documents lead


def headed(one: Exhibit, pack: Pack) -> Plain:
    """What stands at the head of every exhibit, whatever kind it is of."""
    return {
        "name": one.name,
        "title": one.title,
        "of": one.kind,
        **cited(pack, one.source_ids),
        "is_disputed": one.is_disputed,
    }


def cited(pack: Pack, source_ids: Iterable[str]) -> Plain:
    """The numbers of documents one by one; of very many, as a text with spans, ``spans``."""
    found = pack.numbers(source_ids)
    return {"sources": found, "spans": numbers(found) if len(found) > MOST_LINKED else ""}


def lead(section: Section, pack: Pack) -> list[str]:
    """The lines below a heading, and the numbers of their documents, where they have any."""
    found = numbers(pack.numbers(section.source_ids))
    said = pack.words.gettext("Sources: {numbers}").format(numbers=found)
    return [*section.lead, said] if found else [*section.lead]


def signs(kinds: Iterable[str], words: Words, drawn: Drawn) -> list[Plain]:
    """Marks of charts with what they mean."""
    _ = words.gettext
    names = {
        "target": _("target"),
        "result": _("result"),
        "not_published": no_split(words),
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
        **cited(pack, one.source_ids),
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


class Most(NamedTuple):
    """How long a table may be: ``whole`` rows, of longer ones the first ``part`` rows."""

    whole: int
    part: int

    def of(self, count: int) -> int:
        """How many of so many rows are shown."""
        return count if count <= self.whole else self.part


def table(one: Tabled, pack: Pack, most: Most) -> Plain:
    """A table, or the beginning of a long one, as texts, with the numbers of their documents."""
    count = len(one.frame)
    shown = most.of(count)
    some = slice(0, shown)
    texts = held(pack.texts(one, some)) if count else one.frame.iloc[:0, :0]
    cited_by = pack.row_numbers(one)[some]
    publisher = pack.words.gettext("Publisher")
    headings = list(map(str, texts))
    links = {place: pack.addresses(one, heading) for place, heading in enumerate(headings)}
    return {
        "columns": [column._asdict() for column in columns(texts, publisher)],
        "rows": texts.to_numpy().tolist(),
        "numbers": cited_by if any(cited_by) else [],
        "cited": headings.index(publisher) if publisher in headings else -1,
        "links": {
            str(place): [address(url) for url in urls[some]]
            for place, urls in links.items()
            if urls
        },
        "shown": rows_shown(1, shown, count, one.words) if count > shown else "",
        "empty": one.empty if isinstance(one, Listing) else "",
    }


def held(texts: pd.DataFrame) -> pd.DataFrame:
    """A table without the columns that hold nothing in any row."""
    return texts[[name for name in texts if any(texts[name].tolist())]]


def numbered(documents: Listing, pack: Pack) -> Listing:
    """The documents in the order of their numbers."""
    order = np.argsort(pack.row_numbers(documents), kind="stable")
    return replace(documents, frame=documents.frame.iloc[order])


def cut(chart: Chart, most: int) -> tuple[Chart, str]:
    """The chart with the first ``most`` lines of a list, and what says so; "" where all are left.

    Only of one that has a line a row.
    """
    count = len(chart.frame)
    if not chart.is_list or count <= most:
        return chart, ""
    return replace(chart, frame=chart.frame.iloc[:most]), rows_shown(1, most, count, chart.words)


def pieces(chart: Chart, palette: Palette) -> list[Figure]:
    """The chart in as many parts as it takes pages, or whole where :func:`width_of` makes it fit.

    Parts have the scale of the whole: what is longer in one is more than what is shorter in any.
    """
    whole = chart.figure(palette, is_wide=True)
    is_near = whole["layout"]["height"] <= TALLEST * SHRUNK
    return [whole] if is_near else parts(whole, TALLEST, FURTHER)


def width_of(figure: Figure, count: int) -> float:
    """The pixels at which a figure is drawn that is then as wide as the text, and fits a page.

    ``count``: the parts of its chart, of which it is one.
    """
    room = TALLEST if count == 1 else FURTHER
    return WIDTH * max(1.0, float(figure["layout"]["height"]) / room)


def spoken(figures: Sequence[Figure], chart: Chart) -> list[str]:
    """What is read aloud of a chart; of one in parts, of each what that part shows, and no more."""
    count = len(figures)
    if count == 1:
        return [chart.reading.alternative]
    return [
        spoken_part(chart, said(figure), number, count)
        for number, figure in enumerate(figures, start=1)
    ]


def spoken_part(chart: Chart, said: str, number: int, count: int) -> str:
    """What is read aloud of a part of a chart, after which one it is; of a whole one just that."""
    if count == 1:
        return said
    form = chart.words.gettext("{title}, part {n} of {count}: {said}")
    return form.format(title=chart.short or chart.title, n=number, count=count, said=said)
