"""Words at the destinations of the flow of money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lib.charts import boxes
from lib.charts.endings import STUB, sample
from lib.charts.ribbons import MIDDLE, NODE
from lib.charts.sheet import LEAST_RIGHT, LEFT, NARROWEST, ROOM, Sheet, tinted
from lib.charts.text import wrap
from lib.charts.theme import AXIS_SIZE, TEXT_SIZE, escape
from lib.model.quantity import Bound, ending
from lib.wording.destinations import no_split, smaller
from lib.wording.lists import named
from lib.wording.words import Words

LINE, AMOUNT_SIZE, AMOUNT_LINE = 16, 17, 24
ASIDE = 12  # pixels between the flow and words beside it
SHIFT_INSIDE = NODE + 12
ROOM_INSIDE = (1 - MIDDLE) * (NARROWEST - LEFT - LEAST_RIGHT) - SHIFT_INSIDE - NODE - 12


@dataclass(frozen=True)
class Label:
    """What stands at a destination: amount, what of it is not known, where it goes."""

    amount: str
    title: tuple[str, ...]
    note: tuple[str, ...]

    @property
    def tall(self) -> float:
        """Height in pixels."""
        return AMOUNT_LINE + LINE * (len(self.title) + len(self.note))

    @property
    def plain(self) -> tuple[str, str]:
        """Where it goes and what is not known, each in one line."""
        return " ".join(self.note), " ".join(self.title)


def in_whole(link: Any) -> Bound:
    """A link as a share of its payer's whole, which is what a height is: what is left at most of
    an exact amount is as tall as it can be.
    """
    return Bound(link.low_in_whole, link.high, link.is_approximate, link.stated_count)


def is_split(link: Any) -> bool:
    """Whether the destination of all the money of a link is published to the single project."""
    is_single = link.destination_kind in ("project", "smaller")
    return bool(is_single and link.is_published)


def label_of(link: Any, words: Words, room: float = ROOM_INSIDE) -> Label:
    """Amount, destination, and whether its split is published."""
    _ = words.gettext
    amount = words.money(link.low, link.high, link.is_approximate, link.currency_code)
    unsplit = wrap(no_split(words), room, AXIS_SIZE, 600)
    if link.destination_kind == "not_published":
        place = words.edition(link.edition_id) if link.edition_id else ""
        return Label(amount, (*wrap(place, room, AXIS_SIZE, 600), *unsplit), ())
    several = smaller(link.amount_count, words)
    names = several if link.destination_kind == "smaller" else named(link.projects, words)
    place = words.of(words.edition(link.edition_id), names) if link.edition_id else names
    note = tuple(wrap(place, room, AXIS_SIZE))
    if link.destination_kind == "several_projects":
        unsplit = wrap(_("for them together; no share of each published"), room, AXIS_SIZE, 600)
    return Label(amount, () if is_split(link) else tuple(unsplit), note)


def hovers(link: Any, label: Label, words: Words) -> tuple[str, str]:
    """What the node of the edition says, and what all else of a link does.

    Where edition and project can both be clicked, no two of them have the same name.
    """
    whole = boxes.hover(link.payer, label.amount, *label.plain)
    if not (link.edition_id and link.projects and is_split(link)):
        return whole, whole
    return boxes.hover(link.payer, label.amount, words.edition(link.edition_id)), whole


def write(
    sheet: Sheet,
    label: Label,
    top: float,
    *,
    has_halo: bool,
    at: tuple[float, float] = (MIDDLE, SHIFT_INSIDE),
) -> None:
    """The label in the right half, where ribbons run straight, or ``at`` a share and pixels."""
    share, shift = at
    y = top + AMOUNT_LINE / 2
    sheet.write(
        escape(label.amount),
        share,
        y,
        shift,
        size=AMOUNT_SIZE,
        weight=500,
        has_halo=has_halo,
    )
    y += AMOUNT_LINE / 2 + LINE / 2
    for lines, weight in ((label.note, 400), (label.title, 600)):
        for line in lines:
            sheet.write(
                escape(line),
                share,
                y,
                shift,
                size=TEXT_SIZE if share == 1 else AXIS_SIZE,
                weight=weight,
                has_halo=has_halo,
            )
            y += LINE


def columns(sheet: Sheet, words: Words, *, has_editions: bool) -> None:
    """Write what the columns are."""
    _ = words.gettext
    grey, y = sheet.palette.muted, LINE / 2
    left, right = (-ASIDE, ASIDE) if sheet.is_wide else (0, 0)  # beside the ends, or over them
    ends = ("right", "left") if sheet.is_wide else ("left", "right")
    sheet.write(_("Payer"), 0, y, left, anchor=ends[0], size=AXIS_SIZE, colour=grey)
    if has_editions:
        sheet.write(_("Edition"), MIDDLE, y, NODE / 2, anchor="center", size=AXIS_SIZE, colour=grey)
    sheet.write(_("Destination"), 1, y, right, anchor=ends[1], size=AXIS_SIZE, colour=grey)
    sheet.y += LINE + 10


def in_words(sheet: Sheet, link: Any, words: Words) -> None:
    """An amount without a least height: how sure it is, with what is stated."""
    amount = words.money(link.low, link.high, link.is_approximate, link.currency_code)
    to = named(link.projects, words) or (words.edition(link.edition_id) if link.edition_id else "")
    if link.amount_count > 1:
        to = smaller(link.amount_count, words)
    text = words.of(link.payer, amount) + (f" → {to}" if to else "")
    kind = ending(link.low, link.high, link.is_approximate)
    sample(sheet, sheet.y + 9, kind, sheet.palette.muted)
    for line in wrap(text, ROOM - STUB - 8):
        sheet.write(escape(line), 0, sheet.y + 9, STUB + 8)
        sheet.y += 18
    rest = tinted(words.gettext("not drawn: no exact amount"), sheet.palette.muted)
    sheet.write(rest, 0, sheet.y + 8, STUB + 8, size=AXIS_SIZE)
    sheet.y += 24
