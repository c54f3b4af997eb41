"""Words of disagreements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from lib.model.rows import each
from lib.wording.columns import table as columns_table
from lib.wording.columns import yes
from lib.wording.conventions import DOT, SPACE
from lib.wording.findings import against_parts
from lib.wording.values import about_time, brief, compared
from lib.wording.words import Words


def page_title(count: int, words: Words) -> str:
    """The title of the page. A page that is read alone can only contradict itself."""
    _ = words.gettext
    if not count:
        return words.read(
            _("No disagreement was found"),
            _("No disagreement was found on the programme page"),
        )
    return words.read(
        words.ngettext(
            "The sources disagree on {n} point", "The sources disagree on {n} points", count
        ),
        words.ngettext(
            "The programme page contradicts itself on {n} point",
            "The programme page contradicts itself on {n} points",
            count,
        ),
    ).format(n=words.number(count))


def told(row: Any, words: Words) -> str:
    """When a statement was made, by what kind of source."""
    date = words.date(row.date) if row.date else words.gettext("undated")
    return f"{date}{SPACE}· {words.authority(row.authority)}"


def kinds(words: Words) -> dict[str, str]:
    """What each kind of disagreement is called (``lib.figures.groups.KINDS``)."""
    _ = words.gettext
    return {
        "total": _("Totals against their parts"),
        "number": _("Numbers that differ"),
        "date": _("Dates that differ"),
        "words": _("Words that differ"),
    }


def key_figure(figures: Sequence[str], words: Words) -> str:
    """Behind which key figure a disagreement stands, by the charts that show it; may be empty."""
    _ = words.gettext
    names = {
        "targets.places": _("Places announced"),
        "targets.people": _("People to be reached"),
        "funding.co_funder_counts": _("From co-funders"),
    }
    found = [names[name] for name in figures if name in names]
    return _("key figure: {figure}").format(figure=words.joined(found)) if found else ""


def reason(code: str, words: Words) -> str:
    """Why the headline is the headline."""
    _ = words.gettext
    return {
        "programme_page": _("The programme page speaks about it, and the programme page wins."),
        "most_official": _("The source of the value used is more official than the others."),
        "latest": _("Among sources of the same standing it is the latest."),
        "decided": _("The sources have the same standing; which value is used was decided here."),
        "only": _("Each statement speaks about a quantity of its own; none replaces another."),
    }[code]


def agreeing(row: Any, words: Words) -> str:
    """A total that its parts do not contradict, with who says so."""
    return words.gettext("{sum}, says {publisher}").format(
        sum=against_parts(row, words), publisher=row.publisher
    )


def table(group: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The statements of a group as a table (columns of ``disagreements.linked``)."""
    said = columns_table(group, ["description", "date", "publisher", "authority", "locator"], words)
    rows = list(each(group))
    is_about_time = about_time(group)
    values = [compared(row, words, is_about_time=is_about_time) for row in rows]
    said.insert(0, words.gettext("Value"), pd.Series(values))
    said[words.gettext("Value shown first")] = [yes(row.is_headline, words) for row in rows]
    return said


def sentences(group: pd.DataFrame, words: Words) -> list[str]:
    """The statements of a group (columns of ``disagreements.linked``) as "value · who, when"."""
    is_about_time = about_time(group)
    said = []
    for row in each(group):
        when = words.date(row.date) if row.date else words.gettext("undated")
        value = brief(row, words, is_about_time=is_about_time)
        said.append(f"{value}{DOT}{row.publisher}, {when.replace(' ', SPACE)}")
    return said
