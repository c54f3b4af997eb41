"""Formats of cells in which a workbook shows something else than what it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import IO, Final

from lib.files.markup import elements

# Those that every workbook has without writing them down (ECMA-376, part 1, 18.8.30).
_BUILT_IN: Final = {"9": "0%", "10": "0.00%", "12": "# ?/?", "13": "# ??/??", "17": "mmm-yy"}
# Texts in quotes, after a backslash, in brackets; what only fills or takes room.
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
_PADDED: Final = re.compile(r"0{2,}")
_IN_THOUSANDS: Final = re.compile(r"[0#?],+(?![0#?,])")
# A month or a year without a day.
_COARSE_DATE: Final = re.compile(r"[^dDhHsS]*(?:[yY]|[mM]{3})[^dDhHsS]*")
_FRACTION: Final = re.compile(r"[#?0] *[#?]+/[#?0-9]+")


def misleading(styles: IO[bytes]) -> Mapping[str, str]:
    """The formats that show another number, or a date without its day, by style of a cell.

    Other numbers are per cents, thousands, fractions, leading zeros.

    ``styles``: the part of a workbook of that name. Raises ``MarkupError``.
    """
    codes, own = dict(_BUILT_IN), list[str]()
    is_of_cells = False

    def started(name: str, about: Mapping[str, str]) -> None:
        nonlocal is_of_cells
        if name == "numFmt":
            codes[about.get("numFmtId", "")] = about.get("formatCode", "")
        elif name == "xf":
            if is_of_cells:
                own.append(about.get("numFmtId", ""))
        elif name not in ("alignment", "protection", "extLst", "ext"):
            is_of_cells = name == "cellXfs"

    elements(styles, started)
    found = {str(style): codes.get(code, "") for style, code in enumerate(own)}
    return {style: code for style, code in found.items() if _misleads(code)}


def _misleads(code: str) -> bool:
    """Whether a format, as it shows what is above zero, shows something else."""
    shown = _LITERAL.sub("", code.partition(";")[0])
    return (
        "%" in shown
        or bool(_IN_THOUSANDS.search(shown))
        or bool(_FRACTION.search(shown))
        or bool(_PADDED.fullmatch(shown.strip()))
        or bool(_COARSE_DATE.fullmatch(shown))
    )
