"""What only paper shows: the day, the numbers of documents, the documents at the foot.

Everything here has a key that begins with "printed-": the shell's style hides it on a screen.
"""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterable
from typing import Any

import streamlit as st

from lib.charts.theme import DARK
from lib.figures import record
from lib.view.kept import kept
from lib.view.text import literal, muted
from lib.view.visit import Reader, Visit
from lib.wording import record as record_words
from lib.wording.reading import numbers


def today(visit: Reader) -> None:
    """The day, for paper."""
    date = visit.words.date(datetime.date.today().isoformat())
    _only("today", muted(visit.words.gettext("Printed on {date}").format(date=date)))


def cited(
    visit: Visit, statement_ids: Iterable[str], name: str, counted_from: Iterable[str] = ()
) -> None:
    """The numbers of the documents behind a figure, for paper."""
    source_of = record.source_of(visit.portfolio)
    found = read(visit, [*(source_of[statement] for statement in statement_ids), *counted_from])
    if found:
        said = visit.words.ngettext("Source: {numbers}", "Sources: {numbers}", len(found))
        _only(f"sources-{name}", muted(said.format(numbers=numbers(found))))


def read(visit: Visit, source_ids: Iterable[str]) -> set[int]:
    """Number documents from 1 in the order of the page, for the list at its foot."""
    places = visit.cited
    return {places.setdefault(source, len(places) + 1) for source in source_ids}


def documents(visit: Reader) -> None:
    """The documents behind the page, for paper.

    The key says on which ground the pictures above were drawn: paper is always light.
    """
    ground = "dark" if visit.palette is DARK else "light"
    listed = ""
    if isinstance(visit, Visit):  # sums cite none
        listed = kept(visit.apart(), ("printed", *visit.cited), lambda: _listed(visit))
    _only(f"on-{ground}", listed)


def _only(name: str, text: str) -> None:
    with st.container(key=f"printed-{name}", width="content"):
        st.markdown(text)


def _known(visit: Visit) -> dict[Hashable, Any]:
    """The documents by id, with those that only the earlier version has."""
    tables = [visit.portfolio.everything]
    if visit.since:
        tables.insert(0, visit.since.earlier.portfolio.in_language(visit.words.language))
    found: dict[Hashable, Any] = {}
    for one in tables:
        found |= one.sources.set_index("source_id").to_dict("index")
    return found


def _listed(visit: Visit) -> str:
    rows = _known(visit)
    said = (record_words.document(rows[source], visit.words) for source in visit.cited)
    lines = [f"{number}. {literal(line)}" for number, line in enumerate(said, start=1)]
    title = literal(visit.words.gettext("Documents cited on this page"))
    return "\n".join([f"#### {title}", *lines]) if lines else ""
