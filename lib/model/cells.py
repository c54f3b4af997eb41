"""Rules of cells: what a column may hold, and what in it makes one doubt.

A column holds few different texts: each is judged once, and only where one is wrong are the rows
looked through.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import pandera.pandas as pa

from lib.files.decimals import TWO_READINGS, readings
from lib.files.faults import TOLD
from lib.model.faults import Fault, Rule
from lib.model.fields import PATTERNS, kinds_of
from lib.model.likeness import doubled_names, near_ids
from lib.model.meant import meant
from lib.model.number_meant import remedied

Verdict = tuple[Rule, str]  # the rule that a text breaks, and what the rule refers to
Columns = Mapping[str, list[str]]

_MOST_LINES: Final = 5  # that are named of a text that stands there more than once
EXACT_DIGITS: Final = 15  # as many as a number keeps, here and in spreadsheets
# Letters that no text needs: of the first two planes of control, and none at all.
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE: Final = re.compile("[\u00ad\u180e\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff]")
# What is left of UTF-8 that somebody has read as Windows-1252, or of letters that were lost.
_GARBLED: Final = re.compile(
    "\ufffd|Ã[\u0080-\u00bf\u0152-\u0192\u2013-\u2122]|Â[\u00a0-\u00bf]|â€"
)
_TWO_MONTHS: Final = re.compile(r"(0?[1-9]|1[0-2])[/-](0?[1-9]|1[0-2])[/-]((?:19|20)?[0-9]{2})")
_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATES_GONE_BY: Final = ("as_of_date", "published_date")
# With the signs of accountants, too; "1000.-" is no such number.
_NEGATIVE: Final = re.compile(
    r"[-\u2212\u2013]\s?[0-9][0-9.,]*|\([0-9][0-9.,]*\)|[0-9]([0-9.,]*[0-9])?[-\u2212]"
)
_BLANK: Final = re.compile(r"\s")
# What spreadsheets write for a cell that came to nothing, in their languages.
_ERROR: Final = re.compile(
    r"#(N/[AD]|NV|¡?(DIV/0|REF|BEZUG|RIF|VALUE|WERT|VALORE|VALEUR|VALOR|NUM|ZAHL|NOMBRE|NULL|NUL)!"
    r"|¿?(NAME|NOME|NOM|NOMBRE)\?)"
)
_DAY_ZERO: Final = date(1899, 12, 30)  # of spreadsheets, which count days


def cell_faults(
    file: str, lines: Sequence[int], columns: Columns, model: type[pa.DataFrameModel]
) -> Iterator[Fault]:
    """Every cell that breaks the rule of its column, or is doubtful; every row that stands twice.

    ``columns`` hold a text for each of ``lines``; those that are not given are not judged. Of one
    rule in one column the first ones are told singly.
    """
    for name, kind in kinds_of(model).items():
        if name not in columns:
            continue
        texts = columns[name]
        wrong = {
            text: remedied(*found, text, file, columns)
            for text in {*texts}
            if (found := _verdict(name, text, kind))
        }
        yield from _where(file, lines, name, texts, wrong)
        if kind["unique"]:
            yield from _where(file, lines, name, texts, _often(lines, texts))
            yield from _where(file, lines, name, texts, near_ids(texts))
    column, doubled = doubled_names(columns)
    yield from _where(file, lines, column, columns.get(column, ()), doubled)
    if model.Config.unique:
        together = [str(name) for name in model.Config.unique]
        keys = [*zip(*(columns[name] for name in together), strict=True)]
        rows = [", ".join(key) for key in keys]
        yield from _where(file, lines, ", ".join(together), rows, _often(lines, rows))


def _often(lines: Sequence[int], texts: Sequence[str]) -> dict[str, Verdict]:
    """The texts that stand more than once, with the first lines in which they do."""
    often = {text for text, times in Counter(texts).items() if times > 1 and text}
    places: dict[str, list[str]] = {}
    for line, text in zip(lines, texts, strict=True) if often else ():
        if text in often and len(known := places.setdefault(text, [])) <= _MOST_LINES:
            known.append(str(line) if len(known) < _MOST_LINES else "…")
    return {text: ("unique", ", ".join(known)) for text, known in places.items()}


def _where(
    file: str,
    lines: Sequence[int],
    column: str,
    texts: Iterable[str],
    wrong: Mapping[str, Verdict],
) -> Iterator[Fault]:
    """The places of wrong texts; the last of very many of a rule counts those that follow."""
    if not wrong:
        return
    seen: Counter[Rule] = Counter()
    last: dict[Rule, tuple[int, str, str]] = {}
    for line, text in zip(lines, texts, strict=True):
        if text not in wrong:
            continue
        rule, detail = wrong[text]
        seen[rule] += 1
        if seen[rule] < TOLD:
            yield Fault(file, line, column, text, rule, detail)
        elif seen[rule] == TOLD:
            last[rule] = (line, text, detail)
    for rule, (line, text, detail) in last.items():
        yield Fault(file, line, column, text, rule, detail, seen[rule] - TOLD)


def _verdict(column: str, text: str, kind: Mapping[str, Any]) -> Verdict | None:
    """What is wrong with a text of a column, or doubtful in it."""
    if text == "":
        return ("required", "") if kind["required"] else None
    if control := _CONTROL.search(text):
        return "control_character", _named(control[0])
    if _ERROR.fullmatch(text):
        return "cell_error", ""
    if not kind["required"] and not text.strip():
        return "outer_blank", _BLANK.sub("␣", text)
    if text != text.strip() and kind["kind"] != "text" and _is_kind(text.strip(), kind):
        return "outer_blank", _BLANK.sub("␣", text)
    if "allowed" in kind:
        if text in kind["allowed"]:
            return None
        own: Rule = kind["kind"]
        return own, ", ".join(kind["allowed"]) if own == "one_of" else meant(text, own)
    if not PATTERNS[kind["kind"]].fullmatch(text):
        return _mismatch(text, kind["kind"])
    if kind["kind"] in ("text", "identifier") and _DAY.fullmatch(text):
        return "text_as_day", ""
    if kind["kind"] == "text":
        return _doubt(text)
    if kind["kind"] in ("number", "count") and not _is_exact(text):
        return "digits", str(EXACT_DIGITS)
    if kind["kind"] == "number" and not kind["is_ratio"] and TWO_READINGS.fullmatch(text):
        return "ambiguous_number", ", ".join(readings(text))
    if kind["kind"] == "date" and (year := _year_as_day(text)):
        return "year_as_day", year
    if column in _DATES_GONE_BY and text > date.today().isoformat()[: len(text)]:
        return "future_date", ""
    return None


def _is_kind(text: str, kind: Mapping[str, Any]) -> bool:
    allowed = kind.get("allowed")
    return bool(text in allowed if allowed else PATTERNS[kind["kind"]].fullmatch(text))


def _mismatch(text: str, kind: str) -> Verdict:
    """The rule of a kind that a text breaks; where one can tell, what is wrong with the text."""
    if kind == "identifier":
        strange = next((letter for letter in text if not letter.isascii()), "")
        return ("strange_letter", _named(strange)) if strange else ("identifier", "")
    if kind == "date" and (two := _TWO_MONTHS.fullmatch(text)):
        first, second, year = int(two[1]), int(two[2]), f"{two[3]:0>4}".replace("00", "20", 1)
        one, other = f"{year}-{first:02}-{second:02}", f"{year}-{second:02}-{first:02}"
        return "ambiguous_date", one if one == other else f"{one}, {other}"
    if kind in ("number", "count") and _NEGATIVE.fullmatch(text):
        return "negative", ""
    rule: Rule = "not_empty" if kind == "text" else kind  # type: ignore[assignment]
    return rule, meant(text, kind)


def _year_as_day(text: str) -> str:
    """The year that a spreadsheet makes this day of, where a cell was to show dates; else ""."""
    if len(text) < len("1905-07-13") or not text.startswith("1905-"):
        return ""
    try:
        year = (date.fromisoformat(text) - _DAY_ZERO).days
    except ValueError:  # told as a day that is in no calendar
        return ""
    return str(year) if PATTERNS["year"].fullmatch(str(year)) else ""


def _doubt(text: str) -> Verdict | None:
    if found := _INVISIBLE.search(text):
        return "invisible", _named(found[0])
    if found := _GARBLED.search(text):
        return "garbled", found[0]
    return None


def _is_exact(text: str) -> bool:
    whole, _, decimals = text.partition(".")
    digits = (whole + decimals.rstrip("0")).lstrip("0")
    return len(digits) <= EXACT_DIGITS


def _named(letter: str) -> str:
    """A letter that cannot be seen, or looks like another, by its number and its name."""
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip()
