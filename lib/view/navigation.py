"""The pages, and links between them that carry the selection along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.view import filter_bar
from lib.view.device import is_phone
from lib.view.text import literal
from lib.view.visit import Visit
from lib.wording.words import Words

START = "overview"
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
    """The pages as Streamlit knows them, each under its own name, and the start page under "/".

    A link to the start page itself would have an empty address, which a new tab opens as the page
    it was clicked on.
    """
    return [_start(words), *(_page(words, name) for name in PAGES)]


def _start(words: Words) -> st.Page:
    return st.Page(_file(START), title=_title(words, START), url_path="start", default=True)


def _page(words: Words, name: str) -> st.Page:
    return st.Page(_file(name), title=_title(words, name), url_path=name)


def _title(words: Words, name: str) -> str:
    return f"{titles(words)[name]} · Scale Up Impact"


def _file(name: str) -> str:
    return f"../pages/{name}.py"


def bar(visit: Visit, here: st.Page) -> None:
    """The links to all pages, side by side; each keeps the filters in its address.

    ``here`` is the page that is shown.
    """
    first = _start(visit.words) if not here.url_path else _page(visit.words, START)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="navigation"):
        st.markdown("**Scale Up Impact**", width="content")
        if is_phone():
            with st.popover(visit.words.gettext("Menu"), width="content"):
                _links(visit, first)
        else:
            _links(visit, first)
        st.space("stretch")
        filter_bar.language(visit.words)


def _links(visit: Visit, first: st.Page) -> None:
    for name in PAGES:
        page = first if name == START else _page(visit.words, name)
        _link(visit, page, titles(visit.words)[name], {})


def link(
    visit: Visit, page: str, label: str, more: Mapping[str, Sequence[str]] | None = None
) -> None:
    """A link to a page under the same selection, with ``more`` parameters."""
    _link(visit, _page(visit.words, page), label, more or {})


def _link(visit: Visit, page: st.Page, label: str, more: Mapping[str, Sequence[str]]) -> None:
    query = visit.selection.query()
    query.pop("project", None)
    st.page_link(
        page,
        label=literal(label),
        query_params={**query, **{name: list(values) for name, values in more.items()}},
        width="content",
    )
