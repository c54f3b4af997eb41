"""A pack as a PDF that prints, can be searched and can be read aloud (PDF/UA-1, PDF/A-2a).

Typst sets it by the template in ``templates``; charts and maps come into it as vectors. It does so
in a process of its own: what it takes for a pack of hundreds of pages, some hundred megabytes, it
would never give back.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from lib.exports.letters import printable
from lib.exports.manuscript import manuscript
from lib.exports.pack import Pack

ROOT: Final = Path(__file__).resolve().parents[2]
FONTS: Final = Path(__file__).parent / "fonts"
_KEPT: Final = ("PATH", "LD_LIBRARY_PATH")  # the rest of the environment may hold secrets
SECONDS: Final = 120  # where others keep the processor busy; else it takes one or two


class NotWellSet(ValueError):
    """A pack was not set, or not as it should be: a typeface is missing, for example."""


def pdf(pack: Pack) -> bytes:
    """Set a pack; the same pack gives the same bytes.

    Raises :class:`NotWellSet` for every error and every warning.
    """
    written = printable(json.dumps(manuscript(pack), ensure_ascii=False))
    child = subprocess.run(
        [sys.executable, "-m", "lib.exports.setter", str(FONTS)],
        input=written.encode(),
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        timeout=SECONDS,
    )
    if child.returncode:
        raise NotWellSet(child.stderr.decode(errors="replace").strip())
    return child.stdout
