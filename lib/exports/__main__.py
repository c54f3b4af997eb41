"""Write packs from the shell: ``python -m lib.exports edition=1 lang=it --out pack``.

Selections are written as in the address of a page, one by one or ``"edition=1&lang=it"``.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from lib.exports.contents import pack_of
from lib.exports.formats import FORMATS
from lib.model.earlier import earlier_at, is_related
from lib.model.faults import FaultyTables, count
from lib.model.languages import LANGUAGES
from lib.model.selection import Selection
from lib.model.store import current
from lib.wording.changes import of_another
from lib.wording.faults import page_title, rule
from lib.wording.words import words

_SPEECH = words("en")


def main(arguments: Sequence[str]) -> int:
    """Write every kind of file asked for; 1 for tables or filters that are not understood."""
    parser = argparse.ArgumentParser(prog="python -m lib.exports", description=__doc__)
    parser.add_argument("filters", nargs="*", metavar="filter=value", help="edition=1 country=IT …")
    parser.add_argument("--out", type=Path, default=Path("pack"), help="the folder to write into")
    parser.add_argument(
        "--since", type=Path, metavar="FILE", help="earlier tables: also say what changed since"
    )
    parser.add_argument("--format", choices=FORMATS, action="append", help="default: every kind")
    asked = parser.parse_args(arguments)
    try:
        tables = current()
    except FaultyTables as error:
        print(f"The tables have {count(error.faults)} faults: make check", file=sys.stderr)
        return 1
    query: dict[str, list[str]] = {}
    for item in (own for given in asked.filters for own in given.lstrip("?").split("&")):
        name, _, value = item.partition("=")
        query.setdefault(name, []).extend(filter(None, value.split(",")))
    selection, ignored = Selection.read(query, tables.options(), LANGUAGES)
    if ignored:
        said = ", ".join(f"{one.parameter}={one.value}" for one in ignored)
        print(f"No filter knows {said}", file=sys.stderr)
        return 1
    try:
        since = earlier_at(asked.since) if asked.since else None
    except FaultyTables as error:
        _say(asked.since, error)
        return 1
    if since and not is_related(since, tables):
        print(f"{asked.since}: {of_another(_SPEECH)}: nothing is compared", file=sys.stderr)
        return 1
    asked.out.mkdir(parents=True, exist_ok=True)
    pack = pack_of(tables, selection, since)
    for suffix in asked.format or FORMATS:
        begun = time.perf_counter()
        target = asked.out / f"{pack.stem}.{suffix}"
        target.write_bytes(FORMATS[suffix].make(pack))
        print(f"{target} ({time.perf_counter() - begun:.1f} s)")
    return 0


def _say(place: Path, error: FaultyTables) -> None:
    """Why earlier tables cannot be used, fault by fault, with what to do about it."""
    wrong = [fault for fault in error.faults if not fault.is_doubt]
    print(page_title(count(wrong), _SPEECH), file=sys.stderr)
    for fault in wrong:
        where = ":".join(filter(None, (fault.file, str(fault.line or ""), fault.column)))
        print(f"{place}: {where}: {rule(fault, _SPEECH)}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
