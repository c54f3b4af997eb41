"""Writing a file whole: whoever reads, or comes after a crash, finds all of one or the other."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Final

_STALE: Final = 60  # seconds after which what another process has begun is left over from a crash


def write_whole(path: Path, content: bytes) -> None:
    """Write beside, to the disk, then put it in the place of what is there. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for other in path.parent.glob(f"{path.name}.*.new"):
        if time.time() - other.stat().st_mtime > _STALE:
            other.unlink(missing_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    with open(beside, "wb", opener=_private) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
