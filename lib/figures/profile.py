"""The key figures of a project: places announced, places reported, people, money."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from lib.figures import funding, promises, targets
from lib.figures.disagreements import others
from lib.figures.once import once
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, NOT_STATED, Bound, bound_of
from lib.model.rows import each, frame

MONEY = ("commitment", "project_cost", "requested", "disbursement")  # which amount comes first
_COLUMNS = (
    *("project_id", "figure_id"),
    *BOUND_COLUMNS,
    *("unit", "parts", "beside", "date", "kind", "before_count", "currency_code", "publisher"),
    *("statement_ids", "source_ids", "differs", "is_disputed"),
)
_NONE: dict[str, Any] = {
    **{"unit": "", "parts": (), "beside": (), "date": "", "kind": "", "before_count": 0},
    **{"currency_code": "", "publisher": "", "statement_ids": (), "source_ids": (), "differs": ()},
    "is_disputed": False,
}


@once
def key_figures(portfolio: Portfolio) -> pd.DataFrame:
    """Four rows for each selected project, in the order of editions: one a key figure.

    Out: ``project_id``, ``figure_id`` (places: announced; result: reported of those places; people:
    to be reached; money: stated for the project alone), the bound columns, ``unit``, ``parts``
    (tuple of Bound and unit: what a sum is made of), ``beside`` (tuple of Bound and unit: results
    that answer no target), ``date`` (partial ISO date: when places are due, by any source that
    states that number; of when a result or an amount is), ``kind`` (reported or counted of a
    result, the kind of an amount), ``before_count`` (of a counted one, as in
    :func:`lib.figures.targets.places`), ``currency_code``, ``publisher`` (of an amount),
    ``statement_ids`` (tuple), ``source_ids`` (tuple: further documents, of a result that is
    counted), ``differs`` (tuple of Bound: other values stated), ``is_disputed``.
    """
    places, people = targets.places(portfolio), promises.by_project(portfolio, "people")
    amounts = first_amounts(portfolio)
    disputed = others(portfolio, places["result_statement_ids"].explode().dropna())
    found = []
    for row, reached in zip(each(places), each(people), strict=True):
        found += [
            _promised(row, "places", row.due_date),
            _result(row, disputed),
            _promised(reached, "people"),
            _money(row.project_id, amounts.get(row.project_id)),
        ]
    return frame(found, _COLUMNS)


def first_amounts(portfolio: Portfolio) -> dict[str, Any]:
    """The first amount stated for each whole project, in the order of ``MONEY``.

    Out: a row of ``funding.by_project`` by project; projects without any are left out.
    """
    rows = funding.by_project(portfolio)
    rows = rows[rows["is_headline"] & (rows["stated_count"] > 0) & (rows["scope"] == "project")]
    found: dict[str, Any] = {}
    for row in _in_order(rows):
        found.setdefault(row.project_id, row)
    return found


def _in_order(rows: pd.DataFrame) -> Iterator[Any]:
    for kind in MONEY:
        yield from each(rows[rows["funding_kind"] == kind])


def _promised(row: Any, figure: str, date: str = "") -> dict[str, Any]:
    return {
        **_NONE,
        "project_id": row.project_id,
        "figure_id": figure,
        **bound_of(row)._asdict(),
        "unit": row.unit,
        "parts": row.parts,
        "date": date,
        "statement_ids": row.statement_ids,
        "differs": row.differs,
        "is_disputed": row.is_disputed,
    }


def _result(row: Any, disputed: dict[str, tuple[Bound, ...]]) -> dict[str, Any]:
    """What was reported of the announced places, else what was reported besides them."""
    ids = row.result_statement_ids
    bound = NOT_STATED
    if row.is_comparable:
        bound = Bound(row.result_low, row.result_high, row.result_is_approximate)
    return {
        **_NONE,
        "project_id": row.project_id,
        "figure_id": "result",
        **bound._asdict(),
        "unit": row.result_unit if row.is_comparable else "",
        "beside": () if row.is_comparable else row.other_results,
        "date": row.result_as_of_date,
        "kind": row.result_kind,
        "before_count": row.before_count,
        "statement_ids": ids,
        "source_ids": row.result_source_ids,
        "differs": tuple(dict.fromkeys(one for i in ids for one in disputed.get(i, ()))),
        "is_disputed": any(i in disputed for i in ids),
    }


def _money(project_id: str, row: Any) -> dict[str, Any]:
    if row is None:
        return {
            **_NONE,
            "project_id": project_id,
            "figure_id": "money",
            **NOT_STATED._asdict(),
        }
    return {
        **_NONE,
        "project_id": project_id,
        "figure_id": "money",
        **bound_of(row)._asdict(),
        "date": row.as_of_date,
        "kind": row.funding_kind,
        "currency_code": row.currency_code,
        "publisher": row.publisher,
        "statement_ids": (row.statement_id,),
    }
