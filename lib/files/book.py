"""Book: the tables in the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain

from lib.files.faults import Fault, Refused
from lib.files.limits import Meter
from lib.files.markup import letters_of
from lib.files.misnamed import spare, without_misnamed
from lib.files.sheet import Sheet, sheet
from lib.files.workbook import Workbook, WorkbookError, unsure


def read_workbook(
    content: bytes,
    file: str,
    names: Collection[str],
    sheets: dict[str, Sheet],
    faults: list[Fault],
) -> list[str]:
    """Read the sheets of these names; the titles of all sheets."""
    try:
        book = Workbook(content, file)
        own: dict[str, list[str]] = {}
        for title in book.sheets:
            own.setdefault(title.strip().casefold().replace(" ", "_"), []).append(title)
        meter = Meter()
        for name in names:
            title, *others = own.get(name, [name])
            place = f"{file}: {title}"
            if name not in own:
                faults.append(Fault(place, 0, "", "", "missing_file"))
                continue
            if others:
                faults.append(Fault(f"{file}: {others[0]}", 0, "", "", "duplicate_file", title))
                continue
            looks = book.looks(title, place)
            rows = [*book.rows(title, place, meter)]
            try:
                read, own_faults = sheet(place, rows, lettered=letters_of)
                sheets[name], doubts = unsure(looks, read, rows)
                faults += [*own_faults, *doubts]
                if title in book.hidden:
                    faults.append(Fault(place, 0, "", "", "hidden_sheet"))
            except Refused as refusal:
                faults += refusal.faults
    except WorkbookError:
        raise Refused(Fault(file, 0, "", "", "broken_workbook")) from None
    guides = ("readme", "read_me")
    spare_titles = [titles for name, titles in own.items() if name not in {*names, *guides}]
    missing = {name: f"{file}: {name}" for name in names if name not in own}
    told = spare({f"{file}: {title}": title for title in chain(*spare_titles)}, names, missing)
    faults[:] = without_misnamed([*faults, *told], missing)
    return book.sheets
