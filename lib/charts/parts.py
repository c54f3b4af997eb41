"""A chart too tall for a page as parts that are not, each on the scale of the whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from lib.charts.theme import Figure

LEFT_OVER: Final = 0.4  # of the height of a part: the last one is not shorter
STEP: Final = 8  # pixels between the heights that are tried for parts of about the same height
_Y: Final = re.compile(r",(-?[0-9.]+)")  # of a point in the path of a shape
_TAG: Final = re.compile(r"<[^>]*>")


class _Span(NamedTuple):
    top: float
    base: float


def parts(figure: Figure, tallest: float, further: float) -> list[Figure]:
    """A figure of a :class:`~lib.charts.sheet.Sheet` as figures at most ``tallest`` pixels high.

    Those after the first, which have no title above them, are ``further`` pixels at most. Each is
    as full as can be, because something else may follow the last one; where that were little more
    than a row left over, they are about equally high. Each keeps the axes and margins of the whole,
    so that a number has the same length in all of them, ends where a row does, and says the heads
    of its first row again. A row that is taller than a part is one by itself. Any other figure
    stays whole.
    """
    layout = figure["layout"]
    rows = layout.get("meta", {}).get("rows", ())
    if layout["height"] <= tallest or not rows:
        return [figure]
    edges = layout["margin"]["t"] + layout["margin"]["b"]
    heads = [_Span(*head) for head in layout["meta"]["heads"]]
    ends = [*rows, layout["yaxis"]["range"][0]]
    cuts = _cuts(ends, heads, tallest - edges, further - edges)
    if cuts[-1] - ([0.0, *cuts][-2]) < LEFT_OVER * tallest:
        tried = range(int(ends[-1] / len(cuts)), int(tallest - edges), STEP)
        found = (_cuts(ends, heads, room, room) for room in tried)
        cuts = next((own for own in found if len(own) == len(cuts)), cuts)
    return [_part(figure, _Span(top, end), heads) for top, end in pairwise([0.0, *cuts])]


def said(figure: Figure) -> str:
    """What the rows of a figure, or of a part of one, say from the top down.

    What is pointed at is told as it is there, each once, with whole names; a row without any such
    mark, of which no number was found, as it is written. Heads are left out.
    """
    layout = figure["layout"]
    base, top = layout["yaxis"]["range"]
    meta = layout.get("meta", {})
    begins = [y for y in meta.get("rows", ()) if top < y < base]
    rows = [_Span(*ends) for ends in pairwise([top, *begins, base])]
    heads = [_Span(*head) for head in meta.get("heads", ())]
    notes = [
        note
        for note in sorted(layout.get("annotations", ()), key=lambda note: float(note["y"]))
        if not any(head.top <= float(note["y"]) < head.base for head in heads)
    ]
    texts = (text for row in rows for text in _row(row, figure["data"], notes))
    return "; ".join(dict.fromkeys(texts))


def _row(row: _Span, data: Iterable[Any], notes: Iterable[Any]) -> list[str]:
    marks = [trace for trace in data if row.top <= min(trace["y"]) < row.base]
    if told := [text for trace in marks for text in _told(trace)]:
        return [text for text in told if not any(_says_more(other, text) for other in told)]
    written = (note["text"] for note in notes if row.top <= float(note["y"]) < row.base)
    return list(filter(None, [" ".join(map(_plain, written)).strip()]))


def _says_more(other: str, text: str) -> bool:
    """Whether another text goes on where this one ends: an edition, then its project."""
    return other.startswith(text) and other.removeprefix(text).lstrip().startswith(":")


def _told(trace: Any) -> list[str]:
    """The texts of a trace where it is pointed at: what it is, then what is said of it."""
    texts = trace.get("hovertext", trace.get("text", ()))
    found = []
    for text in [texts] if isinstance(texts, str) else texts:
        first, *rest = (_plain(line) for line in text.split("<br>"))
        found.append(": ".join(filter(None, (first, ", ".join(rest)))))
    return found


def _plain(text: str) -> str:
    words = _TAG.sub("", text.replace("<br>", " ")).strip()
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _cuts(
    ends: Sequence[float], heads: Sequence[_Span], first: float, further: float
) -> list[float]:
    """Where parts end that are filled one after the other: the first, and those further on."""
    found: list[float] = []
    top = 0.0
    for place, end in enumerate(ends):
        is_last, room = place == len(ends) - 1, further if found else first
        if is_last or ends[place + 1] - top + _height(_again(heads, top)) > room:
            found.append(end)
            top = end
    return found


def _again(heads: Sequence[_Span], top: float) -> list[_Span]:
    """The heads that a part which begins at ``top`` says again: the last that ended above it."""
    above = [head for head in heads if head.base <= top]
    begins = any(top <= head.top <= top + STEP for head in heads)
    return above[-1:] if top and not begins else []


def _height(heads: Iterable[_Span]) -> float:
    return sum(head.base - head.top for head in heads)


def _part(figure: Figure, part: _Span, heads: Sequence[_Span]) -> Figure:
    """What is drawn between two heights of a figure, below the heads that it needs."""
    layout = figure["layout"]
    again = _again(heads, part.top)
    top = part.top - _height(again)
    shifts = [(part, 0.0), *((head, part.top - head.base) for head in again)]
    own = {
        "height": part.base - top + layout["margin"]["t"] + layout["margin"]["b"],
        "yaxis": layout["yaxis"] | {"range": [part.base, top]},
        "annotations": list(_within(layout["annotations"], shifts, _text, _moved)),
        "shapes": list(_within(layout["shapes"], shifts, _shape, _moved)),
    }
    if again:
        meta = layout["meta"]
        own["meta"] = meta | {"heads": [*meta["heads"], (top, part.top)]}
    data = list(_within(figure["data"], shifts, _trace, _moved_trace))
    return {"data": data, "layout": layout | own}


def _within(
    marks: Iterable[Any],
    shifts: Sequence[tuple[_Span, float]],
    span: Callable[[Any], _Span],
    moved: Callable[[Any, float], Any],
) -> Iterator[Any]:
    for mark in marks:
        own = span(mark)
        middle = (own.top + own.base) / 2
        for part, shift in shifts:
            if part.top <= middle < part.base:
                yield moved(mark, shift) if shift else mark


def _moved(mark: Any, shift: float) -> Any:
    """A shape or a text further down."""
    own = {name: mark[name] + shift for name in ("y", "y0", "y1") if name in mark}
    if "path" in mark:
        own["path"] = _Y.sub(lambda found: f",{float(found[1]) + shift}", mark["path"])
    return mark | own


def _moved_trace(trace: Any, shift: float) -> Any:
    return trace | {"y": [y + shift for y in trace["y"]]}


def _text(note: Any) -> _Span:
    return _Span(note["y"], note["y"])


def _shape(shape: Any) -> _Span:
    if shape["type"] == "path":
        return _spanned(map(float, _Y.findall(shape["path"])))
    return _spanned((shape["y0"], shape["y1"]))


def _trace(trace: Any) -> _Span:
    return _spanned(trace["y"])


def _spanned(ys: Iterable[float]) -> _Span:
    held = list(ys)
    return _Span(min(held), max(held))
