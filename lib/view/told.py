"""The component that has read aloud how far something is."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache

import streamlit as st

# To be heard, not seen: the bar says it to the eye.
_STYLE = """
.told {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
"""


def told(place: str) -> None:
    """Say to those who cannot see it what a bar of progress in a container says.

    ``place`` is the key of the container, in which this is called before the bar is drawn: a
    browser reads out only what changes in a line that was there.
    """
    _component()(key=f"told-{place}", data=json.dumps({"place": place}).encode())


@cache
def _component() -> Callable[..., object]:
    name = "scale-up-impact-dashboard.told"
    return st.components.v2.component(name, css=_STYLE, js="told.*.js", isolate_styles=False)
