"""Statements as figures read them: who says so, when, about whom, in which unit."""

from __future__ import annotations

import pandas as pd

from lib.figures.once import once
from lib.model.portfolio import Portfolio
from lib.model.rows import looked_up


def described(portfolio: Portfolio, statements: pd.DataFrame) -> pd.DataFrame:
    """Statements with who says so, when, about which project, in which unit.

    In: rows of a statement table. Out: the same rows with ``publisher``, ``source``, ``url``,
    ``authority``, ``is_programme_page``, ``date``, ``project``, ``unit``.
    """
    told = _told(portfolio.everything)
    place = told.index.get_indexer(pd.Index(statements["source_id"]))
    rows = statements.reset_index(drop=True)
    rows = rows.assign(**{str(name): told[name].to_numpy()[place] for name in told})
    names = portfolio.everything.projects.set_index("project_id")["name"]
    rows = rows.assign(
        date=rows["as_of_date"].where(rows["as_of_date"] != "", rows["published_date"]),
        project=looked_up(rows["project_id"], names),
    )
    return with_unit(portfolio, rows)


@once
def _told(portfolio: Portfolio) -> pd.DataFrame:
    """What every statement of a document says of the document, by source_id."""
    rows = portfolio.sources.set_index("source_id")
    titled = rows.assign(source=rows["title"].where(rows["title"] != "", rows["description"]))
    return titled[
        ["publisher", "source", "url", "authority", "is_programme_page", "published_date"]
    ]


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
