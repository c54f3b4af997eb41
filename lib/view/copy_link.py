"""The component that copies the address of what is shown."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import streamlit as st

from lib.charts.text import width
from lib.view import bookmark
from lib.view.visit import Reader

_TEXT, _SPARE, _HEIGHT = 14, 4, 40  # pixels
_STYLE = """
[data-testid=stElementContainer]:has(> .stBidiComponent .copy-link) { overflow: visible; }
.copy-link { position: relative; height: 100%; font-size: 0.875rem; }
.copy-link > * { position: absolute; inset: 0; box-sizing: border-box; width: 100%; }
.copy-link button {
  border: 0;
  border-radius: var(--st-button-radius);
  padding: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-align: start;
  cursor: pointer;
}
.copy-link button:hover { color: var(--st-primary-color); }
.copy-link span:empty { display: none; }
.copy-link span {
  display: grid;
  align-items: center;
  background: var(--st-background-color);
  color: var(--st-primary-color);
  pointer-events: none;
  white-space: nowrap;
}
"""
_mount = st.components.v2.component(
    "scale-up-impact-dashboard.copy-link", css=_STYLE, js="copy-link.*.js", isolate_styles=False
)


def copy_link(visit: Reader, here: str) -> None:
    """A button that copies the address under which anybody sees what is shown now.

    ``here`` is the page: what is chosen on it goes along. The browser adds panels that are open and
    pages of lists, which it finds by their keys, and where a map looks that was moved.

    Its place is as wide as the longer of its texts from the start: nothing moves when it comes.
    """
    _ = visit.words.gettext
    words = {"label": _("Copy link"), "done": _("Link copied"), "byHand": _("Copy this address")}
    page = "profile" if visit.selection.is_one_project else here
    query = urlencode(visit.selection.query() | bookmark.copied(page), doseq=True)
    wide = max(width(words[name], _TEXT) for name in ("label", "done"))
    written = json.dumps({"query": query, **words}).encode()
    _mount(key="copy-link", data=written, width=round(wide) + _SPARE, height=_HEIGHT)
