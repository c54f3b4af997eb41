"""What the reference page does before its first visitor, as the dashboard does."""

from __future__ import annotations

import gc

from bench.page_figures import figures, numbers, written
from lib.charts.theme import palette
from lib.model import engine
from lib.model.selection import Selection
from lib.wording.words import words

LANGUAGE = "en"


def warm_up() -> None:
    """Reduce the rows, draw the full view, then freeze what lives for ever."""
    said = words(LANGUAGE)
    found = numbers(engine.current(), Selection(language=LANGUAGE))
    for figure in figures(found, palette(False), said).values():
        written(figure)
    gc.collect()
    gc.freeze()
