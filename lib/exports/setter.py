"""The process that sets a manuscript as PDF: ``python -m lib.exports.setter FONTS``.

In: the manuscript as JSON. Out: the PDF; with a warning or an error no PDF, what it says on the
error stream, and 1.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

import typst

TEMPLATE: Final = Path(__file__).parent / "templates" / "pack.typ"
STANDARDS: Final = ("ua-1", "a-2a")


def main(fonts: str) -> int:
    """Set what is read; the same manuscript gives the same bytes."""
    known = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
    )
    compiler = typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=known)
    written = sys.stdin.buffer.read().decode()
    try:
        made, warnings = compiler.compile_with_warnings(
            format="pdf",
            pdf_standards=list(STANDARDS),
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
    sys.exit(main(sys.argv[1]))
