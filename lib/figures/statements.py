"""Statements as figures read them: who says so, when, about whom, in which unit."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.figures.once import once
from lib.model import identity
from lib.model.portfolio import Portfolio
from lib.model.rows import in_objects, looked_up

_SAID = ("publisher", "source", "url", "authority", "is_programme_page", "published_date")


def described(portfolio: Portfolio, statements: pd.DataFrame) -> pd.DataFrame:
    """Statements with who says so, when, about which project, in which unit.

    In: rows of a statement table, or of ``sites``. Out: the same rows with ``publisher``,
    ``source``, ``url``, ``authority``, ``is_programme_page``, ``date``, ``project``, ``unit``.
    """
    key = "statement_id" if "statement_id" in statements else "site_id"
    told = _told(portfolio.everything, key)
    return _beside(statements.reset_index(drop=True), told, key, [*told])


def with_unit(portfolio: Portfolio, rows: pd.DataFrame) -> pd.DataFrame:
    """Statements with ``unit`` in the reader's language, singular for exactly one, "" without."""
    told = _told(portfolio.everything, "statement_id")
    return _beside(rows, told, "statement_id", ["unit"])


def property_of(portfolio: Portfolio, column: str) -> dict[str, Any]:
    """What a column of ``Portfolio.statements`` holds for every statement, selected or not."""
    return _property(portfolio.everything, column)


@once
def _property(portfolio: Portfolio, column: str) -> dict[str, Any]:
    rows = portfolio.statements
    return dict(zip(rows["statement_id"], rows[column], strict=True))


def status_source(place: Any) -> str:
    """The document that reports how far a place is: its own, or that which names the place."""
    return str(place.status_source_id or place.source_id)


def _beside(rows: pd.DataFrame, told: pd.DataFrame, key: str, names: list[str]) -> pd.DataFrame:
    place = told.index.get_indexer(pd.Index(rows[key]))
    own = told[names].take(place).set_axis(rows.index)
    if rows.columns.intersection(names).empty:  # side by side costs a third less than one by one
        found = pd.concat([rows, own], axis=1)
        return found.set_axis(rows.index.copy())  # else theirs, and its name, would be one
    return rows.assign(**{name: own[name] for name in names})


@once
def _told(portfolio: Portfolio, key: str) -> pd.DataFrame:
    """What :func:`described` adds to every statement, or site: no filter changes any of it."""
    rows = portfolio.statements if key == "statement_id" else portfolio.sites
    documents = portfolio.sources.set_index("source_id")
    documents = documents.assign(
        source=documents["title"].where(documents["title"] != "", documents["description"])
    )
    place = documents.index.get_indexer(pd.Index(rows["source_id"]))
    names = portfolio.projects.set_index("project_id")["name"]
    told = {name: documents[name].array.take(place) for name in _SAID}
    found = pd.DataFrame(
        {
            **told,
            "date": rows["as_of_date"].where(rows["as_of_date"] != "", told["published_date"]),
            "project": looked_up(rows["project_id"], names),
            "unit": _unit(portfolio, rows),
        }
    )
    return in_objects(found).set_index(pd.Index(rows[key]))


def _unit(portfolio: Portfolio, rows: pd.DataFrame) -> pd.Series[str]:
    if "low" not in rows:
        return pd.Series("", index=rows.index)
    counted = rows["indicator_id"].where(rows["indicator_id"].notna(), rows["unit"])
    indicators = portfolio.indicators.set_index("indicator_id")
    one = looked_up(counted, indicators["unit_one"])
    many = looked_up(counted, indicators["unit_many"])
    is_single = (rows["high"] == 1) & (rows["low"] == 1)
    return one.where(is_single, many)


def counting_co_funders(portfolio: Portfolio) -> pd.DataFrame:
    """The rows of ``results`` that count payers, in the portfolio of a foundation."""
    kinds = portfolio.indicators.set_index("indicator_id")["indicator_kind"]
    rows = portfolio.results
    are_payers = rows["indicator_id"].map(kinds) == "funders"
    return rows[are_payers & (identity.foundation(portfolio.portfolio) != "")]
