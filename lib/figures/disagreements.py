"""Where sources differ: linked statements, stated totals against their parts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from lib.figures.once import once
from lib.figures.statements import described
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, Bound, bound_of, disagree, joined
from lib.model.rows import each, frame, grouped


@once
def groups(portfolio: Portfolio) -> pd.Series:
    """The group of statements that contradict each other, by statement.

    Out: a series indexed by statement_id, its value the first statement_id of the group. Only
    statements that a link names, of the whole record: a filter must not cut a group in two.
    """
    every = portfolio.everything.statements
    links = every.loc[every["contradicts_id"] != "", ["statement_id", "contradicts_id"]]
    leader: dict[str, str] = {}

    def lead(statement: str) -> str:
        while leader.setdefault(statement, statement) != statement:
            statement = leader[statement]
        return statement

    for one, other in zip(links["statement_id"], links["contradicts_id"], strict=True):
        first, second = sorted((lead(one), lead(other)))
        leader[second] = first
    return pd.Series({statement: lead(statement) for statement in leader}, dtype=object)


@once
def open_groups(portfolio: Portfolio) -> pd.Series:
    """The groups of :func:`groups` of which the selection holds at least two statements.

    Out: as there, only with statements of the selection, and with the years of its editions: they
    hold for any part of an edition. A mark never leads to a disagreement that the page of
    disagreements does not show.
    """
    group = groups(portfolio.everything)
    group = group[group.index.isin(_speaking(portfolio)["statement_id"])]
    return group[group.map(group.value_counts()) > 1]


@once
def _speaking(portfolio: Portfolio) -> pd.DataFrame:
    """Of the statements in :func:`groups` those of the selection and of its editions' years."""
    every, own = _linked(portfolio.everything), portfolio.statement_ids
    years = every["statement_id"].isin(portfolio.editions["statement_id"])
    if portfolio.selection.evidence == "page":
        years &= every["source_id"].isin(portfolio.pages)
    return every[every["statement_id"].isin(own) | years]


@once
def _linked(portfolio: Portfolio) -> pd.DataFrame:
    """Every statement in :func:`groups`: few, however many there are."""
    rows = portfolio.statements
    return rows[rows["statement_id"].isin(groups(portfolio).index)]


@once
def linked(portfolio: Portfolio) -> pd.DataFrame:
    """Statements that contradict each other, group by group.

    Out: the columns of ``Portfolio.statements`` with ``group_id``, ``publisher``, ``authority``,
    ``is_programme_page``, ``date`` (as of, else published; empty when neither is known),
    ``project`` and ``unit``. Groups as in :func:`open_groups`.
    """
    group = open_groups(portfolio)
    rows = _speaking(portfolio)
    rows = rows[rows["statement_id"].isin(group.index)]
    rows = rows.assign(group_id=rows["statement_id"].map(group))
    return described(portfolio, rows).sort_values(
        ["group_id", "is_headline", "statement_id"],
        ascending=[True, False, True],
        ignore_index=True,
    )


def others(portfolio: Portfolio, statement_ids: Iterable[str]) -> dict[str, tuple[Bound, ...]]:
    """What else is stated about the quantity of each statement, where sources differ about it.

    Out: statement_id to the distinct other bounds that a link sets against each other (empty for a
    disagreement without a number, for instance about a date). A statement is absent when no
    statement about its quantity stands in a group of :func:`open_groups`, and when what differs is
    the time that a number is for: :func:`other_periods` has that.
    """
    known = _others(portfolio)
    return {statement: known[statement] for statement in statement_ids if statement in known}


@once
def _others(portfolio: Portfolio) -> dict[str, tuple[Bound, ...]]:
    """The answer of :func:`others` for every statement that has one."""
    known = open_groups(portfolio)
    if known.empty:
        return {}
    timed = _timed(portfolio)
    group = {one: own for one, own in known.items() if one not in timed}
    rows = portfolio.statements
    disputed = rows.loc[rows["statement_id"].isin(list(group)), "quantity_id"]
    rows = rows[rows["quantity_id"].isin(disputed)]
    found = {}
    for same in grouped(each(rows, *_STATED), "quantity_id").values():
        bounds = {row.statement_id: bound_of(row) for row in same}
        for statement, own in bounds.items():
            linked_ones = (
                bound
                for other, bound in bounds.items()
                if bound.stated_count and other in group and group[other] == group.get(statement)
            )
            found[statement] = tuple(dict.fromkeys(b for b in linked_ones if b != own))
    return found


_STATED = ("statement_id", "quantity_id", *BOUND_COLUMNS)


@once
def _timed(portfolio: Portfolio) -> set[str]:
    """The numbers that are set against a date and have dates of their own: these differ."""
    rows = linked(portfolio)
    dated = rows.loc[rows["table"] == "milestones", "group_id"]
    has_dates = (rows["start_date"].fillna("") != "") | (rows["end_date"].fillna("") != "")
    found = rows[rows["group_id"].isin(dated) & (rows["table"] != "milestones") & has_dates]
    return {*found["statement_id"]}


@once
def other_periods(portfolio: Portfolio) -> dict[str, tuple[tuple[str, str], ...]]:
    """What else is stated of the time that each statement is for, where sources differ about it.

    Out: statement_id to the distinct other pairs of start and end ("" where not stated) in a group
    of :func:`linked` that a date stands in: those that a link sets against it, and what else is
    stated there about the same. Two projects that each differ from their edition say nothing about
    each other.
    """
    rows = linked(portfolio)
    dated = rows.loc[rows["table"] == "milestones", "group_id"]
    rows = rows[rows["group_id"].isin(dated)]
    found = {}
    for same in grouped(each(rows, *_SPAN), "group_id").values():
        for one in same:
            own = _span(one)
            others = (_span(other) for other in same if _are_about_the_same(one, other))
            if any(own):
                spans = dict.fromkeys(span for span in others if any(span) and span != own)
                found[one.statement_id] = tuple(spans)
    return {statement: spans for statement, spans in found.items() if spans}


_SPAN = ("statement_id", "group_id", "quantity_id", "contradicts_id", "start_date", "end_date")


def _span(row: Any) -> tuple[str, str]:
    return row.start_date or "", row.end_date or ""


def _are_about_the_same(one: Any, other: Any) -> bool:
    """Whether a link sets two statements against each other, or they have the same quantity."""
    return bool(
        one.quantity_id == other.quantity_id
        or one.contradicts_id == other.statement_id
        or other.contradicts_id == one.statement_id
    )


def are_disputed(portfolio: Portfolio, statement_ids: Iterable[str]) -> bool:
    """Whether any of the statements, or another about the same quantity, is contradicted."""
    return bool(others(portfolio, statement_ids))


@once
def totals_against_parts(portfolio: Portfolio) -> pd.DataFrame:
    """Stated totals beside the sum of their stated parts.

    Out: ``total_id``, ``part_ids`` (tuple), ``part_values`` (tuple of Bound), ``low``, ``high``,
    ``is_approximate``, ``stated_count`` of the total, ``parts_low``, ``parts_high``,
    ``is_disagreement``, and the described columns of the total. Only totals whose parts are all
    known, and only where the selection holds the total with every part.
    """
    links = portfolio.parts[portfolio.parts["is_complete"]]
    rows = portfolio.statements
    concerned = rows["statement_id"].isin([*links["total_id"], *links["part_id"]])
    bounds = {row.statement_id: bound_of(row) for row in each(rows[concerned], *_STATED)}
    found = []
    for total_id, parts in grouped(each(links), "total_id").items():
        part_ids = [part.part_id for part in parts]
        if not {total_id, *part_ids} <= bounds.keys():
            continue
        pieces = tuple(bounds[part] for part in part_ids)
        stated, summed = bounds[total_id], joined(pieces)
        if summed.stated_count < len(pieces):  # a part without a number may be of any size
            summed = summed._replace(high=float("inf"))
        found.append(
            {
                "statement_id": total_id,
                "part_ids": tuple(part_ids),
                "part_values": pieces,
                "parts_low": summed.low,
                "parts_high": summed.high,
                "is_disagreement": disagree(stated, summed),
            }
        )
    columns = ["statement_id", "part_ids", "part_values", "parts_low", "parts_high"]
    sums = frame(found, [*columns, "is_disagreement"])
    return described(portfolio, portfolio.statements.merge(sums, on="statement_id"))


@once
def count(portfolio: Portfolio) -> int:
    """How many disagreements the selection holds: linked groups, and totals their parts miss."""
    seen = linked(portfolio)
    sums = totals_against_parts(portfolio)
    sums = sums[sums["is_disagreement"]]
    inside = set(seen["statement_id"])
    return int(seen["group_id"].nunique()) + sum(s not in inside for s in sums["statement_id"])
