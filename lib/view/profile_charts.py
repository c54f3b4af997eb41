"""The charts that only profiles have, of one project or of some on the same axes."""

from __future__ import annotations

from lib.charts import people as people_charts
from lib.charts import project as project_charts
from lib.charts import targets as target_charts
from lib.charts.sheet import WIDE
from lib.figures import project as figures
from lib.figures import targets
from lib.view import panels
from lib.view.block import chart_block
from lib.view.visit import Visit
from lib.wording import people as people_words
from lib.wording import project as texts
from lib.wording import targets as target_words
from lib.wording import uncharted


def openings(visit: Visit, project_id: str) -> bool:
    """Reports of opened places over time, where there are two at least; says whether there are."""
    frame = figures.openings(visit.portfolio, project_id)
    dated = frame[(frame["row_kind"] == "result") & frame["position"].notna()]
    if len(dated) < 2:
        return False
    words = visit.words
    chart_block(visit, "project.openings", frame,
                lambda dated: project_charts.openings(dated, words, visit.palette),
                lambda: texts.openings(frame, words), texts.openings_table,
                statement_ids=frame["statement_id"])  # fmt: skip
    return True


def reached(visit: Visit) -> None:
    """Announced places beside results, on one axis, where a number is stated."""
    words, palette = visit.words, visit.palette
    frame = targets.places(visit.portfolio)
    if not (frame["stated_count"].any() or frame["is_comparable"].any()):
        return
    ids = frame["statement_ids"] + frame["result_statement_ids"]
    chart_block(visit, "targets.places", frame,
                lambda some: target_charts.places(some, words, palette),
                lambda: target_words.places(frame, words), target_words.places_table,
                statement_ids=ids.explode().dropna(),
                counted_from=frame["result_source_ids"].explode().dropna(),
                legend=lambda: target_charts.legend(frame),
                wide=lambda some: target_charts.places(some, words, palette, WIDE))  # fmt: skip


def people(visit: Visit) -> None:
    """People to be reached, where a project states a number."""
    words, palette = visit.words, visit.palette
    frame = targets.people(visit.portfolio)
    if frame.empty:
        return
    chart_block(visit, "targets.people", frame,
                lambda some: people_charts.people(some, words, palette),
                lambda: people_words.people(frame, len(visit.portfolio.projects), words),
                people_words.people_table,
                statement_ids=(frame["statement_ids"] + frame["result_statement_ids"])
                .explode().dropna(),
                wide=lambda some: people_charts.people(some, words, palette, WIDE))  # fmt: skip


def in_other_units(visit: Visit) -> None:
    """Targets beside results in units that no chart has, where there are any."""
    frame = targets.in_other_units(visit.portfolio)
    if len(frame):
        title = uncharted.in_other_units_title(visit.words)
        panels.listing(visit, title, frame, uncharted.in_other_units_table, "in-other-units", "")
