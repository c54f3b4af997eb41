"""Small panels that several pages share: titles, what differs, what was not found."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lib.charts import marks
from lib.figures import disagreements, funding, key, record
from lib.model.rows import each
from lib.view import card, table
from lib.view.navigation import link
from lib.view.plot import Pick
from lib.view.text import literal, muted
from lib.view.visit import Visit
from lib.view.world import choose_project
from lib.wording import disagreements as disagreement_words
from lib.wording import key as key_words
from lib.wording import record as record_words

COLUMNS = 3


def heading(text: str) -> None:
    """The heading of a panel."""
    st.markdown(f"#### {literal(text)}")


def page_title(text: str) -> None:
    """The title of a page: one finding."""
    st.title(literal(text), anchor=False)


def key_figures(visit: Visit) -> None:
    """The key figures as cards, three in a row."""
    rows = key.key_figures(visit.portfolio).to_dict("records")
    flow = funding.flow(visit.portfolio)
    named, _ = funding.co_funders_named(visit.portfolio)
    published = flow.loc[flow["is_published"] & ~flow["is_co_funder"].astype(bool), "low"].sum()
    for start in range(0, len(rows), COLUMNS):
        columns = st.columns(COLUMNS)
        for column, row in zip(columns, rows[start : start + COLUMNS], strict=False):
            with column:
                words = key_words.card(
                    {str(k): v for k, v in row.items()}, flow, named, visit.words
                )
                card.show(visit, {str(k): v for k, v in row.items()}, words, float(published))


def before_you_quote(visit: Visit, most: int = 3) -> None:
    """The first disagreements of the selection, and the way to all of them."""
    _ = visit.words.gettext
    with st.container(border=True, key="before-you-quote"):
        heading(_("Before you quote a figure"))
        count = disagreements.count(visit.portfolio)
        sums = disagreements.totals_against_parts(visit.portfolio)
        for row in each(sums[sums["is_disagreement"]].head(1)):
            st.markdown(literal(disagreement_words.total(row, visit.words)))
        groups = disagreements.weightiest(visit.portfolio)
        if not groups and not sums["is_disagreement"].any():
            groups = [rows for _, rows, _ in disagreements.by_group(visit.portfolio)]
        for group in groups[:most]:
            st.markdown(
                f":red-badge[≠] {literal(disagreement_words.group_title(group, visit.words))}"
            )
        if not count:
            st.markdown(muted(_("No two sources read contradict each other about this selection.")))
            return
        text = visit.words.ngettext("See {n} disagreement", "See all {n} disagreements", count)
        link(visit, "disagreements", text.format(n=visit.words.number(count)))


def not_found(visit: Visit) -> None:
    """What the record does not say, question by question."""
    _ = visit.words.gettext
    full = visit.portfolio.everything
    with st.container(border=True, key="not-found"):
        heading(_("What the record does not say"))
        lines = record_words.unknowns(
            record.coverage(visit.portfolio),
            len(full.sources),
            visit.words,
            is_page_only=visit.selection.evidence == "page",
        )
        if visit.portfolio.projects.empty:
            lines = [_("No project matches these filters.")]
        for line in lines:
            st.markdown(muted(line))
        link(visit, "sources", _("What is known of each project"))


def sentences(title: str, lines: Sequence[str], name: str) -> None:
    """A panel of sentences; nothing at all without one."""
    if not lines:
        return
    with st.container(border=True, key=f"panel-{name}"):
        heading(title)
        for line in lines:
            st.markdown(literal(line))


def listing(
    title: str,
    texts: pd.DataFrame,
    name: str,
    empty: str,
    links: dict[str, list[str]] | None = None,
    note: str = "",
) -> None:
    """A panel with a table; ``empty`` stands in for a table without rows, ``note`` stands below."""
    with st.container(border=True, key=f"panel-{name}"):
        heading(title)
        if texts.empty:
            st.markdown(muted(empty))
        else:
            table.show(texts, title, links)
        if note:
            st.markdown(muted(note))


def pick_project(visit: Visit) -> Pick:
    """What a click on a project's mark does: filter everything by its partners."""
    return lambda custom: choose_project(visit, str(custom[0]))


def co_funders(visit: Visit, named: Sequence[str], counted: float) -> None:
    """A cell for each co-funder there is said to be; full for those with a name."""
    if counted != counted:
        return
    words = visit.words
    text = words.ngettext(
        "{n} of {total} co-funders is named", "{n} of {total} co-funders are named", len(named)
    ).format(n=words.number(len(named)), total=words.number(counted))
    svg = marks.waffle(len(named), int(counted), visit.palette, text)
    with st.container(border=True, key="co-funders"):
        heading(text)
        st.markdown(f"![{literal(text)}]({marks.data_uri(svg)})")
        st.markdown(literal(words.joined(named)))
