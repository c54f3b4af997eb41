"""A pack as a PDF that prints, can be searched and can be read aloud (PDF/UA-1, PDF/A-2a).

Typst sets it by the template in ``templates``; charts and maps come into it as vectors.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Final

import typst

from lib.exports.letters import printable
from lib.exports.manuscript import manuscript
from lib.exports.pack import Pack

HERE: Final = Path(__file__).parent
TEMPLATE: Final = HERE / "templates" / "pack.typ"
STANDARDS: Final = ("ua-1", "a-2a")


class NotWellSet(ValueError):
    """The template was set, but not as it should be: a typeface is missing, for example."""


def pdf(pack: Pack) -> bytes:
    """Set a pack; the same pack gives the same bytes.

    Raises :class:`NotWellSet` for every warning: with a warning Typst would leave out all text of
    a typeface that it does not find.
    """
    written = printable(json.dumps(manuscript(pack), ensure_ascii=False))
    # A compiler is not for two threads at once, so everyone gets one; the typefaces are shared.
    compiler = typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=_fonts())
    made, warnings = compiler.compile_with_warnings(
        format="pdf",
        pdf_standards=list(STANDARDS),
        sys_inputs={"pack": written},
        timestamp=0,
    )
    if warnings:
        raise NotWellSet("; ".join(warning.message for warning in warnings))
    assert isinstance(made, bytes)  # a list is what pictures of pages would be
    return made


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(HERE / "fonts")]
    )
