"""Charts of who pays."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from lib.charts import bars, boxes, marks, rows
from lib.charts.counts import co_funder_counts
from lib.charts.flow import flow
from lib.charts.flow import legend as flow_legend
from lib.charts.sheet import NARROWEST, Sheet
from lib.charts.theme import Figure, Palette, axis
from lib.wording import co_funders
from lib.wording.commitments import statements
from lib.wording.lists import named
from lib.wording.sure import plain_certainty
from lib.wording.words import Words

NAMES: Final = 200  # letters of the payers below a bar

__all__ = ["by_funder_type", "co_funder_counts", "flow", "flow_legend", "named_co_funders"]


def by_funder_type(
    frame: pd.DataFrame, words: Words, palette: Palette, narrowest: int = NARROWEST
) -> Figure:
    """Money stated by type of payer, a bar for each kind of money; kinds are never stacked.

    In, in drawing order: ``organisation_type``, ``funding_kind``, ``currency_code``, the bound
    columns, ``payers`` (tuple of names), ``statement_ids`` (tuple). Each currency has its own axis,
    because amounts in two currencies have no common length. Raises ``ValueError`` for an empty
    frame.
    """
    sheet = Sheet(palette, narrowest)
    found = list(rows.required(frame, "funding.by_funder_type"))
    currencies = list(dict.fromkeys(frame["currency_code"]))
    limits = {}
    for currency in currencies:
        own = frame[frame["currency_code"] == currency]
        limits[currency] = bars.limit(own["low"], own["high"])
    opens = rows.changes(row.currency_code for row in found)
    for row, is_first in zip(found, opens, strict=True):
        if is_first and len(currencies) > 1:
            rows.header(sheet, row.currency_code, palette.muted)
        payer = words.organisation_type(row.organisation_type)
        kind = words.funding_kind(row.funding_kind)
        rows.name(sheet, payer[:1].upper() + payer[1:], kind)
        amount = words.amount(row.low, row.high, row.is_approximate, row.currency_code)
        names = named(row.payers, words, NAMES)
        count = statements(len(row.statement_ids), words)
        mark = bars.Mark(
            row.low,
            row.high,
            row.is_approximate,
            palette.organisation_type(row.organisation_type),
            f"{row.organisation_type} {row.funding_kind}",
            boxes.hover(names, words.of(kind, amount)),
            [],
            boxes.told(sheet, amount, count, plain_certainty(row, words)),
        )
        number = currencies.index(row.currency_code)
        y = sheet.y + bars.ABOVE + bars.THICKNESS / 2
        sheet.y += bars.ABOVE + bars.THICKNESS
        xaxis = f"x{number + 1}" if number else "x"
        end = bars.draw(sheet, mark, y, limits[row.currency_code], xaxis=xaxis)
        money = words.money(row.low, row.high, row.is_approximate, row.currency_code)
        rows.label(sheet, end.share, y, end.shift, money, names)
        sheet.y += rows.GAP
    return sheet.figure(bottom=8, **_money_axes(palette, limits))


def _money_axes(palette: Palette, limits: dict[str, float]) -> dict[str, Any]:
    """One axis a currency, without ticks: the labels carry the amounts."""
    axes = {}
    for number, limit in enumerate(limits.values()):
        over = {"overlaying": "x"} if number else {}
        axes[f"xaxis{number + 1}" if number else "xaxis"] = axis(
            palette, range=[0, limit], showgrid=False, showticklabels=False, **over
        )
    return axes


def named_co_funders(count_named: int, count_total: float, words: Words, palette: Palette) -> str:
    """A cell a co-funder as SVG, full for those the record names.

    "" where the record names more than there are said to be, or where that number is open or more
    than one can look at.
    """
    if not marks.has_cells(count_named, count_total):
        return ""
    title = co_funders.named(count_named, count_total, words)
    return marks.waffle(count_named, int(count_total), palette, title)
