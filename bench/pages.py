"""Every page of the dashboard on its own tables: ``python -m bench.pages --harness FOLDER``.

How long a change of the edition takes until all is repainted, and what it costs the server, page by
page; by the same harness as :mod:`bench.compare`.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from bench.compare import LEFT_OUT, ROOT, Found, driven, harness_in, written
from bench.places import RESULTS
from lib.model import store
from lib.model.selection import Selection
from lib.view.navigation import PAGES

# What the harness has to know of a page: how to start it, its filter, what it must say.
DESCRIPTION: dict[str, Any] = {
    "cmd": [
        *("{py}", "-m", "streamlit", "run", "dashboard.py"),
        *("--server.port={port}", "--server.address=127.0.0.1"),
    ],
    "ready": "/readyz",
    "filter": {
        "add": ".st-key-edition button:has-text('{v}')",
        "remove": ".st-key-edition button:has-text('{v}')",
    },
    # No line parts the number from its noun: a no-break space.
    "checks": [[".st-key-summary", "{n}\u00a0project", 1]],
    "watch": "[data-testid='stMain']",
}
State = tuple[list[str], int]


def states() -> list[State]:
    """Nothing, then editions and how many projects they hold, one click apart: A, AB, B, BC, …"""
    tables = store.load(store.DEFAULT_FOLDER)

    def projects(*editions: str) -> int:
        return len(tables.select(Selection(edition=editions)).projects)

    editions = tables.options()["edition"]
    found: list[State] = [([], projects())]
    for one, other in zip(editions, [*editions[1:], editions[0]], strict=True):
        found += [([one], projects(one)), ([one, other], projects(one, other))]
    return found


def plan(harness: Path, page: str, rounds: int, changes: int) -> Found:
    """What the driver is told to measure one page."""
    description = DESCRIPTION | {"page": f"/{page}"}
    every = states()
    folder = str(store.DEFAULT_FOLDER)
    return {
        "harness": str(harness),
        "page": {
            **{"name": page, "python": sys.executable, "root": str(ROOT)},
            "description": description,
        },
        "sizes": {str(every[0][1]): {"folder": folder, "states": every}},
        "peers": [],
        "rounds": rounds,
        "changes": changes,
        "crowds": [],
    }


def main() -> None:
    """Measure every page, then say it; without a harness say how to have one."""
    parser = argparse.ArgumentParser(description="every page of the dashboard, timed")
    parser.add_argument("--harness", default=os.environ.get("HARNESS", ""))
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--changes", type=int, default=12)
    asked = parser.parse_args()
    if not asked.harness:
        print(LEFT_OUT)
        return
    harness = harness_in(asked.harness, parser)
    found: Found = {}
    for page in PAGES:
        for name, part in driven(plan(harness, page, asked.rounds, asked.changes)).items():
            found[name] = [*found.get(name, []), *part]
    print(written(found, RESULTS, "pages"))


if __name__ == "__main__":
    main()
