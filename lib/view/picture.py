"""The component that shows a picture (SVG) whose marks can be picked."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import pairwise

import streamlit as st

from lib.charts.map_land import STEPS
from lib.view.device import is_phone
from lib.view.room import room

_XHTML = "http://www.w3.org/1999/xhtml"
Picked = Callable[[str, Sequence[str]], None]
_LEAST = 300  # pixels that the narrowest of a page's pictures counts on
_SMALLER = (1, 0.92, 0.82, 0.75)  # how large it is drawn where there is less room
# The same of one that came alone, in a place that is narrower or wider than it was: on paper.
_MUCH_SMALLER, _LARGER = (*_SMALLER, 0.62, 0.5, 0.4), (1, 1.25, 1.6, 2)


def _shown() -> str:
    """Which of several pictures is seen, by the width of their place; how large it is drawn."""
    first = ".either > svg:first-child"
    rules = [
        f"@container (width < {_LEAST * above:g}px) {{ {first} {{ zoom: {by}; }} }}"
        for above, by in pairwise(_SMALLER)
    ]
    for count, steps in STEPS.items():
        for at, (least, below) in enumerate(zip(steps, (*steps[1:], None), strict=True), 1):
            one = f".either > svg:nth-child({at}):nth-last-child({count - at + 1})"
            if least:
                rules.append(f"@container (width < {least}px) {{ {one} {{ display: none; }} }}")
            if below:
                rules.append(f"@container (width >= {below}px) {{ {one} {{ display: none; }} }}")
            alone = f".either.{_alone(count, at - 1)} > svg"
            rules += [
                f"@container (width < {least * above:g}px) {{ {alone} {{ zoom: {by}; }} }}"
                for above, by in pairwise(_MUCH_SMALLER)
                if least
            ]
            rules += [
                f"@container (width >= {below * above:g}px) {{ {alone} {{ zoom: {by}; }} }}"
                for above, by in pairwise(_LARGER)
                if below
            ]
    return "\n".join(rules)


def _alone(count: int, at: int) -> str:
    """The class of one picture of so many, which came without the others."""
    return f"alone-{at}-of-{count}"


# The height that is kept for either of two pictures gives way to that of the one that is shown.
_STYLE = """
[data-testid=stElementContainer]:has(> .stBidiComponent .either) { flex: none; height: auto; }
.picture, .picture svg { display: block; width: 100%; }
.picture { container-type: inline-size; }
SHOWN
.picture [role=button] { cursor: pointer; outline: none; }
.picture [role=button]:hover { filter: brightness(0.93); }
.picture [role=button]:not(g):focus-visible, .picture g:focus-visible rect {
  stroke: var(--st-primary-color);
  stroke-width: 3px;
  paint-order: stroke;
}
/* Countries are drawn in a scale of their own, and their neighbours over what lies outside them. */
.picture path[role=button]:focus-visible {
  stroke-width: 4px;
  paint-order: normal;
  vector-effect: non-scaling-stroke;
}
""".replace("SHOWN", _shown())
_mount = st.components.v2.component(
    "scale-up-impact-dashboard.picture", css=_STYLE, js="picture.*.js", isolate_styles=False
)


def picture(
    key: str,
    draw: Callable[[int], str],
    heights: Sequence[int],
    alternative: str,
    on_pick: Picked | None = None,
    *,
    least: float = 0,
) -> None:
    """Show a picture; ``on_pick`` gets the kind and ids of a mark.

    It comes in as many widths as there are ``heights`` (pixels), narrowest first: ``draw`` gives
    the SVG of one, for places from a width on (``lib.charts.map_land.STEPS``). Only the browser
    knows how wide the place is: all are sent, and it shows the one that fits; once it has told
    which, that one alone is drawn and sent. ``least`` is the width in pixels that the first one
    counts on: where its place may have less, it is drawn smaller. A mark is an element with
    ``data-pick``, a JSON list of a kind and ids, and with a title.
    """

    def picked() -> None:
        found = st.session_state[key].get("pick")
        if on_pick is not None and isinstance(found, list) and len(found) > 1:
            kind, *ids = map(str, found)
            on_pick(kind, ids)

    every = range(len(heights))
    seen = room(key, every[-1]) if len(every) > 1 else None
    known = seen if seen in every else None
    drawn = "".join(map(draw, every if known is None else (known,)))
    if len(every) > 1 or least >= _LEAST:
        alone = "" if known is None else f" {_alone(len(every), known)}"
        drawn = f'<div xmlns="{_XHTML}" class="either{alone}">{drawn}</div>'
    written = {"svg": drawn, "alternative": alternative, "picks": on_pick is not None}
    if len(every) > 1:
        written["room"] = {"place": key, "steps": STEPS[len(every)], "at": known}
    likely = 0 if is_phone() else -1
    _mount(
        key=key,
        data=json.dumps(written).encode(),
        height=heights[likely if known is None else known],  # kept until the picture has come
        on_pick_change=picked,
    )
