"""Rehearsal: pages are played through before the first visitor, for what is likely to be asked.

Whatever a page makes for a selection is kept and shared by all (:mod:`lib.view.kept`,
:mod:`lib.figures.once`). Here it is made before anybody waits for it.
"""

from __future__ import annotations

import logging
import os
import runpy
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain, combinations
from pathlib import Path
from typing import Final

from lib.charts.theme import LIGHT
from lib.model.keeper import Standing
from lib.model.languages import LANGUAGES
from lib.model.selection import Selection
from lib.view import navigation, printed, stage
from lib.view.kept import kept
from lib.view.narrowed import narrowed
from lib.view.navigation import PAGES
from lib.view.visit import Visit, begin
from lib.wording.selection import speech

VARIABLE: Final = "DASHBOARD_WARM_SECONDS"
SECONDS: Final = 6.0  # after which no other selection is begun: a server has to start, too
MOST_TOGETHER: Final = 3  # editions of which every choice is likely; with more, each alone
FOLDER: Final = Path(__file__).resolve().parents[2] / "pages"
_LOG = logging.getLogger(__name__)
# Streamlit runs scripts without a visitor, and says at each element that there is none.
_STREAMLIT: Final = "streamlit.runtime.scriptrunner_utils.script_run_context"


def seconds() -> float:
    """For how long to rehearse: ``DASHBOARD_WARM_SECONDS``, else ``SECONDS``; 0 for not at all.

    Raises ``RuntimeError`` that says what may stand there.
    """
    given = os.environ.get(VARIABLE, "").strip()
    if not given:
        return SECONDS
    try:
        found = float(given)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 3600:
        raise RuntimeError(
            f"{VARIABLE} is {given!r}: write the seconds that a start may take to prepare what is "
            "likely to be asked, from 0 (nothing is prepared) to 3600, as in 6 or 2.5"
        )
    return found


def rehearse(standing: Standing, length: float) -> int:
    """Play the pages for one likely selection after the other, for so many seconds.

    In other languages than the first words and tables are read and no page is played: that would
    take ten megabytes, more than the sessions of fifty visitors. Their pages are played once a
    browser asks for one (:mod:`lib.view.ahead`). Returns how many selections were played.
    """
    end = time.monotonic() + length
    played = 0
    for selection in likely(standing.package.portfolio.options()):
        if time.monotonic() >= end:
            break
        play(standing, selection, PAGES if selection.language == LANGUAGES[0] else ())
        played += 1
    return played


def likely(options: Mapping[str, Sequence[str]]) -> Iterator[Selection]:
    """What visitors are likely to ask for, the likeliest first, each selection once.

    Everything in every language; then, in the first language, every choice of a few editions but
    that of all. Each keeps some two megabytes, which is why no other filter is among them.
    ``options`` maps filters to their values.
    """
    for language in LANGUAGES:
        yield Selection(language=language)
    start, editions = Selection(language=LANGUAGES[0]), options["edition"]
    most = len(editions) if len(editions) <= MOST_TOGETHER else 2
    for choice in chain.from_iterable(combinations(editions, count) for count in range(1, most)):
        yield start.with_values("edition", choice)


def play(standing: Standing, selection: Selection, pages: Sequence[str]) -> None:
    """Play pages for a selection, each unless it was played before and what it made is kept.

    A page that fails is left to its first visitor, who is told in plain words; the log tells why.
    """
    portfolio = narrowed(standing.package.portfolio, selection)
    visit = Visit(standing, portfolio, speech(selection), LIGHT, selection)
    with _quietly():
        navigation.pages(visit.words, visit.title)
        begin(visit)
        stage.rehearse("later" if selection.active_count else "first")
        for page in pages:
            kept(visit, ("played", page), partial(_play, visit, page))


def _play(visit: Visit, page: str) -> None:
    from lib.view import frame  # its components are known to Streamlit once the server starts

    try:
        visit.cited.clear()
        frame.summary(visit, page)
        runpy.run_path(str(FOLDER / f"{page}.py"))
        printed.documents(visit)
    except Exception:
        _LOG.exception("The page %s could not be prepared for %s", page, visit.selection)


@contextmanager
def _quietly() -> Iterator[None]:
    """Without a line of Streamlit's for each element that nobody sees."""
    talkative = logging.getLogger(_STREAMLIT)
    before = talkative.level
    talkative.setLevel(logging.ERROR)
    try:
        yield
    finally:
        talkative.setLevel(before)
