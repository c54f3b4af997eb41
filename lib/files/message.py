"""Message: what was read as bytes, each text once however many cells of a table hold it."""

from __future__ import annotations

import json
from array import array
from base64 import b64decode, b64encode
from typing import Any, Final

from lib.files.faults import Fault
from lib.files.reading import Reading
from lib.files.sheet import Sheet

_NUMBERS: Final = "I"  # an array of numbers of four bytes, which cost a sixth of a list


def written(found: Reading) -> bytes:
    """A reading as JSON."""
    about = {
        "sheets": {name: _coded(sheet) for name, sheet in found.sheets.items()},
        "faults": [[*vars(fault).values()] for fault in found.faults],
        "pictures": {name: b64encode(one).decode() for name, one in found.pictures.items()},
        "selected": found.selected,
        "title": found.title,
    }
    return json.dumps(about).encode()


def understood(content: bytes) -> Reading:
    """The reading that was :func:`written`."""
    about = json.loads(content)
    return Reading(
        {name: _sheet(*sheet) for name, sheet in about["sheets"].items()},
        tuple(Fault(*fault) for fault in about["faults"]),
        about["selected"],
        about["title"],
        {name: b64decode(one) for name, one in about["pictures"].items()},
    )


def _coded(sheet: Sheet) -> list[Any]:
    known: dict[str, int] = {}
    codes = array(
        _NUMBERS, (known.setdefault(text, len(known)) for row in sheet.rows for text in row)
    )
    lines = array(_NUMBERS, sheet.lines)
    signs = {
        column: {sign: _as_text(array(_NUMBERS, lines)) for sign, lines in own.items()}
        for column, own in sheet.signs.items()
    }
    return [sheet.file, sheet.header, _as_text(lines), [*known], _as_text(codes), signs]


def _sheet(
    file: str,
    header: list[str],
    lines: str,
    texts: list[str],
    cells: str,
    signs: dict[str, dict[str, str]],
) -> Sheet:
    codes, width = _as_numbers(cells), len(header)
    rows = [
        [texts[code] for code in codes[start : start + width]]
        for start in range(0, len(codes), width or 1)
    ]
    shown = {
        column: {sign: _as_numbers(numbers) for sign, numbers in own.items()}
        for column, own in signs.items()
    }
    return Sheet(file, header, [*_as_numbers(lines)], rows, shown)


def _as_text(numbers: array[int]) -> str:
    return b64encode(numbers.tobytes()).decode()


def _as_numbers(text: str) -> array[int]:
    found = array(_NUMBERS)
    found.frombytes(b64decode(text))
    return found
