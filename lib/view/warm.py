"""What is done once, before the first visitor, so that nobody is the one who waits for it."""

from __future__ import annotations

import gc
from typing import Final

from lib.charts.map import discs
from lib.charts.theme import LIGHT
from lib.figures import (
    flow,
    funding,
    groups,
    key,
    places,
    record,
    rollup,
    targets,
    timeline,
    totals,
)
from lib.model import engine, outlines, store
from lib.model.faults import FaultyTables
from lib.model.languages import LANGUAGES
from lib.model.ledger import Ledger
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.view.narrowed import narrowed
from lib.wording.words import words

# Figures that others rest on, of every page.
FIGURES: Final = (
    key.key_figures,
    funding.by_funder_type,
    flow.flow,
    targets.places,
    targets.people,
    targets.in_other_units,
    places.by_country,
    places.shown,
    timeline.periods,
    groups.shown,
    record.coverage,
    record.statements,
)
SUMS: Final = (
    rollup.funding_by_edition,
    rollup.funding_by_programme,
    rollup.counts,
    totals.by_currency,
    totals.by_indicator,
    totals.located,
)


def warm_up() -> None:
    """Load the tables, work out the figures of the full view in every language, then freeze.

    What lives as long as the process is taken out of the garbage collector's sight: Streamlit
    collects after every run, and would look through all of it each time. Tables with faults are
    left for the page that lists them.
    """
    try:
        tables = engine.current() if engine.is_rolled_up() else store.current()
    except FaultyTables:
        return
    for scale in outlines.SCALES:
        outlines.land(scale)
    for language in LANGUAGES:
        words(language)
        selection = Selection(language=language)
        if isinstance(tables, Ledger):
            _reckon(tables, selection)
        else:
            _work_out(narrowed(tables, selection))
    gc.collect()
    gc.freeze()


def _work_out(portfolio: Portfolio) -> None:
    for figure in FIGURES:
        figure(portfolio)


def _reckon(ledger: Ledger, selection: Selection) -> None:
    """What the totals of any selection rest on."""
    for figure in SUMS:
        figure(ledger, selection)
    discs(
        totals.by_country(ledger, selection),
        totals.places(ledger, selection),
        ledger.country.texts,
        outlines.features(),
        words(selection.language),
        LIGHT,
    )
