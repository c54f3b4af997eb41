"""The frame around every page: language, navigation, filters, what is selected in words."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.charts.theme import palette
from lib.model import store
from lib.model.faults import FaultyTables
from lib.model.languages import LANGUAGES
from lib.view import address, faults, filter_bar, language, navigation, notices, own, printed
from lib.view.copy_link import copy_link
from lib.view.kept import kept
from lib.view.narrowed import narrowed
from lib.view.text import literal, muted
from lib.view.visit import Visit, begin
from lib.wording import selection as selection_words
from lib.wording.catalogue import preferred
from lib.wording.selection import Chosen
from lib.wording.words import Words, words

_ICON = Path(__file__).parents[1] / "static" / "icon.png"


def run() -> None:
    """Draw the frame, then the page that was asked for; faults instead, when tables have any."""
    st.set_page_config(page_icon=_ICON, layout="wide")
    mine = own.held()
    try:
        standing = mine.standing if mine else store.standing()
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
        standing=standing,
        portfolio=narrowed(tables, selection, mine.kept if mine else None),
        words=speech,
        palette=palette(st.context.theme.type == "dark"),
        selection=selection,
        own=mine.kept if mine else None,
    )
    begin(visit)
    navigation.bar(visit, page)
    language.say(speech)
    notices.show(visit)
    filter_bar.show(visit.portfolio.everything, selection.active_count, speech)
    with st.container():  # whatever it says, the page below keeps its place, and the focus in it
        _summary(visit)
    page.run()
    navigation.onward(visit, page)
    printed.documents(visit)


def _summary(visit: Visit) -> None:
    """What is selected, in a sentence, with what the filters cannot do and one reset."""
    portfolio, speech = visit.portfolio, visit.words
    ignored = address.ignored()
    if ignored:
        st.warning(literal(selection_words.ignored(ignored, speech)), icon="⚠️")
    chosen, sentence = kept(visit, "summary", lambda: _said(visit))
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="summary"):
        st.markdown(muted(sentence), width="content")
        if chosen:
            filter_bar.chips(chosen, speech, visit.palette)
            filter_bar.reset_button(speech)
        copy_link(visit)
    for caveat in selection_words.caveats(portfolio, speech):
        st.markdown(muted(caveat))


def _said(visit: Visit) -> tuple[list[Chosen], str]:
    portfolio, speech = visit.portfolio, visit.words
    return selection_words.chosen(portfolio, speech), selection_words.sentence(portfolio, speech)


def _without_tables(error: FaultyTables) -> None:
    asked = st.query_params.get("lang")
    speech: Words = words(asked if asked in LANGUAGES else preferred(st.context.locale))
    language.say(speech)
    pages = navigation.pages(speech)
    st.navigation(pages, position="hidden")
    faults.show(error.faults, speech)
