"""Words at a position on an axis: on the side where there is room, the sign ≠ beside them."""

from __future__ import annotations

from collections.abc import Sequence

from lib.charts.endings import End
from lib.charts.rows import LINE, note
from lib.charts.sheet import LEAST_RIGHT, ROOM, Sheet, chip_width, tinted
from lib.charts.text import width
from lib.charts.theme import AXIS_SIZE, TEXT_SIZE, escape

LABELS = 64  # pixels right of the axis that labels may take, so that the axis stays wide
_CLEAR, _CHIP = 12, 10  # pixels from the middle of a dot, and before a chip


def gutter(names: Sequence[tuple[str, str]], most: int) -> int:
    """Pixels that names with what stands beside them need left of an axis, ``most`` at most."""
    wide = (width(name, TEXT_SIZE, 500) + width(aside, AXIS_SIZE) for name, aside in names)
    return min(most, round(max(wide) + 36))


def label(
    sheet: Sheet, start: float, end: End, y: float, strong: str, rest: str = "", chip: str = ""
) -> None:
    """Write a number, what it counts, and what other sources say, beside a mark.

    The mark runs from the share ``start`` to ``end``; 0 leaves no room at its left. Right of it, or
    left of it where that fits better; what fits on neither side in one line has ``rest`` in a
    second one, right below the number, and a chip that has no room beside it a line after that;
    where the mark takes the whole axis, number and ``rest`` have one below it. The
    sheet's ``y`` must already be below the mark.
    """
    strong_width = width(strong, TEXT_SIZE, 600)
    rest_width = width(f" {rest}", TEXT_SIZE) if rest else 0
    chip_room = _CHIP + chip_width(chip) if chip else 0
    side = _side(sheet, start, end, strong_width + rest_width + chip_room)
    below = "" if side else rest
    if below:
        rest, rest_width = "", 0
        side = _side(sheet, start, end, strong_width + chip_room)
    under = "" if side else chip
    if under:
        chip, chip_room = "", 0
        side = _side(sheet, start, end, strong_width)
    if not side:
        _number_below(sheet, strong, below)
        strong = below = ""
    parts = [f"<b>{escape(strong)}</b>"] if strong else []
    parts += [tinted(rest, sheet.palette.muted)] if rest else []
    taken = strong_width + rest_width
    if side == "left":
        sheet.write(" ".join(parts), start, y, -_CLEAR - chip_room, anchor="right")
        if chip:
            sheet.chip(chip, start, y, -_CLEAR - chip_width(chip))
    elif side:
        sheet.write(" ".join(parts), end.share, y, end.shift)
        if chip:
            sheet.chip(chip, end.share, y, end.shift + taken + _CHIP)
        sheet.reserve(end.share, end.shift + taken + chip_room)
    if below:
        _second(sheet, start, end, below, is_left=side == "left")
    if under:
        _chip_below(sheet, under)


def _side(sheet: Sheet, start: float, end: End, wide: float) -> str:
    """Where a line of ``wide`` pixels stands: "right", "left", or "" where neither has room."""
    over = sheet.margin(end.share, end.shift + wide)
    if over <= sheet.labels:
        return "right"
    if start * sheet.least_plot >= wide + _CLEAR:
        return "left"
    return "right" if over <= sheet.most_right else ""


def _second(sheet: Sheet, start: float, end: End, text: str, *, is_left: bool) -> None:
    """A line in secondary text below the number, on its side."""
    wide = width(text, AXIS_SIZE)
    share, shift, anchor = (start, -_CLEAR, "right") if is_left else (*end, "left")
    if is_left:
        fits = start * sheet.least_plot >= wide + _CLEAR
    else:  # it begins left of the number, where it would else end beyond the edge
        over = sheet.margin(share, shift + wide) - sheet.most_right
        shift -= share * over + LEAST_RIGHT if over > 0 else 0
        fits = share * sheet.least_plot + shift >= 0
    if not fits:
        note(sheet, text)
        return
    colour = sheet.palette.muted
    sheet.write(
        escape(text), share, sheet.y + LINE / 2, shift, anchor=anchor, size=AXIS_SIZE, colour=colour
    )
    if not is_left:
        sheet.reserve(share, shift + wide)
    sheet.y += LINE


def _chip_below(sheet: Sheet, chip: str) -> None:
    """The chip in a line of its own, at the right edge; as words where it is longer than that."""
    if chip_width(chip) > ROOM:
        note(sheet, chip, differs=True)
        return
    y = sheet.y + LINE / 2 + 3
    sheet.at_edge(lambda edge: sheet.chip(chip, 1, y, edge - chip_width(chip)))
    sheet.y += LINE + 4


def _number_below(sheet: Sheet, strong: str, rest: str) -> None:
    """The number in a line of its own, at the right edge; after it the rest, or below that."""
    y, html = sheet.y + LINE / 2, f"<b>{escape(strong)}</b>"
    is_one = width(strong, TEXT_SIZE, 600) + width(f" {rest}", TEXT_SIZE) <= ROOM
    if rest and is_one:
        html += f" {tinted(rest, sheet.palette.muted)}"
    sheet.at_edge(lambda edge: sheet.write(html, 1, y, edge, anchor="right"))
    sheet.y += LINE
    if rest and not is_one:
        note(sheet, rest)
