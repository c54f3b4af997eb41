"""Rules between tables: what no single cell can show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd
from shapely import Point
from shapely.geometry.base import BaseGeometry

from lib.model.faults import Fault
from lib.model.fields import kinds_of
from lib.model.schema import STATEMENT_TABLES, TABLES

# Outlines at 1:50 million leave out small islands, harbours and bends of a border.
TOLERANCE_DEGREES = 0.35

Tables = Mapping[str, pd.DataFrame]


def broken(
    tables: Tables, ids: Mapping[str, frozenset[str]], outlines: Mapping[str, BaseGeometry]
) -> tuple[Fault, ...]:
    """Every fault between tables.

    ``tables``: name to typed rows indexed by line, without those that have faults of their own.
    ``ids``: name to the ids a table holds, faulty rows included; a table that could not be read is
    absent, and references into it are not judged. ``outlines`` by country code.
    """
    found = [
        *_references(tables, ids),
        *_statement_ids(tables),
        *_headlines(tables),
        *_values(tables),
        *_dates(tables),
        *_days(tables),
        *_translations(tables),
        *(_coordinates(tables["sites"], outlines) if "sites" in tables else ()),
    ]
    return tuple(sorted(set(found)))


def _references(tables: Tables, ids: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    """A reference names a row that exists."""
    known = dict(ids)
    if all(name in ids for name in STATEMENT_TABLES):
        known["statements"] = frozenset().union(*(ids[name] for name in STATEMENT_TABLES))
    for name, rows in tables.items():
        for column, kind in kinds_of(TABLES[name]).items():
            target = kind["reference"]
            if target not in known:
                continue
            lost = rows[(rows[column] != "") & ~rows[column].isin(known[target])]
            for line, value in lost[column].items():
                yield Fault(f"{name}.csv", _line(line), column, value, "unknown_reference", target)


def _statements(tables: Tables) -> Iterator[tuple[str, pd.DataFrame]]:
    return ((name, tables[name]) for name in STATEMENT_TABLES if name in tables)


def _statement_ids(tables: Tables) -> Iterator[Fault]:
    """A statement has one id across all tables of statements."""
    seen: dict[str, str] = {}
    for name, rows in _statements(tables):
        for line, value in rows["statement_id"].items():
            if seen.setdefault(value, name) != name:
                yield Fault(
                    f"{name}.csv",
                    _line(line),
                    "statement_id",
                    value,
                    "unique",
                    f"{seen[value]}.csv",
                )


def _headlines(tables: Tables) -> Iterator[Fault]:
    """A quantity has one headline; where the programme page speaks, it is the page's."""
    sources = tables.get("sources")
    pages = (
        set() if sources is None else set(sources.loc[sources["is_programme_page"], "source_id"])
    )
    for name, statements in _statements(tables):
        for quantity, rows in statements.groupby("quantity_id", sort=False):
            heads = rows[rows["is_headline"]]
            file, first = f"{name}.csv", _line(rows.index[0])
            if heads.empty:
                yield Fault(file, first, "is_headline", str(quantity), "no_headline")
            for line in heads.index[1:]:
                yield Fault(file, _line(line), "is_headline", str(quantity), "two_headlines")
            speaks, leads = rows["source_id"].isin(pages), heads["source_id"].isin(pages)
            if speaks.any() and len(heads) and not leads.any():
                line = _line(heads.index[0])
                yield Fault(file, line, "is_headline", str(quantity), "page_is_headline")


def _values(tables: Tables) -> Iterator[Fault]:
    """A qualifier that bounds a number needs the number; "not stated" has none."""
    for name, rows in _statements(tables):
        if name not in ("funding", "targets", "results"):
            continue
        wrong = rows[rows["value"].isna() != (rows["qualifier"] == "not_stated")]
        for line, row in wrong.iterrows():
            yield Fault(
                f"{name}.csv",
                _line(line),
                "value",
                "" if pd.isna(row["value"]) else f"{row['value']:g}",
                "value_and_qualifier",
                str(row["qualifier"]),
            )


def _dates(tables: Tables) -> Iterator[Fault]:
    """A period does not end before it starts (dates compare at their common precision)."""
    for name, rows in _statements(tables):
        for line, start, end in zip(rows.index, rows["start_date"], rows["end_date"], strict=True):
            common = min(len(start), len(end))
            if common and end[:common] < start[:common]:
                yield Fault(f"{name}.csv", _line(line), "end_date", end, "date_order", start)
    editions = tables.get("editions", pd.DataFrame({"start_year": [], "end_year": []}))
    early = editions[editions["end_year"] < editions["start_year"]]
    for line, row in early.iterrows():
        start, end = f"{row['start_year']:g}", f"{row['end_year']:g}"
        yield Fault("editions.csv", _line(line), "end_year", end, "date_order", start)


def _days(tables: Tables) -> Iterator[Fault]:
    """A day is in the calendar: no 31 February."""
    for name, rows in tables.items():
        for column, kind in kinds_of(TABLES[name]).items():
            if kind["kind"] != "date":
                continue
            full = rows.loc[rows[column].str.len() == len("2021-02-28"), column]
            wrong = full[pd.to_datetime(full, format="%Y-%m-%d", errors="coerce").isna()]
            for line, value in wrong.items():
                yield Fault(f"{name}.csv", _line(line), column, value, "date")


def _translations(tables: Tables) -> Iterator[Fault]:
    """A text is there in every language or in none."""
    for name, rows in tables.items():
        for english in [str(column) for column in rows if str(column).endswith("_en")]:
            italian = f"{english.removesuffix('_en')}_it"
            half = rows[(rows[english] == "") != (rows[italian] == "")]
            for line, row in half.iterrows():
                empty = english if row[english] == "" else italian
                yield Fault(f"{name}.csv", _line(line), empty, "", "missing_translation")


def _coordinates(sites: pd.DataFrame, outlines: Mapping[str, BaseGeometry]) -> Iterator[Fault]:
    """A place has both coordinates or none, and lies in its country."""
    half = sites[sites["latitude"].isna() != sites["longitude"].isna()]
    for line in half.index:
        yield Fault("sites.csv", _line(line), "latitude", "", "coordinates_pair")
    placed = sites.dropna(subset=["latitude", "longitude"])
    for line, row in placed.iterrows():
        outline = outlines.get(row["country_code"])
        if outline is None:
            continue
        distance = outline.distance(Point(row["longitude"], row["latitude"]))
        if distance > TOLERANCE_DEGREES:
            value = f"{row['latitude']:g}, {row['longitude']:g}"
            code = str(row["country_code"])
            yield Fault("sites.csv", _line(line), "latitude", value, "outside_country", code)


def _line(label: object) -> int:
    return int(str(label))
