"""Targets and results: what was promised, and what has been reported?"""

from lib.charts import people as people_charts
from lib.charts import targets as charts
from lib.charts.sheet import WIDE
from lib.figures import targets as figures
from lib.view import panels, profile_charts
from lib.view.block import chart_block
from lib.view.by_project import by_project
from lib.view.visit import current
from lib.wording import people as people_words
from lib.wording import targets as texts
from lib.wording import uncharted

visit = current()
portfolio, words, palette = visit.portfolio, visit.words, visit.palette
_ = words.gettext
places, people = figures.places(portfolio), figures.people(portfolio)
others = figures.in_other_units(portfolio)
panels.finding(visit, "targets", lambda: texts.page_title(places, people, others, words))
chart_block(visit, "targets.places", places, lambda some: charts.places(some, words, palette),
            lambda: texts.places(places, words), texts.places_table,
            statement_ids=(places["statement_ids"] + places["result_statement_ids"])
            .explode().dropna(),
            counted_from=places["result_source_ids"].explode().dropna(),
            legend=lambda: charts.legend(places),
            wide=lambda some: charts.places(some, words, palette, charts.WITH_LINE),
            wider=lambda some: charts.places(some, words, palette, charts.WITH_COLUMN),
            on_pick=panels.pick_project(visit), is_list=True,
            first=(places["stated_count"] > 0) | places["is_comparable"])  # fmt: skip
chart_block(visit, "targets.people", people,
            lambda some: people_charts.people(some, words, palette),
            lambda: people_words.people(people, len(portfolio.projects), words),
            people_words.people_table,
            statement_ids=(people["statement_ids"] + people["result_statement_ids"])
            .explode().dropna(),
            wide=lambda some: people_charts.people(some, words, palette, WIDE),
            on_pick=panels.pick_project(visit), is_list=True)  # fmt: skip
profile_charts.in_other_units(visit)
by_project(visit, _("Results that no chart shows"), figures.unmatched(portfolio),
           "unmatched", uncharted.no_unmatched(figures.reported(portfolio), words),
           _("Results without a date never appear on a time axis."))  # fmt: skip
by_project(visit, _("Targets in other units, or for parts of a project"),
           figures.other_promises(portfolio), "other-targets",
           uncharted.no_others(portfolio.targets, words))  # fmt: skip
