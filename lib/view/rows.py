"""The component that lets rows of a table be picked, whoever draws them."""

from __future__ import annotations

import json
from collections.abc import Sequence

import streamlit as st

from lib.view import address
from lib.view.choices import Choice
from lib.wording.words import Words

# It has nothing to show, and a place of its own would be a gap.
_STYLE = """
[data-testid=stElementContainer]:has(> .stBidiComponent .rows) { display: none; }
.can-pick { cursor: pointer; }
.can-pick:hover { background: color-mix(in srgb, var(--st-primary-color) 12%, transparent); }
.can-pick:focus-visible { outline-offset: -2px !important; }
"""
_mount = st.components.v2.component(
    "scale-up-impact-dashboard.rows",
    html='<i class="rows"></i>',
    css=_STYLE,
    js="rows.*.js",
    isolate_styles=False,
)


def pickable(key: str, choices: Sequence[Choice | None], words: Words) -> None:
    """Let the rows that were just drawn in this place choose, each what stands for it.

    Called in the container of the rows, which has a key that begins with ``rows-``. The same row
    again takes its choice away.
    """
    if not any(choices):
        return
    form = words.gettext("Filter everything by {name}; once more takes that away")

    def sent(choice: Choice) -> dict[str, object]:
        chosen = [choice.filter, *choice.values]
        return {"chosen": chosen, "label": form.format(name=choice.name)}

    def picked() -> None:
        found = st.session_state[key].get("pick")
        for choice in filter(None, choices):
            if found == [choice.filter, *choice.values]:
                address.choose(choice.filter, choice.values)
                return

    said = [sent(choice) if choice else None for choice in choices]
    _mount(key=key, data=json.dumps({"choices": said}).encode(), on_pick_change=picked)
