"""Where a figure comes from: every statement behind it, one click away."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from lib.figures import record
from lib.view import table
from lib.view.disclosure import disclosure
from lib.view.text import literal
from lib.view.visit import Visit
from lib.wording import record as record_words


def sources(visit: Visit, statement_ids: Iterable[str], key: str, label: str = "") -> None:
    """A button that opens the statements behind a figure with source, place and date."""
    ids = list(dict.fromkeys(statement_ids))
    if not ids:
        return
    name = label or visit.words.ngettext("Source", "Sources", len(ids))
    disclosure(name, f"sources-{key}", lambda: statements(visit, ids, key))


def statements(visit: Visit, statement_ids: Iterable[str], key: str) -> None:
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
