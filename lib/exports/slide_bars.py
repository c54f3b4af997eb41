"""The bars of a chart of a slide: their numbers by column, their names, the words after them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, Final, NamedTuple

from lib.charts.people import in_parts
from lib.charts.targets import answer
from lib.charts.theme import LIGHT, UNKNOWN
from lib.exports.exhibits import Chart
from lib.exports.slide_names import names_of
from lib.model.quantity import ending
from lib.model.rows import records
from lib.wording.columns import counted
from lib.wording.conventions import DOT, SPACE
from lib.wording.differing import other_value
from lib.wording.sure import due
from lib.wording.words import Words

# Of bars that lie upon each other the first ones lie below; periods stand after each other.
# Certain is the lower end of a range, up to its upper end.
LOOKS: Final = (
    *("up_to", "exact", "certain", "at_least", "about", "not_published"),
    "not_stated",
    *("start", "open_start", "years", "open_end"),
)
OPEN: Final = 2.0  # years of an open period that are drawn: the stated one, one that fades


class Column(NamedTuple):
    """A column of the numbers behind a chart: how sure they are, of what, in a colour of its own.

    ``role``: target, result or ""; ``hue``: where a column has one colour, which.
    """

    look: str
    role: str = ""
    hue: str = ""

    @property
    def place(self) -> tuple[int, str, str]:
        """Where it stands among the others."""
        return LOOKS.index(self.look), self.role, self.hue


class Bar(NamedTuple):
    """One bar: its numbers by column, where its words begin, the words, its colour."""

    label: str
    values: Mapping[Column, float]
    end: float
    words: str
    colour: str

    @property
    def said(self) -> Column:
        """The column of the number that its words say."""
        return max(self.values, key=lambda one: self.values[one])

    @property
    def start(self) -> float:
        """Where a period begins; 0 for any other number."""
        return next((own for one, own in self.values.items() if one.look == "start"), 0.0)


def panels(exhibit: Chart) -> list[tuple[str, list[Bar]]]:
    """The bars of a chart, those that share an axis together: a name ("" for one) with its bars."""
    frame, words = exhibit.frame, exhibit.words
    labels = names_of(exhibit.texts(), words)
    rows = records(frame)
    if "low" not in frame:
        return [("", _spans(rows, labels, words, exhibit.span))]
    if "organisation_type_name" in frame:  # a name of a bar begins as in the chart of the page
        labels = [label[:1].upper() + label[1:] for label in labels]
    units = frame["currency_code"] if "currency_code" in frame else [""] * len(rows)
    found: dict[str, list[Bar]] = {}
    for label, unit, row in zip(labels, units, rows, strict=True):
        bars = _of_row(label, row, words, has_hues=exhibit.is_logarithmic)
        found.setdefault(str(unit), []).extend(bars)
    return list(found.items())


def rows_of(exhibit: Chart, name: str) -> list[int]:
    """The places of the rows whose bars a panel has, in their order."""
    units = exhibit.frame.get("currency_code")
    if units is None or "low" not in exhibit.frame:
        return [*range(len(exhibit.frame))]
    return [place for place, unit in enumerate(units) if str(unit) == name]


def count_rows(bars: Sequence[Bar]) -> int:
    """The rows behind bars: a result is in the row of the target above it."""
    return sum(bar.said.role != "result" for bar in bars)


def _of_row(label: str, row: Any, words: Words, *, has_hues: bool) -> Iterator[Bar]:
    """The bar of a row; below a target that of the result that can be set against it."""
    _ = words.gettext
    colour = _colour(row)
    hue = colour if has_hues else ""
    role = "target" if "is_comparable" in row else str(row.get("row_kind", ""))
    bound = (row["low"], row["high"], bool(row["is_approximate"]))
    look = _look(row, bound)
    code, unit = str(row.get("currency_code") or ""), str(row.get("unit") or "")
    sums = in_parts(row.get("parts") or (), words)
    said = _said(bound, code, "" if sums else unit, words, sums) + _differing(row, words)
    is_open = "is_comparable" in row and not row["is_comparable"] and not has_hues
    said = DOT.join(
        filter(None, (said, (answer if is_open else due)(SimpleNamespace(**row), words)))
    )
    yield _bar(label, Column(look, role, hue), bound, said, colour)
    if row.get("is_comparable") and row["result_stated_count"]:
        own = (row["result_low"], row["result_high"], bool(row["result_is_approximate"]))
        said = _said(own, "", str(row["result_unit"]), words)
        if row["result_as_of_date"]:
            when = _("reported {date}").format(date=words.date(row["result_as_of_date"]))
            said += f" · {when}"
        elif row["result_kind"] == "counted":
            said += DOT + counted(words, row["before_count"])
        dark = LIGHT.text if has_hues else ""  # of marks no paler colour could be told apart
        yield _bar(_("result"), Column("", "result", dark), own, said, colour)


def _look(row: Any, bound: tuple[float, float, bool]) -> str:
    """What a row tells of its bar beside its bound: that an exact amount has no published split."""
    if row.get("is_published", True) or ending(*bound) != "exact":
        return ""
    return "not_published"


def _colour(row: Any) -> str:
    """The hue of a bar: of its edition, of its type of payer; grey beside the number used."""
    if row.get("edition_id"):
        return LIGHT.edition(str(row["edition_id"]))
    if row.get("organisation_type"):
        return LIGHT.organisation_type(str(row["organisation_type"]))
    if "is_headline" in row and not row["is_headline"]:
        return LIGHT.organisation_type(UNKNOWN)
    return LIGHT.text


def _said(
    bound: tuple[float, float, bool], code: str, unit: str, words: Words, sums: str = ""
) -> str:
    """A bound with its unit, or the parts that it sums; an arrow where it has no upper end."""
    kind = ending(*bound)
    if kind == "not_stated":
        return words.gettext("not stated")
    said = words.amount(*bound, code) if code else words.bound(*bound)
    said = " ".join(filter(None, (said, unit, sums)))
    return f"→ {said}" if kind == "at_least" else said


def _differing(row: Any, words: Words) -> str:
    """What other sources state; the sign alone where they differ in neither numbers nor dates."""
    others = dict.fromkeys(
        [
            *(other_value(one, words) for one in row.get("differs") or ()),
            *(words.period(*span) for span in row.get("other_periods") or ()),
        ]
    )
    if others:
        return "".join(f" · ≠{SPACE}{one}" for one in others)
    return " · ≠" if row.get("is_disputed") else ""


def _bar(
    label: str, column: Column, bound: tuple[float, float, bool], said: str, colour: str
) -> Bar:
    """A number as a bar: a range has its lower end in one column, its upper end in another."""
    low, high, _is_approximate = bound
    kind = ending(*bound)
    if kind == "not_stated":
        return Bar(label, {column._replace(look=kind): 0.0}, 0.0, said, colour)
    end = high if math.isfinite(high) else low
    look = column.look or ("up_to" if kind == "range" else kind)
    values = {column._replace(look=look): end}
    if kind == "range":
        values[column._replace(look="certain")] = low
    return Bar(label, values, end, said, colour)


def _spans(
    rows: Sequence[Any], labels: Sequence[str], words: Words, span: tuple[float, ...]
) -> list[Bar]:
    """Periods in decimal years; of an open one the year that is stated, and one that fades.

    The words of one without dates begin where the axis does, which holds ``span``.
    """
    found = []
    for label, row in zip(labels, rows, strict=True):
        start, end = float(row["start"]), float(row["end"])
        said = str(row["period_text"]) + _differing(row, words)
        colour = LIGHT.edition(str(row["edition_id"]))
        if not math.isnan(start + end):
            parts = {"start": start, "years": end - start}
        elif not math.isnan(start):
            parts = {"start": start, "open_end": OPEN}
        elif not math.isnan(end):
            parts = {"start": end - OPEN, "open_start": OPEN}
        else:
            parts = {}
        values = {Column(look): own for look, own in parts.items()}
        found.append(Bar(label, values, sum(parts.values()), said, colour))
    starts = [bar.start for bar in found if bar.values]
    first = float(math.floor(min([*starts, *span[:1]], default=0.0)))
    return [
        bar if bar.values else bar._replace(values={Column("start"): first}, end=first)
        for bar in found
    ]
