"""When editions and projects run."""

from __future__ import annotations

from functools import partial

from lib.charts import timeline as charts
from lib.charts.sheet import WIDE
from lib.exports.cited import behind, flat
from lib.exports.exhibits import Chart
from lib.exports.pack import Section
from lib.figures import timeline as figures
from lib.model.portfolio import Portfolio
from lib.wording import timeline as texts
from lib.wording.words import Words


def section(portfolio: Portfolio, words: Words) -> Section:
    """The page about time."""
    chart = periods(portfolio, words)
    return Section("timeline", words.gettext("When does it run?"), chart.title, (chart,))


def periods(portfolio: Portfolio, words: Words) -> Chart:
    """Periods of the editions and, below each, of its projects."""
    span = figures.span(portfolio)
    frame = texts.labelled(figures.periods(portfolio), words)
    reading = texts.periods(frame, words)
    return Chart(
        name="timeline.periods",
        title=reading.heading,
        short=words.gettext("Periods"),
        reading=reading,
        frame=frame,
        draw=partial(charts.periods, span=span),
        draw_wide=partial(charts.periods, narrowest=WIDE, span=span),
        write=texts.periods_table,
        words=words,
        span=charts.whole_years(frame, span),
        is_list=True,
        **behind(portfolio, flat(frame["statement_ids"]))
        | {"is_disputed": bool(frame["is_disputed"].any())},
    )
