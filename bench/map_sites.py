"""Sites for the map alone, any number of them: towns of many countries with places around them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bench.registers import COUNTRIES, EDITIONS
from lib.model import outlines

SEED = 20261126
TOWNS = 400  # over all countries
AROUND = 0.6  # degrees: how far most places of a town lie from it


def sites(count: int) -> pd.DataFrame:
    """The same sites for the same count: what ``lib.charts.map_deck.world`` takes, all located.

    Towns lie within a quarter of their country's frame around its label point (degrees), large ones
    have many times the places of small ones.
    """
    random = np.random.default_rng([SEED, count])
    shares = random.pareto(1.2, TOWNS) + 1
    town = random.choice(TOWNS, count, p=shares / shares.sum())
    codes = np.array(COUNTRIES)[np.arange(TOWNS) % len(COUNTRIES)]
    points = pd.DataFrame([_place(code, random) for code in codes])
    edition = random.integers(0, len(EDITIONS), count)
    number = np.arange(count)
    return pd.DataFrame(
        {
            "site_id": [f"S{one:09d}" for one in number],
            "project_id": [f"project-{one % 2000:04d}" for one in number],
            "project": [f"Project {one % 2000:04d}" for one in number],
            "edition_id": np.array(EDITIONS)[edition],
            "name": [f"Place {one}" for one in number],
            "country_code": codes[town],
            "site_role": np.where(number % 5 == 0, "origin", "expansion"),
            "status": np.array(["planned", "active", "unknown"])[number // 3 % 3],
            "latitude": points["latitude"].to_numpy()[town] + random.normal(0, AROUND, count),
            "longitude": points["longitude"].to_numpy()[town] + random.normal(0, AROUND, count),
            "precision": np.where(number % 7 == 0, "admin_area", "place"),
            "as_of_date": "2025-06-30",
            "publisher": "Publisher",
        }
    )


def _place(code: str, random: np.random.Generator) -> dict[str, float]:
    """A town of a country."""
    about = outlines.features()[code]["properties"]
    west, south, east, north = about["frame"]
    right, up = random.uniform(-0.25, 0.25, 2)
    return {
        "longitude": float(about["label_longitude"] + right * (east - west)),
        "latitude": float(about["label_latitude"] + up * (north - south)),
    }
