"""Check the tables from the shell: ``python -m lib.check [FOLDER]``, exit status 1 for faults."""

from __future__ import annotations

import sys
from pathlib import Path

from lib.model.faults import FaultyTables
from lib.model.store import folder, load
from lib.wording.faults import page_title, rule
from lib.wording.words import words


def main(arguments: list[str]) -> int:
    """Print every fault with file, line, column, value and rule; 0 when there is none."""
    speech = words("en")
    place = Path(arguments[0]) if arguments else folder()
    try:
        portfolio = load(place)
    except FaultyTables as error:
        print(page_title(len(error.faults), speech), file=sys.stderr)
        for fault in error.faults:
            print(
                f"{place / fault.file}:{fault.line}: {fault.column}: {fault.value!r}: "
                f"{rule(fault, speech)}",
                file=sys.stderr,
            )
        return 1
    print(
        f"{place}: {len(portfolio.projects)} projects, {len(portfolio.statements)} statements, "
        f"{len(portfolio.sites)} sites, {len(portfolio.sources)} sources: no faults."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
