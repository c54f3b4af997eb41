"""Our reference page beside its peers: ``python -m bench.compare ROWS… --harness FOLDER``.

The harness lives outside of this repository (README of the harness: how to set it up); its folder
is an argument, or the environment's ``HARNESS``. Without it nothing is compared, and that is said.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from bench.page_states import states
from bench.places import RESULTS, place
from bench.report import machine, markdown, percentile

ROOT = Path(__file__).resolve().parents[1]
OURS = "ours"
BASES = ("dash", "static_floor")
CALM = 0.5  # cores that others use meanwhile, at most
CROWD_SECONDS = 30
LIMIT = "20000"  # milliseconds after which a change counts as lost
LEFT_OUT = (
    "Left out: the comparison with other frameworks; "
    "HARNESS=folder-of-the-harness brings it in (README, Commands)."
)
Found = dict[str, Any]
Row = dict[str, Any]


def plan(
    harness: Path, sizes: list[int], peers: list[str], rounds: int, changes: int, crowds: list[Row]
) -> Found:
    """What the driver is told: our page with what it must show, its peers, how often."""
    description = json.loads((ROOT / "bench" / "page.json").read_text(encoding="utf-8"))
    page = {"name": OURS, "python": sys.executable, "root": str(ROOT), "description": description}
    portfolios = {
        str(rows): {"folder": str(place(rows)), "states": states(place(rows))} for rows in sizes
    }
    return {
        "harness": str(harness),
        "page": page,
        "sizes": portfolios,
        "peers": peers,
        "rounds": rounds,
        "changes": changes,
        "crowds": crowds,
    }


def interpreter() -> Path:
    """The harness's own Python: ``HARNESS_PYTHON``, else where its README puts it."""
    named = os.environ.get("HARNESS_PYTHON")
    folder = os.environ.get("BENCH_VENVS") or str(Path(tempfile.gettempdir()) / "venvs")
    return Path(named) if named else Path(folder) / "harness" / "bin" / "python"


def driven(asked: Found) -> Found:
    """Let the driver run under the harness's Python."""
    run = subprocess.run(
        [str(interpreter()), "-m", "bench.driver"],
        cwd=ROOT,
        input=json.dumps(asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env={"BENCH_LIMIT_MS": LIMIT, **os.environ},
    )
    told: Found = json.loads(run.stdout)
    return told


def table(found: Found) -> list[Row]:
    """A row a size and peer: medians, 95th percentiles, ratios to those bases that were run."""
    measured = dict.fromkeys((one["n"], one["peer"]) for one in found["rows"])
    return [_row(found, size, peer) for size, peer in measured]


def _row(found: Found, size: int, peer: str) -> Row:
    times = _of(found["rows"], size, peer, "ms")
    first = [one for one in found["loads"] if "warm" not in one]
    second = [one for one in found["loads"] if "warm" in one]
    bases = {base: _middle(_of(found["rows"], size, base, "ms")) for base in BASES}
    own = _middle(times)
    calm = [one for one in found["rows"] if one["others"] < CALM]
    used = _middle(_of(found["cpu"], size, peer, "cpu_s_per_change"))
    sent = _middle(_of(found["wire"], size, peer, "change_down"))
    weight = _middle(_of(found["wire"], size, peer, "load_down"))
    return {
        "rows": size,
        "page": peer,
        "changes": len(times),
        "change p50, ms": own,
        "change p95, ms": percentile(times, 95) if times else None,
        "calm p50, ms": _middle(_of(calm, size, peer, "ms")),
        **{f"× {base}": own / other if own and other else None for base, other in bases.items()},
        "CPU a change, ms": None if used is None else 1000 * used,
        "a change, kB": None if sent is None else sent / 1000,
        "first load, ms": _middle(_of(first, size, peer, "ms")),
        "second load, ms": _middle(_of(second, size, peer, "ms")),
        "first load, MB": None if weight is None else weight / 1e6,
        "memory, MB": _middle(_of(found["cpu"], size, peer, "rss_mb")),
        "cores of others": _middle(_of(found["rows"], size, peer, "others")),
    }


def crowd_table(found: Found) -> list[Row]:
    """A row a size and crowd: how long answers took, what each cost, what each session holds."""
    return [
        {
            "rows": one["n"],
            "visitors": one["users"],
            "a change every, s": one["think"],
            "changes": one["changes"],
            "errors": one["errors"],
            "answer p50, ms": one["p50_ms"],
            "answer p95, ms": one["p95_ms"],
            "CPU a change, ms": 1000 * one["cpu_s_per_change"],
            "memory, MB": one["rss_mb"],
            "each session more, MB": (one["rss_mb"] - one["rss_one_mb"]) / max(one["users"] - 1, 1),
            "memory after, MB": one["rss_after_mb"],
            "cores of others": one["others"],
        }
        for one in found["crowds"]
    ]


def _of(part: list[Row], size: int, peer: str, name: str) -> list[float]:
    """One number of whatever was measured of a peer at a size, and completed."""
    own = [one for one in part if (one["n"], one["peer"]) == (size, peer)]
    return [one[name] for one in own if one.get("ok", True) and name in one]


def _middle(numbers: list[float]) -> float | None:
    return float(median(numbers)) if numbers else None


def written(found: Found, place: Path, name: str = "compare") -> str:
    """Keep the measurement as ``name`` with ``.json`` and ``.md``. Out: the latter."""
    about = machine()
    if not found["rows"]:
        raise RuntimeError(f"nothing was measured: {found['errors']}")
    rows = table(found)
    shown = [{name: "–" if value is None else value for name, value in row.items()} for row in rows]
    text = markdown(shown, about)
    if found["crowds"]:
        text += "\nMany visitors at once, measured at the protocol:\n\n"
        text += markdown(crowd_table(found), {})
    if found["absent"]:
        text += f"\nNot here, for want of their environments: {', '.join(found['absent'])}.\n"
    if found["errors"]:
        text += f"\nWent wrong: {json.dumps(found['errors'])}\n"
    place.mkdir(parents=True, exist_ok=True)
    kept = {"machine": about, "table": rows, **found}
    (place / f"{name}.json").write_text(json.dumps(kept, indent=1), encoding="utf-8")
    (place / f"{name}.md").write_text(text, encoding="utf-8")
    return text


def harness_in(folder: str, parser: argparse.ArgumentParser) -> Path:
    """The harness in a folder; ends the program with what is missing where there is none."""
    harness = Path(folder).resolve()
    if not (harness / "harness.py").exists():
        parser.error(f"there is no harness.py in {harness}")
    if not interpreter().exists():
        parser.error(
            f"the harness's Python is not at {interpreter()}; name it with HARNESS_PYTHON, "
            "or its environments with BENCH_VENVS"
        )
    return harness


def main() -> None:
    """Measure, then say it; without a harness say how to have one."""
    parser = argparse.ArgumentParser(description="our reference page beside its peers")
    parser.add_argument("rows", type=int, nargs="+")
    parser.add_argument("--harness", default=os.environ.get("HARNESS", ""))
    parser.add_argument("--peers", default="static_floor,dash,streamlit_component")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--changes", type=int, default=8)
    parser.add_argument(
        "--crowds",
        default="50:2,200:10",
        help="visitors at once, each with the seconds between its changes",
    )
    asked = parser.parse_args()
    if not asked.harness:
        print(LEFT_OUT)
        return
    harness = harness_in(asked.harness, parser)
    peers = [peer for peer in asked.peers.split(",") if peer]
    crowds = [
        {"users": int(users), "think": float(think), "seconds": CROWD_SECONDS}
        for users, think in (one.split(":") for one in asked.crowds.split(",") if one)
    ]
    found = driven(plan(harness, asked.rows, peers, asked.rounds, asked.changes, crowds))
    print(written(found, RESULTS))


if __name__ == "__main__":
    main()
