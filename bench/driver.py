"""Runs the harness over the reference page and its peers; started by :mod:`bench.compare`.

It runs under the harness's own interpreter, so nothing of the dashboard is imported here. In, on
standard input: the plan as JSON. Out, on standard output: what was measured as JSON, in the form in
which the harness keeps its own results.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import crowd

Plan = dict[str, Any]
Found = dict[str, list[Any]]
START_LIMIT = 300  # seconds


def loaded(folder: str) -> Any:
    """The harness, as the module that it is."""
    sys.path.insert(0, folder)
    return importlib.import_module("harness")


def server(harness: Any, plan: Plan, rows: int) -> Any:
    """Our page as a server of the harness, under our interpreter, in our folder.

    Its size is negative, so that what it must show is told apart from what its peers must.
    """
    own, size = plan["page"], plan["sizes"][str(rows)]
    made = object.__new__(harness.Server)
    made.peer, made.n, made.d = own["name"], -rows, own["description"]
    made.port = harness.free_port()
    command = [part.format(py=own["python"], port=made.port) for part in made.d["cmd"]]
    folder = {"DASHBOARD_DATA": size["folder"], "PYTHONUNBUFFERED": "1"}
    log = Path(tempfile.gettempdir()) / f"bench_{made.peer}_{rows}.log"
    made.log = log.open("w", encoding="utf-8")
    started = time.perf_counter()
    made.p = subprocess.Popen(
        command,
        cwd=own["root"],
        env={**os.environ, **folder},
        stdout=made.log,
        stderr=made.log,
        start_new_session=True,
    )
    made.base = f"http://127.0.0.1:{made.port}"
    made.url = made.base + made.d.get("page", "/")
    while not harness.http_ok(made.base + made.d["ready"]):
        if made.p.poll() is not None or time.perf_counter() - started > START_LIMIT:
            made.stop()
            raise RuntimeError(f"{made.peer} did not start, see {log}")
        time.sleep(0.02)
    made.ready_s = time.perf_counter() - started
    return made


def taught(harness: Any, plan: Plan) -> None:
    """Let the harness know what our page shows, at its negative sizes."""
    states, expect = harness.states, harness.expect
    own = {
        -int(rows): {json.dumps(chosen): count for chosen, count in size["states"]}
        for rows, size in plan["sizes"].items()
    }
    ways = {
        n: [json.loads(chosen) for chosen in known if chosen != "[]"] for n, known in own.items()
    }
    harness.states = lambda n: ways[n] if n < 0 else states(n)
    harness.expect = lambda n, eds: own[n][json.dumps(eds)] if n < 0 else expect(n, eds)


async def visit(
    harness: Any, browser: Any, one: Any, turn: int, changes: int, found: Found
) -> None:
    """One round of one peer: a load, a second one, then so many changes."""
    about = {"peer": one.peer, "n": abs(one.n), "round": turn}
    others = harness.Foreign(harness.my_procs)
    page = await harness.open_page(browser, one.url, one.d, one.n)
    load, steal = others.read()
    first = {"ok": page.first["ok"], "ms": page.first["end"], "errors": page.errors[:3]}
    found["loads"].append({**about, **first, "others": load, "steal": steal})
    if not page.first["ok"]:
        raise RuntimeError("the first load never completed")
    again = await harness.open_page(browser, one.url, one.d, one.n, ctx=page.ctx)
    warm = {"ok": again.first["ok"], "ms": again.first["end"], "warm": True}
    found["loads"].append({**about, **warm})
    await again.page.close()
    states = harness.states(one.n)
    start = turn * changes
    await harness.walk(page, states[(start - 1) % len(states)])
    before = one.cpu_s()
    for number in range(start, start + changes):
        state = states[number % len(states)]
        stood = list(page.now)
        others = harness.Foreign(harness.my_procs)
        told = await harness.change(page, state)
        if not told["ok"] and not told["wsN"] and not told["http"]:
            # Nothing was asked of the server: the list moved under the pointer. Told, not timed.
            found["errors"].append([one.peer, abs(one.n), turn, f"a click to {state} was lost"])
            page.now = stood
            others = harness.Foreign(harness.my_procs)
            told = await harness.change(page, state)
        load, steal = others.read()
        found["rows"].append({**about, "state": state, "others": load, "steal": steal, **told})
        if not told["ok"]:
            raise RuntimeError(f"the change to {state} never completed")
    used = (one.cpu_s() - before) / changes
    found["cpu"].append({**about, "cpu_s_per_change": used, "rss_mb": one.rss_mb()})
    await page.ctx.close()


async def measured(harness: Any, plan: Plan) -> Found:
    """Every size: all servers at once, rounds in a new order each, bytes in a pass of their own."""
    names = ("rows", "loads", "starts", "wire", "cpu", "crowds", "errors")
    found: Found = {name: [] for name in names}
    for rows in map(int, plan["sizes"]):
        servers: list[Any] = []
        try:
            for peer in (plan["page"]["name"], *plan["peers"]):
                is_ours = peer == plan["page"]["name"]
                try:
                    one = server(harness, plan, rows) if is_ours else harness.Server(peer, rows)
                except Exception as error:
                    found["errors"].append([peer, rows, "start", repr(error)[:300]])
                    continue
                servers.append(one)
                told = {"ready_s": one.ready_s, "rss_mb": one.rss_mb()}
                found["starts"].append({"peer": peer, "n": rows, **told})
            async with harness.browser() as browser:
                await _rounds(harness, browser, servers, plan, found)
        finally:
            for one in servers:
                one.stop()
        await _crowds(harness, plan, rows, found)
    return found


async def _crowds(harness: Any, plan: Plan, rows: int, found: Found) -> None:
    """Our page alone under many visitors, after its peers have gone."""
    if not plan["crowds"]:
        return
    print(f"{rows} rows: crowds", file=sys.stderr, flush=True)
    try:
        one = server(harness, plan, rows)
        try:
            found["crowds"] += await crowd.measured(one, plan["crowds"])
        finally:
            one.stop()
    except Exception as error:
        found["errors"].append([plan["page"]["name"], rows, "crowds", repr(error)[:300]])


async def _rounds(harness: Any, browser: Any, servers: list[Any], plan: Plan, found: Found) -> None:
    for turn in range(plan["rounds"]):
        order = [*servers]
        random.Random(turn).shuffle(order)
        for one in order:
            print(f"{abs(one.n)} rows, round {turn + 1}: {one.peer}", file=sys.stderr, flush=True)
            try:
                await visit(harness, browser, one, turn, plan["changes"], found)
            except Exception as error:
                found["errors"].append([one.peer, abs(one.n), turn, repr(error)[:300]])
    for one in servers:
        try:
            wire = await harness.wire(browser, one)
            found["wire"].append({"peer": one.peer, "n": abs(one.n), **wire})
        except Exception as error:
            found["errors"].append([one.peer, abs(one.n), "wire", repr(error)[:300]])


def peers(harness: Any, wanted: list[str]) -> dict[str, list[str]]:
    """Which of the peers can be run here, and which lack their environment."""
    found: dict[str, list[str]] = {"here": [], "absent": []}
    for peer in wanted:
        python = harness.VENVS / harness.describe(peer)["venv"] / "bin" / "python"
        found["here" if python.exists() else "absent"].append(peer)
    return found


def main() -> None:
    """Follow the plan."""
    plan: Plan = json.load(sys.stdin)
    harness = loaded(plan["harness"])
    known = peers(harness, plan["peers"])
    plan["peers"] = known["here"]
    taught(harness, plan)
    told = asyncio.run(measured(harness, plan))
    json.dump({**told, "absent": known["absent"]}, sys.stdout)


if __name__ == "__main__":
    main()
