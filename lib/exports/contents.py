"""What a pack contains, and in which order: a new page is written into ``pack_of``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib.metadata import version as installed

import pandas as pd

from lib.exports import changes, funding, overview, places, projects, record, targets, timeline
from lib.exports.pack import Citation, Pack, Section
from lib.figures import record as record_figures
from lib.model import identity
from lib.model.earlier import Earlier, Sides, sides
from lib.model.portfolio import Portfolio
from lib.model.rows import each
from lib.model.selection import Selection
from lib.wording import portfolio as portfolio_words
from lib.wording import selection as selection_words
from lib.wording.words import Words

PROJECT = "scale-up-impact-dashboard"


def pack_of(
    tables: Portfolio,
    selection: Selection,
    since: Earlier | None = None,
    day: date | None = None,
) -> Pack:
    """The pack of a selection, in its language; ``tables`` may be narrowed already.

    With an earlier version, ``since``, it also says what has changed since. It says that it was
    made on ``day``, today unless another is given: the same pack of the same day gives the same
    files.

    Single projects that are selected are shown whole, whatever else is filtered, as their profiles
    are. Making it draws nothing and writes nothing.
    """
    selection = selection.shown
    is_narrowed = tables.whole is not None and tables.selection == selection
    portfolio = tables if is_narrowed else tables.select(selection)
    speech = selection_words.speech(selection)
    title = portfolio_words.title(portfolio.portfolio, speech)
    compared = sides(since, portfolio) if since else None
    since_then = [changes.section(compared, speech)] if compared else []
    documents = _documents(portfolio, compared)
    made_on = day or date.today()
    questions: tuple[Section, ...] = (overview.nothing(portfolio, title, speech), *since_then)
    if not (portfolio.projects.empty and selection.is_filtered):
        questions = (
            overview.section(portfolio, title, speech),
            *since_then,
            funding.section(portfolio, speech),
            targets.section(portfolio, speech),
            places.section(portfolio, speech),
            timeline.section(portfolio, speech),
            *projects.sections(portfolio, speech),
            record.differing(portfolio, speech),
            record.not_known(portfolio, speech),
        )
    cited = _cited_by(documents, questions)
    speaking = pd.concat([record_figures.sources(portfolio), cited]).drop_duplicates("source_id")
    last = () if speaking.empty else (record.sources(portfolio, speech, cited),)
    sections = (*questions, *last)
    return Pack(
        title=title,
        subtitle=speech.gettext("What is publicly known, and how sure each figure is"),
        summary=(selection_words.sentence(portfolio, speech),),
        dated=_dated(speaking, speech),
        version=_version(portfolio, len(speaking), made_on, speech),
        day=made_on,
        look=identity.look(portfolio.portfolio),
        stem=stem_of(selection, title),
        selection=selection,
        words=speech,
        sections=sections,
        citations=_citations(documents, sections),
        portfolio=portfolio,
    )


def _dated(speaking: pd.DataFrame, words: Words) -> str:
    """What the data are up to: the newest of the documents on the selection, and those it cites."""
    if speaking.empty:
        return words.selected(
            words.gettext("No document speaks about this selection"),
            words.gettext("No document in this record"),
        )
    dated = words.ngettext(
        "Data from {n} document, of {date}",
        "Data from {n} documents, the newest of {date}",
        len(speaking),
    )
    undated = words.ngettext(
        "Data from {n} document, undated",
        "Data from {n} documents, all undated",
        len(speaking),
    )
    return _counted(speaking, dated, undated, words)


def _version(portfolio: Portfolio, speaking_count: int, day: date, words: Words) -> str:
    """When it was made, of which dashboard and tables; of how many documents the selection is part.

    Any change in the tables changes the mark of their version.
    """
    said = words.gettext(
        "Made on {day} with dashboard {number}, version {mark} of the tables"
    ).format(
        day=words.date(day.isoformat()), number=installed(PROJECT), mark=portfolio.fingerprint[:8]
    )
    every = portfolio.everything.sources
    if speaking_count >= len(every):
        return said
    dated = words.ngettext(
        "the whole record has {n} document, of {date}",
        "the whole record has {n} documents, the newest of {date}",
        len(every),
    )
    undated = words.ngettext(
        "the whole record has {n} document, undated",
        "the whole record has {n} documents, all undated",
        len(every),
    )
    return words.clauses([said, _counted(every, dated, undated, words)])


def _counted(documents: pd.DataFrame, dated: str, undated: str, words: Words) -> str:
    """One of two sentences about documents, with their number and the day of the newest."""
    newest = max(documents["published_date"])
    said = dated if newest else undated
    return said.format(n=words.number(len(documents)), date=words.date(newest))


def stem_of(selection: Selection, title: str) -> str:
    """The beginning of file names: the portfolio's title, what is selected, as in the address."""
    query = selection.shown.query()
    query.pop("lang", None)
    chosen = [f"{name}-{'-'.join(values)}" for name, values in query.items()]
    return "-".join([portfolio_words.slug(title), *chosen])[:80] + f"-{selection.language}"


def _documents(portfolio: Portfolio, compared: Sides | None) -> pd.DataFrame:
    """The documents that can be cited: also those that only an earlier version has."""
    own = portfolio.everything.sources
    if compared is None:
        return own
    old = compared.then.everything.sources
    return pd.concat([own, old[~old["source_id"].isin(own["source_id"])]], ignore_index=True)


def _cited_by(documents: pd.DataFrame, sections: Sequence[Section]) -> pd.DataFrame:
    """The documents that some sections cite."""
    ids = {one for section in sections for one in section.cited}
    return documents[documents["source_id"].isin(ids)]


def _citations(documents: pd.DataFrame, sections: Sequence[Section]) -> tuple[Citation, ...]:
    """Documents numbered in the order in which the sections mention them."""
    ids = dict.fromkeys(source for section in sections for source in section.cited)
    known = {row.source_id: row for row in each(documents)}
    return tuple(
        Citation(
            number,
            row.source_id,
            row.publisher,
            row.title or row.description,
            row.language_code if row.title else "",
            row.published_date,
            row.url,
        )
        for number, row in enumerate((known[source] for source in ids if source in known), start=1)
    )
