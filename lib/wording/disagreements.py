"""Words of disagreements."""

from __future__ import annotations

from textwrap import shorten

import pandas as pd

from lib.model.quantity import Bound
from lib.model.rows import each
from lib.wording.columns import about
from lib.wording.columns import table as columns_table
from lib.wording.words import Words


def page_title(count: int, words: Words) -> str:
    """The title of the page."""
    if not count:
        return words.gettext("No disagreement was found for these filters")
    return words.ngettext(
        "The sources disagree on {n} point", "The sources disagree on {n} points", count
    ).format(n=words.number(count))


def value(row: object, words: Words) -> str:
    """What a statement says, in few words: a number with unit, money, dates, or its text."""
    low, high = getattr(row, "low", float("nan")), getattr(row, "high", float("nan"))
    code = getattr(row, "currency_code", "")
    if low == low:
        approximate = bool(getattr(row, "is_approximate", False))
        if isinstance(code, str) and code:
            return words.money(low, high, approximate, code)
        unit = getattr(row, "unit", "")
        number = words.bound(low, high, approximate)
        return f"{number} {unit}".strip() if isinstance(unit, str) else number
    start, end = getattr(row, "start_date", ""), getattr(row, "end_date", "")
    if getattr(row, "table", "") == "milestones" and (start or end):
        # A single day is written once, not as the start of an open span.
        kind = getattr(row, "milestone_kind", "")
        return words.period(start, end) if kind == "period" else words.date(start or end)
    text = getattr(row, "value_text", "")
    if isinstance(text, str) and text:
        return text
    return no_number(words)


def no_number(words: Words) -> str:
    """What stands for the value of a statement in words."""
    return words.gettext("said in words")


def group_title(group: pd.DataFrame, words: Words) -> str:
    """What a group of statements is about: who, and the values that differ.

    Values of one quantity stand against each other; where every quantity has one value only, all
    of them do. Values of unlike kinds (a date and a number) are never joined by a sign.
    """
    own = [rows for _, rows in group.groupby("quantity_id", sort=False)]
    if len(own) > 1 and any(len(_values(rows, words)) > 1 for rows in own):
        return "; ".join(_title(rows, words) for rows in own)
    return _title(group, words)


def _title(group: pd.DataFrame, words: Words) -> str:
    rows = [dict(row._asdict()) for row in each(group)]
    subject = words.joined(dict.fromkeys(about(row, words) for row in rows))
    kinds = _values(group, words)
    values = list(kinds)
    if len(values) < 2 and len(group) > 1:
        values.append(no_number(words))
    units = {f" {unit}" for unit in group["unit"].fillna("")}
    unit = units.pop()
    if not units and all(said.endswith(unit) for said in values):  # said once, at the end
        values = [*(said.removesuffix(unit) for said in values[:-1]), values[-1]]
    short = [shorten(said, 48, placeholder="…") for said in values]
    against = words.gettext("against")
    between = "≠" if len(set(kinds.values())) < 2 else against
    return f"{subject[:1].upper()}{subject[1:]}: {f' {between} '.join(short)}"


def _values(group: pd.DataFrame, words: Words) -> dict[str, str]:
    """The distinct values of a group, each with its kind; what is said in words has none.

    Beside a date the dates of a statement are what is compared, not its amount.
    """
    rows = list(each(group))
    is_about_time = any(_is_dated(row) for row in rows)
    found = {}
    for row in rows:
        said, kind = value(row, words), "date" if _is_dated(row) else "number"
        dates = words.period(row.start_date, row.end_date)
        if is_about_time and kind == "number" and (row.start_date or row.end_date):
            said, kind = dates, "date"
        if said != no_number(words):
            found[said] = kind
    return found


def _is_dated(row: object) -> bool:
    return getattr(row, "table", "") == "milestones"


def table(group: pd.DataFrame, words: Words) -> pd.DataFrame:
    """A group as a table (columns of ``disagreements.linked``)."""
    said = columns_table(group, ["description", "date", "publisher", "authority", "locator"], words)
    said.insert(0, words.gettext("Value"), pd.Series([value(row, words) for row in each(group)]))
    said[words.gettext("Value shown first")] = [
        words.gettext("yes") if row.is_headline else words.gettext("no") for row in each(group)
    ]
    return said


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


def total(row: object, words: Words) -> str:
    """A stated total against its parts, as a sentence."""
    parts = getattr(row, "part_values", ())
    low, high = getattr(row, "parts_low", 0.0), getattr(row, "parts_high", 0.0)
    form = (
        words.gettext("{total} {unit} stated, but the parts add up to {parts} = {sum}.")
        if getattr(row, "is_disagreement", False)
        else words.gettext("{total} {unit} stated, and the parts add up to {parts} = {sum}.")
    )
    return form.format(
        total=words.bound(getattr(row, "low", 0.0), getattr(row, "high", 0.0)),
        unit=getattr(row, "unit", ""),
        parts=" + ".join(words.bound(part.low, part.high, part.is_approximate) for part in parts),
        sum=words.bound(low, high),
    )


def mark(one: Bound, other: Bound, words: Words) -> str:
    """Two values that differ, as the mark that stands beside a figure."""
    return f"{words.bound(*one[:3])} ≠ {words.bound(*other[:3])}"
