"""Reading what may be hostile: in a process of its own that may use little."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from base64 import b64decode
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from lib.files.child import OUT_OF_MEMORY
from lib.files.faults import Fault
from lib.files.limits import BYTES
from lib.files.reading import Reading
from lib.files.sheet import Sheet

ROOT: Final = Path(__file__).resolve().parents[2]
SECONDS: Final = 30  # where others keep the processor so busy that its own limit comes late
_KEPT: Final = ("PATH", "LD_LIBRARY_PATH")
# How a process ends that asks for more memory or time than it may have.
_USED_UP: Final = (
    OUT_OF_MEMORY,
    *(-one for one in (signal.SIGABRT, signal.SIGKILL)),
    -signal.SIGXCPU,
)


def read(files: Mapping[str, bytes], names: Collection[str]) -> Reading:
    """As :func:`lib.files.reading.read`, whatever the files do to the process that reads them."""
    first = next(iter(files), "")
    if sum(map(len, files.values())) > BYTES:
        return _refused(Fault(first, 0, "", "", "too_large", f"{BYTES:,} bytes"))
    sizes = {name: len(content) for name, content in files.items()}
    asked = json.dumps({"names": [*names], "files": sizes}).encode() + b"\n"
    try:
        child = subprocess.run(
            [sys.executable, "-m", "lib.files.child"],
            input=asked + b"".join(files.values()),
            capture_output=True,
            check=False,
            cwd=ROOT,
            env=_environment(),
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return _refused(Fault(first, 0, "", "", "too_large", f"{SECONDS} s"))
    if child.returncode in _USED_UP:
        return _refused(Fault(first, 0, "", "", "too_large", "RAM"))
    if child.returncode:
        reason = child.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        return _refused(Fault(first, 0, "", "", "unreadable", reason[:200]))
    found = json.loads(child.stdout)
    sheets = {name: Sheet(*sheet) for name, sheet in found["sheets"].items()}
    faults = tuple(Fault(*fault) for fault in found["faults"])
    pictures = {name: b64decode(one) for name, one in found["pictures"].items()}
    return Reading(sheets, faults, found["selected"], found["title"], pictures)


def _environment() -> dict[str, str]:
    """As little as it needs: the whole environment may hold secrets."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "ARROW_DEFAULT_MEMORY_POOL": "system"}  # its own takes a gigabyte in advance


def _refused(fault: Fault) -> Reading:
    return Reading({}, (fault,))
