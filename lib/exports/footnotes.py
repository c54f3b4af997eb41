"""Which documents stand at the foot of a printed page: each where its section first cites it.

It is known before anything is set. Asked of the pages instead, they would be set once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lib.exports.plain import Plain

MOST_NOTES: Final = 6  # documents of one figure that have footnotes; more are told by numbers


def footnoted(exhibits: Sequence[Plain]) -> list[Plain]:
    """The exhibits of a section, wherever documents are cited with those that ``again`` are.

    A table of which all rows come from one document cites it once, as its ``origin``, and so does
    one whose rows tell no document, for instance of sums, unless what stands before it cites the
    same.
    """
    before: set[int] = set()
    found = [_told(one, before) for one in exhibits]
    for place, (one, other) in enumerate(zip(exhibits, exhibits[1:], strict=False), start=1):
        if other["kind"] == "table" and not other["numbers"]:
            is_said = one["kind"] == "figure" and one["sources"] == other["sources"]
            found[place]["origin"] = None if is_said else found[place]["origin"]
    return found


def _told(one: Plain, before: set[int]) -> Plain:
    match one["kind"]:
        case "cards":
            return {**one, "cards": [_noted(card, before) for card in one["cards"]]}
        case "table":
            origin = _origin(one)
            return {**one, "origin": _noted(origin, before) if origin else None}
        case "figure" if one["empty"]:
            return one
        case "figure" | "lines":
            return _noted(one, before)
    return one


def _noted(one: Plain, before: set[int]) -> Plain:
    """What cites documents, with those that have a footnote ``before``; it adds its own to them."""
    if len(one["sources"]) > MOST_NOTES:
        return one
    again = [number for number in one["sources"] if number in before]
    before.update(one["sources"])
    return {**one, "again": again}


def _origin(table: Plain) -> Plain | None:
    """The document of all rows, where none of them names it; of rows without one, those of all."""
    if not table["numbers"] and table["sources"]:
        return {"sources": table["sources"], "spans": table["spans"]}
    is_one = len(set(table["numbers"])) == 1
    if table["is_register"] or table["cited"] >= 0 or not is_one:
        return None
    return {"sources": table["numbers"][:1], "spans": ""}
