"""Words of targets and results."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pandas as pd

from lib.model.rows import each
from lib.wording.columns import table as columns_table
from lib.wording.differing import with_differing
from lib.wording.lists import listed
from lib.wording.reading import Reading, endings, no_number, nothing_selected
from lib.wording.shares import Share
from lib.wording.values import not_comparable
from lib.wording.words import Words


def page_title(
    places: pd.DataFrame, people: pd.DataFrame, others: pd.DataFrame, words: Words
) -> str:
    """The title of the page: how many projects have a result beside a target, of any kind."""
    frames = (places, people, others)
    n = len({*chain(*(one.loc[one["is_comparable"], "project_id"] for one in frames))} - {""})
    if not n:
        _ = words.gettext
        return words.read(
            _("No result was found that can be set against a target"),
            _("The programme page gives no result that can be set against a target"),
        )
    return Share(
        words.gettext("A result can be set against the target"),
        "",
        words.gettext("For each of the {total} projects a result can be set against the target"),
        "",
        words.ngettext(
            "For {n} of {total} projects a result can be set against the target",
            "For {n} of {total} projects a result can be set against the target",
            n,
        ),
    ).said(n, len(places), words)


def places(frame: pd.DataFrame, words: Words) -> Reading:
    """Words of targets of places beside results (columns of ``targets.places``)."""
    _ = words.gettext
    comparable = frame[frame["is_comparable"]]
    said = [_set_against(row, words, is_full=True) for row in each(frame)]
    method = _(
        "A result stands beside a target only where a source speaks about the same quantity. "
        "Where none does but every announced place is named, the places reported active are "
        "counted. Nothing is shown as a percentage of a bound."
    )
    found = (frame["stated_count"] > 0) | frame["is_comparable"] | frame["other_results"].map(bool)
    has_number = bool(found.any())
    title = words.read(
        _("Announced places; no comparable result was found"),
        _("Announced places; the programme page gives no comparable result"),
    )
    if len(comparable):
        title = _reached(comparable, words)
        if len(frame) == 1:
            title = _set_against(next(iter(each(frame))), words)
    return Reading(
        title=title,
        subtitle=_(
            "Announced places (wide bar with a tick) and latest public result (thin line with a "
            "dot), in each project’s own unit"
        ),
        measure=_("Announced places and latest public result, in each project’s own unit"),
        how_to_read=f"{method} {endings(words)}",
        method=method,
        coverage=words.as_read(_covered(frame, words)),
        alternative=_("Bar chart of targets and results. {rows}.").format(rows=listed(said, words)),
        empty=nothing_selected(words) if frame.empty else "" if has_number else no_number(words),
    )


def other_unit(row: Any) -> str:
    """The unit of a result that is not that of its target; "" where they have the same.

    A target that is a sum counts people of several kinds, as its parts say.
    """
    is_sum = len(getattr(row, "parts", ())) > 1
    return "" if is_sum or row.result_unit == row.unit else str(row.result_unit)


def _set_against(row: Any, words: Words, *, is_full: bool = False) -> str:
    """A target with the result that answers it, or what else was found, in words.

    ``is_full``: also what else is stated as the target.
    """
    _ = words.gettext
    target = words.bound_in_words(row.low, row.high, row.is_approximate)
    result = _("not found")
    if row.is_comparable:
        result = words.bound_in_words(row.result_low, row.result_high, row.result_is_approximate)
        if other_unit(row):
            target, result = f"{target} {row.unit}", f"{result} {row.result_unit}"
    elif row.other_results:
        result = not_comparable(row.other_results, words, in_words=True)
    return _("{project}: target {target}, result {result}").format(
        project=row.project,
        target=with_differing(target, row._asdict(), words) if is_full else target,
        result=result,
    )


def _reached(comparable: pd.DataFrame, words: Words) -> str:
    """How many results certainly reach the announced number, how many late, how many in doubt."""
    _ = words.gettext
    reached = int((comparable["result_low"] >= comparable["high"]).sum())
    title = Share(
        _("The one comparable result reaches the announced number of places"),
        _("The one comparable result does not certainly reach the announced number"),
        _("Each of the {total} comparable results reaches the announced number of places"),
        _("None of the {total} comparable results certainly reaches the announced number"),
        words.ngettext(
            "{n} of {total} results reaches the announced number of places",
            "{n} of {total} results reach the announced number of places",
            reached,
        ),
    ).said(reached, len(comparable), words)
    late = int((comparable["is_late"] & (comparable["result_low"] >= comparable["high"])).sum())
    if late:
        title = Share(
            _("{finding}, reported after its date"),
            "",
            _("{finding}, each reported after its date"),
            "",
            words.ngettext(
                "{finding}, {n} of them reported after its date",
                "{finding}, {n} of them reported after their date",
                late,
            ),
        ).said(late, reached, words, finding=title)
    disputed = int(comparable["is_disputed"].sum())
    if not disputed:
        return title
    doubt = Share(
        _("{finding}, but sources differ on it"),
        "",
        _("{finding}, but sources differ on each of them"),
        "",
        words.ngettext(
            "{finding}; sources differ on {n} of them",
            "{finding}; sources differ on {n} of them",
            disputed,
        ),
    )
    return doubt.said(disputed, len(comparable), words, finding=title)


def _covered(frame: pd.DataFrame, words: Words) -> str:
    """How many projects have a target and a comparable result, a target alone, or none."""
    _ = words.gettext
    answered = frame["is_comparable"].astype(bool)
    promised = frame["stated_count"] > 0
    both, only, none = (
        int(rows.sum()) for rows in (answered, promised & ~answered, ~promised & ~answered)
    )
    total = len(frame)
    if total and both == total:
        return Share(
            _("The project has a target and a comparable result"),
            "",
            _("Each of the {total} projects has a target and a comparable result"),
            "",
            "",
        ).said(both, total, words)
    if total and only == total:
        return Share(
            _("The project has a target, but no comparable result"),
            "",
            _("Each of the {total} projects has a target, none a comparable result"),
            "",
            "",
        ).said(only, total, words)
    if none == total:
        missing = Share(
            "",
            _("The project has neither a target nor a comparable result"),
            "",
            _("None of the {total} projects has a target or a comparable result"),
            "",
        )
        return missing.said(0, total, words)
    parts = {
        _("{n} with a target and a comparable result"): both,
        _("{n} with a target alone"): only,
        _("{n} without either"): none,
    }
    said = [form.format(n=words.number(n)) for form, n in parts.items() if n]
    projects = words.ngettext("{n} project", "{n} projects", total).format(n=words.number(total))
    return words.of(projects, ", ".join(said))


def places_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Targets beside results as a table."""
    names = ["project", "countries", "number", "unit", "due", "result", "result_as_of", "differs"]
    return columns_table(frame, names, words)
