"""A payer in the flow of money: its block, the ribbons of its amounts, where they go."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from lib.charts.endings import FADE, cap_below, fade_down
from lib.charts.flow_labels import (
    AMOUNT_LINE,
    AMOUNT_SIZE,
    ASIDE,
    hovers,
    is_split,
    label_of,
    write,
)
from lib.charts.ribbons import MIDDLE, NODE, block, dashed, middle, ribbon, target
from lib.charts.sheet import EDGE, ROOM, Sheet
from lib.charts.text import width, wrap
from lib.charts.theme import TEXT_SIZE, escape
from lib.model.quantity import Bound
from lib.wording.words import Words

SPACE = 9
PAYER, DESTINATION = 200, 240  # pixels beside the flow for words


def payer(
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
        tall, under = link.low_in_whole * scale, _fade_of(link)
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
        tall = link.low_in_whole * scale
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
    is_straight = start == end and is_last  # else it bends, or others lie below its left part
    across = (0 if is_straight else MIDDLE, 1)
    if math.isinf(link.high):
        fade_down(sheet, across, end + tall, colour, (1, -NODE / 2))
    elif link.low < link.low_in_whole:
        cap_below(sheet, across, end + tall, colour)
    if is_whole and link.projects:
        name = link.projects[0]
        target(sheet, end, tall, colour, name, hover, [link.project_ids[0], link.edition_id])
    elif not is_whole:
        dashed(sheet, end, tall)


def _fade_of(link: Any) -> float:
    """Pixels below a ribbon for its ending."""
    return FADE + 4 if math.isinf(link.high) else 0
