"""Tables of a folder: read whole, checked whole, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from lib.model import outlines
from lib.model.faults import FaultyTables
from lib.model.reader import read
from lib.model.rules import broken


def checked(place: Path, models: Mapping[str, type[pa.DataFrameModel]]) -> dict[str, pd.DataFrame]:
    """The typed rows of some tables of a folder, by name; ``models`` are of ``schema.TABLES``.

    Raises :class:`FaultyTables` with every fault at once; nothing is half loaded. References to a
    table that is not among them are not judged.
    """
    tables = {name: read(place / f"{name}.csv", model) for name, model in models.items()}
    faults = tuple(fault for table in tables.values() for fault in table.faults)
    rows = {name: table.rows for name, table in tables.items() if not table.faults}
    ids = {name: table.ids for name, table in tables.items() if table.ids is not None}
    faults += broken(rows, ids, outlines.shapes())
    if faults:
        raise FaultyTables(tuple(sorted(faults)))
    return rows
