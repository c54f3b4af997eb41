"""Where the programme expands: announced places, sites, what a map can show."""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd

from lib.figures.once import once
from lib.figures.promises import by_project
from lib.figures.statements import described
from lib.model.portfolio import Portfolio
from lib.model.quantity import Bound, subtract
from lib.model.rows import each, frame, grouped, looked_up


def announced(portfolio: Portfolio) -> pd.DataFrame:
    """Announced expansion places, one row a project, each in its own unit.

    Out: the columns of :func:`lib.figures.promises.by_project`.
    """
    return by_project(portfolio, "places")


@once
def sites(portfolio: Portfolio) -> pd.DataFrame:
    """Every site of the selection.

    Out: the columns of ``sites`` with ``project``, ``edition_id``, ``publisher``, ``source``,
    ``url``, ``status_publisher`` (of the document that reports the status where another one names
    the place, else "") and ``is_shown`` (it has coordinates).
    """
    editions = portfolio.everything.projects.set_index("project_id")["edition_id"]
    rows = described(portfolio, portfolio.sites)
    publishers = portfolio.everything.sources.set_index("source_id")["publisher"]
    other = rows["status_source_id"].where(rows["status_source_id"] != rows["source_id"], "")
    return rows.assign(
        status_publisher=looked_up(other, publishers),
        edition_id=rows["project_id"].map(editions),
        is_shown=rows["latitude"].notna(),
    ).drop(columns=["unit", "date", "published_date"])


def documents(sites: pd.DataFrame) -> tuple[str, ...]:
    """The documents that name sites, then those that report their status: source_ids."""
    found = [*sites["source_id"], *filter(None, sites["status_source_id"])]
    return tuple(dict.fromkeys(found))


@once
def by_country(portfolio: Portfolio) -> pd.DataFrame:
    """Every country of the whole programme, with what the selection holds there.

    Out: ``country_code``, ``edition_ids`` (tuple), ``projects`` (tuple of names),
    ``project_count``, ``named_count`` (expansion places and areas; of these ``area_count`` are
    areas, ``shown_count`` located), ``is_selected``.
    """
    projects = {row.project_id: row for row in each(portfolio.projects)}
    links = grouped(each(portfolio.project_countries), "country_code")
    named = grouped(
        each(_expansion(portfolio), "country_code", "is_shown", "precision"), "country_code"
    )
    found = []
    for code in sorted(portfolio.everything.project_countries["country_code"].unique()):
        own = [projects[link.project_id] for link in links.get(code, [])]
        places = named.get(code, [])
        found.append(
            {
                "country_code": code,
                "edition_ids": tuple(sorted({project.edition_id for project in own})),
                "projects": tuple(project.name for project in own),
                "project_count": len(own),
                "named_count": len(places),
                "area_count": sum(place.precision == "admin_area" for place in places),
                "shown_count": sum(place.is_shown for place in places),
                "is_selected": len(own) > 0,
            }
        )
    return frame(found, _BY_COUNTRY)


_BY_COUNTRY = [
    *("country_code", "edition_ids", "projects", "project_count", "named_count"),
    *("area_count", "shown_count", "is_selected"),
]


@once
def unnamed(portfolio: Portfolio) -> pd.DataFrame:
    """Announced places that no source names, a row a project, at the country's label point.

    Out: ``project_id``, ``project``, ``edition_id``, ``country_code``, the bound columns,
    ``latitude``, ``longitude`` (degrees). The number is what is announced less what is named in
    any country; a project that works in several countries is left out, because the rest cannot be
    placed in one of them.
    """
    everywhere = _expansion(portfolio.in_all_countries())
    named = everywhere[everywhere["is_announced_place"]].groupby("project_id")["site_id"].size()
    found = []
    for row in each(announced(portfolio)):
        count = float(named.get(row.project_id, 0))
        rest = subtract(
            Bound(row.low, row.high, row.is_approximate, row.stated_count), Bound(count, count)
        )
        if not rest.stated_count or rest.high <= 0 or len(row.country_codes) != 1:
            continue
        outline = portfolio.outlines.get(row.country_codes[0], {}).get("properties", {})
        found.append(
            {
                "project_id": row.project_id,
                "project": row.project,
                "edition_id": row.edition_id,
                "country_code": row.country_codes[0],
                "low": rest.low,
                "high": rest.high,
                "is_approximate": rest.is_approximate,
                "stated_count": rest.stated_count,
                "latitude": outline.get("label_latitude", np.nan),
                "longitude": outline.get("label_longitude", np.nan),
            }
        )
    columns = ["project_id", "project", "edition_id", "country_code", "low", "high"]
    columns += ["is_approximate", "stated_count", "latitude", "longitude"]
    return frame(found, columns)


def arcs(portfolio: Portfolio) -> pd.DataFrame:
    """From a project's first place to each expansion place, when one project is selected.

    Out: ``from_longitude``, ``from_latitude``, ``to_longitude``, ``to_latitude`` (degrees),
    ``edition_id``, ``name``. The first place is the origin with the earliest date; undated ones
    count as last. Empty for several projects, and where no origin is located.
    """
    columns = ["from_longitude", "from_latitude", "to_longitude", "to_latitude"]
    columns += ["edition_id", "name"]
    if len(portfolio.projects) != 1:
        return pd.DataFrame(columns=columns)
    located = sites(portfolio).dropna(subset=["latitude", "longitude"])
    origins = located[located["site_role"] == "origin"]
    if origins.empty:
        return pd.DataFrame(columns=columns)
    by_date = origins.assign(order=origins["as_of_date"].replace("", "9999"))
    first = by_date.sort_values("order", kind="stable").iloc[0]
    ends = located[(located["site_role"] == "expansion")]
    return pd.DataFrame(
        {
            "from_longitude": first["longitude"],
            "from_latitude": first["latitude"],
            "to_longitude": ends["longitude"],
            "to_latitude": ends["latitude"],
            "edition_id": ends["edition_id"],
            "name": ends["name"],
        }
    ).reset_index(drop=True)


@once
def shown(portfolio: Portfolio) -> pd.DataFrame:
    """Announced, named and shown places, a row a project.

    Out: the columns of :func:`announced` with ``named_count`` (in any country), ``elsewhere_count``
    (of these, in countries that are not selected), ``point_count``, ``area_count`` (drawn as point,
    as ring), ``matched_count`` (how many of the announced places these can be at most),
    ``listed_count`` (of the named ones, how many a list of reference gives where the source says
    "all"), ``listed_by`` (who publishes it), ``unlocated`` (tuple of names without coordinates) and
    ``before_count`` (places and areas drawn that were there before the programme), of which
    ``before_area_count`` are areas.
    """
    selected = grouped(each(_expansion(portfolio)), "project_id")
    everywhere = grouped(each(_expansion(portfolio.in_all_countries())), "project_id")
    rows = sites(portfolio)
    before = rows[(rows["site_role"] == "origin") & rows["is_shown"]]
    before_counts = before["project_id"].value_counts()
    before_areas = before.loc[before["precision"] == "admin_area", "project_id"].value_counts()
    found = []
    for row in each(announced(portfolio), "project_id", "high"):
        own = selected.get(row.project_id, [])
        named = [site for site in everywhere.get(row.project_id, []) if site.is_announced_place]
        drawn = [site for site in own if site.is_shown]
        listed = [site for site in named if site.authority == "reference"]
        matched = sum(site.is_announced_place for site in drawn)
        found.append(
            {
                "named_count": len(named),
                "elsewhere_count": len(named) - sum(site.is_announced_place for site in own),
                "point_count": sum(site.precision == "place" for site in drawn),
                "area_count": sum(site.precision == "admin_area" for site in drawn),
                "listed_count": len(listed),
                "listed_by": ", ".join(dict.fromkeys(site.publisher for site in listed)),
                "matched_count": min(matched, _most(row.high)),
                "unlocated": tuple(site.name for site in own if not site.is_shown),
                "before_count": int(before_counts.get(row.project_id, 0)),
                "before_area_count": int(before_areas.get(row.project_id, 0)),
            }
        )
    counts = frame(found, _SHOWN)
    return pd.concat([announced(portfolio), counts], axis=1)


_SHOWN = [
    *("named_count", "elsewhere_count", "point_count", "area_count", "matched_count"),
    *("listed_count", "listed_by", "unlocated", "before_count", "before_area_count"),
]


def _most(high: float) -> int:
    """The largest number of places an upper bound allows; without a number, none was announced."""
    if np.isnan(high):
        return 0
    return sys.maxsize if np.isinf(high) else int(high)


@once
def _expansion(portfolio: Portfolio) -> pd.DataFrame:
    """Named expansion places and areas; rows for a whole country are no places."""
    rows = sites(portfolio)
    return rows[(rows["site_role"] == "expansion") & (rows["precision"] != "country")]
