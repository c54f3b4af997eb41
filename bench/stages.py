"""The stages that were timed, as a table: ``python -m bench.stages`` after their benchmarks."""

from __future__ import annotations

import json
from statistics import median
from typing import Any

from bench.places import RESULTS
from bench.report import machine, markdown, percentile


def table(found: dict[str, Any]) -> list[dict[str, Any]]:
    """A row a stage: what pytest-benchmark wrote down, in milliseconds."""
    rows = []
    for one in found["benchmarks"]:
        times = [1000 * seconds for seconds in one["stats"]["data"]]
        rows.append(
            {
                "stage": one["name"].removeprefix("test_").replace("_", " "),
                "runs": len(times),
                "p50, ms": median(times),
                "p95, ms": percentile(times, 95),
            }
        )
    return rows


def main() -> None:
    """Write ``stages.md`` beside ``stages.json``, and say it."""
    found = json.loads((RESULTS / "stages.json").read_text(encoding="utf-8"))
    text = markdown(table(found), machine())
    (RESULTS / "stages.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
