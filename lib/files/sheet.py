"""Sheet: the cells of one table as texts, each row with its place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lib.files.faults import Fault, Refused, Rule, Tally

Rows = Iterable[tuple[int, list[str]]]  # the line that a row begins in, its cells


@dataclass(frozen=True)
class Sheet:
    """A table as it was brought: ``rows`` hold a text for every name of the header.

    ``file`` says where it stands, as its faults say it; ``lines`` the line of each row. ``signs``
    are those of money that a workbook shows beside numbers: by column and sign the lines.
    """

    file: str
    header: list[str]
    lines: list[int]
    rows: list[list[str]]
    signs: Mapping[str, Mapping[str, Sequence[int]]] = field(default_factory=dict)


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
    header = [name.strip() for name in header]
    doubled = sorted({name for name in header if name and header.count(name) > 1})
    if doubled:
        raise Refused(*(Fault(file, start, name, name, "duplicate_column") for name in doubled))
    named = [at for at, name in enumerate(header) if name]
    gaps = [at for at, name in enumerate(header) if not name]
    lines: list[int] = []
    cells: list[list[str]] = []
    wrong = Tally(file)
    known: dict[str, str] = {}  # each text is kept once, however many cells hold it
    odd: tuple[int, int] | None = None  # a row of another length, until a further one follows
    for line, row in found:
        if odd:
            wrong.add(odd[0], "", str(odd[1]), "field_count", str(len(header)))
            odd = None
        if len(row) != len(header) and not lettered:
            odd = line, len(row)
            continue
        beside = (at for at in (*gaps, *range(len(header), len(row))) if row[at])
        if (gaps or len(row) > len(header)) and (lost := next(beside, -1)) >= 0:
            place = lettered(lost + 1) if lettered else ""
            wrong.add(line, place, row[lost], "unnamed_column", place or str(lost + 1))
        if row[0] == header[0] and [cell.strip() for cell in row[: len(header)]] == header:
            wrong.add(line, "", row[0], "header_again")
            continue
        lines.append(line)
        own = [row[at] for at in named] if gaps or len(row) > len(header) else row
        cells.append([*map(known.setdefault, own, own)])
    if odd:
        rule: Rule = "field_count" if is_whole else "truncated"
        wrong.add(odd[0], "", str(odd[1]), rule, str(len(header)))
    return Sheet(file, [header[at] for at in named], lines, cells), wrong.faults


def content(rows: Rows) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold something, without the comments above the header."""
    is_header = True
    for line, row in rows:
        if not any(row) or (is_header and row[0].startswith("#")):
            continue
        is_header = False
        yield line, row
