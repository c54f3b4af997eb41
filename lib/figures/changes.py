"""What changed between two versions of the tables: key figures, statements."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

import pandas as pd

from lib.figures import key, naming
from lib.figures.compare import CHANGES, compare
from lib.figures.naming import Lacking
from lib.figures.statements import described
from lib.model.portfolio import Portfolio
from lib.model.quantity import BOUND_COLUMNS, NOT_STATED
from lib.model.rows import each, frame
from lib.model.schema import STATEMENT_TABLES

_SIDE: Final = (*BOUND_COLUMNS, "of_count", "is_attributable", "whole_low", "whole_high")
_VALUE: Final = ("low", "high", "is_approximate", "is_attributable")
_SAID: Final = (
    *("low", "high", "is_approximate", "stated_count", "currency_code", "unit", "value_text"),
    *("start_date", "end_date", "milestone_kind"),
)
_ABOUT: Final = (
    *("table", "project_id", "project", "edition_id", "scope", "description", "publisher"),
    *("source", "url", "source_id", "locator", "date"),
)


def key_figures(then: Portfolio, now: Portfolio) -> pd.DataFrame:
    """The key figures on both sides.

    Out: ``figure_id`` and ``currency_code`` as in :func:`lib.figures.key.key_figures`; the bound
    columns, ``of_count``, ``is_attributable``, ``whole_low``, ``whole_high`` and ``statement_ids``
    of today, the same but the last under ``then_…``; ``is_changed``: is any of these another?
    ``is_value_changed``: is the number itself, not only its coverage? An amount that one side does
    not have in a currency is not stated there.
    """
    sides = [_by_currency(key.key_figures(side)) for side in (then, now)]
    names = list(dict.fromkeys([*sides[1], *sides[0]]))
    names.sort(key=lambda name: key.KEY_FIGURES.index(name[0]))
    stated = {one for one, code in names if code}
    rows = []
    for name in names:
        if not name[1] and name[0] in stated:  # nothing is stated on one side: said by the currency
            continue
        before, after = (side.get(name, _NOTHING) for side in sides)
        rows.append(
            {
                "figure_id": name[0],
                "currency_code": name[1],
                **{column: after[column] for column in (*_SIDE, "statement_ids")},
                **{f"then_{column}": before[column] for column in _SIDE},
                "is_changed": any(_differ(before[column], after[column]) for column in _SIDE),
                "is_value_changed": any(
                    _differ(before[column], after[column]) for column in _VALUE
                ),
            }
        )
    columns = [*_SIDE, "statement_ids", *(f"then_{column}" for column in _SIDE)]
    asked = ["is_changed", "is_value_changed"]
    found = frame(rows, ["figure_id", "currency_code", *columns, *asked])
    return found.astype({f"then_{name}": found[name].dtype for name in _SIDE})


_NOTHING: Final[dict[str, Any]] = {
    **NOT_STATED._asdict(),
    "of_count": 0,
    "is_attributable": True,
    "whole_low": float("nan"),
    "whole_high": float("nan"),
    "statement_ids": (),
}


def _by_currency(rows: pd.DataFrame) -> dict[tuple[str, str], dict[str, Any]]:
    return {(row.figure_id, row.currency_code): row._asdict() for row in each(rows)}


def _differ(one: Any, other: Any) -> bool:
    return bool(one != other) and not (one != one and other != other)


def statements(then: Portfolio, now: Portfolio, lacking: Lacking = frozenset()) -> pd.DataFrame:
    """Statements that were added, removed or changed, told by their id.

    They are those of the selection, and those of more than it that its key figures speak of.
    ``lacking`` names columns that one side did not have (table, column of the file): they are not
    compared. Out: ``statement_id``, ``change``, ``property``, ``then``, ``now`` as in
    :func:`lib.figures.compare.compare`, the values as texts with names in the place of ids, a
    number as the property ``quantity``; whom the statement is about and who says so, as
    :func:`lib.figures.statements.described` has it, of today where it is there today; what it says
    today (``low``, ``currency_code``, ``start_date`` …) and what it said (``then_…``). Ordered by
    project, what is about more than one first.
    """
    # Compared as they are written: a unit in the plural is the same unit.
    ids = _concerned(then, now)
    own, past_own = (_of(side, ids) for side in (now, then))
    told = [_told(rows) for rows in (past_own, own)]
    left_out = {"statement_id", "value", "currency_code", "value_text", "is_approximate"}
    properties = [
        str(name)
        for name in told[1]
        if name not in left_out and name not in ("low", "high", "stated_count")
    ]
    found = compare(told[0], told[1], ["statement_id"], properties)
    old, new = (
        described(side, rows).set_index("statement_id")
        for side, rows in ((then, past_own), (now, own))
    )
    changed = pd.Index(found["statement_id"])
    present = new.reindex(changed).reset_index(drop=True)
    past = old.reindex(changed).reset_index(drop=True)
    is_here = changed.isin(new.index)
    about = {name: present[name].where(is_here, past[name]) for name in _ABOUT}
    said = {name: present[name] for name in _SAID}
    before = {f"then_{name}": past[name] for name in _SAID}
    found = found.assign(**about, **said, **before)
    found = naming.comparable(found, lacking, now.selection.language)
    return naming.ordered(naming.named(found, then, now), STATEMENT_TABLES, then, now)


def _concerned(then: Portfolio, now: Portfolio) -> set[str]:
    """The statements that the key figures of either side rest on or speak of."""
    return {
        one for side in (then, now) for ids in key.key_figures(side)["statement_ids"] for one in ids
    }


def _of(side: Portfolio, ids: Collection[str]) -> pd.DataFrame:
    """The statements of a selection, and some others by their id."""
    every, own = side.everything.statements, side.statements["statement_id"]
    rows: pd.DataFrame = every[every["statement_id"].isin(own) | every["statement_id"].isin(ids)]
    return rows.reset_index(drop=True)


def _told(rows: pd.DataFrame) -> pd.DataFrame:
    """Statements with the number they state as one text."""
    value = rows["value"].map(lambda number: "" if number != number else f"{number:.15g}")
    text = rows["qualifier"] + " " + value + " " + rows["currency_code"].fillna("")
    quantity = text.str.strip().where(rows["value"].notna(), rows["value_text"].fillna(""))
    sure = rows["qualifier"].where(rows["table"] == "milestones", "")
    return rows.assign(quantity=quantity, qualifier=sure)


def counts(rows: pd.DataFrame) -> pd.DataFrame:
    """How many rows of each table were added, removed, changed.

    In: rows of :func:`statements` or of :func:`lib.figures.registers.changes`. Out: ``table``,
    ``added_count``, ``removed_count``, ``changed_count``: however many properties of a row
    changed, it is one.
    """
    own = "statement_id" if "statement_id" in rows else "key"
    once = rows.drop_duplicates(["table", own])
    found = [
        {"table": table, **{f"{change}_count": int((some == change).sum()) for change in CHANGES}}
        for table, some in once.groupby("table", sort=False)["change"]
    ]
    return frame(found, ["table", *(f"{change}_count" for change in CHANGES)])
