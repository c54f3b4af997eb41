"""Doubts between tables: what may well be true, but looks like a slip.

Nothing of it keeps tables from being used. As in :mod:`lib.model.rules` whole columns are looked
at, and single rows only where one is doubtful.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

import numpy as np
import pandas as pd

from lib.model import money, proportion, rate_rules, twins, unnamed, whereabouts
from lib.model.faults import Fault
from lib.model.fields import kinds_of
from lib.model.rows import cells, each, grouped
from lib.model.schema import STATEMENT_TABLES, TABLES

_MOST_NAMED: Final = 3  # statements that a doubt names
MARGIN: Final = 10  # years before and after an edition in which its statements lie
_OUT_OF_TIME: Final = ("earlier", "foundation")  # scopes of statements that are about other times
_OWN: Final = ("statement_id", "quantity_id", "is_headline", "contradicts_id")
_COUNTED: Final = ("people", "places", "organisations")  # never by halves

Tables = Mapping[str, pd.DataFrame]


def doubtful(tables: Tables, outlined: Collection[str]) -> tuple[Fault, ...]:
    """Every doubt between tables (as :func:`lib.model.rules.broken` has them).

    ``outlined`` are the countries of which it is known where they lie.
    """
    found = [
        *_dates(tables),
        *_editions(tables),
        *_copies(tables),
        *_fractions(tables),
        *_quantities(tables),
        *_beside(tables),
        *(
            unnamed.doubtful(tables, _edition_of(tables["funding"], tables))
            if "funding" in tables
            else ()
        ),
        *twins.doubtful(tables),
        *proportion.doubtful(tables),
        *money.withdrawn(tables),
        *whereabouts.doubtful(tables, outlined),
        *(rate_rules.doubtful(tables["rates"]) if "rates" in tables else ()),
    ]
    return tuple(sorted(set(found)))


def _dates(tables: Tables) -> Iterator[Fault]:
    """A statement about an edition has no date far from its years."""
    if "editions" not in tables:
        return
    years = tables["editions"].set_index("edition_id")[["start_year", "end_year"]]
    first, last = years.min(axis=1), years.max(axis=1)
    if np.isnan(first.min()):
        return
    for name, rows in tables.items():
        if name not in (*STATEMENT_TABLES, "sites"):
            continue
        edition = _edition_of(rows, tables)
        since = edition.map(first).fillna(first.min()) - MARGIN
        until = edition.map(last).fillna(last.max()) + MARGIN
        is_in_time = ~rows["scope"].isin(_OUT_OF_TIME) if "scope" in rows else True
        for column in (c for c, kind in kinds_of(TABLES[name]).items() if kind["kind"] == "date"):
            year = np.array([float(text[:4] or "nan") for text in rows[column].tolist()])
            far = ((since > year) | (until < year)) & is_in_time
            for line, text, start, end in cells(
                rows[column][far], since[far] + MARGIN, until[far] - MARGIN
            ):
                detail = f"{start:.0f}" if start == end else f"{start:.0f}–{end:.0f}"
                yield Fault(f"{name}.csv", line, column, text, "far_date", detail)


def _editions(tables: Tables) -> Iterator[Fault]:
    """A statement about a project is of the edition of the project."""
    for name, rows in _statements(tables):
        edition = _edition_of(rows[["project_id"]], tables)
        other = (rows["edition_id"] != "") & (edition != "") & (rows["edition_id"] != edition)
        for line, text, right in cells(rows["edition_id"][other], edition[other]):
            yield Fault(f"{name}.csv", line, "edition_id", text, "other_edition", right)


def _copies(tables: Tables) -> Iterator[Fault]:
    """Two statements do not say the same in the same words of the same source."""
    for name, rows in _statements(tables):
        said = rows[[column for column in rows if column not in _OWN]]
        copied = said.duplicated(keep=False)
        first: dict[str, str] = {}
        if not copied.any():
            continue
        words = said[copied].astype(str).agg("\0".join, axis=1)
        for line, own, key in cells(rows["statement_id"][copied], words):
            if first.setdefault(key, own) != own:
                file = f"{name}.csv"
                yield Fault(file, line, "statement_id", own, "same_statement", first[key])


def _fractions(tables: Tables) -> Iterator[Fault]:
    """People, places, organisations are counted whole."""
    kinds = _of("indicators", "indicator_kind", tables)
    for name in ("targets", "results"):
        if name not in tables:
            continue
        rows = tables[name]
        half = (rows["value"] % 1 > 0) & rows["indicator_id"].map(kinds).isin(_COUNTED)
        for line, value, what in cells(rows["value"][half], rows["indicator_id"][half]):
            yield Fault(f"{name}.csv", line, "value", f"{value:.15g}", "fraction_counted", what)


def _quantities(tables: Tables) -> Iterator[Fault]:
    """Statements about one quantity count the same kind of thing."""
    kinds = _of("indicators", "indicator_kind", tables)
    first: dict[str, str] = {}
    for name in ("targets", "results"):
        if name not in tables:
            continue
        rows = tables[name]
        counted = rows.drop_duplicates(["quantity_id", "indicator_id"])
        for line, quantity, what in cells(counted["quantity_id"], counted["indicator_id"]):
            other = first.setdefault(quantity, what)
            if kinds.get(other, "") != kinds.get(what, ""):
                yield Fault(f"{name}.csv", line, "quantity_id", quantity, "mixed_quantity",
                            f"{other}, {what}")  # fmt: skip


def _beside(tables: Tables) -> Iterator[Fault]:
    """Money for several projects is not added to what the same payer gives one of them.

    It is, unless the table of parts says that one is a part of the other.
    """
    if not {"funding", "parts", "projects", "statement_projects"} <= tables.keys():
        return
    rows = tables["funding"]
    rows = rows[
        rows["is_headline"]
        & rows["funding_kind"].isin(["commitment", "earmark"])
        & (rows["scope"] == "project")
        & rows["value"].notna()
        & (rows["funder_id"] != "")
    ]
    parts = tables["parts"]
    rows = rows[~rows["statement_id"].isin(parts["part_id"])]
    rows = rows.assign(edition_id=_edition_of(rows, tables))
    is_wide = rows["project_id"] == ""
    # By payer and currency, then by project, by edition, and all together: looked up, not looked
    # through, for each amount for several.
    single: dict[tuple[str, ...], list[str]] = {}
    for row in each(rows[~is_wide]):
        for kind in (("project", row.project_id), ("edition", row.edition_id), ("", "")):
            single.setdefault((row.funder_id, row.currency_code, *kind), []).append(
                row.statement_id
            )
    listed = grouped(each(tables["statement_projects"]), "statement_id")
    for wide in each(rows[is_wide]):
        about = [("", "")]
        if wide.statement_id in listed:
            about = [("project", link.project_id) for link in listed[wide.statement_id]]
        elif wide.edition_id:
            about = [("edition", wide.edition_id)]
        own = [
            one
            for kind in about
            for one in single.get((wide.funder_id, wide.currency_code, *kind), [])[:_MOST_NAMED]
        ]
        if own:
            detail = ", ".join(own[:_MOST_NAMED])
            value = f"{wide.value:.15g}"
            yield Fault("funding.csv", wide.Index, "value", value, "added_beside", detail)


def _statements(tables: Tables) -> Iterator[tuple[str, pd.DataFrame]]:
    return ((name, tables[name]) for name in STATEMENT_TABLES if name in tables)


def _edition_of(rows: pd.DataFrame, tables: Tables) -> pd.Series[str]:
    """The edition that each row says it is about, else that of its project; "" for neither."""
    own = _of("projects", "edition_id", tables)
    found = [own.get(project, "") for project in rows["project_id"].tolist()]
    edition = pd.Series(found, index=rows.index, dtype=str)
    if "edition_id" not in rows:
        return edition
    return rows["edition_id"].where(rows["edition_id"] != "", edition)


def _of(table: str, column: str, tables: Tables) -> dict[str, str]:
    """A column of a table by the ids in its first one; empty where there is no such table."""
    if table not in tables:
        return {}
    rows = tables[table]
    return dict(zip(rows.iloc[:, 0], rows[column], strict=True))
