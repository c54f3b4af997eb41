"""Money as the pages show it: its flow, its payers, who of them has a name."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.charts import funding as charts
from lib.charts import marks
from lib.figures import co_funders as co_funder_figures
from lib.figures import drawn_flow, funding, key_money, shared_money
from lib.figures import flow as flow_figures
from lib.view import cite, printed
from lib.view.block import chart_block
from lib.view.kept import kept
from lib.view.panels import heading, sentences
from lib.view.text import literal
from lib.view.visit import Visit
from lib.wording import co_funders as co_funder_words
from lib.wording import converted, destinations, sum_check
from lib.wording import funding as words_of


def flow(visit: Visit) -> pd.DataFrame:
    """The flow of money with its names (columns of ``lib.wording.funding.labelled``)."""
    return kept(visit, "flow", lambda: _labelled(visit, flow_figures.flow(visit.portfolio)))


def flow_drawn(visit: Visit) -> pd.DataFrame:
    """The flow as far as it is drawn, with its names."""
    links = flow_figures.flow(visit.portfolio)
    return kept(visit, "flow drawn", lambda: _labelled(visit, drawn_flow.drawn(links)))


def _labelled(visit: Visit, links: pd.DataFrame) -> pd.DataFrame:
    named, counted = co_funder_figures.named(visit.portfolio)
    return destinations.labelled(links, len(named), counted, visit.words)


def by_funder_type(visit: Visit) -> pd.DataFrame:
    """Money by type of payer, the types named."""
    sums = funding.by_funder_type(visit.portfolio)
    return kept(visit, "types", lambda: words_of.named_types(sums, visit.words))


def in_words(visit: Visit, rest: pd.DataFrame) -> None:
    """The sum check, and what is stated for more than the selection.

    ``rest``: amounts that cannot be placed in the flow (``lib.figures.flow.outside_the_flow``).
    """
    _ = visit.words.gettext
    links, shared = flow(visit), shared_money.not_attributable(visit.portfolio)
    shared, inside = shared[~shared["is_divided"]], shared_money.perhaps_inside(visit.portfolio)
    sentences(visit, _("The sum check"),
              lambda: sum_check.sum_check(links, rest, visit.words), "sum-check")  # fmt: skip
    sentences(visit, _("In one currency"), lambda: converted.sentences(
        key_money.converted(visit.portfolio), visit.words,
    ), "converted")  # fmt: skip
    sentences(visit, _("Not attributable to this selection"),
              lambda: sum_check.not_attributable(shared, inside, visit.words),
              "not-attributable")  # fmt: skip


def co_funders(visit: Visit) -> None:
    """A cell for each co-funder there is said to be; full for those with a name."""
    named, counted = co_funder_figures.named(visit.portfolio)
    if counted != counted:
        return
    words = visit.words
    text = co_funder_words.named(len(named), counted, words)
    svg = charts.named_co_funders(len(named), counted, words, visit.palette)
    with st.container(border=True, key="co-funders"):
        heading(text)
        if svg:
            st.markdown(f"![{literal(text)}]({marks.data_uri(svg)})")
        st.markdown(literal(co_funder_words.names(named, words)))
        reports = co_funder_figures.counts(visit.portfolio)
        ids = reports.loc[reports["is_headline"].astype(bool), "statement_id"]
        names = co_funder_figures.named_by(visit.portfolio)
        cite.sources(visit, ids, "co-funders", counted_from=names)
        printed.cited(visit, ids, "co-funders", names)


def co_funder_counts(visit: Visit) -> None:
    """How many co-funders were reported when; nothing where nobody ever counted any."""
    counts, words = co_funder_figures.counts(visit.portfolio), visit.words
    if len(co_funder_figures.counts(visit.portfolio.everything)):
        chart_block(visit, "funding.co_funder_counts", counts,
                    lambda said: charts.co_funder_counts(said, words, visit.palette),
                    lambda: co_funder_words.counts(counts, words), co_funder_words.counts_table,
                    statement_ids=counts["statement_id"])  # fmt: skip
