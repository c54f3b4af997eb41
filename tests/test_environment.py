"""What is installed, and how."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts import environment

PIN = re.compile(r"[\w.-]+==[\w.]+( ; .+)?")


def test_every_package_is_pinned(root: Path) -> None:
    own, run = (environment.pins(root / f"requirements{kind}.txt") for kind in ("-dev", ""))
    assert {*run} < {*own}
    assert not [pin for pin in own if not PIN.fullmatch(pin)]


def test_two_halves_are_all_and_the_whole_decides(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No pip runs: what is asked of it is noted."""
    asked: list[list[Any]] = []

    class Noted:
        def __init__(self, command: list[Any], **_how: object) -> None:
            asked.append(command)
            self.returncode = int("-r" in command)

        def wait(self) -> int:
            return 1  # a half that fails is no failure

    monkeypatch.setattr("scripts.environment.subprocess.Popen", Noted)
    monkeypatch.setattr("scripts.environment.subprocess.run", Noted)
    requirements = root / "requirements-dev.txt"
    assert environment.install(Path(sys.executable), requirements) is False
    newer, one, other, whole = asked
    assert newer[-1] == environment.PIP
    halves = [half[half.index("--no-deps") + 1 :] for half in (one, other)]
    assert sorted(sum(halves, [])) == sorted(environment.pins(requirements))
    assert whole[-2:] == ["-r", str(requirements)]
    assert "--no-deps" not in whole
