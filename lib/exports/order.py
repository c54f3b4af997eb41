"""By what the rows of a table are put in order, where what people read will not do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from lib.exports.exhibits import Tabled
from lib.exports.typed import TYPED
from lib.wording.columns import columns as known_columns

# Columns that are put in order by a number or a date which they do not hold as it is: the fields of
# the row, of which the first that says something counts.
_ORDER: Final = {
    **{"number": ("low",), "amount": ("low",), "announced": ("low",), "summed": ("parts_low",)},
    **{"result": ("result_low",), "drawn": ("point_count",)},
    **{"period": ("start_date", "end_date"), "period_said": ("start_date", "end_date")},
}
_SAID: Final = ("low", "start_date", "end_date")  # what the value of any statement is


def keys(exhibit: Tabled, headings: Sequence[str], some: slice) -> dict[int, list[str]]:
    """By what rows are put in order where texts will not do: dates, numbers, lower ends of bounds.

    Out: for the place of a column a key a row, "" for a row without.
    """
    known, frame = known_columns(exhibit.words), exhibit.frame
    # Several columns have the same heading; a table has the fields of one of them.
    _ = exhibit.words.gettext
    fields = {
        _("Value"): list(_SAID),
        _("Places announced"): ["low"],
        _("People to be reached"): ["people_low"],
        _("Money for it alone"): ["money_low"],
    }
    for name, own in [*((name, (field,)) for name, field in TYPED.items()), *_ORDER.items()]:
        fields.setdefault(known[name][0], []).extend(own)
    found = {}
    for place, heading in enumerate(headings):
        there = [field for field in fields.get(heading, ()) if field in frame]
        if there:
            cells = zip(*(frame[field][some] for field in there), strict=True)
            found[place] = [next(filter(None, map(_key, row)), "") for row in cells]
    return found


def _key(value: Any) -> str:
    return "" if value is None or value != value else str(value)
