"""Visitors who come and go: ``python -m bench.sessions``.

What the server has in memory with some at once, and once so many have opened a page of the
dashboard, changed a filter and gone. What lives for ever is loaded before the first of them; what
is worked out of a selection is kept up to a limit. So a thousand may add a tenth at most.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import subprocess
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import Any, Final, NamedTuple

from bench.places import RESULTS
from bench.report import machine, markdown
from bench.visitor import Visitor
from lib.model import store
from lib.model.languages import LANGUAGES
from lib.view.navigation import PAGES
from scripts.serving import serving

COUNTS: Final = (100, 500, 1000)
STAYING: Final = (1, 50, 100)  # at once, before any goes
AT_ONCE: Final = 4  # of those who come and go
FORGETTING: Final = 5  # seconds that the server keeps a session that was left; else two minutes
KINDS: Final = ("alike", "unlike")
Row = dict[str, Any]


class Plan(NamedTuple):
    """What a visitor does: a page, the parameters it is opened with, the editions chosen then."""

    page: str
    query: dict[str, list[str]]
    editions: list[str]


def memory(pid: int) -> float:
    """What a process has in memory, in MB of 1,048,576 bytes."""
    told = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True
    )
    return int(told.stdout) / 1024


def plans(count: int, kind: str) -> list[Plan]:
    """What each of so many visitors does, the same each time.

    ``kind``: "alike" for visitors in one language who filter by edition alone, "unlike" for those
    of any language and any country or partner, of whom hardly two see the same.
    """
    dice, known = random.Random(count), store.load(store.DEFAULT_FOLDER).options()
    found = []
    for number in range(count):
        query = {"lang": ["en"]}
        if kind == "unlike":
            name = dice.choice(["country", "partner"])
            query = {"lang": [dice.choice(LANGUAGES)], name: dice.sample(known[name], 2)}
        editions = dice.sample(known["edition"], dice.randint(1, 2))
        found.append(Plan(PAGES[number % len(PAGES)], query, editions))
    return found


async def measured(base: str, pid: int, kind: str) -> list[Row]:
    """A row for each number of visitors at once, then for each that came and went.

    Out: ``visitors`` in words, ``MB``, and by how much that is more than after the first hundred
    (``growth, %``), for those who came and went.
    """
    rows: list[Row] = []

    def note(said: str, first: float = 0) -> float:
        now = memory(pid)
        growth = 100 * (now / first - 1) if first else None
        rows.append({"visitors": f"{kind}: {said}", "MB": now, "growth, %": growth})
        print(rows[-1]["visitors"], round(now), file=sys.stderr, flush=True)
        return now

    note("none yet")
    async with AsyncExitStack() as staying:
        come = 0
        for count in STAYING:
            for plan in plans(max(STAYING), kind)[come:count]:
                await _come(await staying.enter_async_context(Visitor(base)), plan)
            come = count
            note(f"{count:,} at once")
    gone, first = 0, 0.0
    for count in COUNTS:
        await _come_and_go(base, plans(max(COUNTS), kind)[gone:count])
        gone, now = count, note(f"{count:,} came and went", first)
        first = first or now
    return rows


async def _come(visitor: Visitor, plan: Plan) -> None:
    await visitor.open(plan.page, **plan.query)
    await visitor.choose("edition", plan.editions)


async def _come_and_go(base: str, some: Sequence[Plan]) -> None:
    """Visitors a few at a time, then one more, who finds that those before are forgotten."""
    free = asyncio.Semaphore(AT_ONCE)

    async def one(plan: Plan) -> None:
        async with free, Visitor(base) as visitor:
            await _come(visitor, plan)

    await asyncio.gather(*map(one, some))
    for _turn in range(2):
        await asyncio.sleep(2 * FORGETTING)
        await one(some[-1])


def main() -> None:
    """Measure visitors who are alike, then those who are not, each with a server of their own."""
    parser = argparse.ArgumentParser(description="visitors who come and go, and the memory left")
    parser.parse_args()
    rows: list[Row] = []
    for kind in KINDS:
        options = {"server.disconnectedSessionTTL": FORGETTING}
        with serving(options=options, warm=None) as (base, pid):
            rows += asyncio.run(measured(base, pid, kind))
    text = markdown(rows, machine())
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "sessions.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
