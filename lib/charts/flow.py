"""The flow of money: payer to edition to project, as far as it is published."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from lib.charts import rows
from lib.charts.flow_labels import columns, in_whole, in_words
from lib.charts.flow_payer import DESTINATION, PAYER, payer
from lib.charts.payers import legend as ranked_legend
from lib.charts.payers import payers as ranked
from lib.charts.sheet import NARROWEST, Sheet
from lib.charts.theme import Figure, Palette, axis
from lib.model.quantity import Bound, ending, joined
from lib.wording.words import Words

TALLEST = 300  # pixels of the largest payer of a currency
MOST_TOGETHER = 14  # amounts of one payer that a page has room for


def flow(
    frame: pd.DataFrame,
    words: Words,
    palette: Palette,
    narrowest: int = NARROWEST,
    *,
    is_paged: bool = False,
) -> Figure:
    """Payers at left, published editions in the middle, destinations at right; height is money.

    In, in drawing order: ``payer_id``, ``payer``, ``edition_id`` ("" where not published),
    ``project_ids``, ``projects`` (tuples), ``destination_kind`` (project, several_projects,
    not_published, smaller: several amounts in one), ``is_published``, ``amount_count``, the bound
    columns, ``low_in_whole``, ``currency_code``. A share of money whose split is not published is
    hatched and ends in a dashed node. Of "at least" what is certain is drawn, with a base that
    fades; of what is left of an amount at most all it can be, with a heavy edge at its base;
    amounts without a least height are said in words below. Heights compare
    within one currency. Nodes carry ``[project_id, edition_id]``, those of editions an empty
    ``project_id``. With room (``narrowest`` pixels at least) payers and destinations stand beside
    their ends; ``is_paged`` then draws a payer with more amounts than a page has room for in parts,
    each under its name. Each of several currencies has a head of its own. Where ``is_ranked`` says
    so it is a list of payers instead. Raises ``ValueError`` for an empty frame.
    """
    _ = words.gettext
    found = list(rows.required(frame, "funding.flow"))
    if getattr(found[0], "is_ranked", False):
        return ranked(Sheet(palette, narrowest), found, words)
    sheet = Sheet(palette, narrowest, gutter=PAYER)
    if sheet.is_wide:
        sheet.column = DESTINATION
    drawn = [row for row in found if _has_height(row)]
    payers: dict[tuple[str, str], list[Any]] = {}
    stated: dict[tuple[str, str], list[Bound]] = {}
    for row in found:
        key = (row.currency_code, row.payer_id)
        stated.setdefault(key, []).append(in_whole(row))
        if row in drawn:
            payers.setdefault(key, []).append(row)
    if payers:
        columns(sheet, words, has_editions=any(row.edition_id for row in drawn))
        sheet.head(0)
    currencies = list(dict.fromkeys(code for code, _payer_id in payers))
    in_order = sorted(payers.items(), key=lambda one: currencies.index(one[0][0]))
    opens = rows.changes(key[0] for key, _links in in_order)
    for (key, links), is_first in zip(in_order, opens, strict=True):
        if is_first and len(currencies) > 1:
            rows.header(sheet, key[0], palette.muted)
        largest = max(_sum(other) for own, other in payers.items() if own[0] == key[0])
        whole, scale = joined(stated[key]), TALLEST / largest
        groups = _groups(links) if is_paged else [links]
        for number, some in enumerate(groups, start=1):
            part = _("part {n} of {count}").format(n=number, count=len(groups))
            sheet.begin()
            payer(sheet, some, whole, scale, words, part if len(groups) > 1 else "")
    for row in found:
        if row not in drawn:
            sheet.begin()
            in_words(sheet, row, words)
    unit = axis(palette, range=[0, 1], showgrid=False, showticklabels=False)
    return sheet.figure(bottom=6, xaxis=unit)


def legend(frame: pd.DataFrame) -> tuple[str, ...]:
    """The marks that need a key (kinds of ``lib.charts.marks.swatch``): those that are drawn.

    In: rows of :func:`flow`.
    """
    if "is_ranked" in frame and frame["is_ranked"].any():
        return ranked_legend([*frame.itertuples(index=False)])
    found = [*rows.endings(frame, "at_least", "up_to", "range")]
    if not frame["is_published"].all():
        found.append("not_published")
    return tuple(found)


def _has_height(row: Any) -> bool:
    return ending(*in_whole(row)[:3]) in ("exact", "about", "at_least") and row.low_in_whole > 0


def _sum(links: Sequence[Any]) -> float:
    return float(sum(link.low_in_whole for link in links))


def _groups(links: Sequence[Any]) -> list[Sequence[Any]]:
    """The amounts of a payer in as few groups as pages have room for, about equally long."""
    size = math.ceil(len(links) / math.ceil(len(links) / MOST_TOGETHER))
    return [links[at : at + size] for at in range(0, len(links), size)]
