"""What is done once, before the first visitor, so that nobody is the one who waits for it."""

from __future__ import annotations

import gc
from typing import Final

from lib.figures import flow, funding, groups, key, places, record, targets, timeline
from lib.model import outlines, store
from lib.model.faults import FaultyTables
from lib.model.languages import LANGUAGES
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
    places.by_country,
    places.shown,
    timeline.periods,
    groups.shown,
    record.coverage,
    record.statements,
)


def warm_up() -> None:
    """Load the tables, work out the figures of the full view in every language, then freeze.

    What lives as long as the process is taken out of the garbage collector's sight: Streamlit
    collects after every run, and would look through all of it each time. Tables with faults are
    left for the page that lists them.
    """
    try:
        tables = store.current()
    except FaultyTables:
        return
    for scale in outlines.SCALES:
        outlines.land(scale)
    for language in LANGUAGES:
        words(language)
        _work_out(narrowed(tables, Selection(language=language)))
    gc.collect()
    gc.freeze()


def _work_out(portfolio: Portfolio) -> None:
    for figure in FIGURES:
        figure(portfolio)
