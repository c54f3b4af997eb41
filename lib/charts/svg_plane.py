"""Where the values of a chart fall in a picture of some width, in pixels."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


class Scale(NamedTuple):
    """An axis: the values at its ends and the pixels where they stand."""

    first: float
    last: float
    start: float
    end: float
    is_log: bool = False

    def at(self, value: float) -> float:
        """The pixel of a value."""
        along = math.log10(value) if self.is_log else value
        return self.start + (along - self.first) / (self.last - self.first) * (
            self.end - self.start
        )


@dataclass(frozen=True)
class Plane:
    """The plot with its axes, by the names that marks refer to them: ``x``, ``x2``, ``y``."""

    left: float
    top: float
    width: float
    height: float
    scales: Mapping[str, Scale]

    @classmethod
    def of(cls, layout: Mapping[str, Any], width: float) -> Plane:
        """The plane of a layout in a picture ``width`` pixels wide."""
        margin = layout["margin"]
        left, top = margin["l"], margin["t"]
        wide = width - left - margin["r"]
        tall = layout["height"] - top - margin["b"]
        scales = {}
        for name in (name for name in layout if name.startswith(("xaxis", "yaxis"))):
            axis = layout[name]
            first, last = axis["range"]
            from_, to = axis.get("domain", (0, 1))
            ends = (left + from_ * wide, left + to * wide)
            if name == "yaxis":
                ends = (top + (1 - from_) * tall, top + (1 - to) * tall)
            scales[name.replace("axis", "")] = Scale(first, last, *ends, axis.get("type") == "log")
        return cls(left, top, wide, tall, scales)

    def x(self, value: float, ref: str = "x") -> float:
        """The pixel of a value of an axis, or of a share of the plot (``paper``)."""
        return self.left + value * self.width if ref == "paper" else self.scales[ref].at(value)

    def y(self, value: float, ref: str = "y") -> float:
        """The same downwards; a share counts from the bottom."""
        if ref == "paper":
            return self.top + (1 - value) * self.height
        return self.scales[ref].at(value)


def number(value: float) -> str:
    """A number of pixels, to the hundredth and no longer than it must be."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "0" if abs(value) < 0.005 else "-0")


def paint(name: str, colour: str) -> str:
    """A colour (``#RRGGBB`` or ``rgba(…)``) as the value of ``fill`` or ``stroke``."""
    if colour.startswith("#"):
        return f'{name}="{colour}"'
    red, green, blue, alpha = colour.removeprefix("rgba(").removesuffix(")").split(",")
    solid = "#" + "".join(f"{int(one):02X}" for one in (red, green, blue))
    return f'{name}="{solid}" {name}-opacity="{alpha}"' if float(alpha) else f'{name}="none"'


def is_seen(colour: str) -> bool:
    """Whether a colour is more than a transparent one."""
    return colour.startswith("#") or not colour.replace(" ", "").endswith(",0)")


def stroke(line: Mapping[str, Any]) -> str:
    """A line as attributes; nothing for one without width."""
    if not line.get("width"):
        return ""
    dash = f' stroke-dasharray="{line["dash"].replace("px", "")}"' if "dash" in line else ""
    return f'{paint("stroke", line["color"])} stroke-width="{number(line["width"])}"{dash}'
