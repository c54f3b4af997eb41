"""What has changed since an earlier version: key figures, statements, everything else."""

from __future__ import annotations

import pandas as pd

from lib.exports.cited import behind, flat
from lib.exports.exhibits import Listing, sentences
from lib.exports.pack import Section
from lib.figures import changes, registers
from lib.model.earlier import Sides
from lib.wording import changed as tables
from lib.wording import changes as texts
from lib.wording.words import Words


def section(sides: Sides, words: Words) -> Section:
    """Both sides of the selection, held against each other."""
    _ = words.gettext
    if sides.are_unlike:
        why = texts.not_compared(sides, words)
        refused = sentences("changes.refused", _("Nothing is compared"), why)
        return Section("changes", _("What has changed?"), texts.of_another(words), refused)
    then, now, lacking = sides.then, sides.now, sides.lacking
    figures = changes.key_figures(then, now)
    said = changes.statements(then, now, lacking)
    rest = registers.changes(then, now, lacking)
    found = [changes.counts(rows) for rows in (said, rest)]
    return Section(
        "changes",
        _("What has changed?"),
        texts.title(found, sides, words),
        (
            Listing(
                name="changes.key_figures",
                title=texts.figures_title(sides, words),
                frame=figures,
                write=tables.figures_table,
                words=words,
                **behind(now, flat(figures["statement_ids"])),
            ),
            Listing(
                name="changes.statements",
                title=_("Statements"),
                frame=said,
                write=tables.statements_table,
                words=words,
                empty=_("No statement was added, removed or changed."),
                links={_("Publisher"): "url"},
                source_ids=_documents(said),
            ),
            Listing(
                name="registers.changes",
                title=_("Projects, partners, places, sources"),
                frame=rest,
                write=tables.registers_table,
                words=words,
                empty=_("Nothing else was added, removed or changed."),
                links={_("Publisher"): "url"},
                source_ids=_documents(rest),
            ),
        ),
        tuple(texts.lead(sides, words)),
    )


def _documents(rows: pd.DataFrame) -> tuple[str, ...]:
    """The documents of rows, in their order; one that was removed is cited like any other."""
    return tuple(dict.fromkeys(filter(None, rows["source_id"])))
