"""Ribbons and nodes of the flow of money."""

from __future__ import annotations

from typing import Any

from lib.charts.endings import FADE, arrow_down, slices
from lib.charts.sheet import Sheet
from lib.charts.theme import mix

NODE = 11  # pixels across a node
MIDDLE = 0.38  # share of the width at which editions stand; from there ribbons run straight
_SAMPLES = 24


def ribbon(
    sheet: Sheet,
    shares: tuple[float, float],
    tops: tuple[float, float],
    tall: float,
    colour: str,
    hover: str,
    *,
    is_hatched: bool,
) -> None:
    """A band between two shares of the width whose top goes from one pixel to another."""
    start, end = shares
    bend = min(end, MIDDLE)
    across = [start + (bend - start) * n / _SAMPLES for n in range(_SAMPLES + 1)]
    upper = [tops[0] + (tops[1] - tops[0]) * _eased(n / _SAMPLES) for n in range(_SAMPLES + 1)]
    across, upper = [*across, end], [*upper, tops[1]]
    palette, ground = sheet.palette, sheet.palette.ground
    trace: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines",
        "name": "",
        "x": [*across, *reversed(across), across[0]],
        "y": [*upper, *(y + tall for y in reversed(upper)), upper[0]],
        "fill": "toself",
        "fillcolor": ground if is_hatched else palette.washed(colour),
        "line": {"width": 1, "color": mix(colour, ground, 0.6)},
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": hover,
    }
    if is_hatched:
        trace["fillpattern"] = {
            "shape": "/",
            "size": 9,
            "solidity": 0.14,
            "fgcolor": mix(colour, ground, 0.75),
            "bgcolor": ground,
            "fgopacity": 1,
            "fillmode": "replace",
        }
    sheet.traces.append(trace)


def _eased(part: float) -> float:
    """Smoothstep: level at both ends."""
    return part * part * (3 - 2 * part)


def block(sheet: Sheet, top: float, base: float, *, is_open: bool = False) -> float:
    """The payer, in ink; an arrow below says at least. Out: the pixel at which it ends."""
    ink = sheet.palette.text
    sheet.shape("rect", 0, x0=0, x1=NODE, y0=top, y1=base, fillcolor=ink)
    if not is_open:
        return base
    for end, paint in slices(FADE, ink):
        sheet.shape("rect", 0, x0=0, x1=NODE, y0=base, y1=base + end, fillcolor=paint)
    arrow_down(sheet, 0, NODE / 2, base + FADE, ink)
    return base + FADE


def middle(
    sheet: Sheet, top: float, tall: float, colour: str, hover: str, customdata: list[str]
) -> None:
    """The edition through which the money goes; a click on it says which."""
    sheet.shape("rect", MIDDLE, x0=0, x1=NODE, y0=top, y1=top + tall, fillcolor=colour)
    _mark(sheet, MIDDLE, top + tall / 2, "", hover, customdata)


def dashed(sheet: Sheet, top: float, tall: float) -> None:
    """The end of money whose split is not published."""
    line = {"color": sheet.palette.text, "width": 1.5, "dash": "4px,3px"}
    place = {"x0": -NODE, "x1": 0, "y0": top, "y1": top + tall}
    sheet.shape("rect", 1, **place, line=line, fillcolor=sheet.palette.ground)


def target(
    sheet: Sheet,
    top: float,
    tall: float,
    colour: str,
    name: str,
    hover: str,
    customdata: list[str],
) -> None:
    """The project that receives the money; a click on it says which."""
    sheet.shape("rect", 1, x0=-NODE, x1=0, y0=top, y1=top + tall, fillcolor=colour)
    _mark(sheet, 1, top + tall / 2, name, hover, customdata)


def _mark(
    sheet: Sheet, share: float, y: float, name: str, hover: str, customdata: list[str]
) -> None:
    """What the pointer and the keyboard meet on a node."""
    sheet.traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "name": name,
            "x": [share],
            "y": [y],
            "cliponaxis": False,
            "marker": {
                "symbol": "square",
                "size": 2 * NODE,
                "color": "rgba(0,0,0,0)",
                "opacity": 1,
            },
            "customdata": [customdata],
            "hovertext": [hover],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "unselected": {"marker": {"opacity": 1}},
        }
    )
