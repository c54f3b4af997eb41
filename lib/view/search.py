"""Looking for a project, a partner, a place, a source or a statement, from every page."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from lib.charts import marks
from lib.model.matching import fold, holding
from lib.model.selection import MOST_PROJECTS
from lib.view.choices import carriers
from lib.view.device import is_phone
from lib.view.kept import kept
from lib.view.navigation import link
from lib.view.text import literal, muted
from lib.view.visit import Reader, Visit
from lib.wording import search as words_of
from lib.wording.conventions import SPACE

MOST = 4  # findings of a kind, unless all are asked for
_OPENED = "find-opened"


def search(visit: Reader) -> None:
    """A button that opens the search; whoever follows a finding has left it.

    Where only sums are known there is nothing with a name.
    """
    if not isinstance(visit, Visit):
        return
    word = visit.words.gettext("Search")
    label = f"![{literal(word)}]({marks.data_uri(marks.lens(visit.palette))})"
    label = label if is_phone() else f"{label} {literal(word)}"
    if st.button(label, key="find", type="tertiary"):
        st.dialog(literal(word), width="medium")(_panel)(visit)


def _panel(visit: Visit) -> None:
    """What is typed, and the links to what holds it."""
    _ = visit.words.gettext
    typed = st.text_input(
        _("Search"), key="find-words", type="search", live=True,
        placeholder=_("words, places, names, numbers …"), label_visibility="collapsed",
    )  # fmt: skip
    searched = _("Projects, partners, places, sources, statements; all, whatever is filtered.")
    if not typed or not typed.strip():
        st.markdown(muted(searched))
        return
    found = findings(visit, typed)
    if found.empty:
        st.markdown(muted(_("Nothing holds all of these words.")))
        st.markdown(muted(searched))
    counts = {kind: int((found["kind"] == kind).sum()) for kind in words_of.KINDS}
    titles = words_of.kinds(counts, visit.words)
    for kind, rows in found.groupby("kind", sort=False):
        st.markdown(f"#### {literal(titles[str(kind)])}")
        most = len(rows) if _opened() == (kind, typed) else MOST
        with st.container(gap="xxsmall", key=f"found-{kind}"):
            for code, label in zip(rows["code"][:most], rows["label"][:most], strict=True):
                _lead(visit, str(kind), code, label)
            _more(visit, str(kind), len(rows) - most, typed)


def findings(visit: Visit, typed: str) -> pd.DataFrame:
    """What holds all words that were typed (columns of the index), best first within its kind."""
    full = replace(visit, portfolio=visit.portfolio.everything)
    rows = kept(full, "index", lambda: words_of.index(full.portfolio, full.words))
    found = rows[holding(rows["text"], typed)]
    begins = found["text"].str.startswith(fold(typed.strip()))
    order = found.assign(rank=found["kind"].map(words_of.KINDS.index), begins=~begins)
    return order.sort_values(["rank", "begins"], kind="stable")


def _lead(visit: Visit, kind: str, code: str, label: str) -> None:
    """The link of a finding: to the profile, the filter, the map or the statements."""
    if kind == "project":
        link(visit, "projects", label, project=[code])
    elif kind == "partner":
        _lead_to_partner(_unfiltered(visit), code, label)
    elif kind == "place":
        link(_unfiltered(visit), "map", label, partner=carriers(visit, code))
    else:
        link(_unfiltered(visit), "sources", label, search=[code])


def _lead_to_partner(visit: Visit, code: str, label: str) -> None:
    """To the filter of who carries projects, the projects of any other, else where it is named.

    More projects than stand side by side are a filter by those who carry them.
    """
    links = visit.portfolio.everything.project_partners
    projects = links.loc[links["partner_id"] == code, "project_id"].tolist()
    if code in visit.portfolio.options()["partner"]:
        link(visit, "overview", label, partner=[code])
    elif len(projects) > MOST_PROJECTS:
        beside = [own for project in projects for own in carriers(visit, project)]
        link(visit, "overview", label, partner=list(dict.fromkeys(beside)))
    elif projects:
        link(visit, "projects", label, project=projects)
    else:
        link(visit, "sources", label, search=[label])


def _more(visit: Visit, kind: str, count: int, typed: str) -> None:
    """The way to those that are not listed: statements have a page, others open here."""
    if count <= 0:
        return
    said = visit.words.ngettext("{n} more", "{n} more", count).format(n=visit.words.number(count))
    if kind == "statement":
        link(_unfiltered(visit), "sources", f"{said}{SPACE}→", search=[typed])
    else:
        st.button(literal(said), key=f"more-{kind}", type="tertiary",
                  on_click=_open, args=(kind, typed))  # fmt: skip


def _open(kind: str, typed: str) -> None:
    st.session_state[_OPENED] = (kind, typed)


def _opened() -> object:
    """The kind whose findings are all listed, with the words they were found by."""
    return st.session_state.get(_OPENED)


def _unfiltered(visit: Visit) -> Visit:
    """What was found may lie outside of the selection: it is shown without the filters."""
    return replace(visit, selection=visit.selection.without_filters())
