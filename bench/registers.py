"""The small tables of a made portfolio: editions, projects, partners, payers, indicators."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import pandas as pd

from lib.model import outlines
from lib.model.languages import LANGUAGES

Text = TypeVar("Text", str, Sequence[str])

MOST_PROJECTS = 2000
FUNDER_COUNT = 40
SOURCE_COUNT = 20
PARTNER_COUNT = 200
CURRENCIES = ("EUR", "EUR", "EUR", "EUR", "USD", "GBP")
INDICATORS = (
    *("families", "children", "start-ups", "jobs", "trainings", "centres", "cities", "volunteers"),
)
EDITIONS = tuple(str(number) for number in range(1, 9))
PROGRAMMES = ("families", "refugees", "health", "water", "schools", "energy")
TYPES = ("foundation", "company", "association", "public", "ngo")
# Wide enough for a place a tenth of a degree off the label point to lie inside.
COUNTRIES = (
    *("AR", "AT", "AU", "BD", "BG", "BO", "BR", "CA", "CL", "CM", "CO", "CZ", "DE", "DZ", "EC"),
    *("EG", "ES", "ET", "FI", "FR", "GH", "GR", "HU", "ID", "IN", "IT", "JP", "KE", "MA", "MG"),
    *("ML", "MX", "NG", "PE", "PL", "RO", "RS", "SE", "TR", "TZ"),
)


def project_count(rows: int) -> int:
    """How many projects a portfolio with so many rows of funding has."""
    return min(rows, MOST_PROJECTS)


def registers(rows: int) -> dict[str, pd.DataFrame]:
    """The small tables by name; ``points`` holds the label point of each country by code."""
    count = project_count(rows)
    numbers = range(count)
    ids = [f"project-{one:04d}" for one in numbers]
    told = {"source_id": "source-0", **spoken("locator", "line 1")}
    partners = [f"partner-{one:03d}" for one in range(PARTNER_COUNT)]
    countries = [(ids[one], COUNTRIES[one * 7 % 40]) for one in numbers]
    countries += [(ids[one], COUNTRIES[(one * 7 + 11) % 40]) for one in numbers if one % 6 == 1]
    carriers = [(ids[one], partners[one * 3 % PARTNER_COUNT], "implementer") for one in numbers]
    carriers += [
        (ids[one], partners[(one * 3 + 1) % PARTNER_COUNT], "implementer")
        for one in numbers
        if one % 5 == 2
    ]
    return {
        "programmes": pd.DataFrame({"programme_id": PROGRAMMES, **spoken("name", PROGRAMMES)}),
        "editions": pd.DataFrame(
            {
                "edition_id": EDITIONS,
                "start_year": [str(2017 + int(one)) for one in EDITIONS],
                "end_year": [str(2020 + int(one)) for one in EDITIONS],
                "duration_years": "3",
                "statement_id": "",
            }
        ),
        "projects": pd.DataFrame(
            {
                "project_id": ids,
                "edition_id": [EDITIONS[one % 8] for one in numbers],
                "programme_id": [PROGRAMMES[one // 8 % 6] for one in numbers],
                "name": [f"Project {one:04d}" for one in numbers],
                "model_name": "",
                **spoken("description", "Made by rule."),
                **told,
            }
        ),
        "project_countries": pd.DataFrame(countries, columns=["project_id", "country_code"]),
        "partners": pd.DataFrame(
            {
                "partner_id": partners,
                "name": [f"Partner {one:03d}" for one in range(PARTNER_COUNT)],
                "organisation_type": "ngo",
                "country_code": [COUNTRIES[one % 40] for one in range(PARTNER_COUNT)],
                **told,
                **spoken("note", ""),
            }
        ),
        "project_partners": pd.DataFrame(
            carriers, columns=["project_id", "partner_id", "partner_role"]
        ),
        "funders": pd.DataFrame(
            {
                "funder_id": [f"funder-{one:02d}" for one in range(FUNDER_COUNT)],
                **spoken("name", [f"Funder {one:02d}" for one in range(FUNDER_COUNT)]),
                "organisation_type": [TYPES[one % 5] for one in range(FUNDER_COUNT)],
                "country_code": [COUNTRIES[one] for one in range(FUNDER_COUNT)],
                "is_group": "false",
                "group_id": "",
                "project_id": "",
                **told,
                **spoken("note", ""),
            }
        ),
        "indicators": pd.DataFrame(
            {
                "indicator_id": INDICATORS,
                "indicator_kind": ["people", "people", "organisations", "other", "other"]
                + ["places", "places", "people"],
                "total_id": ["people", "people", "", "", "", "places", "places", ""],
                **spoken("name", INDICATORS),
                **spoken("unit_one", INDICATORS),
                **spoken("unit_many", INDICATORS),
            }
        ),
        "sources": pd.DataFrame(
            {
                "source_id": [f"source-{one}" for one in range(SOURCE_COUNT)],
                "publisher": [f"Publisher {one}" for one in range(SOURCE_COUNT)],
                "title": [f"Document {one}" for one in range(SOURCE_COUNT)],
                **spoken("description", ""),
                "language_code": "en",
                "published_date": "2025-06-30",
                "url": [f"https://example.org/{one}" for one in range(SOURCE_COUNT)],
                "authority": ["official"] + ["press"] * (SOURCE_COUNT - 1),
                "is_programme_page": ["true"] + ["false"] * (SOURCE_COUNT - 1),
            }
        ),
        "points": _points(),
    }


def spoken(name: str, text: Text) -> dict[str, Text]:
    """The columns of a text, which is the same in every language here."""
    return {f"{name}_{language}": text for language in LANGUAGES}


def _points() -> pd.DataFrame:
    """Where the name of each country is written, in degrees."""
    found = {code: outlines.features()[code]["properties"] for code in COUNTRIES}
    return pd.DataFrame(
        {
            "latitude": {code: point["label_latitude"] for code, point in found.items()},
            "longitude": {code: point["label_longitude"] for code, point in found.items()},
        }
    )
