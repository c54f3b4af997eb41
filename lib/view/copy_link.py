"""The component that copies the address of what is shown."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import streamlit as st

from lib.charts.text import width
from lib.view import address
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

    ``here`` is the page: that of sources shows what is looked for, too, that of changes the version
    that is compared with.

    Its place is as wide as the longer of its texts from the start: nothing moves when it comes.
    """
    _ = visit.words.gettext
    words = {"label": _("Copy link"), "done": _("Link copied"), "byHand": _("Copy this address")}
    beside = {"sources": address.sought, "changes": address.compared}.get(here, dict)()
    query = urlencode(visit.selection.query() | beside, doseq=True)
    wide = max(width(words[name], _TEXT) for name in ("label", "done"))
    written = json.dumps({"query": query, **words}).encode()
    _mount(key="copy-link", data=written, width=round(wide) + _SPARE, height=_HEIGHT)
