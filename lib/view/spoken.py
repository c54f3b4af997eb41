"""The component that tells the browser which language a page is written in."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

from lib.wording.words import Words

_KEY = "spoken"
# It has nothing to show, so it takes no room, not even a gap.
_STYLE = f".st-key-{_KEY} {{ display: none; }}"


def spoken(words: Words) -> None:
    """Write the language into the page: Streamlit calls every page English."""
    _component()(key=_KEY, data=words.language)


@cache
def _component() -> Any:
    """Made at the first visit: the frame is loaded before Streamlit knows of any component."""
    return st.components.v2.component(
        "scale-up-impact-dashboard.language", css=_STYLE, js="language.*.js", isolate_styles=False
    )
