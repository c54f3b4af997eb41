"""What only paper shows: the day, the numbers of documents, the documents at the foot.

On a screen it is hidden by itself, not by the style sheet, which may come later than the page.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from html import escape

import streamlit as st

from lib.charts.theme import DARK
from lib.figures import record
from lib.view.kept import kept
from lib.view.visit import Visit
from lib.wording import record as record_words
from lib.wording.reading import numbers


def today(visit: Visit) -> None:
    """The day, for paper."""
    date = visit.words.date(datetime.date.today().isoformat())
    _only(escape(visit.words.gettext("Printed on {date}").format(date=date)))


def cited(visit: Visit, statement_ids: Iterable[str]) -> None:
    """The numbers of the documents behind a figure, for paper."""
    source_of = record.source_of(visit.portfolio)
    found = read(visit, (source_of[statement] for statement in statement_ids))
    if found:
        said = visit.words.ngettext("Source: {numbers}", "Sources: {numbers}", len(found))
        _only(escape(said.format(numbers=numbers(found))))


def read(visit: Visit, source_ids: Iterable[str]) -> set[int]:
    """Number documents from 1 in the order of the page, for the list at its foot."""
    places = visit.cited
    return {places.setdefault(source, len(places) + 1) for source in source_ids}


def documents(visit: Visit) -> None:
    """The documents behind the page, for paper.

    They also say on which ground its pictures were drawn: paper is always light.
    """
    ground = "dark" if visit.palette is DARK else "light"
    lines = kept(visit, ("printed", *visit.cited), lambda: _listed(visit))
    st.html(f'<div hidden class="printed" data-ground="{ground}">{lines}</div>')


def _only(html: str) -> None:
    st.html(f'<span hidden class="printed">{html}</span>', width="content")


def _listed(visit: Visit) -> str:
    rows = visit.portfolio.everything.sources.set_index("source_id").to_dict("index")
    said = (record_words.document(rows[source], visit.words) for source in visit.cited)
    items = "".join(f"<li>{escape(line)}</li>" for line in said)
    title = escape(visit.words.gettext("Documents cited on this page"))
    return f"<h4>{title}</h4><ol>{items}</ol>" if items else ""
