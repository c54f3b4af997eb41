"""Totals: what do all rows together say, however many there are?"""

import streamlit as st

from lib.view import discs, totals
from lib.view.visit import current_totals

visit = current_totals()
totals.headline(visit)
totals.key_figures(visit)
currency = totals.currency(visit)
left, right = st.columns(2)
with left:
    totals.by_edition(visit, currency)
with right:
    totals.by_programme(visit, currency)
left, right = st.columns([2, 1])
with left:
    discs.block(visit)
with right:
    totals.by_indicator(visit)
totals.by_project(visit, currency)
totals.made_of(visit)
