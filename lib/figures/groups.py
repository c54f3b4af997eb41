"""Statements that contradict each other, as they are shown: of which kind, how weighty, why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal, NamedTuple

import numpy as np
import pandas as pd

from lib.figures import co_funders, disagreements, targets, timeline
from lib.figures.once import once
from lib.figures.statements import described, property_of
from lib.model.portfolio import Portfolio
from lib.model.rows import each, grouped

Kind = Literal["total", "number", "date", "words"]
KINDS: Final[tuple[Kind, ...]] = ("total", "number", "date", "words")
AUTHORITY_RANK: Final = {"official": 0, "partner": 1, "reference": 2, "press": 3}
# The charts whose numbers are key figures: what differs behind them comes first.
KEY: Final = ("targets.places", "targets.people", "funding.co_funder_counts")


class Group(NamedTuple):
    """One disagreement.

    ``rows``: its statements (columns of ``disagreements.linked``); ``sums``: totals among them that
    their parts miss (columns of ``disagreements.totals_against_parts``); ``reasons``: why each
    headline is the headline (:func:`headline_reason`); ``figures``: the charts that show it.
    """

    group_id: str
    kind: Kind
    rows: pd.DataFrame
    sums: pd.DataFrame
    reasons: tuple[str, ...]
    figures: tuple[str, ...]


@once
def shown(portfolio: Portfolio) -> tuple[Group, ...]:
    """Every disagreement of the selection, the most consequential first.

    By kind, in the order of ``KINDS``; then what stands behind a key figure, what is about the
    programme rather than the foundation as a whole, what more statements speak about. As many as
    ``disagreements.count`` says.
    """
    rows = disagreements.linked(portfolio)
    sums = disagreements.totals_against_parts(portfolio)
    sums = sums[sums["is_disagreement"]]
    charted = _charted(portfolio)
    members = {
        group_id: [row.statement_id for row in group]
        for group_id, group in grouped(each(rows, "statement_id", "group_id"), "group_id").items()
    }
    alone = sums.loc[~sums["statement_id"].isin(rows["statement_id"]), "statement_id"]
    members |= {total: [total] for total in alone}
    together, totals = _together(rows), set(sums["statement_id"])
    no_rows, no_sums = rows.iloc[:0], sums.iloc[:0]
    found = []
    for group_id, ids in members.items():
        missed = sums[sums["statement_id"].isin(ids)] if totals.intersection(ids) else no_sums
        own = together.get(group_id, no_rows)
        quantities = grouped(each(own, *_WEIGHED), "quantity_id")
        reasons = dict.fromkeys(headline_reason(same) for same in quantities.values())
        if len(missed):
            own = _with_parts(portfolio, own, missed, group_id)
        is_target = len(missed) > 0 and (missed["table"] == "targets").any()
        figures = tuple(
            name
            for name, seen in charted.items()
            if not seen.isdisjoint(quantities) or (is_target and name == "targets.places")
        )
        found.append(Group(group_id, _kind(own, missed), own, missed, tuple(reasons), figures))
    return tuple(sorted(found, key=_weight))


_WEIGHED = (
    *("statement_id", "quantity_id", "is_headline", "is_programme_page", "authority", "date"),
)


def _together(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The rows of each group: slices, because to look for each among all takes seconds of many."""
    codes, names = pd.factorize(rows["group_id"])
    order = np.argsort(codes, kind="stable")
    ends = np.cumsum(np.bincount(codes, minlength=len(names))).tolist()
    sorted_rows = rows.iloc[order].copy()
    starts = [0, *ends][: len(ends)]
    return {
        str(name): sorted_rows.iloc[start:end]
        for name, start, end in zip(names, starts, ends, strict=True)
    }


def _with_parts(
    portfolio: Portfolio, rows: pd.DataFrame, sums: pd.DataFrame, group_id: str
) -> pd.DataFrame:
    """The statements of a group: the missed totals first, then the parts that miss them."""
    ids = [*sums["statement_id"], *(part for parts in sums["part_ids"] for part in parts)]
    every = portfolio.statements
    told = described(portfolio, every[every["statement_id"].isin(ids)])
    both = pd.concat([told, rows], ignore_index=True).drop_duplicates("statement_id")
    order = {statement: place for place, statement in enumerate(dict.fromkeys(ids))}
    rank = both["statement_id"].map(order).fillna(len(order))
    both = both.assign(group_id=group_id, rank=rank).sort_values("rank", kind="stable")
    return both.drop(columns="rank").reset_index(drop=True)


def _kind(rows: pd.DataFrame, sums: pd.DataFrame) -> Kind:
    if len(sums):
        return "total"
    if "milestones" in rows["table"].tolist():
        return "date"
    return "number" if any(count > 0 for count in rows["stated_count"].tolist()) else "words"


def _weight(group: Group) -> tuple[int, bool, bool, int]:
    """What sorts the most consequential group first."""
    is_key = not set(KEY).isdisjoint(group.figures)
    is_foundation = {*group.rows["scope"].tolist()} <= {"foundation"}
    return KINDS.index(group.kind), not is_key, is_foundation, -len(group.rows)


@once
def _charted(portfolio: Portfolio) -> dict[str, set[str]]:
    """The quantities whose disagreements a chart marks, by the name of the chart."""
    places, people = targets.places(portfolio), targets.people(portfolio)
    ids = {
        "targets.places": places["statement_ids"] + places["result_statement_ids"],
        "targets.people": people["statement_ids"],
        "timeline.periods": timeline.periods(portfolio)["statement_ids"],
        "funding.co_funder_counts": co_funders.counts(portfolio)["statement_id"],
    }
    known = property_of(portfolio, "quantity_id")
    return {
        name: {known[statement] for statement in column.explode().dropna()}
        for name, column in ids.items()
    }


def headline_reason(rows: Sequence[Any]) -> str:
    """Why the headline among statements of one quantity is the headline.

    Out: programme_page, most_official, latest, decided (none of these), only (nothing to choose).
    In: rows of ``disagreements.linked`` one by one, with ``is_headline``, ``is_programme_page``,
    ``authority``, ``date``.
    """
    heads = [row for row in rows if row.is_headline]
    rest = [row for row in rows if not row.is_headline]
    if not heads or not rest:
        return "only"
    if all(row.is_programme_page for row in heads):
        return "programme_page"
    if AUTHORITY_RANK[heads[0].authority] < min(AUTHORITY_RANK[row.authority] for row in rest):
        return "most_official"
    return "latest" if heads[0].date > max(row.date for row in rest) else "decided"
