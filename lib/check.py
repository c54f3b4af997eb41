"""Check tables from the shell: ``python -m lib.check [--json] [PLACE]``, exits 1 for faults."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from lib.model import engine
from lib.model.faults import Fault, FaultyTables, count
from lib.model.package import opened_at
from lib.model.registers import ADDITIVE
from lib.model.store import Place, place_named
from lib.model.store import place as configured
from lib.wording.faults import doubts_title, page_title, rule
from lib.wording.words import words

_SPEECH = words("en")


def main(arguments: list[str]) -> int:
    """Print every fault and doubt with file, line, column, value and rule; 0 without a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object for programs")
    parser.add_argument(
        "place", nargs="?", type=place_named, help="a folder, a zip, a workbook, postgresql://…"
    )
    asked = parser.parse_args(arguments)
    place: Place = asked.place or configured()
    held, found = _judged(place)
    doubts = [fault for fault in found if fault.is_doubt]
    wrong = [fault for fault in found if not fault.is_doubt]
    if asked.json:
        print(json.dumps(_machine_readable(place, wrong, doubts), ensure_ascii=False, indent=2))
        return int(bool(wrong))
    if wrong:
        print(page_title(count(wrong), _SPEECH), file=sys.stderr)
        _say(place, wrong)
    else:
        print(f"{place}: {held}: no faults.")
    if doubts:
        print(doubts_title(count(doubts), _SPEECH), file=sys.stderr)
        _say(place, doubts)
    return int(bool(wrong))


def _judged(place: Place) -> tuple[str, tuple[Fault, ...]]:
    """What is in the tables, with what is wrong or doubtful in them."""
    try:
        if isinstance(place, Path) and engine.is_rolled_up(place):
            return _rolled_up(place), ()
        package = opened_at(place)
    except FaultyTables as error:
        return "", error.faults
    found = package.portfolio
    held = (
        f"{len(found.projects)} projects, {len(found.statements)} statements, "
        f"{len(found.sites)} sites, {len(found.sources)} sources"
    )
    return held, package.doubts


def _rolled_up(place: Path) -> str:
    """What is in tables whose rows an engine keeps: the registers are checked, ids are known."""
    found = engine.ledger(place, engine.engine())
    rows = (f"{found.array(name, 'row_count').sum():,} rows of {name}" for name in ADDITIVE)
    return ", ".join([f"{len(found.project_ids)} projects", *rows])


def _inside(place: Place) -> Place:
    """Where the files lie that faults name."""
    if not isinstance(place, Path):
        return place
    try:
        return place if place.is_dir() else place.parent
    except PermissionError:
        return place.parent


def _say(place: Place, faults: Iterable[Fault]) -> None:
    inside = _inside(place)
    for fault in faults:
        file = inside / fault.file if isinstance(inside, Path) else fault.file
        if isinstance(place, Path) and fault.rule == "empty_folder":  # which is the place itself
            file = place
        print(
            f"{file}:{fault.row or fault.line}: {fault.column}: {fault.value[:200]!r}: "
            f"{rule(fault, _SPEECH)}",
            file=sys.stderr,
        )


def _machine_readable(
    place: Place, faults: Iterable[Fault], doubts: Iterable[Fault]
) -> dict[str, object]:
    return {
        "place": str(place),
        "faults": [{**vars(fault), "remedy": rule(fault, _SPEECH)} for fault in faults],
        "doubts": [{**vars(fault), "remedy": rule(fault, _SPEECH)} for fault in doubts],
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
