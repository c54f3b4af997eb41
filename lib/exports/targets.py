"""What was promised, and what has been reported."""

from __future__ import annotations

from functools import partial

import pandas as pd

from lib.charts import people as people_charts
from lib.charts import targets as charts
from lib.charts.sheet import WIDE
from lib.exports.cited import behind, behind_rows, flat
from lib.exports.exhibits import Chart, Listing
from lib.exports.pack import Section
from lib.figures import targets as figures
from lib.model.portfolio import Portfolio
from lib.wording import people as people_words
from lib.wording import targets as texts
from lib.wording import uncharted
from lib.wording.words import Words


def section(portfolio: Portfolio, words: Words) -> Section:
    """The page about targets and results."""
    _ = words.gettext
    set_against = places(portfolio, words)
    results, others = figures.unmatched(portfolio), figures.other_promises(portfolio)
    if portfolio.selection.is_one_project:  # whose own section lists what is about it alone
        results, others = (rows[rows["project_id"] == ""] for rows in (results, others))
    reached = people(portfolio, words)
    rest: tuple[Listing, ...] = (
        Listing(
            name="targets.unmatched",
            title=_("Results that no chart shows"),
            frame=results, write=uncharted.stated_table, words=words,
            empty=uncharted.no_unmatched(figures.reported(portfolio), words),
            note=_("Results without a date never appear on a time axis."),
            **behind_rows(portfolio, results),
        ),
        Listing(
            name="targets.other_promises",
            title=_("Targets in other units, or for parts of a project"),
            frame=others, write=uncharted.stated_table, words=words,
            empty=uncharted.no_others(portfolio.targets, words),
            **behind_rows(portfolio, others),
        ),
    )  # fmt: skip
    if portfolio.selection.is_one_project:
        rest = tuple(one for one in rest if len(one.frame))
    in_other_units = figures.in_other_units(portfolio)
    exhibits = (set_against, reached, *_in_other_units(portfolio, in_other_units, words), *rest)
    question = _("What was promised, and what has been reported?")
    finding = texts.page_title(set_against.frame, reached.frame, in_other_units, words)
    return Section("targets", question, finding, exhibits)


def _in_other_units(portfolio: Portfolio, frame: pd.DataFrame, words: Words) -> tuple[Listing, ...]:
    """Targets beside results in units that no chart has, where there are any."""
    ids = flat(frame["statement_ids"] + frame["result_statement_ids"])
    listing = Listing(
        name="targets.in_other_units",
        title=uncharted.in_other_units_title(words),
        frame=frame, write=uncharted.in_other_units_table, words=words,
        **behind(portfolio, ids),
    )  # fmt: skip
    return (listing,) if len(frame) else ()


def places(portfolio: Portfolio, words: Words) -> Chart:
    """Announced places beside the latest result that can be set against them."""
    frame = figures.places(portfolio)
    reading = texts.places(frame, words)
    return Chart(
        name="targets.places",
        title=reading.heading,
        short=words.gettext("Targets and results"),
        reading=reading,
        frame=frame,
        draw=charts.places,
        draw_wide=partial(charts.places, narrowest=WIDE),
        draw_screen=partial(charts.places, narrowest=charts.WITH_COLUMN),
        write=texts.places_table,
        words=words,
        legend=charts.legend(frame),
        is_list=True,
        **behind(
            portfolio,
            flat(frame["statement_ids"] + frame["result_statement_ids"]),
            flat(frame["result_source_ids"]),
        ),
    )


def people(portfolio: Portfolio, words: Words) -> Chart:
    """People to be reached, a position a project."""
    frame = figures.people(portfolio)
    reading = people_words.people(frame, len(portfolio.projects), words)
    return Chart(
        name="targets.people",
        title=reading.heading,
        short=words.gettext("People to be reached"),
        reading=reading,
        frame=frame,
        draw=people_charts.people,
        draw_wide=partial(people_charts.people, narrowest=WIDE),
        write=people_words.people_table,
        words=words,
        is_list=True,
        is_logarithmic=True,
        **behind(portfolio, flat(frame["statement_ids"] + frame["result_statement_ids"])),
    )
