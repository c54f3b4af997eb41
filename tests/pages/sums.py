"""What the key figures must be under a filter, added up from the tables with nothing but csv."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from tests.pages.tables import Row, rows

STATEMENTS = ("funding", "targets", "results", "milestones", "context")
Filters = Mapping[str, str]


def projects(chosen: Filters) -> list[str]:
    """The ids of the projects that are left under filters (one value each)."""
    found = []
    for row in rows("projects"):
        project = row["project_id"]
        fits = {
            "edition": [row["edition_id"]],
            "programme": [row["programme_id"]],
            "country": _linked("project_countries", project, "country_code"),
            "partner": _linked("project_partners", project, "partner_id", "implementer"),
        }
        if all(value in fits[name] for name, value in chosen.items() if name in fits):
            found.append(project)
    return found


def countries(chosen: Filters) -> int:
    """How many countries those projects work in, of those that are selected."""
    left = projects(chosen)
    found = {r["country_code"] for r in rows("project_countries") if r["project_id"] in left}
    return len(found & {chosen["country"]} if "country" in chosen else found)


def promised(total: str, chosen: Filters) -> tuple[float, float, int]:
    """Lower and upper bound of what is promised, and how many projects promise something."""
    left = projects(chosen)
    addable = [r["indicator_id"] for r in rows("indicators") if r["total_id"] == total]
    found = [
        row
        for row in _stated("targets", chosen)
        if row["project_id"] in left
        and row["is_headline"] == "true"
        and row["scope"] == "project"
        and row["indicator_id"] in addable
        and row["value"]
    ]
    bounds = [_bound(row) for row in found]
    return (
        sum(low for low, _high in bounds),
        sum(high for _low, high in bounds),
        len({row["project_id"] for row in found}),
    )


def committed(chosen: Filters) -> tuple[float, float] | None:
    """Money of the foundation for the selected projects alone; None where it has none."""
    left = set(projects(chosen))
    found = [
        row
        for row in _stated("funding", chosen)
        if row["is_headline"] == "true"
        and row["funding_kind"] in ("commitment", "earmark")
        and row["scope"] == "project"
        and row["funder_id"] == "the-human-safety-net"
        and row["value"]
        and _about(row) <= left
    ]
    ids = {row["statement_id"] for row in found}
    parts = {row["part_id"] for row in rows("parts") if row["total_id"] in ids}
    bounds = [_bound(row) for row in found if row["statement_id"] not in parts]
    if not bounds:
        return None
    return sum(low for low, _high in bounds), sum(high for _low, high in bounds)


def statements(chosen: Filters) -> int:
    """How many statements are about the selected projects and no others."""
    left = set(projects(chosen))
    return sum(_about(row) <= left for table in STATEMENTS for row in _stated(table, chosen))


def documents(chosen: Filters) -> tuple[int, int]:
    """How many documents hold those statements, and how many more only name their places."""
    left = set(projects(chosen))
    read = {
        row["source_id"]
        for table in STATEMENTS
        for row in _stated(table, chosen)
        if _about(row) <= left
    }
    pages = {row["source_id"] for row in rows("sources") if row["is_programme_page"] == "true"}
    named = {row["source_id"] for row in rows("sites") if row["project_id"] in left}
    if chosen.get("evidence") == "page":
        named &= pages
    return len(read), len(named - read)


def written(low: float, high: float, stated: int = 1) -> str:
    """A bound as a card writes it in English."""
    if not stated:
        return "not stated"
    if low == high:
        return f"{low:,.0f}"
    if math.isinf(high):
        return f"≥ {low:,.0f}"
    if low == 0:
        return f"≤ {high:,.0f}"
    return f"{low:,.0f}–{high:,.0f}"


def _linked(table: str, project: str, column: str, role: str = "") -> list[str]:
    return [
        row[column]
        for row in rows(table)
        if row["project_id"] == project and (not role or row["partner_role"] == role)
    ]


def _stated(table: str, chosen: Filters) -> Iterable[Row]:
    pages = [row["source_id"] for row in rows("sources") if row["is_programme_page"] == "true"]
    only_page = chosen.get("evidence") == "page"
    return [row for row in rows(table) if not only_page or row["source_id"] in pages]


def _about(row: Row) -> set[str]:
    """The projects that a statement is about."""
    if row["project_id"]:
        return {row["project_id"]}
    listed = {
        link["project_id"]
        for link in rows("statement_projects")
        if link["statement_id"] == row["statement_id"]
    }
    own = projects({"edition": row["edition_id"]} if row["edition_id"] else {})
    return listed or set(own)


def _bound(row: Row) -> tuple[float, float]:
    value = float(row["value"])
    low = 0.0 if row["qualifier"] == "up_to" else value
    return low, math.inf if row["qualifier"] == "at_least" else value
