"""Words of periods."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.model.rows import each
from lib.wording.columns import period_sure, years
from lib.wording.columns import table as columns_table
from lib.wording.conventions import DOT, SPACE
from lib.wording.differing import differs, with_differing
from lib.wording.lists import listed, named
from lib.wording.reading import Reading, nothing_selected
from lib.wording.shares import Share
from lib.wording.words import Words


def labelled(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Periods with the words their chart writes: ``label`` and ``period_text``."""
    labels = [
        words.edition(row.edition_id) if row.row_kind == "edition" else row.label
        for row in each(frame)
    ]
    return frame.assign(label=labels, period_text=[period(row, words) for row in each(frame)])


def period(row: object, words: Words) -> str:
    """What is stated about a period: its dates and, where one is not, how long it lasts."""
    start, end = getattr(row, "start_date", ""), getattr(row, "end_date", "")
    length = getattr(row, "duration_years", float("nan"))
    if not (start or end) and length == length:
        return words.gettext("{length}, dates not stated").format(length=years(length, words))
    said = words.period(start, end, is_approximate=bool(getattr(row, "is_approximate", False)))
    if length == length and not (start and end):
        return words.gettext("{length}, {period}").format(length=years(length, words), period=said)
    return said


def certainty_of_period(row: Any, words: Words) -> str:
    """How sure the dates of a period are, and what else is stated or not known."""
    said = period_sure(row._asdict(), words)
    values = [words.period(*span) for span in getattr(row, "other_periods", ())]
    if values:
        more = words.gettext("also stated: {values}").format(values=", ".join(values))
        return f"{said}{DOT}{more}"
    differ = words.gettext("sources differ")
    return f"{said}{DOT}{differ}" if row.is_disputed else said


def with_others(row: Any, words: Words) -> str:
    """A period (labelled row of ``timeline.periods``) with what other sources say of it."""
    said = others(row, words)
    return f"{row.period_text}{DOT}{said}" if said else str(row.period_text)


def others(row: Any, words: Words) -> str:
    """What other sources say of a period (labelled row of ``timeline.periods``); may be empty."""
    return differs(row._asdict(), words)


def periods(frame: pd.DataFrame, words: Words) -> Reading:
    """Words of the timeline (labelled rows of ``timeline.periods``)."""
    _ = words.gettext
    editions = frame[frame["row_kind"] == "edition"]
    both = editions[editions["is_start_stated"] & editions["is_end_stated"]]
    projects = frame[frame["row_kind"] == "project"]
    if len(projects) == 1:
        only = projects.iloc[0]
        title = words.of(only["label"], only["period_text"])
        if not (only["start_date"] or only["end_date"]):
            title = _with_editions(title, editions, words)
    elif len(editions) == 1:
        only = editions.iloc[0]
        title = words.of(only["label"], only["period_text"])
    elif len(both) == len(editions):
        title = words.read(
            _("Every edition has both dates published"),
            _("Every edition has both dates on the programme page"),
        )
    else:
        title = _of_many(editions, both, projects, words)
    dated = projects[projects["is_start_stated"] | projects["is_end_stated"]]
    said = [
        with_differing(words.of(row.label, row.period_text), row._asdict(), words)
        for row in each(frame)
    ]
    return Reading(
        title=title,
        subtitle=_("Periods of editions and projects, as stated"),
        how_to_read=_(
            "A bar that fades into an arrow has an end that was not found: the year that is stated "
            "is solid, what fades has no length, and it does not mean that it is still running. A "
            "wavy end means about. What has only a length is said in "
            "words and not drawn on the axis."
        ),
        coverage=words.as_read(
            Share(
                _("The project has a dated period"),
                _("The project has no dated period"),
                _("Each of the {total} projects has a dated period"),
                _("None of the {total} projects has a dated period"),
                words.ngettext(
                    "{n} of {total} projects has a dated period",
                    "{n} of {total} projects have a dated period",
                    len(dated),
                ),
            ).said(len(dated), len(projects), words)
        ),
        alternative=_("Timeline. {rows}.").format(rows=listed(said, words)),
        empty=nothing_selected(words) if frame.empty else "",
    )


def _with_editions(title: str, editions: pd.DataFrame, words: Words) -> str:
    """What is stated of the editions, after a project that has no dates of its own."""
    dated = editions[editions["is_start_stated"] | editions["is_end_stated"]]
    said = [words.of(row.label, row.period_text) for row in each(dated)]
    return words.clauses([title, *said])


def _of_many(
    editions: pd.DataFrame, both: pd.DataFrame, projects: pd.DataFrame, words: Words
) -> str:
    """Which editions have both dates, and how many of the projects have."""
    _ = words.gettext
    editions_named = [_("edition {number}").format(number=one) for one in both["edition_id"]]
    names = named([one.replace(" ", SPACE) for one in editions_named], words)
    said = words.read(
        words.ngettext(
            "Of {total} editions, only {names} has both dates published",
            "Of {total} editions, only {names} have both dates published",
            len(both),
        ),
        words.ngettext(
            "Of {total} editions, only {names} has both dates on the programme page",
            "Of {total} editions, only {names} have both dates on the programme page",
            len(both),
        ),
    )
    if both.empty:
        said = words.read(
            _("Of {total} editions, none has both dates published"),
            _("Of {total} editions, none has both dates on the programme page"),
        )
    said = said.format(total=words.number(len(editions)), names=names)
    if projects.empty:
        return said
    count = int((projects["is_start_stated"] & projects["is_end_stated"]).sum())
    return Share(
        said,
        said,
        _("{finding}; each of the {total} projects has both"),
        _("{finding}; none of the {total} projects has both"),
        words.ngettext(
            "{finding}; {n} of {total} projects has both",
            "{finding}; {n} of {total} projects have both",
            count,
        ),
    ).said(count, len(projects), words, finding=said)


def periods_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The timeline as a table."""
    return columns_table(
        frame, ["label", "period_said", "duration", "period_sure", "differs"], words
    )


def events_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Dated events as a table (columns of ``timeline.events``)."""
    return columns_table(frame, ["moment", "subject", "description", "publisher", "locator"], words)
