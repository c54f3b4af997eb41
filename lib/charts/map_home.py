"""Where on a map a country is: whether words about it stand on it, and where to look for room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import shapely

from lib.charts.map_labels import Offset, around
from lib.charts.map_view import View, degrees
from lib.model.outlines import CLOSE, shapes

INSIDE: Final = 3  # of the middles of a box's four sides that lie on a country with its middle


@dataclass(frozen=True)
class Homes:
    """The countries of a view; codes are ISO 3166-1 alpha-2, "" stands for several countries."""

    view: View

    def offsets(self, code: str, x: float, y: float, reach: int) -> Sequence[Offset]:
        """Where room is looked for up to ``reach`` pixels from a point, on the country first."""
        return _offsets(self, code, x, y, reach)

    def on(
        self, code: str, x: float, y: float, size: tuple[float, float], offsets: Sequence[Offset]
    ) -> list[Offset]:
        """Those offsets at which a box of a size (pixels) lies on the country.

        Its middle and most of its sides do: nobody takes it for a neighbour's.
        """
        middles = np.array(offsets, dtype=float).reshape(-1, 2) + (x, y)
        here = np.flatnonzero(self.holds(code, *middles.T))
        reach = np.array([[-1, 0], [1, 0], [0, -1], [0, 1]]) * np.array(size) / 2
        sides = (middles[here][:, None, :] + reach).reshape(-1, 2)
        count = self.holds(code, *sides.T).reshape(-1, 4).sum(axis=1)
        return [offsets[one] for one in here[count >= INSIDE]]

    def holds(self, code: str, x: Any, y: Any) -> npt.NDArray[np.bool_]:
        """Which points (pixels) lie in a country."""
        outline = shapes(CLOSE).get(code)
        if outline is None:
            return np.zeros(len(x), dtype=bool)
        longitudes, latitudes = degrees(self.view, x, y)
        found: npt.NDArray[np.bool_] = shapely.contains_xy(
            outline, (longitudes + 180) % 360 - 180, latitudes
        )
        return found


@lru_cache(maxsize=512)
def _offsets(homes: Homes, code: str, x: float, y: float, reach: int) -> Sequence[Offset]:
    """Kept: every try to find room for the words of a map looks at the same places."""
    offsets = around(reach)
    order = np.argsort(~homes.holds(code, *(np.array(offsets) + (x, y)).T), kind="stable")
    return [offsets[one] for one in order]
