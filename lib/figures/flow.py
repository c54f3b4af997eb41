"""The flow of money: payer to edition to project, as far as it is published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    return frame(found, _FLOW)


_FLOW = [
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


def drawn(links: pd.DataFrame) -> pd.DataFrame:
    """The flow as far as the eye can follow it: the largest amounts, every other in one piece.

    In: rows of :func:`flow`. Out: the same columns with ``amount_count``, how many amounts a row
    stands for, and ``is_ranked``: of more than ``MOST_IN_FLOW`` payers nobody could follow a
    ribbon, and what each states is one row, or one for what is published and one for the rest.
    Up to ``MOST_LINKS`` rows are as they came. Of more, the payers that state most in
    their currency come first, each with its largest amounts; its others are rows of the
    ``destination_kind`` smaller (exact amounts, which have a height, apart from the rest, published
    ones apart from others), and so are those of all further payers, whose ``payer_id`` is ``REST``.
    Nothing is left out: bounds add up to those of ``links``, currency by currency.
    """
    if links["payer_id"].nunique() > MOST_IN_FLOW:
        return _ranked(links)
    if len(links) <= MOST_LINKS:
        return links.assign(amount_count=1, is_ranked=False)
    found: list[dict[str, object]] = []
    by_currency = grouped(each(links), "currency_code")
    most_payers, most_amounts = shares(len(by_currency))
    for own in by_currency.values():
        payers = sorted(grouped(own, "payer_id").values(), key=_stated, reverse=True)
        for rows in payers[:most_payers]:
            largest = sorted(rows, key=_size, reverse=True)
            found += _largest(largest, rows[0].payer_id, most_amounts)
        rest = [row for rows in payers[most_payers:] for row in rows]
        found += [_together(rows, REST) for rows in _alike(rest)]
    return frame(found, [*_FLOW, "amount_count"]).assign(is_ranked=False)


def _ranked(links: pd.DataFrame) -> pd.DataFrame:
    """What each payer states, in each currency the largest first; very many end in one row."""
    found: list[dict[str, object]] = []
    by_currency = grouped(each(links), "currency_code")
    most = MOST_RANKED // len(by_currency)
    for own in by_currency.values():
        payers = sorted(grouped(own, "payer_id").values(), key=_stated, reverse=True)
        for rows in payers[:most]:
            found += [_together(some, rows[0].payer_id, "payer") for some in _alike(rows)]
        rest = [row for rows in payers[most:] for row in rows]
        found += [_together(some, REST) for some in _alike(rest)]
    return frame(found, [*_FLOW, "amount_count"]).assign(is_ranked=True)


REST = "+"  # in the place of an id: all further payers
MOST_LINKS = 40
MOST_IN_FLOW, MOST_RANKED = 10, 60  # payers
MOST_PAYERS, MOST_AMOUNTS = 8, 5  # of all currencies together; of each payer, where there is one


def shares(currencies: int) -> tuple[int, int]:
    """How many payers a currency is drawn with, and how many amounts each of them."""
    most = max(1, currencies)
    return max(2, MOST_PAYERS // most), max(2, MOST_AMOUNTS + 1 - most)


def _largest(rows: Sequence[Any], payer_id: str, most: int) -> list[dict[str, object]]:
    rest = _alike(rows[most:])
    kept = [{**_columns_of(row), "amount_count": 1} for row in rows[:most]]
    return kept + [_together(some, payer_id) for some in rest]


def _columns_of(row: Any) -> dict[str, object]:
    return {name: getattr(row, name) for name in _FLOW}


def _size(row: Any) -> tuple[bool, float]:
    """Amounts with a height first, then by what is certain of them."""
    return row.low == row.high, row.low


def _stated(rows: Sequence[Any]) -> float:
    return float(sum(row.low for row in rows))


def _alike(rows: Sequence[Any]) -> list[list[Any]]:
    """Rows that one ribbon may stand for: with or without a height, published or not."""
    found: dict[tuple[bool, bool], list[Any]] = {}
    for row in rows:
        found.setdefault((row.low == row.high, row.is_published), []).append(row)
    return [*found.values()]


def _together(rows: Sequence[Any], payer_id: str, kind: str = "smaller") -> dict[str, object]:
    """Several amounts in one currency as one link; of what is not the same in all, nothing."""
    if len(rows) == 1 and payer_id != REST:
        return {**_columns_of(rows[0]), "amount_count": 1}
    editions = {row.edition_id for row in rows}
    return {
        **_columns_of(rows[0]),
        "payer_id": payer_id,
        "payer": "" if payer_id == REST else rows[0].payer,
        "edition_id": editions.pop() if len(editions) == 1 else "",
        "project_ids": (),
        "projects": (),
        "destination_kind": kind,
        "is_published": rows[0].is_published,
        "may_hold_more": any(row.may_hold_more for row in rows),
        **joined(bound_of(row) for row in rows)._asdict(),
        "statement_id": "",
        "amount_count": len(rows),
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
