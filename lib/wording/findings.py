"""Findings: what differs about whom, in words."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from lib.model.quantity import ending
from lib.model.rows import each
from lib.wording.columns import about
from lib.wording.values import about_time, brief, is_dated, names_in, no_number
from lib.wording.words import Words


class Finding(NamedTuple):
    """What differs about whom: "UNICEF Vietnam", "15 ≠ ≥ 15 provinces"."""

    subject: str
    values: str


def findings(group: pd.DataFrame, sums: pd.DataFrame | None, words: Words) -> list[Finding]:
    """What a group of statements is about: who, and the values that differ.

    Totals that their parts miss (``sums``, may be None) come first. Values of one quantity stand
    against each other; where every quantity has one value only, all of them do. Values of unlike
    kinds (a date and a number) are never joined by a sign.
    """
    missed = [] if sums is None else list(each(sums))
    found = [Finding(_subject([row], words), against_parts(row, words)) for row in missed]
    own = [rows for _, rows in group.groupby("quantity_id", sort=False)]
    apart = [rows for rows in own if len(_values(rows, words)) > 1]
    if found or (len(own) > 1 and apart):
        return found + [_finding(rows, words) for rows in apart]
    return [_finding(group, words)]


def group_title(group: pd.DataFrame, words: Words, sums: pd.DataFrame | None = None) -> str:
    """:func:`findings` in one line."""
    return words.clauses(words.of(one.subject, one.values) for one in findings(group, sums, words))


def _finding(group: pd.DataFrame, words: Words) -> Finding:
    kinds = _values(group, words)
    values = list(kinds)
    if not values:
        values = [words.gettext("worded differently")]
    elif len(values) < 2 and len(group) > 1:
        same = [row for row in each(group) if names_in(row)]
        values.append(_other_names(len(names_in(same[0])), words) if same else no_number(words))
    units = {f" {unit}" for unit in group["unit"].fillna("")}
    unit = units.pop()
    if not units and all(said.endswith(unit) for said in values):  # said once, at the end
        values = [*(said.removesuffix(unit) for said in values[:-1]), values[-1]]
    if len(set(kinds.values())) > 1:
        form = words.gettext("{values} do not fit together")
        quoted = (words.gettext("“{value}”").format(value=one) for one in values)
        return Finding(_subject(each(group), words), form.format(values=words.joined(quoted)))
    first, *others = values
    said = [first, words.joined(others)] if others else values
    return Finding(_subject(each(group), words), " ≠ ".join(said))


def _subject(rows: Iterable[Any], words: Words) -> str:
    """Whom statements speak about."""
    return words.joined(dict.fromkeys(subject(row, words) for row in rows))


def subject(row: Any, words: Words) -> str:
    """Whom a statement speaks about, as the beginning of a line."""
    name = about(row._asdict(), words)
    return f"{name[:1].upper()}{name[1:]}"


def _values(group: pd.DataFrame, words: Words) -> dict[str, str]:
    """The distinct values of a group, each with its kind; what is said in words has none.

    Beside a date the dates of a statement are what is compared, not its amount.
    """
    rows = list(each(group))
    is_about_time = about_time(group)
    found: dict[str, tuple[str, Any]] = {}
    for row in rows:
        said = brief(row, words, is_about_time=is_about_time, in_words=True)
        kind = "date" if is_dated(row, is_about_time=is_about_time) else "number"
        if said != no_number(words):
            found[said] = kind, row
    is_mixed = len({kind for kind, _row in found.values()}) > 1
    return {
        _of_what(row, said, words) if is_mixed and kind == "date" else said: kind
        for said, (kind, row) in found.items()
    }


def _of_what(row: Any, said: str, words: Words) -> str:
    """A date with what it is about, for one that stands beside a number."""
    subject = getattr(row, "subject", "")
    return words.of(subject, said) if isinstance(subject, str) and subject else said


def _other_names(count: int, words: Words) -> str:
    """As many names, but not the same ones."""
    return words.ngettext("{n} other name", "{n} other names", count).format(n=words.number(count))


def against_parts(row: Any, words: Words) -> str:
    """A stated total against its parts: "43 cities ≠ 34 = 13 + 15 + 6", "28 cities = 13 + 15".

    Bounds equal nothing: "66 places (compatible with ≥ 24 + 12)".
    """
    parts = " + ".join(words.bound(*part[:3]) for part in row.part_values)
    code = getattr(row, "currency_code", "")

    def whole(low: float, high: float, is_approximate: bool = False) -> str:
        if isinstance(code, str) and code:
            return words.amount(low, high, is_approximate, code)
        return words.bound(low, high, is_approximate)

    stated = f"{whole(row.low, row.high, bool(row.is_approximate))} {row.unit}".strip()
    if not row.is_disagreement:
        if _is_sum(row):
            return f"{stated} = {parts}"
        form = words.gettext("{total} (compatible with {parts})")
        return form.format(total=stated, parts=parts)
    return f"{stated} ≠ {whole(row.parts_low, row.parts_high)} = {parts}"


def _is_sum(row: Any) -> bool:
    """Whether total and parts are exact numbers, the one the sum of the others."""
    numbers = [(row.low, row.high, row.is_approximate), *(part[:3] for part in row.part_values)]
    is_exact = all(ending(low, high, bool(about)) == "exact" for low, high, about in numbers)
    return is_exact and math.isclose(row.low, math.fsum(part[0] for part in row.part_values))
