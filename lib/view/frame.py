"""The frame around every page: language, navigation, filters, what is selected in words."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.charts.theme import DARK, palette
from lib.figures import totals
from lib.model import engine, store
from lib.model.faults import FaultyTables
from lib.model.ledger import Ledger
from lib.model.options import options
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.view import address, faults, filter_bar, navigation
from lib.view.text import literal, muted
from lib.view.visit import TotalsVisit, Visit, begin
from lib.wording import selection as selection_words
from lib.wording.catalogue import LANGUAGES, preferred
from lib.wording.words import Words, words

_ICON = Path(__file__).parents[1] / "static" / "icon.png"
_DARK_STYLE = Path(__file__).with_name("dark.css")


def run() -> None:
    """Draw the frame, then the page that was asked for; faults instead, when tables have any."""
    st.set_page_config(page_icon=_ICON, layout="wide")
    try:
        tables = engine.current() if engine.is_rolled_up() else store.current()
    except FaultyTables as error:
        _without_tables(error)
        return
    address.adopt(options(tables.registers if isinstance(tables, Ledger) else tables))
    selection = address.selected()
    speech = words(selection.language)
    page = st.navigation(navigation.pages(speech), position="hidden")
    address.write(selection)
    visit = _visit(tables, selection, speech)
    if visit.palette is DARK:
        st.html(_DARK_STYLE)
    begin(visit)
    navigation.bar(visit, page)
    filter_bar.show(visit.registers, selection.active_count, speech)
    _summary(visit)
    page.run()


def _visit(tables: Portfolio | Ledger, selection: Selection, speech: Words) -> Visit | TotalsVisit:
    colours = palette(st.context.theme.type == "dark")
    if isinstance(tables, Ledger):
        return TotalsVisit(tables, speech, colours, selection.with_values("project", ()))
    return Visit(narrowed(tables, selection), speech, colours, selection)


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


def _summary(visit: Visit | TotalsVisit) -> None:
    """What is selected, in a sentence, with what the filters cannot do and one reset."""
    speech, ignored = visit.words, address.ignored()
    if ignored:
        told = selection_words.ignored(ignored, speech, is_rolled_up=engine.is_rolled_up())
        st.warning(literal(told), icon="⚠️")
    sentence, caveats = _said(visit)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="summary"):
        st.markdown(muted(sentence), width="content")
        if visit.selection.with_values("project", ()).is_filtered:
            filter_bar.reset_button(speech)
    for caveat in caveats:
        st.markdown(muted(caveat))


def _said(visit: Visit | TotalsVisit) -> tuple[str, list[str]]:
    """The sentence of the selection, and what a filter cannot do."""
    speech = visit.words
    if isinstance(visit, Visit):
        narrow = visit.portfolio
        return selection_words.sentence(narrow, speech), selection_words.caveats(narrow, speech)
    ledger, chosen = visit.ledger, visit.selection
    size = totals.size(ledger, chosen)
    rest = selection_words.also_elsewhere(totals.also_elsewhere(ledger, chosen), speech)
    return selection_words.said(chosen, visit.registers, size, speech), [rest] if rest else []


def _without_tables(error: FaultyTables) -> None:
    language = st.query_params.get("lang") or preferred(st.context.locale)
    speech: Words = words(language if language in LANGUAGES else "en")
    pages = navigation.pages(speech)
    st.navigation(pages, position="hidden")
    faults.show(error.faults, speech)
