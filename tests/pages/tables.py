"""The tables of the checkout, read without the dashboard, or copied to be spoilt."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

from bench.portfolio import make
from lib.model.languages import LANGUAGES

TABLES = Path(__file__).resolve().parents[2] / "data"
TEXTS = (
    *("name", "model_name", "locator", "publisher", "title", "subject", "value_text"),
    *("name", "description", "note", "unit_one", "unit_many"),
)
FREE = {*TEXTS, *(f"{text}_{language}" for text in TEXTS for language in LANGUAGES)}
HOSTILE = (
    "=1+1 <b>bold</b> <img src=x onerror=alert(1)> ![](http://outside.invalid/y.png) :smile: "
    "[here](http://outside.invalid/) $x^2$ **strong** `code` "
)
Row = dict[str, str]


@cache
def rows(table: str) -> list[Row]:
    """The rows of a table of the checkout."""
    return rows_in(TABLES, table)


def rows_in(folder: Path, table: str) -> list[Row]:
    """The rows of a table in a folder."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def copied(folder: Path) -> Path:
    """A copy of the tables in a folder of its own."""
    return Path(shutil.copytree(TABLES, folder / "tables"))


def rewrite(folder: Path, table: str, change: Callable[[Row], Row]) -> None:
    """Change every row of a table in a copy."""
    _write(folder, table, [change(row) for row in rows_in(folder, table)])


def _write(folder: Path, table: str, found: list[Row]) -> None:
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(found[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)


def faulty(folder: Path) -> Path:
    """A copy with three faults: a value that is no number, a lost reference, a date turned round.

    They stand in lines 2 and 3 of funding.csv and in line 2 of sites.csv.
    """
    copy = copied(folder)
    lines = iter(range(2, 1000))

    def spoil(row: Row) -> Row:
        line = next(lines)
        if line == 2:
            return row | {"value": "7 million"}
        return row | {"currency_code": "<b>euro</b>"} if line == 3 else row

    rewrite(copy, "funding", spoil)
    first = rows("sites")[0]["site_id"]
    rewrite(
        copy, "sites", lambda row: row | ({"latitude": "95"} if row["site_id"] == first else {})
    )
    return copy


def hostile(folder: Path) -> Path:
    """A copy whose every free text begins with markup, a picture, an emoji code, a formula."""
    copy = copied(folder)

    def spoil(row: Row) -> Row:
        return {
            name: f"{HOSTILE}{text}" if name in FREE and text else text
            for name, text in row.items()
        }

    for path in copy.glob("*.csv"):
        rewrite(copy, path.stem, spoil)
    return copy


def crowded(folder: Path, count: int) -> Path:
    """Made tables with so many sites, all of them located, around the middles of 40 countries."""
    place = make(folder / "crowded", 40)
    made = rows_in(place, "sites")
    times = -(-count // len(made))
    many = [row | {"site_id": f"{row['site_id']}-{n}"} for n in range(times) for row in made]
    _write(place, "sites", many[:count])
    return place
