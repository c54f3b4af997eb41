"""Twins: statements that seem to be about one thing, and are told as of two, or the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from typing import Final

import pandas as pd

from lib.model.faults import Fault, Rule
from lib.model.likeness import near_ids
from lib.model.rows import cells
from lib.model.schema import STATEMENT_TABLES

Tables = Mapping[str, pd.DataFrame]

_MONEY: Final = ("funder_id", "project_id", "funding_kind", "value", "currency_code")
_COUNT: Final = ("project_id", "indicator_id")
_WORD: Final = re.compile("[A-Za-z]{4,}")  # shorter ones are often told apart by a letter


def doubtful(tables: Tables) -> Iterator[Fault]:
    """Amounts and counts that may be there twice, quantities that may be one."""
    parts = tables["parts"] if "parts" in tables else pd.DataFrame({"part_id": [], "total_id": []})
    listed = {*parts["part_id"], *parts["total_id"]}
    for name, keys in (("funding", _MONEY), ("targets", _COUNT), ("results", _COUNT)):
        if name in tables:
            yield from _again(name, _whole(tables[name]), [*keys], listed)
    yield from _unlike(tables)
    yield from _near(tables)


def _whole(rows: pd.DataFrame) -> pd.DataFrame:
    """Headlines about whole, single projects, with a number."""
    is_single = rows["is_headline"] & (rows["scope"] == "project") & (rows["project_id"] != "")
    rows = rows[is_single & rows["value"].notna()]
    return rows[rows["funder_id"] != ""] if "funder_id" in rows else rows


def _again(name: str, rows: pd.DataFrame, keys: list[str], listed: Set[str]) -> Iterator[Fault]:
    """Two quantities do not say the same of a project; what begins at another time is another.

    Two headlines of one quantity are a fault of their own.
    Of those that are both ``listed`` among parts and totals somebody has thought.
    """
    rule: Rule = "same_amount" if name == "funding" else "same_count"
    rows = rows[rows.duplicated(keys, keep=False)]
    first: dict[tuple[str, ...], list[tuple[str, str, str, str]]] = {}
    columns = [rows[key].astype(str) for key in keys]
    told = ("statement_id", "quantity_id", "subject", "start_date", "value")
    for line, own, quantity, subject, start, value, *key in cells(
        *(rows[name] for name in told), *columns
    ):
        for other, same, about, since in (earlier := first.setdefault(tuple(key), [])):
            is_meant = (own in listed and other in listed) or quantity == same
            if _may_be_one(subject, about) and _may_be_one(start, since) and not is_meant:
                yield Fault(f"{name}.csv", line, "value", f"{value:.15g}", rule, other)
                break
        earlier.append((own, quantity, subject, start))


def _may_be_one(one: str, other: str) -> bool:
    """Whether two texts do not tell statements apart: both are there, and differ."""
    return not one or not other or one == other


def _unlike(tables: Tables) -> Iterator[Fault]:
    """A result of what a project promises is recorded under the quantity of the promise."""
    if not {"targets", "results"} <= tables.keys():
        return
    targets, results = _whole(tables["targets"]), _whole(tables["results"])
    open_ones = targets[~targets["quantity_id"].isin(tables["results"]["quantity_id"])]
    alone = results[~results["quantity_id"].isin(tables["targets"]["quantity_id"])]
    promised = {
        (project, what): quantity
        for _line, project, what, quantity in cells(
            open_ones["project_id"], open_ones["indicator_id"], open_ones["quantity_id"]
        )
    }
    for line, project, what, quantity in cells(
        alone["project_id"], alone["indicator_id"], alone["quantity_id"]
    ):
        if (project, what) in promised:
            other = promised[project, what]
            yield Fault("results.csv", line, "quantity_id", quantity, "unlike_quantities", other)


def _near(tables: Tables) -> Iterator[Fault]:
    """No two quantities are told apart by capitals, by letters that look alike, or by one more."""
    found = [
        (name, line, quantity)
        for name in STATEMENT_TABLES
        if name in tables
        for line, quantity in cells(tables[name]["quantity_id"].drop_duplicates())
    ]
    known = {quantity for _name, _line, quantity in found}
    seen_as = {text: other for text, (_rule, other) in near_ids(q for *_, q in found).items()}
    seen_as = _a_letter_apart(known) | seen_as
    for name, line, quantity in found:
        if quantity in seen_as:
            yield Fault(
                f"{name}.csv", line, "quantity_id", quantity, "similar_id", seen_as[quantity]
            )


def _a_letter_apart(quantities: set[str]) -> dict[str, str]:
    """Quantities of one owner whose names differ by a letter of a word, with the other one.

    Names are compared once each, however many projects have a quantity of that name.
    """
    names = sorted({quantity.rpartition("/")[2] for quantity in quantities})
    alike: dict[str, list[str]] = {}  # by a name with a gap in the place of a letter
    near: dict[str, set[str]] = {}
    for name in names:
        for word in _WORD.finditer(name):
            for at in range(*word.span()):
                before, after = name[:at], name[at + 1 :]
                others = alike.setdefault(f"{before}\0{after}", [])
                near.setdefault(name, set()).update(others, {before + after})
                others.append(name)
    return {
        quantity: owner + slash + other
        for quantity in sorted(quantities)
        for owner, slash, name in [quantity.rpartition("/")]
        for other in sorted(near.get(name, ()))
        if owner + slash + other in quantities
    }
