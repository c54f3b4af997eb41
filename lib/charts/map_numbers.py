"""Numbers of places without names, one a neighbourhood where there are too many to write each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, Literal, get_args

import numpy as np
import pandas as pd

from lib.charts.map_rows import Row, literal, located, tip
from lib.charts.map_view import View, pixels
from lib.model.quantity import Bound, joined
from lib.model.rows import each, frame, grouped
from lib.wording.lists import some
from lib.wording.words import Words

MOST: Final = 16  # numbers that are written one by one
STACKED: Final = 3  # of them in one country
CELL: Final = (140, 64)  # pixels of the rectangles whose numbers are one: a box and its gaps

_COLUMNS: Final = (
    *("project_ids", "edition_ids", "parts", "low", "high", "is_approximate"),
    *("longitude", "latitude"),
)


# Which numbers are one: those of a country, of a neighbourhood, or only where they are too many.
Grain = Literal["each", "country", "near"]
GRAINS: Final[tuple[Grain, ...]] = get_args(Grain)


def gathered(unnamed: pd.DataFrame, view: View, grain: Grain = "each") -> pd.DataFrame:
    """The numbers that a view writes: each as it came, or those near each other added up.

    In: ``project_id``, ``edition_id``, ``country_code``, ``low``, ``high``, ``is_approximate``,
    ``latitude``, ``longitude`` (degrees); rows without coordinates are not drawn. Out:
    ``project_ids``, ``edition_ids`` (tuples), ``parts`` (tuple of country code and bound, a country
    once), the bound of all, ``longitude``, ``latitude`` (of the one in the middle). Every drawn row
    is in one number, once.
    """
    rows = located(unnamed)
    codes = rows["country_code"].tolist()
    stacked = max(Counter(codes).values(), default=0)
    cells: Sequence[Any] = codes if grain == "country" else range(len(rows))
    if len(rows) > MOST or (stacked > STACKED and grain == "each") or grain == "near":
        points = pixels(view, rows["longitude"].to_numpy(float), rows["latitude"].to_numpy(float))
        corners = np.floor_divide(np.column_stack(points), CELL)
        cells = [*map(tuple, corners.tolist())]
    found: dict[Any, list[Any]] = {}
    for cell, row in zip(cells, each(rows), strict=True):
        found.setdefault(cell, []).append(row)
    return frame([_number(own) for own in found.values()], _COLUMNS)


def _number(rows: list[Any]) -> dict[str, object]:
    countries = grouped(rows, "country_code")
    whole = joined(map(_bound, rows))
    points = np.array([[row.longitude, row.latitude] for row in rows])
    middle = points[np.hypot(*(points - points.mean(axis=0)).T).argmin()]  # never in the sea
    return {
        "project_ids": tuple(dict.fromkeys(row.project_id for row in rows)),
        "edition_ids": tuple(dict.fromkeys(row.edition_id for row in rows)),
        "parts": tuple((code, joined(map(_bound, own))) for code, own in countries.items()),
        "low": whole.low,
        "high": whole.high,
        "is_approximate": whole.is_approximate,
        "longitude": float(middle[0]),
        "latitude": float(middle[1]),
    }


def _bound(row: Any) -> Bound:
    return Bound(row.low, row.high, bool(row.is_approximate))


def number_rows(numbers: pd.DataFrame, words: Words, *, is_short: bool) -> list[Row]:
    """Numbers as text for a box (rows of :func:`gathered`).

    Out: with ``home``, the code of the country that each is about ("" for several); ``text`` for a
    box on it, ``bare`` where that is too long, ``named`` for a box elsewhere.
    """
    return [_row(row, words, is_short=is_short) for row in each(numbers)]


def _row(row: Any, words: Words, *, is_short: bool) -> Row:
    _ = words.gettext
    bound = words.bound(row.low, row.high, row.is_approximate)
    label = _("{count} unnamed").format(count=bound)
    countries = [words.of(words.country(code), words.bound(*own[:3])) for code, own in row.parts]
    title = words.of(words.country(row.parts[0][0]), label) if len(row.parts) == 1 else label
    lines = [some(countries, words)] if len(row.parts) > 1 else []
    several = words.ngettext("{n} country", "{n} countries", len(countries))
    home = "" if lines else row.parts[0][0]
    whose = words.country(home) if home else several.format(n=words.number(len(countries)))
    lines += [_("Announced places that no source names")]
    lines += [some([words.edition(one) for one in row.edition_ids], words)]
    return {
        "pick": pick(row),
        "longitude": float(row.longitude),
        "latitude": float(row.latitude),
        "home": home,
        "text": literal(bound if is_short else label),
        "bare": literal(bound),
        "named": literal(words.of(whose, bound)),
        "edition_ids": row.edition_ids,
        **tip(title, lines),
    }


def pick(row: Any) -> tuple[str, tuple[str, ...]]:
    """What a click on a number selects: its project, of several the countries."""
    if len(row.project_ids) == 1:
        return "project", row.project_ids
    return "country", tuple(code for code, _bound in row.parts)
