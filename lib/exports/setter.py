"""The process that sets a manuscript: ``python -m lib.exports.setter FONTS TEMPLATE KIND``.

In: the manuscript as JSON. Out: a PDF, or a picture of its one page; with a warning or an error
nothing, what it says on the error stream, and 1.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

import typst

TEMPLATES: Final = Path(__file__).parent / "templates"
STANDARDS: Final = ("ua-1", "a-2a")
DENSITY: Final = 192  # points an inch of a PNG: sharp on a slide


def main(fonts: str, template: str, kind: Any) -> int:
    """Set what is read; the same manuscript gives the same bytes."""
    known = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
    )
    file = TEMPLATES / f"{template}.typ"
    compiler = typst.Compiler(str(file), root=str(TEMPLATES), font_paths=known)
    written = sys.stdin.buffer.read().decode()
    try:
        made, warnings = compiler.compile_with_warnings(
            format=kind,
            ppi=DENSITY,
            pdf_standards=list(STANDARDS) if kind == "pdf" else [],
            sys_inputs={"pack": written},
            timestamp=json.loads(written)["created"],
        )
    except typst.TypstError as error:
        print(error, file=sys.stderr)
        return 1
    if warnings:
        # With a warning, Typst leaves out all text of a typeface that it does not find.
        print("; ".join(warning.message for warning in warnings), file=sys.stderr)
        return 1
    assert isinstance(made, bytes)  # a list is what pictures of pages would be
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
