"""Logos for files that cannot hold a drawing: an SVG as a picture of points."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Final

import typst

from lib.model.logo import PNG, Logo

TEMPLATE: Final = Path(__file__).parent / "templates" / "logo.typ"
DENSITY: Final = 400  # points an inch: sharp on a large screen


@lru_cache(maxsize=4)
def png(logo: Logo) -> bytes:
    """The logo as PNG; one that is PNG already stays as it is."""
    if logo.media_type == PNG:
        return logo.content
    compiler = typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent))
    inputs = {"picture": json.dumps([*logo.content])}
    made = compiler.compile(format="png", ppi=DENSITY, sys_inputs=inputs)
    assert isinstance(made, bytes)  # a list is what several pages would be
    return made
