"""One visit: what a page needs to draw itself, given to it by the frame."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol

import streamlit as st

from lib.charts.theme import Palette
from lib.model.keeper import Standing
from lib.model.ledger import Ledger
from lib.model.options import Registered
from lib.model.package import Package
from lib.model.portfolio import Portfolio
from lib.model.registers import Registers, spoken
from lib.model.selection import Selection
from lib.view.since import Since
from lib.wording import portfolio as portfolio_words
from lib.wording.words import Words

_KEY = "visit"


class Reader(Protocol):
    """What a block needs to know of any visit."""

    @property
    def words(self) -> Words:
        """The words of the reader's language."""

    @property
    def palette(self) -> Palette:
        """The colours of the reader's ground."""

    @property
    def selection(self) -> Selection:
        """The selection as it stands."""

    @property
    def source(self) -> Portfolio | Ledger:
        """What figures are read from."""

    @property
    def registers(self) -> Registered:
        """What can be selected, in the reader's language."""

    @property
    def title(self) -> str:
        """What the portfolio is called, in the reader's language."""

    @property
    def own(self) -> dict[Hashable, Any] | None:
        """What is made of tables that are the visitor's own; None for those of everybody."""


@dataclass(frozen=True)
class Visit:
    """The tables, narrowed to a portfolio, the reader's words and colours, the selection.

    ``own`` holds what is made of tables that are the visitor's own; None for those of everybody.
    ``cited`` fills while the page is drawn: the documents behind it, numbered. ``since`` is the
    earlier version that the visitor compares with.
    """

    standing: Standing
    portfolio: Portfolio
    words: Words
    palette: Palette
    selection: Selection
    own: dict[Hashable, Any] | None = field(default=None, compare=False)
    cited: dict[str, int] = field(default_factory=dict, compare=False)
    since: Since | None = field(default=None, compare=False)

    @property
    def package(self) -> Package:
        """The tables with the files they were read from."""
        return self.standing.package

    @property
    def is_own(self) -> bool:
        """Whether nobody else sees these tables."""
        return self.own is not None

    def apart(self) -> Visit:
        """The same visit, of which nothing that is made is shared with other visitors."""
        return replace(self, own=self.since.kept) if self.since else self

    @property
    def source(self) -> Portfolio:
        """The narrowed portfolio."""
        return self.portfolio

    @property
    def registers(self) -> Registered:
        """The portfolio before any filter."""
        return self.portfolio.everything

    @cached_property
    def title(self) -> str:
        """What the portfolio is called, in the reader's language."""
        return portfolio_words.title(self.registers.portfolio, self.words)


@dataclass(frozen=True)
class TotalsVisit:
    """The same where only sums are known: a ledger, which answers for any selection."""

    ledger: Ledger
    words: Words
    palette: Palette
    selection: Selection
    own: None = None

    @property
    def source(self) -> Ledger:
        """The ledger."""
        return self.ledger

    @property
    def registers(self) -> Registers:
        """The registers of the ledger."""
        return spoken(self.ledger.registers, self.words.language)

    @cached_property
    def title(self) -> str:
        """What the portfolio is called, in the reader's language."""
        return portfolio_words.title(self.registers.portfolio, self.words)


def begin(visit: Visit | TotalsVisit) -> None:
    """Called by the frame before a page runs."""
    st.session_state[_KEY] = visit


def current() -> Visit:
    """The visit under way. Stops the page when the frame did not run before it."""
    visit = st.session_state.get(_KEY)
    if not isinstance(visit, Visit):
        st.stop()
    return visit


def current_reader() -> Visit | TotalsVisit:
    """The visit under way, whatever is known; stops the page as :func:`current` does."""
    visit = st.session_state.get(_KEY)
    if not isinstance(visit, Visit | TotalsVisit):
        st.stop()
    return visit


def current_totals() -> TotalsVisit:
    """The visit under way where only sums are known; stops the page as :func:`current` does."""
    visit = st.session_state.get(_KEY)
    if not isinstance(visit, TotalsVisit):
        st.stop()
    return visit
