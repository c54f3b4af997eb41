"""Drawn flow: what of the flow of money is drawn, so that the eye can follow it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from lib.figures.flow import COLUMNS
from lib.model.quantity import bound_of, joined
from lib.model.rows import each, frame, grouped

REST: Final = "+"  # in the place of an id: all further payers
MOST_LINKS: Final = 40
MOST_IN_FLOW: Final = 10  # payers
MOST_RANKED: Final = 60  # payers
MOST_PAYERS: Final = 8  # of all currencies together
MOST_AMOUNTS: Final = 5  # of each payer, where there is one currency


def drawn(links: pd.DataFrame) -> pd.DataFrame:
    """The flow as far as the eye can follow it: the largest amounts, every other in one piece.

    In: rows of :func:`lib.figures.flow.flow`. Out: the same columns with ``amount_count``, how many
    amounts a row stands for, and ``is_ranked``: of more than ``MOST_IN_FLOW`` payers nobody could
    follow a ribbon, and what each states is one row, or one for what is published and one for the
    rest.
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
    return frame(found, [*COLUMNS, "amount_count"]).assign(is_ranked=False)


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
    return frame(found, [*COLUMNS, "amount_count"]).assign(is_ranked=True)


def shares(currencies: int) -> tuple[int, int]:
    """How many payers a currency is drawn with, and how many amounts each of them."""
    most = max(1, currencies)
    return max(2, MOST_PAYERS // most), max(2, MOST_AMOUNTS + 1 - most)


def _largest(rows: Sequence[Any], payer_id: str, most: int) -> list[dict[str, object]]:
    rest = _alike(rows[most:])
    kept = [{**_columns_of(row), "amount_count": 1} for row in rows[:most]]
    return kept + [_together(some, payer_id) for some in rest]


def _columns_of(row: Any) -> dict[str, object]:
    return {name: getattr(row, name) for name in COLUMNS}


def _size(row: Any) -> tuple[bool, float]:
    """Amounts with a height first, then by what is certain of them."""
    return row.low_in_whole == row.high, row.low_in_whole


def _stated(rows: Sequence[Any]) -> float:
    return float(sum(row.low_in_whole for row in rows))


def _alike(rows: Sequence[Any]) -> list[list[Any]]:
    """Rows that one ribbon may stand for: with or without a height, published or not."""
    found: dict[tuple[bool, bool], list[Any]] = {}
    for row in rows:
        found.setdefault((row.low_in_whole == row.high, row.is_published), []).append(row)
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
        "is_rest": any(row.is_rest for row in rows),
        "may_hold_more": any(row.may_hold_more for row in rows),
        **joined(bound_of(row) for row in rows)._asdict(),
        "low_in_whole": _stated(rows),
        "statement_id": "",
        "amount_count": len(rows),
    }
