"""Projects: every project as a card, one in full, two or three side by side."""

import streamlit as st

from lib.view import panels, profile, project_cards
from lib.view.text import literal
from lib.view.visit import current
from lib.wording import project as texts

visit = current()
portfolio, words = visit.portfolio, visit.words
_ = words.gettext
chosen = profile.choice(visit)
if not chosen:
    panels.page_title(texts.page_title(len(portfolio.projects), words))
    project_cards.cards(visit)
elif len(chosen) == 1:
    profile.whole(visit, chosen[0])
else:
    names = portfolio.everything.projects.set_index("project_id")["name"]
    panels.page_title(words.joined(names[list(chosen)]))
    for column, project_id in zip(st.columns(len(chosen)), chosen, strict=True):
        with column:
            st.subheader(literal(names[project_id]), anchor=False)
            profile.short(visit, project_id)
