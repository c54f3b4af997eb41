"""Where a figure comes from: every statement behind it, one click away."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from lib.figures import record
from lib.model.rows import each
from lib.view import table
from lib.view.disclosure import disclosure
from lib.view.text import link, literal
from lib.view.visit import Visit
from lib.wording import record as record_words


def sources(
    visit: Visit,
    statement_ids: Iterable[str],
    key: str,
    label: str = "",
    counted_from: Iterable[str] = (),
) -> None:
    """A button that opens the statements behind a figure with source, place and date.

    ``counted_from``: further documents, of names or places that are counted and stated by nobody.
    """
    ids, rest = list(dict.fromkeys(statement_ids)), tuple(dict.fromkeys(counted_from))
    if not (ids or rest):
        return
    name = label or visit.words.ngettext("Source", "Sources", len(ids) + len(rest))
    disclosure(name, f"sources-{key}", lambda: statements(visit, ids, key, rest))


def statements(
    visit: Visit, statement_ids: Iterable[str], key: str, counted_from: Iterable[str] = ()
) -> None:
    """The statements themselves, as a table whose publisher leads to the document."""
    rows = record.cited(visit.portfolio, statement_ids)
    words = visit.words
    title = words.gettext("Statements behind this figure")
    st.markdown(f"#### {literal(title)}")
    table.show(
        len(rows),
        lambda some: record_words.cited_table(rows.iloc[some], words),
        words,
        f"cited-{key}",
        {words.gettext("Publisher"): rows["url"].tolist()},
    )
    if documents := _linked(visit, counted_from):
        said = words.gettext("Named one by one in: {documents}")
        st.markdown(said.format(documents="; ".join(documents)))


def _linked(visit: Visit, source_ids: Iterable[str]) -> list[str]:
    """Documents by their publishers and days, as links."""
    rows = visit.portfolio.everything.sources.set_index("source_id")
    found = []
    for row in each(rows.loc[list(source_ids)]):
        when = visit.words.date(row.published_date) if row.published_date else ""
        name = ", ".join(filter(None, [row.publisher, when]))
        found.append(link(name, row.url))
    return found
