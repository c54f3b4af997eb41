"""Words of sums over any number of rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from lib.model.quantity import ending
from lib.model.rows import each
from lib.wording.card import Card
from lib.wording.commitments import own_amounts, statements
from lib.wording.headline import no_money
from lib.wording.money import bare, short
from lib.wording.reading import no_amount, no_project
from lib.wording.words import Words

ENGINES = {"duckdb": "DuckDB", "pyspark": "Apache Spark"}


def page_title(money: pd.DataFrame, projects: int, words: Words) -> str:
    """The title of the page: how many projects, what is committed (``totals.by_currency``)."""
    _ = words.gettext
    if not projects:
        return no_project(words)
    said = words.ngettext("{n} project", "{n} projects", projects).format(n=words.number(projects))
    if money.empty:
        return no_money(words).format(projects=said)
    amounts = [
        short(row.low, row.high, bool(row.is_approximate), row.currency_code, words)
        for row in each(money)
    ]
    return _("{projects}, {amount} committed").format(projects=said, amount=words.joined(amounts))


def committed(money: pd.DataFrame, projects: int, words: Words) -> list[Card]:
    """A card a currency (``totals.by_currency``); ``projects`` is how many are selected."""
    _ = words.gettext
    reason = _(
        "A sum of stated commitments and earmarks; what is a part of a total is not added to it."
    )
    if money.empty:
        return [Card(_("Committed"), _("not stated"), "", no_amount(words), "not_stated", "")]
    return [
        Card(
            _("Committed in {currency}").format(currency=row.currency_code),
            bare(row.low, row.high, bool(row.is_approximate), words),
            own_amounts(row.project_count, projects, words),
            " ".join([*_shares(row, words), f"{statements(row.stated_count, words)}. {reason}"]),
            ending(row.low, row.high, bool(row.is_approximate)),
            "",
        )
        for row in each(money)
    ]


def _shares(row: Any, words: Words) -> list[str]:
    """How much of a sum the foundation itself commits; nothing where it has no co-funders."""
    if not row.co_funded.stated_count:
        return []
    own, others = (
        short(bound.low, bound.high, bound.is_approximate, row.currency_code, words)
        if bound.stated_count
        else words.gettext("not stated")
        for bound in (row.own, row.co_funded)
    )
    form = words.gettext("By the foundation itself: {own}; by co-funders: {others}.")
    return [form.format(own=own, others=others)]


def projects(count: int, words: Words) -> Card:
    """The words of the number of projects."""
    said = words.gettext("Counted from the list of projects.")
    return _counted(words.gettext("Projects"), count, said, words)


def countries(count: int, words: Words) -> Card:
    """The words of the number of countries."""
    said = words.gettext("Countries of the selected projects, each counted once.")
    return _counted(words.gettext("Countries"), count, said, words)


def _counted(noun: str, count: int, reason: str, words: Words) -> Card:
    return Card(noun, words.number(count), "", reason, "exact", "")


def row_counts(counts: Mapping[str, int], words: Words) -> Card:
    """How many rows the sums are made of, by table."""
    _ = words.gettext
    names = {
        "funding": _("money"),
        "targets": _("targets"),
        "results": _("results"),
        "sites": _("places"),
    }
    said = [words.of(name, words.number(counts[table])) for table, name in names.items()]
    return Card(
        _("Rows"),
        words.number(sum(counts[table] for table in names)),
        " · ".join(said),
        _("Rows of the tables that are about the selected projects and no others."),
        "exact",
        "",
    )


def not_said(words: Words) -> list[str]:
    """What sums cannot say, and the way to it."""
    _ = words.gettext
    return [
        _(
            "Sums name no single statement: sources, disagreements and dates are not shown here. "
            "Whoever serves the dashboard gets them on pages of their own by loading the tables as "
            "CSV, with pandas: DASHBOARD_DATA names the folder, DASHBOARD_ENGINE nothing."
        ),
        _(
            "Search and board pack are made of single statements, so that there is neither here. "
            "The filters find projects by country, programme and partner; each figure has its "
            "table and its file."
        ),
    ]


def reduced(count: int, engine: str, moment: datetime, words: Words) -> str:
    """Which engine made the sums of how many rows, and when (``moment`` in UTC)."""
    when = f"{words.date(f'{moment:%Y-%m-%d}')}, {moment:%H:%M}"
    return words.ngettext(
        "{n} row was reduced by {engine} on {moment} UTC.",
        "{n} rows were reduced by {engine} on {moment} UTC.",
        count,
    ).format(n=words.number(count), engine=ENGINES.get(engine, engine), moment=when)
