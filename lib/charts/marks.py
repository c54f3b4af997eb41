"""Small drawings that stand between words, as SVG."""

from __future__ import annotations

import html
import math
from base64 import b64encode
from collections.abc import Sequence
from typing import Final

from lib.charts.theme import HOLLOW, Palette, mix

DOT_STEP, DOTS_IN_ROW = 11, 24
_HATCH = (
    '<defs><pattern id="{id}" width="5" height="5" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="1.3" height="5" fill="{colour}"/></pattern></defs>'
)


def _svg(wide: float, tall: float, body: str, title: str) -> str:
    words = html.escape(title)
    named = f'role="img" aria-label="{words}"' if title else 'aria-hidden="true"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{tall:g}" '
        f'viewBox="0 0 {wide:g} {tall:g}" {named}>{body}</svg>'
    )


def data_uri(svg: str) -> str:
    """An SVG as an address that an image can show."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def rule(colour: str) -> str:
    """A bar upright in one colour: what stands before a title."""
    return _svg(4, 20, f'<rect width="4" height="20" fill="{colour}"/>', "")


def coverage_dots(stated_count: int, count: int, palette: Palette, title: str = "") -> str:
    """One dot each: full for what is stated, hollow for what is not.

    ``title`` says the same in words. Raises ``ValueError`` unless 0 ≤ stated_count ≤ count.
    """
    if not 0 <= stated_count <= count:
        raise ValueError(f"coverage_dots: {stated_count} of {count} cannot be stated")
    return dots([number < stated_count for number in range(count)], palette, title)


def dots(fills: Sequence[bool | str], palette: Palette, title: str = "") -> str:
    """A dot for each of ``fills``: in a colour, full in ink where true, hollow where false.

    ``title`` says the same in words.
    """
    drawn = []
    for number, fill in enumerate(fills):
        x = 5 + DOT_STEP * (number % DOTS_IN_ROW)
        y = 5 + DOT_STEP * (number // DOTS_IN_ROW)
        line = fill if isinstance(fill, str) else palette.text
        drawn.append(
            f'<circle cx="{x}" cy="{y}" r="3.7" fill="{line if fill else "none"}" '
            f'stroke="{line}" stroke-width="1.1"/>'
        )
    count = len(fills)
    wide = 10 + DOT_STEP * (min(count, DOTS_IN_ROW) - 1) if count else 1
    tall = 10 + DOT_STEP * (math.ceil(count / DOTS_IN_ROW) - 1) if count else 1
    return _svg(wide, tall, "".join(drawn), title)


def money_bar(
    published: float, total: float, palette: Palette, title: str = "", width: float = 126
) -> str:
    """A bar of money: full for what has a published destination, hatched for the rest.

    Amounts in one currency. Raises ``ValueError`` unless 0 ≤ published ≤ total and 0 < total.
    """
    if not 0 <= published <= total or not 0 < total < math.inf:
        raise ValueError(f"money_bar: {published} cannot be part of {total}")
    split = width * published / total
    frame = f'x="0.5" y="0.5" width="{width - 1:g}" height="8"'
    hatch = _HATCH.format(id="split", colour=palette.muted)
    body = (
        f'{hatch}<rect {frame} fill="url(#split)" stroke="{palette.muted}"/>'
        f'<rect width="{split:.2f}" height="9" fill="{palette.text}"/>'
    )
    return _svg(width, 9, body, title)


def cross(palette: Palette) -> str:
    """The cross of something that can be taken away."""
    return _svg(
        14, 14, f'<path d="M3 3L11 11M11 3L3 11" stroke="{palette.muted}" stroke-width="1.8"/>', ""
    )


def lens(palette: Palette) -> str:
    """The lens of a search."""
    body = (
        f'<circle cx="6" cy="6" r="4.2" fill="none" stroke="{palette.text}" stroke-width="1.6"/>'
        f'<path d="M9.2 9.2L13 13" stroke="{palette.text}" stroke-width="1.6"/>'
    )
    return _svg(14, 14, body, "")


MOST_CELLS: Final = 96  # more cannot be counted at a glance, and a table may say any number


def has_cells(count_named: int, count_total: float) -> bool:
    """Whether a count can be drawn as cells: some, not too many, no more named than there are."""
    return 0 < count_total <= MOST_CELLS and count_named <= count_total


def waffle(
    count_named: int, count_total: int, palette: Palette, title: str = "", columns: int = 6
) -> str:
    """A cell each: full for who is named, dashed for who is not.

    Raises ``ValueError`` unless 0 ≤ count_named ≤ count_total and 0 < count_total.
    """
    if not 0 <= count_named <= count_total or count_total == 0:
        raise ValueError(f"waffle: {count_named} of {count_total} cannot be named")
    wide, tall, gap = 44, 31, 7
    cells = []
    for number in range(count_total):
        x = 1 + (wide + gap) * (number % columns)
        y = 1 + (tall + gap) * (number // columns)
        paint = (
            f'fill="{palette.text}"'
            if number < count_named
            else f'fill="none" stroke="{palette.muted}" stroke-width="1.3" stroke-dasharray="4 3"'
        )
        cells.append(f'<rect x="{x}" y="{y}" width="{wide}" height="{tall}" rx="4" {paint}/>')
    width = (wide + gap) * min(columns, count_total) - gap + 2
    height = (tall + gap) * math.ceil(count_total / columns) - gap + 2
    return _svg(width, height, "".join(cells), title)


def swatch(kind: str, palette: Palette, colour: str = "", title: str = "") -> str:
    """A key for one mark of the charts, in grey or in ``colour``.

    ``kind``: exact, at_least, up_to, range, about, not_stated, target, result, announced,
    reported, not_published, disagreement, group. Raises ``ValueError`` for another word.
    """
    hue, ink, ground = colour or palette.muted, palette.text, palette.ground
    stroke = f'stroke="{hue}" stroke-width="1.6"'
    line = f'fill="none" {stroke}'
    hatch = _HATCH.format(id="hatch", colour=hue)
    box = f'<rect x="1" y="4" width="26" height="10" fill="url(#hatch)" {stroke}/>'
    end = f'<path d="M28 1V17" stroke="{hue}" stroke-width="3"/>'
    fade = (
        f'<defs><linearGradient id="fade"><stop stop-color="{hue}"/>'
        f'<stop offset="1" stop-color="{hue}" stop-opacity="0"/></linearGradient></defs>'
    )
    dashes = f'stroke="{ink}" stroke-width="1.3" stroke-dasharray="3 2"'
    bodies = {
        "exact": f'<rect y="4" width="26" height="10" fill="{hue}"/>',
        "at_least": (
            f'{fade}<rect y="4" width="20" height="10" fill="{hue}"/>'
            f'<rect x="20" y="4" width="18" height="10" fill="url(#fade)"/>'
            f'<path d="M20 1V17" stroke="{ink}" stroke-width="2"/>'
            f'<path d="M36 4L41 9L36 14" {line}/>'
        ),
        "up_to": hatch + box + end,
        "range": f'{hatch}{box}<rect y="4" width="12" height="10" fill="{hue}"/>{end}',
        "about": (
            f'<path d="M0 4H24Q27 5.3 24 6.5T24 9T24 11.5T24 14H0Z" fill="{hue}"/>'
            f'<path d="M29 4Q32 5.3 29 6.5T29 9T29 11.5T29 14" {line}/>'
        ),
        "not_stated": f'<path d="M0 9H30" {line} stroke-dasharray="1.5 4"/>',
        "target": (
            f'<rect x="1" y="4" width="25" height="10" fill="{mix(hue, ground, HOLLOW)}" {stroke}/>'
            f'<path d="M26 1V17" stroke="{ink}" stroke-width="2"/>'
        ),
        "result": (
            f'<path d="M0 9H22" stroke="{hue}" stroke-width="5"/>'
            f'<circle cx="23" cy="9" r="5" fill="{hue}"/>'
        ),
        "announced": f'<circle cx="8" cy="9" r="5" fill="{ground}" {stroke}/>',
        "reported": f'<circle cx="8" cy="9" r="6" fill="{hue}"/>',
        "not_published": (
            f'{hatch}<rect x="1" y="3" width="26" height="12" fill="url(#hatch)" {dashes}/>'
        ),
        "disagreement": (
            f'<rect width="24" height="18" rx="4" fill="{palette.chip}"/>'
            f'<path d="M7 7H17M7 11H17M14 4L10 14" stroke="{palette.chip_text}" '
            f'stroke-width="1.6"/>'
        ),
        "group": f'<rect y="4" width="10" height="10" fill="{hue}"/>',
    }
    if kind not in bodies:
        raise ValueError(f"swatch: no mark is called {kind!r}; there are {', '.join(bodies)}")
    widths = {"at_least": 44, "about": 34, "group": 12, "announced": 16, "reported": 16}
    return _svg(widths.get(kind, 32), 18, bodies[kind], title)
