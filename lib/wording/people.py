"""Words of people to be reached, and of those who were."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.model.rows import each
from lib.wording.columns import table as columns_table
from lib.wording.differing import with_differing
from lib.wording.lists import listed
from lib.wording.reading import Reading
from lib.wording.shares import Share
from lib.wording.targets import other_unit
from lib.wording.words import Words


def people(frame: pd.DataFrame, projects: int, words: Words) -> Reading:
    """Words of people to be reached (columns of ``targets.people``)."""
    _ = words.gettext
    title = _("People to be reached")
    if len(frame):
        first = frame.iloc[0]
        rest = frame.iloc[1:]
        number = _in_words(first, words)
        if len(rest) < 2:
            form = _("{project}: {number} {unit}")
            title = words.clauses(
                form.format(project=row.project, number=_in_words(row, words), unit=row.unit)
                for row in each(frame)
            )
        elif first["low"] > rest["high"].sum():
            title = _("{project}: {number}, more than all other targets together").format(
                project=first["project"], number=number
            )
        else:
            title = _("{project} has the largest target: {number}").format(
                project=first["project"], number=number
            )
    subtitle = _("People to be reached, logarithmic scale; position, not length, is the number")
    measure = _("People to be reached")
    method = _("Different groups of people of one project are added, because all are people.")
    how = [
        _(
            "Each step of the scale is ten times the one before. A dot with an arrow means at "
            "least, a dashed line with a cap means up to, a dot with the sign ≈ means about."
        ),
        method,
    ]
    if frame["is_comparable"].any():
        subtitle = _(
            "People to be reached (dot) and latest public result (square), logarithmic scale; "
            "position, not length, is the number"
        )
        measure = _("People to be reached and latest public result")
        how.append(
            _("A result stands beside a target only where both are about the same quantity.")
        )
    return Reading(
        title=title,
        subtitle=subtitle,
        measure=measure,
        how_to_read=" ".join(how),
        method=method,
        coverage=_people_covered(len(frame), projects, words),
        alternative=_("Dot plot of people to be reached. {rows}.").format(
            rows=listed([_people_said(row, words) for row in each(frame)], words)
        ),
        empty=words.selected(
            words.read(
                _("No number of people was found for this selection."),
                _("The programme page states no number of people for this selection."),
            ),
            words.read(
                _("No number of people was found in the sources read."),
                _("The programme page states no number of people."),
            ),
        )
        if frame.empty
        else "",
    )


def _people_covered(stated: int, projects: int, words: Words) -> str:
    """How many projects say how many people they are to reach."""
    _ = words.gettext
    everywhere = Share(
        _("The project states a number of people"),
        _("The project states no number of people"),
        _("Each of the {total} projects states a number of people"),
        _("None of the {total} projects states a number of people"),
        words.ngettext(
            "{n} of {total} projects states a number of people",
            "{n} of {total} projects state a number of people",
            stated,
        ),
    )
    on_page = Share(
        _("The project has a number of people on the programme page"),
        _("The project has no number of people on the programme page"),
        _("Each of the {total} projects has a number of people on the programme page"),
        _("None of the {total} projects has a number of people on the programme page"),
        words.ngettext(
            "{n} of {total} projects has a number of people on the programme page",
            "{n} of {total} projects have a number of people on the programme page",
            stated,
        ),
    )
    return (on_page if words.is_page_only else everywhere).said(stated, projects, words)


def _in_words(row: Any, words: Words) -> str:
    return words.bound_in_words(row.low, row.high, bool(row.is_approximate))


def _people_said(row: Any, words: Words) -> str:
    """A row of the chart of people in words."""
    form = words.gettext("{project}: {number} {unit}")
    number = target = _in_words(row, words)
    result = words.bound_in_words(row.result_low, row.result_high, row.result_is_approximate)
    if row.is_comparable:
        form = words.gettext("{project}: target {target}, result {result}")
        if other_unit(row):
            target, result = f"{target} {row.unit}", f"{result} {row.result_unit}"
    said = form.format(
        project=row.project, number=number, target=target, unit=row.unit, result=result
    )
    return with_differing(said, row._asdict(), words)


def people_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """People to be reached as a table, with results where there are any."""
    results = ["result", "result_as_of"] if frame["is_comparable"].any() else []
    names = ["project", "countries", "number", "unit", "how_sure", *results, "differs"]
    return columns_table(frame, names, words)
