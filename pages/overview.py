"""Overview: where does the portfolio stand?"""

import streamlit as st

from lib.charts import places as place_charts
from lib.charts.sheet import WIDE
from lib.figures import places
from lib.view import panels, periods, world
from lib.view.block import chart_block
from lib.view.visit import current
from lib.wording import places as place_words

FEW = 6  # projects

visit = current()
portfolio, words, palette = visit.portfolio, visit.words, visit.palette
panels.headline(visit)
if not portfolio.projects.empty:  # without any, the title says it all
    panels.key_figures(visit)
    left, right = st.columns([2, 1])
    with left:
        announced = places.announced(portfolio)
        chart_block(
            visit, "places.announced", announced,
            lambda some: place_charts.announced(some, words, palette),
            lambda: place_words.announced(announced, words), place_words.announced_table,
            statement_ids=announced["statement_ids"].explode().dropna(),
            legend=lambda: place_charts.legend(announced), on_pick=panels.pick_project(visit),
            is_list=True, first=announced["stated_count"] > 0,
            wide=lambda some: place_charts.announced(some, words, palette, WIDE),
        )  # fmt: skip
        periods.block(visit, panels.pick_project(visit))
    with right:
        panels.before_you_quote(visit)
        world.small(visit)
        if len(portfolio.projects) > FEW:
            panels.not_found(visit)
    if len(portfolio.projects) <= FEW:  # the charts beside it are shorter than it would be
        panels.not_found(visit)
