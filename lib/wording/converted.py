"""Words of totals in one currency: at which rate, of which day, by whom, and what is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lib.wording.nouns import nouns
from lib.wording.shares import Share
from lib.wording.words import Words

Row = Mapping[str, Any]  # of ``lib.figures.key.key_figures``, converted


def coverage(row: Row, words: Words) -> str:
    """How many of the amounts stand in the total."""
    _ = words.gettext
    counted = row["stated_count"]
    return Share(
        _("The amount is in it"),
        _("The amount is not in it"),
        _("Each of the {total} amounts is in it"),
        _("None of the {total} amounts is in it"),
        words.ngettext(
            "{n} of {total} amounts is in it", "{n} of {total} amounts are in it", counted
        ),
    ).said(counted, row["of_count"], words)


def rates(row: Row, words: Words) -> str:
    """The rates of a total with their days and sources; which currencies are left out."""
    _ = words.gettext
    form = _("{base} 1 = {quote} {rate} ({date}; {source})")
    said = [
        form.format(
            base=base, quote=quote, rate=words.number(rate), date=words.date(date), source=source
        )
        for base, quote, rate, date, source in row["rates"]
    ]
    lines = [_("Converted at {rates}.").format(rates=words.clauses(said))]
    if row["lacking"]:
        lost = _("No rate was found for {currencies}: left out.")
        lines.append(lost.format(currencies=words.joined(row["lacking"])))
    return " ".join(lines)


def sentences(totals: pd.DataFrame, words: Words) -> list[str]:
    """Every total in one currency, with its rates and its coverage; nothing where there is none.

    ``totals``: the frame of ``lib.figures.key_money.converted``.
    """
    form = words.gettext("{noun}: {amount}. {coverage}. {rates}")
    records: list[Any] = totals.to_dict("records")
    return [
        form.format(
            noun=nouns(words)[row["figure_id"]],
            amount=words.amount(row["low"], row["high"], row["is_approximate"],
                                row["currency_code"]),
            coverage=coverage(row, words),
            rates=rates(row, words),
        )
        for row in records
    ]  # fmt: skip
