"""The comparison with other frameworks: what it says of measurements, and without a harness."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from bench import compare, pages, stages

FOUND = {
    "rows": [
        {"peer": peer, "n": 11, "ms": ms, "ok": True, "others": 0.25}
        for peer, times in {"ours": (100, 110, 120), "dash": (200, 220, 240)}.items()
        for ms in times
    ],
    "loads": [
        {"peer": "ours", "n": 11, "ms": 900, "ok": True},
        {"peer": "ours", "n": 11, "ms": 300, "ok": True, "warm": True},
    ],
    "cpu": [{"peer": "ours", "n": 11, "cpu_s_per_change": 0.0125, "rss_mb": 200}],
    "wire": [{"peer": "ours", "n": 11, "change_down": 12_000, "load_down": 2_500_000}],
    "crowds": [
        {"n": 11, "users": 50, "think": 2.0, "seconds": 30, "changes": 700, "errors": 0}
        | {"p50_ms": 8.5, "p95_ms": 25.5, "cpu_s_per_change": 0.0125, "others": 0.1}
        | {"rss_one_mb": 200.0, "rss_mb": 209.8, "rss_after_mb": 215.0}
    ],
    "starts": [],
    "errors": [],
    "absent": ["static_floor"],
}


def test_medians_and_ratios() -> None:
    ours, dash = compare.table(FOUND)
    assert (ours["change p50, ms"], ours["change p95, ms"]) == (110, 120)
    assert (ours["× dash"], ours["× static_floor"], dash["× dash"]) == (0.5, None, 1)
    assert (ours["CPU a change, ms"], ours["a change, kB"]) == (12.5, 12)
    assert (ours["first load, ms"], ours["second load, ms"], ours["first load, MB"]) == (
        *(900, 300, 2.5),
    )
    assert dash["first load, ms"] is None


def test_what_a_crowd_costs() -> None:
    (crowd,) = compare.crowd_table(FOUND)
    assert (crowd["answer p50, ms"], crowd["answer p95, ms"]) == (8.5, 25.5)
    assert crowd["CPU a change, ms"] == 12.5
    assert crowd["each session more, MB"] == pytest.approx(0.2)


def test_a_stage_has_its_median_and_its_95th_percentile() -> None:
    times = [0.001 * number for number in range(1, 101)]
    (row,) = stages.table({"benchmarks": [{"name": "test_the_load", "stats": {"data": times}}]})
    assert row["stage"] == "the load"
    assert (row["runs"], row["p50, ms"]) == (100, pytest.approx(50.5))
    assert row["p95, ms"] == pytest.approx(96)


def test_pages_are_told_what_each_change_must_say(root: Path, tmp_path: Path) -> None:
    with (root / "data" / "projects.csv").open(encoding="utf-8", newline="") as lines:
        counts = Counter(row["edition_id"] for row in csv.DictReader(lines))
    asked = pages.plan(tmp_path, "funding", rounds=1, changes=2)
    ((size, portfolio),) = asked["sizes"].items()
    assert int(size) == sum(counts.values())
    for chosen, projects in portfolio["states"][1:]:
        assert projects == sum(counts[edition] for edition in chosen)
    for (before, _), (after, _) in pairwise(portfolio["states"]):
        assert len({*before} ^ {*after}) == 1
    assert asked["page"]["description"]["page"] == "/funding"


def test_what_is_written(tmp_path: Path) -> None:
    text = compare.written(FOUND, tmp_path)
    assert (tmp_path / "compare.md").read_text(encoding="utf-8") == text
    assert "| 11 | ours | 3 | 110 | 120 | 110 | 0.5 | – |" in text
    assert "| 11 | 50 | 2 | 700 | 0 | 8.5 | 25.5 |" in text
    assert text.count("Measured on:") == 1
    assert "static_floor" in text.splitlines()[-1]
    kept = json.loads((tmp_path / "compare.json").read_text(encoding="utf-8"))
    assert kept["rows"] == FOUND["rows"]


def test_without_a_harness_that_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HARNESS", "")
    monkeypatch.setattr(sys, "argv", ["compare", "11"])
    compare.main()
    (line,) = capsys.readouterr().out.splitlines()
    assert "HARNESS" in line


def test_a_folder_without_a_harness_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["compare", "11", "--harness", str(tmp_path)])
    with pytest.raises(SystemExit):
        compare.main()
    assert str(tmp_path) in capsys.readouterr().err
