"""A pack: one selection in one language, section by section, with numbered sources.

:func:`lib.exports.contents.pack_of` makes it; what is in it, and in which order, is said there
alone, so that a new page is written in one place and comes into every kind of file. A file is made
of a pack by a function ``Pack -> bytes`` in a module of its own, listed in ``FORMATS`` of
:mod:`lib.exports.formats`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from lib.exports.exhibits import Exhibit, Listing, Tabled
from lib.model.identity import Look
from lib.model.portfolio import Portfolio
from lib.model.selection import Selection
from lib.wording.words import Words


class Section(NamedTuple):
    """A question with its answer: a page of the PDF, some slides, some sheets.

    ``name`` is one only within a pack. ``finding`` is the heading, ``lead`` the lines below it,
    from the documents ``source_ids``.
    """

    name: str
    question: str
    finding: str
    exhibits: tuple[Exhibit, ...]
    lead: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()

    @property
    def cited(self) -> Iterator[str]:
        """The documents of the lead, then of each exhibit, in the order of mention."""
        yield from self.source_ids
        for exhibit in self.exhibits:
            yield from exhibit.source_ids

    @property
    def subject(self) -> str:
        """Whose all its exhibits are: the name of the project that it is about; "" for others."""
        return self.finding if self.name.startswith("project.") else ""

    def titled(self, title: str, words: Words) -> str:
        """A title that stands without its section: it says whose it is."""
        is_said = title.startswith(self.subject)
        return title if is_said else words.of(self.subject, title)


class Citation(NamedTuple):
    """A document behind a pack, with the number under which every file cites it.

    ``language`` is that of its title; "" for a description in the reader's.
    """

    number: int
    source_id: str
    publisher: str
    title: str
    language: str
    date: str
    url: str


@dataclass(frozen=True, eq=False)
class Pack:
    """Everything that any kind of file shows.

    ``title`` and ``look`` are those of the portfolio, ``summary`` says the selection in words,
    ``dated`` what the data of the selection are up to, ``version`` on which ``day`` it was made, of
    which dashboard and tables;
    ``stem`` begins the names of its files; ``portfolio`` is what the sections were made of.
    """

    title: str
    look: Look
    subtitle: str
    summary: tuple[str, ...]
    dated: str
    version: str
    day: date
    stem: str
    selection: Selection
    words: Words
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    portfolio: Portfolio

    def exhibits(self) -> Iterator[Exhibit]:
        """Every exhibit in the order of the sections."""
        for section in self.sections:
            yield from section.exhibits

    def numbers(self, source_ids: Iterable[str]) -> list[int]:
        """The numbers of documents, each once, ascending."""
        return sorted({self._numbers[source] for source in source_ids if source in self._numbers})

    def row_numbers(self, exhibit: Tabled) -> list[int]:
        """The number of the document behind each row of a table, 0 for a row without one."""
        frame = exhibit.frame
        ids = frame["source_id"] if "source_id" in frame else pd.Series("", index=frame.index)
        return [self._numbers.get(source, 0) for source in ids]

    def texts(self, exhibit: Tabled, some: slice = slice(None)) -> pd.DataFrame:
        """Some or all rows as texts; who reports a status has the number of the document."""
        found, rows = exhibit.texts(some), exhibit.frame.iloc[some]
        heading = self.words.gettext("Status")
        if heading not in found or "status_publisher" not in rows:
            return found
        numbers = [self._numbers.get(source, 0) for source in rows["status_source_id"]]
        cited = [
            f"{said.removesuffix(')')} [{number}])" if publisher and number else said
            for said, publisher, number in zip(
                found[heading], rows["status_publisher"], numbers, strict=True
            )
        ]
        return found.assign(**{heading: cited})

    def addresses(self, exhibit: Tabled, heading: str) -> list[str]:
        """What the cells under a heading of a table lead to, "" for nothing; [] for no cell.

        Unless a listing says otherwise, the publisher of a row leads to the document behind it.
        """
        links = exhibit.links if isinstance(exhibit, Listing) else {}
        if links:
            return [str(url) for url in exhibit.frame[links[heading]]] if heading in links else []
        if heading != self.words.gettext("Publisher") or "source_id" not in exhibit.frame:
            return []
        return [self._urls.get(source, "") for source in exhibit.frame["source_id"]]

    @cached_property
    def _urls(self) -> Mapping[str, str]:
        return {citation.source_id: citation.url for citation in self.citations}

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {citation.source_id: citation.number for citation in self.citations}
