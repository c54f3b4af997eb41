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
    """What a group of statements is about: who, and the values that differ."""
    rows = [dict(row._asdict()) for row in each(group)]
    subject = words.joined(dict.fromkeys(about(row, words) for row in rows))
    values = list(
        dict.fromkeys(
            value(row, words) for row in each(group) if value(row, words) != no_number(words)
        )
    )
    if len(values) < 2:
        values.append(no_number(words))
    units = {str(unit) for unit in group["unit"].fillna("")}
    if len(units) == 1:  # the same unit throughout is said once, at the end
        unit = f" {units.pop()}"
        values = [*(each_value.removesuffix(unit) for each_value in values[:-1]), values[-1]]
    said = " ≠ ".join(shorten(said, 48, placeholder="…") for said in values)
    return f"{subject[:1].upper()}{subject[1:]}: {said}"


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
