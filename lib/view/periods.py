"""When editions and projects run."""

from __future__ import annotations

from lib.charts import timeline as charts
from lib.charts.sheet import WIDE
from lib.figures import timeline
from lib.view.block import chart_block
from lib.view.kept import kept
from lib.view.plot import Pick
from lib.view.visit import Visit
from lib.wording import timeline as texts


def block(visit: Visit, on_pick: Pick | None = None) -> None:
    """The periods of the selection, each project below its edition."""
    words, palette = visit.words, visit.palette
    frame = kept(visit, "periods", lambda: texts.labelled(timeline.periods(visit.portfolio), words))
    span = timeline.span(visit.portfolio)
    chart_block(visit, "timeline.periods", frame,
                lambda some: charts.periods(some, words, palette, span=span),
                lambda: texts.periods(frame, words), texts.periods_table,
                statement_ids=frame["statement_ids"].explode().dropna(),
                on_pick=on_pick, is_list=True,
                first=frame["is_start_stated"] | frame["is_end_stated"],
                wide=lambda some: charts.periods(some, words, palette, WIDE,
                                                 span=span))  # fmt: skip
