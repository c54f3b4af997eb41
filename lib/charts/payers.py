"""Payers one below the other, the largest first: where there are too many for a flow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lib.charts import bars, rows
from lib.charts.endings import End
from lib.charts.sheet import Sheet
from lib.charts.theme import Figure, axis
from lib.model.quantity import Bound, bound_of, joined
from lib.model.rows import grouped
from lib.wording.flow import amounts
from lib.wording.words import Words


def payers(sheet: Sheet, found: Sequence[Any], words: Words) -> Figure:
    """A bar for each payer under the head of its currency; its length is all that it states.

    ``found``: rows of the flow (``lib.figures.flow.drawn``), in drawing order. What has no
    published destination is hatched where the amounts are exact. Each currency has its own axis.
    """
    axes: dict[str, Any] = {}
    by_currency = grouped(found, "currency_code")
    for number, (code, own) in enumerate(by_currency.items()):
        payer = [*grouped(own, "payer_id").values()]
        sums = [joined(bound_of(row) for row in some) for some in payer]
        limit = bars.limit((one.low for one in sums), (one.high for one in sums))
        over = {"overlaying": "x"} if number else {}
        axes[f"xaxis{number + 1}" if number else "xaxis"] = axis(
            sheet.palette, range=[0, limit], showgrid=False, showticklabels=False, **over
        )
        if len(by_currency) > 1:
            rows.header(sheet, code, sheet.palette.muted)
        for some, whole in zip(payer, sums, strict=True):
            _payer(sheet, some, whole, limit, f"x{number + 1}" if number else "x", words)
    return sheet.figure(bottom=8, **axes)


def _payer(
    sheet: Sheet, some: Sequence[Any], whole: Bound, limit: float, xaxis: str, words: Words
) -> None:
    first = some[0]
    rows.name(sheet, first.payer)
    money = words.money(*whole[:3], first.currency_code)
    count = amounts(int(sum(row.amount_count for row in some)), words)
    hover = rows.hover(first.payer, money, count)
    mark = bars.Mark(*whole[:3], sheet.palette.text, first.payer, hover, [])
    y = sheet.y + bars.ABOVE + bars.THICKNESS / 2
    sheet.y += bars.ABOVE + bars.THICKNESS
    known = float(sum(row.low for row in some if row.is_published))
    if whole.low == whole.high and not whole.is_approximate and known < whole.low:
        if known > 0:
            sheet.traces.append(bars.solid(mark, y, bars.THICKNESS, known, xaxis))
        rest = (y, bars.THICKNESS, known, whole.low)
        sheet.traces.append(bars.hatched(sheet, mark, *rest, xaxis))
        end = End(whole.low / limit, 8)
    else:
        end = bars.draw(sheet, mark, y, limit, xaxis=xaxis)
    rows.label(sheet, end.share, y, end.shift, money, count)
    sheet.y += rows.GAP
