"""Registers: the small tables that every additive row refers to."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from pathlib import Path

import pandas as pd

from lib.model.portfolio import Portfolio
from lib.model.schema import TABLES
from lib.model.tables import checked_at

ADDITIVE = ("funding", "targets", "results", "sites")


@dataclass(frozen=True, eq=False)
class Registers:
    """The tables that stay small while rows of money, targets, results, sites grow.

    Frames hold the columns of :mod:`lib.model.schema`, in every language or in one. They are
    shared: derive new ones, never write into them.
    """

    portfolio: pd.DataFrame
    programmes: pd.DataFrame
    editions: pd.DataFrame
    projects: pd.DataFrame
    project_countries: pd.DataFrame
    partners: pd.DataFrame
    project_partners: pd.DataFrame
    funders: pd.DataFrame
    indicators: pd.DataFrame
    sources: pd.DataFrame
    statement_projects: pd.DataFrame
    parts: pd.DataFrame

    @staticmethod
    def of(portfolio: Portfolio) -> Registers:
        """The registers of a loaded portfolio, before any filter."""
        full = portfolio.everything
        return Registers(**{name: full.table(name) for name in _NAMES})

    @property
    def page_ids(self) -> list[str]:
        """The ids of the sources that are programme pages."""
        return [*self.sources.loc[self.sources["is_programme_page"], "source_id"]]

    @cached_property
    def ties(self) -> pd.DataFrame:
        """What binds single statements to several projects, or to totals.

        Out: ``statement_id`` (unique), ``listed_ids`` (the projects that are listed for it),
        ``part_of_ids`` (the totals it is a part of), ``total_id`` (its own id when it is a total).
        Several ids are sorted and joined by a space; "" where there is none. Few statements are
        tied, so these three stay dimensions of which nearly every row holds "".
        """
        listed, parts = self.statement_projects, self.parts
        totals = pd.Series(parts["total_id"].unique(), dtype=str)
        found = pd.DataFrame(
            {
                "listed_ids": _joined(listed["statement_id"], listed["project_id"]),
                "part_of_ids": _joined(parts["part_id"], parts["total_id"]),
                "total_id": _joined(totals, totals),
            }
        )
        return found.fillna("").rename_axis("statement_id").reset_index()


@lru_cache(maxsize=16)
def spoken(registers: Registers, language: str) -> Registers:
    """The registers with the texts of one language; made once for all readers of it."""
    tables = {name: getattr(registers, name) for name in _NAMES}
    spoken_rows = {name: TABLES[name].in_language(rows, language) for name, rows in tables.items()}
    return Registers(**spoken_rows)


_NAMES = tuple(field.name for field in fields(Registers))


def _joined(keys: pd.Series[str], values: pd.Series[str]) -> pd.Series[str]:
    """The values of each key, sorted, as one text."""
    pairs = pd.DataFrame({"key": keys.to_numpy(), "value": values.to_numpy()}, dtype=str)
    return pairs.sort_values(["key", "value"]).groupby("key")["value"].agg(" ".join)


def read_registers(place: Path) -> Registers:
    """Read and check all tables of a folder but the additive ones, which may not fit in memory.

    Raises :class:`FaultyTables` with every fault at once. References to statements are not judged
    here, because the statements are not read.
    """
    models = {name: TABLES[name] for name in TABLES if name not in ADDITIVE}
    rows = checked_at(place, models).rows
    return Registers(**{name: rows[name].reset_index(drop=True) for name in _NAMES})
