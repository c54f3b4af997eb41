"""Reading what may be hostile: in a process of its own that may use little."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Final

from lib.files import child, description, reading
from lib.files.child import OUT_OF_MEMORY
from lib.files.faults import Fault
from lib.files.folder import TEXTS
from lib.files.limits import AT_HAND, BYTES
from lib.files.message import understood
from lib.files.place import GUIDE
from lib.files.reading import Reading, is_picture

ROOT: Final = Path(__file__).resolve().parents[2]
SECONDS: Final = 9  # where others keep the processor so busy that its own limit comes late
_KEPT: Final = ("PATH", "LD_LIBRARY_PATH")
# How a process ends that asks for more memory or time than it may have, and what is told then.
_USED_UP: Final = {
    OUT_OF_MEMORY: "RAM",
    -signal.SIGABRT: "RAM",
    -signal.SIGXCPU: f"{child.SECONDS} s",
}


def read_at_hand(files: Mapping[str, bytes], names: Collection[str]) -> Reading:
    """As :func:`read`; texts so small that they do no harm are read in this process."""
    tables = {name: len(content) for name, content in files.items() if not is_picture(name)}
    known = (*TEXTS, description.NAME, GUIDE.lower())
    if sum(tables.values()) <= AT_HAND and all(
        name.lower().endswith(known) or not size for name, size in tables.items()
    ):
        return reading.read(files, names)
    return read(files, names)


def read(files: Mapping[str, bytes], names: Collection[str]) -> Reading:
    """As :func:`lib.files.reading.read`, whatever the files do to the process that reads them."""
    largest = max(files, key=lambda name: len(files[name]), default="")
    if sum(map(len, files.values())) > BYTES:
        return _refused(Fault(largest, 0, "", "", "too_large", f"{BYTES:,} bytes"))
    sizes = {name: len(content) for name, content in files.items()}
    asked = json.dumps({"names": [*names], "files": sizes}).encode() + b"\n"
    code, out, said = _told([asked, *files.values()])
    if code in _USED_UP:
        return _refused(Fault(largest, 0, "", "", "too_large", _USED_UP[code]))
    if code == -signal.SIGKILL:
        return _refused(Fault(largest, 0, "", "", "too_slow", str(SECONDS)))
    if code:
        reason = said.decode(errors="replace").strip().rpartition("\n")[2]
        return _refused(Fault(largest, 0, "", "", "unreadable", reason[:200]))
    return understood(out)


def _told(pieces: Sequence[bytes]) -> tuple[int, bytes, bytes]:
    """How the process ends that is sent some bytes, and what it says."""
    with subprocess.Popen(
        [sys.executable, "-m", "lib.files.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=_environment(),
    ) as child:
        assert child.stdin is not None
        end = Timer(SECONDS, child.kill)
        end.start()
        try:
            with suppress(BrokenPipeError):  # it has ended: its code says why
                for piece in pieces:  # one by one: together they would be copied
                    child.stdin.write(piece)
            out, said = child.communicate()
        finally:
            end.cancel()
    return child.returncode, out, said


def _environment() -> dict[str, str]:
    """As little as it needs: the whole environment may hold secrets."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "ARROW_DEFAULT_MEMORY_POOL": "system"}  # its own takes a gigabyte in advance


def _refused(fault: Fault) -> Reading:
    return Reading({}, (fault,))
