"""What a click on the map meant."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from lib.charts import map_rows as rows
from lib.charts.map_groups import split
from lib.charts.map_numbers import gathered, pick
from lib.charts.map_rows import Outlines
from lib.charts.map_view import View
from lib.model.rows import each


def picked(
    indices: Mapping[str, list[int]],
    countries: pd.DataFrame,
    sites: pd.DataFrame,
    unnamed: pd.DataFrame,
    outlines: Outlines,
    view: View,
) -> tuple[str, tuple[str, ...]] | None:
    """What was clicked: a kind (country, site, project) with ids, or None.

    Only a group of sites or of numbers can mean several ids: countries. ``indices``: row numbers
    by layer, as the selection of the chart gives them; the other arguments are those the map was
    drawn with. Numbers beyond the drawn rows pick nothing.
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
    numbers = [*each(gathered(unnamed, view))]
    return next(
        (pick(numbers[at]) for at in indices.get("unnamed", []) if -1 < at < len(numbers)), None
    )
