"""Reads files in a process that may use little: ``python -m lib.files.child``.

In: a line of JSON that names the tables asked for and the files with their sizes, then the files.
Out: JSON. Nothing that was written to corrupt a process is ever unpickled.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Final

from lib.files.message import written
from lib.files.reading import read

MEMORY: Final = 250 << 20  # bytes that it may write to; programs and their libraries come on top
SECONDS: Final = 8  # of the processor
OUT_OF_MEMORY: Final = 3


def main() -> None:
    """Read what is sent, say what was found."""
    for what, limit, most in (
        (resource.RLIMIT_DATA, MEMORY, MEMORY),
        # Where both are one the system kills it, as whoever waits for it does: nobody could tell
        # a file that takes too much from a machine that is busy.
        (resource.RLIMIT_CPU, SECONDS, SECONDS + 1),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        resource.setrlimit(what, (limit, most))
    asked = json.loads(sys.stdin.buffer.readline())
    files = {name: sys.stdin.buffer.read(size) for name, size in asked["files"].items()}
    try:
        found = read(files, asked["names"])
        files.clear()
        sys.stdout.buffer.write(written(found))
    except BaseException as error:
        # Rust, of which the reader of workbooks is made, panics where it is given no memory.
        if isinstance(error, MemoryError) or type(error).__name__ == "PanicException":
            sys.exit(OUT_OF_MEMORY)
        raise


if __name__ == "__main__":
    main()
