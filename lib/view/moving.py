"""The component that draws a map which its reader moves: a deck of pydeck, in the browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from lib.charts.map_view import View
from lib.view import bookmark
from lib.view.visit import Reader
from lib.wording.words import Words

_FAILED = "moving-failed"  # in the session: the browser cannot draw such a map, or no longer
_STYLE = """
[data-testid=stElementContainer]:has(> .stBidiComponent .moving-map) { flex: none; height: auto; }
.moving-map {
  position: relative;
  overflow: hidden;
  width: 100%;
  background: var(--st-background-color);
}
.moving-map:fullscreen { height: 100% !important; }
.moving-map .deck-events-root { position: absolute; inset: 0; }
.moving-map:fullscreen .deck-events-root { touch-action: none !important; }
.moving-map:has(> .deck-events-root:focus-visible)::after {
  position: absolute;
  inset: 0;
  border: 2px solid var(--st-primary-color);
  content: "";
  pointer-events: none;
}
.map-labels { position: absolute; inset: 0; pointer-events: none; }
.map-labels > * { position: absolute; top: 0; left: 0; line-height: 1; white-space: pre; }
.map-labels i { height: 1px; transform-origin: left; }
.map-labels .from-point::before {
  position: absolute;
  top: -1px;
  left: -1px;
  width: 3px;
  height: 3px;
  border-radius: 50%;
  background: inherit;
  content: "";
}
.map-tip {
  position: absolute;
  z-index: 1;
  max-width: 280px;
  padding: 8px 10px;
  border: 1px solid var(--st-border-color);
  border-radius: 6px;
  background: var(--st-secondary-background-color);
  color: var(--st-text-color);
  font-size: 13px;
  line-height: 1.5;
  overflow-wrap: anywhere;
  white-space: pre-line;
  pointer-events: none;
}
.map-buttons { position: absolute; z-index: 1; top: 8px; right: 8px; display: grid; gap: 4px; }
.map-buttons button {
  width: 32px;
  height: 32px;
  padding: 6px;
  border: 1px solid var(--st-border-color);
  border-radius: var(--st-button-radius);
  background: var(--st-background-color);
  color: var(--st-text-color);
  cursor: pointer;
}
.map-buttons button:hover { border-color: currentColor; color: var(--st-primary-color); }
.map-buttons button:focus-visible { outline: 2px solid var(--st-primary-color); }
.map-buttons svg { display: block; fill: none; stroke: currentColor; stroke-width: 2; }
.map-printed { display: none; }
@media print {
  .moving-map:has(> .map-printed) { height: auto !important; }
  .map-printed { display: block; width: 100%; }
  .moving-map::after { display: none !important; }
  .map-buttons, .map-labels, .map-tip, .moving-map .deck-events-root { display: none; }
}
"""


class Room(NamedTuple):
    """A place of a map: the least pixels of each of its widths, how high each is, the one drawn."""

    place: str
    steps: Sequence[int]
    heights: Sequence[int]
    at: int


_mount = st.components.v2.component(
    "scale-up-impact-dashboard.map", css=_STYLE, js="map.*.js", isolate_styles=False
)
Picked = Callable[[str, int], None]


def is_wanted(visit: Reader, key: str) -> bool:
    """Ask whether a map is to be moved; kept for the session."""
    _ = visit.words.gettext
    why = _(
        "A map that stands still is there at once. One that moves can be dragged and zoomed, and "
        "takes a moment where no graphics card draws it."
    )
    name = f"{key}-moves"
    return st.toggle(
        _("Move and zoom"), bookmark.moves(name), key=name, help=why,
        on_change=_try_again, persist_state="session",
    )  # fmt: skip


def has_failed() -> bool:
    """Whether the browser has told that it cannot draw such a map."""
    return bool(st.session_state.get(_FAILED))


def failure(words: Words) -> str:
    """Why there is a map that stands still, where one that moves was asked for."""
    _ = words.gettext
    return _(
        "A map that moves needs WebGL, which this browser lacks or has lost. This is the one that "
        "stands still."
    )


def moving(
    key: str,
    deck: str,
    view: View,
    alternative: str,
    words: Words,
    of: str,
    room: Room,
    at: bookmark.Place | None = None,
    on_pick: Picked | None = None,
) -> None:
    """Show a deck (the JSON that pydeck writes), as high as its view, or as its room has it.

    It looks where the view does, from farther away in a narrower place, or ``at`` another place,
    which a link asks for; from then on its reader moves it, and only "Copy link" asks where it
    looks. ``of`` names what it shows: where that is another, it is framed anew. ``room``: which
    width it comes in. ``on_pick`` gets the layer of what was clicked and which of its rows it is.
    """
    _ = words.gettext

    def picked() -> None:
        match st.session_state[key].get("pick"):
            case [str(layer), int(row)] if on_pick is not None:
                on_pick(layer, row)

    height = round(view.height)
    rest = {
        "width": view.width,
        "height": height,
        "alternative": alternative,
        "picks": on_pick is not None,
        "at": at,
        "of": of,
        "room": room._asdict(),
        "words": {
            "keys": _("Map: arrows move it, + and − zoom"),
            "nearer": _("Zoom in"),
            "farther": _("Zoom out"),
            "whole": _("Full screen"),
        },
    }
    # As bytes, as for charts (lib.view.plot).
    written = b'{"deck":' + deck.encode() + b"," + json.dumps(rest).encode()[1:]
    _mount(
        key=key, data=written, height=height, on_pick_change=picked, on_failed_change=_note_failure
    )


def _note_failure() -> None:
    st.session_state[_FAILED] = True


def _try_again() -> None:
    st.session_state.pop(_FAILED, None)
