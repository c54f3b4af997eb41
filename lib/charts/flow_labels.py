"""Words at the destinations of the flow of money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lib.charts.ribbons import MIDDLE, NODE
from lib.charts.sheet import LEAST_RIGHT, LEFT, NARROWEST, Sheet
from lib.charts.text import wrap
from lib.charts.theme import AXIS_SIZE, TEXT_SIZE, escape
from lib.wording.flow import no_split, smaller
from lib.wording.lists import named
from lib.wording.words import Words

LINE, AMOUNT_SIZE, AMOUNT_LINE = 16, 17, 24
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
    place = f"{words.edition(link.edition_id)}: {names}" if link.edition_id else names
    note = tuple(wrap(place, room, AXIS_SIZE))
    if link.destination_kind == "several_projects":
        unsplit = wrap(_("for them together; no share of each published"), room, AXIS_SIZE, 600)
    return Label(amount, () if is_split(link) else tuple(unsplit), note)


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
