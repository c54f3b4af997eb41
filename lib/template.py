"""Write empty tables to fill in: ``python -m lib.template [--language CODE] [FOLDER]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from lib.model.languages import LANGUAGES
from lib.wording.template import package, workbook
from lib.wording.template_sql import schema


def main(arguments: list[str]) -> int:
    """Write ``tables.xlsx``, ``schema.sql``, a folder ``tables`` of CSV; what is there stays."""
    parser = argparse.ArgumentParser(prog="python -m lib.template", description=__doc__)
    parser.add_argument("place", nargs="?", type=Path, default=Path("template"), metavar="FOLDER")
    parser.add_argument(
        "--language", choices=LANGUAGES, default=LANGUAGES[0], help="the one texts must be in"
    )
    asked = parser.parse_args(arguments)
    place, language = asked.place, asked.language
    files = {"tables.xlsx": workbook(language), "schema.sql": schema(language)}
    files |= {f"tables/{n}": c for n, c in package(language).items()}
    taken = [name for name in files if (place / name).exists()]
    if taken:
        print(f"{place / taken[0]} is there already: name another folder.", file=sys.stderr)
        return 1
    (place / "tables").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (place / name).write_bytes(content)
    print(f"{place / 'tables.xlsx'} and the folder {place / 'tables'} wait to be filled in;")
    print(f"{place / 'schema.sql'} creates the tables of a PostgreSQL database.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
