"""Rows of a sheet: group headers, names above the marks, labels after them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any

import pandas as pd

from lib.charts.sheet import EDGE, LEAST_RIGHT, LEFT, ROOM, Sheet, chip_width, tinted
from lib.charts.text import width, wrap
from lib.charts.theme import AXIS_SIZE, TEXT_SIZE, escape
from lib.model.quantity import ending
from lib.wording.conventions import SPACE
from lib.wording.differing import other_value
from lib.wording.words import Words

ENDINGS = ("exact", "at_least", "up_to", "range", "about", "not_stated")  # as keys list them
LINE = 18
GAP = 10
BESIDE, AT_MARK = 12, 11  # between names and axis; down to the middle of a mark
PITCH, COLUMN_LINE, COLUMN_GAP = 29, 15, 6  # from mark to mark; the lines in a column beside them


def required(frame: pd.DataFrame, figure: str) -> Iterator[Any]:
    """The rows of a frame as tuples; ``ValueError`` naming the figure when there are none."""
    if frame.empty:
        raise ValueError(f"{figure}: nothing to draw, the frame has no rows")
    return frame.itertuples(index=False)


def header(sheet: Sheet, title: str, colour: str) -> None:
    """Open a group: a square in its colour with its title."""
    sheet.y += 8 if sheet.y else 0
    sheet.begin()
    top = sheet.y
    x = LEFT - sheet.left
    sheet.shape("rect", 0, x0=x, x1=x + 10, y0=sheet.y + 4, y1=sheet.y + 14, fillcolor=colour)
    sheet.write(escape(title), 0, sheet.y + LINE / 2, x + 16, weight=600)
    sheet.y += LINE + 6
    sheet.head(top)


def name(
    sheet: Sheet,
    text: str,
    aside: str = "",
    chip: str = "",
    *,
    weight: int = 500,
    is_near: bool = False,
) -> None:
    """Write the line above a mark: a name at left, ``aside`` at right; wrapped when too long.

    With ``is_near`` the aside follows the name on its line where both fit the narrowest width. On a
    wide sheet both stand beside the mark that is drawn next. A page may begin with it.
    """
    sheet.begin()
    if sheet.is_wide:
        _beside(sheet, text, aside, weight)
        return
    chip_room = chip_width(chip) + 6 if chip else 0
    lines = wrap(text, ROOM, TEXT_SIZE, weight)
    asides = wrap(aside, ROOM - chip_room, AXIS_SIZE)
    taken = width(lines[-1], TEXT_SIZE, weight) + 12 + chip_room if lines else 0
    fits = len(asides) < 2 and taken + width(aside, AXIS_SIZE) <= ROOM
    for number, line in enumerate(lines):
        sheet.write(escape(line), 0, sheet.y + LINE * (number + 0.5), weight=weight)
    sheet.y += LINE * (len(lines) + (0 if fits else len(asides)))
    last = sheet.y - LINE / 2
    if is_near and fits and not chip:
        shift = width(lines[-1], TEXT_SIZE, weight) + 10
        sheet.write(escape(aside), 0, last, shift, size=AXIS_SIZE, colour=sheet.palette.muted)
        return

    def draw(edge: float) -> None:
        for number, line in enumerate(reversed(asides)):
            sheet.write(
                escape(line),
                1,
                last - LINE * number,
                edge - (0 if number else chip_room),
                anchor="right",
                size=AXIS_SIZE,
                colour=sheet.palette.muted,
            )
        if chip:
            sheet.chip(chip, 1, last, edge - chip_width(chip))

    sheet.at_edge(draw)


def _beside(sheet: Sheet, text: str, aside: str, weight: int) -> None:
    """Write a name in the gutter, what it is about at its right end; the last line at the mark."""
    room = sheet.left - LEFT - BESIDE
    names, asides = wrap(text, room, TEXT_SIZE, weight), wrap(aside, room, AXIS_SIZE)
    taken = width(names[-1], TEXT_SIZE, weight) if names else 0
    shares_line = len(asides) == 1 and taken + 10 + width(aside, AXIS_SIZE) <= room
    top = sheet.y + AT_MARK
    for number, line in enumerate(names):
        sheet.write(escape(line), 0, top + LINE * number, LEFT - sheet.left, weight=weight)
    first = len(names) - 1 if shares_line else len(names)
    for number, line in enumerate(asides, start=first):
        sheet.write(escape(line), 0, top + LINE * number, -BESIDE, anchor="right", size=AXIS_SIZE,
                    colour=sheet.palette.muted)  # fmt: skip
    sheet.y += LINE * (max(len(names), first + len(asides)) - 1)


def column_room(sheet: Sheet, text: str) -> float:
    """Pixels that a row needs above its mark, and below, so that its lines are not another's."""
    lines = len(wrap(text, sheet.column - 2 * EDGE, AXIS_SIZE)) if sheet.column else 0
    return max(0, COLUMN_LINE * lines + COLUMN_GAP - PITCH) / 2


def column(sheet: Sheet, y: float, text: str, colour: str = "") -> None:
    """Write lines into the column at the right edge, around ``y``."""
    lines = wrap(text, sheet.column - 2 * EDGE, AXIS_SIZE)
    top = y - COLUMN_LINE * (len(lines) - 1) / 2

    def draw(edge: float) -> None:
        for number, line in enumerate(lines):
            sheet.write(
                escape(line),
                1,
                top + COLUMN_LINE * number,
                edge + EDGE - sheet.column + EDGE,
                size=AXIS_SIZE,
                colour=colour or sheet.palette.muted,
            )

    sheet.at_edge(draw)


def label(
    sheet: Sheet, share: float, y: float, shift: float, strong: str, rest: str = "", chip: str = ""
) -> None:
    """Write what follows a mark: the number, its unit, what other sources say.

    What does not fit beside the mark at the narrowest width goes to lines below it; the sheet's
    ``y`` must already be below the mark.
    """
    strong_width = width(strong, TEXT_SIZE, 600)
    rest_width = width(f" {rest}", TEXT_SIZE) if rest else 0
    below: list[tuple[str, bool]] = []
    most = sheet.most_right - LEAST_RIGHT
    if sheet.margin(share, shift + strong_width + rest_width) > most:
        below.append((rest, False))
        rest, rest_width = "", 0
    parts = [f"<b>{escape(strong)}</b>"] if strong else []
    parts += [tinted(rest, sheet.palette.muted)] if rest else []
    sheet.write(" ".join(parts), share, y, shift)
    end = shift + strong_width + rest_width
    if chip and sheet.margin(share, end + 10 + chip_width(chip)) <= most:
        sheet.chip(chip, share, y, end + 10)
        end += 10 + chip_width(chip)
    elif chip:
        below.append((chip, True))
    sheet.reserve(share, end)
    for text, differs in below:
        note(sheet, text, differs=differs)


def note(sheet: Sheet, text: str, *, differs: bool = False) -> None:
    """Write lines below a mark, from the left; with ``differs`` a chip, if it is short."""
    if differs and chip_width(text) <= ROOM:
        sheet.chip(text, 0, sheet.y + LINE / 2 + 2, 0)
        sheet.y += LINE + 4
        return
    colour = sheet.palette.differ if differs else sheet.palette.muted
    room = max(ROOM, sheet.narrowest - sheet.left - sheet.column - EDGE)
    for line in wrap(text, room, AXIS_SIZE):
        y = sheet.y + LINE / 2
        sheet.write(escape(line), 0, y, size=AXIS_SIZE, colour=colour, leads=differs)
        sheet.y += LINE


def differing(words: Words, others: Iterable[Sequence[Any]], is_disputed: bool = True) -> str:
    """The text of the chip: "≠ 15", "≠ at least 15"; the sign alone where no number differs."""
    shown = (other_value(other, words, in_words=True) for other in others)
    text = ", ".join(dict.fromkeys(shown))
    return f"≠{SPACE}{text}" if text else "≠" if is_disputed else ""


def differing_in_words(words: Words, chip: str) -> str:
    """What the chip says, as a line of a hover box; empty without a chip."""
    _ = words.gettext
    values = chip.removeprefix("≠").strip()
    if values:
        return _("also stated: {values}").format(values=values)
    return _("sources differ") if chip else ""


def endings(frame: pd.DataFrame, *kinds: str) -> tuple[str, ...]:
    """Those of ``kinds`` that a number of a frame (the bound columns) ends in, in their order."""
    bounds = zip(frame["low"], frame["high"], frame["is_approximate"], strict=True)
    found = {ending(*bound) for bound in bounds}
    return tuple(kind for kind in kinds if kind in found)


def changes(values: Iterable[Hashable]) -> Iterator[bool]:
    """For each value whether it differs from the one before; the first always does."""
    before: Hashable = object()
    for value in values:
        yield value != before
        before = value
