"""What changed: an earlier version to be chosen, then both held against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import pandas as pd
import streamlit as st

from lib.figures import changes, registers
from lib.model import store, versions
from lib.model.earlier import Earlier, Sides, earlier
from lib.model.faults import Fault, FaultyTables
from lib.view import card, cite, faults, panels, since, table
from lib.view.bookmark import VERSION
from lib.view.disclosure import apart
from lib.view.dropped import dropped
from lib.view.kept import kept
from lib.view.text import literal, muted
from lib.view.unbroken import held
from lib.view.visit import Visit
from lib.wording import changed as rows_of
from lib.wording import changes as texts
from lib.wording.card import Card
from lib.wording.nouns import nouns
from lib.wording.words import Words


def page(visit: Visit) -> None:
    """What changed since the version that was chosen; without one, the ways to choose it."""
    if visit.since:
        _compared(visit.apart(), visit.since)
    else:
        _choice(visit)


def _choice(visit: Visit) -> None:
    _ = visit.words.gettext
    panels.page_title(_("What changed"))
    for line in texts.introduction(visit.words):
        st.markdown(muted(line))
    kept_here = versions.listed(store.place())
    _tell_unknown(visit, kept_here)
    refused = _version(visit, kept_here) if kept_here else ()
    found = dropped(_("An earlier Data Package, or its tables"), "earlier", _read)
    if isinstance(found, Earlier):
        since.hold(found)
        st.rerun()
    if found or refused:
        faults.refusal(found or refused, visit.words)


def _tell_unknown(visit: Visit, found: Mapping[str, Path]) -> None:
    """Say that no version is called as an address asks, and ask for none."""
    asked = st.session_state.get(VERSION)
    if asked and asked not in found:
        del st.session_state[VERSION]
        said = visit.words.gettext("No version “{name}” is kept here.").format(name=asked)
        st.warning(literal(said), icon="⚠️")


def _version(visit: Visit, found: dict[str, Path]) -> tuple[Fault, ...]:
    """The versions that are kept beside the tables; why the one that was chosen is of no use."""
    name = st.selectbox(
        visit.words.gettext("A version that is kept here"), [*found], index=None, key=VERSION,
        format_func=lambda one: texts.version(one, visit.words),
        placeholder=visit.words.gettext("Choose a version"),
    )  # fmt: skip
    if name in found:
        try:
            since.hold(versions.opened(found[name]), name)
        except FaultyTables as error:
            return error.faults
        st.rerun()
    return ()


def _read(files: Mapping[str, bytes]) -> Earlier:
    only = next(iter(files)) if len(files) == 1 else ""
    return earlier(files, PurePosixPath(only).stem)


def _compared(visit: Visit, held: since.Since) -> None:
    """Key figures, statements, everything else, then and now."""
    _, words = visit.words.gettext, visit.words
    both = held.sides(visit.portfolio)
    if both.are_unlike:
        panels.page_title(texts.of_another(words))
        _head(texts.not_compared(both, words), words, is_refused=True)
        return
    lacking = both.lacking
    said: pd.DataFrame = kept(
        visit, "said", lambda: changes.statements(both.then, both.now, lacking)
    )
    rest: pd.DataFrame = kept(
        visit, "rest", lambda: registers.changes(both.then, both.now, lacking)
    )
    found = [changes.counts(rows) for rows in (said, rest)]
    panels.page_title(texts.title(found, both, words))
    _head(texts.lead(both, words), words)
    _figures(visit, both)
    _listing(visit, _("Statements"), said, rows_of.statements_table, "changes.statements",
             _("No statement was added, removed or changed."))  # fmt: skip
    _listing(visit, _("Projects, partners, places, sources"), rest, rows_of.registers_table,
             "registers.changes", _("Nothing else was added, removed or changed."))  # fmt: skip


def _head(said: Sequence[str], words: Words, *, is_refused: bool = False) -> None:
    """What is compared, or why nothing is, with the way to choose another version."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="since"):
        with st.container(width="stretch"):
            for line in said:
                if is_refused:
                    st.warning(literal(line), icon="⚠️")
                else:
                    st.markdown(literal(held(line)))
        again = words.gettext("Compare with another version")
        st.button(again, key="let-go", on_click=since.let_go)


def _figures(visit: Visit, both: Sides) -> None:
    """The key figures as cards: what each is now, and what it was."""
    words = visit.words
    rows = changes.key_figures(both.then, both.now)
    records: list[dict[str, Any]] = rows.to_dict("records")  # type: ignore[assignment]
    for place, row in zip(card.in_rows(len(records)), records, strict=True):
        name = f"then-{row['figure_id']}{row['currency_code']}"
        noun, now = nouns(words)[row["figure_id"]], rows_of.figure(row, words)
        beside, before = rows_of.evidence(row, words), rows_of.before(row, words)
        with place, card.framed(name, Card(noun, now, beside, before, "", "")):
            if row["is_changed"] or row["statement_ids"]:
                with card.foot(name):
                    if row["is_changed"]:
                        st.badge(literal(rows_of.happened(row, words)), color="gray")
                    apart(partial(cite.sources, visit, row["statement_ids"], name))


def _listing(
    visit: Visit, title: str, rows: pd.DataFrame, write: table.Write, name: str, empty: str
) -> None:
    """A panel of rows; a project that is gone has no profile to lead to."""
    known = rows["project_id"].isin(visit.portfolio.everything.projects["project_id"])
    shown = rows.assign(project_id=rows["project_id"].where(known, ""))
    panels.listing(visit, title, shown, write, name, empty,
                   {visit.words.gettext("Publisher"): "url"})  # fmt: skip
