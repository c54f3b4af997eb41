"""Identity: what a portfolio is called and how it looks, from its own table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import pandas as pd

from lib.files.reading import Reading
from lib.model.accent import READABLE, for_dark, on_light
from lib.model.faults import Fault
from lib.model.logo import Logo, logo, logo_at
from lib.model.schema import TABLES

NAME = "portfolio"
_COLUMNS = ("title", "accent_color", "logo")


class Look(NamedTuple):
    """How a portfolio looks: its colour on light and on dark grounds ("" for ours), its logo."""

    accent: str = ""
    accent_dark: str = ""
    logo: Logo | None = None


OURS: Final = Look()


def identified(
    rows: pd.DataFrame, file: str, reading: Reading
) -> tuple[pd.DataFrame, tuple[Fault, ...]]:
    """The checked row of the table ``portfolio`` with its logo as an address, or its faults.

    Where the table is absent or empty, the description of the package says what it is called.
    """
    faults = [
        Fault(file, int(line), "portfolio_id", str(one), "single_row")
        for line, one in zip(rows.index[1:], rows["portfolio_id"].iloc[1:], strict=True)
    ]
    if rows.empty:
        texts = TABLES[NAME].texts()["title"].values()
        named = dict.fromkeys(texts, reading.title) if reading.title else {}
        said = {column: named.get(column, "") for column in rows.columns}
        return pd.DataFrame([said] if named else [], columns=rows.columns, dtype=str), ()
    line, row = int(rows.index[0]), rows.iloc[0]
    accent, named_logo = str(row["accent_color"]), str(row["logo"])
    if accent and on_light(accent) < READABLE:
        detail = f"{on_light(accent):.1f}"
        faults.append(Fault(file, line, "accent_color", accent, "contrast", detail))
    if named_logo:
        found = logo(named_logo, reading.pictures)
        if isinstance(found, Logo):
            rows = rows.assign(logo=found.address)
        else:
            rule, detail = found
            faults.append(Fault(file, line, "logo", named_logo[:60], rule, detail))
    return rows, tuple(faults)


def title(rows: pd.DataFrame) -> str:
    """What the portfolio is called (``rows``: its table in one language); "" where nobody says."""
    return _cells(rows)["title"]


def look(rows: pd.DataFrame) -> Look:
    """How the portfolio looks (``rows``: its table)."""
    cells = _cells(rows)
    accent = cells["accent_color"].upper()
    return Look(accent, for_dark(accent) if accent else "", logo_at(cells["logo"]))


def foundation(rows: pd.DataFrame) -> str:
    """The payer whose portfolio it is (``rows``: its table); "" where nobody says."""
    return "" if rows.empty else str(rows["funder_id"].iloc[0])


def of_foundation(rows: pd.DataFrame, funder_id: str) -> pd.DataFrame:
    """The table of a portfolio, said to be that of one payer."""
    if rows.empty:
        rows = pd.DataFrame([dict.fromkeys(rows.columns, "")], dtype=str)
    return rows.assign(funder_id=funder_id)


def _cells(rows: pd.DataFrame) -> Mapping[str, str]:
    if rows.empty:
        return dict.fromkeys(_COLUMNS, "")
    return {name: str(rows[name].iloc[0]) for name in _COLUMNS if name in rows}
