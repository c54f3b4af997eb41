"""The flow of money: payer to edition to project, as far as it is published."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from lib.charts import rows
from lib.charts.endings import FADE, fade_down
from lib.charts.flow_labels import (
    AMOUNT_LINE,
    AMOUNT_SIZE,
    ASIDE,
    columns,
    hovers,
    in_words,
    is_split,
    label_of,
    write,
)
from lib.charts.payers import legend as ranked_legend
from lib.charts.payers import payers as ranked
from lib.charts.ribbons import MIDDLE, NODE, block, dashed, middle, ribbon, target
from lib.charts.sheet import EDGE, NARROWEST, ROOM, Sheet
from lib.charts.text import width, wrap
from lib.charts.theme import TEXT_SIZE, Figure, Palette, axis, escape
from lib.model.quantity import Bound, bound_of, ending, joined
from lib.wording.words import Words

TALLEST = 300  # pixels of the largest payer of a currency
MOST_TOGETHER = 14  # amounts of one payer that a page has room for
SPACE = 9
PAYER, DESTINATION = 200, 240  # pixels beside the flow for words


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
    columns, ``currency_code``. A share of money whose split is not published is hatched and ends in
    a dashed node. Of "at least" what is certain is drawn, with a base that fades; amounts
    without a least height are said in words below. Heights compare
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
        stated.setdefault(key, []).append(bound_of(row))
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
            _payer(sheet, some, whole, scale, words, part if len(groups) > 1 else "")
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
    return ending(row.low, row.high, row.is_approximate) in ("exact", "about", "at_least") and (
        row.low > 0
    )


def _fade_of(link: Any) -> float:
    """Pixels below a ribbon for its ending."""
    return FADE + 4 if math.isinf(link.high) else 0


def _sum(links: Sequence[Any]) -> float:
    return float(sum(link.low for link in links))


def _groups(links: Sequence[Any]) -> list[Sequence[Any]]:
    """The amounts of a payer in as few groups as pages have room for, about equally long."""
    size = math.ceil(len(links) / math.ceil(len(links) / MOST_TOGETHER))
    return [links[at : at + size] for at in range(0, len(links), size)]


def _payer(
    sheet: Sheet, links: Sequence[Any], whole: Bound, scale: float, words: Words, part: str
) -> None:
    """One payer: name with all it states, the block in ink, a ribbon for each link."""
    first = links[0]
    shown = words.money(*whole[:3], first.currency_code)
    if sheet.is_wide:
        _payer_beside(sheet, links, whole, scale, [*_in_lines(shown), *filter(None, [part])], words)
        return
    for line in wrap(first.payer, ROOM, TEXT_SIZE, 600):
        sheet.write(escape(line), 0, sheet.y + 9, weight=600)
        sheet.y += 18
    sheet.write(escape(shown), 0, sheet.y + AMOUNT_LINE / 2, size=AMOUNT_SIZE, weight=500)
    sheet.y += AMOUNT_LINE + 4
    top = left = right = sheet.y
    for link in links:
        tall, under = link.low * scale, _fade_of(link)
        label = label_of(link, words)
        fits = tall >= label.tall + 8
        ends = (left, right)
        said = hovers(link, label, words)
        _link(sheet, link, ends, tall, said, is_last=link is links[-1])
        middle_y = right + tall / 2 if fits else right + tall + under + 4 + label.tall / 2
        is_plain = fits and is_split(link)
        top_y = middle_y - label.tall / 2
        write(sheet, label, top_y, has_halo=not is_plain)
        left += tall
        right += tall + under + SPACE + (0 if fits else label.tall + 6)
    sheet.y = max(block(sheet, top, left, is_open=math.isinf(whole.high)), right) + 16


def _payer_beside(
    sheet: Sheet,
    links: Sequence[Any],
    whole: Bound,
    scale: float,
    amounts: Sequence[str],
    words: Words,
) -> None:
    """One payer where there is room: its name left of the block, destinations at right."""
    top = left = right = sheet.y
    for link in links:
        tall = link.low * scale
        label = label_of(link, words, DESTINATION - ASIDE - EDGE)
        row = max(tall + _fade_of(link), label.tall)
        said = hovers(link, label, words)
        _link(sheet, link, (left, right), tall, said, is_last=link is links[-1])
        middle_y = right + max(tall / 2, label.tall / 2)
        write(sheet, label, middle_y - label.tall / 2, has_halo=False, at=(1, ASIDE))
        left += tall
        right += row + SPACE
    base = block(sheet, top, left, is_open=math.isinf(whole.high))
    names = wrap(links[0].payer, PAYER - ASIDE - EDGE, TEXT_SIZE, 600)
    tall = 18 * len(names) + AMOUNT_LINE * len(amounts)
    y = max((top + left) / 2 - tall / 2, top) + 9
    for line in names:
        sheet.write(escape(line), 0, y, -ASIDE, anchor="right", weight=600)
        y += 18
    for line in amounts:
        sheet.write(escape(line), 0, y + 3, -ASIDE, anchor="right", size=AMOUNT_SIZE, weight=500)
        y += AMOUNT_LINE
    sheet.y = max(base, right, y) + 16


def _in_lines(amount: str) -> list[str]:
    """An amount, from and to below each other where they have no room side by side."""
    if width(amount, AMOUNT_SIZE, 500) <= PAYER - ASIDE - EDGE or "–" not in amount:
        return [amount]
    start, _dash, end = amount.partition("–")
    return [f"{start}–", end]


def _link(
    sheet: Sheet,
    link: Any,
    ends: tuple[float, float],
    tall: float,
    said: tuple[str, str],
    *,
    is_last: bool,
) -> None:
    """One ribbon: hatched wherever the split is not published, open at its base if "at least"."""
    palette, (start, end), (through, hover) = sheet.palette, ends, said
    is_whole = is_split(link)
    if not link.edition_id:
        colour = palette.text if is_whole else palette.muted
        ribbon(sheet, (0, 1), (start, end), tall, colour, hover, is_hatched=not is_whole)
    else:
        colour = palette.edition(link.edition_id)
        ribbon(sheet, (0, MIDDLE), (start, end), tall, colour, hover, is_hatched=False)
        ribbon(sheet, (MIDDLE, 1), (end, end), tall, colour, hover, is_hatched=not is_whole)
        middle(sheet, end, tall, colour, through, ["", link.edition_id])
    if math.isinf(link.high):
        is_straight = start == end and is_last  # else it bends, or others lie below its left part
        fade_down(sheet, (0 if is_straight else MIDDLE, 1), end + tall, colour, (1, -NODE / 2))
    if is_whole and link.projects:
        name = link.projects[0]
        target(sheet, end, tall, colour, name, hover, [link.project_ids[0], link.edition_id])
    elif not is_whole:
        dashed(sheet, end, tall)
