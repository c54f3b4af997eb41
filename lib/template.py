"""Write empty tables to fill in: ``python -m lib.template [FOLDER]``."""

from __future__ import annotations

import sys
from pathlib import Path

from lib.wording.template import package, workbook
from lib.wording.template_sql import schema


def main(arguments: list[str]) -> int:
    """Write ``tables.xlsx``, ``schema.sql``, a folder ``tables`` of CSV; what is there stays."""
    place = Path(arguments[0] if arguments else "template")
    files = {"tables.xlsx": workbook(), "schema.sql": schema()}
    files |= {f"tables/{n}": c for n, c in package().items()}
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
