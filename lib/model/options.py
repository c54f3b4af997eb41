"""Options: what each filter can be set to."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

import pandas as pd


class Registered(Protocol):
    """Tables that name what can be selected, in one language where a reader sees them."""

    @property
    def portfolio(self) -> pd.DataFrame:
        """What all of them together are called; a row, or none."""

    @property
    def programmes(self) -> pd.DataFrame:
        """A row a programme."""

    @property
    def editions(self) -> pd.DataFrame:
        """A row an edition."""

    @property
    def projects(self) -> pd.DataFrame:
        """A row a project."""

    @property
    def project_countries(self) -> pd.DataFrame:
        """A row a project in a country."""

    @property
    def partners(self) -> pd.DataFrame:
        """A row an organisation."""

    @property
    def project_partners(self) -> pd.DataFrame:
        """A row an organisation in a role in a project."""

    def __hash__(self) -> int:
        """The same tables are the same object."""


@lru_cache(maxsize=8)  # asked at every run: of the same tables in a few languages
def options(tables: Registered) -> dict[str, list[str]]:
    """The values of each filter, in the order they are offered; ``tables`` before any filter.

    The lists are shared and must not be changed.
    """
    links = tables.project_partners
    carriers = links.loc[links["partner_role"] == "implementer", "partner_id"]
    return {
        "edition": tables.editions["edition_id"].tolist(),
        "programme": tables.programmes["programme_id"].tolist(),
        "country": sorted(tables.project_countries["country_code"].unique()),
        "partner": list(dict.fromkeys(carriers)),
        "project": tables.projects["project_id"].tolist(),
    }
