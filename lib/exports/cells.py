"""Rows of an exhibit as typed cells: what people read, then the numbers behind it."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import pandas as pd

from lib.exports.exhibits import Cards, Listing, Tabled
from lib.exports.pack import Pack
from lib.model.quantity import ending
from lib.wording.columns import columns as known_columns
from lib.wording.words import Words

Cell = str | float | datetime.date | None

# Columns whose cells are numbers or dates, with the field of the row that holds the value.
_TYPED: Final = {
    "edition": "edition_id",
    "due": "due_date",
    "as_of": "as_of_date",
    "date": "date",
    "moment": "moment",
    "result_as_of": "result_as_of_date",
    "named": "named_count",
    "duration": "duration_years",
    "statement_count": "statement_count",
    "site_count": "site_count",
    "published": "published_date",
}
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


# Columns that write a bound, with the field of its lower end.
_LOW: Final = {"number": "low", "amount": "low", "result": "result_low"}


class Column(NamedTuple):
    """A heading with its cells; ``addresses`` are those that the cells lead to, "" for none."""

    heading: str
    cells: list[Cell]
    addresses: Sequence[str] = ()


def columns(pack: Pack, exhibit: Tabled | Cards) -> list[Column]:
    """The columns of a sheet: texts as on the screen, then bounds in columns of their own.

    None at all without rows.
    """
    if exhibit.frame.empty:
        return []
    if isinstance(exhibit, Cards):
        return [*_cards(pack, exhibit), *_bounds(exhibit.frame, pack.words, set())]
    frame, words = exhibit.frame, pack.words
    texts = exhibit.texts()
    found = [_told(texts[name], str(name), exhibit) for name in texts]
    found += _bounds(frame, words, {column.heading for column in found})
    if "source_id" in frame:
        numbers: list[Cell] = [number or None for number in pack.row_numbers(exhibit)]
        found.append(Column(words.gettext("No. of source"), numbers))
    return found


def together(pack: Pack, exhibits: Sequence[Tabled | Cards]) -> list[Column]:
    """The columns of several tables of one kind, one below the other: first which one it is."""
    if len(exhibits) == 1:
        return columns(pack, exhibits[0])
    found = [{column.heading: column for column in columns(pack, one)} for one in exhibits]
    counts = [len(one.frame) for one in exhibits]
    titles = [one.title for one, count in zip(exhibits, counts, strict=True) for _ in range(count)]
    if not titles:
        return []
    joined = [Column(pack.words.gettext("Table"), list(titles))]
    for heading in dict.fromkeys(name for own in found for name in own):
        cells: list[Cell] = []
        addresses: list[str] = []
        for own, count in zip(found, counts, strict=True):
            column = own.get(heading, Column(heading, [None] * count))
            cells += column.cells
            addresses += column.addresses or [""] * count
        joined.append(Column(heading, cells, addresses))
    return joined


def keys(exhibit: Tabled, headings: Sequence[str], some: slice) -> dict[int, list[str]]:
    """By what rows are put in order where texts will not do: dates, numbers, lower ends of bounds.

    Out: for the place of a column a key a row, "" for a row without.
    """
    known = known_columns(exhibit.words)
    fields = {known[name][0]: field for name, field in (_TYPED | _LOW).items()}
    return {
        place: [
            "" if value is None or value != value else str(value)
            for value in exhibit.frame[field][some]
        ]
        for place, heading in enumerate(headings)
        if (field := fields.get(heading)) in exhibit.frame and field
    }


def _told(texts: pd.Series[Any], heading: str, exhibit: Tabled) -> Column:
    frame = exhibit.frame
    known = known_columns(exhibit.words)
    fields = [
        field for name, field in _TYPED.items() if known[name][0] == heading and field in frame
    ]
    cells: list[Cell] = texts.tolist()
    if fields:
        values = frame[fields[0]].tolist()
        cells = [_typed(value, text) for value, text in zip(values, cells, strict=True)]
    link = exhibit.links.get(heading) if isinstance(exhibit, Listing) else None
    return Column(heading, cells, frame[link].tolist() if link else ())


def _typed(value: Any, text: Cell) -> Cell:
    """The value itself where it is one; a partial date, or nothing, as the text that says so."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        return datetime.date.fromisoformat(value)
    if isinstance(value, str):
        return int(value) if value.isascii() and value.isdecimal() and len(value) < 9 else text
    return text if value is None or math.isnan(value) else float(value)


def _bounds(frame: pd.DataFrame, words: Words, told: set[str]) -> list[Column]:
    """Low, high, how sure, how many numbers stand behind it: for every bound of the rows."""
    _ = words.gettext
    names = {
        "": "",
        "then_": _("Before"),
        "result_": _("Result"),
        "parts_": _("Sum of the parts"),
        "whole_": _("For more than the selection"),
    }
    found = []
    for prefix, name in names.items():
        if f"{prefix}low" not in frame or (prefix and frame[f"{prefix}low"].isna().all()):
            continue
        lows, highs = frame[f"{prefix}low"].tolist(), frame[f"{prefix}high"].tolist()
        about = frame.get(f"{prefix}is_approximate", pd.Series(False, index=frame.index)).eq(True)
        sure: list[Cell] = [
            words.ending(ending(*bound)) for bound in zip(lows, highs, about, strict=True)
        ]
        own = [
            Column(_("Low"), [_number(low) for low in lows]),
            Column(_("High"), [_number(high) for high in highs]),
            Column(_("How sure"), sure),
        ]
        for field, heading in (
            ("stated_count", _("Numbers stated")),
            ("of_count", _("Of projects")),
        ):
            if f"{prefix}{field}" in frame:
                counts = frame[f"{prefix}{field}"].tolist()
                own.append(Column(heading, [_number(count) for count in counts]))
        for field, heading in (("unit", _("Unit")), ("currency_code", _("Currency"))):
            if f"{prefix}{field}" in frame:
                words_of = frame[f"{prefix}{field}"].fillna("").tolist()
                own.append(Column(heading, words_of))
        found += [
            column._replace(heading=f"{name}: {column.heading}" if name else column.heading)
            for column in own
            if name or column.heading not in told
        ]
    return found


def _number(value: float) -> Cell:
    """A number, nothing for what is open or not stated: the column beside it says which."""
    return float(value) if math.isfinite(value) else None


def _cards(pack: Pack, exhibit: Cards) -> list[Column]:
    _ = pack.words.gettext
    cards = [one.words for one in exhibit.figures]
    cited = [", ".join(map(str, pack.numbers(one.source_ids))) for one in exhibit.figures]
    return [
        Column(_("Key figure"), [card.noun for card in cards]),
        Column(_("Value"), [card.value for card in cards]),
        Column(_("Coverage"), [card.coverage for card in cards]),
        Column(_("Why"), [card.reason for card in cards]),
        Column(_("Also stated"), [card.differs for card in cards]),
        Column(_("No. of source"), list(cited)),
    ]
