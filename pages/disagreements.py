"""Disagreements: where do sources differ, and which value do we use?"""

from functools import partial

import streamlit as st

from lib.figures import disagreements as figures
from lib.model.rows import each
from lib.view import panels
from lib.view.kept import kept
from lib.view.text import literal, muted
from lib.view.visit import current
from lib.wording import disagreements as texts

visit = current()
portfolio, words = visit.portfolio, visit.words
_ = words.gettext
panels.page_title(texts.page_title(figures.count(portfolio), words))
sums = figures.totals_against_parts(portfolio)
with st.container(border=True, key="totals-against-parts"):
    st.subheader(_("Totals against the sum of their parts"), anchor=False)
    for row in each(sums):
        mark = ":red-badge[≠]" if row.is_disagreement else ":gray-badge[=]"
        st.markdown(f"{mark} {literal(texts.total(row, words))}")
        st.markdown(muted(f"{row.description} {row.publisher}, {row.locator}"))
    if sums.empty:
        st.markdown(muted(_("No stated total has all its parts in this selection.")))
groups = figures.by_group(portfolio)
if groups:
    st.subheader(_("Statements that contradict each other"), anchor=False)
for group_id, group, reasons in groups:
    title = kept(visit, f"title-{group_id}", partial(texts.group_title, group, words))
    panels.listing(visit, title, group, texts.table,
                   f"group-{group_id}", "", {_("Publisher"): "url"},
                   " ".join(texts.reason(code, words) for code in reasons))  # fmt: skip
