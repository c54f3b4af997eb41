"""Completion: columns that tables may lack, put in the place of what is there.

Texts need not be in every language. One that is in none of the languages that tables speak stands
in their first one, so that whoever reads it in another language reads that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from lib.files.sheet import Sheet
from lib.model.faults import Fault
from lib.model.fields import PATTERNS, kinds_of
from lib.model.languages import LANGUAGES
from lib.model.schema import OPTIONAL, TABLES
from lib.model.spoken import TableModel

Lacking = frozenset[tuple[str, str]]


class Completed(NamedTuple):
    """A sheet with every column that its table may lack, and the names of those it did lack.

    ``doubts`` tell of texts in languages that the tables are said not to speak.
    """

    sheet: Sheet
    lacking: tuple[str, ...]
    doubts: tuple[Fault, ...]


def languages_of(
    sheets: Mapping[str, Sheet],
    models: Mapping[str, type[TableModel]],
    *,
    is_earlier: bool = False,
) -> tuple[tuple[str, ...], list[Fault]]:
    """The languages that tables speak, the first one first.

    Those that their ``portfolio`` names; else those in which a text is written, or of which there
    are columns while nothing is written at all. One that it names and in which no table has a text
    is a fault, told once: all that lacks follows from it. Earlier tables (``is_earlier``) may lack
    what came since.
    """
    there, written = _spoken(sheets, models)
    spoken = written or there
    if not (declared := _declared(sheets.get("portfolio"))):
        return tuple(one for one in LANGUAGES if one in spoken) or LANGUAGES, []
    if is_earlier or not written & {*declared}:
        return declared, []
    portfolio = sheets["portfolio"]
    place = portfolio.file, portfolio.lines[0], "languages", " ".join(declared)
    silent = [one for one in declared if one not in written]
    return tuple(one for one in declared if one in written), [
        Fault(*place, "silent_language", one) for one in silent
    ]


def _spoken(
    sheets: Mapping[str, Sheet], models: Mapping[str, type[TableModel]]
) -> tuple[set[str], set[str]]:
    """The languages for which there are columns, and those in which a text is written."""
    there, written = set[str](), set[str]()
    for name, sheet in sheets.items():
        at = {column: place for place, column in enumerate(sheet.header)}
        for versions in models[name].texts().values() if name in models else ():
            for language, column in versions.items():
                if column not in at:
                    continue
                there.add(language)
                if language not in written and _holds_text(sheet, at[column]):
                    written.add(language)
    return there, written


def completed(
    sheet: Sheet,
    model: type[TableModel],
    languages: Sequence[str],
    *,
    is_earlier: bool = False,
) -> Completed:
    """A sheet in which each text has a column in every language.

    Those that are none of ``languages`` are not read. Spare columns may be missing. Of earlier
    tables (``is_earlier``) any column that may be empty may be missing, and any language of a text
    that is there in another.
    """
    language_of = {
        column: language for text in model.texts().values() for language, column in text.items()
    }
    doubts: list[Fault] = []
    kept = []
    for place, column in enumerate(sheet.header):
        if language_of.get(column, languages[0]) in languages:
            kept.append(place)
        elif _holds_text(sheet, place):
            doubts.append(Fault(sheet.file, 1, column, "", "unspoken_text",
                                language_of[column]))  # fmt: skip
    header = [sheet.header[place] for place in kept]
    sources: dict[str, int | None] = {}
    for column, kind in kinds_of(model).items():
        if column in header:
            continue
        if column in language_of:
            text = next(text for text in model.texts().values() if column in text.values())
            order = (text[one] for one in (*languages, *LANGUAGES) if text[one] in header)
            source = next(order, None)
            is_spoken = language_of[column] in languages
            if not is_spoken or (is_earlier and (source or not kind["required"])):
                sources[column] = sheet.header.index(source) if source else None
        elif kind["is_spare"] or (is_earlier and not kind["required"]):
            sources[column] = None
    if not sources and len(kept) == len(sheet.header):
        return Completed(sheet, (), ())
    rows = [
        [
            *(row[place] for place in kept),
            *("" if place is None else row[place] for place in sources.values()),
        ]
        for row in sheet.rows
    ]
    filled = replace(sheet, header=[*header, *sources], rows=rows)
    return Completed(filled, tuple(sources), tuple(doubts))


def kinds_in(model: type[TableModel], language: str) -> dict[str, dict[str, Any]]:
    """What a model says of each column, where its tables need no language but this one."""
    others = {
        column for text in model.texts().values() for one, column in text.items() if one != language
    }
    return {
        name: {**kind, "required": kind["required"] and name not in others}
        for name, kind in kinds_of(model).items()
    }


def absent(name: str, file: str) -> Sheet:
    """The sheet of a table that need not be there: its header, and no row."""
    return Sheet(file, [*kinds_of(TABLES[name])], [], [])


def as_needed(fault: Fault) -> Fault:
    """A fault; of what seems to be a table that need not be there a doubt in its place."""
    is_spare = fault.rule == "misnamed" and fault.detail in OPTIONAL
    return replace(fault, rule="ignored_file", detail="") if is_spare else fault


def is_needless(fault: Fault, names: Iterable[str]) -> bool:
    """Whether a fault says no more than that a table is missing that need not be there."""
    if fault.rule not in ("missing_file", "missing_table"):
        return False
    return any(
        fault.file == f"{name}.csv" or fault.file.endswith((f": {name}", f".{name}"))
        for name in OPTIONAL
        if name in names
    )


def _declared(sheet: Sheet | None) -> tuple[str, ...]:
    """The languages that the row of the portfolio names; none where it names others as well."""
    if sheet is None or "languages" not in sheet.header or not sheet.rows:
        return ()
    text = sheet.rows[0][sheet.header.index("languages")]
    return tuple(dict.fromkeys(text.split())) if PATTERNS["languages"].fullmatch(text) else ()


def _holds_text(sheet: Sheet, place: int) -> bool:
    return any(row[place] for row in sheet.rows)
