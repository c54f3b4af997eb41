"""The component that draws a Plotly figure, in the browser, into the plot that is there already."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import streamlit as st
from plotly.io.json import to_json_plotly

from lib.charts.theme import Figure
from lib.view.device import is_phone
from lib.view.ways import Ways
from lib.wording.words import Words

Pick = Callable[[Sequence[Any]], None]
# The height that is kept for a plot gives way to the plot's own, which changes in the frame in
# which the plot does. The rest is for the keyboard: marks are reached with it.
_STYLE = """
[data-testid=stElementContainer]:has(> .stBidiComponent .chart-plot) {
  flex: none;
  height: auto;
  overflow: visible;
}
.chart-plot { width: 100%; overflow: hidden; transform-origin: 0 0; }
.chart-plot [role=button]:focus { outline: none; }
.chart-plot .plot:has(:focus-visible) { clip-path: none; }
.chart-plot .annotation a { cursor: pointer; }
.chart-plot .annotation a:hover text { text-decoration: underline; }
.chart-plot .annotation a .target { fill: transparent; pointer-events: all; }
"""
_mount = st.components.v2.component(
    "scale-up-impact-dashboard.chart", css=_STYLE, js="chart.*.js", isolate_styles=False
)


class Drawing(NamedTuple):
    """A figure as it is sent: its JSON, and the height in pixels that its layout says.

    There may be others for where there is more room, which only the browser knows.
    """

    json: bytes
    height: int

    @classmethod
    def of(cls, figure: Figure, wide: Figure | None = None, wider: Figure | None = None) -> Drawing:
        """Write a figure down; one made of Plotly's objects will do as well."""
        json = b'"figure":' + to_json_plotly(figure).encode()
        if wide is None:
            return cls(json, int(figure["layout"]["height"]))
        json += b',"wide":' + to_json_plotly(wide).encode()
        if wider is not None:
            json += b',"wider":' + to_json_plotly(wider).encode()
        return cls(json, int((figure if is_phone() else wider or wide)["layout"]["height"]))


def plot(
    key: str,
    drawing: Drawing,
    alternative: str,
    words: Words,
    on_pick: Pick | None = None,
    ways: Ways | None = None,
) -> None:
    """Show a drawing; ``on_pick`` gets the custom data of a mark, ``ways`` say where ≠ leads.

    The place keeps its height from the start, so that the page does not jump when the plot comes.
    """

    def picked() -> None:
        custom = st.session_state[key].get("pick")
        if on_pick is not None and isinstance(custom, list) and custom:
            on_pick(custom)

    rest = {
        "alternative": alternative,
        "picks": on_pick is not None,
        "ways": ways or {},
        "locale": words.language,
    }
    # As bytes: Streamlit would write a text in quotes, with spaces, a sixth longer.
    written = b"{" + drawing.json + b"," + json.dumps(rest).encode()[1:]
    _mount(key=key, data=written, height=drawing.height, on_pick_change=picked)
