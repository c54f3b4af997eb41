"""What a click on the map meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from lib.charts import map_rows as rows
from lib.charts.map_groups import split
from lib.charts.map_rows import Outlines, Row
from lib.charts.map_view import View


def picked(
    indices: Mapping[str, list[int]],
    countries: pd.DataFrame,
    sites: pd.DataFrame,
    numbers: Sequence[Row],
    outlines: Outlines,
    view: View,
) -> tuple[str, tuple[str, ...]] | None:
    """What was clicked: a kind (country, site, project) with ids, or None.

    Only a group of sites or of numbers can mean several ids: countries. ``indices``: row numbers
    by layer, as the selection of the chart gives them; ``numbers``: what the map writes
    (:func:`lib.charts.map_deck.numbers`); the other arguments are those it was drawn with. Row
    numbers beyond the drawn rows pick nothing.
    """
    alone, groups = split(sites, view)
    drawn = {
        "countries": ("country", rows.outlined(countries, outlines)["country_code"]),
        "groups": ("country", groups["country_codes"]),
        "areas": ("site", rows.areas(alone)["site_id"]),
        "places": ("site", rows.places(alone, view)["site_id"]),
        "origins": ("site", rows.origins(alone)["site_id"]),
    }
    for layer, (kind, ids) in drawn.items():
        for index in indices.get(layer, []):
            if 0 <= index < len(ids):
                found = ids.iloc[index]
                return kind, found if isinstance(found, tuple) else (str(found),)
    drawn_numbers = (numbers[at] for at in indices.get("unnamed", []) if -1 < at < len(numbers))
    return next((row["pick"] for row in drawn_numbers), None)
