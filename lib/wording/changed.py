"""Rows of what changed as people read them: key figures, statements, everything else."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import pandas as pd

from lib.wording import conventions
from lib.wording.columns import about
from lib.wording.conventions import DOT
from lib.wording.nouns import nouns
from lib.wording.properties import properties, tables, written
from lib.wording.reading import coverage
from lib.wording.values import value
from lib.wording.words import Words

Row = Mapping[str, Any]


def figure(row: Row, words: Words, prefix: str = "") -> str:
    """A key figure as it is, or with the prefix ``then_`` as it was."""
    if not row[f"{prefix}is_attributable"]:
        return words.gettext("not attributable")
    low, high = row[f"{prefix}low"], row[f"{prefix}high"]
    if math.isnan(low):
        return words.gettext("not stated")
    is_approximate = bool(row[f"{prefix}is_approximate"])
    if row["currency_code"]:
        return words.money(low, high, is_approximate, row["currency_code"])
    return words.bound(low, high, is_approximate)


def evidence(row: Row, words: Words, prefix: str = "") -> str:
    """What stands beside a key figure: its coverage, or what is stated for more than it."""
    whole = row[f"{prefix}whole_low"]
    if not math.isnan(whole):
        bound = whole, row[f"{prefix}whole_high"], False, row["currency_code"]
        form = words.gettext("{amount} for the whole programme")
        return form.format(amount=words.money(*bound))
    if row["figure_id"] in ("places", "people"):
        return coverage(row[f"{prefix}stated_count"], row[f"{prefix}of_count"], words)
    return ""


def before(row: Row, words: Words) -> str:
    """What a key figure was, for a card that says what it is."""
    _ = words.gettext
    if not row["is_changed"]:
        return _("As before.")
    said = [figure(row, words, "then_"), evidence(row, words, "then_")]
    if not row["is_value_changed"]:
        if said[1] == evidence(row, words):
            return _("Other statements stand behind it now.")
        return _("Coverage before: {coverage}").format(coverage=said[1] or _("not stated"))
    return _("Before: {value}").format(value=DOT.join(filter(None, said)))


def happened(row: Row, words: Words) -> str:
    """What became of a key figure: another number, only its coverage, or nothing."""
    _ = words.gettext
    if row["is_value_changed"]:
        return _("changed")
    return _("coverage changed") if row["is_changed"] else _("as before")


def figures_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Key figures on both sides as a table (columns of ``changes.key_figures``)."""
    _ = words.gettext
    rows: list[Any] = frame.to_dict("records")
    return _texts(
        {
            _("Key figure"): [nouns(words)[row["figure_id"]] for row in rows],
            _("Before"): [figure(row, words, "then_") for row in rows],
            _("Now"): [figure(row, words) for row in rows],
            _("What happened"): [happened(row, words) for row in rows],
            _("Coverage before"): [evidence(row, words, "then_") for row in rows],
            _("Coverage now"): [evidence(row, words) for row in rows],
        }
    )


def statements_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Statements that changed as a table (columns of ``changes.statements``)."""
    _ = words.gettext
    rows: list[Any] = frame.to_dict("records")
    kinds = tables(words)
    return _texts(
        {
            _("Project"): [about(row, words) for row in rows],
            _("Kind"): [kinds[row["table"]] for row in rows],
            _("What is said"): [row["description"] for row in rows],
            _("What happened"): [_change(row, words) for row in rows],
            _("Before"): [_statement(row, words, "then") for row in rows],
            _("Now"): [_statement(row, words, "now") for row in rows],
            _("Publisher"): [row["publisher"] for row in rows],
            _("Where in it"): [row["locator"] for row in rows],
            _("Statement"): [row["statement_id"] for row in rows],
        }
    )


def registers_table(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Other rows that changed as a table (columns of ``registers.changes``)."""
    _ = words.gettext
    rows: list[Any] = frame.to_dict("records")
    kinds = tables(words)
    return _texts(
        {
            _("Name"): [_name(row, words) for row in rows],
            _("Kind"): [kinds[row["table"]] for row in rows],
            _("Project"): [row["project"] for row in rows],
            _("What happened"): [_change(row, words) for row in rows],
            _("Before"): [_property(row, words, "then") for row in rows],
            _("Now"): [_property(row, words, "now") for row in rows],
            _("Publisher"): [row["publisher"] for row in rows],
        }
    )


def _texts(columns: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(cells, dtype=str) for name, cells in columns.items()})


def _change(row: Row, words: Words) -> str:
    """What became of a row; of a changed one what of it changed."""
    _ = words.gettext
    if row["change"] == "changed":
        own = "qualifier" if _is_surer(row) else row["property"]
        name = conventions.inside(properties(words)[own], words.language)
        return _("changed: {property}").format(property=name)
    return _("added") if row["change"] == "added" else _("removed")


def _is_surer(row: Row) -> bool:
    """Whether of a number only how sure it is has changed: its first word (60, up to 60)."""
    if row["property"] != "quantity" or math.isnan(row["low"]) or math.isnan(row["then_low"]):
        return False
    then, now = (str(row[side]).partition(" ")[2] for side in ("then", "now"))
    return then == now


def _statement(row: Row, words: Words, side: str) -> str:
    """What a statement says on one side, or the property of it that changed."""
    if row["change"] == "changed" and row["property"] != "quantity":
        return _property(row, words, side)
    if row["change"] == {"then": "added", "now": "removed"}[side]:
        return ""
    if side == "now":
        return value(SimpleNamespace(**row), words)
    told = {name.removeprefix("then_"): cell for name, cell in row.items() if "then_" in name}
    return value(SimpleNamespace(**told, table=row["table"]), words)


def _property(row: Row, words: Words, side: str) -> str:
    return written(row["property"], row[side], words) if row["change"] == "changed" else ""


def _name(row: Row, words: Words) -> str:
    """What a row is called: a country, an edition or a role in the reader's words."""
    if row["table"] == "project_countries":
        return words.country(row["code"])
    if row["table"] == "project_partners":
        return words.of(row["name"], words.partner_role(row["code"]))
    return words.edition(row["name"]) if row["table"] == "editions" else str(row["name"])
