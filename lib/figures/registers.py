"""What changed between two versions of the tables in those that hold no statements."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from lib.figures import naming
from lib.figures.compare import compare
from lib.figures.naming import Lacking, names
from lib.model import identity
from lib.model.portfolio import Portfolio
from lib.model.row_keys import key_columns
from lib.model.rows import looked_up

# In the order in which a reader asks for them.
REGISTERS: Final = (
    "portfolio",
    *("projects", "project_countries", "sites", "partners", "project_partners", "funders"),
    *("sources", "programmes", "editions", "indicators", "statement_projects", "parts"),
    "rates",
)
_ABOUT: Final = ("name", "code", "project_id", "project", "source_id", "publisher", "url")
_CODES: Final = {"project_countries": "country_code", "project_partners": "partner_role"}


def changes(then: Portfolio, now: Portfolio, lacking: Lacking = frozenset()) -> pd.DataFrame:
    """What was added, removed or changed: projects, partners, places, sources and the like.

    Of tables that no filter narrows, those rows count that the rest of the selection refers to.
    Out: ``table`` (one of ``REGISTERS``), ``key`` (its id; of a row that joins two others both,
    with a slash), ``change``, ``property``, ``then``, ``now`` as in
    :func:`lib.figures.changes.statements`; ``name``, ``code`` (the country, or the role of an
    organisation, of a row that joins), ``project_id``, ``project``, ``source_id``, ``publisher``,
    ``url``: "" where it has none.
    """
    found = pd.concat([_changes(name, then, now) for name in REGISTERS], ignore_index=True)
    found = naming.comparable(found, lacking, now.selection.language)
    return naming.ordered(naming.named(found, then, now), REGISTERS, then, now)


def _used(portfolio: Portfolio, name: str) -> pd.DataFrame:
    """The rows of a table that a selection leaves, or that what it leaves refers to."""
    rows = portfolio.table(name)
    if not portfolio.selection.is_filtered:
        return rows
    said = portfolio.statements
    named = {
        "programmes": ("programme_id", [portfolio.projects["programme_id"]]),
        "partners": ("partner_id", [portfolio.project_partners["partner_id"]]),
        "funders": ("funder_id", [portfolio.funding["funder_id"]]),
        "indicators": ("indicator_id", [said["indicator_id"], said["unit"]]),
        "statement_projects": ("statement_id", [said["statement_id"]]),
        "parts": ("total_id", [said["statement_id"]]),
        "sources": (
            "source_id",
            [said["source_id"], portfolio.sites["source_id"], portfolio.projects["source_id"]],
        ),
    }
    if name not in named:
        return rows
    column, references = named[name]
    return rows[rows[column].isin(pd.concat(references))]


def _changes(name: str, then: Portfolio, now: Portfolio) -> pd.DataFrame:
    """One table, compared by its key; ``then`` and ``now`` as they stand in it."""
    keys = key_columns(name)
    sides = [_used(side, name) for side in (then, now)]
    if name == identity.NAME:
        sides = _as_one(*sides)
    old, new = (rows.assign(key=_key(rows, keys)) for rows in sides)
    found = compare(old, new, ["key"], [str(one) for one in sides[1] if one not in keys])
    past, present = (
        _about(name, side, rows).set_index("key").reindex(found["key"]).reset_index()
        for side, rows in ((then, old), (now, new))
    )
    is_here = found["change"] != "removed"
    about = {column: present[column].where(is_here, past[column]) for column in _ABOUT}
    return found.assign(table=pd.Series(name, index=found.index, dtype=object), **about)


def _as_one(*sides: pd.DataFrame) -> list[pd.DataFrame]:
    """The row of the portfolio on each side under one id: it is the same, whatever it is called.

    A side whose table says nothing, though a description may, has an empty row; both: none.
    """
    own = [rows[rows["portfolio_id"] != ""] for rows in sides]
    if all(rows.empty for rows in own):
        return own
    rows = [
        one if len(one) else pd.DataFrame([dict.fromkeys(one, "")], dtype=object) for one in own
    ]
    return [one.assign(portfolio_id=identity.NAME) for one in rows]


def _key(rows: pd.DataFrame, keys: list[str]) -> pd.Series[str]:
    key = rows[keys[0]].astype(str)
    for name in keys[1:]:
        key = key + "/" + rows[name]
    return key


def _about(name: str, side: Portfolio, rows: pd.DataFrame) -> pd.DataFrame:
    """What is said around a row of a table: what it is called, whose it is, where it comes from."""
    full = side.everything
    documents = full.sources.set_index("source_id")
    nothing = pd.Series("", index=rows.index, dtype=object)
    source = rows.get("source_id", nothing)
    project = rows.get("project_id", nothing)
    return rows[["key"]].assign(
        name=_called(name, full, rows),
        code=rows.get(_CODES.get(name, ""), nothing),
        project_id=project,
        project=looked_up(project, names(full, "projects")),
        source_id=source,
        publisher=looked_up(source, documents["publisher"]),
        url=looked_up(source, documents["url"]),
    )


def _called(name: str, full: Portfolio, rows: pd.DataFrame) -> pd.Series[Any]:
    """What each row of a table is called; "" for a country, which has a code."""
    if name == "sources":
        return looked_up(rows["source_id"], names(full, "sources"))
    if name == "project_partners":
        return looked_up(rows["partner_id"], names(full, "partners"))
    if name == "rates":
        return rows["base_currency_code"] + " → " + rows["quote_currency_code"]
    if name == "parts":
        return rows["total_id"] + " ← " + rows["part_id"]
    if name == identity.NAME:
        return rows["title"]
    if "name" in rows:
        return rows["name"]
    if name == "project_countries":
        return pd.Series("", index=rows.index, dtype=object)
    return rows.iloc[:, 0]  # an edition, a statement
