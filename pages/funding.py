"""Funding: who pays, and for what?"""

import streamlit as st

from lib.charts import funding as charts
from lib.figures import funding as figures
from lib.view import panels
from lib.view.block import chart_block
from lib.view.visit import current
from lib.wording import co_funders as count_texts
from lib.wording import funding as texts
from lib.wording import sum_check

visit = current()
portfolio, words, palette = visit.portfolio, visit.words, visit.palette
_ = words.gettext
named, counted = figures.co_funders_named(portfolio)
flow = texts.labelled(figures.flow(portfolio), len(named), counted, words)
rest = figures.outside_the_flow(portfolio)
panels.page_title(texts.page_title(flow, words))
left, right = st.columns([2, 1])
with left:
    chart_block(visit, "funding.flow", flow, lambda: charts.flow(flow, words, palette),
                texts.flow(flow, words), lambda: texts.flow_table(flow, words),
                statement_ids=flow["statement_id"], legend=("not_published",))  # fmt: skip
with right:
    panels.sentences(_("The sum check"), sum_check.sum_check(flow, rest, words), "sum-check")
    rest_lines = sum_check.not_attributable(figures.not_attributable(portfolio), words)
    panels.sentences(_("Not attributable to this selection"), rest_lines, "not-attributable")
    panels.co_funders(visit, named, counted)
types = texts.named_types(figures.by_funder_type(portfolio), words)
chart_block(visit, "funding.by_funder_type", types,
            lambda: charts.by_funder_type(types, words, palette),
            texts.by_funder_type(types, words), lambda: texts.by_funder_type_table(types, words),
            statement_ids=types["statement_ids"].explode().dropna())  # fmt: skip
counts = figures.co_funder_counts(portfolio)
chart_block(visit, "funding.co_funder_counts", counts,
            lambda: charts.co_funder_counts(counts, words, palette),
            count_texts.counts(counts, words), lambda: count_texts.counts_table(counts, words),
            statement_ids=counts["statement_id"])  # fmt: skip
panels.listing(_("Stated amounts that cannot be placed in the flow"),
               texts.stated_table(rest, words), "outside-the-flow",
               _("No other amount was found for these projects."),
               {_("Publisher"): rest["url"].tolist()})  # fmt: skip
