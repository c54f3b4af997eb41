"""A drawing surface for rows of marks that reads the same at any width.

The y axis counts pixels downwards, so heights are the same on a telephone as on a wall. Along x
everything stands at a share (0 to 1) of the axis, with offsets in pixels; the right margin is made
just wide enough for the labels that follow the marks at the narrowest width. A sheet that is never
narrow has a gutter, in which the names stand beside the marks instead of above them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from lib.charts.text import width
from lib.charts.theme import TEXT_SIZE, Figure, Palette, axis, escape, layout

NARROWEST, WIDE = 340, 720  # pixels that a chart has at least, one with a gutter
LEFT, EDGE = 6, 6
GUTTER = 322  # pixels left of the axis, for names
LEAST_RIGHT, MOST_RIGHT, MORE_RIGHT = 14, 240, 120
ROOM = NARROWEST - LEFT - EDGE  # pixels for a line of text at the narrowest width
CHIP_SIZE, CHIP_HEIGHT, CHIP_CORNER = 11.5, 18, 4
DIFFER = "differ:"  # before the id in the name of a text that leads to the disagreements


@dataclass
class Sheet:
    """What has been drawn so far; ``y`` is the pixel at which the next row begins."""

    palette: Palette
    narrowest: int = NARROWEST
    column: int = 0  # pixels at the right edge for a column of words
    gutter: int = GUTTER  # pixels left of the axis where there is room
    labels: int = MOST_RIGHT  # pixels right of the axis that labels may take
    y: float = 0.0
    about: str = ""  # whom the row that is drawn is about: an id, to which its chip leads
    traces: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    annotations: list[dict[str, Any]] = field(default_factory=list)
    rows: list[float] = field(default_factory=list)  # pixels where a page may begin
    heads: list[tuple[float, float]] = field(default_factory=list)  # from and to, in pixels
    _at_edge: list[tuple[str, Callable[[float], None]]] = field(default_factory=list)
    _reach: list[tuple[float, float]] = field(default_factory=list)

    def write(
        self,
        html: str,
        share: float,
        y: float,
        shift: float = 0,
        *,
        anchor: str = "left",
        size: float = TEXT_SIZE,
        colour: str = "",
        weight: int = 400,
        has_halo: bool = True,
        leads: bool = False,
    ) -> None:
        """Set text, escaped by the caller, with its middle at ``y`` pixels.

        With ``leads`` a click on it leads to what differs about whom the row is about.
        """
        self.annotations.append(
            {
                "text": html,
                "x": share,
                "xref": "paper",
                "xshift": shift,
                "xanchor": anchor,
                "align": anchor,
                "y": y,
                "yref": "y",
                "yanchor": "middle",
                "showarrow": False,
                "borderpad": 0,
                "bgcolor": self.palette.ground if has_halo else "rgba(0,0,0,0)",
                "font": {"size": size, "color": colour or self.palette.text, "weight": weight},
            }
            | ({"name": DIFFER + self.about} if leads and self.about else {})
        )

    def shape(self, kind: str, share: float, **settings: Any) -> None:
        """Draw a shape whose x is counted in pixels from a share of the axis."""
        place = {"type": kind, "xref": "paper", "xsizemode": "pixel", "xanchor": share, "yref": "y"}
        self.shapes.append(place | {"line": {"width": 0}} | settings)

    def line(self, share: float, x0: float, x1: float, y0: float, y1: float, **line: Any) -> None:
        """Draw a straight line; x in pixels from a share of the axis, y in pixels."""
        self.shape("line", share, x0=x0, x1=x1, y0=y0, y1=y1, line=line)

    def chip(self, text: str, share: float, y: float, shift: float) -> None:
        """Draw the mark that sources disagree, from ``shift`` pixels right of a share."""
        wide, r = chip_width(text), CHIP_CORNER
        left, right, top, base = shift, shift + wide, y - CHIP_HEIGHT / 2, y + CHIP_HEIGHT / 2
        path = (
            f"M {left + r},{top} L {right - r},{top} Q {right},{top} {right},{top + r} "
            f"L {right},{base - r} Q {right},{base} {right - r},{base} "
            f"L {left + r},{base} Q {left},{base} {left},{base - r} "
            f"L {left},{top + r} Q {left},{top} {left + r},{top} Z"
        )
        self.shape("path", share, path=path, fillcolor=self.palette.chip)
        self.write(
            escape(text),
            share,
            y,
            shift + wide / 2,
            anchor="center",
            size=CHIP_SIZE,
            colour=self.palette.chip_text,
            weight=600,
            has_halo=False,
            leads=True,
        )

    def begin(self) -> None:
        """Begin a row, above which a page may end: unless that is its head."""
        if self.y and not (self.heads and self.heads[-1][1] == self.y):
            self.rows.append(self.y - 1)  # clear of letters on both sides

    def head(self, top: float) -> None:
        """What was drawn since ``top`` heads the rows below, on each page that they take."""
        self.heads.append((top, self.y))

    def at_edge(self, draw: Callable[[float], None]) -> None:
        """Draw later, when the pixels between share 1 and the right edge are known."""
        self._at_edge.append((self.about, draw))

    def reserve(self, share: float, pixels: float) -> None:
        """Keep ``pixels`` free to the right of a share of the axis."""
        self._reach.append((share, pixels + 4))

    @property
    def is_wide(self) -> bool:
        """Is there a gutter for names?"""
        return self.narrowest > NARROWEST

    @property
    def left(self) -> int:
        """Pixels left of the axis."""
        return self.gutter if self.is_wide else LEFT

    @property
    def most_right(self) -> int:
        """Pixels right of the axis that labels may take; what needs more goes below its mark."""
        return self.labels + (MORE_RIGHT if self.is_wide else 0)

    def margin(self, share: float, pixels: float) -> float:
        """The right margin that ``pixels`` to the right of a share need at the narrowest width."""
        over = pixels - (1 - share) * (self.narrowest - self.left - self.column)
        if over <= 0:
            return 0.0
        return over / share if share else float("inf")

    @property
    def least_plot(self) -> float:
        """Pixels of the axis at the narrowest width, if labels take all that they may."""
        return self.narrowest - self.left - self.column - self.most_right

    def right(self) -> float:
        """The right margin in pixels that holds every label at the narrowest width."""
        most = max(LEAST_RIGHT, *(self.margin(*reach) for reach in self._reach), 0)
        return min(self.most_right, most) + self.column

    def figure(self, bottom: float = 28, **axes: Any) -> Figure:
        """The finished figure; ``bottom`` pixels hold the tick labels of the x axes given."""
        right = self.right()
        for about, draw in self._at_edge:
            self.about = about
            draw(right - EDGE)
        base = layout(self.palette, self.y + bottom + 4, shapes=self.shapes)
        base["annotations"] = self.annotations
        base["margin"] |= {"l": self.left, "r": right, "b": bottom}
        base["meta"] = {"narrowest": self.narrowest, "rows": self.rows, "heads": self.heads}
        base["yaxis"] = axis(self.palette, range=[self.y, 0], showgrid=False, showticklabels=False)
        return {"data": self.traces, "layout": base | axes}


def chip_width(text: str) -> float:
    """Pixels that a chip with this text takes."""
    return width(text, CHIP_SIZE, 600) + 12


def tinted(text: str, colour: str) -> str:
    """Escaped text in a colour of its own, within a label."""
    return f'<span style="color:{colour}">{escape(text)}</span>'
