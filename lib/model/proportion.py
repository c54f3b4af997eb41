"""Proportion: doubts about amounts and counts that are out of proportion to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

import pandas as pd

from lib.model.faults import Fault
from lib.model.rows import cells

Tables = Mapping[str, pd.DataFrame]

BEYOND: Final = 10  # times its target that a result is doubted: a digit too many, or three
_PROMISED: Final = ("commitment", "earmark", "in_kind")
_ABOUT: Final = ["funder_id", "project_id", "currency_code"]


def doubtful(tables: Tables) -> Iterator[Fault]:
    """Results far beyond their targets, payments beyond what was committed."""
    if {"targets", "results"} <= tables.keys():
        yield from _results(tables["targets"], tables["results"])
    if {"funding", "parts"} <= tables.keys():
        yield from _payments(tables["funding"], tables["parts"])


def _results(targets: pd.DataFrame, results: pd.DataFrame) -> Iterator[Fault]:
    """A result is set against the largest target of its quantity and indicator."""
    keys = ["quantity_id", "indicator_id"]
    largest = targets.groupby(keys, sort=False)["value"].max().to_dict()
    for line, value, *key in cells(results["value"], *(results[name] for name in keys)):
        target = largest.get(tuple(key), 0)
        if target and value > BEYOND * target:
            detail = f"{target:.15g}"
            yield Fault("results.csv", line, "value", f"{value:.15g}", "beyond_target", detail)


def _payments(funding: pd.DataFrame, parts: pd.DataFrame) -> Iterator[Fault]:
    """What a payer pays to a project is no more than what it committed to it, where it says so.

    A part of a stated total is not counted beside it. The payment with which it becomes too much
    is told.
    """
    rows = funding[funding["is_headline"] & (funding["scope"] == "project")]
    rows = rows[(rows["funder_id"] != "") & (rows["project_id"] != "") & rows["value"].notna()]
    rows = rows[~rows["statement_id"].isin(parts["part_id"])]
    promised = rows[rows["funding_kind"].isin(_PROMISED)]
    is_open = (
        promised["qualifier"]
        .isin(["at_least", "about"])
        .groupby([promised[name] for name in _ABOUT], sort=False)
    )
    known = {key for key, is_any in is_open.any().items() if not is_any}
    most = promised.groupby(_ABOUT, sort=False)["value"].sum().to_dict()
    paid: Counter[tuple[str, ...]] = Counter()
    payments = rows[rows["funding_kind"] == "disbursement"]
    for line, value, *about in cells(payments["value"], *(payments[name] for name in _ABOUT)):
        key = tuple(about)
        before, paid[key] = paid[key], paid[key] + value
        if key in known and before <= most[key] < paid[key]:
            detail = f"{most[key]:.15g}"
            yield Fault("funding.csv", line, "value", f"{value:.15g}", "beyond_commitment", detail)
