"""Sheet: the cells of one table as texts, each row with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from lib.files.faults import Fault, Refused, Tally
from lib.files.rules import Rule

# Letters that nobody sees: in the name of a column they come from files that were put together.
_UNSEEN: Final = re.compile("[\ufeff\u200b\u2060\u00ad]")
_PARTS: Final = re.compile("[,;\t|]")
Rows = Iterable[tuple[int, list[str]]]  # the line that a row begins in, its cells


@dataclass(frozen=True)
class Sheet:
    """A table as it was brought: ``rows`` hold a text for every name of the header.

    ``file`` says where it stands, as its faults say it; ``lines`` the line of each row. ``signs``
    are those of money that a workbook shows beside numbers: by column and sign the lines.
    Where its texts are guarded in the file (``is_guarded``), they are not in ``rows``.
    """

    file: str
    header: list[str]
    lines: list[int]
    rows: list[list[str]]
    signs: Mapping[str, Mapping[str, Sequence[int]]] = field(default_factory=dict)
    is_guarded: bool = False


def sheet(
    file: str,
    rows: Rows,
    is_whole: bool = True,
    lettered: Callable[[int], str] | None = None,
) -> tuple[Sheet, list[Fault]]:
    """A sheet from rows, the first of which is the header; empty rows are left out.

    Rows before the header that begin with ``#`` are comments. Columns without a name and without
    a text are what spreadsheets add. A row that is longer or shorter than the header is a fault;
    the last one of a file that does not end as files do (``is_whole``) is told as cut off. In a
    workbook columns have letters by their number (``lettered``), and no row can be longer than
    others: what stands beside the table is told. Raises :class:`Refused` for a table whose columns
    are not certain.
    """
    found = content(rows)
    start, header = next(found, (1, []))
    header = [_named(name) for name in header]
    doubled = sorted({name for name in header if name and header.count(name) > 1})
    if doubled:
        raise Refused(*(Fault(file, start, name, name, "duplicate_column") for name in doubled))
    named = [at for at, name in enumerate(header) if name]
    gaps = [at for at, name in enumerate(header) if not name]
    lines: list[int] = []
    cells: list[list[str]] = []
    wrong = Tally(file)
    known: dict[str, str] = {}  # each text is kept once, however many cells hold it
    odd: tuple[int, str, Rule] | None = None  # a row of another length, until a further one follows
    for line, row in found:
        if odd:
            wrong.add(odd[0], "", odd[1], odd[2], str(len(header)))
            odd = None
        if len(row) != len(header) and not lettered:
            is_one = len(row) == 1 and len(_PARTS.split(row[0])) >= len(header)
            odd = (line, row[0], "one_field") if is_one else (line, str(len(row)), "field_count")
            continue
        beside = (at for at in (*gaps, *range(len(header), len(row))) if row[at])
        if (gaps or len(row) > len(header)) and (lost := next(beside, -1)) >= 0:
            place = lettered(lost + 1) if lettered else ""
            wrong.add(line, place, row[lost], "unnamed_column", place or str(lost + 1))
        if _named(row[0]) == header[0] and [*map(_named, row[: len(header)])] == header:
            wrong.add(line, "", row[0], "header_again")
            continue
        lines.append(line)
        own = [row[at] for at in named] if gaps or len(row) > len(header) else row
        cells.append([*map(known.setdefault, own, own)])
    if odd:
        line, value, rule = odd
        is_cut = rule == "field_count" and not is_whole
        wrong.add(line, "", value, "truncated" if is_cut else rule, str(len(header)))
    return Sheet(file, [header[at] for at in named], lines, cells), wrong.faults


def _named(name: str) -> str:
    return _UNSEEN.sub("", name).strip()


def content(rows: Rows) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold something, without the comments above the header."""
    is_header = True
    for line, row in rows:
        if not any(row) or (is_header and row[0].startswith("#")):
            continue
        is_header = False
        yield line, row
