"""Disagreements as cards: the values set against each other, who says which, which one is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any, Final, Literal, NamedTuple

import streamlit as st

from lib.charts.text import width
from lib.figures.groups import KINDS, Group
from lib.model.rows import each
from lib.view import bookmark, printed
from lib.view.choices import carriers
from lib.view.kept import kept
from lib.view.navigation import link, titles
from lib.view.pages import paged
from lib.view.text import link as document
from lib.view.text import literal, muted
from lib.view.unbroken import JOINER, held
from lib.view.visit import Visit
from lib.wording import disagreements as texts
from lib.wording import values
from lib.wording.conventions import DOT
from lib.wording.findings import findings, subject

LETTERS: Final = 16  # pixels that a value is set in
CARD, STATEMENT = 420, 150  # pixels: narrower than this they stand below each other
MOST, WIDEST = 3, 4  # statements side by side in half the page, in all of it
PAGE_OF: Final = {
    "targets.places": "targets",
    "targets.people": "targets",
    "timeline.periods": "overview",
    "funding.co_funder_counts": "funding",
}


class _Card(NamedTuple):
    """A disagreement as its card writes it, in Markdown.

    ``subjects``: whom it is about, with the filter that leaves only them. ``widest``: pixels that
    no statement's column is narrower than.
    """

    subjects: tuple[tuple[str, dict[str, list[str]]], ...]
    finding: str
    behind: str
    statements: tuple[str, ...]
    widest: int
    reason: str


def sections(visit: Visit, groups: Sequence[Group]) -> None:
    """The cards under a heading for each kind, of the kind that the reader asks for."""
    words = visit.words
    names = texts.kinds(words)
    counts = {kind: sum(group.kind == kind for group in groups) for kind in KINDS}
    chosen = st.segmented_control(
        words.gettext("Kind of disagreement"),
        [kind for kind in KINDS if counts[kind]],
        default=bookmark.start(bookmark.KIND, KINDS, None),
        key=bookmark.KIND,
        format_func=lambda kind: f"{names[kind]} ({words.number(counts[kind])})",
        label_visibility="collapsed",
        persist_state="session",
    )
    for kind in KINDS:
        own = [group for group in groups if group.kind == kind]
        if own and chosen in (None, kind):
            st.subheader(literal(names[kind]), anchor=False)
            cards(visit, own, f"differ-{kind}")


def cards(visit: Visit, groups: Sequence[Group], name: str) -> None:
    """Disagreements side by side; of many a page."""
    paged(len(groups), visit.words, name, lambda some: _grid(visit, groups[some]))


def _grid(visit: Visit, groups: Sequence[Group]) -> None:
    grid = st.grid(min(2, len(groups)), min_column_width=CARD, border=True)
    for group in groups:
        span: Literal["all", 1] = "all" if len(group.rows) > MOST else 1
        with (
            grid.cell(column_span=span),
            st.container(gap="xsmall", key=f"differ-{group.group_id}"),
        ):
            _show(visit, group)


def _show(visit: Visit, group: Group) -> None:
    card = kept(visit, ("differ", group.group_id), lambda: _card(visit, group))
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        for name, more in card.subjects:
            if more:
                link(visit, "disagreements", name, **more)
            else:
                st.markdown(f":small[{literal(name)}]", width="content")
        for page in dict.fromkeys(PAGE_OF[name] for name in group.figures):
            link(visit, page, f"≠ {titles(visit.words)[page]}")
        if card.behind:
            st.markdown(card.behind, width="content")
    st.markdown(card.finding)
    with st.grid(min(len(card.statements), WIDEST), min_column_width=card.widest):
        for statement in card.statements:
            st.markdown(statement)
    if card.reason:
        st.markdown(card.reason)
    printed.cited(visit, group.rows["statement_id"], f"differ-{group.group_id}")


def _subjects(visit: Visit, group: Group) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Each whom a disagreement is about, once."""
    seen = set()
    for row in each(group.rows):
        name = subject(row, visit.words)
        if name in seen:
            continue
        seen.add(name)
        if row.project_id:
            yield name, {"partner": carriers(visit, row.project_id)}
        else:
            yield name, {"edition": [row.edition_id]} if row.edition_id else {}


def _card(visit: Visit, group: Group) -> _Card:
    words = visit.words
    first, *others = findings(group.rows, group.sums, words)
    more = DOT.join(words.of(one.subject, one.values) for one in others)
    behind = texts.key_figure(group.figures, words)
    return _Card(
        tuple(_subjects(visit, group)),
        "\n\n".join(
            [f"#### {literal(held(first.values))}", *([f":small[{literal(more)}]"] if more else [])]
        ),
        f":gray-badge[{literal(behind)}]" if behind else "",
        tuple(_statement(row, group, visit) for row in each(group.rows)),
        max([STATEMENT, *(_unbroken(_value(row, group, visit)) for row in each(group.rows))]),
        muted(" ".join(texts.reason(code, words) for code in group.reasons)),
    )


def _value(row: Any, group: Group, visit: Visit) -> str:
    """What a statement says, in pieces that no line parts."""
    return held(values.brief(row, visit.words, is_about_time=values.about_time(group.rows)))


def _unbroken(said: str) -> int:
    """How wide the longest of those pieces is, in pixels."""
    return max(ceil(width(one, LETTERS, 600)) for one in said.replace(JOINER, "").split(" "))


def _statement(row: Any, group: Group, visit: Visit) -> str:
    """A statement in lines: the value, who says so, when, what is said and where."""
    words = visit.words
    value = f"**{literal(_value(row, group, visit))}**"
    if row.is_headline and group.reasons != ("only",):
        first = words.gettext("shown first")
        value += f" :gray-badge[{literal(first)}]"
    told = " ".join([row.description, words.joined(values.names_in(row))]).strip()
    lines = [
        value,
        f":small[{document(row.publisher, row.url)}]",
        muted(texts.told(row, words)),
        f":small[{literal(held(told))}] {muted(held(f'({row.locator})'))}",
    ]
    return "  \n".join(lines)
