"""The pages, and links between them that carry the selection along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.view import filter_bar
from lib.view.address import parameters
from lib.view.text import literal
from lib.view.visit import Visit
from lib.wording.words import Words

PAGES = ("overview", "funding", "targets", "map", "projects", "disagreements", "sources")


def titles(words: Words) -> dict[str, str]:
    """What each page is called."""
    _ = words.gettext
    return {
        "overview": _("Overview"),
        "funding": _("Funding"),
        "targets": _("Targets and results"),
        "map": _("Map"),
        "projects": _("Projects"),
        "disagreements": _("Disagreements"),
        "sources": _("Data and sources"),
    }


def pages(words: Words) -> list[st.Page]:
    """The pages as Streamlit knows them; the first is the start page."""
    return [
        st.Page(f"../pages/{name}.py", title=title, url_path=name, default=name == PAGES[0])
        for name, title in titles(words).items()
    ]


def bar(visit: Visit) -> None:
    """The links to all pages, side by side; each keeps the filters in its address."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="navigation"):
        st.markdown("**Scale Up Impact**", width="content")
        for name in PAGES:
            link(visit, name, titles(visit.words)[name])
        st.space("stretch")
        filter_bar.language(visit.words)


def link(
    visit: Visit, page: str, label: str, more: Mapping[str, Sequence[str]] | None = None
) -> None:
    """A link to a page under the same selection, with ``more`` parameters."""
    query = parameters(visit.selection)
    query.pop("project", None)
    st.page_link(
        f"../pages/{page}.py",
        label=literal(label),
        query_params={**query, **{name: list(values) for name, values in (more or {}).items()}},
        width="content",
    )
