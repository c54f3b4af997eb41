"""The small drawing in the card of a key figure: how much is stated, or what it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from lib.charts import marks
from lib.charts.theme import Palette

MOST_DOTS: Final = 96  # more cannot be counted at a glance


def picture(row: Mapping[str, Any], published: float, coverage: str, palette: Palette) -> str:
    """An SVG, or "" where there is nothing to draw.

    ``row`` is one of :func:`lib.figures.key.key_figures`; money is drawn by destination
    (``published``: how much has one, in its currency), projects by edition, what projects state by
    who states it. ``coverage`` says the same in words.
    """
    figure = row["figure_id"]
    if (
        figure in ("committed", "committed_in_all")
        and row["stated_count"]
        and row["high"] == row["low"] > 0
    ):
        return marks.money_bar(published, row["low"], palette, coverage)
    if figure == "projects" and 0 < row["low"] <= MOST_DOTS:
        colours = [palette.edition(one) for kind, one, count in row["members"]
                   if kind == "edition" for _ in range(count)]  # fmt: skip
        return marks.dots(colours, palette, coverage)
    if figure in ("places", "people") and 0 < row["of_count"] <= MOST_DOTS:
        return marks.coverage_dots(
            int(row["stated_count"]), int(row["of_count"]), palette, coverage
        )
    return ""
