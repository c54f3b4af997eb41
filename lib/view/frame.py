"""The frame around every page: language, navigation, filters, what is selected in words."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.charts.theme import DARK, palette
from lib.model import store
from lib.model.faults import FaultyTables
from lib.model.languages import LANGUAGES
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.view import address, faults, filter_bar, navigation
from lib.view.text import literal, muted
from lib.view.visit import Visit, begin
from lib.wording import selection as selection_words
from lib.wording.catalogue import preferred
from lib.wording.words import Words, words

_ICON = Path(__file__).parents[1] / "static" / "icon.png"
_DARK_STYLE = Path(__file__).with_name("dark.css")


def run() -> None:
    """Draw the frame, then the page that was asked for; faults instead, when tables have any."""
    st.set_page_config(page_icon=_ICON, layout="wide")
    try:
        standing = store.standing()
    except FaultyTables as error:
        _without_tables(error)
        return
    tables = standing.package.portfolio
    address.adopt(tables.options())
    selection = address.selected()
    speech = words(selection.language)
    page = st.navigation(navigation.pages(speech), position="hidden")
    address.write(selection)
    visit = Visit(
        package=standing.package,
        portfolio=narrowed(tables, selection),
        words=speech,
        palette=palette(st.context.theme.type == "dark"),
        selection=selection,
    )
    if visit.palette is DARK:
        st.html(_DARK_STYLE)
    begin(visit)
    navigation.bar(visit, page)
    filter_bar.show(visit.portfolio.everything, selection.active_count, speech)
    _summary(visit)
    page.run()


@st.cache_resource(max_entries=128, show_spinner=False)
def _select(fingerprint: str, selection: Selection, _tables: Portfolio) -> Portfolio:
    """One narrowed portfolio a selection; the fingerprint stands for the tables."""
    del fingerprint
    return _spoken(_tables.fingerprint, selection.language, _tables).select(selection)


@st.cache_resource(max_entries=8, show_spinner=False)
def _spoken(fingerprint: str, language: str, _tables: Portfolio) -> Portfolio:
    del fingerprint
    return _tables.in_language(language)


def narrowed(tables: Portfolio, selection: Selection) -> Portfolio:
    """The portfolio for the pages: a profile's project does not narrow the other pages."""
    return _select(tables.fingerprint, selection.with_values("project", ()), tables)


def _summary(visit: Visit) -> None:
    """What is selected, in a sentence, with what the filters cannot do and one reset."""
    portfolio, speech = visit.portfolio, visit.words
    ignored = address.ignored()
    if ignored:
        st.warning(literal(selection_words.ignored(ignored, speech)), icon="⚠️")
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="summary"):
        st.markdown(muted(selection_words.sentence(portfolio, speech)), width="content")
        if portfolio.selection.is_filtered:
            filter_bar.reset_button(speech)
    for caveat in selection_words.caveats(portfolio, speech):
        st.markdown(muted(caveat))


def _without_tables(error: FaultyTables) -> None:
    language = st.query_params.get("lang") or preferred(st.context.locale)
    speech: Words = words(language if language in LANGUAGES else "en")
    pages = navigation.pages(speech)
    st.navigation(pages, position="hidden")
    faults.show(error.faults, speech)
