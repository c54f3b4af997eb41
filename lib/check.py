"""Check the tables from the shell: ``python -m lib.check [FOLDER]``, exit status 1 for faults."""

from __future__ import annotations

import sys
from pathlib import Path

from lib.model import engine
from lib.model.faults import FaultyTables
from lib.model.registers import ADDITIVE
from lib.model.store import folder, load
from lib.wording.faults import page_title, rule
from lib.wording.words import words


def main(arguments: list[str]) -> int:
    """Print every fault with file, line, column, value and rule; 0 when there is none."""
    speech = words("en")
    place = Path(arguments[0]) if arguments else folder()
    try:
        said = _rolled_up(place) if engine.is_rolled_up(place) else _loaded(place)
    except FaultyTables as error:
        print(page_title(len(error.faults), speech), file=sys.stderr)
        for fault in error.faults:
            print(
                f"{place / fault.file}:{fault.line}: {fault.column}: {fault.value!r}: "
                f"{rule(fault, speech)}",
                file=sys.stderr,
            )
        return 1
    print(f"{place}: {said}: no faults.")
    return 0


def _loaded(place: Path) -> str:
    """What is in tables that are loaded whole."""
    found = load(place)
    return (
        f"{len(found.projects)} projects, {len(found.statements)} statements, "
        f"{len(found.sites)} sites, {len(found.sources)} sources"
    )


def _rolled_up(place: Path) -> str:
    """What is in tables whose rows an engine keeps: the registers are checked, ids are known."""
    found = engine.ledger(place, engine.engine())
    rows = (f"{found.array(name, 'row_count').sum():,} rows of {name}" for name in ADDITIVE)
    return ", ".join([f"{len(found.project_ids)} projects", *rows])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
