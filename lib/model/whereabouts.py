"""Whereabouts: doubts about the countries of projects and of their places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import pandas as pd

from lib.model.faults import Fault
from lib.model.rows import cells

Tables = Mapping[str, pd.DataFrame]


def doubtful(tables: Tables, outlined: Collection[str]) -> Iterator[Fault]:
    """Projects without a country, places in another one, or where nobody can check them.

    ``outlined`` are the countries of which it is known where they lie.
    """
    if "sites" in tables:
        yield from _unchecked(tables["sites"], outlined)
    if {"projects", "project_countries"} <= tables.keys():
        links = tables["project_countries"]
        lost = tables["projects"]["project_id"]
        for line, project in cells(lost[~lost.isin(links["project_id"])]):
            yield Fault("projects.csv", line, "project_id", project, "no_country")
        if "sites" in tables:
            yield from _elsewhere(tables["sites"], links)


def _elsewhere(sites: pd.DataFrame, links: pd.DataFrame) -> Iterator[Fault]:
    """A place of a project lies in one of its countries."""
    countries = links.groupby("project_id", sort=False)["country_code"].agg(", ".join).to_dict()
    pairs = links["project_id"] + "\0" + links["country_code"]
    away = ~(sites["project_id"] + "\0" + sites["country_code"]).isin(pairs)
    away &= sites["project_id"].isin(links["project_id"])
    for line, project, code in cells(sites["project_id"][away], sites["country_code"][away]):
        own = countries[project]
        yield Fault("sites.csv", line, "country_code", code, "other_country", own)


def _unchecked(sites: pd.DataFrame, outlined: Collection[str]) -> Iterator[Fault]:
    """Where a country lies is known; of one where it is not, a single place is told."""
    away = sites[sites["latitude"].notna() & ~sites["country_code"].isin([*outlined])]
    away = away.drop_duplicates("country_code")
    for line, code, north, east in cells(away["country_code"], away["latitude"], away["longitude"]):
        yield Fault("sites.csv", line, "latitude", f"{north:g}, {east:g}", "unchecked_place", code)
