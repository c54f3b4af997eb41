"""Small panels that several pages share: titles, what differs, what was not found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from lib.charts import marks
from lib.charts.key import MOST_DOTS
from lib.figures import flow, groups, key, record
from lib.view import address, card, choices, printed, table
from lib.view.device import is_phone
from lib.view.disclosure import apart
from lib.view.kept import kept
from lib.view.navigation import in_text, link
from lib.view.pages import WHOLE, paged
from lib.view.plot import Pick
from lib.view.text import literal, muted, titled
from lib.view.unbroken import held
from lib.view.visit import Reader, Visit
from lib.wording import headline as headline_words
from lib.wording import record as record_words
from lib.wording.findings import findings
from lib.wording.reading import no_disagreement, no_project


def heading(text: str) -> None:
    """The heading of a panel."""
    st.markdown(f"#### {literal(text)}")


def page_title(text: str) -> None:
    """The title of a page: one finding."""
    st.title(titled(text), anchor=False)


def finding(visit: Visit, name: str, make: Callable[[], str]) -> None:
    """The title of a page, made once a portfolio; where no project is left, that."""
    words = visit.words
    is_empty = visit.portfolio.projects.empty
    page_title(no_project(words) if is_empty else kept(visit, name, make))


def headline(visit: Visit) -> None:
    """The title of the first page: where the selection stands."""
    figures, links = key.key_figures(visit.portfolio), flow.flow(visit.portfolio)
    page_title(
        kept(visit, "headline", lambda: headline_words.headline(figures, links, visit.words))
    )


def key_figures(visit: Visit) -> None:
    """The key figures as cards, three in a row.

    They run again together when the panel of one opens: each apart would cost more than all.
    """
    made = kept(visit, "key_figures", lambda: card.cards(visit))

    def draw() -> None:
        for place, one in zip(card.in_rows(len(made)), made, strict=True):
            with place:
                card.show(visit, one)

    apart(draw)


def before_you_quote(visit: Visit, most: int = 4) -> None:
    """The first disagreements of the selection, and the way to all of them."""
    _ = visit.words.gettext
    with st.container(border=True, key="before-you-quote"):
        heading(_("Before you quote a figure"))
        found = groups.shown(visit.portfolio)
        lines = kept(visit, "before_you_quote", lambda: _differing(visit, found[:most]))
        if lines:
            st.markdown("\n\n".join(lines))
        count = len(found)
        if not count:
            st.markdown(muted(no_disagreement(visit.words)))
            return
        text = visit.words.ngettext("See {n} disagreement", "See all {n} disagreements", count)
        link(visit, "disagreements", text.format(n=visit.words.number(count)))


def _differing(visit: Visit, found: Sequence[groups.Group]) -> list[str]:
    """Whom some disagreements are about, with the values that differ."""
    first = [findings(one.rows, one.sums, visit.words)[0] for one in found]
    ways = [in_text(visit, "disagreements", held(one.values)) for one in first]
    return [
        f"{literal(one.subject)}  \n:small[:red[**{way}**]]"
        for one, way in zip(first, ways, strict=True)
    ]


def not_found(visit: Visit) -> None:
    """What the record does not say, question by question."""
    _ = visit.words.gettext
    with st.container(border=True, key="not-found"):
        heading(_("What the record does not say"))
        if visit.portfolio.projects.empty:
            st.markdown(muted(_("No project matches these filters.")))
        else:
            known = kept(visit, "known", lambda: _known(visit))
            st.table(known, border="horizontal",
                     alt=_("How many projects each question has an answer for"))  # fmt: skip
            st.markdown(muted(not_found_means(visit)))
        link(visit, "sources", _("What is known of each project"))


def _known(visit: Visit) -> dict[str, str]:
    """For each question a dot a project, full where the record answers it, and how many do."""
    rows, words = record.coverage(visit.portfolio), visit.words
    found = {}
    for name, question in record_words.questions(words).items():
        said = record_words.answered(rows, name, words)
        dots = marks.dots(rows[name].tolist(), visit.palette)
        drawn = f"![{literal(said)}]({marks.data_uri(dots)}) " if len(rows) <= MOST_DOTS else ""
        count = record_words.answered_count(rows, name, words)
        found[f":small[{literal(question)}]"] = f"{drawn}{muted(held(count))}"
    return found


def not_found_means(visit: Visit) -> str:
    """What it means that something was not found."""
    return held(record_words.meaning(len(visit.portfolio.everything.sources), visit.words))


def sentences(visit: Visit, title: str, lines: Callable[[], Sequence[str]], name: str) -> None:
    """A panel of sentences, made once a portfolio; of many a page, of none nothing at all."""
    said = kept(visit, name, lines)
    if not said:
        return
    with st.container(border=True, key=f"panel-{name}"):
        heading(title)
        paged(len(said), visit.words, name, lambda some: _written(said[some]))


def _written(lines: Sequence[str]) -> None:
    for line in lines:
        st.markdown(literal(held(line)))


def listing(
    visit: Visit,
    title: str,
    rows: pd.DataFrame,
    write: table.Write,
    name: str,
    empty: str,
    links: Mapping[str, str] | None = None,
    note: str = "",
) -> None:
    """A panel with a table of ``rows``, of which ``write`` makes texts.

    They are made once a portfolio under the panel's ``name``. ``links`` gives for a heading the
    column of ``rows`` with the addresses that its cells lead to. ``empty`` stands in for a table
    without rows, ``note`` stands below.
    """

    def texts(some: slice) -> pd.DataFrame:
        return _written_rows(visit, rows.iloc[some], write)

    def keep(some: slice, make: Callable[[], table.Said]) -> table.Said:
        return kept(visit, (name, some.start, some.stop, is_phone()), make)

    addresses = {heading: rows[column].tolist() for heading, column in (links or {}).items()}
    if "source_id" in rows and len(rows) <= WHOLE:
        printed.read(visit, rows["source_id"])
    with st.container(border=True, key=f"panel-{name}"):
        heading(title)
        if rows.empty:
            st.markdown(muted(empty))
        else:
            table.show(len(rows), texts, visit.words, name, addresses,
                       choices.Chooser(visit, rows), keep)  # fmt: skip
        if note:
            st.markdown(muted(note))


def _written_rows(visit: Visit, rows: pd.DataFrame, write: table.Write) -> pd.DataFrame:
    """The texts of some rows; the name of a single project leads to its profile."""
    texts, heading = write(rows, visit.words), visit.words.gettext("Project")
    if heading not in texts or "project_id" not in rows:
        return texts
    names = zip(texts[heading], rows["project_id"], strict=True)
    cells = [
        in_text(visit, "projects", name, project=[one]) if one else name for name, one in names
    ]
    return texts.assign(**{heading: pd.Series(cells, index=texts.index, dtype=object)})


def pick_project(visit: Reader) -> Pick:
    """What a click on a project's mark does: filter everything by its partners.

    On the mark of an edition, which has no project before it, by that edition.
    """

    def pick(custom: Sequence[Any]) -> None:
        project_id, *edition_ids = map(str, custom)
        if project_id:
            choices.choose_project(visit, project_id)
        else:
            address.choose("edition", edition_ids)

    return pick
