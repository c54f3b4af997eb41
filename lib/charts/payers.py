"""Payers one below the other, the largest first: where there are too many for a flow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

from lib.charts import bars, boxes, rows
from lib.charts.flow_labels import in_whole
from lib.charts.sheet import Sheet
from lib.charts.theme import Figure, axis
from lib.model.quantity import Bound, joined
from lib.model.rows import grouped
from lib.wording.destinations import amounts
from lib.wording.words import Words

BESIDE: Final = 8  # pixels between a bar and its number


def payers(sheet: Sheet, found: Sequence[Any], words: Words) -> Figure:
    """A bar for each payer under the head of its currency; its length is all that it states.

    ``found``: rows of the flow (``lib.figures.drawn_flow.drawn``), in drawing order. What has no
    published destination is hatched where the amounts are exact, and so is what lies between the
    bounds. Of "at least" and "about" the sign stands before the number: an ending would be longer
    than most of the bars. Each currency has its own axis.
    """
    axes: dict[str, Any] = {}
    by_currency = grouped(found, "currency_code")
    for number, (code, own) in enumerate(by_currency.items()):
        payer = [*grouped(own, "payer_id").values()]
        sums = [joined(in_whole(row) for row in some) for some in payer]
        limit = bars.limit((one.low for one in sums), (one.high for one in sums))
        over = {"overlaying": "x"} if number else {}
        axes[f"xaxis{number + 1}" if number else "xaxis"] = axis(
            sheet.palette, range=[0, limit], showgrid=False, showticklabels=False, **over
        )
        if len(by_currency) > 1:
            rows.header(sheet, code, sheet.palette.muted)
        top = sheet.y
        for some, whole in zip(payer, sums, strict=True):
            _payer(sheet, some, whole, limit, f"x{number + 1}" if number else "x", words)
        # Bars shorter than a pixel begin here, too.
        sheet.line(0, 0, 0, top, sheet.y - rows.GAP, color=sheet.palette.border, width=1)
    return sheet.figure(bottom=8, **axes)


def legend(found: Sequence[Any]) -> tuple[str, ...]:
    """The marks of :func:`payers` that need a key: what is hatched, and for which reason."""
    by_currency = grouped(found, "currency_code").values()
    payer = [some for own in by_currency for some in grouped(own, "payer_id").values()]
    sums = [joined(in_whole(row) for row in some) for some in payer]
    marks = {
        "up_to": any(one.low == 0 < one.high < math.inf for one in sums),
        "range": any(0 < one.low < one.high < math.inf for one in sums),
        "not_published": any(map(_is_divided, payer, sums)),
    }
    return tuple(kind for kind, is_drawn in marks.items() if is_drawn)


def _is_divided(some: Sequence[Any], whole: Bound) -> bool:
    """Whether a part of an exact sum is hatched, because it has no published destination."""
    is_exact = whole.low == whole.high and not whole.is_approximate
    return is_exact and float(sum(row.low for row in some if row.is_published)) < whole.low


def _payer(
    sheet: Sheet, some: Sequence[Any], whole: Bound, limit: float, xaxis: str, words: Words
) -> None:
    first = some[0]
    rows.name(sheet, first.payer)
    money = words.money(*whole[:3], first.currency_code)
    count = amounts(int(sum(row.amount_count for row in some)), words)
    hover = boxes.hover(first.payer, money, count)
    mark = bars.Mark(*whole[:3], sheet.palette.text, first.payer, hover, [])
    y = sheet.y + bars.ABOVE + bars.THICKNESS / 2
    sheet.y += bars.ABOVE + bars.THICKNESS
    known = float(sum(row.low for row in some if row.is_published))
    end = whole.low
    if _is_divided(some, whole):
        if known > 0:
            sheet.traces.append(bars.solid(mark, y, bars.THICKNESS, known, xaxis))
        sheet.traces.append(bars.hatched(sheet, mark, y, bars.THICKNESS, known, whole.low, xaxis))
    else:
        sheet.traces.append(bars.solid(mark, y, bars.THICKNESS, whole.low, xaxis))
        if whole.low < whole.high < math.inf:
            end = whole.high
            rest = (y, bars.THICKNESS, whole.low, end)
            sheet.traces.append(bars.hatched(sheet, mark, *rest, xaxis))
    rows.label(sheet, end / limit, y, BESIDE, money, count)
    sheet.y += rows.GAP
