"""What the record holds: where sources differ, what is not known, where each number comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pandas as pd

from lib.exports.cited import behind, behind_rows, flat
from lib.exports.exhibits import Listing, sentences
from lib.exports.pack import Section
from lib.figures import disagreements, groups
from lib.figures import record as figures
from lib.figures.groups import Group
from lib.model.portfolio import Portfolio
from lib.model.rows import each
from lib.wording import disagreements as texts_of
from lib.wording import record as texts
from lib.wording.findings import group_title
from lib.wording.words import Words

MOST_GROUPS: Final = 30  # disagreements that have a table each; those that follow share one


def differing(portfolio: Portfolio, words: Words) -> Section:
    """Where sources differ, the most consequential first; totals that add up as the last."""
    _ = words.gettext
    sums = disagreements.totals_against_parts(portfolio)
    equal = sums[~sums["is_disagreement"]]
    agreeing = [texts_of.agreeing(row, words) for row in each(equal)]
    said = [*equal["statement_id"], *flat(equal["part_ids"])]
    shown = groups.shown(portfolio)
    found = tuple(group(portfolio, words, one) for one in shown[:MOST_GROUPS])
    title = texts_of.page_title(disagreements.count(portfolio), words)
    none = sentences("disagreements.none", title, [] if found else [title])
    rest = _("Totals that agree with their parts")
    return Section(
        "disagreements",
        _("Where do sources differ, and which value is used?"),
        title,
        (
            *found,
            *_further(portfolio, words, shown[MOST_GROUPS:]),
            *none,
            *sentences("disagreements.agreeing", rest, agreeing, **behind(portfolio, said)),
        ),
    )


def _further(portfolio: Portfolio, words: Words, found: Sequence[Group]) -> tuple[Listing, ...]:
    """The statements of all disagreements that have no table of their own."""
    if not found:
        return ()
    rows = pd.concat([one.rows for one in found], ignore_index=True)
    title = words.ngettext("{n} more disagreement", "{n} more disagreements", len(found)).format(
        n=words.number(len(found))
    )
    return (
        Listing(
            name="disagreements.further",
            title=title,
            short=words.gettext("Disagreements"),
            frame=rows,
            write=texts_of.table,
            words=words,
            **behind_rows(portfolio, rows),
        ),
    )


def group(portfolio: Portfolio, words: Words, one: Group, project_id: str = "") -> Listing:
    """Statements that contradict each other, with why each headline is the headline."""
    rows = one.rows
    behind = texts_of.key_figure(one.figures, words)
    reasons = [texts_of.reason(code, words) for code in one.reasons]
    return Listing(
        name=".".join(filter(None, ("disagreements", one.group_id, project_id))),
        title=group_title(rows, words, one.sums),
        kind=" · ".join(filter(None, (texts_of.kinds(words)[one.kind], behind))),
        short=words.gettext("Disagreements"),
        frame=rows,
        write=texts_of.table,
        words=words,
        note=" ".join(reasons),
        **behind_rows(portfolio, rows) | {"is_disputed": True},
    )


def not_known(portfolio: Portfolio, words: Words) -> Section:
    """What was not found, project by project."""
    _ = words.gettext
    rows = figures.coverage(portfolio)
    coverage = Listing(
        name="record.coverage",
        title=_("What is known of each project"),
        frame=rows,
        write=texts.coverage_table,
        words=words,
        note=texts.meaning(len(portfolio.everything.sources), words),
        empty=_("No project matches these filters."),
    )
    return Section("unknown", _("What is not known?"), texts.not_known(rows, words), (coverage,))


def sources(portfolio: Portfolio, words: Words, others: pd.DataFrame | None = None) -> Section:
    """Where each number comes from: every document, every statement.

    ``others`` are documents (columns of ``sources``) that the pack cites as well: of an earlier
    version, of money for more than the selection.
    """
    _ = words.gettext
    read, said = figures.sources(portfolio), figures.statements(portfolio, "")
    also = [] if others is None else [others[~others["source_id"].isin(read["source_id"])]]
    every = pd.concat(
        [read, *(rows.assign(statement_count=0, site_count=0) for rows in also)], ignore_index=True
    )
    statements = Listing(
        name="record.statements",
        title=words.ngettext("{n} statement", "{n} statements", len(said)).format(
            n=words.number(len(said))
        ),
        frame=said,
        write=texts.statements_table,
        words=words,
        empty=texts.no_statement("", words),
        is_reference=True,
        **behind_rows(portfolio, said),
    )
    documents = listed(portfolio, words, every, "record.sources", _("Documents read"))
    finding = texts.page_title(len(said), read, words)
    question = _("Where does each number come from?")
    return Section("sources", question, finding, (documents, statements))


def listed(
    portfolio: Portfolio, words: Words, rows: pd.DataFrame, name: str, title: str
) -> Listing:
    """Documents as a table."""
    return Listing(
        name=name,
        title=title,
        frame=rows,
        write=texts.sources_table,
        words=words,
        empty=words.gettext("No document speaks about this selection."),
        links={words.gettext("Source"): "url"},
        **behind_rows(portfolio, rows),
    )
