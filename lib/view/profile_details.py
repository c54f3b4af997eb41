"""What profiles keep folded: every statement, place, organisation and document of a project."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.figures import places, shared_money
from lib.figures import project as figures
from lib.model.portfolio import Portfolio
from lib.view import bookmark, printed, table
from lib.view.kept import kept
from lib.view.pages import WHOLE
from lib.view.text import literal, muted
from lib.view.visit import Visit
from lib.wording import project as texts
from lib.wording import record as record_words
from lib.wording import sum_check
from lib.wording.reading import not_found
from lib.wording.words import Words


class _Detail(NamedTuple):
    """A kind of detail: its name, its rows for a project, how they are written, what they link."""

    name: str
    title: str
    rows: Callable[[Portfolio], pd.DataFrame]
    write: table.Write
    links: Mapping[str, str]
    is_brief: bool = False


def show(visit: Visit, projects: Sequence[Portfolio]) -> None:
    """Each kind of detail behind its name; that of several projects side by side.

    ``projects`` are portfolios of one project each. On paper everything is unfolded.
    """
    words, _ = visit.words, visit.words.gettext
    st.subheader(literal(_("All that was found")), anchor=False)
    empty: list[str] = []
    for detail in _details(words, is_brief=len(projects) > 1):
        found = [detail.rows(one) for one in projects]
        count = sum(map(len, found))
        if not count:
            empty.append(detail.title)
            continue
        with _fold(f"{literal(detail.title)} ({words.number(count)})", detail.name):
            _abreast(visit, projects, partial(_rows, detail=detail))
    found = [shared_money.not_attributable(one) for one in projects]
    shared = [
        sum_check.not_attributable(rows, shared_money.perhaps_inside(one), words)
        for rows, one in zip(found, projects, strict=True)
    ]
    if any(shared):
        title = _("Money for more than this project")
        if len(projects) > 1:
            title = _("Money for more than one project")
        with _fold(literal(title), "shared"):
            _abreast(visit, projects, _shared)
    if empty:
        missing = not_found(words).rstrip(".")
        st.markdown(muted(words.of(missing, words.joined(empty))))


def _fold(label: str, name: str) -> DeltaGenerator:
    key = f"detail-{name}"
    return st.expander(label, expanded=bookmark.opens(key), key=key)


def _details(words: Words, *, is_brief: bool) -> Sequence[_Detail]:
    _ = words.gettext
    headings = {
        "targets": _("Targets"),
        "results": _("Results"),
        "milestones": _("Dates"),
        "context": _("About the projects") if is_brief else _("About the project"),
    }
    said = partial(texts.statements_table, is_brief=is_brief)
    publisher = {_("Publisher"): "url"}
    return (
        *(
            _Detail(name, title, partial(_statements, name=name), said, publisher, is_brief)
            for name, title in headings.items()
        ),
        _Detail("money", _("Money"), figures.money, partial(texts.money_table, is_brief=is_brief),
                publisher, is_brief),
        _Detail("sites", _("Places"), places.sites, texts.sites_table, publisher),
        _Detail("partners", _("Organisations"), figures.partners, texts.partners_table, {}),
        _Detail("sources", _("Sources"), figures.sources,
                partial(record_words.sources_table, is_brief=is_brief), {_("Source"): "url"},
                is_brief),
    )  # fmt: skip


def _statements(one: Portfolio, name: str) -> pd.DataFrame:
    return figures.statements(one, name)


def _abreast(visit: Visit, projects: Sequence[Portfolio], draw: Callable[..., Any]) -> None:
    """Draw something of each project; of several under their names, in a column each."""
    if len(projects) == 1:
        draw(replace(visit, portfolio=projects[0]))
        return
    for column, one in zip(st.columns(len(projects)), projects, strict=True):
        with column:
            st.markdown(f"**{literal(one.projects['name'].iloc[0])}**")
            draw(replace(visit, portfolio=one))


def _rows(visit: Visit, detail: _Detail) -> None:
    """The details of one project as a table."""
    rows, words = detail.rows(visit.portfolio), visit.words
    if rows.empty:
        st.markdown(muted(not_found(words)))
        return
    (project_id,) = visit.portfolio.projects["project_id"]
    key = f"{detail.name}-{project_id}"
    if "source_id" in rows and len(rows) <= WHOLE:
        is_place = "status_source_id" in rows
        printed.read(visit, places.documents(rows) if is_place else rows["source_id"])

    def texts_of(some: slice) -> pd.DataFrame:
        write = detail.write
        return kept(
            visit,
            (key, detail.is_brief, some.start, some.stop),
            lambda: write(rows.iloc[some], words),
        )

    links = {heading: rows[column].tolist() for heading, column in detail.links.items()}
    table.show(len(rows), texts_of, words, key, links)


def _shared(visit: Visit) -> None:
    """Money for more than one project, in sentences."""
    shared = shared_money.not_attributable(visit.portfolio)
    inside = shared_money.perhaps_inside(visit.portfolio)
    for line in kept(
        visit, "shared-money", lambda: sum_check.not_attributable(shared, inside, visit.words)
    ):
        st.markdown(literal(line))
