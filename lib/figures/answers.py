"""Results that answer a target: those about what it promises, and nothing less."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from lib.figures.once import once
from lib.figures.promises import by_project
from lib.figures.statements import with_unit
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, NOT_STATED, Bound, bound_of, joined
from lib.model.rows import each

COLUMNS: Final = [
    *(
        f"result_{name}"
        for name in (*BOUND_COLUMNS, "unit", "as_of_date", "statement_ids", "source_ids", "kind")
    ),
    *("is_comparable", "other_results"),
]


@once
def of_total(portfolio: Portfolio, total_id: str) -> dict[str, Any]:
    """The headline result of each quantity of a whole project that counts what a total adds.

    ``total_id`` is ``places`` or ``people``. Out: rows of ``results`` with ``unit``, by
    quantity_id.
    """
    results, indicators = portfolio.results, portfolio.indicators
    addable = indicators.loc[indicators["total_id"] == total_id, "indicator_id"]
    results = results[are_whole(results) & results["indicator_id"].isin(addable)]
    return {row.quantity_id: row for row in each(with_unit(portfolio, results))}


def to(target: Any, known: Mapping[str, Any]) -> tuple[str, Bound, list[Any]]:
    """The results that answer a target: of all that it promises, or none.

    ``target`` is a row of :func:`lib.figures.promises.by_project`, ``known`` as :func:`of_total`
    gives it. Out: kind (reported, ""), their sum, the results.
    """
    own = [known[one] for one in dict.fromkeys(target.quantity_ids) if one in known]
    if not own or len(own) < len({*target.quantity_ids}):
        return "", NOT_STATED, []
    return "reported", joined(bound_of(result) for result in own), own


def columns(
    kind: str,
    bound: Bound,
    own: Sequence[Any],
    unit: str,
    others: Sequence[Any] = (),
    counted_from: Sequence[str] = (),
) -> dict[str, object]:
    """The columns of a result beside a target, of which ``targets.places`` tells."""
    return {
        "result_low": bound.low,
        "result_high": bound.high,
        "result_is_approximate": bound.is_approximate,
        "result_stated_count": bound.stated_count,
        "result_unit": " + ".join(dict.fromkeys(one.unit for one in own)) or unit,
        "result_as_of_date": max((one.as_of_date for one in own), default=""),
        "result_statement_ids": tuple(one.statement_id for one in own),
        "result_source_ids": tuple(counted_from),
        "result_kind": kind,
        "is_comparable": bool(kind),
        "other_results": tuple((bound_of(one), one.unit) for one in others),
    }


@once
def statement_ids(portfolio: Portfolio) -> frozenset[str]:
    """The statements of all results that stand beside a target."""
    return frozenset(
        one.statement_id
        for total in ("places", "people")
        for row in each(by_project(portfolio, total))
        for one in to(row, of_total(portfolio, total))[2]
    )


def are_whole(rows: pd.DataFrame) -> pd.Series:
    """Which statements are the headline of their quantity, about whole projects, with a number."""
    return rows["is_headline"] & (rows["stated_count"] > 0) & (rows["scope"] == "project")
