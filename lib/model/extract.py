"""The tables of a selection as files, in every language, so that they can be read again."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Mapping
from typing import Any, Final

from lib.files.description import GUARD
from lib.files.guard import MARK, are_needed, guarded
from lib.files.sheet import Sheet
from lib.model.fields import kinds_of
from lib.model.portfolio import Portfolio
from lib.model.row_keys import key_columns
from lib.model.schema import STATEMENT_TABLES, TABLES

Row = dict[str, str]
GUARDED: Final = {GUARD: MARK}  # what the description of a table says that is guarded
# What no filter narrows by itself: of these the rows are left that something left refers to.
REGISTERS: Final = ("programmes", "partners", "funders", "indicators", "sources")


def unsafe(portfolio: Portfolio) -> set[str]:
    """The names of the tables that hold a text which a spreadsheet would run."""
    sheets = portfolio.brought.sheets if portfolio.brought else {}
    return {name for name, sheet in sheets.items() if are_needed(sheet.rows)}


def extract(portfolio: Portfolio, guard: Collection[str] = ()) -> dict[str, bytes]:
    """The file of every table, by the table's name, with the rows that a selection leaves.

    What is left is a set of tables as :func:`lib.model.store.load` reads them: a reference to a row
    that is not selected is left empty, and a row that is nothing without it goes, too. With nothing
    filtered the files are those that were read. In the tables named in ``guard`` no text is one
    that a spreadsheet would run (:mod:`lib.files.guard`).
    """
    brought = portfolio.brought
    if brought is None:
        raise ValueError("these tables were not read from files, so there are no files of them")
    if not portfolio.selection.is_filtered:
        anew = {name: sheet for name, sheet in brought.sheets.items() if name in guard}
        return {name: brought.csv(name) for name in brought.names} | {
            name: _written(_rows(sheet), sheet.header, is_guarded=True)
            for name, sheet in anew.items()
        }
    sheets = {name: brought.sheets[name] for name in brought.names}
    rows = {
        name: _kept(_rows(sheet), name, portfolio.table(name)) for name, sheet in sheets.items()
    }
    if portfolio.selection.evidence == "page":
        _as_announced(rows["sites"], portfolio)
    while _settled(rows):
        pass
    needed = _needed(rows)
    return {
        name: _written(needed[name], sheet.header, is_guarded=name in guard)
        for name, sheet in sheets.items()
    }


def _rows(sheet: Sheet) -> list[Row]:
    return [dict(zip(sheet.header, row, strict=True)) for row in sheet.rows]


def _kept(rows: list[Row], name: str, selected: Any) -> list[Row]:
    """The rows of a file that are also in the selected table, told by their key."""
    keys = key_columns(name)
    ids = set(zip(*(selected[key] for key in keys), strict=True))
    return [row for row in rows if tuple(row[key] for key in keys) in ids]


def _as_announced(sites: list[Row], portfolio: Portfolio) -> None:
    """A status that only other sources report is not taken over, as on the pages."""
    seen = portfolio.sites.set_index("site_id")
    pages = set(portfolio.pages)
    for row in sites:
        if row["status_source_id"] not in pages:
            row["status"] = str(seen.at[row["site_id"], "status"])
            row["as_of_date"] = row["status_source_id"] = ""


def _settled(rows: dict[str, list[Row]]) -> bool:
    """Settle references that lead nowhere; whether rows went, so that others may lead there."""
    ids = {name: {next(iter(row.values())) for row in found} for name, found in rows.items()}
    ids["statements"] = set().union(*(ids[name] for name in STATEMENT_TABLES))
    is_changed = False
    for name, found in rows.items():
        left = []
        for row in found:
            lost = [
                (column, kind["required"])
                for column, kind in kinds_of(TABLES[name]).items()
                if kind["reference"]
                and row.get(column)  # a table need not have every column
                and row[column] not in ids[kind["reference"]]
            ]
            if any(is_required for _, is_required in lost):
                is_changed = True
                continue
            left.append(row | {column: "" for column, _ in lost})
        rows[name] = left
    return is_changed


def _needed(rows: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """All rows, of registers those alone that others refer to, be it through another register."""
    leads = {name: _references(name) for name in rows}
    known = {name: {next(iter(row.values())): row for row in rows[name]} for name in REGISTERS}
    found: set[tuple[str, str]] = set()
    asking = [(name, row) for name in rows if name not in known for row in rows[name]]
    while asking:
        named = {
            (register, row[column])
            for name, row in asking
            for column, register in leads[name].items()
            if row.get(column) in known.get(register, ())
        }
        asking = [(register, known[register][one]) for register, one in named - found]
        found |= named
    return {
        name: [row for row in own if name not in known or (name, next(iter(row.values()))) in found]
        for name, own in rows.items()
    }


def _references(table: str) -> dict[str, str]:
    """The columns of a table that lead to another, which they name."""
    kinds = kinds_of(TABLES[table])
    return {column: kind["reference"] for column, kind in kinds.items() if kind["reference"]}


def _written(rows: list[Row], header: list[str], *, is_guarded: bool) -> bytes:
    """Rows under the header of the file they come from."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, lineterminator="\r\n")
    writer.writeheader()
    cell = guarded if is_guarded else str
    writer.writerows({name: cell(text) for name, text in row.items()} for row in rows)
    return text.getvalue().encode()
