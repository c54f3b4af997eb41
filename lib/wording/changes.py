"""Words for what changed between two versions of the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from lib.model.earlier import Earlier, Recorded, Sides
from lib.model.portfolio import Portfolio
from lib.model.schema import TABLES
from lib.model.selection import FILTERS
from lib.wording import portfolio as portfolio_words
from lib.wording import selection as selection_words
from lib.wording.own import counted, kept_apart
from lib.wording.words import Words

LONGEST: Final = 60  # letters of a name, or of a value that nobody knows


def introduction(words: Words) -> list[str]:
    """What may be dropped, what one gets to see, what becomes of the files."""
    _ = words.gettext
    return [
        _(
            "Drop an earlier Data Package: the zip that “Data” in the board pack makes, or the "
            "tables as they once were, as a zip, a workbook or the files of a folder. What was "
            "added, removed and changed since is said in words, with its sources."
        ),
        kept_apart(words),
    ]


def version(name: str, words: Words) -> str:
    """What an earlier version is called: a date where its name is one."""
    if not name:
        return words.gettext("the earlier tables")
    return words.date(name[:LONGEST])


def dated(earlier: Earlier, words: Words) -> str:
    """What an earlier version is called, with the date of its data where its name is no date."""
    name, newest = version(earlier.name, words), _newest(earlier.portfolio)
    if name != earlier.name[:LONGEST] or not newest:  # said as a date, or in our own words
        return name
    form = words.gettext("“{name}” (documents up to {date})")
    return form.format(name=name, date=words.date(newest))


def _newest(tables: Portfolio) -> str:
    return max(tables.everything.sources["published_date"], default="")


def title(found: Sequence[pd.DataFrame], sides: Sides, words: Words) -> str:
    """The finding: how much was added, removed, changed (frames of ``changes.counts``).

    Where one side holds a selection only, it says within what.
    """
    _ = words.gettext
    since, part = dated(sides.earlier, words), part_of(sides, words)
    added, removed, changed = (
        int(sum(rows[f"{kind}_count"].sum() for rows in found))
        for kind in ("added", "removed", "changed")
    )
    forms = [
        (words.ngettext("{n} added", "{n} added", added), added),
        (words.ngettext("{n} removed", "{n} removed", removed), removed),
        (words.ngettext("{n} changed", "{n} changed", changed), changed),
    ]
    said = words.joined(form.format(n=words.number(n)) for form, n in forms if n)
    if not said:
        form = _("Nothing has changed since {version}")
        if part:
            form = _("Within “{part}” nothing has changed since {version}")
        return form.format(version=since, part=part)
    form = _("{changes} since {version}")
    if part:
        form = _("Within “{part}”: {changes} since {version}")
    return form.format(changes=said, version=since, part=part)


def part_of(sides: Sides, words: Words) -> str:
    """The part that is compared, where either side holds no more than a selection; else ""."""
    recorded = filter(None, (sides.of_then, sides.of_now))
    return " · ".join(dict.fromkeys(_filters(one, sides, words) for one in recorded))


def figures_title(sides: Sides, words: Words) -> str:
    """The heading of the key figures of both sides."""
    part = part_of(sides, words)
    if not part:
        return words.gettext("Key figures, then and now")
    return words.gettext("Key figures within “{part}”, then and now").format(part=part)


def of_another(words: Words) -> str:
    """What stands in the place of a finding where two portfolios have nothing in common."""
    return words.gettext("These are the tables of another portfolio")


def not_compared(sides: Sides, words: Words) -> list[str]:
    """Why two portfolios are not compared, and which they are."""
    form = words.gettext(
        "{version}, “{portfolio}”, shares no project, statement or source with the tables of "
        "today, “{own}”. Nothing is compared."
    )
    titles = [
        portfolio_words.title(side.everything.portfolio, words) for side in (sides.then, sides.now)
    ]
    said = form.format(
        version=version(sides.earlier.name, words), portfolio=titles[0], own=titles[1]
    )
    return [said[0].upper() + said[1:]]


def lead(sides: Sides, words: Words) -> list[str]:
    """What is compared with what, and what of it cannot be compared."""
    lines = [held(sides.earlier, sides.then, words)]
    _ = words.gettext
    if sides.of_then:
        form = _(
            "The earlier tables hold a selection only: {filters}. Those of today are compared "
            "within it."
        )
        lines.append(form.format(filters=_filters(sides.of_then, sides, words)))
    if sides.of_now:
        form = _(
            "The tables of today hold a selection only: {filters}. The earlier ones are compared "
            "within it."
        )
        lines.append(form.format(filters=_filters(sides.of_now, sides, words)))
    return [*lines, *_empty(sides, words), *_lacking(sides, words)]


def held(earlier: Earlier, then: Portfolio, words: Words) -> str:
    """Which version it is, how much of what is compared it holds, how new that is."""
    speaking = {*then.statements["source_id"], *then.sites["source_id"]}
    sources = then.sources[then.sources["source_id"].isin(speaking)]
    newest = max(sources["published_date"], default="")
    form = words.gettext("Compared with {version}: {counts}, the newest of {date}.")
    if not newest:
        form = words.gettext("Compared with {version}: {counts}, undated.")
    return form.format(
        version=version(earlier.name, words),
        counts=counted(replace(then, sources=sources), words),
        date=words.date(newest),
    )


def _filters(recorded: Recorded, sides: Sides, words: Words) -> str:
    """The selection that some tables hold; names come from whichever side has them."""
    left, names = recorded.selection, []
    for side in (sides.now.everything, sides.then.everything):
        known, options = left, side.options()
        for name in FILTERS:
            values = getattr(left, name)
            known = known.with_values(name, (one for one in values if one in options[name]))
            left = left.with_values(name, (one for one in values if one not in options[name]))
        names += [one.name for one in selection_words.chosen(known, side, words)]
        left = left.without_evidence()
    names += [f"{name} = {one[:LONGEST]}" for name in FILTERS for one in getattr(left, name)]
    return " · ".join(names)


def _empty(sides: Sides, words: Words) -> list[str]:
    _ = words.gettext
    is_new, is_gone = sides.then.projects.empty, sides.now.projects.empty
    if is_new and is_gone:
        return [_("No project matches these filters, neither then nor now.")]
    if is_new:
        return [_("No project of this selection was in the earlier tables.")]
    return [_("No project of this selection is in the tables of today.")] if is_gone else []


def _lacking(sides: Sides, words: Words) -> list[str]:
    """Which columns are on one side alone, so that they are not compared."""
    _ = words.gettext
    texts = {
        (table, column): language
        for table, model in TABLES.items()
        for versions in model.texts().values()
        for language, column in versions.items()
    }
    said = []
    then, language = sides.earlier.lacking, words.language_name(words.language)
    if any(texts.get(one) == words.language for one in sides.lacking & then):
        form = _("The earlier tables lack texts in {language}; those texts are not compared.")
        said.append(form.format(language=language))
    if any(texts.get(one) == words.language for one in sides.lacking - then):
        form = _("The tables of today lack texts in {language}; those texts are not compared.")
        said.append(form.format(language=language))
    columns = sorted(".".join(one) for one in then if one not in texts)
    if columns:
        form = _("The earlier tables lack these columns, which are not compared: {columns}.")
        said.append(form.format(columns=", ".join(columns)))
    return said
