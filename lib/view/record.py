"""The record itself: what is known of each project, its tables to take along."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from lib.charts import marks
from lib.model.package import packed
from lib.view import download, panels
from lib.view.text import Marked, literal, muted
from lib.view.visit import Visit
from lib.wording import record as record_words
from lib.wording.portfolio import slug
from lib.wording.words import Words


def coverage(visit: Visit, rows: pd.DataFrame) -> None:
    """What is known of each project: a dot a question, full where the record answers it."""
    _ = visit.words.gettext

    def write(some: pd.DataFrame, words: Words) -> pd.DataFrame:
        texts, drawn = record_words.coverage_table(some, words), {}
        for name, label in record_words.questions(words).items():
            heading = f"{label} ({record_words.answered_count(rows, name, words)})"
            answers = zip(some[name], texts[label], strict=True)
            drawn[heading] = pd.Series([_dot(visit, *one) for one in answers], dtype=object)
        return texts[list(texts)[:2]].assign(**drawn)

    empty = _("No project matches these filters.")
    note = panels.not_found_means(visit)
    panels.listing(visit, _("What is known of each project"), rows, write, "coverage", empty,
                   note=note)  # fmt: skip


def _dot(visit: Visit, is_known: bool, said: str) -> Marked:
    """A dot that says in words what it stands for."""
    return Marked(f"![{literal(said)}]({marks.data_uri(marks.dots([is_known], visit.palette))})")


def downloads(visit: Visit) -> None:
    """Every table as CSV, the file it was read from if it is one, and all of them together."""
    _ = visit.words.gettext
    brought = visit.package.brought

    def whole() -> bytes:
        return packed(brought.folder())

    with st.container(border=True, key="downloads"):
        panels.heading(_("Download the tables"))
        st.markdown(
            muted(_("All tables in full, whatever is filtered; together they are a Data Package."))
        )
        with st.container(horizontal=True, gap="small", key="files"):
            download.button(
                _("All tables (zip)"), whole, f"{slug(visit.title)}.zip", "all-tables",
                "application/zip",
            )  # fmt: skip
            for name in brought.names:
                download.button(name, partial(brought.csv, name), f"{name}.csv", f"table-{name}")
