"""Words of the record: statements, documents, coverage, what is not known."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from lib.model.rows import each
from lib.wording.columns import table as columns_table
from lib.wording.lists import named
from lib.wording.reading import no_project
from lib.wording.shares import Share
from lib.wording.values import value
from lib.wording.words import Words


def page_title(statements: int, documents: pd.DataFrame, words: Words) -> str:
    """The title of the page: how many of the documents (``record.sources``) say how much."""
    said = words.ngettext("{n} statement", "{n} statements", statements).format(
        n=words.number(statements)
    )
    count = int((documents["statement_count"] > 0).sum())
    read = words.ngettext("{n} document", "{n} documents", count).format(n=words.number(count))
    title = words.gettext("{statements} from {documents}").format(statements=said, documents=read)
    more = len(documents) - count
    if not more:
        return title
    rest = words.ngettext("{n} more only names places", "{n} more only name places", more).format(
        n=words.number(more)
    )
    return words.clauses([title, rest])


def statements_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Statements as a table."""
    said = columns_table(
        frame, ["statement", "project", "description", "publisher", "locator", "as_of"], words
    )
    said.insert(
        2,
        words.gettext("Value"),
        pd.Series([value(row, words) for row in each(frame)], dtype=str),
    )
    return said


def no_statement(search: str, words: Words) -> str:
    """Why the list of statements is empty."""
    if search.strip():
        return words.gettext("No statement holds all of these words.")
    return words.selected(
        words.gettext("No statement speaks about this selection alone."),
        words.gettext("No statement was found."),
    )


def sources_table(frame: pd.DataFrame, words: Words, *, is_brief: bool = False) -> pd.DataFrame:
    """Documents as a table (columns of ``record.sources``); brief without how much they say."""
    titled = frame.assign(source=frame["title"].where(frame["title"] != "", frame["description"]))
    names = ["publisher", "source", "published"]
    if not is_brief:
        names = ["publisher", "source", "language", "published", "authority", "statement_count"]
        names.append("site_count")
    return columns_table(titled, names, words)


def document(row: Mapping[Hashable, Any], words: Words) -> str:
    """A document in a line: publisher, title, date, address (a row of ``sources``)."""
    said = [row["publisher"], row["title"] or row["description"]]
    dated = [words.date(row["published_date"])] if row["published_date"] else []
    return f"{', '.join([*said, *dated])}. {row['url']}"


def cited_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The statements behind a figure as a table (columns of ``record.cited``)."""
    names = ["description", "headline", "date", "publisher", "locator"]
    if columns_table(frame, ["project"], words).iloc[:, 0].nunique() > 1:
        names.insert(0, "project")
    said = columns_table(frame, names, words)
    said.insert(0, words.gettext("Value"), [value(row, words) for row in each(frame)])
    return said


def questions(words: Words) -> dict[str, str]:
    """The questions of the coverage table, by column."""
    _ = words.gettext
    return {
        "places": _("Number of places"),
        "people": _("Number of people"),
        "result": _("Any result"),
        "period": _("Dated period"),
        "money": _("Amount of money, alone or shared"),
        "sites": _("Places by name"),
    }


def _in_part(words: Words) -> dict[str, tuple[str, str]]:
    """Questions that are answered in part: the column that says for whom not, and how."""
    _ = words.gettext
    return {
        "result": ("is_comparable", _("found, not comparable")),
        "money": ("is_own_money", _("only shared with others")),
        "sites": ("is_announced_site", _("found, not those announced")),
    }


def coverage_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """What is known of each project as a table (columns of ``record.coverage``)."""
    said = columns_table(frame, ["project", "edition"], words)
    known, unknown = words.gettext("found"), words.gettext("not found")
    in_part = _in_part(words)
    for name, label in questions(words).items():
        column, how = in_part.get(name, (name, known))
        said[label] = [
            unknown if not is_found else known if is_whole else how
            for is_found, is_whole in zip(frame[name], frame[column], strict=True)
        ]
    return said


def not_known(frame: pd.DataFrame, words: Words) -> str:
    """The finding: for how many projects a question has no answer (columns of the coverage)."""
    _ = words.gettext
    if frame.empty:
        return no_project(words)
    asked = questions(words)
    count = int((~frame[[*asked]]).any(axis="columns").sum())
    if not count:
        return _("Something was found on each question about every project")
    everywhere = Share(
        _("What we do not know: for the project a question has no answer"),
        "",
        _("What we do not know: for each of the {total} projects a question has no answer"),
        "",
        words.ngettext(
            "What we do not know: for {n} of {total} projects a question has no answer",
            "What we do not know: for {n} of {total} projects a question has no answer",
            count,
        ),
    )
    on_page = Share(
        _("For the project the programme page leaves a question open"),
        "",
        _("For each of the {total} projects the programme page leaves a question open"),
        "",
        words.ngettext(
            "For {n} of {total} projects the programme page leaves a question open",
            "For {n} of {total} projects the programme page leaves a question open",
            count,
        ),
    )
    return (on_page if words.is_page_only else everywhere).said(count, len(frame), words)


def unknowns(frame: pd.DataFrame, documents: int, words: Words) -> list[str]:
    """What was not found, question by question, in words; ``documents`` were read."""
    lines = []
    for name, label in questions(words).items():
        lost = frame.loc[~frame[name], "project"].tolist()
        if lost:
            lines.append(
                words.gettext("{question}: not found for {projects}.").format(
                    question=label, projects=named(lost, words)
                )
            )
    return [*lines, meaning(documents, words)] if lines else []


def meaning(documents: int, words: Words) -> str:
    """What it means that something was not found; ``documents`` were read."""
    if words.is_page_only:
        return words.gettext("Not found means: not found on the programme page.")
    return words.ngettext(
        "Not found means: not found in the {n} source read.",
        "Not found means: not found in the {n} sources read.",
        documents,
    ).format(n=words.number(documents))


def answered(frame: pd.DataFrame, question: str, words: Words) -> str:
    """For which projects a question has no answer (columns of ``record.coverage``)."""
    lost = frame.loc[~frame[question], "project"].tolist()
    if not lost:
        return words.gettext("found for every project")
    return words.gettext("not found for {projects}").format(projects=named(lost, words))


def answered_count(frame: pd.DataFrame, question: str, words: Words) -> str:
    """For how many projects a question has an answer: "9/11"; of a single one whether it has."""
    if len(frame) == 1:
        return words.gettext("found") if frame[question].all() else words.gettext("not found")
    return f"{words.number(int(frame[question].sum()))}/{words.number(len(frame))}"
