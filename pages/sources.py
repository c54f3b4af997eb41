"""Data and sources: where does each number come from?"""

import streamlit as st

from lib.figures import record as figures
from lib.view import navigation, panels, record
from lib.view.visit import current
from lib.wording import record as texts

visit = current()
portfolio, words = visit.portfolio, visit.words
_ = words.gettext
documents, statements = figures.sources(portfolio), figures.statements(portfolio, "")
panels.finding(visit, "sources", lambda: texts.page_title(len(statements), documents, words))
record.coverage(visit, figures.coverage(portfolio))
search = st.text_input(
    _("Search the statements"), key="search", placeholder=_("words, places, names, numbers …"),
    persist_state="session",
)  # fmt: skip
found = figures.statements(portfolio, search)
panels.listing(visit, words.ngettext("{n} statement", "{n} statements", len(found))
               .format(n=words.number(len(found))),
               found, texts.statements_table, f"statements-{search}",
               texts.no_statement(search, words),
               {_("Publisher"): "url"})  # fmt: skip
panels.listing(visit, _("Documents read"), documents, texts.sources_table, "documents",
               _("No document speaks about this selection."),
               {_("Source"): "url"})  # fmt: skip
record.downloads(visit)
navigation.beside(visit)
