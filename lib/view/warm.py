"""What is done once, before the first visitor, so that nobody is the one who waits for it."""

from __future__ import annotations

import gc
from contextlib import suppress
from typing import Final

from plotly.validator_cache import ValidatorCache

from lib.charts.map import discs
from lib.charts.theme import LIGHT
from lib.figures import rollup, totals
from lib.model import engine, outlines, store
from lib.model.faults import FaultyTables
from lib.model.keeper import Standing
from lib.model.languages import LANGUAGES
from lib.model.ledger import Ledger
from lib.model.selection import Selection
from lib.view import rehearsal
from lib.wording.words import words

# What the totals of any selection rest on.
SUMS: Final = (
    rollup.funding_by_edition,
    rollup.funding_by_programme,
    rollup.counts,
    totals.by_currency,
    totals.by_indicator,
    totals.located,
)


def warm_up() -> None:
    """Load the tables, make what is likely to be asked for, then freeze it.

    What lives as long as the process is taken out of the garbage collector's sight: Streamlit
    collects after every run, and would look through all of it each time. Tables with faults are
    left for the page that lists them, and what draws pages waits for the day they are mended.
    Raises ``RuntimeError`` for a setting that is none.
    """
    length = rehearsal.seconds()
    _forget_validators()  # first: what is made now takes its place
    tables: Standing | Ledger | None = None
    with suppress(FaultyTables):
        tables = engine.current() if engine.is_rolled_up() else store.standing()
    for scale in outlines.SCALES:
        outlines.land(scale)
    if isinstance(tables, Ledger):
        for language in LANGUAGES:
            words(language)
            _reckon(tables, Selection(language=language))
    elif tables:
        rehearsal.rehearse(tables, length)
    gc.collect()
    gc.freeze()


def _forget_validators() -> None:
    """Let go of what each attribute of each Plotly figure may hold: nine megabytes of dicts.

    Streamlit reads them to have a theme for figures of Plotly's classes; ours are dicts. Whoever
    makes such a figure after all has Plotly read them again.
    """
    ValidatorCache._json_cache = None


def _reckon(ledger: Ledger, selection: Selection) -> None:
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
