"""Typesetting by Typst, in a process of its own.

What it takes for a pack of hundreds of pages, some hundred megabytes, it would never give back.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final, Literal

from lib.exports.letters import printable
from lib.exports.plain import Plain

ROOT: Final = Path(__file__).resolve().parents[2]
FONTS: Final = Path(__file__).parent / "fonts"
_KEPT: Final = ("PATH", "LD_LIBRARY_PATH")  # the rest of the environment may hold secrets
# Memory of the C library that comes in large pieces, from one place: a twentieth of the time less.
_MEMORY: Final = {"MALLOC_TOP_PAD_": str(64 * 2**20), "MALLOC_ARENA_MAX": "1"}
SECONDS: Final = 120  # where others keep the processor busy; else it takes one or two

Template = Literal["pack", "picture"]
Kind = Literal["pdf", "png", "svg"]


class NotWellSet(ValueError):
    """Something was not set, or not as it should be: a typeface is missing, for example."""


def typeset(template: Template, kind: Kind, manuscript: Plain) -> bytes:
    """Set a manuscript by a template (``templates``); the same one gives the same bytes.

    Raises :class:`NotWellSet` for every error and every warning.
    """
    child = subprocess.run(
        [sys.executable, "-m", "lib.exports.setter", str(FONTS), template, kind],
        input=printable(json.dumps(manuscript, ensure_ascii=False)).encode(),
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=_MEMORY | {name: os.environ[name] for name in _KEPT if name in os.environ},
        timeout=SECONDS,
    )
    if child.returncode:
        raise NotWellSet(child.stderr.decode(errors="replace").strip())
    return child.stdout
