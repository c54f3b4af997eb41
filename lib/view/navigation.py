"""The pages, and links between them that carry the selection along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import urlencode

import streamlit as st

from lib.model import engine
from lib.model.faults import count
from lib.view import language, masthead, printed
from lib.view.bookmark import SEARCH
from lib.view.device import is_phone
from lib.view.text import Marked, literal, muted
from lib.view.visit import Reader, Visit
from lib.wording.faults import doubts_title
from lib.wording.words import Words

PROFILES = "projects"  # the only page that single projects narrow
WORDS = "words"  # explains the others, and is no step on the way through them
TOTALS = "totals"
PAGES = ("overview", "funding", "targets", "map", "projects", "disagreements", "sources")
BESIDE = ("check", "changes", "own")  # reached from other pages, not from the bar
UNFILTERED = (WORDS, "check", "own")  # no filter changes what they say
_START, _PAGES = "", "pages"


def names() -> tuple[str, ...]:
    """The pages there are, the start page first: one where only sums are known, else all others."""
    return (TOTALS,) if engine.is_rolled_up() else PAGES


def beside_names() -> tuple[str, ...]:
    """Pages reached from others; none where only sums are known."""
    return () if engine.is_rolled_up() else BESIDE


def addresses() -> tuple[str, ...]:
    """Every page that can be asked for by its name."""
    return (*names(), WORDS, *beside_names())


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
        WORDS: _("What words mean"),
        TOTALS: _("Totals"),
    }


def _beside(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "check": _("Check of the tables"),
        "changes": _("What changed"),
        "own": _("Try your own tables"),
    }


def pages(words: Words, portfolio: str) -> list[st.Page]:
    """The pages as Streamlit knows them, each under its own name, and the start page under "/".

    ``portfolio`` is what the portfolio is called.

    A link to the start page itself would have an empty address, which a new tab opens as the page
    it was clicked on.
    """
    start, called = names()[0], titles(words) | _beside(words)
    title = {name: f"{called[name]} · {portfolio}" for name in addresses()}
    made = {name: st.Page(_file(name), title=title[name], url_path=name) for name in title}
    made[_START] = st.Page(_file(start), title=title[start], url_path="start", default=True)
    st.session_state[_PAGES] = made  # a link each to one of them stands on a page some thirty times
    return [made[_START], *(made[name] for name in title)]


def _page(name: str) -> st.Page:
    """A page of :func:`pages`, or the one under "/"."""
    found: dict[str, st.Page] = st.session_state[_PAGES]
    return found[name]


def _file(name: str) -> str:
    return f"../pages/{name}.py"


def bar(visit: Reader, here: st.Page, search: Callable[[], None]) -> None:
    """The links to all pages, side by side; each keeps the filters in its address.

    ``here`` is the page that is shown, ``search`` draws the way to look for something.
    """
    first = _page(names()[0] if here.url_path else _START)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="navigation"):
        st.markdown(masthead.said(visit), width="content")
        printed.today(visit)
        if is_phone():
            with (
                st.popover(visit.words.gettext("Menu"), width="content"),
                st.container(gap="xsmall", key="pages"),
            ):
                _links(visit, first)
        else:
            with st.container(horizontal=True, gap="small", width="content", key="pages"):
                _links(visit, first)
        st.space("stretch")
        with st.container(
            horizontal=True, gap="small", vertical_alignment="center", width="content", key="aside"
        ):
            search()
            language.choice(visit.words)


def _links(visit: Reader, first: st.Page) -> None:
    every, called = names(), titles(visit.words)
    for name in every:
        _link(visit, first if name == every[0] else _page(name), called[name])


def beside(visit: Visit) -> None:
    """The ways to the pages that are not in the bar, with what is doubtful in the tables."""
    doubtful = count(visit.package.doubts)
    if doubtful:
        st.markdown(muted(doubts_title(doubtful, visit.words)))
    with st.container(horizontal=True, gap="small", key="beside"):
        for name, title in _beside(visit.words).items():
            link(visit, name, title)


def link(visit: Reader, page: str, label: str, **parameters: Sequence[str]) -> None:
    """A link to a page under the same selection, with some filters set to other values.

    The parameter ``search`` holds what the page of sources is to look for.
    """
    _link(visit, _page(page), label, **parameters)


def go(visit: Reader, page: str) -> None:
    """Show another page in the place of this one, under the same selection."""
    query = {name: list(values) for name, values in visit.selection.query().items()}
    st.switch_page(_page(page), query_params=query)


def words_link(visit: Reader) -> None:
    """A link to the page that says what words mean."""
    link(visit, WORDS, titles(visit.words)[WORDS])


def in_text(visit: Reader, page: str, label: object, **filters: Sequence[str]) -> Marked:
    """The same link for a cell of a table: Markdown, which inside.js keeps in its tab."""
    return Marked(f"[{literal(label)}]({href(visit, page, **filters)})")


def href(visit: Reader, page: str, **filters: Sequence[str]) -> str:
    """The address of a page under the same selection, with some filters set to other values."""
    selection = visit.selection.with_values("project", ())
    for name, values in filters.items():
        selection = selection.with_values(name, values)
    return f"{page}?{urlencode(selection.query(), doseq=True)}"


def _link(visit: Reader, page: st.Page, label: str, **parameters: Sequence[str]) -> None:
    selection = visit.selection.with_values("project", ())
    query = {name: list(parameters.pop(name)) for name in (SEARCH,) if name in parameters}
    for name, values in parameters.items():
        selection = selection.with_values(name, values)
    query |= selection.query()
    st.page_link(page, label=literal(label), query_params=query, width="content")
