"""Statements as figures read them: who says so, when, about whom, in which unit."""

from __future__ import annotations

import pandas as pd

from lib.model.portfolio import Portfolio
from lib.model.rows import looked_up


def described(portfolio: Portfolio, statements: pd.DataFrame) -> pd.DataFrame:
    """Statements with who says so, when, about which project, in which unit.

    In: rows of a statement table. Out: the same rows with ``publisher``, ``source``, ``url``,
    ``authority``, ``is_programme_page``, ``date``, ``project``, ``unit``.
    """
    sources = portfolio.sources.assign(
        source=portfolio.sources["title"].where(
            portfolio.sources["title"] != "", portfolio.sources["description"]
        )
    )[
        [
            "source_id",
            "publisher",
            "source",
            "url",
            "authority",
            "is_programme_page",
            "published_date",
        ]
    ]
    rows = statements.merge(sources, on="source_id", how="left")
    names = portfolio.everything.projects.set_index("project_id")["name"]
    rows = rows.assign(
        date=rows["as_of_date"].where(rows["as_of_date"] != "", rows["published_date"]),
        project=looked_up(rows["project_id"], names),
    )
    return with_unit(portfolio, rows)


def with_unit(portfolio: Portfolio, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with ``unit`` in the reader's language, singular for exactly one; "" without one."""
    named = [rows[name] for name in ("indicator_id", "unit") if name in rows]
    if not named or "low" not in rows:
        return rows.assign(unit="")
    counted = named[0] if len(named) == 1 else named[0].where(named[0].notna(), named[1])
    indicators = portfolio.indicators.set_index("indicator_id")
    one = looked_up(counted, indicators["unit_one"])
    many = looked_up(counted, indicators["unit_many"])
    is_single = (rows["high"] == 1) & (rows["low"] == 1)
    return rows.assign(unit=one.where(is_single, many))
