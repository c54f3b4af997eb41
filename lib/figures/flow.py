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
    not_published), ``is_published``, ``is_rest`` (what is left of a stated amount: calculated),
    ``may_hold_more`` (may other stated amounts lie inside the commitment? then what is published of
    it is the least, and what is left the most), the bound columns, ``low_in_whole`` (what the row
    adds to the least of the commitment: more than ``low`` where others may take from it),
    ``currency_code``, ``statement_id``.
    """
    published = _published_parts(portfolio)
    rows = commitments(portfolio)
    doubtful = _doubtful_parts(portfolio)
    rows = rows.assign(may_hold_more=rows["statement_id"].isin(doubtful))
    about = _about(portfolio.everything)
    is_placed = (rows["edition_id"] != "") | (rows["project_id"] != "")
    is_whole = is_placed & ~rows["statement_id"].isin(list(published))
    found = []
    for row in each(rows[~is_whole]):
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
            own = about.get(piece.statement_id)
            found.append(_link(row, bound_of(piece), piece, own) | {"place": row.Index})
        if rest.high > 0:
            possible = doubtful.get(row.statement_id, [])
            least = subtract(rest, joined(_at_most(one, row.currency_code) for one in possible)).low
            link = _link(row, rest._replace(low=least))
            rest_of = {"is_rest": bool(pieces), "low_in_whole": rest.low, "place": row.Index}
            found.append(link | rest_of)
    divided = frame(found, [*COLUMNS, "place"])
    whole = _whole(rows[is_whole], about)
    if divided.empty:
        return whole[COLUMNS].reset_index(drop=True)
    both = pd.concat([whole, divided]) if len(whole) else divided
    return both.sort_values("place", kind="stable", ignore_index=True)[COLUMNS]


def _whole(rows: pd.DataFrame, about: Mapping[str, Mapping[str, str]]) -> pd.DataFrame:
    """Commitments whose destination is published, of which no part is, as links: all at once."""
    projects = [about.get(statement, {}) for statement in rows["statement_id"]]
    return rows.assign(
        payer_id=rows["funder_id"],
        project_ids=pd.Series([tuple(own) for own in projects], rows.index, dtype=object),
        projects=pd.Series([tuple(own.values()) for own in projects], rows.index, dtype=object),
        destination_kind=pd.Series([_kind(own) for own in projects], rows.index, dtype=object),
        is_published=True,
        is_rest=False,
        low_in_whole=rows["low"],
        place=rows.index,
    )[[*COLUMNS, "place"]]


def _kind(projects: Mapping[str, str]) -> str:
    return {0: "not_published", 1: "project"}.get(len(projects), "several_projects")


COLUMNS = [
    *("payer_id", "payer", "is_co_funder", "is_own", "is_group", "is_share_open"),
    *("edition_id", "project_ids", "projects"),
    *("destination_kind", "is_published", "is_rest", "may_hold_more", *BOUND_COLUMNS),
    *("low_in_whole", "currency_code", "statement_id"),
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
    return _parts(portfolio, portfolio.parts[portfolio.parts["is_certain"].astype(bool)])


def _doubtful_parts(portfolio: Portfolio) -> dict[str, list[Any]]:
    """Headline amounts that may lie inside a total, where no source says whether, by its id."""
    return _parts(portfolio, portfolio.parts[~portfolio.parts["is_certain"].astype(bool)])


def _parts(portfolio: Portfolio, links: pd.DataFrame) -> dict[str, list[Any]]:
    rows = portfolio.funding[portfolio.funding["statement_id"].isin(links["part_id"])]
    stated = each(rows[rows["is_headline"] & (rows["stated_count"] > 0)])
    amounts = {row.statement_id: row for row in stated}
    found = {}
    for total_id, parts in grouped(each(links), "total_id").items():
        inside = {part.part_id for part in parts}
        if some := [row for statement, row in amounts.items() if statement in inside]:
            found[total_id] = some
    return found


def _at_most(part: Any, currency_code: str) -> Bound:
    """What a part takes from a total; nobody knows how much of it one in another currency is."""
    return bound_of(part) if part.currency_code == currency_code else Bound(0.0, float("inf"))


def _link(
    payer: Any, bound: Bound, piece: Any = None, projects: Mapping[str, str] | None = None
) -> dict[str, object]:
    """One link of the flow; ``piece`` is the published part, None for what is not published.

    ``projects``: names by id of those the piece is about.
    """
    about = projects or {}
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
        "destination_kind": _kind(about),
        "is_published": piece is not None,
        "is_rest": False,
        "may_hold_more": payer.may_hold_more,
        **bound._asdict(),
        "low_in_whole": bound.low,
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
