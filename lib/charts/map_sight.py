"""What of the marks of a map lies in the picture."""

from __future__ import annotations

import numpy as np
import pandas as pd

from lib.charts.map_land import BEYOND, is_part
from lib.charts.map_rows import located
from lib.charts.map_view import View, nearest, pixels


def in_sight(marks: pd.DataFrame, view: View, widest: float, height: float) -> pd.DataFrame:
    """The rows whose point lies in a picture of this size (pixels), also beyond the antimeridian.

    In: ``marks`` with ``longitude``, ``latitude`` (degrees). Out: those rows, with the longitude
    at which the picture draws them.
    """
    marks = turned(located(marks), ["longitude"], view, widest)
    x, y = pixels(view, marks["longitude"].to_numpy(float), marks["latitude"].to_numpy(float))
    return marks[(np.abs(x) < widest / 2) & (np.abs(y) < height / 2)]


def partly_in_sight(marks: pd.DataFrame, view: View, widest: int, height: int) -> pd.DataFrame:
    """The rows that are drawn: also a mark of which a picture shows no more than its edge."""
    return in_sight(marks, view, widest, height + 2 * BEYOND)


def turned(marks: pd.DataFrame, columns: list[str], view: View, widest: float) -> pd.DataFrame:
    """Marks with longitudes that go on beyond 180 degrees where the land of a picture does."""
    if not is_part(view, widest):
        return marks
    return marks.assign(**{one: nearest(view, marks[one].to_numpy(float)) for one in columns})
