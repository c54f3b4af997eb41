"""Statements by project, a few lines each; what lies outside the scale-up opens on demand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal

import pandas as pd
import streamlit as st

from lib.charts import marks
from lib.model.rows import each, grouped
from lib.view import bookmark
from lib.view.disclosure import apart
from lib.view.kept import kept
from lib.view.navigation import link
from lib.view.pages import paged
from lib.view.panels import heading
from lib.view.text import link as document
from lib.view.text import literal, muted
from lib.view.unbroken import held
from lib.view.visit import Visit
from lib.wording import columns
from lib.wording.conventions import DOT, SPACE
from lib.wording.values import value

CARD: Final = 290  # pixels that a card has at least
OUTSIDE: Final = ("earlier", "foundation")  # scopes that are no part of a project


def by_project(
    visit: Visit, title: str, rows: pd.DataFrame, name: str, empty: str, note: str = ""
) -> None:
    """A panel of statements (described rows), by project; ``note`` stands below them.

    What was before or outside the projects stands behind a button that says how much it is.
    """
    inside, outside = kept(visit, (name, "by project"), lambda: _parts(rows))
    with st.container(border=True, key=f"panel-{name}"):
        heading(title)
        if rows.empty:
            st.markdown(muted(empty))
            return
        _cards(visit, inside, name)
        if outside:
            apart(lambda: _outside(visit, outside, f"{name}-outside"))
        if note:
            st.markdown(muted(note))


def _parts(rows: pd.DataFrame) -> tuple[list[list[Any]], list[list[Any]]]:
    """The statements inside the projects and outside of them, by project.

    What is about no single project stands under its edition.
    """
    whom = rows["project_id"].where(rows["project_id"] != "", "/" + rows["edition_id"])
    rows, is_outside = rows.assign(whom=whom), rows["scope"].isin(OUTSIDE)
    inside, outside = (
        list(grouped(each(some), "whom").values()) for some in (rows[~is_outside], rows[is_outside])
    )
    return inside, outside


def _outside(visit: Visit, groups: Sequence[Sequence[Any]], name: str) -> None:
    count = sum(map(len, groups))
    form = visit.words.ngettext(
        "{n} statement from before or outside the project",
        "{n} statements from before or outside the project",
        count,
    )
    if len(groups) > 1:
        form = visit.words.gettext("{n} statements from before or outside the projects")
    label = form.format(n=visit.words.number(count))
    if bookmark.opens(name) and name not in st.session_state:
        st.session_state[name] = True
    opened = st.expander(literal(label), key=name, on_change="rerun")
    if opened.open:
        with opened:
            _cards(visit, groups, name)


def _cards(visit: Visit, groups: Sequence[Sequence[Any]], name: str) -> None:
    paged(len(groups), visit.words, name, lambda some: _grid(visit, groups[some], name))


def _grid(visit: Visit, groups: Sequence[Sequence[Any]], name: str) -> None:
    editions = visit.portfolio.everything.projects.set_index("project_id")["edition_id"]
    columns: Literal[2, "auto"] = 2 if len(groups) == 2 else "auto"
    with st.grid(columns, min_column_width=CARD, gap="medium", key=f"said-{name}"):
        for group in groups:
            first = group[0]
            with st.container(gap="xsmall", key=f"{name}-{first.project_id or first.edition_id}"):
                edition = editions.get(first.project_id, first.edition_id)
                _head(visit, first, edition, name)
                lines = kept(visit, (name, first.statement_id), lambda: _lines(visit, group))  # noqa: B023
                st.markdown(lines)


def _head(visit: Visit, row: Any, edition: str, name: str) -> None:
    """Whom the statements are about, in the colour of the edition, with the way to the profile."""
    square = marks.swatch("group", visit.palette, visit.palette.edition(edition))
    label = columns.about(row._asdict(), visit.words)
    key = f"whom-{name}-{row.project_id or row.edition_id}"
    with st.container(horizontal=True, gap="xxsmall", vertical_alignment="center", key=key):
        st.markdown(f"![]({marks.data_uri(square)})", width="content")
        if row.project_id:
            link(visit, "projects", label, project=[row.project_id])
        else:
            st.markdown(f"**{literal(label)}**", width="content")


def _lines(visit: Visit, group: Sequence[Any]) -> str:
    """Each statement: its value with the payer or the publisher, below it what is said and where.

    Beside an amount one reads who pays it; its publisher stands with the place in the source.
    """
    words = visit.words
    found = []
    for row in group:
        date = words.date(row.as_of_date) if row.as_of_date else words.gettext("undated")
        told = [date.replace(" ", SPACE)]
        told += [words.scope(row.scope)] if row.scope != "project" else []
        whose = document(row.publisher, row.url)
        place = muted(held(f"({row.locator})")) if row.locator else ""
        if hasattr(row, "funding_kind"):
            told.insert(0, words.funding_kind(row.funding_kind))
            rest = held(f", {row.locator})") if row.locator else ")"
            place = f"{muted('(')}:small[{whose}]{muted(rest)}"
            whose = literal(row.payer)
        head = [f"**{literal(held(value(row, words)))}**", f":small[{whose}]" if whose else ""]
        head.append(muted(DOT.join(told)))
        found.append(
            f"{' '.join(filter(None, head))}  \n:small[{literal(held(row.description))}] {place}"
        )
    return "\n\n".join(found)
