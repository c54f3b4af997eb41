"""Funding: who pays, and for what?"""

import streamlit as st

from lib.charts import funding as charts
from lib.charts.sheet import WIDE
from lib.figures import flow as flow_figures
from lib.figures import funding as figures
from lib.view import money, panels
from lib.view.block import chart_block
from lib.view.by_project import by_project
from lib.view.visit import current
from lib.wording import flow as flow_words
from lib.wording import funding as texts

visit = current()
portfolio, words, palette = visit.portfolio, visit.words, visit.palette
_ = words.gettext
flow, drawn, types = money.flow(visit), money.flow_drawn(visit), money.by_funder_type(visit)
rest = flow_figures.outside_the_flow(portfolio)
panels.finding(visit, "funding", lambda: texts.page_title(flow, words))
left, right = st.columns([2, 1])
with left:
    chart_block(visit, "funding.flow", flow, lambda _: charts.flow(drawn, words, palette),
                lambda: flow_words.flow(flow, drawn, words), flow_words.flow_table,
                statement_ids=flow["statement_id"], legend=lambda: charts.flow_legend(drawn),
                on_pick=panels.pick_project(visit),
                wide=lambda _: charts.flow(drawn, words, palette, WIDE))  # fmt: skip
    money.co_funder_counts(visit)
with right:
    money.in_words(visit, rest)
    money.co_funders(visit)
    chart_block(visit, "funding.by_funder_type", types,
                lambda sums: charts.by_funder_type(sums, words, palette),
                lambda: texts.by_funder_type(types, figures.left_out(portfolio), words),
                texts.by_funder_type_table,
                statement_ids=types["statement_ids"].explode().dropna(),
                wide=lambda sums: charts.by_funder_type(sums, words, palette, WIDE))  # fmt: skip
by_project(visit, _("Stated amounts that cannot be placed in the flow"), rest, "outside-the-flow",
           texts.no_other(words))  # fmt: skip
