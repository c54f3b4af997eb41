"""How long the map takes to draw and how many bytes it is, by the number of sites."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from bench.map_sites import sites
from lib.charts import map as chart
from lib.charts import map_deck
from lib.charts.theme import LIGHT
from lib.model.outlines import features
from lib.wording.words import Words

EUROPE = chart.View(11.8, 46.5, 3.95)
SIZES = (11, 2_000, 10_000, 100_000)
COUNTRY = ["country_code", "country", "edition_ids", "project_count", "label", "is_selected"]
NUMBER = ["project_id", "edition_id", "country_code", "low", "high", "is_approximate"]
ARC = ["from_longitude", "from_latitude", "to_longitude", "to_latitude", "edition_id"]


@pytest.mark.parametrize("view", [chart.VIEWS["world"], EUROPE], ids=["world", "europe"])
@pytest.mark.parametrize("count", SIZES)
def test_map(benchmark: Any, count: int, view: chart.View) -> None:
    """Sites without countries, whose outlines would be most of a small map's bytes."""
    rows, words = sites(count), Words("en")
    without = (
        pd.DataFrame(columns=COUNTRY),
        rows,
        pd.DataFrame(columns=[*NUMBER, "latitude", "longitude"]),
        pd.DataFrame(columns=ARC),
    )

    def drawn() -> int:
        deck = map_deck.world(*without, features(), words, LIGHT, view)
        return len(deck.to_json().encode())

    benchmark.extra_info["bytes"] = benchmark.pedantic(drawn, rounds=3, warmup_rounds=1)
