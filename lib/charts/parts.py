"""A chart too tall for a page as parts that are not, cut where nothing is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from lib.charts.theme import Figure

LEAST: Final = 0.5  # of a part's height that is filled before marks are cut
CLEAR: Final = 4  # pixels free above and below a cut: what is nearer belongs together
_Y: Final = re.compile(r",(-?[0-9.]+)")  # of a point in the path of a shape


class _Span(NamedTuple):
    top: float
    base: float


def parts(figure: Figure, tallest: float) -> list[Figure]:
    """A figure whose y axis counts pixels downwards, as figures at most ``tallest`` pixels high.

    Each part keeps the scale of the whole. It ends between marks, and where these are taller than
    a part at least between shapes or words; what goes on below is then drawn in both. A figure with
    numbers along its axis, which only its foot tells, stays whole.
    """
    layout = figure["layout"]
    edges = layout["margin"]["t"] + layout["margin"]["b"]
    whole, first = layout["yaxis"]["range"]
    has_numbers = any(
        axis.get("showticklabels", True) for name, axis in layout.items() if name[:5] == "xaxis"
    )
    if layout["height"] <= tallest or has_numbers or first:
        return [figure]
    words = [_text(one) for one in layout["annotations"]]
    shapes = [*words, *map(_shape, layout["shapes"])]
    marks = [*shapes, *map(_trace, figure["data"])]
    found, top = [], 0.0
    while top < whole:
        end = _end(top, min(whole, top + tallest - edges), whole, (marks, shapes, words))
        found.append(_part(figure, _Span(top, end)))
        top = end
    return found


def _end(top: float, last: float, whole: float, avoided: Sequence[Sequence[_Span]]) -> float:
    """Where a part ends that begins at ``top``: as far down as it can without cutting marks.

    Where that is not to be had, without cutting the next of what is ``avoided``.
    """
    if last >= whole:
        return whole
    for spans in avoided:
        for y in range(int(last), int(top + LEAST * (last - top)), -1):
            if not any(span.top - CLEAR < y < span.base + CLEAR for span in spans):
                return float(y)
    return last


def _part(figure: Figure, part: _Span) -> Figure:
    """What is drawn between two heights of a figure."""
    layout = figure["layout"]
    height = part.base - part.top + layout["margin"]["t"] + layout["margin"]["b"]
    own = {
        "height": height,
        "yaxis": layout["yaxis"] | {"range": [part.base, part.top]},
        "annotations": list(_within(layout["annotations"], part, _text)),
        "shapes": list(_within(layout["shapes"], part, _shape)),
    }
    return {"data": list(_within(figure["data"], part, _trace)), "layout": layout | own}


def _within(marks: Iterable[Any], part: _Span, span: Any) -> Iterator[Any]:
    for mark in marks:
        own = span(mark)
        if own.top < part.base and own.base > part.top:
            yield mark


def _text(note: Any) -> _Span:
    half = note["font"]["size"] * 0.7 * (1 + note["text"].count("<br>"))
    return _Span(note["y"] - half, note["y"] + half)


def _shape(shape: Any) -> _Span:
    if shape["type"] == "path":
        return _spanned(map(float, _Y.findall(shape["path"])))
    return _spanned((shape["y0"], shape["y1"]))


def _trace(trace: Any) -> _Span:
    return _spanned(trace["y"])


def _spanned(ys: Iterable[float]) -> _Span:
    held = list(ys)
    return _Span(min(held), max(held))
