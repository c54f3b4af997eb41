"""Rules between rows against loops over rows, for any rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from math import cos, sin

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point, get_coordinates

from lib.model import outlines
from lib.model.faults import Fault
from lib.model.fields import kinds_of, typed
from lib.model.languages import LANGUAGES
from lib.model.rules import TOLERANCE_DEGREES, broken
from lib.model.schema import TABLES

Row = Mapping[str, str]
Rows = Sequence[Row]

KINDS = {name: {c: k["kind"] for c, k in kinds_of(TABLES[name]).items()} for name in TABLES}
PAGES = ("page", "other-page")
BOOLEANS = st.sampled_from(["true", "false"])
DATES = st.sampled_from(
    ["", "", "2019", "2019-12", "2019-12-31", "2020", "2020-01", "2020-01-01", "2020-02-30"]
    + ["2020-02-29", "2021-02-29", "2020-06-31"]
)
VERSIONS = [f"description_{language}" for language in LANGUAGES]
TEXTS = st.sampled_from(["", "text"])
STATEMENTS = st.lists(
    st.fixed_dictionaries(
        {
            "statement_id": st.sampled_from([f"S{number}" for number in range(9)]),
            "quantity_id": st.sampled_from(["a", "b", "c"]),
            "is_headline": BOOLEANS,
            "source_id": st.sampled_from([*PAGES, "press", "nowhere"]),
            "start_date": DATES,
            "end_date": DATES,
            "as_of_date": DATES,
            **dict.fromkeys(VERSIONS, TEXTS),
            "value": st.sampled_from(["", "0", "2.5", "1234567"]),
            "qualifier": st.sampled_from(["exact", "about", "not_stated"]),
        }
    ),
    unique_by=lambda row: row["statement_id"],
    max_size=8,
)


def line(place: int) -> int:
    """The line of a row, when every row takes three."""
    return 2 + 3 * place


def frame(name: str, rows: Rows) -> pd.DataFrame:
    """Rows as the reader types them; what they leave out is empty."""
    texts = pd.DataFrame([*rows], columns=[*KINDS[name]], dtype=str).fillna("")
    texts.index = pd.Index([line(place) for place in range(len(rows))])
    return typed(texts, KINDS[name])


def headlines(name: str, rows: Rows, pages: Sequence[str]) -> Iterator[Fault]:
    """Every quantity by itself, row by row."""
    for quantity in {row["quantity_id"] for row in rows}:
        own = [(line(at), row) for at, row in enumerate(rows) if row["quantity_id"] == quantity]
        heads = [(at, row) for at, row in own if row["is_headline"] == "true"]
        if not heads:
            yield Fault(f"{name}.csv", own[0][0], "is_headline", quantity, "no_headline")
        for at, _ in heads[1:]:
            yield Fault(f"{name}.csv", at, "is_headline", quantity, "two_headlines")
        is_said = any(row["source_id"] in pages for _, row in own)
        is_led = any(row["source_id"] in pages for _, row in heads)
        if heads and is_said and not is_led:
            yield Fault(f"{name}.csv", heads[0][0], "is_headline", quantity, "page_is_headline")


def ids(tables: Mapping[str, Rows]) -> Iterator[Fault]:
    """Every id belongs to the table that has it first."""
    owner: dict[str, str] = {}
    for name, rows in tables.items():
        for at, row in enumerate(rows):
            own = row["statement_id"]
            if owner.setdefault(own, name) != name:
                file = f"{owner[own]}.csv"
                yield Fault(f"{name}.csv", line(at), "statement_id", own, "unique_across", file)


def cells(name: str, rows: Rows) -> Iterator[Fault]:
    """What one row shows."""
    file = f"{name}.csv"
    for at, row in enumerate(rows):
        start, end = row["start_date"], row["end_date"]
        common = min(len(start), len(end))
        if end[:common] < start[:common]:
            yield Fault(file, line(at), "end_date", end, "date_order", start)
        for column in ("start_date", "end_date", "as_of_date"):
            if not is_day(row[column]):
                yield Fault(file, line(at), column, row[column], "no_such_day")
        empty = [version for version in VERSIONS if not row[version]]
        for version in empty if len(empty) < len(VERSIONS) else ():
            yield Fault(file, line(at), version, "", "missing_translation")
        value, word = row["value"], row["qualifier"]
        if name != "context" and (value == "") != (word == "not_stated"):
            text = f"{float(value):g}" if value else ""
            yield Fault(file, line(at), "value", text, "value_and_qualifier", word)


def is_day(text: str) -> bool:
    """Whether a day is in the calendar; a month or a year always is."""
    try:
        return text.count("-") < 2 or bool(datetime.strptime(text, "%Y-%m-%d"))
    except ValueError:
        return False


@settings(max_examples=40)
@given(STATEMENTS, STATEMENTS, STATEMENTS, st.sampled_from([None, (), PAGES[:1], PAGES]))
def test_statements_are_judged_as_loops_do(
    funding: Rows, targets: Rows, context: Rows, pages: Sequence[str] | None
) -> None:
    rows = {"funding": funding, "targets": targets, "context": context}
    tables = {name: frame(name, own) for name, own in rows.items()}
    if pages is not None:
        asked = [*PAGES, "press"]
        tables["sources"] = frame(
            "sources",
            [{"source_id": i, "is_programme_page": str(i in pages).lower()} for i in asked],
        )
    expected = {*ids(rows)}
    for name, own in rows.items():
        expected |= {*headlines(name, own, pages or ()), *cells(name, own)}
    assert broken(tables, {}, {}) == tuple(sorted(expected))


@settings(max_examples=40)
@given(STATEMENTS, st.sets(st.sampled_from([*PAGES, "press"])))
def test_what_no_table_holds_is_lost_wherever_it_stands(rows: Rows, known: set[str]) -> None:
    found = broken({"funding": frame("funding", rows)}, {"sources": frozenset(known)}, {})
    lost = [fault for fault in found if fault.rule == "unknown_reference"]
    assert lost == [
        Fault(
            "funding.csv", line(at), "source_id", row["source_id"], "unknown_reference", "sources"
        )
        for at, row in enumerate(rows)
        if row["source_id"] not in known
    ]


@cache
def corners(code: str) -> list[tuple[float, float]]:
    """The points that an outline bends at."""
    return [(float(x), float(y)) for x, y in get_coordinates(outlines.shapes()[code])]


@st.composite
def sites(draw: st.DrawFn) -> dict[str, str]:
    """A place about as far from a bend of a border as the tolerance, or without a coordinate."""
    of, code = (draw(st.sampled_from(["IT", "ES", "NA", "FR", "SM", "FJ"])) for _ in "12")
    east, north = draw(st.sampled_from(corners(of)))
    angle, far = draw(st.floats(0, 7)), draw(st.floats(0, 2 * TOLERANCE_DEGREES))
    latitude = max(-90, min(90, north + far * sin(angle)))
    longitude = max(-180, min(180, east + far * cos(angle)))
    texts = [draw(st.sampled_from([f"{x:.6f}"] * 7 + [""])) for x in (latitude, longitude)]
    own = draw(st.sampled_from([of, of, of, code, "XX"]))
    return {"country_code": own, "latitude": texts[0], "longitude": texts[1]}


@settings(max_examples=40)
@given(st.lists(sites(), max_size=9))
def test_places_are_judged_as_one_by_one(rows: Rows) -> None:
    shapes = outlines.shapes()
    expected = []
    for at, row in enumerate(rows):
        north, east, code = row["latitude"], row["longitude"], row["country_code"]
        if (north == "") != (east == ""):
            expected.append(Fault("sites.csv", line(at), "latitude", "", "coordinates_pair"))
        elif north and code in shapes:
            spot = Point(float(east), float(north))
            if shapes[code].distance(spot) > TOLERANCE_DEGREES:
                text = f"{float(north):g}, {float(east):g}"
                fault = Fault("sites.csv", line(at), "latitude", text, "outside_country", code)
                expected.append(fault)
    assert broken({"sites": frame("sites", rows)}, {}, shapes) == tuple(expected)
