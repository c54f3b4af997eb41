"""What the reference page says under each filter: ``python -m bench.page_states ROWS``, as JSON.

For a harness: a list of [editions, rows], one click apart, the first being
nothing chosen. The rows come from the ledger, not from the page.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.places import place
from lib.figures import rollup
from lib.model import engine
from lib.model.selection import Selection
from lib.wording.words import words

IN_SIGHT = 7  # editions that the open list shows without scrolling, which swallows a click
State = tuple[list[str], int]


def states(folder: Path) -> list[State]:
    """Nothing, then a round: A, AB, B, BC, C and so on to A, of editions that have rows."""
    ledger = engine.ledger(folder)

    def rows(*editions: str) -> int:
        counts = rollup.counts(ledger, Selection(edition=editions))
        return int(counts.loc[counts["figure_id"] == "funding", "low"].iloc[0])

    named = words("en").edition
    editions = ledger.registers.editions["edition_id"][:IN_SIGHT]
    seen = [one for one in editions if rows(one)]
    found: list[State] = []
    for one, other in zip(seen, [*seen[1:], *seen[:1]], strict=True):
        found.append(([named(one)], rows(one)))
        found.append(([named(one), named(other)], rows(one, other)))
    return [([], rows()), *found]


def main() -> None:
    """Print them for a made portfolio of so many rows."""
    print(json.dumps(states(place(int(sys.argv[1])))))


if __name__ == "__main__":
    main()
