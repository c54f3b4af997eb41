"""The frame around every page: language, navigation, filters, what is selected in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.charts.theme import palette
from lib.figures import project, totals
from lib.model import engine, store
from lib.model.faults import FaultyTables
from lib.model.keeper import Standing
from lib.model.languages import LANGUAGES
from lib.model.ledger import Ledger
from lib.model.selection import Ignored, Selection
from lib.view import (
    address,
    bookmark,
    faults,
    filter_bar,
    language,
    lost,
    navigation,
    nothing,
    notices,
    own,
    printed,
    room,
    search,
    since,
)
from lib.view.board_pack import board_pack
from lib.view.copy_link import copy_link
from lib.view.kept import kept
from lib.view.narrowed import narrowed
from lib.view.onward import onward
from lib.view.reconnect import reconnect
from lib.view.text import literal, muted
from lib.view.unbroken import found, held
from lib.view.visit import TotalsVisit, Visit, begin
from lib.wording import selection as selection_words
from lib.wording.catalogue import preferred
from lib.wording.selection import Chosen
from lib.wording.words import Words, words


def run() -> None:
    """Draw the frame, then the page that was asked for; faults instead, when tables have any."""
    st.set_page_config(layout="wide")
    try:
        tables = _tables()
    except FaultyTables as error:
        _without_tables(error)
        return
    source = tables if isinstance(tables, Ledger) else tables.package.portfolio
    address.adopt(source.options())
    selection = address.selected()
    speech = selection_words.speech(selection)
    visit = _visit(tables, selection, speech)
    page = st.navigation(navigation.pages(speech, visit.title), position="hidden")
    bookmark.fill(page.url_path)
    if isinstance(visit, Visit):
        visit = replace(visit, since=since.held())
    is_of_projects = page.url_path == navigation.PROFILES
    apart = () if is_of_projects else tuple(Ignored("project", one) for one in selection.project)
    if not is_of_projects:  # whatever its address says
        seen = selection.with_values("project", ())
        visit = replace(visit, selection=seen, words=selection_words.speech(seen))
    address.write(selection, is_own=own.held() is not None)
    begin(visit)
    navigation.bar(visit, page, lambda: search.search(visit))
    language.say(speech)
    if isinstance(visit, Visit):
        notices.show(visit)
    if page.url_path in navigation.UNFILTERED:
        address.keep()
    else:
        filter_bar.show(visit.registers, visit.selection.active_count, speech)
    with st.container():  # whatever it says, the page below keeps its place, and the focus in it
        place = st.empty()
        _tell(place, visit, apart)
        summary(visit, page.url_path)
    is_beside = page.url_path in (navigation.WORDS, *navigation.BESIDE)
    if isinstance(visit, Visit) and _is_nothing(visit) and not is_beside:
        nothing.show(visit)
    else:
        page.run()
    has_told = _tell(place, visit, (*apart, *bookmark.close()))
    lost.drawn(has_told=has_told)
    if isinstance(visit, Visit):
        onward(visit, page)
    printed.documents(visit)
    room.listen()
    reconnect()


def _tables() -> Standing | Ledger:
    """Sums where only they are known, else the visitor's own tables, else those of everybody."""
    if engine.is_rolled_up():
        return engine.current()
    mine = own.held()
    return mine.standing if mine else store.standing()


def _visit(tables: Standing | Ledger, selection: Selection, speech: Words) -> Visit | TotalsVisit:
    colours = palette(st.context.theme.type == "dark")
    if isinstance(tables, Ledger):
        return TotalsVisit(tables, speech, colours, selection)
    mine = own.held()
    kept_apart = mine.kept if mine else None
    portfolio = narrowed(tables.package.portfolio, selection, kept_apart)
    return Visit(tables, portfolio, speech, colours, selection, kept_apart)


def _tell(place: DeltaGenerator, visit: Visit | TotalsVisit, gone: Sequence[Ignored]) -> bool:
    """Say what of the address was not understood; what a page lacks is known once it is drawn.

    ``gone`` is what is not on this page. Out: whether anything is said.
    """
    if lost.is_over():
        return False
    told = selection_words.ignored(
        address.ignored(), gone, visit.words, is_rolled_up=engine.is_rolled_up()
    )
    if told:
        place.warning(literal(told), icon="⚠️")
    return bool(told)


def summary(visit: Visit | TotalsVisit, here: str) -> None:
    """What is selected, in a sentence, with what the filters cannot do and one reset."""
    speech = visit.words
    chosen, sentence, caveats = kept(visit, "summary", lambda: _said(visit))
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="summary"):
        st.markdown(found(muted(held(sentence))), width="content")
        if chosen:
            filter_bar.chips(chosen, speech, visit.palette)
            filter_bar.reset_button(speech)
        copy_link(visit, here)
        if isinstance(visit, Visit) and not _is_nothing(visit):
            board_pack(visit)
        navigation.words_link(visit)
    for caveat in caveats:
        st.markdown(muted(caveat))


def _is_nothing(visit: Visit) -> bool:
    """Whether the filters leave no project."""
    asked = visit.selection.active_count and not visit.selection.project
    return bool(asked) and visit.portfolio.projects.empty


def _said(visit: Visit | TotalsVisit) -> tuple[list[Chosen], str, list[str]]:
    """What is chosen, the sentence of it, what a filter cannot do; profiles are whole."""
    speech, selection = visit.words, visit.selection.shown
    chosen = selection_words.chosen(selection, visit.registers, speech)
    if isinstance(visit, Visit) and selection.project:
        whole = project.of_project(visit.portfolio, *selection.project)
        return chosen, selection_words.sentence(whole, speech), []
    if isinstance(visit, Visit):
        sentence = selection_words.sentence(visit.portfolio, speech)
        return chosen, sentence, selection_words.caveats(visit.portfolio, speech)
    size = totals.size(visit.ledger, selection)
    rest = selection_words.also_elsewhere(totals.also_elsewhere(visit.ledger, selection), speech)
    sentence = selection_words.said(selection, visit.registers, size, speech)
    return chosen, sentence, [rest] if rest else []


def _without_tables(error: FaultyTables) -> None:
    asked = st.query_params.get("lang")
    speech: Words = words(asked if asked in LANGUAGES else preferred(st.context.locale))
    language.say(speech)
    pages = navigation.pages(speech, speech.gettext("Portfolio"))
    st.navigation(pages, position="hidden")
    faults.show(error.faults, speech)
    reconnect()
