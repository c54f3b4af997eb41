"""Ways on a map: the lines that lead from countries to names that have no room on them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely

from lib.charts.map_home import Homes
from lib.charts.map_labels import Box


@dataclass
class Ways:
    """The ways to names that were placed one after the other, and what those names cover.

    Pixels; codes are ISO 3166-1 alpha-2.
    """

    homes: Homes
    areas: list[shapely.Polygon] = field(default_factory=list)
    lines: list[shapely.LineString] = field(default_factory=list)

    def are_clear(self, code: str, here: tuple[float, float], box: Box) -> bool:
        """Whether words in a box stand on no way to others, nor their own behind or across those.

        ``here`` is the point of their country.
        """
        line, area = self._to(code, here, box), _area(box)
        is_own_clear = not any(map(line.intersects, [*self.areas, *self.lines]))
        return is_own_clear and not any(map(area.intersects, self.lines))

    def add(self, code: str, here: tuple[float, float], box: Box) -> None:
        """Place words in a box."""
        self.areas.append(_area(box))
        self.lines.append(self._to(code, here, box))

    def _to(self, code: str, here: tuple[float, float], box: Box) -> shapely.LineString:
        """The way from a country's point to its words; nothing where they stand on it."""
        middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        if self.homes.holds(code, *(np.array([one]) for one in middle))[0]:
            return shapely.LineString()
        return shapely.LineString([here, box.nearest(*here)])


def _area(box: Box) -> shapely.Polygon:
    return shapely.box(box.left, box.top, box.right, box.bottom)
