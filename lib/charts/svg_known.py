"""What of Plotly's language the charts speak, and :mod:`lib.charts.svg` therefore draws.

For every object its settings: ``ANY`` value that is drawn, a tuple of the only values that are,
a table for an object within, or ``QUIET`` for what is heard on screens only: clicks, hover boxes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

ANY: Final = "any"
QUIET: Final = "quiet"
Known = Mapping[str, Any]

_LINE: Final[Known] = {"color": ANY, "width": ANY, "dash": ANY}
_FONT: Final[Known] = {"family": ANY, "size": ANY, "color": ANY, "weight": (400, 500, 600)}
_HATCH: Final[Known] = {
    "shape": ("/",),
    "size": ANY,
    "solidity": ANY,
    "fgcolor": ANY,
    "bgcolor": ANY,
    "fgopacity": (1,),
    "fillmode": ("overlay", "replace"),
}
_HEARD: Final[Known] = dict.fromkeys(
    ("name", "customdata", "hovertext", "hovertemplate", "hoveron", "hoverinfo", "unselected"),
    QUIET,
)
_MARKER: Final[Known] = {
    "color": ANY,
    "line": _LINE,
    "pattern": _HATCH,
    "size": ANY,
    "symbol": ("circle", "square", "diamond", "line-ns"),
    "opacity": (1,),
}
TRACES: Final[Mapping[str, Known]] = {
    "bar": {
        **_HEARD,
        "type": ("bar",),
        "orientation": ("h",),
        **dict.fromkeys(("x", "base", "y", "width", "xaxis"), ANY),
        "marker": _MARKER,
    },
    "scatter": {
        **_HEARD,
        "type": ("scatter",),
        "mode": ("lines", "markers"),
        **dict.fromkeys(("x", "y", "xaxis", "fillcolor"), ANY),
        "text": QUIET,
        "fill": ("toself",),
        "fillpattern": _HATCH,
        "line": _LINE,
        "marker": _MARKER,
        "cliponaxis": (False,),
    },
}
_PLACE: Final[Known] = dict.fromkeys(
    ("x0", "x1", "y0", "y1", "path", "xref", "yref", "xanchor", "yanchor", "fillcolor"), ANY
)
SHAPE: Final[Known] = {
    **_PLACE,
    "type": ("rect", "line", "path"),
    "xsizemode": ("pixel",),
    "ysizemode": ("pixel",),
    "line": _LINE,
    "layer": ("below",),
}
ANNOTATION: Final[Known] = {
    "name": QUIET,
    **dict.fromkeys(("text", "x", "y", "xref", "yref", "xshift", "yshift", "bgcolor"), ANY),
    "xanchor": ("left", "center", "right"),
    "align": ("left", "center", "right"),
    "yanchor": ("middle",),
    "showarrow": (False,),
    "borderpad": (0,),
    "font": _FONT,
}
AXIS: Final[Known] = {
    "range": ANY,
    "domain": ANY,
    "type": ("log",),
    "overlaying": ("x",),
    **dict.fromkeys(("tickvals", "ticktext", "showgrid", "gridcolor", "gridwidth"), ANY),
    "showticklabels": ANY,
    "tickfont": _FONT,
    "minor": {"tickvals": ANY, "showgrid": ANY, "gridcolor": ANY, "ticks": ("",)},
    "zeroline": (False,),
    "showline": (False,),
    "automargin": (False,),
    "tickangle": (0,),
    "fixedrange": QUIET,
}
LAYOUT: Final[Known] = {
    "height": ANY,
    "margin": {"l": ANY, "r": ANY, "t": ANY, "b": ANY, "pad": (0,), "autoexpand": (False,)},
    "paper_bgcolor": ANY,
    "plot_bgcolor": ANY,
    "font": _FONT,
    "barmode": ("overlay",),
    "showlegend": (False,),
    **dict.fromkeys(("template", "meta", "hoverlabel", "dragmode", "hovermode", "colorway"), QUIET),
    "separators": QUIET,
    **dict.fromkeys(("shapes", "annotations"), ANY),
    **dict.fromkeys(("xaxis", "xaxis2", "xaxis3", "xaxis4", "yaxis"), AXIS),
}


def check(figure: Mapping[str, Any]) -> None:
    """Raise ``ValueError`` with the place of the first setting that would not be drawn."""
    _object(figure, {"data": ANY, "layout": LAYOUT}, "figure")
    for number, trace in enumerate(figure["data"]):
        kind = trace.get("type")
        if kind not in TRACES:
            raise ValueError(f"data[{number}]: no trace of type {kind!r} is drawn as SVG")
        _object(trace, TRACES[kind], f"data[{number}]")
    for name, known in (("shapes", SHAPE), ("annotations", ANNOTATION)):
        for number, thing in enumerate(figure["layout"].get(name, ())):
            _object(thing, known, f"{name}[{number}]")


def _object(thing: Mapping[str, Any], known: Known, place: str) -> None:
    for name, value in thing.items():
        drawn = known.get(name)
        where = f"{place}.{name}"
        if drawn is None:
            raise ValueError(f"{where} is not drawn as SVG; known are {', '.join(sorted(known))}")
        if isinstance(drawn, Mapping):
            _object(value, drawn, where)
        elif isinstance(drawn, tuple) and value not in drawn:
            shown = ", ".join(map(repr, drawn))
            raise ValueError(f"{where}: {value!r} is not drawn as SVG; known are {shown}")
