"""Dump: the tables of a database as CSV files, each row known by its number and its key."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from lib.files import delimited
from lib.files.faults import Fault, Refused
from lib.files.limits import Meter
from lib.files.reading import Reading
from lib.files.sheet import Sheet, sheet


def read(files: Mapping[str, bytes], schema: str, names: Collection[str]) -> Reading:
    """Read the tables of these names from the files that :func:`lib.files.database.dumped` wrote.

    Sheets are called ``schema.table``, their lines are the numbers of rows; files without content
    are tables of other names. Never raises for content.
    """
    faults: list[Fault] = []
    sheets: dict[str, Sheet] = {}
    meter = Meter()
    for file, content in files.items():
        name = file.removesuffix(".csv")
        place = f"{schema}.{name}"
        if name not in names:
            faults.append(Fault(place, 0, "", "", "ignored_file"))
            continue
        try:
            found, wrong = sheet(place, delimited.rows(content.decode(), place, meter, ","))
            sheets[name] = replace(found, lines=[*range(1, len(found.rows) + 1)])
            faults += wrong
        except UnicodeDecodeError:
            faults.append(Fault(place, 0, "", "", "encoding", "UTF-8"))
        except Refused as refusal:
            faults += refusal.faults
    lost = [name for name in names if f"{name}.csv" not in files]
    faults += [Fault(f"{schema}.{name}", 0, "", "", "missing_table", schema) for name in lost]
    return Reading(sheets, tuple(faults))
