"""Makes the illustrative portfolio in ``data/example``: a foundation that does not exist.

usage: python -m scripts.example [FOLDER]
"""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any, Final

from lib.model.fields import kinds_of
from lib.model.languages import LANGUAGES
from lib.model.row_keys import key_columns
from lib.model.schema import TABLES
from scripts import example_words as words
from scripts.example_record import (
    EDITIONS,
    FOUNDATION,
    GROUP,
    LAST_REPORT,
    PAYERS,
    PROJECTS,
    TOWNS,
    edition_of,
)
from scripts.example_statements import PAGE, PRESS, Row, edition_period, reports, statements
from scripts.example_words import KINDS, columns, line, said

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "data" / "example"
CALLED: Final = said(
    "Lantern (illustrative)",
    "Lantern (esempio inventato)",
    "Lantern (erfundenes Beispiel)",
    "Lantern (exemple inventé)",
    "Lantern (ejemplo inventado)",
)
TITLE: Final = "Illustrative portfolio of Lantern, a foundation that does not exist"
DESCRIPTION: Final = (
    "Illustrative: every organisation, project, payer, number and document in these tables is "
    "invented, to show every chart of the dashboard with all that it can hold. Towns are real; "
    "nothing stated about them is."
)
RATES: Final = "rates-note"
USD_IN_EUR: Final = (("2024-06-28", "0.95"), ("2025-06-30", "0.9"))
GAZETTEER: Final = "made for the example, to two places"


def files() -> dict[str, bytes]:
    """The files of the example by name, the same bytes at every call."""
    rows, described = tables(), _description()
    made = {
        resource["path"]: _written(
            [field["name"] for field in resource["schema"]["fields"]],
            rows.get(resource["name"], []),
        )
        for resource in described["resources"]
    }
    text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    return made | {"datapackage.json": text.encode()}


def tables() -> dict[str, list[Row]]:
    """The rows of every table; cells that are empty are left out."""
    stated = statements()
    periods = {row["quantity_id"]: row["statement_id"] for row in stated["milestones"]}
    return {
        **stated,
        "programmes": [
            {"programme_id": name, **columns("name", kind.name)} for name, kind in KINDS.items()
        ],
        "editions": [
            {
                "edition_id": one.edition_id,
                "start_year": str(one.start),
                "end_year": str(one.end),
                "duration_years": "3",
                "statement_id": periods[edition_period(one)],
            }
            for one in EDITIONS
        ],
        "projects": [
            {
                "project_id": one.project_id,
                "edition_id": one.edition_id,
                "programme_id": one.programme_id,
                "name": one.name,
                **columns("description", KINDS[one.programme_id].summary),
                "source_id": PAGE,
                **line(number),
            }
            for number, one in enumerate(PROJECTS, start=1)
        ],
        "project_countries": [
            {"project_id": one.project_id, "country_code": code}
            for one in PROJECTS
            for code in one.towns
        ],
        "partners": [
            {
                "partner_id": f"{one.project_id}-partner",
                "name": one.partner,
                "organisation_type": "ngo",
                "country_code": next(iter(one.towns)),
                "source_id": PAGE,
                **line(number),
            }
            for number, one in enumerate(PROJECTS, start=1)
        ],
        "project_partners": [
            {
                "project_id": one.project_id,
                "partner_id": f"{one.project_id}-partner",
                "partner_role": "implementer",
            }
            for one in PROJECTS
        ],
        "funders": _funders(),
        "indicators": [
            {
                "indicator_id": name,
                "indicator_kind": kind,
                "total_id": total,
                **columns("name", called),
                **columns("unit_one", one),
                **columns("unit_many", many),
            }
            for name, (kind, total, called, one, many) in words.INDICATORS.items()
        ],
        "portfolio": [
            {
                "portfolio_id": "lantern",
                **columns("title", CALLED),
                "languages": " ".join(LANGUAGES),
                "accent_color": "#7A3E00",
                "funder_id": FOUNDATION,
            }
        ],
        "rates": [
            {
                "base_currency_code": "USD",
                "quote_currency_code": "EUR",
                "rate": rate,
                "rate_date": date,
                "source_id": RATES,
                **line(number),
            }
            for number, (date, rate) in enumerate(USD_IN_EUR, start=1)
        ],
        "sites": _sites(),
        "sources": _sources(),
    }


def _funders() -> list[Row]:
    """The foundation, its co-funders as a group, each co-funder by name."""
    told = {"source_id": PAGE, **line(4), **columns("note", words.INVENTED)}
    lantern = words.said("Lantern Example Foundation")
    found = [
        {
            "funder_id": FOUNDATION,
            **columns("name", lantern),
            "organisation_type": "foundation",
            "country_code": "PT",
            "is_group": "false",
        },
        {
            "funder_id": GROUP,
            **columns("name", words.GROUP_NAME),
            "organisation_type": "mixed",
            "is_group": "true",
        },
    ]
    found += [
        {
            "funder_id": one.funder_id,
            **columns("name", words.said(one.name)),
            "organisation_type": one.organisation_type,
            "country_code": one.country_code,
            "is_group": "false",
            "group_id": GROUP,
        }
        for one in PAYERS
    ]
    return [row | told for row in found]


def _sites() -> list[Row]:
    """The towns of each project: where it began, then where it expands."""
    found = []
    for project in PROJECTS:
        towns = [
            (code, town) for code, many in project.towns.items() for town in TOWNS[code][:many]
        ]
        edition = edition_of(project)
        for place, (code, (name, north, east)) in enumerate(towns):
            is_first = place == 0
            # The last town of a project that still runs is yet to open.
            is_open = place < len(towns) - 1 or edition.end < LAST_REPORT
            year = min(edition.start + 1, LAST_REPORT)
            found.append(
                {
                    "site_id": f"{project.project_id}-{place + 1}",
                    "project_id": project.project_id,
                    "name": name,
                    "admin_level": "city",
                    "country_code": code,
                    "site_role": "origin" if is_first else "expansion",
                    "status": "active" if is_open else "planned",
                    "latitude": f"{north:.2f}",
                    "longitude": f"{east:.2f}",
                    "precision": "admin_area" if place == 4 else "place",
                    "is_announced_place": str(not is_first).lower(),
                    "gazetteer": GAZETTEER,
                    "source_id": f"launch-{edition.edition_id}",
                    "status_source_id": f"report-{edition.edition_id}-{year}"
                    if is_open
                    else f"launch-{edition.edition_id}",
                    "as_of_date": f"{year}-06-30" if is_open else "",
                }
            )
    return found


def _sources() -> list[Row]:
    """The documents of the example: a page, launches, reports, a newspaper."""
    found = [(PAGE, "Lantern Example Foundation", "programme page", "", "official")]
    found += [
        (f"launch-{one.edition_id}", "Lantern Example Foundation",
         f"announcement of edition {one.edition_id}", f"{one.start}-02-01", "official")
        for one in EDITIONS
    ]  # fmt: skip
    found += [
        (f"report-{edition}-{year}", "Evaluators of the Example",
         f"progress report {year} of edition {edition}", f"{year}-09-15", "partner")
        for edition, year in reports()
    ]  # fmt: skip
    found += [
        (RATES, "Evaluators of the Example", "note on exchange rates", "2025-07-01", "reference"),
        (PRESS, "The Example Gazette", "article on the programme", "2024-03-12", "press"),
    ]
    return [
        {
            "source_id": source,
            "publisher": publisher,
            "title": f"Illustrative {title}",
            "language_code": "en",
            "published_date": date,
            "url": f"https://example.org/{source}",
            "authority": authority,
            "is_programme_page": str(source == PAGE).lower(),
        }
        for source, publisher, title, date, authority in found
    ]


def _written(known: list[str], rows: list[Row]) -> bytes:
    """A table as a CSV file with these columns."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, known, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _description() -> dict[str, Any]:
    """The description: columns as those of the record, all else its own."""
    record: dict[str, Any] = json.loads((ROOT / "data/datapackage.json").read_text("utf-8"))
    source = {"title": "Illustrative documents listed in sources.csv", "path": "sources.csv"}
    return {
        "profile": record["profile"],
        "name": "illustrative-portfolio",
        "title": TITLE,
        "description": DESCRIPTION,
        "licenses": record["licenses"],
        "sources": [source],
        "keywords": ["illustrative", "example"],
        "resources": [*record["resources"], _rates_described(record["resources"])],
    }


def _rates_described(resources: list[dict[str, Any]]) -> dict[str, Any]:
    """The description of ``rates``, which the record does without, in the form of another table."""
    sources = next(one for one in resources if one["name"] == "sources")
    kinds = kinds_of(TABLES["rates"])
    fields = [
        {
            "name": name,
            "type": "number" if kind["kind"] == "number" else "string",
            "description": name.replace("_", " ").capitalize(),
            "constraints": {"required": kind["required"]},
        }
        for name, kind in kinds.items()
    ]
    key = {"fields": ["source_id"], "reference": {"resource": "sources", "fields": ["source_id"]}}
    schema = {"fields": fields, "missingValues": [""], "primaryKey": key_columns("rates")}
    return {
        **{name: said for name, said in sources.items() if name != "schema"},
        "name": "rates",
        "path": "rates.csv",
        "description": " ".join((TABLES["rates"].__doc__ or "").split()),
        "schema": {**schema, "foreignKeys": [key]},
    }


def main(folder: Path = FOLDER) -> None:
    """Write the files of the example into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
