"""Rows of a made portfolio: what each row says follows from its number, with some chance."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from bench.registers import CURRENCIES, FUNDER_COUNT, INDICATORS, SOURCE_COUNT, spoken
from lib.model.statements import FUNDING_KINDS, SCOPES

# Few statements are tied to several projects, or to totals: these, among the first so many rows.
TIED_ROWS = 200_000

Numbers = npt.NDArray[np.int64]
QUALIFIERS = ("exact", "at_least", "up_to", "about", "not_stated")
# Only the first edition is told in open bounds, so that sums of others stay closed.
_EARLY = np.array([1, 0, 3, 2])
_LATE = np.array([0, 0, 2, 0, 4, 0, 3, 0, 0, 0, 3, 0, 0, 2, 0, 0])


def statements(
    name: str, row: Numbers, small: dict[str, pd.DataFrame], random: np.random.Generator
) -> dict[str, pa.Array]:
    """Statements: of every four rows the last says the first one's quantity again."""
    projects = small["projects"]
    count = len(projects)
    is_again = (row % 4 == 3) & (row >= 3)
    spread = (row * 7919 + row // count) % count
    project = np.where(is_again, (((row - 3) * 7919) + (row - 3) // count) % count, spread)
    if count > row.size:  # few rows: every project once
        project = np.where(is_again, (row - 3) % count, row % count)
    edition = _codes(projects["edition_id"], small["editions"]["edition_id"])[project]
    is_listed, is_of_edition, is_of_all = _breadth(row)
    qualifier = np.where(edition == 0, _EARLY[row // 8 % 4], _LATE[row % 16])
    source = np.where(random.random(row.size) < 0.3, 0, 1 + row % (SOURCE_COUNT - 1))
    source = np.where(is_again, 1 + row % (SOURCE_COUNT - 1), source)
    letter = name[0].upper()
    found = {
        "statement_id": _ids(letter, row),
        "edition_id": _chosen(
            [*small["editions"]["edition_id"], ""],
            np.where(is_listed | is_of_all, len(small["editions"]), edition),
        ),
        "project_id": _chosen(
            [*projects["project_id"], ""],
            np.where(is_listed | is_of_edition | is_of_all, count, project),
        ),
        "quantity_id": _ids(f"q{letter}", np.where(is_again, row - 3, row)),
        "qualifier": _chosen(QUALIFIERS, qualifier),
        "as_of_date": same("2025-06-30", row),
        "is_headline": pa.array(~is_again),
        "source_id": _chosen(small["sources"]["source_id"], source),
        "scope": _chosen(SCOPES, np.where(random.random(row.size) < 0.05, 1, 0)),
        **_words(row),
    }
    if name == "funding":
        payer = (project * 7 + random.integers(0, 4, row.size) * 5) % FUNDER_COUNT
        other = project % (len(FUNDING_KINDS) - 1) + 1
        kind = np.where(random.random(row.size) < 0.7, 0, other)
        amount = np.round(random.lognormal(9.5, 1.2, row.size), -1)
        found["funder_id"] = _chosen(small["funders"]["funder_id"], payer)
        found["funding_kind"] = _chosen(FUNDING_KINDS, kind)
        found["currency_code"] = _chosen(CURRENCIES, project % len(CURRENCIES))
    else:
        amount = random.integers(1, 5000, row.size).astype(float)
        indicator = (project + random.integers(0, 2, row.size)) % len(INDICATORS)
        found["indicator_id"] = _chosen(INDICATORS, indicator)
    found["value"] = pa.array(amount, mask=qualifier == QUALIFIERS.index("not_stated"))
    return found


def _breadth(row: Numbers) -> tuple[npt.NDArray[np.bool_], ...]:
    """Which statements are about listed projects, a whole edition, the whole programme."""
    is_again = row % 4 == 3
    is_listed = (row % 997 == 5) & (row < TIED_ROWS)
    is_of_edition = (row % 101 == 8) & ~is_again & ~is_listed
    is_of_all = (row % 1009 == 10) & ~is_again & ~is_listed & ~is_of_edition
    return is_listed, is_of_edition, is_of_all


def sites(
    row: Numbers, small: dict[str, pd.DataFrame], random: np.random.Generator
) -> dict[str, pa.Array]:
    """Sites near the label point of their country."""
    projects, links = small["projects"], small["project_countries"]
    first = links.drop_duplicates("project_id")
    project = row % len(projects)
    code = first["country_code"].to_numpy(dtype=object)[project]
    points = small["points"].loc[code]
    source = np.where(random.random(row.size) < 0.3, 0, 1 + row % (SOURCE_COUNT - 1))
    status = row // 3 % 3
    place = {
        axis: pa.array(np.round(points[axis].to_numpy() + random.uniform(-0.1, 0.1, row.size), 4))
        for axis in ("latitude", "longitude")
    }
    return {
        "site_id": _ids("S", row),
        "project_id": _chosen(projects["project_id"], project),
        "name": _ids("Place ", row),
        "admin_level": same("city", row),
        "country_code": pa.array(code).dictionary_encode(),
        "site_role": _chosen(("origin", "expansion"), np.where(row % 5 == 0, 0, 1)),
        "status": _chosen(("planned", "active", "unknown"), status),
        "precision": _chosen(("place", "admin_area", "country"), np.where(row % 7 == 0, 1, 0)),
        "is_announced_place": pa.array(row % 5 != 0),
        "source_id": _chosen(small["sources"]["source_id"], source),
        "status_source_id": _chosen(
            [*small["sources"]["source_id"], ""],
            np.where(status == 2, SOURCE_COUNT, row * 3 % SOURCE_COUNT),
        ),
        **place,
        **_words(row, described=False),
    }


def _words(row: Numbers, *, described: bool = True) -> dict[str, pa.Array]:
    """What every row says in words."""
    texts = spoken("locator", "line 1")
    if described:
        texts |= spoken("description", "Made by rule.")
    return {name: same(text, row) for name, text in texts.items()}


def _chosen(texts: object, codes: Numbers) -> pa.Array:
    """A column of few texts by code, without a Python object a row."""
    return pa.DictionaryArray.from_arrays(
        pa.array(codes, pa.int32()),
        pa.array([str(text) for text in texts]),  # type: ignore[attr-defined]
    )


def same(text: str, row: Numbers) -> pa.Array:
    return _chosen([text], np.zeros(row.size, dtype=np.int64))


def _ids(start: str, row: Numbers) -> pa.Array:
    """``F000000001`` and so on."""
    digits = pc.utf8_lpad(pc.cast(pa.array(row), pa.string()), 9, "0")
    return pc.binary_join_element_wise(start, digits, "")


def _codes(column: pd.Series, texts: pd.Series) -> Numbers:
    codes: Numbers = pd.Index(texts).get_indexer(column).astype(np.int64)
    return codes
