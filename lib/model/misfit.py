"""Misfit: one cause that breaks many rules is told once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from lib.model.faults import Fault

MANY: Final = 5  # wrong cells of one row, from which on it is the row that is wrong
_TOLD: Final = 8  # of the wrong cells of such a row, before the rest is only counted
_SHOWN: Final = 40  # letters of what stands in one of them
_BLANKS: Final = ("outer_blank", "not_empty")  # which a habit of writing puts into many cells
_ALIKE: Final = 0.8  # of the letters of two names of columns


def by_row(faults: Sequence[Fault], firsts: Mapping[int, str]) -> Iterator[Fault]:
    """Faults of cells, of rows with very many of them one that names the cells.

    Such a row is shifted, or a sum, or not filled in: what stands in each cell shows which of
    these. ``firsts``: the first cell of each line.
    """
    rows: dict[int, list[Fault]] = {}
    for fault in faults:
        if not fault.is_doubt and fault.rule not in _BLANKS:
            rows.setdefault(fault.line, []).append(fault)
    many = {line: own for line, own in rows.items() if len({one.column for one in own}) >= MANY}
    yield from (fault for fault in faults if fault.line not in many)
    for line, own in many.items():
        more = max(fault.more for fault in own)
        yield Fault(own[0].file, line, "", firsts.get(line, ""), "misfit_row", _cells(own), more)


def _cells(faults: Sequence[Fault]) -> str:
    """What stands in wrong cells, by column, as far as it is told; how many others there are."""
    values = {fault.column: fault.value for fault in reversed(faults)}
    columns = list(dict.fromkeys(fault.column for fault in faults))
    said = [f"{name} “{_brief(values[name])}”" for name in columns[:_TOLD]]
    return ", ".join([*said, *[f"… (+{len(columns) - _TOLD})"] * (len(columns) > _TOLD)])


def _brief(text: str) -> str:
    """The beginning of a text in one line; a sign that no screen shows is ␣."""
    seen = "".join(sign if sign.isprintable() else "␣" for sign in text[:_SHOWN])
    return f"{seen}…" if len(text) > _SHOWN else seen


def meant_columns(
    absent: Sequence[str], spare: Sequence[str], alike: float = _ALIKE
) -> dict[str, str]:
    """Columns that are missing, with the one in the header that seems to be meant.

    ``alike``: how much of two names must be the same, but for capitals and signs.
    """
    left = {_plain(name): name for name in reversed(spare)}
    found: dict[str, str] = {}
    for name in absent:
        near = [_plain(name)] if _plain(name) in left else []
        near = near or get_close_matches(_plain(name), left, 1, alike)
        if near:
            found[name] = left.pop(near[0])
    return found


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()
