"""Rules between tables: what no single cell can show.

Each rule looks at whole columns, and at single rows only where it is broken: a loop over all rows
would cost more than everything else that is done with a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date

import numpy as np
import pandas as pd
from shapely.geometry.base import BaseGeometry

from lib.files.faults import TOLD
from lib.model import part_rules, rate_rules
from lib.model.faults import Fault, Rule
from lib.model.fields import kinds_of
from lib.model.languages import LANGUAGES
from lib.model.likeness import nearest
from lib.model.outlines import are_outside
from lib.model.rows import cells
from lib.model.schema import STATEMENT_TABLES, TABLES

# Outlines at 1:50 million leave out small islands, harbours and bends of a border.
TOLERANCE_DEGREES = 0.35

Tables = Mapping[str, pd.DataFrame]


def broken(
    tables: Tables,
    ids: Mapping[str, frozenset[str]],
    outlines: Mapping[str, BaseGeometry],
    languages: Sequence[str] = LANGUAGES,
) -> tuple[Fault, ...]:
    """Every fault between tables.

    ``tables``: name to typed rows indexed by line, without those that have faults of their own.
    ``ids``: name to the ids a table holds, faulty rows included; a table that could not be read is
    absent, and references into it are not judged. ``outlines`` by country code.
    ``languages`` are those that the tables speak.
    """
    found = [
        *references(tables, ids),
        *_statement_ids(tables),
        *_headlines(tables),
        *_values(tables),
        *_dates(tables),
        *_days(tables),
        *_translations(tables, languages),
        *part_rules.broken(tables),
        *(rate_rules.broken(tables["rates"]) if "rates" in tables else ()),
        *(_coordinates(tables["sites"], outlines) if "sites" in tables else ()),
    ]
    return tuple(sorted(set(found)))


def references(tables: Tables, ids: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    """A reference names a row that exists; ``tables`` may lack columns, ``ids`` are as above."""
    known = dict(ids)
    if all(name in ids for name in STATEMENT_TABLES):
        known["statements"] = frozenset().union(*(ids[name] for name in STATEMENT_TABLES))
    for name, rows in tables.items():
        for column, kind in kinds_of(TABLES[name]).items():
            target = kind["reference"]
            if target not in known or column not in rows:
                continue
            lost = _texts(rows[column]) - known[target] - {""}
            # Where very many are lost, it is not by slips.
            meant = {one: nearest(one, known[target]) for one in sorted(lost)[:TOLD]}
            for line, value in _among(rows[column], lost):
                near = meant.get(value, "")
                rule: Rule = "near_reference" if near else "unknown_reference"
                yield Fault(f"{name}.csv", line, column, value, rule, near or target)


def _statements(tables: Tables) -> Iterator[tuple[str, pd.DataFrame]]:
    return ((name, tables[name]) for name in STATEMENT_TABLES if name in tables)


def _statement_ids(tables: Tables) -> Iterator[Fault]:
    """A statement has one id across all tables of statements."""
    first: dict[str, str] = {}
    for name, rows in _statements(tables):
        ids = _texts(rows["statement_id"])
        for line, value in _among(rows["statement_id"], first.keys() & ids):
            file, other = f"{name}.csv", f"{first[value]}.csv"
            yield Fault(file, line, "statement_id", value, "unique_across", other)
        first = dict.fromkeys(ids, name) | first


def _headlines(tables: Tables) -> Iterator[Fault]:
    """A quantity has one headline; where the programme page speaks, it is the page's."""
    sources = tables.get("sources")
    pages = [] if sources is None else sources.loc[sources["is_programme_page"], "source_id"]
    for name, rows in _statements(tables):
        quantity, is_head = rows["quantity_id"], rows["is_headline"]
        is_page = rows["source_id"].isin(pages)
        heads = quantity[is_head]
        led = _texts(heads)
        should = _texts(quantity[is_page]) - _texts(quantity[is_page & is_head])
        found: list[tuple[Rule, pd.Series[str], Set[str]]] = [
            ("no_headline", quantity.drop_duplicates(), _texts(quantity) - led),
            ("two_headlines", heads[heads.duplicated()], led),
            ("page_is_headline", heads.drop_duplicates(), should),
        ]
        for rule, places, wrong in found:
            for line, value in _among(places, wrong):
                yield Fault(f"{name}.csv", line, "is_headline", value, rule)


def _values(tables: Tables) -> Iterator[Fault]:
    """A qualifier that bounds a number needs the number; "not stated" has none."""
    for name, rows in _statements(tables):
        if name not in ("funding", "targets", "results"):
            continue
        value, qualifier = rows["value"], rows["qualifier"]
        wrong = value.isna() != (qualifier == "not_stated")
        for line, number, word in cells(value[wrong], qualifier[wrong]):
            text = "" if np.isnan(number) else f"{number:g}"
            yield Fault(f"{name}.csv", line, "value", text, "value_and_qualifier", word)


def _dates(tables: Tables) -> Iterator[Fault]:
    """A period does not end before it starts (dates compare at their common precision)."""
    for name, rows in _statements(tables):
        first, last = rows["start_date"], rows["end_date"]
        less = (last != "") & (last < first)
        for line, start, end in cells(first[less], last[less]):
            if not start.startswith(end):  # "2020" is not before "2020-03"
                yield Fault(f"{name}.csv", line, "end_date", end, "date_order", start)
    if "editions" in tables:
        starts, ends = tables["editions"]["start_year"], tables["editions"]["end_year"]
        early = ends < starts
        for line, since, until in cells(starts[early], ends[early]):
            yield Fault("editions.csv", line, "end_year", f"{until:g}", "date_order", f"{since:g}")


def _days(tables: Tables) -> Iterator[Fault]:
    """A day is in the calendar: no 31 February."""
    for name, rows in tables.items():
        for column, kind in kinds_of(TABLES[name]).items():
            if kind["kind"] != "date":
                continue
            wrong = {text for text in _texts(rows[column]) if not _is_in_calendar(text)}
            for line, value in _among(rows[column], wrong):
                yield Fault(f"{name}.csv", line, column, value, "no_such_day")


def _is_in_calendar(text: str) -> bool:
    if len(text) < len("2021-02-28"):
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _translations(tables: Tables, languages: Sequence[str]) -> Iterator[Fault]:
    """A text is there in every language that the tables speak, or in none."""
    for name, rows in tables.items():
        for versions in TABLES[name].texts().values():
            columns = [versions[language] for language in languages]
            empty = {one: rows[one].to_numpy(dtype=object) == "" for one in columns}
            is_half = np.any([*empty.values()], axis=0) & ~np.all([*empty.values()], axis=0)
            for column in columns if is_half.any() else ():
                for line in rows.index[is_half & empty[column]]:
                    yield Fault(f"{name}.csv", int(line), column, "", "missing_translation")


def _coordinates(sites: pd.DataFrame, outlines: Mapping[str, BaseGeometry]) -> Iterator[Fault]:
    """A place has both coordinates or none, and lies in its country."""
    half = sites["latitude"].isna() != sites["longitude"].isna()
    for line, _ in cells(half[half]):
        yield Fault("sites.csv", line, "latitude", "", "coordinates_pair")
    placed = sites[sites["latitude"].notna() & sites["longitude"].notna()]
    away = placed[are_outside(placed, outlines, TOLERANCE_DEGREES)]
    columns = (away["latitude"], away["longitude"], away["country_code"])
    for line, north, east, code in cells(*columns):
        value = f"{north:g}, {east:g}"
        yield Fault("sites.csv", line, "latitude", value, "outside_country", code)


def _texts(column: pd.Series[str]) -> set[str]:
    """The different texts of a column."""
    return set(column.to_numpy(dtype=object).tolist())


def _among(column: pd.Series[str], texts: Set[str]) -> Iterator[tuple[int, str]]:
    """Line and text of every cell that holds one of these texts; there are few or none."""
    return cells(column[column.isin(texts)]) if texts else iter(())
