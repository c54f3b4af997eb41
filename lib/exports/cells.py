"""Rows of an exhibit as typed cells: what people read, then the numbers behind it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import pandas as pd

from lib.exports.exhibits import Cards, Tabled
from lib.exports.pack import Pack
from lib.exports.typed import TYPED, About, Cell, Money, typed
from lib.figures import record
from lib.model.quantity import ending
from lib.model.rows import records
from lib.wording.columns import columns as known_columns
from lib.wording.columns import how_sure
from lib.wording.figure_columns import subjects
from lib.wording.words import Words

_STATEMENTS: Final = ("statement_ids", "statement_id", "result_statement_ids")
# Columns that are numbers where a number is exact, with the fields of the bound.
_EXACT: Final = {"number": "", "amount": "", "result": "result_"}


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
    texts = pack.texts(exhibit)
    found = [_told(texts[name], str(name), pack, exhibit) for name in texts]
    found += _span(frame, words)
    found += _bounds(frame, words, {column.heading for column in found})
    return [*found, *_sources(pack, exhibit)]


def _sources(pack: Pack, exhibit: Tabled) -> list[Column]:
    """The numbers of the documents behind each row: of one as a number, of several as a text."""
    _, frame = pack.words.gettext, exhibit.frame
    if "source_id" in frame:
        cells: list[Cell] = [number or None for number in pack.row_numbers(exhibit)]
        return [Column(_("No. of source"), cells)]
    ids = [name for name in _STATEMENTS if name in frame]
    if not ids:
        return []
    documents = record.source_of(pack.portfolio)
    several: list[Cell] = []
    counted = frame.get("result_source_ids", pd.Series([()] * len(frame), index=frame.index))
    for *row, more in zip(*(frame[name] for name in ids), counted, strict=True):
        behind = [one for cell in row for one in ([cell] if isinstance(cell, str) else cell)]
        found = pack.numbers([*(documents[one] for one in behind if one in documents), *more])
        several.append(", ".join(map(str, found)) or None)
    return [Column(_("Nos. of sources"), several)]


def _span(frame: pd.DataFrame, words: Words) -> list[Column]:
    """Both ends of a period as dates, the last day of what is stated; nothing where it is not."""
    if "is_start_stated" not in frame:
        return []
    return [
        Column(heading, [typed(value, None, is_date=True, is_end=is_end) for value in frame[field]])
        for field, heading, is_end in (
            ("start_date", words.gettext("Start"), False),
            ("end_date", words.gettext("End"), True),
        )
    ]


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


def _told(texts: pd.Series[Any], heading: str, pack: Pack, exhibit: Tabled) -> Column:
    frame = exhibit.frame
    known = known_columns(exhibit.words)
    fields = [
        field for name, field in TYPED.items() if known[name][0] == heading and field in frame
    ]
    cells: list[Cell] = texts.tolist()
    exact = [
        prefix
        for name, prefix in _EXACT.items()
        if known[name][0] == heading and f"{prefix}low" in frame
    ]
    if exact:
        cells = _numbers(frame, exact[0], cells, exhibit.words)
    elif fields:
        values, is_date = frame[fields[0]].tolist(), fields[0].endswith(("date", "moment"))
        cells = [
            typed(value, text, is_date=is_date) for value, text in zip(values, cells, strict=True)
        ]
    if fields == ["duration_years"]:  # a number alone does not say of what
        return Column(exhibit.words.gettext("Stated length in years"), cells)
    return Column(heading, cells, pack.addresses(exhibit, heading))


def _numbers(frame: pd.DataFrame, prefix: str, texts: Sequence[Cell], words: Words) -> list[Cell]:
    """Exact numbers as such; every other bound as the text that says how sure it is."""
    lows, highs = frame[f"{prefix}low"], frame[f"{prefix}high"]
    about = frame.get(f"{prefix}is_approximate", pd.Series(False, index=frame.index)).eq(True)
    codes = frame.get(f"{prefix}currency_code", pd.Series("", index=frame.index)).fillna("")
    return [
        _exact(low, code, words) if low == high and not is_about else text
        for low, high, is_about, code, text in zip(lows, highs, about, codes, texts, strict=True)
    ]


def _exact(number: float, currency_code: str, words: Words) -> Cell:
    if not currency_code:
        return float(number)
    before, _, after = words.amount(1.0, 1.0, False, currency_code).partition("1")
    return Money(float(number), before, after)


def _bounds(frame: pd.DataFrame, words: Words, told: set[str]) -> list[Column]:
    """Low, high, how sure, how many numbers stand behind it: for every bound of the rows."""
    _ = words.gettext
    found = []
    of = subjects(words) | ({"": _("Places announced")} if "people_low" in frame else {})
    for prefix, name in of.items():
        if f"{prefix}low" not in frame or (prefix and frame[f"{prefix}low"].isna().all()):
            continue
        lows, highs = frame[f"{prefix}low"].tolist(), frame[f"{prefix}high"].tolist()
        about = frame.get(f"{prefix}is_approximate", pd.Series(False, index=frame.index)).eq(True)
        sure: list[Cell] = [
            words.ending(ending(*bound)) for bound in zip(lows, highs, about, strict=True)
        ]
        if not prefix and "is_rest" in frame:  # what is left of an amount no source states
            sure = [how_sure(row, words) for row in records(frame)]
        own = [
            Column(_("Low"), [_number(*low) for low in zip(lows, about, strict=True)]),
            Column(_("High"), [_number(*high) for high in zip(highs, about, strict=True)]),
            Column(_("How sure"), sure),
        ]
        for field, heading in (
            ("stated_count", _("Numbers stated")),
            ("of_count", _("Of projects")),
        ):
            if f"{prefix}{field}" in frame:
                counts = frame[f"{prefix}{field}"].tolist()
                if field == "stated_count" and not prefix and "is_rest" in frame:
                    rests = frame["is_rest"]  # calculated: no source states it
                    counts = [0 if is_rest else n for n, is_rest in zip(counts, rests, strict=True)]
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


def _number(value: float, is_approximate: bool = False) -> Cell:
    """A number, nothing for what is open or not stated: the column beside it says which."""
    if not math.isfinite(value):
        return None
    return About(float(value)) if is_approximate else float(value)


def _cards(pack: Pack, exhibit: Cards) -> list[Column]:
    _ = pack.words.gettext
    cards = [one.words for one in exhibit.figures]
    said = [card.value for card in cards]
    cited = [", ".join(map(str, pack.numbers(one.source_ids))) for one in exhibit.figures]
    return [
        Column(_("Key figure"), [card.noun for card in cards]),
        Column(_("Value"), _numbers(exhibit.frame, "", said, pack.words)),
        Column(_("Coverage"), [card.coverage for card in cards]),
        Column(_("Why"), [card.reason for card in cards]),
        Column(_("Also stated"), [card.differs for card in cards]),
        Column(_("Nos. of sources"), list(cited)),
    ]
