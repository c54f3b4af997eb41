"""The flow of money: payer to edition to project, as far as it is published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lib.figures.funding import commitments, payers
from lib.figures.once import once
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, Bound, bound_of, joined, subtract
from lib.model.rows import each, frame, grouped, looked_up


@once
def flow(portfolio: Portfolio) -> pd.DataFrame:
    """Payer to edition to project, as far as it is published; the rest in one visible piece.

    Out: a row a link: ``payer_id``, ``payer``, ``is_co_funder``, ``is_own``, ``is_group``,
    ``is_share_open`` (as in :func:`payers`, of the whole commitment), ``edition_id`` (""),
    ``project_ids``, ``projects`` (tuples), ``destination_kind`` (project, several_projects,
    not_published), ``is_published``, ``may_hold_more`` (may other stated amounts lie inside the
    commitment? then what is published of it is the least), the bound columns, ``currency_code``,
    ``statement_id``.
    """
    published = _published_parts(portfolio)
    rows = commitments(portfolio)
    rows = rows.assign(may_hold_more=rows["statement_id"].isin(_with_doubtful_parts(portfolio)))
    about = _about(portfolio.everything)
    found = []
    for row in each(rows):
        # A part in another currency cannot be taken off.
        pieces = [
            piece
            for piece in published.get(row.statement_id, [])
            if piece.currency_code == row.currency_code
        ]
        rest = subtract(bound_of(row), joined(bound_of(piece) for piece in pieces))
        if not pieces and (row.edition_id or row.project_id):
            pieces, rest = [row], Bound(0.0, 0.0)
        for piece in pieces:
            found.append(_link(row, bound_of(piece), piece, about.get(piece.statement_id)))
        if rest.high > 0:
            found.append(_link(row, rest))
    return frame(found, COLUMNS)


COLUMNS = [
    *("payer_id", "payer", "is_co_funder", "is_own", "is_group", "is_share_open"),
    *("edition_id", "project_ids", "projects"),
    *("destination_kind", "is_published", "may_hold_more", *BOUND_COLUMNS),
    *("currency_code", "statement_id"),
]


@once
def _about(portfolio: Portfolio) -> dict[str, dict[str, str]]:
    """The projects that each statement about money concerns: id to name, by statement_id."""
    links = portfolio.coverage
    links = links[links["statement_id"].isin(portfolio.funding["statement_id"])]
    names = dict(zip(portfolio.projects["project_id"], portfolio.projects["name"], strict=True))
    return {
        statement: {row.project_id: names[row.project_id] for row in rows}
        for statement, rows in grouped(each(links), "statement_id").items()
    }


def _published_parts(portfolio: Portfolio) -> dict[str, list[Any]]:
    """Headline amounts that are certainly a part of a total, by the total's statement_id."""
    rows, links = portfolio.funding, portfolio.parts
    stated = each(rows[rows["is_headline"] & (rows["stated_count"] > 0)])
    amounts = {row.statement_id: row for row in stated}
    found = {}
    for total_id, parts in grouped(each(links[links["is_certain"]]), "total_id").items():
        inside = {part.part_id for part in parts}
        found[total_id] = [row for statement, row in amounts.items() if statement in inside]
    return found


def _with_doubtful_parts(portfolio: Portfolio) -> set[str]:
    """The totals that other stated amounts may lie inside of, where no source says whether."""
    rows, links = portfolio.funding, portfolio.parts
    stated = rows.loc[rows["is_headline"] & (rows["stated_count"] > 0), "statement_id"]
    doubtful = links[~links["is_certain"].astype(bool) & links["part_id"].isin(stated)]
    return set(doubtful["total_id"])


def _link(
    payer: Any, bound: Bound, piece: Any = None, projects: Mapping[str, str] | None = None
) -> dict[str, object]:
    """One link of the flow; ``piece`` is the published part, None for what is not published.

    ``projects``: names by id of those the piece is about.
    """
    about = projects or {}
    kinds = {0: "not_published", 1: "project"}
    return {
        "payer_id": payer.funder_id,
        "payer": payer.payer,
        "is_co_funder": payer.is_co_funder,
        "is_own": payer.is_own,
        "is_group": payer.is_group,
        "is_share_open": payer.is_share_open,
        "edition_id": "" if piece is None else piece.edition_id,
        "project_ids": tuple(about),
        "projects": tuple(about.values()),
        "destination_kind": kinds.get(len(about), "several_projects"),
        "is_published": piece is not None,
        "may_hold_more": payer.may_hold_more,
        **bound._asdict(),
        "currency_code": payer.currency_code,
        "statement_id": payer.statement_id if piece is None else piece.statement_id,
    }


@once
def outside_the_flow(portfolio: Portfolio) -> pd.DataFrame:
    """Stated amounts that cannot be placed in the flow: of other kinds, or perhaps inside it.

    Out: rows of :func:`payers`, with ``may_be_part_of`` (the total's statement_id, or "").
    """
    rows = payers(portfolio)
    rows = rows[~rows["statement_id"].isin(flow(portfolio)["statement_id"])]
    rows = rows[~rows["statement_id"].isin(commitments(portfolio)["statement_id"])]
    uncertain = portfolio.parts[~portfolio.parts["is_certain"]].drop_duplicates("part_id")
    doubtful = uncertain.set_index("part_id")["total_id"]
    return rows.assign(may_be_part_of=looked_up(rows["statement_id"], doubtful))
