"""What a measurement is told with: machine, versions, a table."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

PACKAGES = ("pandas", "numpy", "pyarrow", "duckdb", "ibis-framework", "polars")


def machine() -> dict[str, str]:
    """The machine with the versions that were measured."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processors": str(os.cpu_count()),
        "python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
    }


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that so many percent of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def markdown(rows: Sequence[dict[str, Any]], about: dict[str, str]) -> str:
    """Rows as a table, then what they were measured on."""
    names = [*rows[0]]
    lines = [" | ".join(names), " | ".join("---" for _ in names)]
    lines += [" | ".join(_told(row[name]) for name in names) for row in rows]
    told = ", ".join(f"{name} {value}" for name, value in about.items())
    measured = f"\nMeasured on: {told}.\n" if told else ""
    return "".join(f"| {line} |\n" for line in lines) + measured


def _told(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
    return f"{value:,}" if isinstance(value, int) else str(value)
